#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace tane {

/// 2026-11-21 as "令和8年11月21日" (the first year as 元年). Dates before 明治6年 (1873-01-01, the start of
/// the solar calendar in Japan) are written as "1872年12月31日". An invalid date gives an empty text.
[[nodiscard]] QString eraDate(QDate date);
/// "令和8年11月21日(土)".
[[nodiscard]] QString eraDateWithWeekday(QDate date);

/// Reads 令和8年11月21日, 令和元年5月1日, R8.11.21, Ｒ８．１１．２１, H31/4/30, 2026-11-21, 2026/11/21,
/// 2026年11月21日. Full-width digits are fine. A day that does not exist, or that lies outside its era, gives
/// nothing.
[[nodiscard]] std::optional<QDate> parseDate(QStringView text);

/// The year from April to March, named by the calendar year it starts in.
class FiscalYear
{
public:
    FiscalYear() = default;
    explicit FiscalYear(int startYear)
        : m_year(startYear)
    {
    }
    [[nodiscard]] static FiscalYear of(QDate date);
    /// Reads "令和8年度", "R8", "2026年度", "令和8", "2026".
    [[nodiscard]] static std::optional<FiscalYear> parse(QStringView text);

    [[nodiscard]] int startYear() const { return m_year; }
    [[nodiscard]] QDate firstDay() const { return {m_year, 4, 1}; }
    [[nodiscard]] QDate lastDay() const { return {m_year + 1, 3, 31}; }
    /// "令和8年度"; the year 2019 is 令和元年度, as government offices write it.
    [[nodiscard]] QString text() const;

    friend auto operator<=>(FiscalYear, FiscalYear) = default;

private:
    int m_year = 0;
};

} // namespace tane
