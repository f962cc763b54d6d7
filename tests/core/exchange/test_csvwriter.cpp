#include "exchange/csvwriter.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <limits>

using namespace tane;

namespace {

CsvOptions plain()
{
    return {.bom = false, .crlf = false, .guardFormulas = true};
}

std::string written(const CsvWriter &csv)
{
    return std::string(csv.bytes());
}

std::string oneCell(std::string_view text)
{
    CsvWriter csv(plain());
    csv.cell(text);
    return written(csv);
}

} // namespace

TEST_CASE("a CSV file begins with the byte order mark and ends its lines with CRLF so that Excel reads it")
{
    CsvWriter csv;
    csv.row({QStringLiteral("項目"), QStringLiteral("n")});
    CHECK(written(csv) == "\xEF\xBB\xBF項目,n\r\n");
}

TEST_CASE("cells with commas, quotes and line breaks are quoted as RFC 4180 says")
{
    CHECK(oneCell("a,b") == "\"a,b\"");
    CHECK(oneCell("彼は\"はい\"と言った") == "\"彼は\"\"はい\"\"と言った\"");
    CHECK(oneCell("1行目\n2行目") == "\"1行目\n2行目\"");
    CHECK(oneCell("普通の 文字") == "普通の 文字");
}

TEST_CASE("numbers and percentages are written without quotes and independent of the locale")
{
    CsvWriter csv(plain());
    csv.cell(-12);
    csv.cell(std::int64_t{9'007'199'254'740'993});
    csv.cell(0.12345, 3);
    csv.cell(Percent::of(14, 224));
    csv.cell(Percent::of(0, 0));
    csv.cell(std::numeric_limits<double>::quiet_NaN(), 2);
    csv.endRow();
    CHECK(written(csv) == "-12,9007199254740993,0.123,6.3,,\n");
}

TEST_CASE("a text that Excel would run as a formula is disarmed, a number is left alone")
{
    CHECK(oneCell("=HYPERLINK(\"http://x\")") == "\"'=HYPERLINK(\"\"http://x\"\")\"");
    CHECK(oneCell("+81-27-000-0000") == "\"'+81-27-000-0000\"");
    CHECK(oneCell("@SUM(A1)") == "\"'@SUM(A1)\"");
    CHECK(oneCell("-なし") == "\"'-なし\"");
    CHECK(oneCell("-5") == "-5");
    CHECK(oneCell("+1.5e-3") == "+1.5e-3");
    CHECK(oneCell("-3.2%") == "-3.2%");
    CHECK(oneCell("-") == "-");
    CHECK(oneCell(std::string_view("\0=1+1", 5)) == "\"'=1+1\"");
}

TEST_CASE("disarming is taken off exactly, whatever the text was")
{
    for (const std::string text : {"=1+1", "'=1+1", "''=1+1", "'普通", "-5", "'-5", "-", "'", "", "田中's"}) {
        const std::string cell = oneCell(text);
        const bool quoted = !cell.empty() && cell.front() == '"';
        const std::string read = quoted ? cell.substr(1, cell.size() - 2) : cell;
        INFO(text);
        CHECK(std::string(unguardFormula(read)) == text);
    }
}

TEST_CASE("a row of one empty cell is not an empty line")
{
    CsvWriter csv(plain());
    csv.row({QString()});
    csv.row({QString(), QString()});
    CHECK(written(csv) == "\"\"\n,\n");
}

TEST_CASE("a CSV file replaces an older one whole, and a target that cannot be written leaves nothing behind")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("変化.csv"));
    CsvWriter csv(plain());
    csv.row({QStringLiteral("一"), QStringLiteral("二")});
    REQUIRE(csv.save(path).has_value());
    REQUIRE(csv.save(path).has_value());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().toStdString() == "一,二\n");
    file.close();

    // A folder cannot be made under a file.
    const auto below = csv.save(path + QStringLiteral("/x.csv"));
    REQUIRE_FALSE(below.has_value());
    CHECK(below.error().code == ErrorCode::CannotWrite);
    CHECK(below.error().file == QStringLiteral("x.csv"));
    CHECK(below.error().message.contains(QStringLiteral("保存先")));
    const auto missing = csv.save(folder.filePath(QStringLiteral("ない/x.csv")));
    REQUIRE_FALSE(missing.has_value());
    CHECK(missing.error().code == ErrorCode::CannotWrite);
    REQUIRE(QDir(folder.path()).mkdir(QStringLiteral("同名.csv")));
    const auto same = csv.save(folder.filePath(QStringLiteral("同名.csv")));
    REQUIRE_FALSE(same.has_value());
    CHECK(same.error().message.contains(QStringLiteral("同じ名前のフォルダー")));
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size() == 2);
}
