#include "grouping/rulerow.h"

#include "grouping/rulebar.h"
#include "shell/editors/linerow.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kMustHeight = 26;

} // namespace

RuleRow::RuleRow(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 3, 0, 3);
    grid->setHorizontalSpacing(metrics::xs);
    grid->setVerticalSpacing(2);
    m_handle = new LineHandle(this);
    m_use = new QCheckBox(this);
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    m_title->setBuddy(m_use);
    m_must = new QToolButton(this);
    m_must->setText(tr("必ず"));
    m_must->setCheckable(true);
    m_must->setFont(scaledFont(this, type::secondary));
    m_must->setFixedHeight(kMustHeight);
    m_must->setToolTip(
        tr("必ず守る条件にします。外すと、上にあるものほど大切な「できるだけ」の条件になります。"));
    m_remove = new QToolButton(this);
    m_remove->setIcon(symbolIcon(Symbol::Close, ColorRole::SecondaryText));
    m_remove->setIconSize({10, 10});
    makePlain(m_remove);
    m_bar = new RuleBar(this);
    grid->addWidget(m_handle, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_use, 0, 1);
    grid->addWidget(m_title, 0, 2);
    grid->addWidget(m_must, 0, 3, 2, 1, Qt::AlignVCenter);
    grid->addWidget(m_remove, 0, 3, 2, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_bar, 1, 1, 1, 2);
    grid->setColumnStretch(2, 1);
    connect(m_use, &QCheckBox::clicked, this, &RuleRow::useToggled);
    connect(m_must, &QToolButton::clicked, this, &RuleRow::mustToggled);
    connect(m_remove, &QToolButton::clicked, this, &RuleRow::removeRequested);
    for (QWidget *each : {static_cast<QWidget *>(m_use), static_cast<QWidget *>(m_must)})
        each->installEventFilter(this);
}

QString RuleRow::title() const
{
    return m_plain;
}

void RuleRow::show(const PlannedRule &rule, int rank, const QString &why, bool writable)
{
    const QString title = plannedTitle(rule);
    const bool must = rule.rank == 0, used = !rule.off && why.isEmpty();
    m_plain = title;
    setParagraph(m_title, title);
    setLook(m_title, "tone", used ? QString() : u"secondary"_s);
    m_use->setChecked(used);
    m_must->setChecked(must);
    m_must->setVisible(used);
    m_remove->setVisible(!used && writable);
    m_handle->setMark(!used ? u"–"_s : must ? u"必"_s : QString::number(rank));
    m_handle->setMovable(writable);
    m_use->setEnabled(writable && why.isEmpty());
    m_use->setToolTip(why);
    m_must->setEnabled(writable);
    m_use->setAccessibleName(!used  ? QString(why.isEmpty() ? tr("%1（使っていません）").arg(title)
                                                            : tr("%1（%2）").arg(title, why))
                             : must ? tr("%1（必ず）").arg(title)
                                    : tr("%1（%2番目に大切）").arg(title).arg(rank));
    m_must->setAccessibleName(tr("「%1」を必ず守る").arg(title));
    m_remove->setAccessibleName(tr("「%1」を一覧から外す").arg(title));
    m_remove->setToolTip(m_remove->accessibleName());
}

bool RuleRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool up = key->key() == Qt::Key_Up, down = key->key() == Qt::Key_Down;
        if (key->modifiers() == Qt::AltModifier && (up || down)) {
            Q_EMIT moveRequested(up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tane
