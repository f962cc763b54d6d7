#pragma once

#include <QDate>
#include <QString>

namespace tane {

/// The name of the national holiday of Japan on this day ("敬老の日", "振替休日", "国民の休日"), or empty.
/// From the rules of 国民の祝日に関する法律 (昭和23年法律第178号) as amended, with the changed days of 2019
/// to 2021; from 1949 on.
[[nodiscard]] QString holidayName(QDate day);

/// A day on which a prefectural office is open: no Saturday, Sunday or holiday, and not 12-29 to 01-03
/// (地方自治法 第4条の2).
[[nodiscard]] bool isOfficeDay(QDate day);
[[nodiscard]] QDate officeDayOnOrBefore(QDate day);
[[nodiscard]] QDate officeDayOnOrAfter(QDate day);

} // namespace tane
