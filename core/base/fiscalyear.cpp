#include "base/fiscalyear.h"

#include "base/textfold.h"

#include <QRegularExpression>

#include <array>

namespace tane {

namespace {

struct Era
{
    const char16_t *name;
    char16_t letter;
    QDate first; ///< first day of the era
    QDate last;  ///< last day; invalid for the present one
    [[nodiscard]] QString text() const { return QString::fromUtf16(name); }
};

// First days as the government counts them; the day of accession belongs to the new era alone.
const std::array<Era, 5> &eras()
{
    static const std::array<Era, 5> list = {{
        {u"明治", u'M', QDate(1868, 10, 23), QDate(1912, 7, 29)},
        {u"大正", u'T', QDate(1912, 7, 30), QDate(1926, 12, 24)},
        {u"昭和", u'S', QDate(1926, 12, 25), QDate(1989, 1, 7)},
        {u"平成", u'H', QDate(1989, 1, 8), QDate(2019, 4, 30)},
        {u"令和", u'R', QDate(2019, 5, 1), QDate()},
    }};
    return list;
}

/// Japan counted by the moon before this day; its era dates do not fall on ours.
const QDate kSolarCalendar(1873, 1, 1);

const Era *eraOf(QDate date)
{
    for (auto era = eras().rbegin(); era != eras().rend(); ++era) {
        if (date >= era->first)
            return &*era;
    }
    return nullptr;
}

const Era *eraNamed(const QString &name)
{
    for (const Era &era : eras()) {
        if (name == era.text() || name.toUpper() == QString(QChar(era.letter)))
            return &era;
    }
    return nullptr;
}

QString eraYear(int year)
{
    return year == 1 ? QStringLiteral("元") : QString::number(year);
}

/// 元 is the first year; -1 when it is no year.
int yearNumber(const QString &text)
{
    if (text == QStringLiteral("元"))
        return 1;
    bool ok = false;
    const int year = text.toInt(&ok);
    return ok && year > 0 ? year : -1;
}

QString withoutSpaces(QStringView text)
{
    QString out = tidy(text); // full-width letters, digits, dots and slashes become ASCII; ㋿ becomes 令和
    out.remove(QLatin1Char(' '));
    return out;
}

} // namespace

QString eraDate(QDate date)
{
    if (!date.isValid())
        return {};
    const Era *era = date >= kSolarCalendar ? eraOf(date) : nullptr;
    const QString year = era ? QString(era->text() + eraYear(date.year() - era->first.year() + 1))
                             : QString::number(date.year());
    return QStringLiteral("%1年%2月%3日").arg(year).arg(date.month()).arg(date.day());
}

QString eraDateWithWeekday(QDate date)
{
    if (!date.isValid())
        return {};
    static constexpr char16_t kDays[] = u"月火水木金土日";
    return eraDate(date) + QLatin1Char('(') + QChar(kDays[date.dayOfWeek() - 1]) + QLatin1Char(')');
}

std::optional<QDate> parseDate(QStringView text)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?:(明治|大正|昭和|平成|令和|[MTSHRmtshr])\\.?)?(元|[0-9]{1,4})"
        "(?:年([0-9]{1,2})月([0-9]{1,2})日|([-./])([0-9]{1,2})\\5([0-9]{1,2}))(?:\\([月火水木金土日]\\))?$"));
    const QRegularExpressionMatch match = pattern.match(withoutSpaces(text));
    if (!match.hasMatch())
        return std::nullopt;
    const bool kanji = match.hasCaptured(3) && !match.captured(3).isEmpty();
    const int month = match.captured(kanji ? 3 : 6).toInt();
    const int day = match.captured(kanji ? 4 : 7).toInt();
    const int number = yearNumber(match.captured(2));
    if (number < 0)
        return std::nullopt;

    if (match.captured(1).isEmpty()) {
        // A year of two digits could belong to any era or century: not guessed.
        if (match.captured(2).size() != 4)
            return std::nullopt;
        const QDate date(number, month, day);
        return date.isValid() ? std::optional(date) : std::nullopt;
    }
    const Era *era = eraNamed(match.captured(1));
    if (!era)
        return std::nullopt;
    const QDate date(era->first.year() + number - 1, month, day);
    const bool inside = date.isValid() && date >= era->first && date >= kSolarCalendar &&
                        (!era->last.isValid() || date <= era->last);
    return inside ? std::optional(date) : std::nullopt;
}

FiscalYear FiscalYear::of(QDate date)
{
    return date.isValid() ? FiscalYear(date.month() >= 4 ? date.year() : date.year() - 1) : FiscalYear();
}

std::optional<FiscalYear> FiscalYear::parse(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(?:(明治|大正|昭和|平成|令和|[MTSHRmtshr])\\.?)?(元|[0-9]{1,4})(?:年度?)?$"));
    const QRegularExpressionMatch match = pattern.match(withoutSpaces(text));
    if (!match.hasMatch())
        return std::nullopt;
    const int number = yearNumber(match.captured(2));
    if (number < 0)
        return std::nullopt;
    if (match.captured(1).isEmpty())
        return match.captured(2).size() == 4 ? std::optional(FiscalYear(number)) : std::nullopt;
    const Era *era = eraNamed(match.captured(1));
    if (!era)
        return std::nullopt;
    // A fiscal year may be called by either era of the calendar year it starts in (平成31年度 is 令和元年度),
    // not by later years.
    const FiscalYear year(era->first.year() + number - 1);
    return !era->last.isValid() || year.startYear() <= era->last.year() ? std::optional(year) : std::nullopt;
}

QString FiscalYear::text() const
{
    if (m_year <= 0)
        return {};
    // The era at its end names it, where it changed on the way: 2019 is 令和元年度, 1989 平成元年度. But an
    // era that began after December of the start year is not yet meant: 1988 stays 昭和63年度.
    const QDate named(m_year, 12, 31);
    const Era *era = named >= kSolarCalendar ? eraOf(named) : nullptr;
    return era ? QString(era->text() + eraYear(m_year - era->first.year() + 1) + QStringLiteral("年度"))
               : QString(QString::number(m_year) + QStringLiteral("年度"));
}

} // namespace tane
