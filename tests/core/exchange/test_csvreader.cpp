#include "readerhelpers.h"

#include "exchange/textencoding.h"

#include <QCryptographicHash>
#include <QStringEncoder>

using namespace tane;
using namespace tane::test;

namespace {

std::string shown(const QByteArray &bytes)
{
    const TemporaryFile file(bytes);
    const auto tables = readGood(file.path());
    REQUIRE(tables.size() == 1);
    std::string out;
    for (int row = 0; row < tables[0].rowCount(); ++row) {
        out += std::to_string(tables[0].rowNumber(row)) + ":";
        for (int column = 0; column < tables[0].cellsInRow(row); ++column)
            out += "[" + std::string(tables[0].cell(row, column)) + "]";
    }
    return out;
}

QByteArray encoded(const char *encoding, const QString &text)
{
    QStringEncoder encoder(encoding);
    REQUIRE(encoder.isValid());
    return encoder(text);
}

} // namespace

TEST_CASE("line ends of every kind separate rows of a CSV file")
{
    CHECK(shown("a,b\r\nc,d\r\n") == "1:[a][b]2:[c][d]");
    CHECK(shown("a,b\nc,d") == "1:[a][b]2:[c][d]");
    CHECK(shown("a,b\rc,d\r") == "1:[a][b]2:[c][d]");
    CHECK(shown("a\n\n\r\n,,\nb") == "1:[a]5:[b]");
    CHECK(shown("a,\n,b,,") == "1:[a]2:[][b]");
}

TEST_CASE("cells in quotes keep separators, line ends and doubled quotes")
{
    CHECK(shown("\"a,b\",\"c\r\nd\"\r\ne") == "1:[a,b][c\r\nd]2:[e]");
    CHECK(shown("\"say \"\"yes\"\"\",x\n\"\",y") == "1:[say \"yes\"][x]2:[][y]");
    CHECK(shown("\"\"\"\"\n\"a\"b,c\n d\"e,f") == "1:[\"]2:[ab][c]3:[ d\"e][f]");
    CHECK(shown("=\"00123\",=A1\n=\"a\"&\"b\",c") == "1:[00123][=A1]2:[=\"a\"&\"b\"][c]");
}

TEST_CASE("a field longer than the scanner's block is found whole, wherever it starts")
{
    for (int length = 0; length < 200; ++length) {
        const QByteArray field(length, 'x');
        const std::string text = field.toStdString();
        CHECK(shown("a," + field + ",\"" + field + "\"\r\n" + field + ",b\n") ==
              (length > 0 ? "1:[a][" + text + "][" + text + "]2:[" + text + "][b]" : "1:[a]2:[][b]"));
    }
}

TEST_CASE("tabs and semicolons separate when the first line has no comma")
{
    CHECK(shown("a\tb\nc,d\te") == "1:[a][b]2:[c,d][e]");
    CHECK(shown("a;b\n1,5;c") == "1:[a][b]2:[1,5][c]");
    CHECK(shown("\"a,b\";c\nd;e") == "1:[a,b][c]2:[d][e]");
    CHECK(shown("題名\n\na,b;c") == "1:[題名]3:[a][b;c]");
    CHECK(shown("sep=|\r\na,x|b") == "1:[a,x][b]");
}

TEST_CASE("the same CSV is read alike from UTF-8, UTF-16 and Shift_JIS")
{
    const QString text = QStringLiteral("氏名,立場\r\n髙橋　①～,ｱｲｳ表\r\n");
    const std::string expected = "1:[氏名][立場]2:[髙橋　①～][ｱｲｳ表]";
    CHECK(shown(text.toUtf8()) == expected);
    CHECK(shown("\xEF\xBB\xBF" + text.toUtf8()) == expected);
    CHECK(shown("\xFF\xFE" + encoded("UTF-16LE", text)) == expected);
    CHECK(shown("\xFE\xFF" + encoded("UTF-16BE", text)) == expected);
    // The bytes of code page 932, from Microsoft's table: 氏名 8E81 96BC, 立場 97A7 8FEA, 髙橋 FBFC 8BB4, ①～
    // 8740 8160, 表 955C.
    CHECK(shown("\x8E\x81\x96\xBC,\x97\xA7\x8F\xEA\r\n\xFB\xFC\x8B\xB4\x81\x40\x87\x40\x81\x60,"
                "\xB1\xB2\xB3\x95\x5C\r\n") == expected);
}

TEST_CASE("every character of code page 932 is read as Microsoft's table has it")
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    int count = 0;
    for (int lead = 0x81; lead <= 0xFC; ++lead) {
        for (int trail = 0x40; trail <= 0xFC; ++trail) {
            const char pair[] = {static_cast<char>(lead), static_cast<char>(trail)};
            std::string storage;
            const auto text = asUtf8({pair, sizeof pair}, storage);
            if (!text || (lead >= 0xA0 && lead <= 0xDF)) // those leads are katakana of half width
                continue;
            ++count;
            QString line = QStringLiteral("%1%2").arg(lead, 2, 16).arg(trail, 2, 16).toUpper();
            for (const QChar c : QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size())))
                line += QStringLiteral(" %1").arg(ushort(c.unicode()), 4, 16, QLatin1Char('0')).toUpper();
            hash.addData(QByteArray(line.toLatin1() + '\n'));
        }
    }
    // Python's codec cp932, over the same pairs: 9,604 of them, one line each as "8140 3000".
    CHECK(count == 9604);
    CHECK(hash.result().toHex() == "b9c1091f5925d61391623f8a77e4c66c3f7c98375f9439700c5a8119686976cf");
}

TEST_CASE("text in no known encoding is refused, not guessed")
{
    for (const QByteArray &bytes :
         {QByteArray("a,\x81"), QByteArray("\xFF\xFE\x41"), QByteArray("\xE3\x81,\xFF"),
          QByteArray("a\0b", 3), QByteArray("\xFF\xFE\x00\xD8\x41\x00", 6), QByteArray("\xED\xA0\x80\xFF")}) {
        const TemporaryFile file(bytes);
        CHECK(readBad(file.path()).code == ErrorCode::BadFormat);
    }
}

TEST_CASE("UTF-8 is checked strictly")
{
    for (const char *good :
         {"", "abc", "あ", "é", "𠮷", "日本語の長い文章です。abcdefghijkl", "\xF4\x8F\xBF\xBF"})
        CHECK(isUtf8(good));
    for (const char *bad : {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
                            "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xE3\x81",
                            "あ\xE3\x81"
                            "a",
                            "abcdefgh\xFF"})
        CHECK_FALSE(isUtf8(bad));
}

TEST_CASE("a quote that is never closed is an error at the row it opens in")
{
    const TemporaryFile file("a,b\nc,\"d\ne,f\n");
    const Error error = readBad(file.path());
    CHECK(error.code == ErrorCode::BadFormat);
    CHECK(error.cell == QStringLiteral("2行目"));
}

TEST_CASE("a CSV file over a limit is refused")
{
    const TemporaryFile file("a,b,c\nd,e,f\n");
    CHECK(readBad(file.path(), {.cells = 5}).code == ErrorCode::TooLarge);
    CHECK(readBad(file.path(), {.unpackedBytes = 11}).code == ErrorCode::TooLarge);
    CHECK(readTables(file.path(), {.unpackedBytes = 12, .cells = 6}).has_value());
}

TEST_CASE("cells of a large CSV file stay valid after the reader is gone")
{
    QByteArray bytes;
    for (int i = 0; i < 200'000; ++i)
        bytes += "r" + QByteArray::number(i) + ",\"q\"\"" + QByteArray::number(i) + "\"\n";
    REQUIRE(bytes.size() > 1 << 20); // mapped, not copied
    const TemporaryFile file(bytes);
    const auto tables = readGood(file.path());
    REQUIRE(tables[0].rowCount() == 200'000);
    CHECK(tables[0].cell(199'999, 0) == "r199999");
    CHECK(tables[0].cell(123'456, 1) == "q\"123456");
}

TEST_CASE("reading a CSV file can be cancelled")
{
    const TemporaryFile file(QByteArray("a,b\n").repeated(10'000));
    const auto tables = readTables(file.path(), {}, [](long long, long long) { return false; });
    REQUIRE_FALSE(tables.has_value());
    CHECK(tables.error().code == ErrorCode::Cancelled);
}
