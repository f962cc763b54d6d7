#include "exchange/filekind.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace tane {

namespace {

using namespace std::string_view_literals;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::FileKind)
};

constexpr std::string_view ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

/// The names of streams inside an OLE2 file are UTF-16.
bool containsWide(std::string_view bytes, std::string_view ascii)
{
    std::string wide;
    for (const char c : ascii) {
        wide += c;
        wide += '\0';
    }
    return bytes.find(wide) != std::string_view::npos;
}

bool startsWithMarkup(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"sv))
        bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || bytes[first] != '<')
        return false;
    std::string start(bytes.substr(first, 15));
    std::ranges::transform(start, start.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    constexpr std::string_view known[] = {"<!doctype", "<html", "<table",    "<?xml",       "<head",
                                          "<meta",     "<body", "<workbook", "<ss:workbook"};
    return std::ranges::any_of(known, [&](std::string_view word) { return start.starts_with(word); });
}

bool startsWithBinary(std::string_view bytes)
{
    constexpr std::string_view known[] = {ole,
                                          "%PDF-"sv,
                                          "{\\rtf"sv,
                                          "\x89PNG"sv,
                                          "\xFF\xD8\xFF"sv,
                                          "GIF8"sv,
                                          "\x1F\x8B"sv,
                                          "7z\xBC\xAF"sv,
                                          "SQLite format 3"sv,
                                          "Rar!"sv,
                                          "\x09\x00"sv,
                                          "\x09\x02\x06\x00"sv,
                                          "\x09\x04\x06\x00"sv};
    return std::ranges::any_of(known, [&](std::string_view magic) { return bytes.starts_with(magic); });
}

bool hasWideMark(std::string_view bytes)
{
    return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

QString whyNot(std::string_view bytes)
{
    if (bytes.empty())
        return Text::tr("ファイルが空です（0 バイト）。元のファイルを受け取り直してください。");
    if (bytes.starts_with(ole)) {
        if (containsWide(bytes, "EncryptedPackage"))
            return Text::tr("パスワードで保護されているため読めません。Excel "
                            "で開いてパスワードを外し、保存し直してください。");
        if (containsWide(bytes, "Workbook") || containsWide(bytes, "Book"))
            return Text::tr("古い形式の Excel ファイル（.xls）は読めません。Excel で開き「Excel ブック "
                            "(*.xlsx)」として保存し直してください。");
        return Text::tr("Excel のブックではありません。Excel ブック（.xlsx）か CSV を指定してください。");
    }
    if (bytes.starts_with("\x09\x00"sv) || bytes.starts_with("\x09\x02"sv) || bytes.starts_with("\x09\x04"sv))
        return Text::tr("とても古い形式の Excel ファイル（.xls）は読めません。Excel で開き「Excel ブック "
                        "(*.xlsx)」として保存し直してください。");
    if (bytes.starts_with("%PDF-"))
        return Text::tr("PDF は読めません。元の Excel ファイル（.xlsx）か CSV を指定してください。");
    if (startsWithMarkup(bytes))
        return Text::tr(
            "Web ページまたは XML の形式で保存されているため読めません。Excel で開き「Excel ブック "
            "(*.xlsx)」として保存し直してください。");
    return Text::tr(
        "Excel ブック（.xlsx）でも CSV でもないため読めません。Excel で開けるファイルなら「Excel ブック "
        "(*.xlsx)」として保存し直してください。");
}

} // namespace

FileKind fileKind(std::string_view bytes)
{
    if (bytes.empty())
        return FileKind::Empty;
    if (bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv) ||
        bytes.starts_with("PK\x07\x08"sv))
        return FileKind::Zip;
    if (startsWithBinary(bytes) || startsWithMarkup(bytes))
        return FileKind::Other;
    // U+0000 is in no text except UTF-16, which Excel always writes with its mark.
    if (!hasWideMark(bytes) && bytes.find('\0') != std::string_view::npos)
        return FileKind::Other;
    return FileKind::Text;
}

Error notReadable(std::string_view bytes, const QString &file)
{
    return {ErrorCode::BadFormat, whyNot(bytes), file, {}, {}, {}};
}

Error outOfMemory(const QString &path)
{
    return {ErrorCode::TooLarge,
            Text::tr("メモリーが足りないため読めません。ほかのソフトを閉じて、もう一度お試しください。"),
            QFileInfo(path).fileName(),
            {},
            {},
            {}};
}

} // namespace tane
