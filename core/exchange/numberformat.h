#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace tane {

/// How a number in a cell is meant, as far as the reader cares.
enum class NumberKind : std::uint8_t {
    Number,
    Date,   ///< the format has a day, month, year, era or weekday
    Time,   ///< hours, minutes, seconds only
    Elapsed ///< [h]:mm and its like: hours go on beyond 24
};

/// Kind of a built-in number format (ECMA-376 part 1, 18.8.30, with the Japanese dates 27–36 and 50–58).
[[nodiscard]] NumberKind builtinNumberKind(int formatId);
/// Kind of a format code such as `[$-411]ggge"年"m"月"d"日"`. Only the first section counts.
[[nodiscard]] NumberKind numberKindOf(std::string_view formatCode);

using NumberBuffer = std::span<char, 32>;

/// A number as Excel's General shows it in a wide cell: 15 significant digits, no zeros at the end, 1E+20.
/// Long integers (receipt and telephone numbers of up to 15 digits) stay digits. Infinite or undefined
/// numbers give an empty text.
[[nodiscard]] std::string_view formatGeneral(double value, NumberBuffer buffer);

/// True when `text` already is what formatGeneral would give for its value: cheap, and true of nearly all
/// numbers in files.
[[nodiscard]] bool isGeneralForm(std::string_view text);

/// A serial number as ISO text: 2026-11-21, 2026-11-21T09:30:00 or 09:30:00, to the nearest second. The day
/// 1900-02-29, which never was, is given as Excel shows it. Empty when the serial number is no date
/// (negative, or after 9999).
[[nodiscard]] std::string_view formatSerial(double serial, NumberKind kind, bool date1904,
                                            NumberBuffer buffer);

} // namespace tane
