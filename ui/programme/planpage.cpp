#include "programme/planpage.h"

#include "parts/savefield.h"
#include "programme/cardlist.h"
#include "shell/editors/recordlines.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
/// Below this width the three columns of a card stand below each other.
constexpr int kThreeColumns = 760;
} // namespace

PlanPage::PlanPage(PageContext &pageContext, QWidget *parent)
    : StepPage(tr("プログラムの企画"), About::Programme, pageContext, parent)
{
    addSheetButton({SheetKind::ProgrammePlan});
    auto *purposes = new Card(tr("本プログラムの目的"), this);
    purposes->setSubtitle(tr("一つめが主な目的、二つめからは副次的な目的です"));
    m_purposeBody = purposes->body();
    body()->addWidget(purposes);
    m_groups = new QVBoxLayout;
    m_groups->setSpacing(metrics::m);
    body()->addLayout(m_groups);
    m_noGroups = secondaryLabel({}, this);
    setParagraph(m_noGroups,
                 tr("コーディネーター、市町村担当者など、研修の対象を加えると、対象ごとに企画を書けます。"));
    body()->addWidget(m_noGroups);
    m_addGroup = new QPushButton(tr("対象を加える"), this);
    m_addGroup->setObjectName(u"addGroup"_s);
    connect(m_addGroup, &QPushButton::clicked, this, &PlanPage::addGroup);
    auto *row = new QHBoxLayout;
    row->addWidget(m_addGroup);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addStretch(1);
}

/// The list writes into one programme: another programme gets a new one.
void PlanPage::makePurposes()
{
    if (m_purposesOf == programme() && m_purposes != nullptr)
        return;
    if (m_purposes != nullptr) {
        m_purposes->hide();
        m_purposes->deleteLater();
    }
    m_purposesOf = programme();
    m_purposes = new LineList(
        tr("本プログラムの目的"),
        recordLines<Purpose>(document(), {.programme = programme()}, &Purpose::text, tr("目的")), this);
    m_purposes->setObjectName(u"purposes"_s);
    m_purposes->setMarks([](int index) { return index == 0 ? tr("主") : tr("副"); });
    m_purposes->setPlaceholder(tr("この研修プログラムは何のためのものですか"));
    m_purposeBody->addWidget(m_purposes);
}

Result<std::vector<PlanGroupCard::Content>> PlanPage::load()
{
    TANE_TRY(std::vector<TargetGroup> groups,
             RecordTable<TargetGroup>(document()).all(u"programme"_s, programme()));
    std::vector<PlanGroupCard::Content> contents;
    for (const TargetGroup &group : groups) {
        if (group.isEnvironment)
            continue; // has goals, but nobody who comes to a workshop
        PlanGroupCard::Content content{.group = group};
        TANE_TRY(content.lines, RecordTable<PlanLine>(document()).all(u"target_group"_s, group.id));
        for (std::size_t i = 0; i < content.levels.size(); ++i) {
            TANE_TRY(content.levels[i], planLevel(document(), group.id, static_cast<PlanField>(i)));
        }
        TANE_TRY(const std::vector<Goal> goals,
                 RecordTable<Goal>(document()).all(u"target_group"_s, group.id));
        for (const Goal &goal : goals) {
            if (goal.term == Goal::Term::Short)
                content.shortGoals << goal.text.simplified();
        }
        contents.push_back(std::move(content));
    }
    if (!contents.empty()) {
        contents.front().isFirst = true;
        contents.back().isLast = true;
    }
    return contents;
}

void PlanPage::fill()
{
    const auto purposes = RecordTable<Purpose>(document()).all(u"programme"_s, programme());
    const auto owner = RecordTable<Programme>(document()).load(programme());
    const auto contents = load();
    if (!report(purposes) || !report(owner) || !report(contents))
        return;
    const QString years = programmeYears(*owner);
    header()->setContext(years.isEmpty() ? owner->title : owner->title + u"　"_s + years);
    makePurposes();
    std::vector<LineList::Line> lines;
    for (const Purpose &purpose : *purposes)
        lines.push_back({purpose.id, purpose.text, {}});
    m_purposes->setLines(lines);
    m_purposes->setReadOnly(!isWritable());
    m_addGroup->setEnabled(isWritable());
    m_noGroups->setVisible(contents->empty());

    // Cards stay with their groups, so that focus and what is being typed stay, too.
    std::vector<PlanGroupCard *> cards;
    for (const PlanGroupCard::Content &content : *contents) {
        PlanGroupCard *found = card(content.group.id);
        if (found == nullptr)
            found = makeCard(content.group);
        found->show(content, isWritable());
        cards.push_back(found);
    }
    placeCards(m_groups, m_cards, std::move(cards));
}

bool PlanPage::reveal(const QString &table, qint64 row)
{
    if (table == "purpose"_L1 && m_purposes != nullptr && m_purposes->revealLine(row)) {
        bringIntoView(m_purposes);
        return true;
    }
    // A level has no number of its own: it is found by its target group.
    if ((table == "target_group"_L1 || table == "plan_level"_L1) && card(row) != nullptr) {
        bringIntoView(card(row));
        return true;
    }
    if (table != "plan_line"_L1)
        return false;
    for (PlanGroupCard *each : m_cards) {
        for (const PlanField field : {PlanField::Entry, PlanField::Outcome, PlanField::Action}) {
            if (!each->lines(field)->revealLine(row))
                continue;
            bringIntoView(each->lines(field));
            return true;
        }
    }
    return false;
}

PlanGroupCard *PlanPage::card(qint64 group) const
{
    const auto found = std::ranges::find(m_cards, group, &PlanGroupCard::group);
    return found == m_cards.end() ? nullptr : *found;
}

PlanGroupCard *PlanPage::makeCard(const TargetGroup &group)
{
    auto *made = new PlanGroupCard(document(), group, this);
    made->setWide(width() >= kThreeColumns);
    const qint64 id = group.id;
    connect(made, &PlanGroupCard::observerChanged, this, [this, id](bool observer) {
        report(saveField<TargetGroup>(document(), id, &TargetGroup::isObserver, observer,
                                      observer ? tr("オブザーバーにする") : tr("オブザーバーから外す")));
    });
    connect(made, &PlanGroupCard::renameRequested, this, [this, id] { renameGroup(id); });
    connect(made, &PlanGroupCard::moveRequested, this, [this, id](int by) { moveGroup(id, by); });
    connect(made, &PlanGroupCard::removeRequested, this, [this, id] { removeGroup(id); });
    return made;
}

void PlanPage::addGroup()
{
    const auto name = context().dialogs.askText(this, tr("対象を加える"), tr("対象の名前(&N)："), {});
    if (!name || name->trimmed().isEmpty())
        return;
    const auto id = RecordTable<TargetGroup>(document())
                        .add({.programme = programme(), .name = name->trimmed()}, tr("対象の追加"));
    if (!report(id))
        return;
    if (PlanGroupCard *added = card(*id)) {
        bringIntoView(added);
        added->lines(PlanField::Entry)->beginLine();
    }
}

void PlanPage::renameGroup(qint64 id)
{
    const auto group = RecordTable<TargetGroup>(document()).load(id);
    if (!report(group))
        return;
    const auto name = context().dialogs.askText(this, tr("対象の名前"), tr("対象の名前(&N)："), group->name);
    if (name && !name->trimmed().isEmpty() && *name != group->name)
        report(saveField<TargetGroup>(document(), id, &TargetGroup::name, name->trimmed(),
                                      tr("対象の名前の変更")));
}

void PlanPage::moveGroup(qint64 id, int by)
{
    // Counted over all groups, the 環境 row among them: it is passed over.
    const auto groups = RecordTable<TargetGroup>(document()).all(u"programme"_s, programme());
    const auto now = std::ranges::find(m_cards, id, &PlanGroupCard::group);
    if (!report(groups) || now == m_cards.end())
        return;
    const auto other = (now - m_cards.begin()) + by;
    if (other < 0 || other >= static_cast<std::ptrdiff_t>(m_cards.size()))
        return;
    const qint64 neighbour = m_cards[static_cast<std::size_t>(other)]->group();
    const auto place = std::ranges::find(*groups, neighbour, &TargetGroup::id) - groups->begin();
    report(RecordTable<TargetGroup>(document()).move(id, static_cast<int>(place), tr("対象の並べ替え")));
}

void PlanPage::removeGroup(qint64 id)
{
    const auto group = RecordTable<TargetGroup>(document()).load(id);
    if (!report(group))
        return;
    const QString question = tr("対象「%1」を削除します。この対象の目標・企画・課題も一緒に消えます。\n"
                                "消したあとも「元に戻す」で戻せます。")
                                 .arg(shortened(group->name, 40));
    if (context().dialogs.confirm(this, question, tr("削除する")))
        report(RecordTable<TargetGroup>(document()).remove(id, tr("対象の削除")));
}

void PlanPage::resizeEvent(QResizeEvent *event)
{
    StepPage::resizeEvent(event);
    for (PlanGroupCard *each : m_cards)
        each->setWide(event->size().width() >= kThreeColumns);
}

} // namespace tane
