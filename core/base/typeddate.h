#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace tane {

/// What was typed into a field for a date: every spelling parseDate knows, and a day without its year (12/10,
/// 12月10日, １２．１０), which is the first such day on or after `earliest`. Nothing when it is no date or
/// the day does not exist.
[[nodiscard]] std::optional<QDate> parseTypedDate(QStringView text, QDate earliest);

/// Whether the text is written as a date whose day the calendar does not have (2026/11/31, 2/30).
[[nodiscard]] bool namesMissingDay(QStringView text);

} // namespace tane
