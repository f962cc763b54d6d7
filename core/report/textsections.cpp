// Sections about what people wrote: free texts, and what became of their goals.
#include "report/reportsections.h"

#include "survey/disclosure.h"

using namespace Qt::StringLiterals;

namespace tane::report {

namespace {

void writeCodes(const Part &part, const FreeTextSource &texts)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::Bars;
    chart.title = Texts::tr("%1 自由記述の内容").arg(texts.itemCode);
    chart.unit = Texts::tr("件");
    chart.series = {{Texts::tr("件数"), SeriesRole::Plain, {}}};
    for (const auto &[name, count] : texts.codes) {
        chart.categories.push_back({{}, name, texts.written});
        chart.series.front().values.push_back(count);
    }
    chart.note = Texts::tr("記述のあった %1名に対する値です。一つの記述を複数の内容に数えることがあります。")
                     .arg(texts.written);
    part.out.figure(std::move(chart), Texts::tr("記述のあった方 %1名").arg(texts.written));
}

void writeExcerpts(const Part &part, const FreeTextSource &texts)
{
    TableBlock table;
    table.head = {Texts::tr("記述"), Texts::tr("立場")};
    table.widths = {8, 2};
    const ChangeAnalysis &analysis = part.workshop->survey->analysis;
    const QStringList shown = shownGroups(analysis, part.report.external);
    for (const FreeTextSource::Excerpt &excerpt : texts.excerpts)
        table.rows.push_back({part.said(excerpt.text), part.report.external && !shown.contains(excerpt.role)
                                                           ? Texts::tr("（伏せる）")
                                                           : excerpt.role});
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("%1 自由記述の抜粋").arg(texts.itemCode));
}

/// 行動目標 of the plan: what was to be seen two or three months later.
void writeActions(const Part &part)
{
    TableBlock table;
    table.head = {Texts::tr("対象"), planFieldTitle(PlanField::Action)};
    table.widths = {2, 8};
    for (const TargetGroup &group : part.source.cycle.targetGroups) {
        QString name = group.name;
        for (const PlanLine &line : part.source.cycle.planLines) {
            if (line.targetGroup == group.id && line.field == PlanField::Action)
                table.rows.push_back({std::exchange(name, QString()), part.said(line.text)});
        }
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("確かめる行動目標"));
}

} // namespace

void writeFreeText(const Part &part)
{
    if (part.workshop == nullptr)
        return;
    for (const FreeTextSource &texts : part.workshop->freeTexts) {
        if (texts.codes.empty() && texts.excerpts.empty())
            continue;
        part.out.heading(2, texts.itemCode + u' ' + texts.question);
        if (!texts.codes.empty())
            writeCodes(part, texts);
        writeExcerpts(part, texts);
    }
}

void writeFollowUp(const Part &part)
{
    if (part.workshop == nullptr)
        return;
    struct Count
    {
        int people = 0, goals = 0, followed = 0;
    };
    std::array<Count, kGoalTerms.size()> counts{};
    for (const auto &[participant, goals] : part.workshop->goals) {
        std::array<bool, kGoalTerms.size()> has{};
        for (const ParticipantGoal &goal : goals) {
            const auto term = static_cast<std::size_t>(goal.term);
            ++counts.at(term).goals;
            counts.at(term).followed += goal.followUp.trimmed().isEmpty() ? 0 : 1;
            counts.at(term).people += std::exchange(has.at(term), true) ? 0 : 1;
        }
    }
    TableBlock table;
    table.head = {Texts::tr("期間"), Texts::tr("目標を書いた方"), Texts::tr("目標の数"),
                  Texts::tr("その後を記入した目標")};
    table.align = {TextAlign::Left, TextAlign::Right, TextAlign::Right, TextAlign::Right};
    for (const ParticipantGoal::Term term : kGoalTerms) {
        const Count &count = counts.at(static_cast<std::size_t>(term));
        if (count.goals > 0)
            table.rows.push_back(
                {goalTermText(term), Texts::tr("%1名").arg(count.people), QString::number(count.goals),
                 Texts::tr("%1（%2）")
                     .arg(QString::number(count.followed), Percent::of(count.followed, count.goals).text())});
    }
    if (table.rows.empty())
        return;
    writeActions(part);
    part.out.table(std::move(table), Texts::tr("参加者が立てた目標とその後"), Texts::tr("目標の数"));
}

} // namespace tane::report
