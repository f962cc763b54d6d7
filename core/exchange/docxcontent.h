#pragma once

#include "exchange/reportdocument.h"
#include "exchange/zipwriter.h"

#include <QByteArray>
#include <QXmlStreamWriter>

#include <vector>

namespace tane::docx {

inline const QString kW = QStringLiteral("http://schemas.openxmlformats.org/wordprocessingml/2006/main");
inline const QString kR =
    QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");
inline const QString kWp =
    QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
inline const QString kA = QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/main");
inline const QString kPic = QStringLiteral("http://schemas.openxmlformats.org/drawingml/2006/picture");

struct ParagraphLook
{
    QString style;
    bool keepNext = false;
    TextAlign align = TextAlign::Left;
};

/// Twentieths of a point, as the page lies.
struct PageSetup
{
    int width, height, side, top, bottom;
};

/// Writes word/document.xml: what reports and forms have in common. Children of w:pPr, w:tblPr and so on come
/// in the schema's order, or Word refuses the file.
class ContentWriter
{
public:
    ContentWriter()
        : m_xml(&m_bytes)
    {
    }
    ContentWriter(const ContentWriter &) = delete;
    ContentWriter &operator=(const ContentWriter &) = delete;
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

    void begin();
    void end() { m_xml.writeEndDocument(); }

    void open(const char *name) { m_xml.writeStartElement(kW, QString::fromLatin1(name)); }
    void close() { m_xml.writeEndElement(); }
    void attribute(const char *name, const QString &value)
    {
        m_xml.writeAttribute(kW, QString::fromLatin1(name), value);
    }
    void attribute(const char *name, int value) { attribute(name, QString::number(value)); }
    void flag(const char *name) { m_xml.writeEmptyElement(kW, QString::fromLatin1(name)); }
    void valued(const char *name, const QString &value);
    void width(const char *name, int twips);

    void beginParagraph(const ParagraphLook &look);
    /// Line feeds and tabs become breaks and tabs.
    void run(const QString &text);
    void paragraph(const QString &text, const ParagraphLook &look);
    /// The columns of a table.
    void grid(const std::vector<int> &widths);
    /// The last thing in the body.
    void section(const PageSetup &page);

protected:
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
    bool m_breakBefore = false; ///< the next paragraph begins a page
};

struct PackageInfo
{
    QString title;
    QString footer;
    int textWidth = 0; ///< where the page number ends, in twentieths of a point
    int pictures = 0;
    double formBodyMm = 3.2; ///< size of the text of forms
    QByteArray styles = {};  ///< further w:style elements
};

/// The whole file but for its pictures, word/media/image1.png …
[[nodiscard]] ZipWriter package(const PackageInfo &info, const QByteArray &body);

} // namespace tane::docx
