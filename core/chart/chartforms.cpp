#include "chart/chartforms.h"

namespace tane {

ChartSpec asCommonChart(const ChartSpec &spec)
{
    ChartSpec common = spec;
    if (spec.type == ChartSpec::Type::Diverging) {
        common.type = ChartSpec::Type::StackedShare;
    } else if (spec.type == ChartSpec::Type::Flow) {
        common.type = ChartSpec::Type::StackedShare;
        common.series.clear();
        const auto columns = static_cast<std::size_t>(spec.columns.size());
        for (std::size_t column = 0; column < columns; ++column) {
            ChartSeries series;
            series.name = spec.columnTitle + QLatin1Char(' ') + spec.columns.at(static_cast<qsizetype>(column));
            series.role = SeriesRole::Level;
            series.level = static_cast<int>(columns - 1 - column); // the best answer is the deepest
            series.levels = static_cast<int>(columns);
            for (const std::vector<int> &row : spec.cells)
                series.values.push_back(column < row.size() ? row[column] : 0);
            common.series.push_back(std::move(series));
        }
        for (ChartCategory &category : common.categories)
            category.label = spec.rowTitle + QLatin1Char(' ') + category.label;
        common.cells.clear();
        common.columns.clear();
    }
    return common;
}

} // namespace tane
