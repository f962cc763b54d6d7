#include "people/registervalues.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "exchange/outputtext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace tane::registers {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterFiles)
};

constexpr qsizetype kExcelCell = 32767;

bool isOneOf(const QString &folded, std::initializer_list<const char16_t *> words)
{
    return std::ranges::any_of(
        words, [&](const char16_t *word) { return folded == foldText(QString::fromUtf16(word)); });
}

bool isDivider(QChar c)
{
    return QStringView(u"、,;，；､\n").contains(c);
}

int nestingOf(QChar c)
{
    if (QStringView(u"（(「[【").contains(c))
        return 1;
    return QStringView(u"）)」]】").contains(c) ? -1 : 0;
}

/// Whether splitWords would tear or change the word.
bool needsQuotes(const QString &word)
{
    int depth = 0;
    for (const QChar c : word) {
        depth += nestingOf(c);
        if (depth < 0 || c == u'"' || c == u'\n' || (depth == 0 && isDivider(c)))
            return true;
    }
    return depth != 0;
}

/// A number in ASCII without grouping, or nothing.
std::optional<double> numberOf(QString text)
{
    text = tidy(text).remove(u',').remove(u'、').remove(u' ');
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

QString foldHead(QStringView text)
{
    static const QRegularExpression decoration(
        QStringLiteral("[(\\[【<]?(必須|任意|要回答|プルダウン|複数可|複数回答可)[)\\]】>]?"));
    static const QRegularExpression marks(QStringLiteral("[()\\[\\]【】「」:/・,、。※*?._\\-ー]"));
    return foldText(text).remove(decoration).remove(marks);
}

QString cellForm(const QString &text)
{
    return xmlText(text, kExcelCell).trimmed();
}

QString joinWords(const QStringList &words)
{
    QStringList written;
    for (const QString &word : words)
        written << (needsQuotes(word)
                        ? QString(u'"' + QString(word).replace(u'"', QStringLiteral("\"\"")) + u'"')
                        : word);
    return written.join(u'、');
}

QStringList splitWords(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false, wasQuoted = false;
    int depth = 0;
    const auto finish = [&] {
        const QString clean = wasQuoted ? word : word.trimmed();
        if (!clean.isEmpty() && !words.contains(clean))
            words << clean;
        word.clear();
        wasQuoted = false;
        depth = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted) {
            if (c != u'"')
                word += c;
            else if (i + 1 < text.size() && text.at(i + 1) == u'"')
                word += text.at(++i);
            else
                quoted = false;
        } else if (c == u'"' && word.trimmed().isEmpty()) {
            word.clear();
            quoted = wasQuoted = true;
        } else if (c == u'\n' || (isDivider(c) && depth <= 0)) {
            finish();
        } else if (!wasQuoted || !c.isSpace()) {
            depth += nestingOf(c);
            word += c;
        }
    }
    finish();
    return words;
}

std::optional<int> countOf(const QString &text)
{
    static const QRegularExpression unit(
        QStringLiteral("(人|名|件|[ヵカかヶケ箇]所|圏域|市町村|世帯|程度|約)"));
    QString digits = tidy(text).remove(unit);
    const bool tenThousands = digits.endsWith(u'万');
    if (tenThousands)
        digits.chop(1);
    const auto number = numberOf(digits);
    if (!number)
        return std::nullopt;
    constexpr double factor = 10'000, most = 200'000'000;
    const double value = tenThousands ? *number * factor : *number;
    if (value < 0 || value > most || std::abs(value - std::round(value)) > 1e-6)
        return std::nullopt;
    return static_cast<int>(std::lround(value));
}

bool saysUnknown(const QString &text)
{
    return isOneOf(foldText(text), {u"わからない", u"分からない", u"不明", u"未定", u"未確認", u"?"});
}

std::optional<int> rateOf(const QString &text)
{
    QString digits = tidy(text);
    const bool percent = digits.endsWith(u'%');
    if (percent)
        digits.chop(1);
    auto number = numberOf(digits);
    if (!number || *number < 0)
        return std::nullopt;
    // A share below 1 % does not occur among the rates of these lists: 0.285 is a percentage as a workbook
    // holds it.
    if (!percent && *number > 0 && *number < 1)
        *number *= 100;
    if (*number > 100)
        return std::nullopt;
    // On integers, so that 28.45 is 28.5 whatever its binary form.
    constexpr double places = 1e6;
    const auto millionths = static_cast<std::int64_t>(std::llround(*number * places));
    return static_cast<int>((millionths + 50'000) / 100'000);
}

std::optional<QDate> dateOf(const QString &text)
{
    const QString clean = tidy(text);
    if (const auto date = parseDate(clean))
        return date;
    static const QRegularExpression stamp(QStringLiteral("^(\\d{4}-\\d{2}-\\d{2})[T ]\\d{2}:\\d{2}"));
    if (const auto match = stamp.match(clean); match.hasMatch())
        return parseDate(match.captured(1));
    static const QRegularExpression serial(QStringLiteral("^\\d{5}(\\.0+)?$"));
    if (serial.match(clean).hasMatch()) {
        // Days of a workbook; 20,000 is in 1954 and 80,000 in 2119.
        constexpr int earliest = 20'000, latest = 80'000;
        const int days = static_cast<int>(clean.toDouble());
        if (days >= earliest && days <= latest)
            return QDate(1899, 12, 30).addDays(days);
        return std::nullopt;
    }
    static const QRegularExpression month(QStringLiteral("^(.*\\d年\\d{1,2}月)(頃|ごろ|から|より)?$"));
    if (const auto match = month.match(clean); match.hasMatch())
        return parseDate(QString(match.captured(1) + QStringLiteral("1日")));
    static const QRegularExpression figures(QStringLiteral("^([A-Za-z]?\\d{1,4})([./-])(\\d{1,2})$"));
    if (const auto match = figures.match(clean); match.hasMatch())
        return parseDate(QString(clean + match.captured(2) + u'1'));
    if (clean.endsWith(QStringLiteral("年度"))) {
        if (const auto year = FiscalYear::parse(clean))
            return year->firstDay();
    }
    return std::nullopt;
}

QString dateText(QDate date)
{
    return date.isValid() ? date.toString(QStringLiteral("yyyy/MM/dd")) : QString();
}

std::optional<int> monthsOf(const QString &text)
{
    static const QRegularExpression spelled(
        QStringLiteral("^(?:(\\d{1,2})年)?(?:(\\d{1,3})[かヶヵカケ箇]?月)?(?:目|程度|間)?$"));
    const QString clean = tidy(text).remove(u' ');
    if (const auto match = spelled.match(clean);
        match.hasMatch() && !clean.isEmpty() &&
        (!match.captured(1).isEmpty() || !match.captured(2).isEmpty()))
        return match.captured(1).toInt() * 12 + match.captured(2).toInt();
    QString digits = clean;
    if (digits.endsWith(u'年'))
        digits.chop(1);
    bool ok = false;
    const double years = digits.toDouble(&ok);
    constexpr double most = 60;
    return ok && years >= 0 && years <= most ? std::optional(static_cast<int>(std::floor(years * 12 + 1e-6)))
                                             : std::nullopt;
}

std::optional<Answered> answeredOf(const QString &text)
{
    const QString folded = foldText(text);
    if (saysUnknown(text) || isOneOf(folded, {u"未回答", u"無回答"}))
        return Answered::Unknown;
    if (isOneOf(folded, {u"あり", u"有", u"有り", u"はい", u"○", u"〇", u"◯", u"●", u"該当", u"yes", u"1",
                         u"拠点", u"位置づけている", u"位置付けている", u"いる", u"配置", u"配置あり"}))
        return Answered::Yes;
    if (isOneOf(folded, {u"なし", u"無", u"無し", u"いいえ", u"×", u"✕", u"x", u"非該当", u"no", u"0", u"-",
                         u"位置づけていない", u"位置付けていない", u"いない", u"配置なし", u"未配置"}))
        return Answered::No;
    return std::nullopt;
}

std::optional<int> stageOf(const QString &text)
{
    const QString folded = foldText(text);
    constexpr int stages = 4;
    for (int stage = 1; stage <= stages; ++stage) {
        const QString name = foldText(stageText(stage)), number = QString::number(stage);
        if (folded == number || folded == name || folded == number + name || folded == number + u'.' + name)
            return stage;
    }
    return std::nullopt;
}

std::optional<Centre::Rank> rankOf(const QString &text)
{
    const QString folded = foldText(text);
    if (saysUnknown(text))
        return Centre::Rank::Unknown;
    if (folded.startsWith(foldText(u"基幹")))
        return Centre::Rank::Core;
    if (folded.startsWith(foldText(u"現場")))
        return Centre::Rank::Field;
    return std::nullopt;
}

std::optional<Employment> employmentOf(const QString &text)
{
    const QString folded = foldText(text);
    if (saysUnknown(text))
        return Employment::Unknown;
    if (folded.startsWith(foldText(u"非常勤")) || isOneOf(folded, {u"パート", u"part"}))
        return Employment::Part;
    if (folded.startsWith(foldText(u"常勤")) || isOneOf(folded, {u"full", u"フルタイム"}))
        return Employment::Full;
    return std::nullopt;
}

std::optional<Duty> dutyOf(const QString &text)
{
    const QString folded = foldText(text);
    if (saysUnknown(text))
        return Duty::Unknown;
    if (isOneOf(folded, {u"専従", u"専任"}))
        return Duty::Exclusive;
    if (isOneOf(folded, {u"兼務", u"兼任"}))
        return Duty::Concurrent;
    return std::nullopt;
}

bool saysNothing(const QString &text)
{
    return isOneOf(foldText(text), {u"なし", u"無し", u"無", u"-", u"同上", u"〃", u"×"});
}

} // namespace tane::registers
