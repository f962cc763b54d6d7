#include "survey/markreader.h"

#include "base/textfold.h"
#include "survey/answerreader.h"

#include <QRegularExpression>

namespace tane {

namespace {

QString withoutEnd(QString folded)
{
    static const QRegularExpression ellipsis(QStringLiteral("(…|\\.\\.+)$"));
    folded.remove(ellipsis);
    while (!folded.isEmpty() && QStringView(u"。.、,").contains(folded.back()))
        folded.chop(1);
    return folded;
}

/// Does what stands after the code say the same option, perhaps cut short?
bool restFits(const QString &rest, const Option &option)
{
    if (rest.isEmpty())
        return true;
    const QString text = withoutEnd(foldText(option.text));
    const QString shortText = withoutEnd(foldText(option.shortText));
    return text == rest || (!shortText.isEmpty() && shortText == rest) ||
           (rest.size() >= 2 && text.startsWith(rest));
}

Mark byText(const Item &item, const QString &folded)
{
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        const Option &option = item.options[i];
        if (folded == withoutEnd(foldText(option.text)) ||
            (!option.shortText.isEmpty() && folded == withoutEnd(foldText(option.shortText)))) {
            return static_cast<Mark>(i);
        }
    }
    return kNotUnderstood;
}

Mark byNumber(const Item &item, const QString &folded)
{
    bool ok = false;
    const int number = folded.toInt(&ok);
    return ok && number >= 1 && number <= static_cast<int>(item.options.size())
               ? static_cast<Mark>(number - 1)
               : kNotUnderstood;
}

/// "b.概ね…", "b)", "(b)", "2 概ね…": a code or number, a separator, and the option's text or nothing.
Mark byCodeAndText(const Item &item, const QString &folded)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[(\\[]?([a-z]|\\d{1,2})[)\\].,:、。・\\-]+(.*)$"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = pattern.match(folded);
    if (!match.hasMatch())
        return kNotUnderstood;
    const QString rest = withoutEnd(match.captured(2));
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        if (foldText(item.options[i].code) == match.capturedView(1))
            return restFits(rest, item.options[i]) ? static_cast<Mark>(i) : kNotUnderstood;
    }
    const Mark number = byNumber(item, match.captured(1));
    if (number >= 0 && restFits(rest, item.options[static_cast<std::size_t>(number)]))
        return number;
    return kNotUnderstood;
}

/// "b 概ねそのように…" and "b概ねそのように…": the whole text after the code, so that "ab" can never pass.
Mark byCodeThenWholeText(const Item &item, const QString &folded)
{
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        const QString code = foldText(item.options[i].code);
        if (folded.startsWith(code) &&
            withoutEnd(folded.mid(code.size())) == withoutEnd(foldText(item.options[i].text)))
            return static_cast<Mark>(i);
    }
    return kNotUnderstood;
}

} // namespace

std::string_view trimmedSlowly(std::string_view text)
{
    const auto isSpace = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
    for (;;) {
        if (!text.empty() && isSpace(text.front()))
            text.remove_prefix(1);
        else if (text.starts_with("\xE3\x80\x80"))
            text.remove_prefix(3);
        else if (text.starts_with("\xC2\xA0"))
            text.remove_prefix(2);
        else
            break;
    }
    for (;;) {
        if (!text.empty() && isSpace(text.back()))
            text.remove_suffix(1);
        else if (text.ends_with("\xE3\x80\x80"))
            text.remove_suffix(3);
        else if (text.ends_with("\xC2\xA0"))
            text.remove_suffix(2);
        else
            break;
    }
    return text;
}

Mark readMark(const Item &item, std::string_view cell)
{
    const std::string_view bare = trimmed(cell);
    if (bare.empty())
        return kUnanswered;
    const QString folded = foldText(QString::fromUtf8(bare.data(), static_cast<qsizetype>(bare.size())));
    if (folded.isEmpty())
        return kUnanswered;
    for (std::size_t i = 0; i < item.options.size(); ++i) {
        if (folded == foldText(item.options[i].code))
            return static_cast<Mark>(i);
    }
    for (const auto attempt : {byNumber, byCodeAndText, byText, byCodeThenWholeText}) {
        const Mark mark = attempt(item, attempt == byText ? withoutEnd(folded) : folded);
        if (mark >= 0)
            return mark;
    }
    return kNotUnderstood;
}

MarkReader::MarkReader(const Item &item)
    : m_item(&item)
{
    m_single.fill(kUnknown);
}

Mark MarkReader::readNew(std::string_view cell)
{
    if (cell.size() == 1 && static_cast<unsigned char>(cell.front()) < m_single.size())
        return m_single[static_cast<unsigned char>(cell.front())] = readMark(*m_item, cell);
    std::string key(cell);
    if (const auto it = m_known.find(key); it != m_known.end())
        return it->second;
    const Mark mark = readMark(*m_item, cell);
    constexpr std::size_t enough =
        4096; // distinct texts beyond this are not answers but a mistake; do not hoard them
    if (m_known.size() < enough)
        m_known.emplace(std::move(key), mark);
    return mark;
}

} // namespace tane
