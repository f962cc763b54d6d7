#include "exchange/xmlparser.h"

#include <QCoreApplication>

#include <expat.h>

#include <memory>
#include <new>
#include <stdexcept>

namespace tane {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(tane::XmlParser)
};

constexpr int chunkBytes = 128 * 1024;
constexpr int deepest = 256;
/// Chunks without any event. Expat scans an unfinished tag again with every chunk, so an endless one takes
/// quadratic time.
constexpr int silentChunks = 8;

struct ParserDeleter
{
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using ParserPointer = std::unique_ptr<XML_ParserStruct, ParserDeleter>;

QString damagedMessage()
{
    return Text::tr("ファイルの中身が壊れているため読めません。Excel で開いて保存し直してください。");
}

/// What the callbacks of expat share. No exception may pass through expat, which is C.
struct Feed
{
    XML_Parser parser = nullptr;
    XmlHandler *handler = nullptr;
    int depth = 0;
    bool heard = false;
    bool hasDoctype = false, tooDeep = false, outOfMemory = false;

    template<class Call>
    void guarded(Call &&call)
    {
        heard = true;
        try {
            call();
        } catch (const std::bad_alloc &) {
            outOfMemory = true;
        } catch (const std::length_error &) {
            outOfMemory = true;
        }
        if (outOfMemory || handler->error())
            XML_StopParser(parser, XML_FALSE);
    }
};

void XMLCALL onStart(void *data, const XML_Char *name, const XML_Char **attributes)
{
    auto *feed = static_cast<Feed *>(data);
    if (++feed->depth > deepest) {
        feed->tooDeep = true;
        XML_StopParser(feed->parser, XML_FALSE);
        return;
    }
    feed->guarded([&] { feed->handler->startElement(localName(name), attributes); });
}

void XMLCALL onEnd(void *data, const XML_Char *)
{
    auto *feed = static_cast<Feed *>(data);
    --feed->depth;
    feed->guarded([&] { feed->handler->endElement(); });
}

void XMLCALL onText(void *data, const XML_Char *text, int length)
{
    auto *feed = static_cast<Feed *>(data);
    feed->guarded([&] { feed->handler->text({text, static_cast<std::size_t>(length)}); });
}

void XMLCALL onDoctype(void *data, const XML_Char *, const XML_Char *, const XML_Char *, int)
{
    auto *feed = static_cast<Feed *>(data);
    feed->hasDoctype = true;
    XML_StopParser(feed->parser, XML_FALSE);
}

void XMLCALL onComment(void *data, const XML_Char *)
{
    static_cast<Feed *>(data)->heard = true;
}

void XMLCALL onInstruction(void *data, const XML_Char *, const XML_Char *)
{
    static_cast<Feed *>(data)->heard = true;
}

Error xmlError(const ZipArchive &archive, const Feed &feed)
{
    if (feed.outOfMemory)
        return {ErrorCode::TooLarge,
                Text::tr("メモリーが足りないため読めません。ほかのソフトを閉じて、もう一度お試しください。"),
                archive.fileName(),
                {},
                {},
                {}};
    QString why = QString::fromUtf8(XML_ErrorString(XML_GetErrorCode(feed.parser)));
    if (feed.hasDoctype)
        why = QStringLiteral("document type declaration refused");
    else if (feed.tooDeep)
        why = QStringLiteral("nested too deep");
    return {
        ErrorCode::BadFormat,
        feed.hasDoctype
            ? Text::tr("Excel "
                       "のブックにはない宣言（DOCTYPE）が含まれているため、安全のため読み込みを中止しました。"
                       "Excel で開いて保存し直してください。")
            : damagedMessage(),
        archive.fileName(),
        {},
        feed.handler->place(),
        QStringLiteral("line %1: %2").arg(XML_GetCurrentLineNumber(feed.parser)).arg(why)};
}

Error endlessTag(const ZipArchive &archive)
{
    return {ErrorCode::BadFormat,
            damagedMessage(),
            archive.fileName(),
            {},
            {},
            QStringLiteral("a single tag of a megabyte")};
}

Result<> checkProgress(const ZipArchive &archive, const XmlProgress &progress)
{
    if (!progress.callback || !*progress.callback)
        return {};
    const auto done = static_cast<long long>(archive.bytesRead());
    if ((*progress.callback)(done, std::max(done, static_cast<long long>(progress.total))))
        return {};
    return std::unexpected(
        Error{ErrorCode::Cancelled, Text::tr("読み込みを中止しました。"), archive.fileName(), {}, {}, {}});
}

} // namespace

std::string_view attribute(XmlAttributes attributes, std::string_view local, bool prefixed)
{
    for (; *attributes; attributes += 2) {
        const std::string_view name(attributes[0]);
        const bool hasPrefix = name.find(':') != std::string_view::npos;
        if (hasPrefix == prefixed && localName(attributes[0]) == local)
            return attributes[1];
    }
    return {};
}

Result<> parseXmlPart(ZipArchive &archive, std::uint64_t index, XmlHandler &handler,
                      const XmlProgress &progress)
{
    TANE_TRY(ZipPart part, ZipPart::open(archive, index));
    const ParserPointer parser(XML_ParserCreate(nullptr));
    if (!parser)
        throw std::bad_alloc();
    Feed feed;
    feed.parser = parser.get();
    feed.handler = &handler;
    XML_SetUserData(parser.get(), &feed);
    XML_SetElementHandler(parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);
    XML_SetCommentHandler(parser.get(), onComment);
    XML_SetProcessingInstructionHandler(parser.get(), onInstruction);
    for (int silent = 0;;) {
        void *buffer = XML_GetBuffer(parser.get(), chunkBytes);
        if (!buffer)
            throw std::bad_alloc();
        TANE_TRY(const std::size_t got, part.read(static_cast<char *>(buffer), chunkBytes));
        feed.heard = false;
        const XML_Status status = XML_ParseBuffer(parser.get(), static_cast<int>(got), got == 0);
        if (handler.error())
            return std::unexpected(std::move(*handler.error()));
        if (status != XML_STATUS_OK)
            return std::unexpected(xmlError(archive, feed));
        if (got == 0)
            return {};
        silent = feed.heard ? 0 : silent + 1;
        if (silent >= silentChunks)
            return std::unexpected(endlessTag(archive));
        TANE_CHECK(checkProgress(archive, progress));
    }
}

} // namespace tane
