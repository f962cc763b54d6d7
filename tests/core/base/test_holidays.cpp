#include "base/holidays.h"

#include <catch2/catch.hpp>

#include <QStringList>

using namespace tane;

namespace {

/// "01-01 元日" for every holiday of a year.
QStringList holidaysOf(int year)
{
    QStringList found;
    for (QDate day(year, 1, 1); day.year() == year; day = day.addDays(1)) {
        const QString name = holidayName(day);
        if (!name.isEmpty())
            found << day.toString(QStringLiteral("MM-dd ")) + name;
    }
    return found;
}

QStringList list(const char *days)
{
    return QString::fromUtf8(days).split(u',');
}

} // namespace

// The lists of the Cabinet Office (内閣府「国民の祝日について」, syukujitsu.csv), which calls 振替休日 and
// 国民の休日 just 休日.

TEST_CASE("2015 has a 国民の休日 between 敬老の日 and 秋分の日")
{
    CHECK(
        holidaysOf(2015) ==
        list("01-01 元日,01-12 成人の日,02-11 建国記念の日,03-21 春分の日,04-29 昭和の日,05-03 憲法記念日,"
             "05-04 みどりの日,05-05 こどもの日,05-06 振替休日,07-20 海の日,09-21 敬老の日,09-22 国民の休日,"
             "09-23 秋分の日,10-12 体育の日,11-03 文化の日,11-23 勤労感謝の日,12-23 天皇誕生日"));
}

TEST_CASE("2019 has ten days off around the accession, and no birthday of the Emperor")
{
    CHECK(holidaysOf(2019) ==
          list("01-01 元日,01-14 成人の日,02-11 建国記念の日,03-21 春分の日,04-29 昭和の日,04-30 国民の休日,"
               "05-01 天皇の即位の日,05-02 国民の休日,05-03 憲法記念日,05-04 みどりの日,05-05 こどもの日,"
               "05-06 振替休日,07-15 海の日,08-11 山の日,08-12 振替休日,09-16 敬老の日,09-23 秋分の日,"
               "10-14 体育の日,10-22 即位礼正殿の儀の行われる日,11-03 文化の日,11-04 振替休日,11-23 "
               "勤労感謝の日"));
}

TEST_CASE("2020 and 2021 have their days moved for the Games")
{
    CHECK(
        holidaysOf(2020) ==
        list("01-01 元日,01-13 成人の日,02-11 建国記念の日,02-23 天皇誕生日,02-24 振替休日,03-20 春分の日,"
             "04-29 昭和の日,05-03 憲法記念日,05-04 みどりの日,05-05 こどもの日,05-06 振替休日,07-23 海の日,"
             "07-24 スポーツの日,08-10 山の日,09-21 敬老の日,09-22 秋分の日,11-03 文化の日,11-23 "
             "勤労感謝の日"));
    CHECK(
        holidaysOf(2021) ==
        list(
            "01-01 元日,01-11 成人の日,02-11 建国記念の日,02-23 天皇誕生日,03-20 春分の日,04-29 昭和の日,"
            "05-03 憲法記念日,05-04 みどりの日,05-05 こどもの日,07-22 海の日,07-23 スポーツの日,08-08 山の日,"
            "08-09 振替休日,09-20 敬老の日,09-23 秋分の日,11-03 文化の日,11-23 勤労感謝の日"));
}

TEST_CASE("2024, 2025 and 2026 are as published")
{
    CHECK(
        holidaysOf(2024) ==
        list("01-01 元日,01-08 成人の日,02-11 建国記念の日,02-12 振替休日,02-23 天皇誕生日,03-20 春分の日,"
             "04-29 昭和の日,05-03 憲法記念日,05-04 みどりの日,05-05 こどもの日,05-06 振替休日,07-15 海の日,"
             "08-11 山の日,08-12 振替休日,09-16 敬老の日,09-22 秋分の日,09-23 振替休日,10-14 スポーツの日,"
             "11-03 文化の日,11-04 振替休日,11-23 勤労感謝の日"));
    CHECK(
        holidaysOf(2025) ==
        list(
            "01-01 元日,01-13 成人の日,02-11 建国記念の日,02-23 天皇誕生日,02-24 振替休日,03-20 春分の日,"
            "04-29 昭和の日,05-03 憲法記念日,05-04 みどりの日,05-05 こどもの日,05-06 振替休日,07-21 海の日,"
            "08-11 山の日,09-15 敬老の日,09-23 秋分の日,10-13 スポーツの日,11-03 文化の日,11-23 勤労感謝の日,"
            "11-24 振替休日"));
    CHECK(holidaysOf(2026) ==
          list("01-01 元日,01-12 成人の日,02-11 建国記念の日,02-23 天皇誕生日,03-20 春分の日,04-29 昭和の日,"
               "05-03 憲法記念日,05-04 みどりの日,05-05 こどもの日,05-06 振替休日,07-20 海の日,08-11 山の日,"
               "09-21 敬老の日,09-22 国民の休日,09-23 秋分の日,10-12 スポーツの日,11-03 文化の日,11-23 "
               "勤労感謝の日"));
}

TEST_CASE("the law as it was then holds for earlier years")
{
    CHECK(holidaysOf(1949) ==
          list("01-01 元日,01-15 成人の日,03-21 春分の日,04-29 天皇誕生日,05-03 憲法記念日,"
               "05-05 こどもの日,09-23 秋分の日,11-03 文化の日,11-23 勤労感謝の日"));
    CHECK(holidaysOf(1948).isEmpty());
    // 昭和48年法律第10号 came into force on 1973-04-12: 02-11 was a Sunday too early, 04-29 the first.
    CHECK(holidayName(QDate(1973, 2, 12)).isEmpty());
    CHECK(holidayName(QDate(1973, 4, 30)) == QStringLiteral("振替休日"));
    // 昭和60年法律第103号: 05-04 between two holidays, but not when it is a Sunday (1986) or 振替休日 (1987).
    CHECK(holidayName(QDate(1985, 5, 4)).isEmpty());
    CHECK(holidayName(QDate(1986, 5, 4)).isEmpty());
    CHECK(holidayName(QDate(1987, 5, 4)) == QStringLiteral("振替休日"));
    CHECK(holidayName(QDate(1988, 5, 4)) == QStringLiteral("国民の休日"));
    CHECK(holidayName(QDate(1989, 2, 24)) == QStringLiteral("昭和天皇の大喪の礼"));
    CHECK(holidayName(QDate(1999, 10, 10)) == QStringLiteral("体育の日"));
    CHECK(holidayName(QDate(1999, 10, 11)) == QStringLiteral("振替休日"));
    CHECK(holidayName(QDate(2000, 10, 9)) == QStringLiteral("体育の日")); // the second Monday from 2000 on
    CHECK(holidayName(QDate(2002, 9, 15)) == QStringLiteral("敬老の日"));
}

TEST_CASE("until 2006 only the very next day was a substitute, since 2007 the next that is no holiday")
{
    // 05-03 was a Sunday in 1998 and 2009; 05-06 is a day off only under the law of 2007
    // (平成17年法律第43号).
    CHECK(holidayName(QDate(1998, 5, 4)) == QStringLiteral("振替休日"));
    CHECK(holidayName(QDate(1998, 5, 6)).isEmpty());
    CHECK(holidayName(QDate(2009, 5, 4)) == QStringLiteral("みどりの日"));
    CHECK(holidayName(QDate(2009, 5, 6)) == QStringLiteral("振替休日"));
    CHECK(holidayName(QDate(2008, 5, 6)) == QStringLiteral("振替休日")); // 05-04 was the Sunday
    CHECK(holidayName(QDate(2010, 5, 6)).isEmpty());
}

TEST_CASE("the equinoxes are those of the almanac")
{
    // 国立天文台 暦要項, years in which the day is not the usual one.
    CHECK(holidayName(QDate(1960, 3, 20)) == QStringLiteral("春分の日"));
    CHECK(holidayName(QDate(1979, 9, 24)) == QStringLiteral("秋分の日"));
    CHECK(holidayName(QDate(2012, 3, 20)) == QStringLiteral("春分の日"));
    CHECK(holidayName(QDate(2012, 9, 22)) == QStringLiteral("秋分の日"));
    CHECK(holidayName(QDate(2023, 3, 21)) == QStringLiteral("春分の日"));
    CHECK(holidayName(QDate(2027, 3, 21)) == QStringLiteral("春分の日"));
    CHECK(holidayName(QDate(2101, 3, 21)).isEmpty()); // the formula ends with 2099
}

TEST_CASE("the office is closed on weekends, holidays and from 12-29 to 01-03")
{
    CHECK(isOfficeDay(QDate(2026, 11, 20)));       // a Friday
    CHECK_FALSE(isOfficeDay(QDate(2026, 11, 21))); // a Saturday
    CHECK_FALSE(isOfficeDay(QDate(2026, 9, 22)));
    CHECK(isOfficeDay(QDate(2026, 12, 28)));       // a Monday
    CHECK_FALSE(isOfficeDay(QDate(2026, 12, 29))); // 地方自治法 第4条の2
    CHECK(officeDayOnOrAfter(QDate(2026, 12, 29)) == QDate(2027, 1, 4));
    CHECK(officeDayOnOrBefore(QDate(2027, 1, 3)) == QDate(2026, 12, 28));
    CHECK(officeDayOnOrBefore(QDate(2026, 9, 23)) == QDate(2026, 9, 18)); // three holidays and a weekend
    CHECK(officeDayOnOrAfter(QDate(2026, 9, 24)) == QDate(2026, 9, 24));
    CHECK_FALSE(officeDayOnOrAfter(QDate()).isValid());
    CHECK_FALSE(isOfficeDay(QDate()));
}
