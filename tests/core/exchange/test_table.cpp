#include "exchange/table.h"
#include "exchange/xlsxcellref.h"

#include <catch2/catch.hpp>

using namespace tane;

TEST_CASE("columns are named as in Excel")
{
    CHECK(columnName(0) == QStringLiteral("A"));
    CHECK(columnName(25) == QStringLiteral("Z"));
    CHECK(columnName(26) == QStringLiteral("AA"));
    CHECK(columnName(701) == QStringLiteral("ZZ"));
    CHECK(columnName(702) == QStringLiteral("AAA"));
    CHECK(columnName(16383) == QStringLiteral("XFD"));
}

TEST_CASE("a table leaves empty rows out but keeps their numbers")
{
    Table table;
    table.beginRow(1);
    table.addCell("a");
    table.addCell("");
    table.addCell("c");
    table.addCell("");
    table.endRow();
    table.beginRow(2);
    table.addCell("");
    table.endRow();
    table.beginRow(12);
    table.addCell("z");
    table.endRow();
    REQUIRE(table.rowCount() == 2);
    CHECK(table.columnCount() == 3);
    CHECK(table.cellsInRow(0) == 3);
    CHECK(table.cell(0, 2) == "c");
    CHECK(table.cell(0, 3).empty());
    CHECK(table.cell(1, 2).empty());
    CHECK(table.cell(1, 0) == "z");
    CHECK(table.address(1, 2) == QStringLiteral("C12"));
}

TEST_CASE("cell references outside the largest sheet are refused")
{
    CellReference reference;
    REQUIRE(parseCellReference("XFD1048576", reference));
    CHECK(reference.column == 16383);
    CHECK(reference.row == 1048576);
    REQUIRE(parseCellReference("$c$12", reference));
    CHECK(reference.column == 2);
    for (const char *text : {"", "12", "XFE1", "A1048577", "A0", "A1B", "A-1", "あ1", "AAAAAAAAAAAA1"})
        CHECK_FALSE(parseCellReference(text, reference));
}
