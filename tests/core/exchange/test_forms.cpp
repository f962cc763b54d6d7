// Forms as Excel workbooks and Word documents: every word arrives, merged and ruled as asked for.
#include "core/exchange/ziptesting.h"
#include "core/programme/sheetcycles.h"
#include "exchange/formdocx.h"
#include "exchange/formgrid.h"
#include "exchange/formworkbook.h"
#include "exchange/tablereader.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>
#include <set>

using namespace tane;
using namespace tane::testing;

namespace {

QString written(const QTemporaryDir &folder, const FormSheet &sheet, bool word)
{
    const QString path = folder.filePath(word ? QStringLiteral("様式.docx") : QStringLiteral("様式.xlsx"));
    const auto result = word ? writeFormDocx(path, sheet) : writeFormXlsx(path, sheet);
    REQUIRE(result.has_value());
    return path;
}

/// All text of a workbook as our own reader sees it, column by column: a long text goes on in the rows below.
QString workbookText(const QString &path)
{
    QString text;
    const auto sheets = readWorkbook(path);
    REQUIRE(sheets.has_value());
    for (const Table &table : *sheets) {
        for (int column = 0; column < table.columnCount(); ++column) {
            for (int row = 0; row < table.rowCount(); ++row) {
                const std::string_view cell = table.cell(row, column);
                text += QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())) + u'\n';
            }
        }
    }
    return text;
}

/// The text of a Word document without its marks, paragraphs divided by line feeds.
QString documentText(const QString &path)
{
    QXmlStreamReader reader(zipPart(path, QStringLiteral("word/document.xml")));
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QStringLiteral("t"))
            text += reader.readElementText();
        else if (reader.isEndElement() && reader.name() == QStringLiteral("p"))
            text += u'\n';
    }
    CHECK_FALSE(reader.hasError());
    return text;
}

/// Compared without what only divides lines: long texts go on in the rows below.
QString joined(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("\\s")));
}

FormSheet smallForm()
{
    FormSheet form;
    form.name = QStringLiteral("様式");
    form.title = QStringLiteral("様式");
    FormTable table;
    table.caption = QStringLiteral("表");
    table.widths = {1, 2, 3};
    table.headRows = 1;
    using Cell = FormTableCell;
    table.rows = {
        {{.text = QStringLiteral("頭"), .columnSpan = 3, .style = Cell::Style::Head}},
        {{.text = QStringLiteral("脇"), .rowSpan = 2, .style = Cell::Style::Label},
         {.text = QStringLiteral("甲"), .columnSpan = 2, .roomMm = 30}},
        {{.text = QStringLiteral("乙")}, {.text = QStringLiteral("丙"), .remark = QStringLiteral("小")}}};
    form.parts.push_back({.table = table});
    return form;
}

} // namespace

TEST_CASE("every field of a programme arrives in the workbook and in the document")
{
    const MarkedCycle marked = markedCycle();
    for (const SheetKind kind : allSheetKinds()) {
        const QTemporaryDir folder;
        const FormSheet sheet = sheetOf(kind, marked.cycle);
        const QString excel = joined(workbookText(written(folder, sheet, false)));
        const QString word = joined(documentText(written(folder, sheet, true)));
        for (const QString &mark : marked.expected.at(kind)) {
            INFO(sheetCode(kind).toStdString() << ": " << mark.toStdString());
            CHECK(excel.contains(joined(mark)));
            CHECK(word.contains(joined(mark)));
        }
    }
}

TEST_CASE("of very long text nothing is lost, and no row is higher than Excel allows")
{
    const LongCycle longOne = longCycle();
    for (const SheetKind kind : allSheetKinds()) {
        const QTemporaryDir folder;
        const FormSheet sheet = sheetOf(kind, longOne.cycle);
        const QString path = written(folder, sheet, false);
        const QString excel = joined(workbookText(path)).remove(u'・');
        const QString word = joined(documentText(written(folder, sheet, true))).remove(u'・');
        for (const FormSheet::Part &part : sheet.parts) {
            if (!part.table)
                continue;
            for (const auto &row : part.table->rows) {
                for (const FormTableCell &cell : row) {
                    const QString text = joined(cell.text).remove(u'・');
                    CHECK(excel.contains(text));
                    CHECK(word.contains(text));
                }
            }
        }
        for (const QString &name : zipNames(path)) {
            if (!name.startsWith(QStringLiteral("xl/worksheets/sheet")))
                continue;
            QXmlStreamReader reader(zipPart(path, name));
            while (!reader.atEnd()) {
                reader.readNext();
                if (reader.isStartElement() && reader.name() == QStringLiteral("row"))
                    CHECK(reader.attributes().value(QStringLiteral("ht")).toDouble() <= 409.5);
            }
        }
    }
}

TEST_CASE("a form in Excel has merged cells, its paper, one page across and a repeated head")
{
    const QTemporaryDir folder;
    FormSheet form = smallForm();
    form.paper = FormSheet::Paper::A3;
    form.landscape = true;
    const QString path = written(folder, form, false);
    CHECK(xmlFaults(path) == QStringList());
    const QString sheet = QString::fromUtf8(zipPart(path, QStringLiteral("xl/worksheets/sheet1.xml")));
    // Title, subtitle, gap, caption: the table begins in the fifth row.
    for (const char *range : {"A5:C5", "A6:A7", "B6:C6"})
        CHECK(sheet.contains(QStringLiteral("<mergeCell ref=\"%1\"/>").arg(QLatin1String(range))));
    CHECK(sheet.contains(QStringLiteral("paperSize=\"8\"")));
    CHECK(sheet.contains(QStringLiteral("orientation=\"landscape\"")));
    CHECK(sheet.contains(QStringLiteral("fitToHeight=\"0\"")));
    const QString book = QString::fromUtf8(zipPart(path, QStringLiteral("xl/workbook.xml")));
    CHECK(book.contains(QStringLiteral("_xlnm.Print_Titles")));
    CHECK(book.contains(QStringLiteral("$5:$5")));
    CHECK(book.contains(QStringLiteral("$A$1:$C$7")));
    // 30 mm are 85.04 points.
    const QRegularExpression row(QStringLiteral("<row r=\"6\"[^>]* ht=\"([0-9.]+)\""));
    CHECK(row.match(sheet).captured(1).toDouble() == Approx(85.04).margin(0.1));
}

TEST_CASE("a table of several pages has a worksheet of its own head, and no label is parted from its rows")
{
    const QTemporaryDir folder;
    const QString path = written(folder, sheetOf(SheetKind::SituationReview, longCycle().cycle), false);
    QStringList sheets = zipNames(path).filter(QStringLiteral("xl/worksheets/sheet"));
    CHECK(sheets.size() == 2);
    const QString first = QString::fromUtf8(zipPart(path, sheets.first()));
    CHECK(first.contains(QStringLiteral("<rowBreaks")));
}

TEST_CASE("a worksheet a few lines too long for its page is printed smaller, a longer one on two pages")
{
    const QTemporaryDir folder;
    // 0: one page as it is, 1: made smaller, 2: divided; a page of A4 holds some thirty lines.
    QList<int> kinds;
    for (int lines = 20; lines <= 50; lines += 2) {
        FormTable table;
        table.widths = {1};
        for (int i = 0; i < lines; ++i)
            table.rows.push_back({{.text = QStringLiteral("行")}});
        FormSheet form;
        form.name = form.title = QStringLiteral("行の表");
        form.parts.push_back({.table = table});
        const QString sheet = QString::fromUtf8(
            zipPart(written(folder, form, false), QStringLiteral("xl/worksheets/sheet1.xml")));
        const bool divided = sheet.contains(QStringLiteral("<rowBreaks"));
        const bool smaller = !sheet.contains(QStringLiteral("fitToHeight=\"0\""));
        CHECK_FALSE((divided && smaller));
        kinds << (divided ? 2 : smaller ? 1 : 0);
    }
    CHECK(std::ranges::is_sorted(kinds));
    CHECK(kinds.first() == 0);
    CHECK(kinds.contains(1));
    CHECK(kinds.last() == 2);
}

TEST_CASE("a form in Word has spans, repeated heads and rows that stay whole")
{
    const QTemporaryDir folder;
    FormSheet form = smallForm();
    form.landscape = true;
    const QString path = written(folder, form, true);
    CHECK(xmlFaults(path) == QStringList());
    const QString body = QString::fromUtf8(zipPart(path, QStringLiteral("word/document.xml")));
    CHECK(body.contains(QStringLiteral("<w:gridSpan w:val=\"3\"/>")));
    CHECK(body.count(QStringLiteral("<w:vMerge w:val=\"restart\"/>")) == 1);
    CHECK(body.count(QStringLiteral("<w:vMerge w:val=\"continue\"/>")) == 1);
    CHECK(body.count(QStringLiteral("<w:tblHeader/>")) == 1);
    CHECK(body.count(QStringLiteral("<w:cantSplit/>")) == 3);
    // 30 mm are 1,701 twentieths of a point; A4 lying is 16,838 by 11,906.
    CHECK(body.contains(QStringLiteral("<w:trHeight w:val=\"1701\" w:hRule=\"atLeast\"/>")));
    CHECK(body.contains(QStringLiteral("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>")));

    // A row that would not fit a page may be divided.
    form.parts.front().table->rows[1][1].text = QString(10'000, QChar(u'長'));
    const QString tall =
        QString::fromUtf8(zipPart(written(folder, form, true), QStringLiteral("word/document.xml")));
    CHECK(tall.count(QStringLiteral("<w:cantSplit/>")) == 2);
}

TEST_CASE("no two merged cells of a worksheet overlap, which Excel would call damage")
{
    const Cycle cycle = longCycle().cycle;
    for (const SheetKind kind : allSheetKinds()) {
        const QTemporaryDir folder;
        const auto sheets = readWorkbook(written(folder, sheetOf(kind, cycle), false));
        REQUIRE(sheets.has_value());
        for (const Table &table : *sheets) {
            std::set<std::pair<int, int>> taken;
            std::size_t cells = 0;
            for (const MergedRange &merge : table.merges) {
                for (int row = merge.firstRow; row <= merge.lastRow; ++row)
                    for (int column = merge.firstColumn; column <= merge.lastColumn; ++column, ++cells)
                        taken.insert({row, column});
            }
            INFO(sheetCode(kind).toStdString());
            CHECK(cells > 0);
            CHECK(taken.size() == cells);
        }
    }
}

TEST_CASE("properties of the cells of a form come in the order that Word demands")
{
    const QTemporaryDir folder;
    const QString path = written(folder, sheetOf(SheetKind::TimetableStaff, usualCycle()), true);
    // ECMA-376 part 1, 17.4.70 tcPr and 17.3.1.26 pPr; only what forms use.
    const std::map<QString, QStringList> schema = {
        {QStringLiteral("tcPr"),
         {QStringLiteral("tcW"), QStringLiteral("gridSpan"), QStringLiteral("vMerge"), QStringLiteral("shd"),
          QStringLiteral("vAlign")}},
        {QStringLiteral("pPr"),
         {QStringLiteral("pStyle"), QStringLiteral("keepNext"), QStringLiteral("jc")}}};
    QXmlStreamReader reader(zipPart(path, QStringLiteral("word/document.xml")));
    QString parent;
    qsizetype last = -1;
    int seen = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        const QString name = reader.name().toString();
        if (reader.isStartElement() && schema.contains(name)) {
            parent = name;
            last = -1;
        } else if (reader.isEndElement() && name == parent) {
            parent.clear();
        } else if (reader.isStartElement() && !parent.isEmpty()) {
            const qsizetype at = schema.at(parent).indexOf(name);
            INFO(parent.toStdString() << ": " << name.toStdString());
            CHECK(at > last);
            last = at;
            ++seen;
        }
    }
    CHECK(seen > 200);
}

TEST_CASE("a form that cannot be written leaves nothing behind")
{
    const QTemporaryDir folder;
    const QString nowhere = folder.filePath(QStringLiteral("none/様式"));
    const auto excel = writeFormXlsx(nowhere, smallForm());
    const auto word = writeFormDocx(nowhere, smallForm());
    REQUIRE_FALSE(excel.has_value());
    REQUIRE_FALSE(word.has_value());
    CHECK(excel.error().code == ErrorCode::CannotWrite);
    CHECK(word.error().code == ErrorCode::CannotWrite);
    CHECK(QDir(folder.path()).isEmpty());
}

TEST_CASE("lines are broken by the rules of Japanese")
{
    // By hand: five full-width characters a line; 、 and 」 do not begin one, 「 does not end one.
    CHECK(wrapped(QStringLiteral("漢字漢字漢、漢"), 5.0) ==
          QStringList{QStringLiteral("漢字漢字"), QStringLiteral("漢、漢")});
    CHECK(wrapped(QStringLiteral("漢字漢字「漢字」"), 5.0) ==
          QStringList{QStringLiteral("漢字漢字"), QStringLiteral("「漢字」")});
    CHECK(wrapped(QStringLiteral("一\n\n二"), 5.0) ==
          QStringList{QStringLiteral("一"), QString(), QStringLiteral("二")});
    CHECK(wrapped(QStringLiteral("漢字 level漢"), 5.0) ==
          QStringList{QStringLiteral("漢字 "), QStringLiteral("level漢")});
}

TEST_CASE("what a form does not say is an empty cell, and spans end at the table's edge")
{
    FormTable table;
    table.widths = {1, 1};
    table.rows = {{{.text = QStringLiteral("甲"), .rowSpan = 9}}, {}};
    const FormGrid grid(table);
    REQUIRE(grid.cells.size() == 3);
    CHECK(grid.cells[0].rowSpan == 2);
    CHECK(grid.at(1, 0) == 0);
    CHECK(grid.cells[grid.at(0, 1)].cell->text.isEmpty());
    CHECK(grid.cells[grid.at(1, 1)].row == 1);
}
