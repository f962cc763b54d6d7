#include "exchange/xlsxstrings.h"

#include <QCoreApplication>

#include <charconv>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::SharedStrings)
};

constexpr std::size_t escapeLength = 7; // _xHHHH_

/// The code unit of the escape at the start of `text`, or -1.
int escapeAt(std::string_view text)
{
    if (text.size() < escapeLength || text[0] != '_' || text[1] != 'x' || text[6] != '_')
        return -1;
    int unit = 0;
    const auto made = std::from_chars(text.data() + 2, text.data() + 6, unit, 16);
    return made.ptr == text.data() + 6 && unit >= 0 ? unit : -1;
}

/// Never longer than the escape it replaces (3 bytes for 7, 4 for 14), so it can be done in place.
char *putUtf8(char *out, char32_t c)
{
    const auto byte = [&out](char32_t value) { *out++ = static_cast<char>(value); };
    if (c == 0)
        return out;
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xC0 | (c >> 6));
        byte(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        byte(0xE0 | (c >> 12));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    } else {
        byte(0xF0 | (c >> 18));
        byte(0x80 | ((c >> 12) & 0x3F));
        byte(0x80 | ((c >> 6) & 0x3F));
        byte(0x80 | (c & 0x3F));
    }
    return out;
}

class StringsHandler : public XmlHandler
{
public:
    StringsHandler(SharedStrings &strings, const QString &file, std::uint64_t most)
        : m_strings(strings)
        , m_file(file)
        , m_most(most)
    {
    }

    void startElement(std::string_view name, XmlAttributes) override
    {
        ++m_depth;
        if (m_skipFrom != 0)
            return;
        if (m_depth == 2 && name == "si")
            m_inItem = true;
        else if (m_inItem && (name == "rPh" || name == "phoneticPr"))
            m_skipFrom = m_depth; // the reading above the kanji is no part of the text
        else if (m_inItem && name == "t")
            m_textFrom = m_depth;
    }

    void endElement() override
    {
        if (m_skipFrom == m_depth)
            m_skipFrom = 0;
        if (m_textFrom == m_depth)
            m_textFrom = 0;
        if (m_depth == 2 && m_inItem) {
            m_inItem = false;
            decodeEscapes(m_strings.arena);
            m_strings.texts.push_back(m_strings.arena.finish());
            if (m_strings.texts.size() > m_most)
                stop({ErrorCode::TooLarge,
                      Text::tr("文字の入ったセルが多すぎるため、安全のため読み込みを中止しました。必要なシー"
                               "トだけを別の"
                               "ブックに保存してください。"),
                      m_file,
                      {},
                      {},
                      {}});
        }
        --m_depth;
    }

    void text(std::string_view part) override
    {
        if (m_textFrom != 0 && m_skipFrom == 0)
            m_strings.arena.append(part.data(), part.size());
    }

private:
    SharedStrings &m_strings;
    QString m_file;
    std::uint64_t m_most;
    int m_depth = 0, m_skipFrom = 0, m_textFrom = 0;
    bool m_inItem = false;
};

} // namespace

void decodeEscapes(TextArena &arena)
{
    const std::string_view text = arena.current();
    std::size_t at = text.find("_x");
    if (at == std::string_view::npos)
        return;
    char *out = arena.data() + at;
    while (at < text.size()) {
        const int unit = escapeAt(text.substr(at));
        if (unit < 0) {
            *out++ = text[at++];
            continue;
        }
        at += escapeLength;
        auto c = static_cast<char32_t>(unit);
        if (c >= 0xD800 && c < 0xDC00) {
            const int low = escapeAt(text.substr(at));
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (static_cast<char32_t>(low) - 0xDC00);
                at += escapeLength;
            }
        }
        out = putUtf8(out, c >= 0xD800 && c < 0xE000 ? 0xFFFD : c);
    }
    arena.truncate(static_cast<std::size_t>(out - arena.data()));
}

Result<std::shared_ptr<const SharedStrings>>
readSharedStrings(ZipArchive &archive, std::uint64_t part, std::uint64_t most, const XmlProgress &progress)
{
    auto strings = std::make_shared<SharedStrings>();
    StringsHandler handler(*strings, archive.fileName(), most);
    TANE_CHECK(parseXmlPart(archive, part, handler, progress));
    return strings;
}

} // namespace tane
