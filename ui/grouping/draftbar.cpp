#include "grouping/draftbar.h"

#include "shell/widgets.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

DraftBar::DraftBar(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::s);
    m_box = new QComboBox(this);
    m_box->setObjectName(u"drafts"_s);
    m_box->setAccessibleName(tr("班分けの案"));
    m_box->setMinimumContentsLength(8);
    m_box->setMaximumWidth(220);
    m_inUse = new QLabel(tr("使用中"), this);
    setLook(m_inUse, "tone", u"accent"_s);
    m_inUse->setToolTip(tr("名簿・名札などの印刷と、当日の席には、この案を使います。"));
    m_use = new QPushButton(tr("この案を使う"), this);
    m_use->setObjectName(u"useDraft"_s);
    m_use->setToolTip(m_inUse->toolTip());
    m_compare = new QPushButton(tr("案を比べる"), this);
    m_compare->setObjectName(u"compareDrafts"_s);
    m_more = new QPushButton(tr("案の操作"), this);
    m_more->setObjectName(u"draftMenu"_s);
    auto *menu = new QMenu(m_more);
    const auto add = [&](const QString &text, auto signal, const char *name, bool ofDraft = true) {
        QAction *action = menu->addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        connect(action, &QAction::triggered, this, signal);
        if (ofDraft)
            m_ofDraft << action;
    };
    add(tr("新しい案"), &DraftBar::addRequested, "addDraft", false);
    add(tr("この案を複製"), &DraftBar::duplicateRequested, "duplicateDraft");
    add(tr("名前を変える…"), &DraftBar::renameRequested, "renameDraft");
    add(tr("別のくじで作り直す"), &DraftBar::reseedRequested, "reseedDraft");
    menu->addSeparator();
    add(tr("この案を削除"), &DraftBar::removeRequested, "removeDraft");
    m_more->setMenu(menu);
    m_verdict = new ElidedLabel({}, this);
    m_verdict->setObjectName(u"verdict"_s);
    setLook(m_verdict, "tone", u"secondary"_s);
    m_verdict->setFont(scaledFont(this, type::secondary));
    for (QWidget *each :
         {static_cast<QWidget *>(m_box), static_cast<QWidget *>(m_inUse), static_cast<QWidget *>(m_use),
          static_cast<QWidget *>(m_compare), static_cast<QWidget *>(m_more)})
        row->addWidget(each);
    row->addWidget(m_verdict, 1);
    connect(m_box, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(m_box->itemData(index).toLongLong()); });
    connect(m_use, &QPushButton::clicked, this, &DraftBar::useRequested);
    connect(m_compare, &QPushButton::clicked, this, &DraftBar::compareRequested);
}

void DraftBar::show(const std::vector<GroupDraft> &drafts, qint64 shown, bool writable)
{
    const QSignalBlocker blocker(m_box);
    m_box->clear();
    for (const GroupDraft &each : drafts)
        m_box->addItem(each.inUse && drafts.size() > 1 ? tr("%1（使用中）").arg(each.title) : each.title,
                       each.id);
    if (drafts.empty())
        m_box->addItem(tr("案はまだありません"));
    m_box->setCurrentIndex(std::max(0, m_box->findData(shown)));
    m_box->setEnabled(!drafts.empty());
    const auto found = std::ranges::find(drafts, shown, &GroupDraft::id);
    const bool any = found != drafts.end();
    m_inUse->setVisible(any && found->inUse);
    m_use->setVisible(any && !found->inUse);
    m_use->setEnabled(writable);
    m_compare->setVisible(drafts.size() > 1);
    m_more->setEnabled(writable);
    for (QAction *action : std::as_const(m_ofDraft))
        action->setEnabled(any);
}

void DraftBar::setVerdict(const QString &text)
{
    m_verdict->setText(text);
}

} // namespace tane
