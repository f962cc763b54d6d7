#include "base/typeddate.h"

#include <catch2/catch.hpp>

using namespace tane;

namespace {
QString s(const char16_t *text)
{
    return QString::fromUtf16(text);
}
} // namespace

TEST_CASE("a day typed without its year lies in the twelve months from the given day on")
{
    const QDate april(2026, 4, 1); // fiscal year 2026: 2026-04-01 to 2027-03-31
    for (const char16_t *text : {u"12/10", u"12月10日", u"１２．１０", u" 12-10 "}) {
        INFO(s(text).toStdString());
        CHECK(parseTypedDate(s(text), april) == QDate(2026, 12, 10));
    }
    CHECK(parseTypedDate(s(u"3/31"), april) == QDate(2027, 3, 31));
    CHECK(parseTypedDate(s(u"4/1"), april) == april);
    CHECK(parseTypedDate(s(u"2/29"), QDate(2027, 4, 1)) == QDate(2028, 2, 29)); // 2028 is a leap year
    CHECK_FALSE(parseTypedDate(s(u"2/29"), april));
    CHECK(parseTypedDate(s(u"R8.11.21"), QDate(2027, 4, 1)) == QDate(2026, 11, 21)); // a year is a year
    for (const char16_t *text : {u"11/31", u"13/1", u"0/5", u"12", u"12/", u"秋ごろ", u""})
        CHECK_FALSE(parseTypedDate(s(text), april));
    CHECK_FALSE(parseTypedDate(s(u"12/10"), QDate()));
}

TEST_CASE("a day the calendar does not have is told from what is no date")
{
    for (const char16_t *text :
         {u"2026/11/31", u"令和8年2月29日", u"R8.11.31", u"11/31", u"2月30日", u"2/29"}) {
        INFO(s(text).toStdString());
        CHECK(namesMissingDay(s(text)));
    }
    for (const char16_t *text : {u"2026/11/30", u"11/30", u"秋ごろ", u"26/11/21", u"2026/11", u""}) {
        INFO(s(text).toStdString());
        CHECK_FALSE(namesMissingDay(s(text)));
    }
}
