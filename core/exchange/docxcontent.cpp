#include "exchange/docxcontent.h"

#include "exchange/docxparts.h"
#include "exchange/outputtext.h"

namespace tane::docx {

void ContentWriter::begin()
{
    m_xml.writeStartDocument();
    m_xml.writeNamespace(kW, QStringLiteral("w"));
    m_xml.writeNamespace(kR, QStringLiteral("r"));
    m_xml.writeNamespace(kWp, QStringLiteral("wp"));
    m_xml.writeNamespace(kA, QStringLiteral("a"));
    m_xml.writeNamespace(kPic, QStringLiteral("pic"));
    open("document");
    open("body");
}

void ContentWriter::valued(const char *name, const QString &value)
{
    m_xml.writeEmptyElement(kW, QString::fromLatin1(name));
    attribute("val", value);
}

void ContentWriter::width(const char *name, int twips)
{
    m_xml.writeEmptyElement(kW, QString::fromLatin1(name));
    attribute("w", twips);
    attribute("type", QStringLiteral("dxa"));
}

void ContentWriter::beginParagraph(const ParagraphLook &look)
{
    open("p");
    open("pPr");
    valued("pStyle", look.style);
    if (look.keepNext)
        flag("keepNext");
    if (m_breakBefore)
        flag("pageBreakBefore");
    m_breakBefore = false;
    if (look.align != TextAlign::Left)
        valued("jc", look.align == TextAlign::Right ? QStringLiteral("right") : QStringLiteral("center"));
    close();
}

void ContentWriter::run(const QString &text)
{
    const QString clean = xmlText(text);
    if (clean.isEmpty())
        return;
    open("r");
    QString piece;
    const auto flush = [this, &piece] {
        if (piece.isEmpty())
            return;
        open("t");
        m_xml.writeAttribute(QStringLiteral("xml:space"), QStringLiteral("preserve"));
        m_xml.writeCharacters(piece);
        close();
        piece.clear();
    };
    for (const QChar c : clean) {
        if (c == u'\n' || c == u'\t') {
            flush();
            flag(c == u'\n' ? "br" : "tab");
        } else {
            piece.append(c);
        }
    }
    flush();
    close();
}

void ContentWriter::paragraph(const QString &text, const ParagraphLook &look)
{
    beginParagraph(look);
    run(text);
    close();
}

void ContentWriter::grid(const std::vector<int> &widths)
{
    open("tblGrid");
    for (const int w : widths) {
        m_xml.writeEmptyElement(kW, QStringLiteral("gridCol"));
        attribute("w", w);
    }
    close();
}

void ContentWriter::section(const PageSetup &page)
{
    open("sectPr");
    m_xml.writeEmptyElement(kW, QStringLiteral("footerReference"));
    attribute("type", QStringLiteral("default"));
    m_xml.writeAttribute(kR, QStringLiteral("id"), QStringLiteral("rId5"));
    m_xml.writeEmptyElement(kW, QStringLiteral("pgSz"));
    attribute("w", page.width);
    attribute("h", page.height);
    if (page.width > page.height)
        attribute("orient", QStringLiteral("landscape"));
    m_xml.writeEmptyElement(kW, QStringLiteral("pgMar"));
    attribute("top", page.top);
    attribute("right", page.side);
    attribute("bottom", page.bottom);
    attribute("left", page.side);
    attribute("header", 680);
    attribute("footer", page.bottom / 2);
    attribute("gutter", 0);
    close();
}

ZipWriter package(const PackageInfo &info, const QByteArray &body)
{
    ZipWriter zip;
    zip.add(QStringLiteral("[Content_Types].xml"), contentTypesXml());
    zip.add(QStringLiteral("_rels/.rels"), packageRelationshipsXml());
    zip.add(QStringLiteral("docProps/core.xml"), corePropertiesXml(info.title));
    zip.add(QStringLiteral("docProps/app.xml"), appPropertiesXml());
    zip.add(QStringLiteral("word/document.xml"), body);
    zip.add(QStringLiteral("word/_rels/document.xml.rels"), documentRelationshipsXml(info.pictures));
    const QByteArray end = "</w:styles>";
    zip.add(QStringLiteral("word/styles.xml"),
            stylesXml(info.formBodyMm).replace(end, QByteArray(info.styles + end)));
    zip.add(QStringLiteral("word/numbering.xml"), numberingXml());
    zip.add(QStringLiteral("word/settings.xml"), settingsXml());
    zip.add(QStringLiteral("word/fontTable.xml"), fontTableXml());
    zip.add(QStringLiteral("word/footer1.xml"), footerXml(info.footer, info.textWidth));
    return zip;
}

} // namespace tane::docx
