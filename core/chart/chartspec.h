#pragma once

#include "base/rounding.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace tane {

/// What a series means; the presenters choose colour and pattern by it, never by position.
enum class SeriesRole { Up, Stay, Down, Plain, Level };

struct ChartSeries
{
    QString name; ///< legend and head above the bars: "up"
    SeriesRole role = SeriesRole::Plain;
    std::vector<int> values; ///< counts, one for each category
    int level = 0;           ///< Level only: which step of a ladder, the lowest being 0 …
    int levels = 0;          ///< … of how many
};

struct ChartCategory
{
    QString code;  ///< "Ⅰ-3"; may be empty
    QString label; ///< the item in short form, one or two lines when wrapped
    int base = 0;  ///< n: what the percentages of this category are of
    bool countsOnly = false; ///< so few people that counts stand alone

    /// Undefined where only counts are shown.
    [[nodiscard]] Percent percentOf(int count) const
    {
        return Percent::of(count, countsOnly ? 0 : std::max(0, base));
    }
};

/// What a chart says, as values. Three presenters draw it: Qt Charts on screen, the painter on paper
/// (ui/paper) and Excel's own charts (exchange/workbookwriter). A number never stands without its base, a
/// percentage never without its count.
struct ChartSpec
{
    enum class Type {
        StackedShare, ///< horizontal 100 % bars: series are the parts of each category
        Bars,         ///< horizontal bars of counts with percentages: one series
        HeatMap, ///< a square table of counts: categories are the rows (before), `columns` the columns
                 ///< (after); series is unused, `cells` holds the counts; above the diagonal (worse) is down,
                 ///< below is up
        Diverging, ///< StackedShare laid out around a line: the first `divide` series, best outermost, stand
                   ///< at the right of it, the others at the left; rows of one code (before, after) belong
                   ///< together
        Flow       ///< the numbers of a HeatMap as ribbons from the answers before to those after
    };

    Type type = Type::StackedShare;
    QString figure; ///< "図表-1"; empty when not numbered
    QString title; ///< "研修前後の変化（Ⅱ 他者に説明ができるか・コーディネーター）"
    std::vector<ChartCategory> categories;
    std::vector<ChartSeries> series;
    QStringList columns;                 ///< HeatMap and Flow: heads of the columns
    std::vector<std::vector<int>> cells; ///< HeatMap and Flow: [row][column]
    int divide = 0;                      ///< Diverging only
    QString unit;                        ///< what is counted; empty: 名
    QString rowTitle, columnTitle;       ///< HeatMap and Flow: "研修前", "研修後"
    QString note;                        ///< what n and the percentages are of, what was left out
    QString reading;                     ///< what it means, in one or two sentences

    /// Do its numbers stand in `cells`, not in `series`?
    [[nodiscard]] bool hasCells() const { return type == Type::HeatMap || type == Type::Flow; }
};

} // namespace tane
