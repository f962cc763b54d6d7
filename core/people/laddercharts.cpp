// What the ladder's statistics say as charts.
#include "people/ladderstatistics.h"

#include "base/fiscalyear.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Ladder)
};

/// "1-1 タネを見つけ、共有する"
QString stepLabel(const LadderStep &step)
{
    return QString(step.name + u' ' + step.title).trimmed();
}

/// "東部圏域 3名、西部圏域 1名" of those with somebody who was not assessed.
QString notAssessedText(const std::vector<LadderCounts> &counts)
{
    QStringList parts;
    for (const LadderCounts &one : counts)
        if (one.notAssessed > 0)
            parts << Texts::tr("%1 %2名").arg(one.label).arg(one.notAssessed).trimmed();
    return parts.join(u'、');
}

} // namespace

ChartSpec ladderCountsChart(const Ladder &ladder, const std::vector<LadderCounts> &counts,
                            const QString &title)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = title;
    for (const LadderCounts &one : counts)
        chart.categories.push_back({{}, one.label, one.assessed()});
    const int steps = static_cast<int>(ladder.steps.size());
    for (int step = steps - 1; step >= 0; --step) {
        const auto place = static_cast<std::size_t>(step);
        ChartSeries series{.name = stepLabel(ladder.steps[place]), .role = SeriesRole::Level, .values = {}};
        series.level = step;
        series.levels = steps;
        for (const LadderCounts &one : counts)
            series.values.push_back(one.steps[place]);
        chart.series.push_back(std::move(series));
    }
    chart.note = Texts::tr("n は評価のある方の人数です。割合は n に対する値で、四捨五入のため"
                           "合計が100.0%にならないことがあります。");
    if (const QString left = notAssessedText(counts); !left.isEmpty())
        chart.note += Texts::tr("評価のない方（%1）は含みません。").arg(left);
    chart.reading = Texts::tr("左ほど上のレベルです。");
    return chart;
}

ChartSpec ladderFlowChart(const Ladder &ladder, const LadderFlow &flow)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::HeatMap;
    chart.title = Texts::tr("レベルの動き（%1→%2）").arg(eraDate(flow.from), eraDate(flow.to));
    chart.rowTitle = eraDate(flow.from);
    chart.columnTitle = eraDate(flow.to);
    int up = 0, stay = 0, down = 0, arrived = 0;
    for (std::size_t i = ladder.steps.size(); i-- > 0;) {
        std::vector<int> row;
        int base = 0;
        for (std::size_t j = ladder.steps.size(); j-- > 0;) {
            const int count = static_cast<int>(flow.people[i][j].size());
            row.push_back(count);
            base += count;
            (j > i ? up : j < i ? down : stay) += count;
        }
        chart.cells.push_back(std::move(row));
        chart.categories.push_back({{}, stepLabel(ladder.steps[i]), base});
        chart.columns << ladder.steps[i].name;
        arrived += static_cast<int>(flow.arrived[i].size());
    }
    chart.note = Texts::tr("行は %1、列は %2 のレベルです。どちらの日にも評価のある %3 名の人数を表します"
                           "（上がった方 %4 名、同じ方 %5 名、下がった方 %6 名）。")
                     .arg(eraDate(flow.from), eraDate(flow.to))
                     .arg(up + stay + down)
                     .arg(up)
                     .arg(stay)
                     .arg(down);
    if (arrived > 0)
        chart.note += Texts::tr("この間に初めて評価された %1 名は含みません。").arg(arrived);
    if (!flow.notAssessed.empty())
        chart.note += Texts::tr("評価のない %1 名は含みません。").arg(flow.notAssessed.size());
    chart.reading = Texts::tr("斜めの線より左下は上がった方、右上は下がった方です。");
    return chart;
}

} // namespace tane
