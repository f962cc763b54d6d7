#include "programme/plangroupcard.h"

#include "programme/levelfield.h"
#include "programme/steppage.h"
#include "shell/editors/recordlines.h"
#include "shell/editors/savedline.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr std::array kFields{PlanField::Entry, PlanField::Outcome, PlanField::Action};

} // namespace

PlanGroupCard::PlanGroupCard(Document &document, const TargetGroup &group, QWidget *parent)
    : Card({}, parent)
    , m_group(group)
{
    setObjectName(u"group%1"_s.arg(group.id));
    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::m);
    m_name = new QLabel(this);
    m_name->setFont(scaledFont(m_name, type::cardTitle, true));
    head->addWidget(m_name);
    m_goals = new ElidedLabel({}, this);
    m_goals->setObjectName(u"shortGoals"_s);
    m_goals->setFont(scaledFont(m_goals, type::secondary));
    m_goals->setProperty("tone", u"secondary"_s);
    head->addWidget(m_goals, 1);
    m_observer = new QCheckBox(tr("オブザーバー"), this);
    m_observer->setToolTip(tr("研修会を見学する方です。グループ分けと評価の対象から外します。"));
    m_observer->setObjectName(u"observer"_s);
    head->addWidget(m_observer);
    m_menu = new QPushButton(tr("対象"), this);
    m_menu->setMenu(makeMenu());
    head->addWidget(m_menu);
    body()->addLayout(head);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_columns->setSpacing(metrics::l);
    for (const PlanField field : kFields)
        m_columns->addWidget(makeColumn(document, field), 1, Qt::AlignTop);
    body()->addLayout(m_columns);
    connect(m_observer, &QCheckBox::clicked, this, &PlanGroupCard::observerChanged);
}

QMenu *PlanGroupCard::makeMenu()
{
    auto *menu = new QMenu(this);
    connect(menu->addAction(tr("名前を変える…")), &QAction::triggered, this, &PlanGroupCard::renameRequested);
    m_up = menu->addAction(tr("上へ"));
    m_down = menu->addAction(tr("下へ"));
    connect(m_up, &QAction::triggered, this, [this] { Q_EMIT moveRequested(-1); });
    connect(m_down, &QAction::triggered, this, [this] { Q_EMIT moveRequested(1); });
    menu->addSeparator();
    connect(menu->addAction(tr("この対象を削除…")), &QAction::triggered, this,
            &PlanGroupCard::removeRequested);
    return menu;
}

QWidget *PlanGroupCard::makeColumn(Document &document, PlanField field)
{
    const auto index = static_cast<std::size_t>(field);
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::s);
    auto *title = new QLabel(planFieldTitle(field), column);
    title->setFont(scaledFont(title, type::body, true));
    title->setWordWrap(true);
    layout->addWidget(title);
    const QString name = tr("%1・%2").arg(m_group.name, planFieldTitle(field));
    m_levels[index] = new LevelField(document, m_group.id, field, tr("%1・想定レベル").arg(name), column);
    layout->addWidget(m_levels[index]);
    m_lines[index] = new LineList(name,
                                  recordLines<PlanLine>(document, {.targetGroup = m_group.id, .field = field},
                                                        &PlanLine::text, planFieldTitle(field)),
                                  column);
    const QString placeholders[] = {tr("どのような方が参加しますか"), tr("研修が終わるとき、何ができますか"),
                                    tr("2～3か月後に、どのような行動が見られますか")};
    m_lines[index]->setPlaceholder(placeholders[index]);
    layout->addWidget(m_lines[index]);
    return column;
}

void PlanGroupCard::show(const Content &content, bool writable)
{
    m_group = content.group;
    m_name->setText(shortened(m_group.name, 24));
    m_observer->setChecked(m_group.isObserver);
    m_observer->setEnabled(writable);
    m_menu->setEnabled(writable);
    m_menu->setAccessibleName(tr("%1の名前・順番・削除").arg(m_group.name));
    m_up->setEnabled(!content.isFirst);
    m_down->setEnabled(!content.isLast);
    m_goals->setText(content.shortGoals.isEmpty()
                         ? tr("短期の目標はまだありません")
                         : tr("短期の目標：%1").arg(content.shortGoals.join(tr("／")).left(600)));
    for (const PlanField field : kFields) {
        const auto index = static_cast<std::size_t>(field);
        std::vector<LineList::Line> lines;
        for (const PlanLine &line : content.lines) {
            if (line.field == field)
                lines.push_back({line.id, line.text, {}});
        }
        m_lines[index]->setLines(lines);
        m_lines[index]->setReadOnly(!writable);
        m_lines[index]->setName(tr("%1・%2").arg(m_group.name, planFieldTitle(field)));
        m_levels[index]->setValue(content.levels[index]);
        m_levels[index]->setReadOnly(!writable);
    }
}

void PlanGroupCard::setWide(bool wide)
{
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace tane
