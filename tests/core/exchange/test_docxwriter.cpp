#include "core/exchange/ziptesting.h"
#include "exchange/docxwriter.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <map>

using namespace tane;
using namespace tane::testing;

namespace {

// One transparent pixel.
QByteArray pixel()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

Result<RenderedFigure> drawPixel(const ChartSpec &)
{
    return RenderedFigure{pixel(), 332.0, 120.0, QStringLiteral("帯グラフ: 増えた 24、変わらない 30")};
}

ReportDocument sampleReport()
{
    ReportDocument report;
    report.title = QStringLiteral("研修前後の変化 報告書");
    report.subtitle = QStringLiteral("架空県　令和8年度");
    report.footer = QStringLiteral("架空県 <在宅医療> & 連携");
    report.blocks.push_back(HeadingBlock{1, QStringLiteral("結果")});
    report.blocks.push_back(HeadingBlock{3, QStringLiteral("細目")});
    report.blocks.push_back(ParagraphBlock{QStringLiteral("本文\n二行目"), ParagraphBlock::Style::Body});
    report.blocks.push_back(ParagraphBlock{QStringLiteral("箇条"), ParagraphBlock::Style::Bullet});
    report.blocks.push_back(ParagraphBlock{QStringLiteral("読み方"), ParagraphBlock::Style::Hint});
    TableBlock table;
    table.caption = QStringLiteral("表1　項目別の変化");
    table.head = {QStringLiteral("項目"), QStringLiteral("n"), QStringLiteral("up")};
    table.rows = {{QStringLiteral("Ⅰ-1"), QStringLiteral("67"), QStringLiteral("24 (35.8%)")},
                  {QStringLiteral("Ⅰ-2"), QStringLiteral("67")}};
    table.align = {TextAlign::Left, TextAlign::Right, TextAlign::Right};
    table.widths = {3.0, 1.0, 1.0};
    report.blocks.push_back(table);
    report.blocks.push_back(PageBreakBlock{});
    ChartSpec chart;
    chart.figure = QStringLiteral("図表-1");
    chart.title = QStringLiteral("変化");
    chart.note = QStringLiteral("n は対の人数");
    chart.reading = QStringLiteral("意識が変わった人が多い。");
    report.blocks.push_back(FigureBlock{chart});
    return report;
}

/// Children of every element of that name, in document order: what Word's schema fixes.
std::vector<QStringList> childrenOf(const QByteArray &xml, const QString &parent)
{
    std::vector<QStringList> all;
    QStringList path;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            if (!path.isEmpty() && path.back() == parent)
                all.back().append(reader.name().toString());
            path.append(reader.name().toString());
            if (path.back() == parent)
                all.emplace_back();
        } else if (reader.isEndElement()) {
            path.removeLast();
        }
    }
    return all;
}

bool inOrder(const QStringList &children, const QStringList &schema)
{
    qsizetype last = -1;
    for (const QString &child : children) {
        const qsizetype at = schema.indexOf(child);
        if (at < 0 || at <= last)
            return false;
        last = at;
    }
    return true;
}

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ');
}

} // namespace

TEST_CASE("a Word document has every part it speaks of, and all of them are well-formed")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("報告書.docx"));
    REQUIRE(writeDocx(path, sampleReport(), drawPixel).has_value());
    CHECK(xmlFaults(path) == QStringList());
    const QStringList names = zipNames(path);
    REQUIRE_FALSE(names.isEmpty());
    CHECK(names.first() == QStringLiteral("[Content_Types].xml"));

    QXmlStreamReader types(zipPart(path, QStringLiteral("[Content_Types].xml")));
    int parts = 0;
    while (!types.atEnd()) {
        types.readNext();
        if (types.isStartElement() && types.name() == QStringLiteral("Override")) {
            CHECK(names.contains(types.attributes().value(QStringLiteral("PartName")).mid(1).toString()));
            ++parts;
        }
    }
    CHECK(parts >= 8);
    QXmlStreamReader relations(zipPart(path, QStringLiteral("word/_rels/document.xml.rels")));
    while (!relations.atEnd()) {
        relations.readNext();
        if (relations.isStartElement() && relations.name() == QStringLiteral("Relationship"))
            CHECK(names.contains(QStringLiteral("word/") +
                                 relations.attributes().value(QStringLiteral("Target")).toString()));
    }
    CHECK(zipPart(path, QStringLiteral("word/media/image1.png")) == pixel());
}

TEST_CASE("properties in a Word document come in the order that Word demands")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.docx"));
    REQUIRE(writeDocx(path, sampleReport(), drawPixel).has_value());
    // ECMA-376 part 1: 17.3.1.26 pPr, 17.3.2.28 rPr, 17.4.60 tblPr, 17.4.70 tcPr, 17.6.17 sectPr, 20.4.2.8
    // inline; only what we use.
    const std::map<QString, QStringList> schema = {
        {QStringLiteral("pPr"), words("pStyle keepNext keepLines pageBreakBefore numPr pBdr shd tabs spacing "
                                      "ind jc outlineLvl rPr sectPr")},
        {QStringLiteral("rPr"), words("rStyle rFonts b bCs color kern sz szCs lang")},
        {QStringLiteral("tblPr"),
         words("tblStyle tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook")},
        {QStringLiteral("tcPr"), words("tcW gridSpan tcBorders shd vAlign")},
        {QStringLiteral("sectPr"), words("footerReference pgSz pgMar cols docGrid")},
        {QStringLiteral("tbl"), words("tblPr tblGrid tr")},
        {QStringLiteral("inline"), words("extent effectExtent docPr cNvGraphicFramePr graphic")},
        {QStringLiteral("style"),
         words("name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr")}};
    for (const QString &part : {QStringLiteral("word/document.xml"), QStringLiteral("word/styles.xml"),
                                QStringLiteral("word/footer1.xml"), QStringLiteral("word/numbering.xml")}) {
        const QByteArray xml = zipPart(path, part);
        for (const auto &[parent, order] : schema) {
            for (QStringList children : childrenOf(xml, parent)) {
                children.removeDuplicates(); // rows repeat
                INFO(part.toStdString()
                     << " " << parent.toStdString() << ": " << children.join(u' ').toStdString());
                CHECK(inOrder(children, order));
            }
        }
    }
    CHECK(childrenOf(zipPart(path, QStringLiteral("word/document.xml")), QStringLiteral("tcPr")).size() == 9);
}

TEST_CASE("headings, captions, repeated heads and the text of a figure are real Word structure")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.docx"));
    REQUIRE(writeDocx(path, sampleReport(), drawPixel).has_value());
    const QString body = QString::fromUtf8(zipPart(path, QStringLiteral("word/document.xml")));
    CHECK(body.contains(QStringLiteral("<w:pStyle w:val=\"Heading1\"/>")));
    CHECK(body.contains(QStringLiteral("<w:pStyle w:val=\"Heading3\"/>")));
    CHECK(body.contains(QStringLiteral("<w:pStyle w:val=\"ListBullet\"/>")));
    CHECK(body.count(QStringLiteral("<w:tblHeader/>")) == 1);
    CHECK(body.count(QStringLiteral("<w:cantSplit/>")) == 3);
    CHECK(body.contains(QStringLiteral("<w:br/>")));
    CHECK(body.contains(QStringLiteral("<w:jc w:val=\"right\"/>")));
    // The page break is a property of the caption it stands before, not an empty paragraph.
    // Its number is a field, so that a caption added in Word counts on.
    CHECK(body.contains(QStringLiteral(
        "<w:pStyle w:val=\"Caption\"/><w:keepNext/><w:pageBreakBefore/></w:pPr><w:r>"
        "<w:t xml:space=\"preserve\">図表-</w:t></w:r><w:fldSimple w:instr=\" SEQ 図表 \\* ARABIC \"><w:r>"
        "<w:t xml:space=\"preserve\">1</w:t></w:r></w:fldSimple><w:r>"
        "<w:t xml:space=\"preserve\">　変化</w:t></w:r>")));
    CHECK(body.contains(QStringLiteral("n は対の人数")));
    CHECK(body.contains(QStringLiteral("意識が変わった人が多い。")));
    CHECK(body.contains(QStringLiteral("descr=\"帯グラフ: 増えた 24、変わらない 30\"")));
    // 332 × 120 mm is cut to the 166 mm of the text: 166 × 60 mm, at 36,000 EMU a millimetre.
    CHECK(body.contains(QStringLiteral("<wp:extent cx=\"5976000\" cy=\"2160000\"/>")));
    const QString styles = QString::fromUtf8(zipPart(path, QStringLiteral("word/styles.xml")));
    CHECK(styles.contains(QStringLiteral("w:eastAsia=\"BIZ UDPゴシック\"")));
    CHECK(styles.count(QStringLiteral("<w:outlineLvl")) == 3);
    const QString footer = QString::fromUtf8(zipPart(path, QStringLiteral("word/footer1.xml")));
    CHECK(footer.contains(QStringLiteral("架空県 &lt;在宅医療&gt; &amp; 連携")));
    CHECK(footer.contains(QStringLiteral("w:instr=\" PAGE \"")));
}

TEST_CASE("column widths of a Word table add up to the text width")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.docx"));
    REQUIRE(writeDocx(path, sampleReport(), drawPixel).has_value());
    QXmlStreamReader reader(zipPart(path, QStringLiteral("word/document.xml")));
    std::vector<int> widths;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == QStringLiteral("gridCol"))
            widths.push_back(reader.attributes().first().value().toInt());
    }
    REQUIRE(widths.size() == 3);
    CHECK(widths[0] + widths[1] + widths[2] == 9412); // A4 less two margins of 22 mm, in twips
    CHECK(widths[0] > 2 * widths[1]);
}

TEST_CASE(
    "what begins a page of a layout that is known begins one in Word, too, and the contents say its pages")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.docx"));
    ReportDocument report = sampleReport();
    report.contents = QStringLiteral("目次");
    ReportPlaces places{{2, 4}, std::vector<bool>(report.blocks.size())};
    places.startsPage[5] = true; // the table
    places.startsPage[7] = true; // the figure, which a break is written before as well
    REQUIRE(writeDocx(path, report, drawPixel, places).has_value());
    const QString xml = QString::fromUtf8(zipPart(path, QStringLiteral("word/document.xml")));
    QStringList broken;
    static const QRegularExpression paragraph(QStringLiteral("<w:p>(.*?)</w:p>"),
                                              QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression text(QStringLiteral("<w:t[^>]*>([^<]*)</w:t>"));
    for (auto each = paragraph.globalMatch(xml); each.hasNext();) {
        const QString content = each.next().captured(1);
        if (content.contains(QStringLiteral("pageBreakBefore")))
            broken << text.match(content).captured(1);
    }
    // After the contents, before the table, before the figure ("図表-" stands in a run of its own).
    CHECK(broken ==
          QStringList{QStringLiteral("結果"), QStringLiteral("表1　項目別の変化"), QStringLiteral("図表-")});
    CHECK(xml.contains(QStringLiteral("PAGEREF _Toc00000001")));
}

TEST_CASE("control characters and broken text do not break a Word document")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.docx"));
    ReportDocument report;
    report.title = QStringLiteral("題") + QChar(0x1) + QChar(0xd800) + QStringLiteral("名") + QChar(0xffff);
    report.footer = QString(QChar(0xb)) + QStringLiteral("脚");
    TableBlock table;
    table.rows = {{QString(20000, QChar(u'長'))}, {QString(QChar(0x0)) + QStringLiteral("<b>&amp;")}};
    report.blocks.push_back(table);
    REQUIRE(writeDocx(path, report, {}).has_value());
    CHECK(xmlFaults(path) == QStringList());
    const QString body = QString::fromUtf8(zipPart(path, QStringLiteral("word/document.xml")));
    CHECK(body.contains(QStringLiteral("題\uFFFD名")));
    CHECK(body.contains(QStringLiteral("&lt;b&gt;&amp;amp;")));
    CHECK(body.contains(QString(20000, QChar(u'長'))));
}

TEST_CASE("a Word document that cannot be drawn or written leaves nothing behind")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.docx"));
    const auto failing = [](const ChartSpec &) -> Result<RenderedFigure> {
        return fail(ErrorCode::Internal, QStringLiteral("描けない"));
    };
    const auto drawn = writeDocx(path, sampleReport(), failing);
    REQUIRE_FALSE(drawn.has_value());
    CHECK(drawn.error().message == QStringLiteral("描けない"));
    CHECK_FALSE(QFile::exists(path));

    QFile blocker(folder.filePath(QStringLiteral("file")));
    REQUIRE(blocker.open(QIODevice::WriteOnly));
    const auto below = writeDocx(blocker.fileName() + QStringLiteral("/a.docx"), sampleReport(), drawPixel);
    REQUIRE_FALSE(below.has_value());
    CHECK(below.error().code == ErrorCode::CannotWrite);
    CHECK_FALSE(below.error().message.isEmpty());
    CHECK(QDir(folder.path()).entryList(QDir::Files) == QStringList{QStringLiteral("file")});
}
