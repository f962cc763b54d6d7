#include "core/programme/sheetcycles.h"

#include <catch2/catch.hpp>

namespace tane::testing {

namespace {

/// Gives out texts that occur nowhere else and keeps on which sheets they belong.
class Marks
{
public:
    explicit Marks(std::map<SheetKind, QStringList> &expected)
        : m_expected(expected)
    {
    }
    QString operator()(std::initializer_list<SheetKind> sheets)
    {
        return expect(QStringLiteral("zq%1").arg(++m_last, 3, 10, QChar(u'0')), sheets);
    }
    QString expect(const QString &text, std::initializer_list<SheetKind> sheets)
    {
        for (const SheetKind sheet : sheets)
            m_expected[sheet] << text;
        return text;
    }
    /// About 10,000 characters with numbers all the way.
    QString longText(SheetKind sheet, int characters = 10'000)
    {
        QString text;
        while (text.size() < characters)
            text += QStringLiteral("地域の困りごとから地域課題のタネを見つけ［%1］、市町村と共有する。")
                        .arg((*this)({sheet}));
        return text;
    }

private:
    std::map<SheetKind, QStringList> &m_expected;
    int m_last = 0;
};

void addMarkedSituation(Cycle &cycle, Marks &mark)
{
    constexpr auto sheet = SheetKind::SituationReview;
    cycle.viewpoints = {{11, 1, QStringLiteral("1-1"), mark({sheet}), mark({sheet})},
                        {12, 1, {}, mark({sheet}), mark({sheet})}};
    cycle.findings[11] = {
        {21, 11, mark({sheet}), Finding::Kind::Quantitative, mark({sheet}), QDate(2026, 5, 1), mark({sheet}),
         mark({sheet}) + u'\t' + mark({sheet}) + u'\n' + mark({sheet}) + u'\t' + mark({sheet})},
        {22, 11, mark({sheet}), Finding::Kind::Qualitative, mark({sheet}), QDate(2026, 5, 2), {}, {}}};
    for (const char16_t *text : {u"令和8年5月1日", u"令和8年5月2日", u"定量", u"定性"})
        mark.expect(QString::fromUtf16(text), {sheet});
    cycle.reviewIssues[2] = {{31, 2, mark({sheet})}};
    cycle.reviewIssues[3] = {{32, 3, mark({sheet})}};
    cycle.issueFindings = {{31, {21, 22}}};
}

void addMarkedPlan(Cycle &cycle, Marks &mark)
{
    const auto goals = SheetKind::Goals, plan = SheetKind::ProgrammePlan;
    qint64 id = 100;
    for (const qint64 group : {2, 3, 4}) {
        for (const auto term : {Goal::Term::Long, Goal::Term::Middle, Goal::Term::Short})
            cycle.goals.push_back({++id, group, term, mark({goals}), term == Goal::Term::Short ? 9 : 0});
    }
    cycle.purposes = {{41, 1, mark({plan})}, {42, 1, mark({plan})}};
    for (const qint64 group : {2, 3}) {
        for (const auto field : {PlanField::Entry, PlanField::Outcome, PlanField::Action}) {
            cycle.planLines.push_back({++id, group, field, mark({plan})});
            cycle.planLevels[{group, field}] = {.lowest = 2, .highest = 4, .text = mark({plan})};
        }
    }
}

void addMarkedWorkshop(Cycle &cycle, Marks &mark)
{
    const auto design = SheetKind::WorkshopDesign, agenda = SheetKind::Timetable,
               staff = SheetKind::TimetableStaff, list = SheetKind::Checklist;
    Workshop workshop;
    workshop.id = 5;
    workshop.programme = 1;
    workshop.title = mark({design, agenda, staff, list});
    workshop.heldOn = QDate(2026, 11, 19);
    workshop.startsAt = QTime(9, 47);
    for (const SheetKind kind : {design, agenda, staff, list})
        mark.expect(QStringLiteral("令和8年11月19日(木) 9:47～"), {kind});
    workshop.dateNote = mark({design});
    workshop.method = Workshop::Method::Hybrid;
    mark.expect(QStringLiteral("■ハイブリッド"), {design});
    workshop.place = mark({design, agenda, staff});
    workshop.participants = mark({design});
    workshop.capacity = 87;
    mark.expect(QStringLiteral("87名"), {design});
    workshop.capacityNote = mark({design});
    workshop.recruitFrom = QDate(2026, 9, 1);
    workshop.recruitUntil = QDate(2026, 10, 16);
    mark.expect(QStringLiteral("令和8年9月1日(火)～令和8年10月16日(金)"), {design});
    workshop.recruitNote = mark({design});
    workshop.publicity = mark({design});
    workshop.beforeEvent = mark({design});
    workshop.atEvent = mark({design});
    workshop.afterEvent = mark({design});
    workshop.assessment = mark({design});
    workshop.other = mark({design});
    cycle.workshops = {workshop};
    using Block = TimetableRow::Block;
    int minutes = 11;
    for (const Block block : {Block::Lecture, Block::Cases, Block::GroupWork, Block::Other}) {
        TimetableRow row;
        row.id = 50 + minutes;
        row.workshop = 5;
        row.minutes = minutes++;
        row.block = block;
        row.isTheme = block == Block::GroupWork;
        row.title = mark({agenda, staff});
        row.content = mark({agenda, staff});
        row.lecturer = mark({agenda, staff});
        row.aim = mark({staff});
        row.staffNote = mark({staff});
        mark.expect(QStringLiteral("%1分").arg(row.minutes), {staff});
        mark.expect(QStringLiteral("9:%1").arg(block == Block::Lecture ? 47 : 58), {agenda, staff});
        cycle.timetables[5].push_back(row);
    }
    for (const char16_t *words :
         {u"Ⅰ 講義・オリエンテーション等", u"Ⅱ 事例・取組等の紹介", u"Ⅲ グループワーク", u"（テーマ）"})
        mark.expect(QString::fromUtf16(words), {staff});
    cycle.tasks[5] = {{61,
                       5,
                       QStringLiteral("notice"),
                       mark({list}),
                       -2,
                       0,
                       {},
                       mark({list}),
                       mark({list}),
                       QDate(2026, 9, 17)},
                      {62, 5, {}, mark({list}), 0, 0, QDate(2026, 12, 24), mark({list}), mark({list}), {}}};
    for (const char16_t *words :
         {u"令和8年9月18日(金)", u"2か月前", u"完了 令和8年9月17日", u"令和8年12月24日(木)", u"■", u"□"})
        mark.expect(QString::fromUtf16(words), {list});
}

void addMarkedEvaluation(Cycle &cycle, Marks &mark)
{
    constexpr auto sheet = SheetKind::Evaluation;
    using Kind = EvaluationLine::Kind;
    qint64 id = 200;
    for (const Kind kind : {Kind::Achieved, Kind::NotAchieved, Kind::Reading, Kind::NextGoal, Kind::Council})
        cycle.evaluation.push_back({++id, 1, kind, mark({sheet}), kind == Kind::NextGoal ? 3 : 0});
    Initiative initiative{71, 1, mark({sheet}), {}};
    for (QString &answer : initiative.answers)
        answer = mark({sheet});
    cycle.initiatives = {initiative};
    cycle.meetings = {{81, 1, QDate(2026, 12, 18), mark({sheet}), mark({sheet}), mark({sheet})}};
    mark.expect(QStringLiteral("令和8年12月18日(金)"), {sheet});
}

} // namespace

MarkedCycle markedCycle()
{
    MarkedCycle marked;
    Marks mark(marked.expected);
    Cycle &cycle = marked.cycle;
    using enum SheetKind;
    cycle.programme = {
        .id = 1,
        .title = mark({SituationReview, Goals, ProgrammePlan, WorkshopDesign, Checklist, Evaluation}),
        .firstYear = 2026,
        .lastYear = 2027,
        .owner = mark({ProgrammePlan}),
        .note = mark({ProgrammePlan}),
        .longLabel = mark({Goals}),
        .middleLabel = mark({Goals}),
        .shortLabel = mark({Goals})};
    for (const SheetKind kind :
         {SituationReview, Goals, ProgrammePlan, WorkshopDesign, Checklist, Evaluation})
        mark.expect(QStringLiteral("令和8～9年度"), {kind});
    cycle.targetGroups = {{2, 1, mark({SituationReview, Goals, ProgrammePlan})},
                          {3, 1, mark({SituationReview, Goals, ProgrammePlan, Evaluation}), false, true},
                          {4, 1, mark({Goals}), true, false}};
    addMarkedSituation(cycle, mark);
    addMarkedPlan(cycle, mark);
    addMarkedWorkshop(cycle, mark);
    addMarkedEvaluation(cycle, mark);
    return marked;
}

Cycle emptyCycle()
{
    Cycle cycle;
    cycle.programme.id = 1;
    cycle.workshops.push_back({.id = 5, .programme = 1});
    return cycle;
}

LongCycle longCycle()
{
    LongCycle result;
    Marks mark(result.expected);
    Cycle cycle = usualCycle();
    using enum SheetKind;
    // One that no issue is drawn from: it would be said in full there again.
    std::vector<Finding> &findings = cycle.findings.begin()->second;
    Finding alone = findings.front();
    alone.id = 999;
    alone.tableCells.clear();
    alone.text = mark.longText(SituationReview);
    findings.push_back(alone);
    qint64 id = 1000;
    cycle.goals.clear();
    for (int i = 0; i < 200; ++i) {
        const auto term = static_cast<Goal::Term>(i % 3);
        const TargetGroup &group = cycle.targetGroups[static_cast<std::size_t>(i / 80)];
        cycle.goals.push_back(
            {++id, group.id, term,
             QStringLiteral("コーディネーターと地域の課題を共有し［%1］、話し合うことができる")
                 .arg(mark({Goals}))});
    }
    cycle.planLines.front().text = mark.longText(ProgrammePlan);
    cycle.workshops.front().atEvent = mark.longText(WorkshopDesign);
    const qint64 workshop = cycle.workshops.front().id;
    std::vector<TimetableRow> rows;
    for (int i = 0; i < 60; ++i) {
        TimetableRow row =
            cycle.timetables[workshop][static_cast<std::size_t>(i) % cycle.timetables[workshop].size()];
        row.content = QStringLiteral("取組の紹介と意見交換［%1］").arg(mark({Timetable, TimetableStaff}));
        row.minutes = 5;
        rows.push_back(row);
    }
    rows[30].content += mark.longText(TimetableStaff);
    cycle.timetables[workshop] = rows;
    for (Task &task : cycle.tasks[workshop])
        task.note = mark({Checklist});
    cycle.tasks[workshop].front().note += mark.longText(Checklist);
    cycle.evaluation.front().text = mark.longText(Evaluation);
    cycle.initiatives.front().answers[3] = mark.longText(Evaluation);
    result.cycle = cycle;
    return result;
}

QString textOf(const FormSheet &sheet)
{
    QStringList lines{sheet.title, sheet.subtitle};
    for (const FormSheet::Part &part : sheet.parts) {
        if (part.paragraph)
            lines << part.paragraph->text;
        if (!part.table)
            continue;
        lines << part.table->caption;
        for (const auto &row : part.table->rows)
            for (const FormTableCell &cell : row)
                lines << cell.text << cell.remark;
    }
    return lines.join(u'\n');
}

FormSheet sheetOf(SheetKind kind, const Cycle &cycle, std::optional<FormSheet::Paper> paper)
{
    const auto sheet = makeSheet(kind, cycle,
                                 {.prefecture = QStringLiteral("架空県"),
                                  .workshop = 0,
                                  .today = QDate(2026, 11, 21),
                                  .paper = paper});
    REQUIRE(sheet.has_value());
    return *sheet;
}

} // namespace tane::testing
