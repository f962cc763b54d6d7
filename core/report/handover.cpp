#include "report/handover.h"

#include "base/fiscalyear.h"
#include "base/holidays.h"
#include "programme/cycletemplate.h"
#include "survey/changesections.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Handover)
};

constexpr std::array<const char *, 4> kKindWords{"done", "worked", "open", "contact"};

/// A step by the name that the navigation has for it; 企画 with its own behind, as that says more.
QString stepName(Step step)
{
    const QString name = step == Step::Plan ? Texts::tr("%1（%2）").arg(stepShortTitle(step), stepTitle(step))
                         : step == Step::Evaluation ? Texts::tr("評価・改善")
                                                    : stepTitle(step);
    return Texts::tr("%1 %2").arg(QString::number(static_cast<int>(step)), name);
}

void addDone(const ReportSource &source, HandoverFacts &facts)
{
    const Cycle &cycle = source.cycle;
    for (const Step step : allSteps())
        facts.done << Texts::tr("%1：%2").arg(stepName(step), stepStateText(cycle.state(step)));
    for (const WorkshopSource &workshop : source.workshops) {
        if (!workshop.workshop.heldOn.isValid())
            continue;
        QString line = Texts::tr("%1を%2に%3。")
                           .arg(workshop.workshop.title, eraDate(workshop.workshop.heldOn),
                                workshop.workshop.heldOn <= source.today ? Texts::tr("開催しました")
                                                                         : Texts::tr("開催する予定です"));
        if (workshop.survey)
            line += Texts::tr("回答は研修前%1名・研修後%2名、対は%3組です。")
                        .arg(workshop.survey->analysis.peopleBefore)
                        .arg(workshop.survey->analysis.peopleAfter)
                        .arg(workshop.survey->analysis.pairs);
        facts.done << line;
    }
    for (const auto &[group, issues] : cycle.reviewIssues) {
        const auto named = std::ranges::find(cycle.targetGroups, group, &TargetGroup::id);
        for (const ReviewIssue &issue : issues)
            facts.done << Texts::tr("理由（%1の課題）：%2")
                              .arg(named != cycle.targetGroups.end() ? named->name : QString(), issue.text);
    }
}

/// Clear changes of items about explaining; of practice none can be said to have worked.
void addWorked(const ReportSource &source, HandoverFacts &facts)
{
    for (const WorkshopSource &workshop : source.workshops) {
        if (!workshop.survey)
            continue;
        const ChangeAnalysis &analysis = workshop.survey->analysis;
        for (const ChangeRow &row : analysis.rows) {
            constexpr double clear = 0.05;
            if (row.group != analysis.groups.first() || row.kind == ItemKind::Practice || !row.statistics ||
                row.statistics->holmP >= clear || row.up <= row.down)
                continue;
            const Item *item = analysis.questionnaire.find(row.itemCode);
            facts.worked << Texts::tr("%1「%2」：対%3組のうち上がった方%4名（%5）、下がった方%6名（%7）")
                                .arg(row.itemCode, item != nullptr ? item->label() : QString(),
                                     QString::number(row.n()), QString::number(row.up),
                                     row.upPercent().text(), QString::number(row.down),
                                     row.downPercent().text());
        }
    }
    for (const EvaluationLine &line : source.cycle.evaluation) {
        if (line.kind == EvaluationLine::Kind::Achieved)
            facts.worked << line.text;
    }
}

void addOpenSurvey(const WorkshopSource &workshop, HandoverFacts &facts)
{
    const QString where = workshop.workshop.title;
    if (workshop.survey) {
        const ChangeAnalysis &analysis = workshop.survey->analysis;
        if (analysis.waitingLinks > 0)
            facts.open.push_back({Texts::tr("確かでない結びつけ"),
                                  Texts::tr("同じ方か確かめていない組が %1 組あります（%2）。")
                                      .arg(QString::number(analysis.waitingLinks), where),
                                  u"links"_s});
        if (analysis.undecidedTwice > 0)
            facts.open.push_back({Texts::tr("2回以上の回答"),
                                  Texts::tr("どの回答を使うか決めていない方が %1 名います（%2）。")
                                      .arg(QString::number(analysis.undecidedTwice), where),
                                  u"links"_s});
    }
    if (workshop.chasing.answered.unassigned > 0)
        facts.open.push_back({Texts::tr("だれのものか分からない回答"),
                              Texts::tr("参加者と結びつかない回答が %1 件あります（%2）。")
                                  .arg(QString::number(workshop.chasing.answered.unassigned), where),
                              u"chasing"_s});
}

void addOpenTasks(const ReportSource &source, HandoverFacts &facts)
{
    for (const WorkshopSource &workshop : source.workshops) {
        const auto tasks = source.cycle.tasks.find(workshop.workshop.id);
        if (tasks == source.cycle.tasks.end())
            continue;
        for (const ScheduledTask &task : schedule(workshop.workshop.heldOn, tasks->second, source.today)) {
            if (task.isLate)
                facts.open.push_back({Texts::tr("期限を過ぎた準備"),
                                      Texts::tr("%1（期限 %2）").arg(task.task.title, eraDate(task.due)),
                                      u"checklist"_s});
        }
    }
}

void addOpenIssues(const ReportSource &source, HandoverFacts &facts)
{
    for (const CouncilContent &council : source.pipeline.councils) {
        for (const CouncilAction &action : council.actions) {
            if (!action.done && action.dueOn.isValid() && action.dueOn < source.today)
                facts.open.push_back(
                    {Texts::tr("期限を過ぎた協議の場の宿題"),
                     Texts::tr("%1：%2（%3、期限 %4）")
                         .arg(council.record.body, action.what, action.who, eraDate(action.dueOn)),
                     u"councils"_s});
        }
    }
    for (const IssueCard &card : source.pipeline.cards) {
        if (lacksOwner(card))
            facts.open.push_back({Texts::tr("担当の決まっていない課題"),
                                  Texts::tr("%1（%2）").arg(card.title, issueStageText(card.stage)),
                                  u"pipeline"_s});
    }
}

void addContacts(const ReportSource &source, HandoverFacts &facts)
{
    for (const Prefecture &prefecture : source.registry.prefectures) {
        for (const QString &department : {prefecture.department, prefecture.secondDepartment}) {
            if (!department.isEmpty())
                facts.contacts.push_back({prefecture.name, department, QString()});
        }
    }
    for (const Centre &centre : source.registry.centres) {
        if (centre.closedOn.isValid() && centre.closedOn <= source.today)
            continue;
        QStringList places;
        for (const Municipality *municipality : source.registry.municipalitiesOf(centre.id))
            places << municipality->name;
        const QString serves = places.isEmpty() ? QString() : Texts::tr("（%1）").arg(places.join(u'・'));
        facts.contacts.push_back(
            {centre.name + serves, centre.operatedBy,
             QStringList{centre.phone, centre.email}.filter(QRegularExpression(u"."_s)).join(u"、"_s)});
    }
    // Many towns have a department of the same name: one line for all of them.
    QStringList departments;
    std::map<QString, QStringList> towns;
    for (const Municipality &municipality : source.registry.municipalities) {
        if (municipality.department.isEmpty())
            continue;
        if (!departments.contains(municipality.department))
            departments << municipality.department;
        towns[municipality.department] << municipality.name;
    }
    for (const QString &department : std::as_const(departments))
        facts.contacts.push_back({towns[department].join(u'・'), department, QString()});
}

/// What is to be done around a workshop on that day, its own day among it.
void addDays(const DatedWorkshop &like, bool own, QDate today, HandoverFacts &facts)
{
    std::vector<Task> tasks = like.tasks;
    if (tasks.empty()) {
        if (auto builtIn = builtInChecklist())
            tasks = std::move(*builtIn);
    }
    if (!own) { // those of the last one, to be done again
        for (Task &task : tasks)
            task.doneOn = task.dueOn = {};
    }
    bool dayListed = false;
    for (const ScheduledTask &task : schedule(facts.nextWorkshop, tasks, today)) {
        if (!task.due.isValid())
            continue;
        QStringList about;
        if (task.task.doneOn.isValid())
            about << Texts::tr("済み（%1）").arg(eraDate(task.task.doneOn));
        else if (task.isLate)
            about << Texts::tr("期限を過ぎています");
        if (!task.dayNote.isEmpty())
            about << task.dayNote;
        // The checklist may have the day itself among its lines.
        const bool day = task.due == facts.nextWorkshop &&
                         (task.task.code == "day"_L1 || task.task.title == Texts::tr("研修会の開催"));
        if (day && !own)
            about << Texts::tr("前回の日から数えた見込み");
        dayListed = dayListed || day;
        facts.calendar.push_back({task.due, task.task.title, about.join(Texts::tr("、"))});
    }
    if (!dayListed)
        facts.calendar.push_back({facts.nextWorkshop, Texts::tr("研修会の開催"),
                                  own ? QString() : Texts::tr("前回の日から数えた見込み")});
    std::ranges::stable_sort(facts.calendar, {}, &CalendarDay::day);
}

/// From the next workshop of the file that has a day, whichever programme it belongs to; else from the likely
/// day after the last one, with the checklist of that.
void addCalendar(const ReportSource &source, HandoverFacts &facts)
{
    if (source.dated.empty())
        return;
    const auto next = std::ranges::find_if(
        source.dated, [&source](const DatedWorkshop &each) { return each.workshop.heldOn > source.today; });
    if (next != source.dated.end()) {
        facts.nextWorkshop = next->workshop.heldOn;
        facts.nextIsFixed = true;
        facts.nextTitle = next->workshop.title;
        return addDays(*next, true, source.today, facts);
    }
    const DatedWorkshop &last = source.dated.back();
    facts.lastWorkshop = last.workshop.heldOn;
    facts.nextWorkshop = likelyNextDay(facts.lastWorkshop);
    while (facts.nextWorkshop < source.today)
        facts.nextWorkshop = likelyNextDay(facts.nextWorkshop);
    addDays(last, false, source.today, facts);
}

} // namespace

QString handoverKindTitle(HandoverNote::Kind kind)
{
    switch (kind) {
    case HandoverNote::Kind::Done:
        return Texts::tr("したことと理由");
    case HandoverNote::Kind::Worked:
        return Texts::tr("うまくいったこと");
    case HandoverNote::Kind::Open:
        return Texts::tr("決まっていないこと");
    case HandoverNote::Kind::Contact:
        return Texts::tr("相談する相手");
    }
    Q_UNREACHABLE();
}

QString calendarReason(const HandoverFacts &facts)
{
    if (!facts.nextWorkshop.isValid())
        return Texts::tr("開催日の決まった研修会がないため、日程は数えられません。");
    const QString day = eraDateWithWeekday(facts.nextWorkshop);
    if (facts.nextIsFixed)
        return facts.nextTitle.isEmpty()
                   ? Texts::tr("次の研修会は %1 です。そこから数えた期限です。").arg(day)
                   : Texts::tr("次の研修会「%1」は %2 です。そこから数えた期限です。")
                         .arg(facts.nextTitle, day);
    return Texts::tr("次の研修会の日は決まっていません。前回（%1）から%2週間後の同じ曜日の %3 "
                     "に開くとしたときの期限です。")
        .arg(eraDate(facts.lastWorkshop), QString::number(facts.lastWorkshop.daysTo(facts.nextWorkshop) / 7),
             day);
}

bool lacksOwner(const IssueCard &card)
{
    return card.isOpen() && card.stage >= IssueStage::Seed && card.owner.trimmed().isEmpty();
}

QDate likelyNextDay(QDate heldOn)
{
    if (!heldOn.isValid())
        return {};
    QDate day = heldOn.addDays(364); // 52 weeks: the same weekday
    while (!isOfficeDay(day))
        day = day.addDays(7);
    return day;
}

HandoverFacts handoverFacts(const ReportSource &source)
{
    HandoverFacts facts;
    addDone(source, facts);
    addWorked(source, facts);
    for (const WorkshopSource &workshop : source.workshops)
        addOpenSurvey(workshop, facts);
    addOpenTasks(source, facts);
    addOpenIssues(source, facts);
    addContacts(source, facts);
    addCalendar(source, facts);
    return facts;
}

std::vector<RecordColumn<HandoverNote>> RecordSchema<HandoverNote>::columns()
{
    using N = HandoverNote;
    return {referenceColumn("programme", &N::programme), wordColumn("kind", &N::kind, kKindWords),
            recordColumn("text", &N::text), recordColumn("who", &N::who), recordColumn("due_on", &N::dueOn)};
}

} // namespace tane
