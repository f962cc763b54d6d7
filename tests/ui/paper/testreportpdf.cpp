#include "samplecharts.h"

#include "paper/reportpdf.h"

#include "ui/poppler.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace tane;
using namespace tane::testing;

namespace {

QStringList pagesOf(const QString &pdf)
{
    QStringList pages =
        printed(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pdf, QStringLiteral("-")})
            .split(QLatin1Char('\f'));
    pages.removeLast();
    return pages;
}

ReportDocument reportOf(std::vector<ReportBlock> blocks)
{
    ReportDocument report;
    report.title = QStringLiteral("研修の報告");
    report.subtitle = QStringLiteral("架空県\u3000令和8年度");
    report.footer = QStringLiteral("架空県 在宅医療・介護連携");
    report.blocks = std::move(blocks);
    return report;
}

QStringList writtenPages(const ReportDocument &report)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("報告書.pdf"));
    REQUIRE(writeReportPdf(path, report).has_value());
    return pagesOf(path);
}

} // namespace

TEST_CASE("captions, counts and percentages of a report are found by searching its text")
{
    const QStringList pages = writtenPages(
        reportOf({HeadingBlock{1, QStringLiteral("1 結果")},
                  ParagraphBlock{QStringLiteral("ヒントの文章です。"), ParagraphBlock::Style::Hint},
                  FigureBlock{samples::explainAll()}, FigureBlock{samples::qualifications()},
                  FigureBlock{samples::transitions()}}));
    const QString text = pages.join(QLatin1Char('\n'));
    for (const char16_t *wanted :
         {u"研修の報告", u"架空県 令和8年度", u"1 結果", u"ヒントの文章です。", u"図表-1", u"図表-3", u"n=67",
          u"68.7%", u"53.7%", u"110 (60.8%)", u"介護支援専門員", u"stay 27 (64.3%)"}) {
        INFO(QString::fromUtf16(wanted).toStdString());
        CHECK(text.contains(QString::fromUtf16(wanted)));
    }
}

TEST_CASE("the fonts of a report are embedded")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pdf"));
    REQUIRE(writeReportPdf(path, reportOf({FigureBlock{samples::explainAll()}})).has_value());
    const QStringList lines = printed(QStringLiteral("pdffonts"), {path}).trimmed().split(QLatin1Char('\n'));
    REQUIRE(lines.size() >= 3);
    for (qsizetype i = 2; i < lines.size(); ++i)
        CHECK(lines.at(i).contains(QRegularExpression( // embedded, subset or not, with a map to Unicode
            QStringLiteral("\\s(yes)\\s+(yes|no)\\s+(yes)\\s"))));
}

TEST_CASE("a long table has its head on each page and no row on two pages")
{
    const int rows = 60;
    const QStringList pages = writtenPages(reportOf({samples::longTable(rows)}));
    REQUIRE(pages.size() >= 4);
    for (qsizetype page = 0; page < pages.size(); ++page) {
        CHECK(pages.at(page).count(QStringLiteral("受付番号")) == 1);
        const QString number = QStringLiteral("%1/%2").arg(page + 1).arg(pages.size());
        CHECK(QString(pages.at(page)).remove(QLatin1Char(' ')).contains(number));
    }
    for (int row = 1; row <= rows; ++row) {
        int on = 0, found = 0;
        for (const QString &page : pages) {
            const auto lines = page.count(QStringLiteral("row%1-line").arg(row));
            on += lines > 0 ? 1 : 0;
            found += static_cast<int>(lines);
        }
        INFO("row " << row);
        CHECK(on == 1);
        CHECK(found == 1 + row % 7); // nothing lost
    }
}

TEST_CASE("a table row taller than a page goes on by lines and loses none")
{
    TableBlock table = samples::longTable(2);
    QStringList lines;
    for (int i = 1; i <= 150; ++i)
        lines << QStringLiteral("tall%1.").arg(i);
    table.rows[1][1] = lines.join(QLatin1Char('\n'));
    const QStringList pages = writtenPages(reportOf({table}));
    CHECK(pages.size() >= 3);
    const QString text = pages.join(QLatin1Char('\n'));
    for (int i = 1; i <= 150; ++i)
        CHECK(text.count(QStringLiteral("tall%1.").arg(i)) == 1);
}

TEST_CASE("a heading is never the last thing on a page")
{
    std::vector<ReportBlock> blocks;
    for (int i = 1; i <= 80; ++i) {
        blocks.push_back(HeadingBlock{2, QStringLiteral("heading%1.").arg(i)});
        blocks.push_back(
            ParagraphBlock{QStringLiteral("body%1. 本文です。").arg(i), ParagraphBlock::Style::Body});
    }
    for (const QString &page : writtenPages(reportOf(blocks)))
        CHECK(page.count(QStringLiteral("heading")) == page.count(QStringLiteral("body")));
}

TEST_CASE("a heading goes with the hint under it and with the table they lead to")
{
    for (int filling = 30; filling < 60; ++filling) { // lines: the heading comes to stand at every height
        QStringList lines;
        for (int i = 0; i < filling; ++i)
            lines << QStringLiteral("filling");
        TableBlock table;
        table.caption = QStringLiteral("caption");
        table.head = {QStringLiteral("head")};
        for (int i = 0; i < 8; ++i)
            table.rows.push_back({QStringLiteral("cell")});
        const QStringList pages =
            writtenPages(reportOf({ParagraphBlock{lines.join(u'\n'), ParagraphBlock::Style::Body},
                                   HeadingBlock{1, QStringLiteral("section")},
                                   ParagraphBlock{QStringLiteral("hint"), ParagraphBlock::Style::Hint},
                                   HeadingBlock{2, QStringLiteral("group")}, table}));
        for (const QString &page : pages) {
            const bool here = page.contains(QStringLiteral("section"));
            INFO(filling);
            CHECK(page.contains(QStringLiteral("hint")) == here);
            CHECK(page.contains(QStringLiteral("group")) == here);
            CHECK(page.contains(QStringLiteral("caption")) == here);
            CHECK(page.count(QStringLiteral("cell")) == (here ? 8 : 0)); // a short table stays whole
        }
    }
}

TEST_CASE("a page break begins a page, and only one")
{
    const QStringList pages =
        writtenPages(reportOf({ParagraphBlock{QStringLiteral("first"), {}}, PageBreakBlock{},
                               PageBreakBlock{}, ParagraphBlock{QStringLiteral("second"), {}}}));
    REQUIRE(pages.size() == 2);
    CHECK(pages.at(1).contains(QStringLiteral("second")));
}

TEST_CASE("an empty report is one page")
{
    CHECK(writtenPages({}).size() == 1);
}

TEST_CASE("a report that cannot be written leaves what was there and says so")
{
    const QTemporaryDir folder;
    const QString taken = folder.filePath(QStringLiteral("報告書.pdf"));
    REQUIRE(QDir().mkdir(taken)); // a folder of that name is in the way
    for (const QString &path : {taken, folder.filePath(QStringLiteral("missing/報告書.pdf"))}) {
        const auto result = writeReportPdf(path, reportOf({}));
        REQUIRE_FALSE(result.has_value());
        CHECK(result.error().code == ErrorCode::CannotWrite);
        CHECK(result.error().toString().contains(QStringLiteral("報告書.pdf")));
    }
    CHECK(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot) ==
          QStringList{QStringLiteral("報告書.pdf")});
}
