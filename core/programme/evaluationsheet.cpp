// 評価・振り返り: the lines of the evaluation, the seven questions for each initiative, the meetings.
#include "programme/sheetparts.h"

namespace tane::sheets {

namespace {

void addLines(FormSheet &sheet, const Cycle &cycle)
{
    using Kind = EvaluationLine::Kind;
    FormTable table;
    table.widths = {42, 140};
    for (const Kind kind :
         {Kind::Achieved, Kind::NotAchieved, Kind::Reading, Kind::NextGoal, Kind::Council}) {
        QStringList lines;
        for (const EvaluationLine &line : cycle.evaluation)
            if (line.kind == kind)
                lines << point(withGroup(cycle, line.targetGroup, line.text));
        table.rows.push_back(
            {label(evaluationKindTitle(kind)), points(lines, kind == Kind::Council ? 30 : 50)});
    }
    add(sheet, std::move(table));
}

/// 003, 図表-16 divides the seven questions into looking at the result and looking for its causes.
void addInitiative(FormSheet &sheet, const Initiative &initiative)
{
    constexpr std::size_t resultQuestions = 3;
    constexpr double room = 17;
    const auto &questions = reviewQuestions();
    FormTable table;
    table.widths = {42, 60, 80};
    table.headRows = 1;
    FormTableCell name = band(Texts::tr("取組：%1").arg(initiative.name), 3);
    table.rows.push_back({name});
    for (std::size_t i = 0; i < questions.size(); ++i) {
        std::vector<FormTableCell> row;
        if (i == 0)
            row.push_back(
                label(Texts::tr("取組の実施状況や結果・成果の確認"), static_cast<int>(resultQuestions)));
        else if (i == resultQuestions)
            row.push_back(label(Texts::tr("結果・成果の分析と改善策の検討"),
                                static_cast<int>(questions.size() - resultQuestions)));
        row.push_back(label(questions[i]));
        row.push_back(body(initiative.answers[i], room));
        table.rows.push_back(std::move(row));
    }
    add(sheet, std::move(table));
}

void addMeetings(FormSheet &sheet, const Cycle &cycle)
{
    FormTable table;
    table.caption = Texts::tr("振り返り会");
    table.widths = {34, 26, 48, 74};
    table.headRows = 1;
    table.rows.push_back({head(Texts::tr("開催日")), head(Texts::tr("形式")), head(Texts::tr("出席者")),
                          head(Texts::tr("内容"))});
    const std::vector<ReflectionMeeting> blank(2);
    for (const ReflectionMeeting &meeting : cycle.meetings.empty() ? blank : cycle.meetings)
        table.rows.push_back({body(eraDateWithWeekday(meeting.heldOn), 26), body(meeting.form),
                              body(meeting.attendees), body(meeting.contents)});
    add(sheet, std::move(table));
}

} // namespace

void fillEvaluation(FormSheet &sheet, const Cycle &cycle)
{
    addLines(sheet, cycle);
    add(sheet, FormParagraph::Style::Heading, Texts::tr("取組ごとの振り返り"));
    if (cycle.initiatives.empty())
        addInitiative(sheet, {});
    for (const Initiative &initiative : cycle.initiatives)
        addInitiative(sheet, initiative);
    addMeetings(sheet, cycle);
}

} // namespace tane::sheets
