// What the page of groups does: every action is one undo step.
#include "grouping/conflictcard.h"
#include "grouping/draftbar.h"
#include "grouping/groupcomparedialog.h"
#include "grouping/groupedit.h"
#include "grouping/groupspage.h"
#include "grouping/groupworkbook.h"
#include "grouping/repaircard.h"
#include "parts/filefilters.h"
#include "printing/showsheet.h"
#include "shell/backgroundjob.h"

#include <QDir>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr double kSeconds = 20;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

std::vector<qint64> participantsIn(const WorkshopPeople &people)
{
    std::vector<qint64> participants;
    for (const WorkshopPeople::Person &person : people.people)
        participants.push_back(person.participant);
    return participants;
}

} // namespace

bool GroupsPage::isBusy() const
{
    return m_job->isBusy();
}

void GroupsPage::showBusy(bool busy)
{
    m_busyRow->setVisible(busy);
    m_progress->setRange(0, 0);
    m_make->setEnabled(!busy && isWritable());
}

Result<qint64> GroupsPage::storedDraft()
{
    if (draft() != 0)
        return draft();
    GroupDraft added = m_groups.seating.draft;
    TANE_TRY(added.title, freeDraftTitle(document(), workshop()));
    added.rules = QString::fromUtf8(groupPlanJson(m_groups.plan));
    return addGroupDraft(document(), added);
}

void GroupsPage::makeGroups(bool reseed)
{
    const auto planned = plannedGroups(m_groups);
    if (!report(planned))
        return;
    SolveOptions options;
    const qint64 seed = m_groups.seating.draft.seed + (reseed ? 1 : 0);
    options.seed = static_cast<std::uint64_t>(seed);
    options.seconds = kSeconds;
    m_proposal.reset();
    m_repair->hide();
    m_job->start(
        [this, seed, options, problem = planned->problem, planOfRules = planned->planned,
         participants = participantsIn(m_groups.people)](const Progress &progress) -> BackgroundJob::Finish {
            auto made = std::make_shared<Result<Grouping>>(solveGroups(problem, options, progress));
            auto conflict = std::make_shared<std::optional<Conflict>>();
            if (*made && !(*made)->cancelled && !(*made)->isAllowed()) {
                if (auto found = findConflict(problem, options, progress))
                    *conflict = std::move(*found);
            }
            return [this, made, conflict, problem, planOfRules, participants, seed] {
                if (!report(*made))
                    return;
                groupsMade(**made, participants, seed);
                if (!*conflict)
                    return;
                m_conflict = std::move(*conflict);
                m_conflictProblem = problem;
                m_conflictPlanned = planOfRules;
                m_conflictPeople = participants;
                m_conflictRules = m_groups.seating.draft.rules;
                fillBanners();
            };
        });
}

void GroupsPage::groupsMade(const Grouping &grouping, const std::vector<qint64> &participants, qint64 seed)
{
    std::vector<SeatAt> seats;
    for (std::size_t person = 0; person < participants.size(); ++person)
        seats.push_back({participants[person], grouping.group[person] + 1});
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(id, storedDraft());
        GroupDraft stored = m_groups.seating.draft;
        if (stored.id != 0 && stored.seed != seed) {
            stored.seed = seed;
            TANE_CHECK(saveGroupRules(document(), stored, {}));
        }
        return replaceSeats(document(), id, seats, {});
    };
    if (!report(document().perform(tr("班を作る"), work)))
        return;
    m_shown = id;
    fill();
    m_solved = {id, m_groups.seating.draft.rules, m_groups.seating.seats, grouping.proven, grouping.bound};
    m_drafts->setVerdict(verdict());
    m_board->setFocus(Qt::OtherFocusReason); // the button was disabled meanwhile
    Q_EMIT notice(
        {Notice::Kind::Info, tr("%1人を%2班に分けました。").arg(participants.size()).arg(m_groups.groups())});
}

/// Why what must hold does not, found without changing the groups.
void GroupsPage::findWhy()
{
    const auto planned = plannedGroups(m_groups);
    if (!report(planned))
        return;
    SolveOptions options;
    options.seconds = kSeconds;
    m_jobFor = {workshop(), draft()};
    m_job->start([this, options, problem = planned->problem, planOfRules = planned->planned,
                  rules = m_groups.seating.draft.rules, participants = participantsIn(m_groups.people)](
                     const Progress &progress) -> BackgroundJob::Finish {
        auto found = std::make_shared<Result<Conflict>>(findConflict(problem, options, progress));
        return [this, found, problem, planOfRules, participants, rules] {
            if (!report(*found))
                return;
            m_conflict = std::move(**found);
            m_conflictProblem = problem;
            m_conflictPlanned = planOfRules;
            m_conflictPeople = participants;
            m_conflictRules = rules;
            fillBanners();
        };
    });
}

QString GroupsPage::easedText(const HardRule &rule) const
{
    const QString title = shortened(hardRuleText(m_conflictProblem, rule), 24);
    return rule.kind == HardRule::Kind::Rule ? tr("「%1」を「できるだけ」に").arg(title)
                                             : tr("「%1」を外す").arg(title);
}

void GroupsPage::ease(int index)
{
    if (!m_conflict || index >= static_cast<int>(m_conflict->relax.size()))
        return;
    const HardRule rule = m_conflict->relax[at(index)];
    const auto word = [&](int member) { return participantWord(m_conflictPeople[at(member)]); };
    GroupPlan plan = m_groups.plan;
    const auto without = [&](std::vector<PlannedPair> &pairs, const std::pair<int, int> &pair) {
        std::erase_if(pairs, [&](const PlannedPair &each) {
            return each.first == word(pair.first) && each.second == word(pair.second);
        });
    };
    switch (rule.kind) {
    case HardRule::Kind::Rule:
        plan.rules[at(m_conflictPlanned[at(rule.index)])].rank = 1;
        rankInOrder(plan.rules);
        break;
    case HardRule::Kind::Together:
        without(plan.together, m_conflictProblem.together[at(rule.index)]);
        break;
    case HardRule::Kind::Apart:
        without(plan.apart, m_conflictProblem.apart[at(rule.index)]);
        break;
    case HardRule::Kind::Fixed:
        return pin(m_conflictPeople[at(rule.index)]);
    }
    savePlan(plan, tr("必ず守る条件をゆるめる"));
}

void GroupsPage::savePlan(const GroupPlan &plan, const QString &label)
{
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const qint64 id, storedDraft());
        GroupDraft stored = m_groups.seating.draft;
        stored.id = id;
        stored.rules = QString::fromUtf8(groupPlanJson(plan));
        return saveGroupRules(document(), stored, {});
    };
    report(document().perform(label, work));
}

void GroupsPage::saveEarlier(qint64 earlier)
{
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const qint64 id, storedDraft());
        GroupDraft stored = m_groups.seating.draft;
        stored.id = id;
        stored.rules = QString::fromUtf8(groupPlanJson(m_groups.plan));
        stored.earlier = earlier;
        return saveGroupRules(document(), stored, {});
    };
    report(document().perform(tr("前回の班の選択"), work));
}

void GroupsPage::move(qint64 participant, int number)
{
    if (!isWritable())
        return;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const qint64 id, storedDraft());
        return seatPeople(document(), id, {{participant, number}}, {});
    };
    report(document().perform(number > 0 ? tr("席の移動") : tr("席を外す"), work));
}

void GroupsPage::swap(qint64 first, qint64 second)
{
    const GroupSeat *one = m_groups.seating.seatOf(first);
    const GroupSeat *other = m_groups.seating.seatOf(second);
    if (one == nullptr || other == nullptr || !isWritable())
        return;
    report(
        seatPeople(document(), draft(), {{first, other->number}, {second, one->number}}, tr("席の入れ替え")));
}

void GroupsPage::pin(qint64 participant)
{
    const GroupSeat *seat = m_groups.seating.seatOf(participant);
    if (seat != nullptr && isWritable())
        report(pinSeat(document(), draft(), participant, !seat->pinned));
}

void GroupsPage::setDuty(qint64 participant, GroupDuty duty)
{
    report(setSeatDuty(document(), draft(), participant, duty));
}

void GroupsPage::renameGroup(int number)
{
    if (draft() == 0 || !isWritable())
        return;
    const auto own = std::ranges::find(m_groups.seating.names, number, &GroupName::number);
    const auto name = context().dialogs.askText(this, tr("班の名前"),
                                                tr("%1班の名前（空にすると番号で呼びます）").arg(number),
                                                own == m_groups.seating.names.end() ? QString() : own->name);
    if (name)
        report(tane::renameGroup(document(), draft(), number, *name));
}

void GroupsPage::addDraft()
{
    const auto title = freeDraftTitle(document(), workshop());
    if (!report(title))
        return;
    GroupDraft added = m_groups.seating.draft; // the rules go on
    added.workshop = workshop();
    added.title = *title;
    const auto id = addGroupDraft(document(), added);
    if (!report(id))
        return;
    m_shown = *id;
    fill();
}

void GroupsPage::duplicateDraft()
{
    const auto title = freeDraftTitle(document(), workshop());
    if (!report(title))
        return;
    const auto id = duplicateGroupDraft(document(), draft(), *title);
    if (!report(id))
        return;
    m_shown = *id;
    fill();
}

void GroupsPage::renameDraft()
{
    const auto title =
        context().dialogs.askText(this, tr("案の名前"), tr("案の名前"), m_groups.seating.draft.title);
    if (title)
        report(renameGroupDraft(document(), draft(), *title));
}

void GroupsPage::removeDraft()
{
    if (context().dialogs.confirm(this,
                                  tr("「%1」を席や条件とともに削除します。\n"
                                     "削除したあとも「元に戻す」で戻せます。")
                                      .arg(m_groups.seating.draft.title),
                                  tr("削除する")))
        report(removeGroupDraft(document(), draft()));
}

void GroupsPage::compareDrafts()
{
    if (m_compare == nullptr)
        m_compare = new GroupCompareDialog(document(), this);
    const auto other =
        std::ranges::find_if(m_all, [&](const GroupDraft &each) { return each.id != draft(); });
    if (other == m_all.end())
        return;
    m_compare->show(m_all, draft(), other->id);
}

void GroupsPage::proposeRepair()
{
    SolveOptions options;
    options.seconds = kSeconds;
    m_jobFor = {workshop(), draft()};
    m_job->start([this, options, groups = m_groups](const Progress &progress) -> BackgroundJob::Finish {
        auto repair = std::make_shared<Result<Repair>>(repairWorkshopGroups(groups, options, progress));
        return [this, repair, people = participantsIn(groups.people), seats = groups.seating.seats] {
            if (!report(*repair) || (*repair)->grouping.cancelled)
                return;
            m_proposal = Proposal{std::move(**repair), draft(), people, seats};
            if (!proposalHolds()) // somebody came or went meanwhile
                return dropProposal();
            m_repair->show(m_groups, m_judged, m_proposal->repair);
            m_repair->setVisible(true);
            fillBanners();
            m_repair->acceptButton()->setFocus(Qt::TabFocusReason);
        };
    });
}

bool GroupsPage::proposalHolds() const
{
    return m_proposal && m_proposal->draft == m_groups.seating.draft.id &&
           m_proposal->people == participantsIn(m_groups.people) &&
           m_proposal->seats == m_groups.seating.seats;
}

void GroupsPage::dropProposal()
{
    m_proposal.reset();
    m_repair->hide();
}

/// Members of a repair are the persons of the groups it was made for.
void GroupsPage::acceptRepair()
{
    if (!proposalHolds())
        return;
    const Repair repair = m_proposal->repair;
    std::vector<SeatAt> seats;
    for (std::size_t person = 0; person < repair.members.size(); ++person)
        seats.push_back({m_proposal->people[person], repair.grouping.group[person] + 1});
    dropProposal();
    if (!report(replaceSeats(document(), draft(), seats, tr("欠席・当日参加に合わせた席の直し"))))
        return;
    fillBanners();
    m_board->setFocus();
    Q_EMIT notice({Notice::Kind::Info,
                   repair.moves.empty()
                       ? tr("席を直しました。ほかの班へ動いた方はいません。")
                       : tr("席を直しました。ほかの班へ動いた方は%1人です。").arg(repair.moves.size())});
}

Result<> GroupsPage::exportGroups(const QString &path)
{
    const auto planned = plannedGroups(m_groups);
    std::vector<GroupDuty> duties;
    for (const int person : m_judged.members)
        duties.push_back(m_groups.duties[at(person)]);
    QStringList titles;
    for (int number = 1; number <= m_groups.groups(); ++number)
        titles << m_groups.seating.groupTitle(number);
    const Conflict none;
    return writeGroupWorkbook(path, {.people = m_judged.people,
                                     .problem = m_judged.problem,
                                     .grouping = m_judged.grouping,
                                     .conflict = m_conflict ? *m_conflict : none,
                                     .notes = planned ? planned->notes : QStringList(),
                                     .seed = static_cast<std::uint64_t>(m_groups.seating.draft.seed),
                                     .duties = duties,
                                     .titles = titles});
}

void GroupsPage::chooseExport()
{
    if (m_judged.members.empty())
        return;
    const auto held = RecordTable<Workshop>(document()).load(workshop());
    const QString name = withTitle(tr("班分け"), held ? held->title : QString());
    const QString path = context().dialogs.saveFile(this, tr("班分けを書き出す"), QString(name + u".xlsx"_s),
                                                    workbookFilter());
    if (!path.isEmpty() && report(exportGroups(path)))
        Q_EMIT notice({Notice::Kind::Info, tr("書き出しました：%1").arg(QDir::toNativeSeparators(path))});
}

} // namespace tane
