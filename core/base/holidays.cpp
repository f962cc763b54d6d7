#include "base/holidays.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Holidays)
};

constexpr int kFirstYear = 1949; ///< the first whole year of the law of 1948-07-20

/// The n-th Monday of a month.
QDate monday(int year, int month, int n)
{
    const QDate first(year, month, 1);
    const int toMonday = (8 - first.dayOfWeek()) % 7;
    return first.addDays(toMonday + 7 * (n - 1));
}

/// Day of the month of an equinox by the approximation of 海上保安庁水路部 暦計算研究会 (新こよみ便利帳),
/// which holds from 1900 to 2099; nothing outside. `base79` and `base80` are its constants in millionths of a
/// day. The days that count are those of the 暦要項 of the February before; so far they never differed.
std::optional<int> equinoxDay(int year, qint64 base79, qint64 base80)
{
    if (year < 1900 || year > 2099)
        return std::nullopt;
    const bool early = year < 1980;
    const qint64 drift = 242194 * static_cast<qint64>(year - 1980);
    const int leapDays = (year - (early ? 1983 : 1980)) / 4; // towards zero, as the formula wants it
    return static_cast<int>(((early ? base79 : base80) + drift) / 1000000) - leapDays;
}

bool isVernalEquinox(QDate day)
{
    return day.month() == 3 && equinoxDay(day.year(), 20835700, 20843100) == day.day();
}

bool isAutumnalEquinox(QDate day)
{
    return day.month() == 9 && equinoxDay(day.year(), 23258800, 23248800) == day.day();
}

/// A day named by a law of its own for one year.
QString singleDay(QDate day)
{
    static const std::array<std::pair<QDate, QString>, 6> days{{
        {QDate(1959, 4, 10), Texts::tr("皇太子明仁親王の結婚の儀")},
        {QDate(1989, 2, 24), Texts::tr("昭和天皇の大喪の礼")},
        {QDate(1990, 11, 12), Texts::tr("即位礼正殿の儀")},
        {QDate(1993, 6, 9), Texts::tr("皇太子徳仁親王の結婚の儀")},
        {QDate(2019, 5, 1), Texts::tr("天皇の即位の日")},
        {QDate(2019, 10, 22), Texts::tr("即位礼正殿の儀の行われる日")},
    }};
    for (const auto &[single, name] : days)
        if (single == day)
            return name;
    return {};
}

/// The days that were moved for the Games of 2020, held in 2021; an invalid day in other years.
/// 平成三十二年東京オリンピック競技大会・東京パラリンピック競技大会特別措置法 第32条, as amended.
struct MovedDays
{
    QDate marine, mountain, sports;
};
MovedDays movedDays(int year)
{
    if (year == 2020)
        return {QDate(2020, 7, 23), QDate(2020, 8, 10), QDate(2020, 7, 24)};
    if (year == 2021)
        return {QDate(2021, 7, 22), QDate(2021, 8, 8), QDate(2021, 7, 23)};
    return {};
}

/// The holidays of July to October, which moved most often.
QString nameFromJulyToOctober(QDate day)
{
    const int year = day.year();
    const auto is = [day](int month, int d) { return day.month() == month && day.day() == d; };
    const MovedDays moved = movedDays(year);
    if (moved.marine.isValid()) {
        if (day == moved.marine)
            return Texts::tr("海の日");
        if (day == moved.mountain)
            return Texts::tr("山の日");
        if (day == moved.sports)
            return Texts::tr("スポーツの日");
    } else {
        if (year >= 2003 ? day == monday(year, 7, 3) : year >= 1996 && is(7, 20))
            return Texts::tr("海の日");
        if (year >= 2016 && is(8, 11))
            return Texts::tr("山の日");
        if (year >= 2000 ? day == monday(year, 10, 2) : year >= 1966 && is(10, 10))
            return year >= 2020 ? Texts::tr("スポーツの日") : Texts::tr("体育の日");
    }
    if (year >= 2003 ? day == monday(year, 9, 3) : year >= 1966 && is(9, 15))
        return Texts::tr("敬老の日");
    return isAutumnalEquinox(day) ? Texts::tr("秋分の日") : QString();
}

/// 国民の祝日 proper (第2条), and the days treated as such; without 振替休日 and 国民の休日.
QString nationalHoliday(QDate day)
{
    const int year = day.year();
    if (year < kFirstYear)
        return {};
    if (const QString single = singleDay(day); !single.isEmpty())
        return single;
    const auto is = [day](int month, int d) { return day.month() == month && day.day() == d; };
    if (is(1, 1))
        return Texts::tr("元日");
    if (year >= 2000 ? day == monday(year, 1, 2) : is(1, 15))
        return Texts::tr("成人の日");
    if (year >= 1967 && is(2, 11))
        return Texts::tr("建国記念の日");
    if ((year >= 2020 && is(2, 23)) || (year >= 1989 && year <= 2018 && is(12, 23)) ||
        (year <= 1988 && is(4, 29)))
        return Texts::tr("天皇誕生日");
    if (isVernalEquinox(day))
        return Texts::tr("春分の日");
    if (year >= 2007 && is(4, 29))
        return Texts::tr("昭和の日");
    if ((year >= 2007 && is(5, 4)) || (year >= 1989 && year <= 2006 && is(4, 29)))
        return Texts::tr("みどりの日");
    if (is(5, 3))
        return Texts::tr("憲法記念日");
    if (is(5, 5))
        return Texts::tr("こどもの日");
    if (is(11, 3))
        return Texts::tr("文化の日");
    if (is(11, 23))
        return Texts::tr("勤労感謝の日");
    return nameFromJulyToOctober(day);
}

/// 第3条第2項. Since 1973-04-12 the day after a holiday on a Sunday; since 2007 the first one after it that
/// is no holiday itself.
bool isSubstitute(QDate day)
{
    if (day < QDate(1973, 4, 12))
        return false;
    QDate before = day.addDays(-1);
    if (day.year() >= 2007)
        while (before.dayOfWeek() != Qt::Sunday && !nationalHoliday(before).isEmpty())
            before = before.addDays(-1);
    return before.dayOfWeek() == Qt::Sunday && !nationalHoliday(before).isEmpty();
}

/// 第3条第3項, since 1985-12-27: a day between two holidays. Until 2006 no Sunday.
bool isBetweenHolidays(QDate day)
{
    if (day < QDate(1985, 12, 27) || (day.year() < 2007 && day.dayOfWeek() == Qt::Sunday))
        return false;
    return !nationalHoliday(day.addDays(-1)).isEmpty() && !nationalHoliday(day.addDays(1)).isEmpty();
}

bool isYearEnd(QDate day)
{
    return (day.month() == 12 && day.day() >= 29) || (day.month() == 1 && day.day() <= 3);
}

} // namespace

QString holidayName(QDate day)
{
    if (!day.isValid())
        return {};
    if (const QString name = nationalHoliday(day); !name.isEmpty())
        return name;
    if (isSubstitute(day))
        return Texts::tr("振替休日");
    return isBetweenHolidays(day) ? Texts::tr("国民の休日") : QString();
}

bool isOfficeDay(QDate day)
{
    return day.isValid() && day.dayOfWeek() < Qt::Saturday && !isYearEnd(day) && holidayName(day).isEmpty();
}

QDate officeDayOnOrBefore(QDate day)
{
    while (day.isValid() && !isOfficeDay(day))
        day = day.addDays(-1);
    return day;
}

QDate officeDayOnOrAfter(QDate day)
{
    while (day.isValid() && !isOfficeDay(day))
        day = day.addDays(1);
    return day;
}

} // namespace tane
