// The many spellings of a level in programme plans.
#include "base/textfold.h"
#include "programme/plan.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::LevelRange)
};

struct Ends
{
    int lowest, highest;
};

/// The half steps a level stands for; level 1 and 2 without a step are both of their steps.
std::optional<Ends> endsOf(const QString &level)
{
    static const std::array<std::pair<const char *, Ends>, 9> levels{{
        {"0", {0, 0}},
        {"0.5", {1, 1}},
        {"1", {2, 4}},
        {"1-1", {2, 2}},
        {"1-2", {4, 4}},
        {"1.5", {5, 5}},
        {"2", {6, 8}},
        {"2-1", {6, 6}},
        {"2-2", {8, 8}},
    }};
    const auto found = std::ranges::find_if(
        levels, [&level](const auto &known) { return level == QLatin1String(known.first); });
    return found == levels.end() ? std::nullopt : std::optional(found->second);
}

/// Lower case, narrow, without spaces, one kind of dash and of wave.
QString plain(QStringView text)
{
    QString folded = tidy(text).toLower();
    folded.remove(u' ');
    for (const QChar dash : QStringView(u"‐‑‒–—−ー"))
        folded.replace(dash, u'-');
    for (const QChar wave : QStringView(u"〜～"))
        folded.replace(wave, u'~');
    return folded;
}

/// The wave is often written as a dash: "0-1" is 0～1, "1-1-2-1" is 1-1～2-1. "1-2" stays the step it is.
QString withWave(QString folded)
{
    static const QRegularExpression fromZero(
        QStringLiteral("^((?:level|レベル|lv)?[-.]?0)-(?=(?:level|レベル|lv)?\\d)"));
    static const QRegularExpression steps(
        QStringLiteral("^((?:level|レベル|lv)?[-.]?\\d-\\d)-(?=(?:level|レベル|lv)?\\d)"));
    folded.replace(fromZero, QStringLiteral("\\1~"));
    return folded.replace(steps, QStringLiteral("\\1~"));
}

QString nameOf(int halfStep)
{
    switch (halfStep) {
    case 0:
        return QStringLiteral("0");
    case 1:
        return QStringLiteral("0.5");
    case 2:
        return QStringLiteral("1-1");
    case 3:
        return Texts::tr("1-1と1-2の間");
    case 4:
        return QStringLiteral("1-2");
    case 5:
        return QStringLiteral("1.5");
    case 6:
        return QStringLiteral("2-1");
    case 7:
        return Texts::tr("2-1と2-2の間");
    default:
        return QStringLiteral("2-2");
    }
}

} // namespace

std::optional<LevelRange> LevelRange::parse(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^(~)?(?:level|レベル|lv)?[-.]?(\\d(?:[-.]\\d)?)(前|以上|以下)?(~)?"
                       "(?:(?:level|レベル|lv)?[-.]?(\\d(?:[-.]\\d)?))?(?:程度|くらい)?$"));
    const QRegularExpressionMatch match = pattern.match(withWave(plain(text)));
    if (!match.hasMatch())
        return std::nullopt;
    const auto first = endsOf(match.captured(2));
    const bool opensLow = match.hasCaptured(1) && !match.captured(1).isEmpty();
    const QString word = match.captured(3);
    const bool wave = !match.captured(4).isEmpty();
    const QString secondText = match.captured(5);
    const auto second = endsOf(secondText);
    if (!first || (!secondText.isEmpty() && (!second || !wave || opensLow)))
        return std::nullopt;
    if (!word.isEmpty() && (wave || opensLow))
        return std::nullopt;

    LevelRange range;
    range.text = text.toString();
    if (word == QStringLiteral("前")) {
        if (first->lowest == 0)
            return std::nullopt; // nothing comes before the first step
        range.highest = first->lowest - 1;
        return range;
    }
    if (opensLow && wave)
        return std::nullopt;
    if (!opensLow && word != QStringLiteral("以下"))
        range.lowest = first->lowest;
    if (second)
        range.highest = second->highest;
    else if (!wave && word != QStringLiteral("以上"))
        range.highest = first->highest;
    if (range.lowest && range.highest && *range.lowest > *range.highest)
        return std::nullopt;
    return range;
}

QString LevelRange::toString() const
{
    if (!text.isEmpty())
        return text;
    if (!lowest && !highest)
        return {};
    if (!lowest)
        return QStringLiteral("～level ") + nameOf(*highest);
    const QString from = QStringLiteral("level ") + nameOf(*lowest);
    if (!highest)
        return from + u'～';
    return *lowest == *highest ? from : QString(from + u'～' + nameOf(*highest));
}

} // namespace tane
