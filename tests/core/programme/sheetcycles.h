#pragma once

#include "programme/sheets.h"

#include <map>

namespace tane::testing {

/// A cycle in which every text, number, day and time is different from all others, and what of it belongs on
/// which sheet.
struct MarkedCycle
{
    Cycle cycle;
    std::map<SheetKind, QStringList> expected;
};
[[nodiscard]] MarkedCycle markedCycle();

/// A programme as just made, with one workshop: nothing entered.
[[nodiscard]] Cycle emptyCycle();
/// A programme as an officer would have entered it; all people are invented.
[[nodiscard]] Cycle usualCycle();
/// Far more than usual: 200 goals, 60 timetable rows, 10,000 characters in single cells. Every piece of text
/// has a number of its own, in brackets: "［zq123］".
struct LongCycle
{
    Cycle cycle;
    std::map<SheetKind, QStringList> expected;
};
[[nodiscard]] LongCycle longCycle();

/// All text of a sheet: title, subtitle, paragraphs, captions and cells, each on its own line.
[[nodiscard]] QString textOf(const FormSheet &sheet);
[[nodiscard]] FormSheet sheetOf(SheetKind kind, const Cycle &cycle,
                                std::optional<FormSheet::Paper> paper = std::nullopt);

} // namespace tane::testing
