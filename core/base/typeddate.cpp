#include "base/typeddate.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"

#include <QRegularExpression>

namespace tane {

namespace {

struct MonthAndDay
{
    int month, day;
};

QString withoutSpaces(QStringView text)
{
    QString out = tidy(text);
    out.remove(u' ');
    return out;
}

std::optional<MonthAndDay> withoutYear(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?:([0-9]{1,2})月([0-9]{1,2})日|([0-9]{1,2})[-./]([0-9]{1,2}))(?:\\([月火水木金土日]\\))?$"));
    const QRegularExpressionMatch match = pattern.match(withoutSpaces(text));
    if (!match.hasMatch())
        return std::nullopt;
    const bool kanji = !match.captured(1).isEmpty();
    return MonthAndDay{match.captured(kanji ? 1 : 3).toInt(), match.captured(kanji ? 2 : 4).toInt()};
}

/// In some year: 2/29 exists.
bool exists(MonthAndDay typed)
{
    constexpr int leapYear = 2024;
    return QDate::isValid(leapYear, typed.month, typed.day);
}

} // namespace

std::optional<QDate> parseTypedDate(QStringView text, QDate earliest)
{
    if (const auto whole = parseDate(text))
        return whole;
    const auto typed = withoutYear(text);
    if (!typed || !exists(*typed) || !earliest.isValid())
        return std::nullopt;
    // Only the coming twelve months: a 29 February further away is not what was meant.
    for (int year = earliest.year(); year <= earliest.year() + 1; ++year) {
        const QDate day(year, typed->month, typed->day);
        if (day.isValid() && day >= earliest && day < earliest.addYears(1))
            return day;
    }
    return std::nullopt;
}

bool namesMissingDay(QStringView text)
{
    if (parseDate(text))
        return false;
    if (const auto typed = withoutYear(text))
        return !exists(*typed) || (typed->month == 2 && typed->day == 29);
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(?:明治|大正|昭和|平成|令和|[MTSHRmtshr])\\.?(?:元|[0-9]{1,2})|[0-9]{4})"
                       "(?:年[0-9]{1,2}月[0-9]{1,2}日|([-./])[0-9]{1,2}\\1[0-9]{1,2})"
                       "(?:\\([月火水木金土日]\\))?$"));
    return pattern.match(withoutSpaces(text)).hasMatch();
}

} // namespace tane
