#include "exchange/letterdocx.h"

#include "base/atomicfile.h"
#include "exchange/formdocx_p.h"
#include "exchange/letterpage.h"
#include "exchange/outputtext.h"

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

using docx::twips;
using Look = LetterLines::Look;

/// Sizes of type are counted in half points, spaces in twentieths of a point.
int halfPoints(double mm)
{
    return static_cast<int>(std::lround(mm * 144 / 25.4));
}

/// A paragraph style of our own. `face`: what is put into w:rPr before the size.
QString style(const char *id, const QString &name, const QString &paragraph, const QString &face,
              double sizeMm, const QString &colour = {})
{
    return QStringLiteral("<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"%1\"><w:name "
                          "w:val=\"%2\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>%3</w:pPr>"
                          "<w:rPr>%4%5<w:sz w:val=\"%6\"/><w:szCs w:val=\"%6\"/></w:rPr></w:style>")
        .arg(QString::fromLatin1(id), name, paragraph, face, colour)
        .arg(halfPoints(sizeMm));
}

/// The order inside w:pPr and w:rPr is that of the schema.
QByteArray letterStyles(bool mincho)
{
    const int lineTwips = twips(letterpage::body * letterpage::leading);
    const QString line = QStringLiteral("<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"%1\" "
                                        "w:lineRule=\"atLeast\"/>")
                             .arg(lineTwips);
    const QString face = mincho ? QStringLiteral("<w:rFonts w:ascii=\"BIZ UDP明朝 Medium\" w:eastAsia=\"BIZ "
                                                 "UDP明朝 Medium\" w:hAnsi=\"BIZ UDP明朝 Medium\"/>")
                                : QString();
    const QString bold = QStringLiteral("<w:b/><w:bCs/>");
    const QString white = QStringLiteral("<w:color w:val=\"FFFFFF\"/>");
    const QString shade = QStringLiteral("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"17695A\"/>");
    const auto spaced = [](int before, int after) {
        return QStringLiteral(
                   "<w:spacing w:before=\"%1\" w:after=\"%2\" w:line=\"300\" w:lineRule=\"auto\"/>")
            .arg(before)
            .arg(after);
    };
    const auto band = [](const QString &sides) {
        QString borders;
        for (const QString &side : sides.split(u' '))
            borders += QStringLiteral("<w:%1 w:val=\"single\" w:sz=\"4\" w:space=\"%2\" w:color=\"17695A\"/>")
                           .arg(side)
                           .arg(side == u"left" || side == u"right" ? 8 : 10);
        return QStringLiteral("<w:pBdr>%1</w:pBdr>").arg(borders);
    };
    const QString inBand = QStringLiteral("<w:ind w:left=\"170\" w:right=\"170\"/>");
    const QString centre = QStringLiteral("<w:jc w:val=\"center\"/>");
    QString all;
    all += style("LetterText", QStringLiteral("案内の文字"), line, face, letterpage::body);
    all += style(
        "LetterBody", QStringLiteral("案内の本文"),
        line +
            QStringLiteral("<w:ind w:firstLine=\"%1\"/><w:jc w:val=\"both\"/>").arg(twips(letterpage::body)),
        face, letterpage::body);
    all += style("LetterTitle", QStringLiteral("案内の件名"), QStringLiteral("<w:keepNext/>") + line + centre,
                 face, letterpage::title);
    all += style("LetterLabel", QStringLiteral("案内の項目名"),
                 line + QStringLiteral("<w:jc w:val=\"distribute\"/>"), face, letterpage::body);
    all += style("LetterSmall", QStringLiteral("案内の注"), line, face, letterpage::small);
    all += style("LetterLead", QStringLiteral("案内の呼びかけ"), spaced(160, 160), face, letterpage::lead);
    all += style("LetterHeading", QStringLiteral("案内の見出し"),
                 QStringLiteral("<w:keepNext/><w:pBdr><w:left w:val=\"single\" w:sz=\"36\" w:space=\"6\" "
                                "w:color=\"17695A\"/></w:pBdr>") +
                     spaced(200, 100) + QStringLiteral("<w:ind w:left=\"170\"/>"),
                 face + bold, letterpage::heading);
    all += style("LetterBandAbove", QStringLiteral("案内の帯の上"),
                 band(QStringLiteral("top left right")) + shade + spaced(0, 0) + inBand + centre, face,
                 letterpage::bandText, white);
    all += style("LetterBandTitle", QStringLiteral("案内の帯の題"),
                 band(QStringLiteral("left right")) + shade + spaced(0, 0) + inBand + centre, face + bold,
                 letterpage::bandTitle, white);
    all += style("LetterBandBelow", QStringLiteral("案内の帯の下"),
                 band(QStringLiteral("left bottom right")) + shade + spaced(0, 0) + inBand + centre, face,
                 letterpage::bandText, white);
    return all.toUtf8();
}

class LetterWriter : private docx::FormTableWriter
{
public:
    /// The first of the letters says how the pages are.
    explicit LetterWriter(const LetterDocument &first)
        : FormTableWriter(letterpage::metrics(first))
    {
    }
    using docx::ContentWriter::bytes;

    void write(const std::vector<LetterDocument> &letters)
    {
        begin();
        for (std::size_t i = 0; i < letters.size(); ++i) {
            m_breakBefore = i > 0;
            m_afterTable = false;
            for (const LetterBlock &block : letters[i].blocks)
                std::visit([this](const auto &content) { put(content); }, block);
            if (m_afterTable) // a document must not end with a table
                paragraph({}, {QStringLiteral("TableGap")});
        }
        pageOnly();
        end();
    }

private:
    void put(const LetterLines &lines);
    void put(const LetterFacts &facts);
    void put(const LetterBand &band);
    void put(const LetterBox &box);
    void put(const FormTable &table)
    {
        leaveTable();
        writeTable(table);
        m_afterTable = true;
    }
    /// Two tables without a paragraph between them become one, and a page begins with a paragraph.
    void leaveTable()
    {
        if (m_afterTable || m_breakBefore)
            paragraph({}, {QStringLiteral("TableGap")});
        m_afterTable = false;
    }
    /// A paragraph in which what is missing is marked.
    void line(const QString &text, const docx::ParagraphLook &look);
    void marked(const QString &text);
    void cell(int width, const QString &text, const QString &style, bool lines);
    void pageOnly();

    bool m_afterTable = false;
};

void LetterWriter::marked(const QString &text)
{
    open("r");
    open("rPr");
    valued("highlight", QStringLiteral("yellow"));
    close();
    open("t");
    m_xml.writeCharacters(text);
    close();
    close();
}

void LetterWriter::line(const QString &text, const docx::ParagraphLook &look)
{
    beginParagraph(look);
    const QStringList parts = text.split(missingMark());
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i > 0)
            marked(missingMark());
        run(parts.at(i));
    }
    close();
    m_afterTable = false;
}

QString styleOf(Look look)
{
    switch (look) {
    case Look::Left:
    case Look::Right:
    case Look::Centre:
        return QStringLiteral("LetterText");
    case Look::Title:
        return QStringLiteral("LetterTitle");
    case Look::Body:
        return QStringLiteral("LetterBody");
    case Look::Lead:
        return QStringLiteral("LetterLead");
    case Look::Heading:
        return QStringLiteral("LetterHeading");
    case Look::Small:
        return QStringLiteral("LetterSmall");
    }
    Q_UNREACHABLE();
}

void LetterWriter::put(const LetterLines &lines)
{
    docx::ParagraphLook look{styleOf(lines.look)};
    if (lines.look == Look::Right)
        look.align = TextAlign::Right;
    else if (lines.look == Look::Centre)
        look.align = TextAlign::Centre;
    for (const QString &each : lines.text.split(u'\n'))
        line(each, look);
}

void LetterWriter::cell(int across, const QString &text, const QString &style, bool lines)
{
    open("tc");
    open("tcPr");
    width("tcW", across);
    close();
    for (const QString &each : lines ? text.split(u'\n') : QStringList{text})
        line(each, {style});
    close();
}

void LetterWriter::put(const LetterFacts &facts)
{
    leaveTable();
    qsizetype longest = 2;
    for (const LetterFacts::Fact &fact : facts.facts)
        longest = std::max(longest, fact.label.size());
    using namespace letterpage;
    const double label = static_cast<double>(longest) * body + slack;
    const std::vector<int> widths{twips(number + afterNumber), twips(label), twips(afterLabel),
                                  twips(metrics().width() - number - afterNumber - label - afterLabel)};
    open("tbl");
    open("tblPr");
    valued("tblStyle", QStringLiteral("TableNormal"));
    width("tblW", twips(metrics().width()));
    m_xml.writeEmptyElement(docx::kW, QStringLiteral("tblLayout"));
    attribute("type", QStringLiteral("fixed"));
    open("tblCellMar");
    width("left", 0);
    width("right", 0);
    close();
    close();
    grid(widths);
    int i = 0;
    for (const LetterFacts::Fact &fact : facts.facts) {
        open("tr");
        open("trPr");
        flag("cantSplit");
        close();
        cell(widths[0], QString::number(++i), QStringLiteral("LetterText"), false);
        cell(widths[1], fact.label, QStringLiteral("LetterLabel"), false);
        cell(widths[2], {}, QStringLiteral("LetterText"), false);
        cell(widths[3], fact.text, QStringLiteral("LetterText"), true);
        close();
    }
    close();
    m_afterTable = true;
}

void LetterWriter::put(const LetterBand &band)
{
    leaveTable();
    // All three are there, or the frame of the colour would be open.
    line(band.above, {QStringLiteral("LetterBandAbove")});
    for (const QString &each : band.title.split(u'\n'))
        line(each, {QStringLiteral("LetterBandTitle")});
    line(band.below, {QStringLiteral("LetterBandBelow")});
}

void LetterWriter::put(const LetterBox &box)
{
    leaveTable();
    const int across = twips(letterpage::box);
    open("tbl");
    open("tblPr");
    valued("tblStyle", QStringLiteral("FormTable"));
    width("tblW", across);
    valued("jc", QStringLiteral("right"));
    m_xml.writeEmptyElement(docx::kW, QStringLiteral("tblLayout"));
    attribute("type", QStringLiteral("fixed"));
    close();
    grid({across});
    open("tr");
    open("trPr");
    flag("cantSplit");
    close();
    cell(across, QStringList(QStringList{box.title} + box.lines).join(u'\n'), QStringLiteral("LetterText"),
         true);
    close();
    close();
    m_afterTable = true;
}

/// Letters have no page numbers.
void LetterWriter::pageOnly()
{
    open("sectPr");
    m_xml.writeEmptyElement(docx::kW, QStringLiteral("pgSz"));
    attribute("w", twips(metrics().pageWidth));
    attribute("h", twips(metrics().pageHeight));
    m_xml.writeEmptyElement(docx::kW, QStringLiteral("pgMar"));
    attribute("top", twips(metrics().top));
    attribute("right", twips(metrics().side));
    attribute("bottom", twips(metrics().bottom));
    attribute("left", twips(metrics().side));
    attribute("header", 680);
    attribute("footer", 567);
    attribute("gutter", 0);
    close();
}

} // namespace

Result<> writeLettersDocx(const QString &path, const std::vector<LetterDocument> &letters)
{
    const LetterDocument first = letters.empty() ? LetterDocument() : letters.front();
    LetterWriter body(first);
    body.write(letters);
    const FormMetrics metrics = letterpage::metrics(first);
    const ZipWriter zip = docx::package({.title = first.title,
                                         .footer = {},
                                         .textWidth = twips(metrics.width()),
                                         .formBodyMm = metrics.body,
                                         .styles = letterStyles(first.mincho)},
                                        body.bytes());
    TANE_TRY(const QByteArray bytes, zip.bytes());
    return writeFileAtomically(path, bytes);
}

} // namespace tane
