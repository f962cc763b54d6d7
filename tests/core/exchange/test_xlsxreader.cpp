#include "readerhelpers.h"

using namespace tane;
using namespace tane::test;

TEST_CASE("a workbook reads alike from every program that wrote it")
{
    const auto reference = cellsOf(readGood(fixture("xlsxwriter.xlsx")));
    // What make_fixtures.py put in, as a person sees it.
    const std::map<std::string, std::string> expected = {{"A1", "受付番号"},
                                                         {"B1", "氏名"},
                                                         {"C1", "立場"},
                                                         {"D1", "Ⅰ-1"},
                                                         {"E1", "メモ"},
                                                         {"A2", "1"},
                                                         {"B2", "齋藤　花子"},
                                                         {"C2", "在宅医療コーディネーター"},
                                                         {"D2", "a"},
                                                         {"E2", " 前後に空白 "},
                                                         {"A3", "00012"},
                                                         {"B3", "髙橋 﨑男"},
                                                         {"C3", "自治体職員"},
                                                         {"D3", "ｂ"},
                                                         {"E3", "一行目\n二行目"},
                                                         {"A5", "123456789012345"},
                                                         {"B5", "0.1"},
                                                         {"C5", "1.5"},
                                                         {"D5", "-3"},
                                                         {"E5", "1E+20"},
                                                         {"A6", "TRUE"},
                                                         {"B6", "FALSE"},
                                                         {"C6", "0.333333333333333"},
                                                         {"D6", "𠮷野家"},
                                                         {"E6", "<&>\"'"},
                                                         {"A7", "2026-11-21"},
                                                         {"B7", "2026-11-21T09:30:00"},
                                                         {"C7", "09:30:00"},
                                                         {"D7", "2026-11-21"},
                                                         {"E7", "36:00:00"},
                                                         {"A9", "結合"}};
    std::map<std::string, std::string> all = {{"二枚目!C5", "離れたセル"}, {"二枚目!D5", "2"}};
    for (const auto &[cell, text] : expected)
        all["回答 一覧!" + cell] = text;
    CHECK(reference == all);

    for (const char *name : {"libreoffice.xlsx", "constantmemory.xlsx", "zip64.xlsx", "date1904.xlsx"}) {
        INFO(name);
        CHECK(cellsOf(readGood(fixture(name))) == all);
    }
    all.erase("二枚目!D5"); // openpyxl does not calculate: a formula without a result is empty
    CHECK(cellsOf(readGood(fixture("openpyxl.xlsx"))) == all);
}

TEST_CASE("sheets keep the order and names of their tabs, and their merged cells")
{
    for (const char *name : {"openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx"}) {
        INFO(name);
        const auto tables = readGood(fixture(name));
        REQUIRE(tables.size() == 3);
        CHECK(tables[0].sheet == QStringLiteral("回答 一覧"));
        CHECK(tables[1].sheet == QStringLiteral("空"));
        CHECK(tables[1].rowCount() == 0);
        CHECK(tables[2].sheet == QStringLiteral("二枚目"));
        CHECK(tables[0].file == QString::fromUtf8(name));
        REQUIRE(tables[0].merges.size() == 1);
        CHECK(tables[0].merges[0].firstRow == 8);
        CHECK(tables[0].merges[0].lastRow == 9);
        CHECK(tables[0].merges[0].firstColumn == 0);
        CHECK(tables[0].merges[0].lastColumn == 2);
    }
}

TEST_CASE(
    "odd but legal workbooks are read: prefixes, strict names, odd places, no addresses, readings, escapes")
{
    const auto tables = readGood(fixture("oddities.xlsx"));
    REQUIRE(tables.size() == 1); // the chart sheet is left out
    const std::map<std::string, std::string> expected = {
        {"珍しい!A1", "漢字"},       {"珍しい!B1", "改\r行_x000D_𠮷"},
        {"珍しい!C1", "太字"},       {"珍しい!A2", "式の文字"},
        {"珍しい!B2", "TRUE"},       {"珍しい!C2", "#N/A"},
        {"珍しい!D2", "2026-11-21"}, {"珍しい!E2", "1900-02-29"},
        {"珍しい!F2", "1900-02-28"}, {"珍しい!G2", "1900-03-01"},
        {"珍しい!A5", "5"},          {"珍しい!A9", "7"},
        {"珍しい!B9", "8"},          {"珍しい!C9", "9"}};
    CHECK(cellsOf(tables) == expected);
    REQUIRE(tables[0].rowCount() == 4); // row 9 came twice and before row 5
    CHECK(tables[0].rowNumber(2) == 5);
    CHECK(tables[0].rowNumber(3) == 9);
    CHECK(tables[0].merges.size() == 1);
}

TEST_CASE("reading a workbook reports progress and can be cancelled")
{
    long long last = 0;
    const auto whole = readTables(fixture("xlsxwriter.xlsx"), {}, [&](long long done, long long total) {
        CHECK(done >= last);
        CHECK(done <= total);
        last = done;
        return true;
    });
    CHECK(whole.has_value());
    CHECK(last > 0);
    const auto stopped =
        readTables(fixture("xlsxwriter.xlsx"), {}, [](long long, long long) { return false; });
    REQUIRE_FALSE(stopped.has_value());
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}
