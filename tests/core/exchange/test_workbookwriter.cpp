#include "core/exchange/ziptesting.h"
#include "exchange/workbookwriter.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <limits>

using namespace tane;
using namespace tane::testing;

namespace {

/// Trial ① of the research report, set Ⅰ, first two items (n = 67).
ChartSpec stacked()
{
    ChartSpec chart;
    chart.figure = QStringLiteral("図表-1");
    chart.title = QStringLiteral("研修前後の変化");
    chart.categories = {{QStringLiteral("Ⅰ-1"), QStringLiteral("担当者と日頃から話し合っている"), 67},
                        {QStringLiteral("Ⅰ-2"), QStringLiteral("'引用' と <記号> & =式"), 67}};
    chart.series = {{QStringLiteral("up"), SeriesRole::Up, {24, 0}},
                    {QStringLiteral("stay"), SeriesRole::Stay, {40, 66}},
                    {QStringLiteral("down"), SeriesRole::Down, {3, 1}}};
    chart.note = QStringLiteral("n は対の人数");
    return chart;
}

ChartSpec heatMap()
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::HeatMap;
    chart.title = QStringLiteral("Ⅰ-1 の移り変わり");
    chart.rowTitle = QStringLiteral("研修前");
    chart.columnTitle = QStringLiteral("研修後");
    chart.columns = {QStringLiteral("a"), QStringLiteral("b")};
    chart.categories = {{{}, QStringLiteral("a"), 10}, {{}, QStringLiteral("b"), 12}};
    chart.cells = {{7, 3}, {5, 7}};
    return chart;
}

QString part(const QString &path, const char *name)
{
    return QString::fromUtf8(zipPart(path, QString::fromLatin1(name)));
}

QStringList sheetNames(const QString &path)
{
    static const QRegularExpression sheet(QStringLiteral("<sheet name=\"([^\"]*)\""));
    QStringList names;
    auto found = sheet.globalMatch(part(path, "xl/workbook.xml"));
    while (found.hasNext())
        names.append(found.next().captured(1));
    return names;
}

} // namespace

TEST_CASE("a workbook holds texts, numbers, percentages and blanks as what they are")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("変化.xlsx"));
    WorkbookWriter book;
    book.setTitle(QStringLiteral("変化"));
    SheetWriter &sheet = book.addSheet(QStringLiteral("全体"));
    sheet.writeTitle(QStringLiteral("研修前後の変化"));
    sheet.writeHead({QStringLiteral("項目"), QStringLiteral("n")});
    sheet.writeRow({QStringLiteral("Ⅰ-1"), std::int64_t{67}, Percent::of(24, 67), 1.5, Decimal{0.0312, 4},
                    std::monostate{}, Percent::of(0, 0), std::numeric_limits<double>::infinity()});
    CHECK(sheet.nextRow() == 3);
    sheet.addFilter();
    sheet.setLandscape(true);
    sheet.setFooter(QStringLiteral("2026年 医療 & 介護"));
    REQUIRE(book.save(path).has_value());

    CHECK(xmlFaults(path) == QStringList());
    const QString xml = part(path, "xl/worksheets/sheet1.xml");
    CHECK(xml.contains(QRegularExpression(QStringLiteral("<c r=\"B3\" s=\"\\d+\"><v>67</v>"))));
    CHECK(xml.contains(QRegularExpression(QStringLiteral("<c r=\"C3\" s=\"\\d+\"><v>0.358"))));
    CHECK(xml.contains(QRegularExpression(QStringLiteral("<c r=\"D3\" s=\"\\d+\"><v>1.5</v>"))));
    CHECK(xml.contains(QRegularExpression(QStringLiteral("<c r=\"F3\" s=\"\\d+\"/>"))));
    CHECK(xml.contains(QRegularExpression(QStringLiteral("<c r=\"H3\" s=\"\\d+\"/>"))));
    CHECK(xml.contains(QStringLiteral("<autoFilter ref=\"A2:B3\"/>")));
    CHECK(xml.contains(QStringLiteral("topLeftCell=\"A3\"")));
    CHECK(xml.contains(QStringLiteral("paperSize=\"9\"")));
    CHECK(xml.contains(QStringLiteral("orientation=\"landscape\"")));
    CHECK(xml.contains(QStringLiteral("fitToHeight=\"0\"")));
    CHECK(
        xml.contains(QStringLiteral("&amp;L&amp;8 2026年 医療 &amp;&amp; 介護&amp;R&amp;8 &amp;P / &amp;N")));
    CHECK(part(path, "xl/workbook.xml").contains(QStringLiteral("'全体'!$2:$2")));
    CHECK(part(path, "xl/styles.xml").contains(QStringLiteral("formatCode=\"0.0%\"")));
    CHECK(part(path, "xl/styles.xml").contains(QStringLiteral("formatCode=\"0.0000\"")));
    CHECK(part(path, "docProps/core.xml").contains(QStringLiteral("<dc:creator>タネ</dc:creator>")));
}

TEST_CASE("sheet names are made such that Excel accepts them, and are unique")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    WorkbookWriter book;
    book.addSheet(QStringLiteral("立場/所属:[1]*?"));
    book.addSheet(QString(40, QChar(u'長')));
    book.addSheet(QString(40, QChar(u'長')));
    book.addSheet(QStringLiteral("All"));
    book.addSheet(QStringLiteral("ALL"));
    book.addSheet({});
    book.addSheet(QStringLiteral("'引用'"));
    book.addSheet(QString(30, QChar(u'あ')) + QStringLiteral("𠮷野")); // a surrogate pair across the limit
    REQUIRE(book.save(path).has_value());
    CHECK(sheetNames(path) == QStringList{QStringLiteral("立場_所属__1___"), QString(31, QChar(u'長')),
                                          QString(28, QChar(u'長')) + QStringLiteral("(2)"),
                                          QStringLiteral("All"), QStringLiteral("ALL(2)"),
                                          QStringLiteral("シート"), QStringLiteral("’引用’"),
                                          QString(30, QChar(u'あ'))});
}

TEST_CASE("control characters, broken surrogates and texts too long for a cell do not break a workbook")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    WorkbookWriter book;
    SheetWriter &sheet = book.addSheet(QStringLiteral("表"));
    sheet.writeRow({QStringLiteral("一") + QChar(0x2) + QChar(0xdc00) + QStringLiteral("二")});
    sheet.writeRow({QString(40000, QChar(u'長'))});
    sheet.writeRow({QStringLiteral("_x0041_")});
    sheet.writeRow({QStringLiteral("=1+1")});
    sheet.writeNote(QString(300, QChar(u'注')));
    REQUIRE(book.save(path).has_value());
    CHECK(xmlFaults(path) == QStringList());
    const QString strings = part(path, "xl/sharedStrings.xml");
    CHECK(strings.contains(QStringLiteral("一\uFFFD二")));
    CHECK(strings.contains(QString(32766, QChar(u'長')) + QStringLiteral("…<")));
    CHECK(strings.contains(
        QStringLiteral("_x005F_x0041_")));           // ECMA-376 part 1, 22.9.2.19: read back as _x0041_
    CHECK(strings.contains(QStringLiteral("=1+1"))); // a text, not a formula
    CHECK_FALSE(part(path, "xl/worksheets/sheet1.xml").contains(QStringLiteral("<f>")));
}

TEST_CASE("a chart in Excel draws from cells and stays readable in black and white")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    WorkbookWriter book;
    SheetWriter &sheet = book.addSheet(QStringLiteral("全体"));
    sheet.addChart(stacked());
    book.addSheet(QStringLiteral("立場別"));
    REQUIRE(book.save(path).has_value());
    CHECK(xmlFaults(path) == QStringList());
    CHECK(sheetNames(path).last() == QStringLiteral("グラフのデータ"));

    const QString chart = part(path, "xl/charts/chart1.xml");
    CHECK(chart.contains(QStringLiteral("<c:grouping val=\"percentStacked\"/>")));
    CHECK(chart.contains(QStringLiteral("<c:f>'グラフのデータ'!$A$6:$A$7</c:f>")));
    CHECK(chart.contains(QStringLiteral("<c:f>'グラフのデータ'!$C$6:$C$7</c:f>")));
    CHECK(chart.contains(QStringLiteral("<c:f>'グラフのデータ'!$E$5</c:f>")));
    CHECK(chart.contains(QStringLiteral("<a:pattFill prst=\"wdUpDiag\">")));
    CHECK(chart.contains(QStringLiteral("<a:pattFill prst=\"dotDmnd\">")));
    CHECK(chart.contains(QStringLiteral("24 (35.8%)"))); // 24 of 67, domain: trial ①
    CHECK_FALSE(chart.contains(QStringLiteral("0 (0.0%)")));
    CHECK(chart.contains(QStringLiteral("<c:legendPos val=\"b\"/>")));
    // The category axis is the reversed one: first item on top, as in the table.
    const QString categoryAxis =
        chart.section(QStringLiteral("<c:catAx>"), 1).section(QStringLiteral("</c:catAx>"), 0, 0);
    CHECK(categoryAxis.contains(QStringLiteral("<c:orientation val=\"maxMin\"/>")));
    const QString valueAxis =
        chart.section(QStringLiteral("<c:valAx>"), 1).section(QStringLiteral("</c:valAx>"), 0, 0);
    CHECK(valueAxis.contains(QStringLiteral("<c:orientation val=\"minMax\"/>")));
    CHECK(part(path, "xl/sharedStrings.xml")
              .contains(QStringLiteral("Ⅰ-1 担当者と日頃から話し合っている（n=67）")));
}

TEST_CASE("a heat map in Excel is a table of coloured cells with sums")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    WorkbookWriter book;
    SheetWriter &sheet = book.addSheet(QStringLiteral("移り変わり"));
    sheet.addChart(heatMap());
    REQUIRE(book.save(path).has_value());
    CHECK_FALSE(zipNames(path).contains(QStringLiteral("xl/charts/chart1.xml")));
    CHECK(sheetNames(path) == QStringList{QStringLiteral("移り変わり")});
    const QString xml = part(path, "xl/worksheets/sheet1.xml");
    CHECK(xml.contains(QRegularExpression(QStringLiteral("<c r=\"C3\" s=\"\\d+\"><v>3</v>"))));
    CHECK(xml.contains(QRegularExpression(QStringLiteral("<c r=\"D4\" s=\"\\d+\"><v>12</v>")))); // 5 + 7
    CHECK(part(path, "xl/styles.xml").contains(QStringLiteral("FFE2E5E3"))); // the diagonal
}

TEST_CASE("a chart without data says so instead of making a workbook Excel must repair")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    WorkbookWriter book;
    ChartSpec chart = stacked();
    chart.categories.clear();
    SheetWriter &sheet = book.addSheet(QStringLiteral("全体"));
    sheet.addChart(chart);
    sheet.addChartAt(0, 5, chart);
    REQUIRE(book.save(path).has_value());
    CHECK_FALSE(zipNames(path).contains(QStringLiteral("xl/charts/chart1.xml")));
    CHECK(part(path, "xl/sharedStrings.xml").contains(QStringLiteral("表示するデータがありません")));
}

TEST_CASE("long lists of choices stand on a hidden sheet, never inside the validation")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    WorkbookWriter book;
    SheetWriter &sheet = book.addSheet(QStringLiteral("回答"));
    sheet.addChoices(1, 2, 100, 2, {QString(300, QChar(u'あ')), QStringLiteral("い"), QStringLiteral("う")});
    REQUIRE(book.save(path).has_value());
    CHECK(part(path, "xl/worksheets/sheet1.xml")
              .contains(QStringLiteral("<formula1>'選択肢'!$A$1:$A$3</formula1>")));
    CHECK(part(path, "xl/worksheets/sheet1.xml").contains(QStringLiteral("sqref=\"C2:C101\"")));
    CHECK(part(path, "xl/workbook.xml")
              .contains(QRegularExpression(QStringLiteral("name=\"選択肢\"[^>]*state=\"hidden\""))));
}

TEST_CASE("a workbook with more columns than Excel has is refused, not cut")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    WorkbookWriter book;
    SheetWriter &sheet = book.addSheet(QStringLiteral("広い"));
    sheet.writeRow(std::vector<CellValue>(16385, std::int64_t{1}));
    const auto saved = book.save(path);
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == ErrorCode::TooLarge);
    CHECK_FALSE(QFile::exists(path));
}

TEST_CASE("a workbook that cannot be written leaves the older file and nothing else")
{
    const QTemporaryDir folder;
    QFile blocker(folder.filePath(QStringLiteral("file")));
    REQUIRE(blocker.open(QIODevice::WriteOnly));
    REQUIRE(blocker.write("old") == 3);
    blocker.close();
    WorkbookWriter book;
    book.addSheet(QStringLiteral("表"));
    const auto saved = book.save(blocker.fileName() + QStringLiteral("/変化.xlsx"));
    REQUIRE_FALSE(saved.has_value());
    CHECK(saved.error().code == ErrorCode::CannotWrite);
    CHECK(saved.error().file == QStringLiteral("変化.xlsx"));
    CHECK_FALSE(saved.error().message.isEmpty());
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("file")});
    CHECK(blocker.size() == 3);
    CHECK_FALSE(book.save(folder.filePath(QStringLiteral("b.xlsx"))).has_value()); // once only
}

TEST_CASE("a workbook that is never saved leaves no temporary files")
{
    // A folder of its own: other tests run at the same time and use the system's.
    const QTemporaryDir folder;
#ifdef Q_OS_WIN
    constexpr char variable[] = "TMP";
#else
    constexpr char variable[] = "TMPDIR";
#endif
    const QByteArray before = qgetenv(variable);
    qputenv(variable, QFile::encodeName(folder.path()));
    const auto count = [&folder] {
        return QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden).size();
    };
    {
        WorkbookWriter book;
        book.addSheet(QStringLiteral("表")).addChart(stacked());
        CHECK(count() == 1);
    }
    CHECK(count() == 0);
    if (before.isNull())
        qunsetenv(variable);
    else
        qputenv(variable, before);
}
