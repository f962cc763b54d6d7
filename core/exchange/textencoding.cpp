#include "exchange/textencoding.h"

#include <QStringDecoder>

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#ifdef Q_OS_WIN
#include <qt_windows.h>
#endif

namespace tane {

namespace {

using namespace std::string_view_literals;

unsigned at(const char *p)
{
    return static_cast<unsigned char>(*p);
}

// The second and third byte of four read at once: in the middle, whatever the order of bytes.
constexpr std::uint32_t kTailBits = 0x00C0C000U;
constexpr std::uint32_t kTails = 0x00808000U;

bool isTail(unsigned byte)
{
    return (byte & 0xC0) == 0x80;
}

/// Length of the well-formed sequence at p, which is not ASCII; 0 when there is none.
int sequenceLength(const char *p, const char *end)
{
    const unsigned lead = at(p);
    const auto left = end - p;
    if (lead >= 0xC2 && lead <= 0xDF)
        return left >= 2 && isTail(at(p + 1)) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (left < 3 || !isTail(at(p + 1)) || !isTail(at(p + 2)))
            return 0;
        const bool overlong = lead == 0xE0 && at(p + 1) < 0xA0;
        const bool surrogate = lead == 0xED && at(p + 1) >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (left < 4 || !isTail(at(p + 1)) || !isTail(at(p + 2)) || !isTail(at(p + 3)))
            return 0;
        const bool overlong = lead == 0xF0 && at(p + 1) < 0x90;
        const bool tooHigh = lead == 0xF4 && at(p + 1) >= 0x90;
        return overlong || tooHigh ? 0 : 4;
    }
    return 0;
}

/// As far as the text is made of ASCII and of three-byte characters that begin with E1 to EC (nearly all of
/// Japanese), 16 bytes at a time; the rest is for the caller to look at.
#ifdef __SSE2__
const char *skipUsual(const char *p, const char *end)
{
    constexpr int block = 16;
    while (end - p >= block) {
        __m128i bytes;
        std::memcpy(&bytes, p, sizeof bytes);
        // As signed numbers: tails 80..BF are below -64, leads E1..EC from -31 to -20.
        const auto mask = [](__m128i hits) { return static_cast<unsigned>(_mm_movemask_epi8(hits)); };
        const unsigned high = mask(bytes);
        const unsigned tails = mask(_mm_cmplt_epi8(bytes, _mm_set1_epi8(-64)));
        const unsigned leads = mask(_mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(-32)),
                                                  _mm_cmplt_epi8(bytes, _mm_set1_epi8(-19)))) &
                               high;
        if ((leads | tails) != high || tails != (((leads << 1) | (leads << 2)) & 0xFFFFU))
            return p;
        // A character cut off by the end of the block is looked at again.
        p += (leads & 0x8000U) != 0 ? block - 1 : (leads & 0x4000U) != 0 ? block - 2 : block;
    }
    return p;
}
#else
const char *skipUsual(const char *p, const char *)
{
    return p;
}
#endif

std::optional<std::string_view> decoded(QStringDecoder decoder, std::string_view bytes, std::string &storage)
{
    if (!decoder.isValid())
        return std::nullopt;
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    // Half a surrogate pair is no error to the decoder, but it is no character either.
    if (decoder.hasError() || !text.isValidUtf16())
        return std::nullopt;
    storage = text.toStdString();
    return storage.find('\0') == std::string::npos ? std::optional(std::string_view(storage)) : std::nullopt;
}

/// Whether the bytes are whole Shift_JIS characters: no lead byte without its trail byte, none outside the
/// code page.
bool isWholeShiftJis(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const unsigned c = at(bytes.data() + i);
        if (c < 0x80 || (c >= 0xA1 && c <= 0xDF))
            continue;
        const bool lead = (c >= 0x81 && c <= 0x9F) || (c >= 0xE0 && c <= 0xFC);
        if (!lead || ++i == bytes.size())
            return false;
        const unsigned trail = at(bytes.data() + i);
        if (trail < 0x40 || trail == 0x7F || trail > 0xFC)
            return false;
    }
    return true;
}

#ifdef Q_OS_WIN
std::optional<std::string_view> fromShiftJis(std::string_view bytes, std::string &storage)
{
    constexpr UINT codePage = 932;
    const int size = static_cast<int>(bytes.size());
    const int length = MultiByteToWideChar(codePage, MB_ERR_INVALID_CHARS, bytes.data(), size, nullptr, 0);
    if (length <= 0)
        return std::nullopt;
    QString text(length, Qt::Uninitialized);
    if (MultiByteToWideChar(codePage, MB_ERR_INVALID_CHARS, bytes.data(), size,
                            reinterpret_cast<wchar_t *>(text.data()), length) != length)
        return std::nullopt;
    storage = text.toStdString();
    return storage;
}
#else
std::optional<std::string_view> fromShiftJis(std::string_view bytes, std::string &storage)
{
    return decoded(QStringDecoder("Shift_JIS"), bytes, storage);
}
#endif

} // namespace

bool isUtf8(std::string_view bytes)
{
    const char *p = bytes.data();
    const char *end = p + bytes.size();
    while (p < end) {
        p = skipUsual(p, end);
        if (p == end)
            break;
        if (end - p >= 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, p, sizeof eight);
            const std::uint64_t high = eight & 0x8080808080808080ULL;
            if (high == 0) {
                p += 8;
                continue;
            }
            if constexpr (std::endian::native == std::endian::little)
                p += std::countr_zero(high) / 8; // to the first that is not ASCII
        }
        if (at(p) < 0x80) {
            ++p;
            continue;
        }
        // Runs of Japanese are three-byte sequences: stay here as long as they go on. Nearly all of them
        // begin with E1 to EC, where any two tails will do.
        do {
            if (end - p >= 4) {
                std::uint32_t four = 0;
                std::memcpy(&four, p, sizeof four);
                if (at(p) - 0xE1U <= 0xECU - 0xE1U && (four & kTailBits) == kTails) {
                    p += 3;
                    continue;
                }
            }
            const int length = sequenceLength(p, end);
            if (length == 0)
                return false;
            p += length;
        } while (p < end && at(p) >= 0x80);
    }
    return true;
}

std::optional<std::string_view> asUtf8(std::string_view bytes, std::string &storage)
{
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) {
        const auto encoding = bytes[0] == '\xFF' ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE;
        bytes.remove_prefix(2);
        if (bytes.size() % 2 != 0)
            return std::nullopt;
        return decoded(QStringDecoder(encoding), bytes, storage);
    }
    if (bytes.starts_with("\xEF\xBB\xBF"sv))
        bytes.remove_prefix(3);
    if (isUtf8(bytes))
        return bytes;
    if (!isWholeShiftJis(bytes) || bytes.size() > 0x7FFFFFFF)
        return std::nullopt;
    return fromShiftJis(bytes, storage);
}

} // namespace tane
