// Forms on paper, read back by the tools of poppler-utils.
#include "core/programme/sheetcycles.h"
#include "paper/formpaper.h"
#include "ui/poppler.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QPrinter>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace tane;
using namespace tane::testing;

namespace {

/// The text of each page of the form's PDF.
QStringList pagesOf(const FormSheet &sheet)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("様式.pdf"));
    REQUIRE(writeFormPdf(path, sheet).has_value());
    return pdfPages(path);
}

/// The form printed on paper whose edges the printer does not reach: its PDF.
QByteArray printedOn(const FormPaper &form, QPageSize::PageSizeId size, const QMarginsF &unreached)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    form.setUp(printer);
    REQUIRE(printer.setPageLayout(
        {QPageSize(size), QPageLayout::Portrait, unreached, QPageLayout::Millimeter, unreached}));
    REQUIRE(form.print(printer, 0, form.pageCount() - 1).has_value());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// What all pages together cover with words, in millimetres of the paper.
QRectF inkOf(const QByteArray &pdf)
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("a.pdf")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    const QRegularExpression word(
        QStringLiteral("<word xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\""));
    constexpr double mm = 25.4 / 72;
    QRectF ink;
    auto words = word.globalMatch(pdfText(file.fileName(), {QStringLiteral("-bbox")}));
    REQUIRE(words.hasNext());
    while (words.hasNext()) {
        const auto box = words.next();
        const auto at = [&box](int i) { return box.captured(i).toDouble() * mm; };
        ink |= QRectF(QPointF(at(1), at(2)), QPointF(at(3), at(4)));
    }
    return ink;
}

QString joined(QString text)
{
    return text.remove(QRegularExpression(QStringLiteral("[\\s・]")));
}

FormSheet formOf(FormTable table)
{
    FormSheet form;
    form.title = QStringLiteral("様式");
    form.parts.push_back({.table = std::move(table)});
    return form;
}

} // namespace

TEST_CASE("every field of a programme can be read in the PDF of its sheet")
{
    const MarkedCycle marked = markedCycle();
    for (const SheetKind kind : allSheetKinds()) {
        const QString text = joined(pagesOf(sheetOf(kind, marked.cycle)).join(QString()));
        for (const QString &mark : marked.expected.at(kind)) {
            INFO(sheetCode(kind).toStdString() << ": " << mark.toStdString());
            CHECK(text.contains(joined(mark)));
        }
    }
}

TEST_CASE("long text flows over the pages, each piece of it once, heads on every page")
{
    const LongCycle longOne = longCycle();
    const std::map<SheetKind, QString> heads = {{SheetKind::Goals, QStringLiteral("長期（将来像）")},
                                                {SheetKind::Timetable, QStringLiteral("終了")},
                                                {SheetKind::TimetableStaff, QStringLiteral("職員用のメモ")},
                                                {SheetKind::Checklist, QStringLiteral("準備すること")}};
    for (const SheetKind kind : allSheetKinds()) {
        const QStringList pages = pagesOf(sheetOf(kind, longOne.cycle));
        const QString text = joined(pages.join(QString()));
        INFO(sheetCode(kind).toStdString());
        CHECK(pages.size() > 3);
        REQUIRE(longOne.expected.contains(kind));
        for (const QString &mark : longOne.expected.at(kind)) {
            INFO(mark.toStdString());
            // Marks end in a bracket or the cell; a longer number must not count for a shorter one.
            const QRegularExpression whole(mark + QStringLiteral("(?!\\d)"));
            CHECK(text.count(whole) == 1);
        }
        for (qsizetype page = 0; page < pages.size(); ++page) {
            INFO("page " << page + 1);
            if (heads.contains(kind))
                CHECK(joined(pages.at(page)).count(heads.at(kind)) == 1);
            const QString number = QStringLiteral("%1/%2").arg(page + 1).arg(pages.size());
            CHECK(joined(pages.at(page)).contains(number));
        }
    }
}

TEST_CASE("the label of a row taller than a page is said again on each of its pages")
{
    Cycle cycle = usualCycle();
    cycle.evaluation.front().text = QString(6'000, QChar(u'寿'));
    const QStringList pages = pagesOf(sheetOf(SheetKind::Evaluation, cycle));
    REQUIRE(pages.size() > 3);
    CHECK(joined(pages.at(0)).contains(QStringLiteral("できたこと")));
    CHECK(joined(pages.at(1)).contains(QStringLiteral("できたこと")));
    CHECK(pages.join(QString()).count(u'寿') == 6'000);
}

TEST_CASE("rows that fit a page are never broken")
{
    FormTable table;
    table.widths = {1, 3};
    for (int row = 0; row < 40; ++row) {
        QStringList lines;
        for (int line = 0; line <= row % 9; ++line)
            lines << QStringLiteral("row%1.").arg(row);
        table.rows.push_back({{.text = QString::number(row)}, {.text = lines.join(u'\n')}});
    }
    const QStringList pages = pagesOf(formOf(table));
    REQUIRE(pages.size() > 1);
    for (int row = 0; row < 40; ++row) {
        int on = 0;
        for (const QString &page : pages)
            on += page.contains(QStringLiteral("row%1.").arg(row));
        INFO("row " << row);
        CHECK(on == 1);
    }
}

TEST_CASE("a head that would fill the page is written once and the rest still comes")
{
    FormTable table;
    table.widths = {1};
    table.headRows = 1;
    table.rows = {{{.text = QString(9'000, QChar(u'頭')), .style = FormTableCell::Style::Head}},
                  {{.text = QStringLiteral("本文")}}};
    const QString text = pagesOf(formOf(table)).join(QString());
    CHECK(text.count(u'頭') == 9'000);
    CHECK(text.contains(QStringLiteral("本文")));
}

TEST_CASE("a text beside several rows goes on where they go on")
{
    FormTable table;
    table.widths = {1, 1};
    table.rows.push_back(
        {{.text = QString(4'000, QChar(u'横')), .rowSpan = 30}, {.text = QStringLiteral("r0.")}});
    for (int row = 1; row < 30; ++row)
        table.rows.push_back({{.text = QStringLiteral("r%1.").arg(row)}});
    const QString text = pagesOf(formOf(table)).join(QString());
    CHECK(text.count(u'横') == 4'000);
    for (int row = 0; row < 30; ++row)
        CHECK(text.count(QStringLiteral("r%1.").arg(row)) == 1);
}

TEST_CASE("the pages have the paper of the form")
{
    // ISO 216: A4 is 210 by 297 mm, A3 297 by 420 mm.
    FormSheet form = formOf({.widths = {1}, .rows = {{{.text = QStringLiteral("本文")}}}});
    CHECK(FormPaper(form).pageSize() == QSizeF(210, 297));
    form.landscape = true;
    CHECK(FormPaper(form).pageSize() == QSizeF(297, 210));
    form.paper = FormSheet::Paper::A3;
    CHECK(FormPaper(form).pageSize() == QSizeF(420, 297));
    const QImage image = FormPaper(form).image(0, 254); // ten pixels a millimetre
    CHECK(image.size() == QSize(4200, 2970));
}

TEST_CASE("nothing is printed where the printer cannot print")
{
    const FormPaper form(sheetOf(SheetKind::Checklist, longCycle().cycle));
    struct Paper
    {
        QPageSize::PageSizeId size;
        QMarginsF unreached; // mm
    };
    // Ours, of a laser printer, of an old ink printer, another shape, half the size, and paper that is
    // larger.
    const std::vector<Paper> papers = {{QPageSize::A4, {}},
                                       {QPageSize::A4, {4.2, 4.2, 4.2, 4.2}},
                                       {QPageSize::A4, {6, 3, 6, 30}},
                                       {QPageSize::Letter, {18, 18, 18, 18}},
                                       {QPageSize::A5, {5, 5, 5, 5}},
                                       {QPageSize::B4, {3, 3, 3, 3}}};
    const QRectF usual = inkOf(printedOn(form, QPageSize::A4, {}));
    for (const Paper &paper : papers) {
        INFO(QPageSize::name(paper.size).toStdString() << " " << paper.unreached.bottom());
        const QRectF ink = inkOf(printedOn(form, paper.size, paper.unreached));
        const QRectF reached =
            QRectF({}, QPageSize::size(paper.size, QPageSize::Millimeter)).marginsRemoved(paper.unreached);
        CHECK(reached.adjusted(-0.2, -0.2, 0.2, 0.2).contains(ink));
        // As large as it can be: our own size, or filling the paper one way.
        const bool asUsual = std::abs(ink.width() - usual.width()) < 0.2;
        CHECK((asUsual || ink.width() > 0.83 * reached.width() || ink.height() > 0.83 * reached.height()));
    }
    CHECK(inkOf(printedOn(form, QPageSize::A4, {4.2, 4.2, 4.2, 4.2})) == usual);
}

TEST_CASE("an empty form is one page, and a picture of several pages is several files")
{
    CHECK(FormPaper({}).pageCount() == 1);
    const QTemporaryDir folder;
    const auto one = writeFormPng(folder.filePath(QStringLiteral("一.png")), {}, 40);
    REQUIRE(one.has_value());
    CHECK(*one == QStringList{folder.filePath(QStringLiteral("一.png"))});
    const FormSheet two = sheetOf(SheetKind::Evaluation, usualCycle());
    REQUIRE(FormPaper(two).pageCount() == 2);
    REQUIRE(writeFormPng(folder.filePath(QStringLiteral("二.png")), two, 40).has_value());
    CHECK(QDir(folder.path()).entryList(QDir::Files, QDir::Name) ==
          QStringList{QStringLiteral("一.png"), QStringLiteral("二-1.png"), QStringLiteral("二-2.png")});
}

TEST_CASE("a line that would spill over to a page of its own is saved by smaller type")
{
    FormTable table;
    table.widths = {1};
    // A4 has 266 mm between the margins. Title and gap take about 13 of them; a row of one line is 7.0 mm at
    // 3.2 mm type and 6.8 mm at 3.0 mm: 36 rows need 252 mm or 243 mm.
    int rows = 30;
    const auto pages = [&table](int count) {
        table.rows.assign(static_cast<std::size_t>(count), {{.text = QStringLiteral("行")}});
        return FormPaper(formOf(table)).pageCount();
    };
    while (pages(rows) == 1)
        ++rows;
    // All of them on one page at the usual size would be too high.
    CHECK((rows - 1) * 7.04 > 266 - 14);
    CHECK(pages(rows) == 2);
}
