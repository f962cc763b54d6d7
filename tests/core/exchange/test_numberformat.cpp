#include "exchange/numberformat.h"

#include <catch2/catch.hpp>

#include <limits>
#include <string>

using namespace tane;

namespace {

std::string general(double value)
{
    char storage[32];
    return std::string(formatGeneral(value, storage));
}

std::string serial(double value, NumberKind kind = NumberKind::Date, bool date1904 = false)
{
    char storage[32];
    return std::string(formatSerial(value, kind, date1904, storage));
}

} // namespace

TEST_CASE("numbers are written as Excel's General shows them, with up to 15 digits")
{
    CHECK(general(0) == "0");
    CHECK(general(-0.0) == "0");
    CHECK(general(1) == "1");
    CHECK(general(-3) == "-3");
    CHECK(general(1200) == "1200");
    CHECK(general(0.1 + 0.2) == "0.3");
    CHECK(general(1.0 / 3) == "0.333333333333333");
    CHECK(general(2.0 / 3 * 100) == "66.6666666666667");
    CHECK(general(123456789012345.0) == "123456789012345");
    CHECK(general(1e20) == "1E+20");
    CHECK(general(-1.5e300) == "-1.5E+300");
    CHECK(general(0.0001) == "0.0001");
    CHECK(general(0.00001) == "0.00001");
    CHECK(general(1.2345e-7) == "1.2345E-07");
    CHECK(general(-2.2250738585072014e-308) == "-2.2250738585072E-308");
    CHECK(general(std::numeric_limits<double>::infinity()).empty());
}

TEST_CASE("a text that already is General is recognised, and nothing else")
{
    for (const char *text : {"0", "7", "-7", "123456789012345", "0.5", "-12.25", "0.0001"})
        CHECK(isGeneralForm(text));
    for (const char *text : {"", "-", "-0", "007", "1.0", "1.", ".5", "1e3", "1234567890123456", "0.00001",
                             " 1", "+1", "0.1000000000000001", "-0.0"})
        CHECK_FALSE(isGeneralForm(text));
}

// Formats from ECMA-376 part 1, 18.8.30, and from workbooks made in Japanese Excel.
TEST_CASE("date formats are told from number formats")
{
    for (const char *code : {"yyyy/m/d", "[$-411]ggge\"年\"m\"月\"d\"日\"", "[$-411]ge.m.d", "mmm-yy", "e",
                             "aaa", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "yyyy-mm-dd hh:mm",
                             "[DBNum1]m\"月\"d\"日\"", "[Red]m/d;@"})
        CHECK(numberKindOf(code) == NumberKind::Date);
    for (const char *code : {"h:mm", "mm:ss.0", "[$-409]h:mm AM/PM", "h\"時\"mm\"分\""})
        CHECK(numberKindOf(code) == NumberKind::Time);
    for (const char *code : {"[h]:mm", "[mm]:ss", "[s]"})
        CHECK(numberKindOf(code) == NumberKind::Elapsed);
    for (const char *code : {"General", "0", "0.00E+00", "##0.0E-0", "#,##0\"日\"", "0\\d", "[Red]0;[Blue]-0",
                             "[$¥-411]#,##0", "@", "", "_m0", "0;;\"d\"", "#,##0\"days", "[", "\\"})
        CHECK(numberKindOf(code) == NumberKind::Number);
    CHECK(builtinNumberKind(14) == NumberKind::Date);
    CHECK(builtinNumberKind(57) == NumberKind::Date);
    CHECK(builtinNumberKind(46) == NumberKind::Elapsed);
    CHECK(builtinNumberKind(4) == NumberKind::Number);
    CHECK(builtinNumberKind(49) == NumberKind::Number);
}

// Serial numbers as Excel gives them: DATE(2026,11,21) is 46347, DATE(1900,3,1) is 61, DATE(9999,12,31) is
// 2958465.
TEST_CASE("serial numbers are dates, with Excel's leap year 1900")
{
    CHECK(serial(46347) == "2026-11-21");
    CHECK(serial(46347.395833333336) == "2026-11-21T09:30:00");
    CHECK(serial(0.39583333333333331, NumberKind::Time) == "09:30:00");
    CHECK(serial(46347.9999999) == "2026-11-22");
    CHECK(serial(1) == "1900-01-01");
    CHECK(serial(59) == "1900-02-28");
    CHECK(serial(60) == "1900-02-29");
    CHECK(serial(61) == "1900-03-01");
    CHECK(serial(2958465) == "9999-12-31");
    CHECK(serial(2958465.9999999).empty());
    CHECK(serial(-1).empty());
    CHECK(serial(1e300).empty());
    CHECK(serial(1.5, NumberKind::Elapsed) == "36:00:00");
    CHECK(serial(44885, NumberKind::Date, true) == "2026-11-21"); // 46347 - 1462
    CHECK(serial(0, NumberKind::Date, true) == "1904-01-01");
}
