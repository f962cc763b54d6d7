#include "survey/tablecheck.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace tane;

namespace {

TableCheck check(const QString &text, std::optional<std::int64_t> base = {})
{
    const Result<TableCheck> result = checkTable(cellsOfText(text), base);
    REQUIRE(result);
    return *result;
}

QStringList wrong(const TableCheck &check)
{
    QStringList labels;
    for (const CheckedRow &row : check.rows)
        if (!row.follows())
            labels << row.label;
    return labels;
}

} // namespace

// The counts and percentages of trial 1 as the report prints them (研修会参加前後の比較, items Ⅰ-1 to Ⅱ-3 for
// all, coordinators and officers): the published table is the source of every number here.
TEST_CASE("of the printed table of trial 1 exactly eleven rows do not follow from their counts")
{
    QFile file(QStringLiteral(TANE_TEST_DATA "/tables/trial1.tsv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const TableCheck table = check(QString::fromUtf8(file.readAll()));
    CHECK(table.rows.size() == 27);
    CHECK(table.wrongRows() == 11);
    CHECK(wrong(table) ==
          QStringList{QStringLiteral("全体 Ⅰ-3"), QStringLiteral("全体 Ⅰ-4"), QStringLiteral("全体 Ⅰ-5"),
                      QStringLiteral("全体 Ⅰ-6"), QStringLiteral("コーディネーター Ⅰ-4"),
                      QStringLiteral("コーディネーター Ⅰ-5"), QStringLiteral("コーディネーター Ⅰ-6"),
                      QStringLiteral("市町村 Ⅰ-3"), QStringLiteral("市町村 Ⅰ-4"),
                      QStringLiteral("市町村 Ⅰ-5"), QStringLiteral("市町村 Ⅰ-6")});
    CHECK(table.notes.isEmpty());
    // The bases the percentages were really made with: 66, 41 and 25.
    for (const CheckedRow &row : table.rows) {
        if (row.follows())
            continue;
        INFO(row.label.toStdString() << ": " << row.finding().toStdString());
        const std::int64_t used = row.label.startsWith(u"全体") ? 66 : row.label.startsWith(u"コ") ? 41 : 25;
        REQUIRE(row.fitting);
        CHECK(row.fitting->first <= used);
        CHECK(row.fitting->last >= used);
        CHECK(row.base != used);
    }
}

TEST_CASE("the base of the table of qualifications is found although the table is about fewer people")
{
    // Table B of the report: 181 coordinators, several answers, printed percentages of all 420.
    const QString text = QStringLiteral("\t保健師\t看護師\t社会福祉士\t介護支援専門員\tその他\n"
                                        "人数\t24\t110\t42\t87\t32\n"
                                        "割合\t5.7%\t26.2%\t10.0%\t20.7%\t7.6%\n");
    const TableCheck table = check(text, 181);
    REQUIRE(table.rows.size() == 1);
    CHECK_FALSE(table.rows[0].follows());
    REQUIRE(table.rows[0].fitting);
    CHECK(*table.rows[0].fitting == BaseRange{420, 420});
    CHECK(table.rows[0].finding().contains(u"420"));
    CHECK(table.rows[0].percents[1].expected == u"60.8%"); // 110/181, by hand
    CHECK(check(text, 420).wrongRows() == 0);
}

TEST_CASE("counts in one block and percentages in another are joined by the names of their rows")
{
    // Table A of the report.
    const QString text = QStringLiteral(
        "\t計\tコーディネーター\t市町村担当者\t市町村その他\t都道府県担当者\t都道府県その他\tその他\n"
        "参加者計\t420\t181\t134\t10\t53\t9\t33\n"
        "10都県\t183\t92\t58\t4\t17\t3\t9\n"
        "都外\t237\t89\t76\t6\t36\t6\t24\n"
        "参加者計\t100.0%\t43.1%\t31.9%\t2.4%\t12.6%\t2.1%\t7.9%\n"
        "10都県\t100.0%\t50.3%\t31.7%\t2.2%\t9.3%\t1.6%\t4.9%\n"
        "都外\t100.0%\t37.6%\t32.1%\t2.5%\t15.2%\t2.5%\t10.1%\n");
    const TableCheck table = check(text);
    CHECK(table.rows.size() == 3);
    CHECK(table.wrongRows() == 0);
    CHECK(table.rows[0].base == 420);
}

TEST_CASE("a table with its options in rows is read by columns")
{
    // Table I of the report: n = 1741, the printed percentages add up to 99.9.
    const QString text = QStringLiteral(
        "いる\t986\t56.6%\nいない\t690\t39.6%\nわからない\t60\t3.4%\n未回答\t5\t0.3%\n合計\t1741\t100.0%\n");
    const TableCheck table = check(text);
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].percents.size() == 4);
    CHECK(table.rows[0].base == 1741);
    CHECK(table.wrongRows() == 0);
    CHECK(check(QString(text).replace(QStringLiteral("39.6%"), QStringLiteral("39.7%"))).wrongRows() == 1);
}

// n = 4: 1, 1 and 2 of 4 are 25, 25 and 50 %; the second is misprinted. By hand.
TEST_CASE("of a table whose options stand in rows the lines are counted, not its one column")
{
    const TableCheck table = check(QStringLiteral(
        "\t人数\t割合\nはい\t1\t25.0%\nいいえ\t1\t26.0%\nわからない\t2\t50.0%\n計\t4\t100.0%\n"));
    CHECK(table.byColumns);
    CHECK(table.checkedRows() == 3);
    CHECK(table.wrongRows() == 1);
    CHECK(table.summary().startsWith(u"3行のうち1行で"));
    const std::vector<TableFinding> found = table.findings();
    REQUIRE(found.size() == 1);
    CHECK(found.front().row == u"いいえ");
    CHECK(found.front().column.isEmpty());
    REQUIRE(found.front().wrong.size() == 1);
    CHECK(found.front().wrong.front().printed == u"26.0%");
    CHECK(found.front().wrong.front().expected == u"25.0%");
}

TEST_CASE("a table of rows has one finding for each wrong row, with all its percentages")
{
    // 4 + 6 of 10 are 40 and 60 %; the first row has them of another base (11), the second is right.
    const TableCheck table =
        check(QStringLiteral("\tup\tdown\tup\tdown\nⅠ-1\t4\t6\t36.4%\t54.5%\nⅠ-2\t4\t6\t40.0%\t60.0%\n"));
    CHECK_FALSE(table.byColumns);
    CHECK(table.checkedRows() == 2);
    const std::vector<TableFinding> found = table.findings();
    REQUIRE(found.size() == 1);
    CHECK(found.front().row == u"Ⅰ-1");
    CHECK(found.front().wrong.size() == 2);
    CHECK(found.front().reason.contains(u"母数 11"));
}

TEST_CASE("the line break at the end of what was copied is no row")
{
    CHECK(cellsOfText(QStringLiteral("a\t1\r\nb\t2\r\n")).size() == 2);
    CHECK(cellsOfText(QStringLiteral("a\t1\n\nb\t2\n\t\n\n")).size() == 3); // one between stays
    CHECK(cellsOfText(QStringLiteral("\n")).empty());
}

TEST_CASE("counts with their percentage in one cell, full-width signs and thousands are understood")
{
    // 問11 of the accompanied support report, n = 224: 14/224 is 6.25 and rounds up.
    const TableCheck table =
        check(QStringLiteral("結果\t１６０人（７１．４％）\t14 (6.3%)\t29（12.9%）\t21 (9.4%)\n"));
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].base == 224);
    CHECK(table.wrongRows() == 0);
    const TableCheck large = check(QStringLiteral("a\t1,000\t500\t1,500\t66.7%\t33.3%\n"));
    CHECK(large.rows[0].base == 1500);
    CHECK(large.wrongRows() == 0);
}

TEST_CASE("a text copied from a page without tabs is understood")
{
    const TableCheck table =
        check(QStringLiteral("up stay down 計 up stay down\n9 40 17 66 13.6% 60.6% 25.8%\n"));
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].base == 66);
    CHECK(table.wrongRows() == 0);
}

TEST_CASE("percentages of which no base is possible are said to be wrong")
{
    // 30.0 % of a base of at least ten, with one more person 10.0 %: no base gives both.
    const TableCheck table = check(QStringLiteral("a\t3\t4\t3\t30.0%\t10.0%\t30.0%\n"));
    REQUIRE(table.rows.size() == 1);
    CHECK_FALSE(table.rows[0].fitting);
    CHECK_FALSE(table.rows[0].percents[1].follows);
    CHECK(table.rows[0].percents[0].follows);
}

TEST_CASE("a table without pairs of count and percentage is refused")
{
    CHECK_FALSE(checkTable(cellsOfText(QStringLiteral("a\t1\t2\n"))));
    CHECK_FALSE(checkTable(cellsOfText(QStringLiteral("a\t10%\n"))));
    CHECK_FALSE(checkTable({}));
}
