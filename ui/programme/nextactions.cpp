#include "programme/nextactions.h"

#include "base/fiscalyear.h"
#include "issues/issuewords.h"
#include "participants/chasing.h"
#include "programme/nextcycle.h"
#include "programme/recruiting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::NextActions)
};

/// Collects proposals until there are enough.
class Proposals
{
public:
    explicit Proposals(int limit)
        : m_limit(static_cast<std::size_t>(limit))
    {
    }
    void add(NextAction action)
    {
        if (actions.size() < m_limit)
            actions.push_back(std::move(action));
    }
    std::vector<NextAction> actions;

private:
    std::size_t m_limit;
};

template<class T>
bool anyIn(const std::map<qint64, std::vector<T>> &lists)
{
    return std::ranges::any_of(lists, [](const auto &list) { return !list.second.empty(); });
}

/// What everything else hangs on: of a workshop that is already being prepared, or whose plan is called done.
bool needsDateNow(const Cycle &cycle, const Workshop &workshop)
{
    const auto rows = cycle.timetables.find(workshop.id);
    return !workshop.heldOn.isValid() &&
           (cycle.state(Step::Plan) == StepState::Done || workshop.recruitFrom.isValid() ||
            workshop.recruitUntil.isValid() || (rows != cycle.timetables.end() && !rows->second.empty()));
}

void proposeDate(const Workshop &workshop, Proposals &proposals)
{
    proposals.add({Texts::tr("「%1」の開催日を決めましょう").arg(workshop.title),
                   Texts::tr("日程が決まると、準備の期限を逆算できます"), Texts::tr("研修会の設計"),
                   u"workshop"_s, workshop.id});
}

/// What is late already: a date that others wait for, and preparations past their day.
void proposeLate(const Cycle &cycle, QDate today, Proposals &proposals)
{
    for (const Workshop &workshop : cycle.workshops) {
        if (needsDateNow(cycle, workshop))
            proposeDate(workshop, proposals);
        const auto found = cycle.tasks.find(workshop.id);
        if (found == cycle.tasks.end())
            continue;
        const std::vector<ScheduledTask> tasks = scheduleFor(workshop, found->second, today);
        const auto late = std::ranges::count_if(tasks, &ScheduledTask::isLate);
        const auto first = std::ranges::find_if(tasks, &ScheduledTask::isLate);
        if (late > 0)
            proposals.add({Texts::tr("期限を過ぎた準備が %1 件あります").arg(late),
                           Texts::tr("%1（%2）").arg(first->task.title, daysText(first->due, today)),
                           Texts::tr("チェックリスト"), u"checklist"_s, workshop.id});
    }
}

void proposeSituation(const Cycle &cycle, Proposals &proposals)
{
    if (!anyIn(cycle.findings))
        proposals.add({Texts::tr("管内の実態を書き出しましょう"),
                       Texts::tr("10の観点に沿って、分かっていることを一つずつ書きます"),
                       Texts::tr("実態確認"), u"situation"_s});
    else if (!anyIn(cycle.reviewIssues))
        proposals.add({Texts::tr("実態から、解消すべき課題を取り出しましょう"),
                       Texts::tr("対象ごとに書くと、次の目標につながります"), Texts::tr("実態確認"),
                       u"situation"_s});
}

void proposeGoals(const Cycle &cycle, Proposals &proposals)
{
    const bool shortTerm =
        std::ranges::any_of(cycle.goals, [](const Goal &goal) { return goal.term == Goal::Term::Short; });
    if (!shortTerm)
        proposals.add({Texts::tr("短期の目標を決めましょう"),
                       Texts::tr("長期の将来像から戻って、今年度にどこまで進むかを書きます"),
                       Texts::tr("目標設定"), u"goals"_s});
}

void proposePlan(const Cycle &cycle, Proposals &proposals)
{
    if (cycle.purposes.empty())
        proposals.add({Texts::tr("プログラムの目的を書きましょう"),
                       Texts::tr("主な目的を一つ、あれば副次的な目的も書きます"),
                       Texts::tr("プログラムの企画"), u"plan"_s});
    else if (!std::ranges::any_of(cycle.planLines,
                                  [](const PlanLine &line) { return line.field == PlanField::Action; }))
        proposals.add({Texts::tr("研修後の行動目標を書きましょう"),
                       Texts::tr("2～3か月後に、見て分かる行動で書くと、あとで確かめられます"),
                       Texts::tr("プログラムの企画"), u"plan"_s});
    if (cycle.workshops.empty()) {
        proposals.add({Texts::tr("研修会の日程と内容を決めましょう"),
                       Texts::tr("日程が決まると、準備の期限を逆算できます"), Texts::tr("研修会の設計"),
                       u"workshop"_s});
        return;
    }
    for (const Workshop &workshop : cycle.workshops) {
        if (!workshop.heldOn.isValid() && !needsDateNow(cycle, workshop))
            proposeDate(workshop, proposals);
        const auto rows = cycle.timetables.find(workshop.id);
        if (rows == cycle.timetables.end() || rows->second.empty())
            proposals.add({Texts::tr("「%1」の時間割を作りましょう").arg(workshop.title),
                           Texts::tr("半日・終日のひな形から始められます"), Texts::tr("時間割"),
                           u"timetable"_s, workshop.id});
    }
}

/// What the people of a workshop wait for: the end of recruiting, a decision, a reminder.
void proposePeople(const Workshop &workshop, const PeopleToDo &people, QDate today, Proposals &proposals)
{
    constexpr int soon = 7;
    const QDate until = workshop.recruitUntil;
    const qint64 left = until.isValid() ? today.daysTo(until) : -1;
    if (left >= 0 && left <= soon)
        proposals.add({Texts::tr("「%1」の申込み締切が近づいています").arg(workshop.title),
                       Texts::tr("締切 %1・%2").arg(eraDateWithWeekday(until), daysText(until, today)),
                       Texts::tr("参加者"), u"participants"_s, workshop.id});
    else if (people.applied > 0 && (!workshop.heldOn.isValid() || today <= workshop.heldOn))
        proposals.add({Texts::tr("申込み %1 名の受講を決めましょう").arg(people.applied),
                       Texts::tr("「%1」。先着順か抽選で決められます").arg(workshop.title),
                       Texts::tr("参加者"), u"participants"_s, workshop.id});
    if (people.unanswered > 0)
        proposals.add({people.after ? Texts::tr("研修後アンケートの未回答 %1 名").arg(people.unanswered)
                                    : Texts::tr("研修前アンケートの未回答 %1 名").arg(people.unanswered),
                       Texts::tr("「%1」。まだの方だけに依頼文を送れます").arg(workshop.title),
                       Texts::tr("一覧と依頼文"), u"chasing"_s, workshop.id});
}

void proposeRun(const Cycle &cycle, const std::map<qint64, AnswerCounts> &answers,
                const std::map<qint64, PeopleToDo> &people, QDate today, Proposals &proposals)
{
    for (const Workshop &workshop : cycle.workshops) {
        if (const auto todo = people.find(workshop.id); todo != people.end())
            proposePeople(workshop, todo->second, today, proposals);
        const auto tasks = cycle.tasks.find(workshop.id);
        if (tasks != cycle.tasks.end()) {
            const std::vector<ScheduledTask> all = scheduleFor(workshop, tasks->second, today);
            const auto next = std::ranges::find_if(all, [](const ScheduledTask &task) {
                return !task.task.doneOn.isValid() && !task.isLate && task.due.isValid();
            });
            if (next != all.end())
                proposals.add(
                    {next->task.title,
                     Texts::tr("期限 %1・%2").arg(eraDateWithWeekday(next->due), daysText(next->due, today)),
                     Texts::tr("チェックリスト"), u"checklist"_s, workshop.id});
        }
        if (!workshop.heldOn.isValid())
            continue;
        const auto found = answers.find(workshop.id);
        const AnswerCounts counts = found == answers.end() ? AnswerCounts() : found->second;
        const int days = static_cast<int>(today.daysTo(workshop.heldOn));
        if (counts.before == 0 && days <= 14)
            proposals.add({Texts::tr("研修前アンケートの回答を取り込みましょう"),
                           Texts::tr("「%1」の開催前の状態が分かります").arg(workshop.title),
                           Texts::tr("アンケートの回答"), u"answers"_s, workshop.id});
        else if (counts.before > 0 && counts.after == 0 && days < 0)
            proposals.add({Texts::tr("研修後アンケートの回答を取り込みましょう"),
                           Texts::tr("研修前の回答と結ぶと、変化が分かります"), Texts::tr("アンケートの回答"),
                           u"answers"_s, workshop.id});
    }
}

/// The way to the cycle that follows, or to the page where it is made.
NextAction nextCycle(const std::optional<Programme> &following, const QString &why)
{
    if (!following)
        return {Texts::tr("次のサイクルを作りましょう"), why, Texts::tr("評価・振り返り"), u"evaluation"_s};
    NextAction action{Texts::tr("次のサイクルへ進みましょう"), nameWithYears(*following),
                      Texts::tr("次のサイクルへ"), u"home"_s};
    action.programme = following->id;
    return action;
}

void proposeEvaluation(const Cycle &cycle, const std::map<qint64, AnswerCounts> &answers, QDate today,
                       const std::optional<Programme> &following, Proposals &proposals)
{
    const auto both = std::ranges::find_if(
        answers, [](const auto &each) { return each.second.before > 0 && each.second.after > 0; });
    const bool held = std::ranges::any_of(cycle.workshops, [&](const Workshop &workshop) {
        return workshop.heldOn.isValid() && workshop.heldOn <= today;
    });
    if (both == answers.end() && !held)
        return;
    const auto lines = [&](EvaluationLine::Kind kind) {
        return std::ranges::any_of(cycle.evaluation,
                                   [kind](const EvaluationLine &line) { return line.kind == kind; });
    };
    if (!lines(EvaluationLine::Kind::Achieved) && !lines(EvaluationLine::Kind::NotAchieved)) {
        if (both != answers.end())
            proposals.add({Texts::tr("研修前後の変化を読みましょう"),
                           Texts::tr("読み取ったことは、評価の「できたこと」「できなかったこと」に書けます"),
                           Texts::tr("研修前後の変化"), u"results"_s, both->first});
        proposals.add({Texts::tr("できたこと・できなかったことを書きましょう"),
                       Texts::tr("振り返り会で話し合いながら書くと、次につながります"),
                       Texts::tr("評価・振り返り"), u"evaluation"_s});
    } else if (!lines(EvaluationLine::Kind::NextGoal)) {
        proposals.add({Texts::tr("次の短期目標への反映を書きましょう"),
                       Texts::tr("書いた行は、次のサイクルの短期目標の案になります"),
                       Texts::tr("評価・振り返り"), u"evaluation"_s});
    } else {
        proposals.add(nextCycle(following, Texts::tr("次の短期目標への反映が、目標の案として入ります")));
    }
}

} // namespace

Result<std::map<qint64, AnswerCounts>> answerCounts(Document &document, qint64 programme)
{
    TANE_TRY(Statement query,
             document.database().prepare(u"SELECT b.workshop, b.wave, count(*) FROM import_batch AS b "
                                         "JOIN workshop AS w ON w.id = b.workshop "
                                         "JOIN response AS r ON r.import_batch = b.id "
                                         "WHERE w.programme = ? GROUP BY 1, 2"_s));
    TANE_CHECK(query.bind(programme).run());
    std::map<qint64, AnswerCounts> counts;
    while (query.next()) {
        AnswerCounts &of = counts[query.integer(0)];
        const QString wave = query.text(1);
        int &count = wave == u"before"_s ? of.before : wave == u"after"_s ? of.after : of.followUp;
        count = static_cast<int>(query.integer(2));
    }
    return counts;
}

Result<std::map<qint64, PeopleToDo>> peopleToDo(Document &document, const Cycle &cycle, QDate today)
{
    constexpr int ahead = 14, rest = 3, months = 2;
    std::map<qint64, PeopleToDo> all;
    for (const Workshop &workshop : cycle.workshops) {
        TANE_TRY(const std::vector<Participant> people, participantsOf(document, workshop.id));
        if (people.empty())
            continue;
        PeopleToDo &todo = all[workshop.id];
        todo.applied =
            static_cast<int>(std::ranges::count(people, Participant::State::Applied, &Participant::state));
        const QDate held = workshop.heldOn;
        todo.after = held.isValid() && today > held;
        const bool asks = todo.after ? held.addDays(rest) <= today && today <= held.addMonths(months)
                                     : held.isValid() && held.addDays(-ahead) <= today;
        if (!asks)
            continue; // whose the answers are is looked up only where it is needed
        TANE_TRY(const ChasingState state, loadChasing(document, workshop.id));
        todo.unanswered = static_cast<int>(state.missing(todo.after ? Wave::After : Wave::Before).size());
    }
    return all;
}

Result<IssuesToDo> issuesToDo(Document &document, QDate today)
{
    IssuesToDo todo;
    TANE_TRY(Statement late, document.database().prepare(
                                 u"SELECT what, due_on FROM council_action WHERE done = 0 AND due_on < ? "
                                 "ORDER BY due_on, id"_s));
    TANE_CHECK(late.bind(today.toString(Qt::ISODate)).run());
    while (late.next())
        if (++todo.late == 1) {
            todo.firstLate = late.text(0);
            todo.due = QDate::fromString(late.text(1), Qt::ISODate);
        }
    TANE_TRY(Statement unowned, document.database().prepare(
                                    u"SELECT count(*) FROM issue_card WHERE stage >= ? AND owner = '' AND "
                                    "status IN ('open', 'doing')"_s));
    TANE_CHECK(unowned.bind(static_cast<int>(IssueStage::Regional)).run());
    if (unowned.next())
        todo.unowned = static_cast<int>(unowned.integer(0));
    return todo;
}

std::vector<NextAction> nextActions(const Cycle &cycle, const std::map<qint64, AnswerCounts> &answers,
                                    QDate today, const std::optional<Programme> &following, int limit,
                                    const std::map<qint64, PeopleToDo> &people, const IssuesToDo &issues)
{
    Proposals proposals(limit);
    proposeLate(cycle, today, proposals);
    if (issues.late > 0)
        proposals.add({Texts::tr("協議の場で決めた取組が %1 件、期限を過ぎています").arg(issues.late),
                       Texts::tr("%1（%2）").arg(issues.firstLate, daysText(issues.due, today)),
                       Texts::tr("協議の場を開く"), u"councils"_s});
    for (const Step step : allSteps()) {
        const StepState state = cycle.state(step);
        if (state == StepState::Stopped) {
            NextAction action = nextCycle(following, Texts::tr("続きは、次のサイクルとして始められます"));
            if (!following)
                action.title = Texts::tr("このサイクルは「%1」までで終えています").arg(stepTitle(step));
            proposals.add(std::move(action));
            break;
        }
        if (state == StepState::Done)
            continue;
        switch (step) {
        case Step::Situation:
            proposeSituation(cycle, proposals);
            break;
        case Step::Goals:
            proposeGoals(cycle, proposals);
            break;
        case Step::Plan:
            proposePlan(cycle, proposals);
            break;
        case Step::Execution:
            proposeRun(cycle, answers, people, today, proposals);
            break;
        case Step::Evaluation:
            proposeEvaluation(cycle, answers, today, following, proposals);
            break;
        }
    }
    if (issues.unowned > 0)
        proposals.add({Texts::tr("担当の決まっていない地域課題が %1 件あります").arg(issues.unowned),
                       Texts::tr("だれが受け持つかを決めると、協議の場に進めやすくなります"),
                       Texts::tr("課題の流れを開く"), u"pipeline"_s});
    if (proposals.actions.empty() && cycle.state(Step::Evaluation) == StepState::Done)
        proposals.add(nextCycle(following, Texts::tr("対象や長期・中期の目標を引き継いで始められます")));
    return proposals.actions;
}

Step currentStep(const Cycle &cycle)
{
    int begun = 0, done = 0, empty = 0; // the last begun, the last done, the first empty one; 0 = none
    for (const Step step : allSteps()) {
        const StepState state = cycle.state(step);
        const int number = static_cast<int>(step);
        if (state == StepState::Stopped)
            return step;
        if (state == StepState::Started)
            begun = number;
        else if (state == StepState::Done)
            done = number;
        else if (empty == 0)
            empty = number;
    }
    const int last = static_cast<int>(Step::Evaluation);
    if (done > begun && begun > 0 && done < last)
        return static_cast<Step>(done + 1); // what is behind is done: the work goes on there
    if (begun > 0)
        return static_cast<Step>(begun);
    return empty > 0 ? static_cast<Step>(empty) : Step::Evaluation;
}

QString daysText(QDate due, QDate today)
{
    const qint64 days = today.daysTo(due);
    if (days == 0)
        return Texts::tr("今日");
    return days > 0 ? Texts::tr("あと %1 日").arg(days) : Texts::tr("%1 日遅れ").arg(-days);
}

} // namespace tane
