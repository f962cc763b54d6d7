// 目標設定 (the goal matrix) and 研修プログラムの企画 (the programme plan).
#include "programme/sheetparts.h"

#include <algorithm>

namespace tane::sheets {

namespace {

/// What is left of a landscape page below title and head, in millimetres, shared by so many rows.
double roomFor(std::size_t rows, double page)
{
    return std::clamp(page / static_cast<double>(std::max<std::size_t>(rows, 1)), 16.0, 62.0);
}

/// The groups a sheet has rows for: those of the programme, or room to write some in.
std::vector<TargetGroup> groupsOf(const Cycle &cycle)
{
    if (!cycle.targetGroups.empty())
        return cycle.targetGroups;
    return {{.name = Texts::tr("コーディネーター")}, {.name = Texts::tr("市町村担当者")}, {}};
}

QString levelText(const Cycle &cycle, qint64 group, PlanField field)
{
    const auto found = cycle.planLevels.find({group, field});
    return found == cycle.planLevels.end() || found->second.isEmpty()
               ? QString()
               : Texts::tr("想定レベル：%1").arg(found->second.toString());
}

FormTable programmeTable(const Programme &programme)
{
    FormTable table;
    table.widths = {45, 104, 25, 95};
    table.rows.push_back({label(Texts::tr("研修プログラム")), body(programme.title, 8),
                          label(Texts::tr("年度")), body(programmeYears(programme))});
    table.rows.push_back({label(Texts::tr("担当")), body(programme.owner, 8, 3)});
    if (!programme.note.isEmpty())
        table.rows.push_back({label(Texts::tr("備考")), body(programme.note, 0, 3)});
    table.middle = true;
    return table;
}

FormTable purposeTable(const Cycle &cycle)
{
    FormTable table;
    table.caption = Texts::tr("1.本プログラムの目的");
    table.widths = {12, 257};
    constexpr std::size_t blankRows = 3;
    for (std::size_t i = 0; i < (cycle.purposes.empty() ? blankRows : cycle.purposes.size()); ++i) {
        FormTableCell kind = label(i == 0 ? Texts::tr("主") : Texts::tr("副"));
        kind.align = FormTableCell::Align::Centre;
        table.rows.push_back({kind, body(i < cycle.purposes.size() ? cycle.purposes[i].text : QString(), 8)});
    }
    table.middle = true;
    return table;
}

} // namespace

void fillGoals(FormSheet &sheet, const Cycle &cycle)
{
    const Programme &programme = cycle.programme;
    FormTable table;
    table.widths = {39, 77, 76, 77};
    table.headRows = 1;
    table.rows.push_back({head(Texts::tr("対象")), head(programme.longLabel), head(programme.middleLabel),
                          head(programme.shortLabel)});
    bool inherited = false;
    const std::vector<TargetGroup> groups = groupsOf(cycle);
    const double room = roomFor(groups.size(), 147);
    for (const TargetGroup &group : groups) {
        std::vector<FormTableCell> row{groupCell(group)};
        for (const Goal::Term term : {Goal::Term::Long, Goal::Term::Middle, Goal::Term::Short}) {
            QStringList lines;
            for (const Goal &goal : cycle.goals) {
                if (group.id == 0 || goal.targetGroup != group.id || goal.term != term)
                    continue;
                inherited = inherited || goal.evaluationLine != 0;
                lines << point(goal.text) + (goal.evaluationLine != 0 ? QStringLiteral(" ※") : QString());
            }
            row.push_back(points(lines, room));
        }
        table.rows.push_back(std::move(row));
    }
    add(sheet, std::move(table));
    if (inherited)
        add(sheet, FormParagraph::Style::Note,
            Texts::tr("※ 前のプログラムの評価「次の短期目標への反映」から引き継いだ目標"));
}

void fillPlan(FormSheet &sheet, const Cycle &cycle)
{
    add(sheet, programmeTable(cycle.programme));
    add(sheet, purposeTable(cycle));

    constexpr std::array fields{PlanField::Entry, PlanField::Outcome, PlanField::Action};
    FormTable table;
    table.widths = {39, 76, 77, 77};
    table.headRows = 1;
    table.rows.push_back({head(Texts::tr("対象"))});
    int number = 2; // 図表-73 counts the purpose as 1
    for (const PlanField field : fields)
        table.rows.front().push_back(head(QStringLiteral("%1.%2").arg(number++).arg(planFieldTitle(field))));
    std::vector<TargetGroup> groups = groupsOf(cycle);
    std::erase_if(groups, [](const TargetGroup &group) { return group.isEnvironment; });
    const double room = roomFor(
        groups.size(), 116 - 8.5 * static_cast<double>(std::max<std::size_t>(cycle.purposes.size(), 3)));
    for (const TargetGroup &group : groups) {
        std::vector<FormTableCell> row{groupCell(group)};
        for (const PlanField field : fields) {
            QStringList lines;
            for (const PlanLine &line : cycle.planLines)
                if (group.id != 0 && line.targetGroup == group.id && line.field == field)
                    lines << point(line.text);
            FormTableCell cell = points(lines, room);
            cell.remark = levelText(cycle, group.id, field);
            row.push_back(std::move(cell));
        }
        table.rows.push_back(std::move(row));
    }
    add(sheet, std::move(table));
}

} // namespace tane::sheets
