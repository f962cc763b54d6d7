#include "exchange/docxwriter.h"

#include "base/atomicfile.h"
#include "exchange/docxcontent.h"
#include "exchange/docxparts.h"
#include "exchange/outputtext.h"
#include "exchange/zipwriter.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tane {

namespace {

/// Tables up to this many rows are kept on one page; longer ones break between rows and repeat their head.
constexpr std::size_t kKeepTogetherRows = 12;

using docx::kA;
using docx::kPic;
using docx::kR;
using docx::kW;
using docx::kWp;

using docx::ParagraphLook;

/// Writes word/document.xml and gathers the pictures. Children of w:pPr, w:tblPr and so on come in the
/// schema's order.
class BodyWriter : private docx::ContentWriter
{
public:
    explicit BodyWriter(const FigureRenderer &renderer)
        : m_renderer(renderer)
    {
    }

    Result<> write(const ReportDocument &document, const ReportPlaces &places);
    using docx::ContentWriter::bytes;
    [[nodiscard]] const std::vector<QByteArray> &pictures() const { return m_pictures; }

private:
    Result<> writeBlock(const HeadingBlock &block);
    Result<> writeBlock(const ParagraphBlock &block);
    Result<> writeBlock(const TableBlock &block);
    Result<> writeBlock(const FigureBlock &block);
    Result<> writeBlock(const PageBreakBlock &block);

    void tableProperties();
    void tableRow(const TableBlock &block, const QStringList &cells, const std::vector<int> &widths,
                  bool head, bool keepNext);
    void picture(const RenderedFigure &figure, const QString &description);
    void caption(const QString &text);
    void contents(const ReportDocument &document, const std::vector<int> &headingPages);
    void fieldMark(const char *kind);
    void fieldStart(const QString &instruction);

    const FigureRenderer &m_renderer;
    std::vector<QByteArray> m_pictures;
    bool m_keepNext = false; ///< the next paragraph stays with what follows it
    bool m_marksHeadings = false;
    int m_headings = 0;
};

/// The bookmark that the contents lead to; Word's own look like this.
QString headingMark(int number)
{
    return QStringLiteral("_Toc%1").arg(number, 8, 10, QLatin1Char('0'));
}

/// What the table of contents lists.
constexpr int kContentsLevels = 2;

Result<> BodyWriter::writeBlock(const HeadingBlock &block)
{
    const QString style = QStringLiteral("Heading") + QString::number(std::clamp(block.level, 1, 3));
    ++m_headings;
    if (!m_marksHeadings) {
        paragraph(block.text, {style});
        return {};
    }
    beginParagraph({style});
    m_xml.writeEmptyElement(kW, QStringLiteral("bookmarkStart"));
    attribute("id", m_headings);
    attribute("name", headingMark(m_headings));
    run(block.text);
    m_xml.writeEmptyElement(kW, QStringLiteral("bookmarkEnd"));
    attribute("id", m_headings);
    close();
    return {};
}

/// "図表-3　…" with its number as a field that counts, so that captions added in Word go on counting.
void BodyWriter::caption(const QString &text)
{
    static const QRegularExpression numbered(QStringLiteral("^図表-(\\d+)(.*)$"),
                                             QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = numbered.match(text);
    if (!match.hasMatch()) {
        paragraph(text, {QStringLiteral("Caption"), true});
        return;
    }
    beginParagraph({QStringLiteral("Caption"), true});
    run(QStringLiteral("図表-"));
    open("fldSimple");
    attribute("instr", QStringLiteral(" SEQ 図表 \\* ARABIC "));
    run(match.captured(1));
    close();
    run(match.captured(2));
    close();
}

void BodyWriter::fieldMark(const char *kind)
{
    open("r");
    m_xml.writeEmptyElement(kW, QStringLiteral("fldChar"));
    attribute("fldCharType", QString::fromLatin1(kind));
    close();
}

void BodyWriter::fieldStart(const QString &instruction)
{
    fieldMark("begin");
    open("r");
    open("instrText");
    m_xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
    m_xml.writeCharacters(instruction);
    close();
    close();
    fieldMark("separate");
}

void BodyWriter::contents(const ReportDocument &document, const std::vector<int> &headingPages)
{
    paragraph(document.contents, {QStringLiteral("ContentsHeading"), true});
    int number = 0;
    bool first = true;
    for (const ReportBlock &block : document.blocks) {
        const auto *heading = std::get_if<HeadingBlock>(&block);
        if (heading == nullptr || ++number == 0 || heading->level > kContentsLevels)
            continue;
        beginParagraph({QStringLiteral("TOC") + QString::number(heading->level)});
        if (std::exchange(first, false))
            fieldStart(QStringLiteral(" TOC \\o \"1-%1\" \\h \\z \\u ").arg(kContentsLevels));
        open("hyperlink");
        attribute("anchor", headingMark(number));
        attribute("history", 1);
        run(heading->text + QLatin1Char('\t'));
        fieldStart(QStringLiteral(" PAGEREF %1 \\h ").arg(headingMark(number)));
        const auto index = static_cast<std::size_t>(number - 1);
        run(index < headingPages.size() ? QString::number(headingPages[index]) : QStringLiteral("?"));
        fieldMark("end");
        close();
        close();
    }
    if (!first) {
        beginParagraph({QStringLiteral("TableGap")});
        fieldMark("end");
        close();
    }
    m_breakBefore = true;
}

Result<> BodyWriter::writeBlock(const ParagraphBlock &block)
{
    const bool keepNext = std::exchange(m_keepNext, false);
    switch (block.style) {
    case ParagraphBlock::Style::Body:
        paragraph(block.text, {QStringLiteral("Normal"), keepNext});
        break;
    case ParagraphBlock::Style::Note:
        paragraph(block.text, {QStringLiteral("Note"), keepNext});
        break;
    case ParagraphBlock::Style::Hint:
        paragraph(block.text, {QStringLiteral("Hint"), keepNext});
        break;
    case ParagraphBlock::Style::Bullet:
        paragraph(block.text, {QStringLiteral("ListBullet"), keepNext});
        break;
    }
    return {};
}

Result<> BodyWriter::writeBlock(const PageBreakBlock &)
{
    m_breakBefore = true;
    return {};
}

/// Column widths in twips that add up to the text width exactly.
std::vector<int> columnWidths(const TableBlock &block, std::size_t columns)
{
    std::vector<double> relative(columns, 1.0);
    for (std::size_t i = 0; i < std::min(columns, block.widths.size()); ++i)
        relative[i] = std::isfinite(block.widths[i]) ? std::max(block.widths[i], 0.05) : 1.0;
    const double sum = std::accumulate(relative.begin(), relative.end(), 0.0);
    std::vector<int> widths;
    double done = 0.0;
    int used = 0;
    for (const double r : relative) {
        done += r;
        const int edge = static_cast<int>(std::lround(done / sum * docx::kTextWidth));
        widths.push_back(std::max(edge - used, 1));
        used = edge;
    }
    return widths;
}

void BodyWriter::tableProperties()
{
    open("tblPr");
    valued("tblStyle", QStringLiteral("ReportTable"));
    width("tblW", docx::kTextWidth);
    m_xml.writeEmptyElement(kW, QStringLiteral("tblLayout"));
    attribute("type", QStringLiteral("fixed"));
    close();
}

void BodyWriter::tableRow(const TableBlock &block, const QStringList &cells, const std::vector<int> &widths,
                          bool head, bool keepNext)
{
    open("tr");
    open("trPr");
    flag("cantSplit");
    if (head)
        flag("tblHeader");
    close();
    for (std::size_t i = 0; i < widths.size(); ++i) {
        open("tc");
        open("tcPr");
        width("tcW", widths[i]);
        if (head) {
            m_xml.writeEmptyElement(kW, QStringLiteral("shd"));
            attribute("val", QStringLiteral("clear"));
            attribute("color", QStringLiteral("auto"));
            attribute("fill", QStringLiteral("E3EFEB"));
        }
        valued("vAlign", QStringLiteral("center"));
        close();
        const TextAlign align = i < block.align.size() ? block.align[i] : TextAlign::Left;
        paragraph(cells.value(static_cast<qsizetype>(i)),
                  {head ? QStringLiteral("TableHead") : QStringLiteral("TableText"), keepNext, align});
        close();
    }
    close();
}

Result<> BodyWriter::writeBlock(const TableBlock &block)
{
    auto columns = static_cast<std::size_t>(block.head.size());
    for (const QStringList &row : block.rows)
        columns = std::max(columns, static_cast<std::size_t>(row.size()));
    if (!block.caption.isEmpty())
        caption(block.caption);
    else if (m_breakBefore)
        paragraph({}, {QStringLiteral("TableGap"), true});
    if (columns > 0) {
        const std::vector<int> widths = columnWidths(block, columns);
        open("tbl");
        tableProperties();
        grid(widths);
        if (!block.head.isEmpty())
            tableRow(block, block.head, widths, true, true);
        const bool together = block.rows.size() <= kKeepTogetherRows;
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
            const bool last = i + 1 == block.rows.size();
            tableRow(block, block.rows[i], widths, false, together && (!last || !block.note.isEmpty()));
        }
        close();
    }
    // Two tables without a paragraph between them become one, and a document must not end with a table.
    paragraph(block.note, {block.note.isEmpty() ? QStringLiteral("TableGap") : QStringLiteral("Note")});
    return {};
}

Result<> BodyWriter::writeBlock(const FigureBlock &block)
{
    const ChartSpec &chart = block.chart;
    if (!m_renderer)
        return fail(ErrorCode::Internal, QStringLiteral("FigureRenderer missing"));
    TANE_TRY(const RenderedFigure figure, m_renderer(chart));
    const QString title =
        chart.figure.isEmpty() ? chart.title : QString(chart.figure + QStringLiteral("　") + chart.title);
    if (!title.isEmpty())
        caption(title);
    m_pictures.push_back(figure.png);
    beginParagraph({QStringLiteral("Figure"), !chart.note.isEmpty() || !chart.reading.isEmpty()});
    picture(figure, figure.altText.isEmpty() ? title : figure.altText);
    close();
    if (!chart.note.isEmpty())
        paragraph(chart.note, {QStringLiteral("Note"), !chart.reading.isEmpty()});
    if (!chart.reading.isEmpty())
        paragraph(chart.reading, {QStringLiteral("Hint")});
    return {};
}

void BodyWriter::picture(const RenderedFigure &figure, const QString &description)
{
    const double scale = std::min({1.0, docx::kTextWidthMm / std::max(figure.widthMm, 1.0),
                                   docx::kMaxFigureHeightMm / std::max(figure.heightMm, 1.0)});
    const auto emu = [scale](double mm) {
        return QString::number(
            std::llround(std::max(mm, 1.0) * scale * 36000.0)); // 36,000 EMU are one millimetre
    };
    const QString cx = emu(figure.widthMm);
    const QString cy = emu(figure.heightMm);
    const QString number = QString::number(m_pictures.size());
    const QString name = QStringLiteral("図 ") + number;
    const auto plain = [this](const QString &key, const QString &value) { m_xml.writeAttribute(key, value); };
    const auto size = [&](const QString &ns, const char *element) {
        m_xml.writeEmptyElement(ns, QString::fromLatin1(element));
        plain(QStringLiteral("cx"), cx);
        plain(QStringLiteral("cy"), cy);
    };

    open("r");
    open("drawing");
    m_xml.writeStartElement(kWp, QStringLiteral("inline"));
    for (const char *side : {"distT", "distB", "distL", "distR"})
        plain(QString::fromLatin1(side), QStringLiteral("0"));
    size(kWp, "extent");
    m_xml.writeEmptyElement(kWp, QStringLiteral("docPr"));
    plain(QStringLiteral("id"), number);
    plain(QStringLiteral("name"), name);
    plain(QStringLiteral("descr"), xmlText(description));
    m_xml.writeStartElement(kA, QStringLiteral("graphic"));
    m_xml.writeStartElement(kA, QStringLiteral("graphicData"));
    plain(QStringLiteral("uri"), kPic);
    m_xml.writeStartElement(kPic, QStringLiteral("pic"));
    m_xml.writeStartElement(kPic, QStringLiteral("nvPicPr"));
    m_xml.writeEmptyElement(kPic, QStringLiteral("cNvPr"));
    plain(QStringLiteral("id"), number);
    plain(QStringLiteral("name"), name);
    m_xml.writeEmptyElement(kPic, QStringLiteral("cNvPicPr"));
    close();
    m_xml.writeStartElement(kPic, QStringLiteral("blipFill"));
    m_xml.writeEmptyElement(kA, QStringLiteral("blip"));
    m_xml.writeAttribute(kR, QStringLiteral("embed"), QStringLiteral("rIdImage") + number);
    m_xml.writeStartElement(kA, QStringLiteral("stretch"));
    m_xml.writeEmptyElement(kA, QStringLiteral("fillRect"));
    close();
    close();
    m_xml.writeStartElement(kPic, QStringLiteral("spPr"));
    m_xml.writeStartElement(kA, QStringLiteral("xfrm"));
    m_xml.writeEmptyElement(kA, QStringLiteral("off"));
    plain(QStringLiteral("x"), QStringLiteral("0"));
    plain(QStringLiteral("y"), QStringLiteral("0"));
    size(kA, "ext");
    close();
    m_xml.writeStartElement(kA, QStringLiteral("prstGeom"));
    plain(QStringLiteral("prst"), QStringLiteral("rect"));
    m_xml.writeEmptyElement(kA, QStringLiteral("avLst"));
    for (int i = 0; i < 8; ++i) // prstGeom, spPr, pic, graphicData, graphic, inline, drawing, r
        close();
}

Result<> BodyWriter::write(const ReportDocument &document, const ReportPlaces &places)
{
    begin();
    if (!document.title.isEmpty())
        paragraph(document.title, {QStringLiteral("Title")});
    if (!document.subtitle.isEmpty())
        paragraph(document.subtitle, {QStringLiteral("Subtitle")});
    m_marksHeadings = !document.contents.isEmpty();
    if (m_marksHeadings)
        contents(document, places.headingPages);
    for (std::size_t i = 0; i < document.blocks.size(); ++i) {
        m_keepNext = leadsOn(document.blocks, i);
        m_breakBefore = m_breakBefore || (i < places.startsPage.size() && places.startsPage[i]);
        TANE_CHECK(
            std::visit([this](const auto &content) { return writeBlock(content); }, document.blocks[i]));
    }
    section({docx::kPageWidth, docx::kPageHeight, docx::kMargin, docx::kMargin, docx::kMargin});
    end();
    return {};
}

} // namespace

Result<> writeDocx(const QString &path, const ReportDocument &document, const FigureRenderer &renderer,
                   const ReportPlaces &places)
{
    BodyWriter body(renderer);
    TANE_CHECK(body.write(document, places));

    ZipWriter zip =
        docx::package({.title = document.title,
                       .footer = document.footer,
                       .textWidth = docx::kTextWidth,
                       .pictures = static_cast<int>(body.pictures().size()),
                       .styles = document.contents.isEmpty() ? QByteArray() : docx::contentsStyles()},
                      body.bytes());
    int number = 0;
    for (const QByteArray &png : body.pictures()) {
        const QString name = QStringLiteral("word/media/image%1.png").arg(++number);
        zip.add(name, png, ZipWriter::Packing::Store);
    }
    TANE_TRY(const QByteArray bytes, zip.bytes());
    return writeFileAtomically(path, bytes);
}

} // namespace tane
