#include "base/fiscalyear.h"

#include <catch2/catch.hpp>

using namespace tane;

namespace {
QString s(const char16_t *text)
{
    return QString::fromUtf16(text);
}
} // namespace

// Days on which the eras change: Cabinet Order 143 of 2019 (令和), 1 of 1989 (平成), edicts of 1926-12-25 and
// 1912-07-30; the solar calendar: Dajōkan edict 337 of 明治5年.
TEST_CASE("a date is written in the era of its day")
{
    CHECK(eraDate(QDate(2026, 11, 21)) == s(u"令和8年11月21日"));
    CHECK(eraDateWithWeekday(QDate(2026, 11, 21)) == s(u"令和8年11月21日(土)"));
    CHECK(eraDate(QDate(2019, 5, 1)) == s(u"令和元年5月1日"));
    CHECK(eraDate(QDate(2019, 4, 30)) == s(u"平成31年4月30日"));
    CHECK(eraDate(QDate(1989, 1, 8)) == s(u"平成元年1月8日"));
    CHECK(eraDate(QDate(1989, 1, 7)) == s(u"昭和64年1月7日"));
    CHECK(eraDate(QDate(1926, 12, 25)) == s(u"昭和元年12月25日"));
    CHECK(eraDate(QDate(1926, 12, 24)) == s(u"大正15年12月24日"));
    CHECK(eraDate(QDate(1912, 7, 30)) == s(u"大正元年7月30日"));
    CHECK(eraDate(QDate(1912, 7, 29)) == s(u"明治45年7月29日"));
    CHECK(eraDate(QDate(1873, 1, 1)) == s(u"明治6年1月1日"));
    CHECK(eraDate(QDate(1872, 12, 31)) == s(u"1872年12月31日"));
    CHECK(eraDate(QDate()).isEmpty());
    CHECK(eraDateWithWeekday(QDate()).isEmpty());
}

TEST_CASE("a date is read in the spellings offices use")
{
    const QDate day(2026, 11, 21);
    for (const char16_t *text :
         {u"令和8年11月21日", u"令和８年１１月２１日", u"令和 8年 11月21日", u"R8.11.21", u"Ｒ８．１１．２１",
          u"r8/11/21", u"R8-11-21", u"㋿8年11月21日", u"2026-11-21", u"2026/11/21", u"2026.11.21",
          u"2026年11月21日", u" ２０２６／１１／２１ ", u"令和8年11月21日（土）"}) {
        INFO(s(text).toStdString());
        CHECK(parseDate(s(text)) == day);
    }
    CHECK(parseDate(s(u"令和元年5月1日")) == QDate(2019, 5, 1));
    CHECK(parseDate(s(u"H31/4/30")) == QDate(2019, 4, 30));
    CHECK(parseDate(s(u"S64.1.7")) == QDate(1989, 1, 7));
    CHECK(parseDate(s(u"昭和元年12月25日")) == QDate(1926, 12, 25));
    CHECK(parseDate(s(u"T15.12.24")) == QDate(1926, 12, 24));
    CHECK(parseDate(s(u"明治45年7月29日")) == QDate(1912, 7, 29));
    CHECK(parseDate(s(u"R6.2.29")) == QDate(2024, 2, 29));
}

TEST_CASE("a day that does not exist or lies outside its era is not read")
{
    for (const char16_t *text : {u"平成31年5月1日",
                                 u"令和元年4月30日",
                                 u"昭和64年1月8日",
                                 u"平成元年1月7日",
                                 u"大正15年12月25日",
                                 u"明治5年12月2日",
                                 u"2026-02-29",
                                 u"R8.2.29",
                                 u"2026-13-01",
                                 u"2026-11-31",
                                 u"令和0年5月1日",
                                 u"8.11.21",
                                 u"26/11/21",
                                 u"2026-11/21",
                                 u"2026-11",
                                 u"11月21日",
                                 u"令和8年",
                                 u"X8.1.1",
                                 u"",
                                 u"元年5月1日",
                                 u"令和8年11月21日頃",
                                 u"20261121"}) {
        INFO(s(text).toStdString());
        CHECK_FALSE(parseDate(s(text)).has_value());
    }
}

TEST_CASE("every day since 1873 is read back as it was written")
{
    for (QDate day(1873, 1, 1); day < QDate(2060, 1, 1); day = day.addDays(17))
        REQUIRE(parseDate(eraDateWithWeekday(day)) == day);
}

TEST_CASE("a fiscal year runs from April to March")
{
    CHECK(FiscalYear::of(QDate(2026, 11, 21)).text() == s(u"令和8年度"));
    CHECK(FiscalYear::of(QDate(2027, 3, 31)) == FiscalYear(2026));
    CHECK(FiscalYear::of(QDate(2027, 4, 1)) == FiscalYear(2027));
    CHECK(FiscalYear(2026).firstDay() == QDate(2026, 4, 1));
    CHECK(FiscalYear(2026).lastDay() == QDate(2027, 3, 31));
    CHECK(FiscalYear(2026) < FiscalYear(2027));
}

TEST_CASE("a fiscal year is named by the era of the year it starts in")
{
    CHECK(FiscalYear(2024).text() == s(u"令和6年度"));  // the year of the research report
    CHECK(FiscalYear(2019).text() == s(u"令和元年度")); // as the government's budget of that year is called
    CHECK(FiscalYear(2018).text() == s(u"平成30年度"));
    CHECK(FiscalYear(1989).text() == s(u"平成元年度"));
    CHECK(FiscalYear(1988).text() == s(u"昭和63年度"));
}

TEST_CASE("a fiscal year is read in the spellings offices use")
{
    for (const char16_t *text : {u"令和8年度", u"令和８年度", u"R8", u"Ｒ８", u"2026年度", u"令和8", u"2026",
                                 u"令和8年", u" 令和 8 年度"}) {
        INFO(s(text).toStdString());
        CHECK(FiscalYear::parse(s(text)) == FiscalYear(2026));
    }
    CHECK(FiscalYear::parse(s(u"令和元年度")) == FiscalYear(2019));
    CHECK(FiscalYear::parse(s(u"平成31年度")) == FiscalYear(2019));
    for (const char16_t *text :
         {u"平成32年度", u"昭和65年度", u"令和0年度", u"8", u"26", u"年度", u"", u"来年度"}) {
        INFO(s(text).toStdString());
        CHECK_FALSE(FiscalYear::parse(s(text)).has_value());
    }
}
