#include "exchange/formdocx.h"

#include "base/atomicfile.h"
#include "exchange/formdocx_p.h"

#include <algorithm>
#include <cmath>

namespace tane {

namespace docx {

namespace {

constexpr double kTwipsPerMm = 1440 / 25.4;
/// Rows up to this share of a page are kept whole; a taller one may be divided.
constexpr double kWholeRow = 0.4;

TextAlign sideOf(FormTableCell::Align align)
{
    switch (align) {
    case FormTableCell::Align::Left:
        return TextAlign::Left;
    case FormTableCell::Align::Centre:
        return TextAlign::Centre;
    case FormTableCell::Align::Right:
        return TextAlign::Right;
    }
    Q_UNREACHABLE();
}

} // namespace

int twips(double mm)
{
    return static_cast<int>(std::lround(mm * kTwipsPerMm));
}

/// Column widths that add up to the width of the text exactly.
std::vector<int> FormTableWriter::columnWidths(const FormGrid &grid) const
{
    std::vector<int> widths;
    int used = 0;
    for (const double edge : grid.edges) {
        const int right = twips(edge * m_metrics.width());
        widths.push_back(std::max(right - used, 1));
        used = right;
    }
    return widths;
}

/// About how high a row will be, in millimetres, by its own cells.
double FormTableWriter::heightOf(const FormGrid &grid, int row) const
{
    constexpr double padding = 3, line = 1.45;
    double height = 0;
    for (const PlacedCell &cell : grid.cells) {
        if (cell.row != row || cell.rowSpan > 1)
            continue;
        const double ems = (grid.widthOf(cell) * m_metrics.width() - padding) / m_metrics.body;
        const auto lines = wrapped(linesOf(*cell.cell).join(u'\n'), ems).size();
        const auto small = wrapped(cell.cell->remark, ems).size();
        const double text =
            (static_cast<double>(lines) * m_metrics.body + static_cast<double>(small) * m_metrics.small()) *
                line +
            padding;
        height = std::max({height, text, cell.cell->roomMm});
    }
    return height;
}

void FormTableWriter::writeTable(const FormTable &table)
{
    const FormGrid grid(table);
    if (!table.caption.isEmpty())
        paragraph(table.caption, {QStringLiteral("FormCaption"), true});
    if (grid.rows == 0 || grid.columns == 0)
        return;
    const std::vector<int> widths = columnWidths(grid);
    open("tbl");
    open("tblPr");
    valued("tblStyle", table.ruled ? QStringLiteral("FormTable") : QStringLiteral("TableNormal"));
    width("tblW", twips(m_metrics.width()));
    m_xml.writeEmptyElement(docx::kW, QStringLiteral("tblLayout"));
    attribute("type", QStringLiteral("fixed"));
    close();
    this->grid(widths);
    for (int row = 0; row < grid.rows; ++row)
        writeRow(table, grid, widths, row);
    close();
}

void FormTableWriter::writeRow(const FormTable &table, const FormGrid &grid, const std::vector<int> &widths,
                               int row)
{
    double room = 0;
    // A head or a band is never the last thing on a page, and what is to be seen whole is not parted.
    const bool together = grid.whole >= 1 && row + 1 < grid.rows;
    bool keepNext = together || row < grid.headRows;
    for (const PlacedCell &cell : grid.cells) {
        if (cell.row != row)
            continue;
        if (cell.rowSpan == 1)
            room = std::max(room, cell.cell->roomMm);
        keepNext = keepNext || cell.cell->style == FormTableCell::Style::Band;
    }
    open("tr");
    open("trPr");
    if (row < grid.headRows || heightOf(grid, row) <= kWholeRow * m_metrics.height())
        flag("cantSplit");
    if (room > 0) {
        m_xml.writeEmptyElement(docx::kW, QStringLiteral("trHeight"));
        attribute("val", twips(room));
        attribute("hRule", QStringLiteral("atLeast"));
    }
    if (row < grid.headRows)
        flag("tblHeader");
    close();
    for (int column = 0; column < grid.columns;) {
        const PlacedCell &cell = grid.cells[grid.at(row, column)];
        int across = 0;
        for (int c = cell.column; c < cell.column + cell.columnSpan; ++c)
            across += widths[static_cast<std::size_t>(c)];
        writeCell(table, cell, cell.row == row, across, keepNext);
        column = cell.column + cell.columnSpan;
    }
    close();
}

void FormTableWriter::writeCell(const FormTable &table, const PlacedCell &cell, bool begins, int across,
                                bool keepNext)
{
    const FormTableCell &content = *cell.cell;
    open("tc");
    open("tcPr");
    width("tcW", across);
    if (cell.columnSpan > 1)
        valued("gridSpan", QString::number(cell.columnSpan));
    if (cell.rowSpan > 1)
        valued("vMerge", begins ? QStringLiteral("restart") : QStringLiteral("continue"));
    if (fillOf(content.style) != 0xffffff) {
        m_xml.writeEmptyElement(docx::kW, QStringLiteral("shd"));
        attribute("val", QStringLiteral("clear"));
        attribute("color", QStringLiteral("auto"));
        attribute("fill", QStringLiteral("%1").arg(fillOf(content.style), 6, 16, QLatin1Char('0')).toUpper());
    }
    if (table.middle || isLabel(content.style) || content.style == FormTableCell::Style::Note)
        valued("vAlign", QStringLiteral("center"));
    close();
    if (begins)
        writeText(content, keepNext);
    else
        paragraph({}, {QStringLiteral("FormText"), keepNext});
    close();
}

void FormTableWriter::writeText(const FormTableCell &cell, bool keepNext)
{
    const bool strong = isLabel(cell.style) && cell.style != FormTableCell::Style::Label;
    const QString style = cell.style == FormTableCell::Style::Note ? QStringLiteral("FormNote")
                          : strong                                 ? QStringLiteral("FormHead")
                          : cell.bullets                           ? QStringLiteral("FormPoint")
                                                                   : QStringLiteral("FormText");
    const bool empty = cell.text.isEmpty();
    for (QString line : empty ? QStringList() : cell.text.split(u'\n'))
        paragraph(line.replace(QChar(QChar::LineSeparator), u'\n'), {style, keepNext, sideOf(cell.align)});
    if (!cell.remark.isEmpty())
        paragraph(cell.remark, {QStringLiteral("FormNote"), keepNext, sideOf(cell.align)});
    else if (empty) // a cell needs a paragraph, and this is where one writes
        paragraph({}, {cell.bullets ? QStringLiteral("FormText") : style, keepNext, sideOf(cell.align)});
}

} // namespace docx

namespace {

using docx::twips;

/// Writes the body of a form.
class FormWriter : private docx::FormTableWriter
{
public:
    explicit FormWriter(const FormSheet &form)
        : FormTableWriter(formMetrics(form))
        , m_form(form)
    {
    }
    using docx::ContentWriter::bytes;

    void write()
    {
        begin();
        paragraph(m_form.title, {QStringLiteral("FormTitle")});
        paragraph(m_form.subtitle, {QStringLiteral("FormSubtitle")});
        bool afterTable = false;
        for (const FormSheet::Part &part : m_form.parts) {
            if (part.paragraph) {
                writeParagraph(*part.paragraph);
                afterTable = false;
                continue;
            }
            // Two tables without a paragraph between them become one.
            if (afterTable)
                paragraph({}, {QStringLiteral("FormGap")});
            writeTable(*part.table);
            afterTable = true;
        }
        if (afterTable) // a document must not end with a table
            paragraph({}, {QStringLiteral("FormGap")});
        section({twips(metrics().pageWidth), twips(metrics().pageHeight), twips(metrics().side),
                 twips(metrics().top), twips(metrics().bottom)});
        end();
    }

private:
    void writeParagraph(const FormParagraph &text)
    {
        switch (text.style) {
        case FormParagraph::Style::Heading:
            paragraph(text.text, {QStringLiteral("FormHeading"), true});
            break;
        case FormParagraph::Style::Body:
            paragraph(text.text, {QStringLiteral("FormText")});
            break;
        case FormParagraph::Style::Note:
            paragraph(text.text, {QStringLiteral("FormRemark")});
            break;
        }
    }

    const FormSheet &m_form;
};

} // namespace

Result<> writeFormDocx(const QString &path, const FormSheet &sheet)
{
    FormWriter body(sheet);
    body.write();
    const FormMetrics metrics = formMetrics(sheet);
    const ZipWriter zip = docx::package({.title = sheet.title,
                                         .footer = sheet.footer,
                                         .textWidth = twips(metrics.width()),
                                         .formBodyMm = metrics.body},
                                        body.bytes());
    TANE_TRY(const QByteArray bytes, zip.bytes());
    return writeFileAtomically(path, bytes);
}

} // namespace tane
