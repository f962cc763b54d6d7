#pragma once

#include "survey/answerreader.h"

#include <optional>

namespace tane {

/// Where the one person of a form put a mark (○, レ, ✓ …) beside one of the options printed there.
struct MarkedOption
{
    Mark mark = kUnanswered;
    int row = 0, column = 0; ///< of the option, or of the mark that is not understood
    QString content;         ///< what stood there, when not understood
};

/// The part of a form that belongs to one item: from its label to the next one.
struct OptionRegion
{
    int labelRow = 0;
    int firstColumn = 0; ///< after the label, in its row
    int stopColumn = 0;  ///< before the next label of that row
    int stopRow = 0;     ///< before the next row with a label
};

/// Options in cells of their own, below each other or side by side, each with room for a mark beside it, in
/// it or below it. Nothing when the options of the item do not stand there, each exactly once. Two marks, or
/// one of which it is not clear which option it belongs to, give kNotUnderstood.
[[nodiscard]] std::optional<MarkedOption> markInOptionList(const Table &table, const Item &item,
                                                           const OptionRegion &region);

/// Items as rows under one row of options: the mark stands in the column of its option. Nothing when no such
/// row stands above, or when something else than marks stands in the item's row.
[[nodiscard]] std::optional<MarkedOption> markInGrid(const Table &table, const Item &item,
                                                     const OptionRegion &region);

/// The text of a cell says an option of the item, perhaps with a mark or a box before or after it.
[[nodiscard]] bool saysOption(const Item &item, const QString &text);

} // namespace tane
