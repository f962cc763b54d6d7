// Cells that hold more than one mark, and numbers.
#include "survey/answerreader.h"

#include "base/textfold.h"

#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

const QString kOther = QStringLiteral("その他");

int otherOption(const Item &item)
{
    for (std::size_t i = 0; i < item.options.size(); ++i)
        if (foldText(item.options[i].text).startsWith(foldText(kOther)))
            return static_cast<int>(i);
    return -1;
}

bool isSeparator(QChar c)
{
    return c.isSpace() || QStringView(u"、,，;；・/／").contains(c);
}

/// The words of a cell: where each begins and ends.
struct Word
{
    qsizetype from, to;
};

std::vector<Word> wordsOf(const QString &cell)
{
    std::vector<Word> words;
    qsizetype at = 0;
    while (at < cell.size()) {
        if (isSeparator(cell.at(at))) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < cell.size() && !isSeparator(cell.at(end)))
            ++end;
        words.push_back({at, end});
        at = end;
    }
    return words;
}

/// Where the first bracket from `from` on is closed; the end of the text when none is.
qsizetype endOfBracket(const QString &text, qsizetype from)
{
    for (qsizetype i = from; i < text.size(); ++i) {
        if (QStringView(u":：").contains(text.at(i)))
            break; // "その他：…（…）" goes on to the end
        if (QStringView(u")）]］").contains(text.at(i)))
            return i + 1;
    }
    return text.size();
}

Mark markOf(const Item &item, const QString &text)
{
    return readMark(item, text.toUtf8().toStdString());
}

} // namespace

std::optional<OtherAnswer> readOther(const Item &item, const QString &cell)
{
    const int option = otherOption(item);
    if (option < 0)
        return std::nullopt;
    static const QRegularExpression pattern(
        QStringLiteral("^(?:[a-zA-Zａ-ｚＡ-Ｚ0-9０-９]{1,2}[.．、:：)）\\s]\\s*)?その他\\s*"
                       "(?:[:：]|[（(\\[［])\\s*(.*?)\\s*[)）\\]］]?$"),
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(cell.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return OtherAnswer{static_cast<Mark>(option), match.captured(1)};
}

SeveralMarks readSeveral(const Item &item, const QString &cell)
{
    SeveralMarks result;
    const QString text = cell.trimmed();
    if (text.isEmpty())
        return result;
    const std::vector<Word> words = wordsOf(text);
    const int other = otherOption(item);
    QString rest; // what fits no option
    std::size_t at = 0;
    while (at < words.size()) {
        // An option may hold a separator itself: the longest run of words that says one wins.
        std::size_t end = words.size();
        Mark mark = kNotUnderstood;
        for (; end > at && mark < 0; --end)
            mark = markOf(item, text.mid(words[at].from, words[end - 1].to - words[at].from));
        if (mark >= 0) {
            result.marks << mark;
            at = end + 1;
            continue;
        }
        // Up to the bracket that ends it; else whatever follows belongs to it: "その他" stands last on forms.
        const qsizetype stop = endOfBracket(text, words[at].from);
        if (const auto named = readOther(item, text.mid(words[at].from, stop - words[at].from))) {
            result.marks << named->mark;
            rest += rest.isEmpty() ? named->text : QString(QLatin1Char(' ') + named->text);
            while (at < words.size() && words[at].from < stop)
                ++at;
            continue;
        }
        const qsizetype from = at > 0 && !rest.isEmpty() ? words[at - 1].to : words[at].from;
        rest += text.mid(from, words[at].to - from);
        ++at;
    }
    result.other = rest.trimmed();
    const bool onlyMarks = result.other.isEmpty();
    if (!onlyMarks && other >= 0)
        result.marks << static_cast<Mark>(other);
    result.understood = onlyMarks || other >= 0;
    std::sort(result.marks.begin(), result.marks.end());
    result.marks.erase(std::unique(result.marks.begin(), result.marks.end()), result.marks.end());
    return result;
}

std::optional<QString> readNumber(const QString &cell)
{
    QString text = asciiDigits(cell).normalized(QString::NormalizationForm_KC).trimmed();
    text.remove(QLatin1Char(','));
    static const QRegularExpression pattern(
        QStringLiteral("^(-?\\d{1,12}(?:\\.\\d{1,6})?)\\s*[^\\d\\s.]{0,4}$"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

} // namespace tane
