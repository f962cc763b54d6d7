#pragma once

#include "chart/chartspec.h"

namespace tane {

/// The same numbers in a form that Excel, too, can draw: Diverging as StackedShare with the best answer first,
/// Flow as one bar for each answer before, its parts being the answers after. Other types as they are.
[[nodiscard]] ChartSpec asCommonChart(const ChartSpec &spec);

} // namespace tane
