#pragma once

#include "chart/chartspec.h"
#include "exchange/formsheet.h"
#include "participants/participationview.h"

namespace tane {

/// "◎", "○", "△", "・", "－": a sign for each kind of turnout, to be told apart without colour.
[[nodiscard]] QString turnoutSign(MunicipalityTurnout::Who who);

/// How many municipalities sent both, only one of the two, others or nobody.
struct TurnoutCount
{
    QString label; ///< the care area; empty for all
    int both = 0, onlyCoordinator = 0, onlyOfficer = 0, onlyOthers = 0, nobody = 0;
    [[nodiscard]] int all() const { return both + onlyCoordinator + onlyOfficer + onlyOthers + nobody; }
};
[[nodiscard]] TurnoutCount countTurnout(const std::vector<MunicipalityTurnout> &turnout);
/// By care area in the order they first appear, those without one last.
[[nodiscard]] std::vector<TurnoutCount> turnoutByArea(const std::vector<MunicipalityTurnout> &turnout);
/// Shares of the municipalities: all of them, then each care area where there are several.
[[nodiscard]] ChartSpec turnoutChart(const std::vector<MunicipalityTurnout> &turnout);
/// A table of people as bars, with what the percentages are of.
[[nodiscard]] ChartSpec countChart(const CountTable &table);

/// What the printed page is about.
struct ParticipationSheetOptions
{
    QString prefecture;
    QString workshop; ///< title and day
    QString counted;  ///< "受講決定の方"
};
/// 参加の状況 on one page: the matrix of municipalities in three columns, and the tables of people.
[[nodiscard]] FormSheet makeParticipationSheet(const std::vector<MunicipalityTurnout> &turnout,
                                               const std::vector<CountTable> &tables,
                                               const ParticipationSheetOptions &options);

} // namespace tane
