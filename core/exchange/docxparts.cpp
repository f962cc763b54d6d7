#include "exchange/docxparts.h"

#include "exchange/outputtext.h"

#include <QDateTime>
#include <QXmlStreamWriter>

#include <cmath>
#include <string>

// The order of elements inside w:style, w:pPr, w:rPr and w:settings is that of the schema (ECMA-376 part 1,
// 17): Word refuses a file where it differs, LibreOffice does not notice.

namespace tane::docx {

namespace {

constexpr std::string_view kXml = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                  "\n";
constexpr std::string_view kNs = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";

QByteArray part(std::string_view a, std::string_view b = {}, std::string_view c = {})
{
    std::string text(kXml);
    text.append(a).append(b).append(c);
    return QByteArray::fromStdString(text);
}

// The language of Latin text is English: with ja-JP there, "stay" is broken in the middle at the end of a
// line.
constexpr std::string_view kDefaults = R"(>
<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="BIZ UDPゴシック" w:eastAsia="BIZ UDPゴシック" w:hAnsi="BIZ UDPゴシック" w:cs="Times New Roman"/>
<w:kern w:val="2"/><w:sz w:val="21"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="ja-JP" w:bidi="ar-SA"/>
</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="300" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>
<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
</w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>
<w:semiHidden/><w:unhideWhenUsed/></w:style>
)";

constexpr std::string_view kStyles = R"(
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Subtitle"/>
<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="60" w:line="288" w:lineRule="auto"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:color w:val="17695A"/><w:sz w:val="36"/><w:szCs w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Subtitle"><w:name w:val="Subtitle"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="8" w:space="6" w:color="17695A"/></w:pBdr>
<w:spacing w:after="240"/></w:pPr><w:rPr><w:color w:val="404744"/><w:sz w:val="22"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>
<w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="0"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:color w:val="17695A"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>
<w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="1"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading3"><w:name w:val="heading 3"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>
<w:spacing w:before="220" w:after="80"/><w:outlineLvl w:val="2"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:sz w:val="21"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:uiPriority w:val="35"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/>
<w:spacing w:before="180" w:after="80"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>
<w:uiPriority w:val="99"/><w:qFormat/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Note"><w:name w:val="注記"/><w:basedOn w:val="Normal"/><w:qFormat/>
<w:pPr><w:spacing w:before="40" w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>
<w:rPr><w:color w:val="404744"/><w:sz w:val="17"/><w:szCs w:val="17"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Hint"><w:name w:val="読み方"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepLines/><w:pBdr>
<w:top w:val="single" w:sz="4" w:space="3" w:color="EEF3F1"/><w:left w:val="single" w:sz="24" w:space="8" w:color="17695A"/>
<w:bottom w:val="single" w:sz="4" w:space="3" w:color="EEF3F1"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="EEF3F1"/>
<w:spacing w:before="120" w:after="200"/><w:ind w:left="227" w:right="113"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Figure"><w:name w:val="図"/><w:basedOn w:val="Normal"/>
<w:next w:val="Note"/><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="60" w:line="240" w:lineRule="auto"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="表の本文"/><w:basedOn w:val="Normal"/>
<w:qFormat/><w:pPr><w:spacing w:before="30" w:after="30" w:line="276" w:lineRule="auto"/></w:pPr>
<w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHead"><w:name w:val="表の見出し"/><w:basedOn w:val="TableText"/>
<w:qFormat/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="TableGap"><w:name w:val="表の後の空き"/><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormText"><w:name w:val="様式の本文"/><w:basedOn w:val="Normal"/>
<w:qFormat/><w:pPr><w:spacing w:before="0" w:after="0" w:line="288" w:lineRule="auto"/></w:pPr>
<w:rPr><w:sz w:val="{body}"/><w:szCs w:val="{body}"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormPoint"><w:name w:val="様式の箇条"/><w:basedOn w:val="FormText"/>
<w:qFormat/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormHead"><w:name w:val="様式の見出し"/><w:basedOn w:val="FormText"/>
<w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormNote"><w:name w:val="様式の注"/><w:basedOn w:val="FormText"/>
<w:qFormat/><w:rPr><w:color w:val="404744"/><w:sz w:val="{small}"/><w:szCs w:val="{small}"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormRemark"><w:name w:val="様式の欄外"/><w:basedOn w:val="FormNote"/>
<w:qFormat/><w:pPr><w:spacing w:before="80" w:after="40"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormTitle"><w:name w:val="様式の題"/><w:basedOn w:val="Normal"/>
<w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="60" w:line="264" w:lineRule="auto"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:sz w:val="{title}"/><w:szCs w:val="{title}"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormSubtitle"><w:name w:val="様式の副題"/><w:basedOn w:val="Normal"/>
<w:qFormat/><w:pPr><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="3" w:color="17695A"/></w:pBdr>
<w:spacing w:before="0" w:after="140" w:line="264" w:lineRule="auto"/></w:pPr>
<w:rPr><w:color w:val="404744"/><w:sz w:val="{body}"/><w:szCs w:val="{body}"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormCaption"><w:name w:val="様式の表題"/><w:basedOn w:val="Normal"/>
<w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="0" w:after="60" w:line="264" w:lineRule="auto"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:sz w:val="{caption}"/><w:szCs w:val="{caption}"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormHeading"><w:name w:val="様式の節"/><w:basedOn w:val="FormCaption"/>
<w:qFormat/><w:pPr><w:spacing w:before="120" w:after="80"/></w:pPr><w:rPr><w:sz w:val="{heading}"/><w:szCs w:val="{heading}"/></w:rPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="FormGap"><w:name w:val="様式の空き"/><w:basedOn w:val="Normal"/>
<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>
<w:pPr><w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:rPr><w:color w:val="404744"/><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="FormTable"><w:name w:val="様式の表"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="333333"/>
<w:left w:val="single" w:sz="8" w:space="0" w:color="333333"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="333333"/>
<w:right w:val="single" w:sz="8" w:space="0" w:color="333333"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="6B726F"/>
<w:insideV w:val="single" w:sz="4" w:space="0" w:color="6B726F"/></w:tblBorders>
<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="報告書の表"/><w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders><w:top w:val="single" w:sz="8" w:space="0" w:color="6B726F"/>
<w:left w:val="nil"/><w:bottom w:val="single" w:sz="8" w:space="0" w:color="6B726F"/><w:right w:val="nil"/>
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="C3C9C5"/><w:insideV w:val="nil"/></w:tblBorders>
<w:tblCellMar><w:top w:w="20" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="20" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
</w:styles>
)";

} // namespace

QByteArray stylesXml(double formBodyMm)
{
    std::string text("<w:styles ");
    text.append(kNs).append(kDefaults).append(kStyles);
    QByteArray xml = part(text);
    // Sizes of type are counted in half points.
    const auto size = [&xml, formBodyMm](const char *name, double share) {
        xml.replace(name, QByteArray::number(std::lround(formBodyMm * share * 144 / 25.4)));
    };
    size("{body}", 1.0);
    size("{small}", 0.84);
    size("{title}", 1.75);
    size("{caption}", 1.12);
    size("{heading}", 1.3);
    return xml;
}

QByteArray contentsStyles()
{
    return R"(<w:style w:type="paragraph" w:customStyle="1" w:styleId="ContentsHeading"><w:name w:val="目次の見出し"/>
<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/></w:pPr>
<w:rPr><w:b/><w:bCs/><w:color w:val="17695A"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
<w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>
<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9412"/></w:tabs><w:spacing w:before="80" w:after="20" w:line="276" w:lineRule="auto"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>
<w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>
<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9412"/></w:tabs><w:spacing w:after="0" w:line="276" w:lineRule="auto"/>
<w:ind w:left="340"/></w:pPr></w:style>
)";
}

QByteArray numberingXml()
{
    return part("<w:numbering ", kNs,
                R"(><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="・"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="227"/></w:pPr></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="FormPoint"/><w:lvlText w:val="・"/>
<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="142" w:hanging="142"/></w:pPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>
)");
}

QByteArray settingsXml()
{
    return part("<w:settings ", kNs, R"(><w:zoom w:percent="100"/><w:defaultTabStop w:val="840"/>
<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>
)");
}

QByteArray fontTableXml()
{
    // The alternative is what Word takes where the font is missing (it is part of Windows 10 and later).
    return part("<w:fonts ", kNs, R"(><w:font w:name="BIZ UDPゴシック"><w:altName w:val="BIZ UDPGothic"/>
<w:charset w:val="80"/><w:family w:val="modern"/><w:pitch w:val="variable"/></w:font>
<w:font w:name="BIZ UDP明朝 Medium"><w:altName w:val="游明朝"/>
<w:charset w:val="80"/><w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>
)");
}

QByteArray packageRelationshipsXml()
{
    return part(R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>
<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>
</Relationships>
)");
}

QByteArray contentTypesXml()
{
    return part(R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>
<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>
<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
</Types>
)");
}

QByteArray appPropertiesXml()
{
    return part(
        R"(<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">)"
        R"(<Application>Tane</Application></Properties>)"
        "\n");
}

QByteArray corePropertiesXml(const QString &title)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    const QString cp =
        QStringLiteral("http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    const QString dc = QStringLiteral("http://purl.org/dc/elements/1.1/");
    const QString terms = QStringLiteral("http://purl.org/dc/terms/");
    const QString xsi = QStringLiteral("http://www.w3.org/2001/XMLSchema-instance");
    xml.writeStartDocument();
    xml.writeNamespace(cp, QStringLiteral("cp"));
    xml.writeNamespace(dc, QStringLiteral("dc"));
    xml.writeNamespace(terms, QStringLiteral("dcterms"));
    xml.writeNamespace(xsi, QStringLiteral("xsi"));
    xml.writeStartElement(cp, QStringLiteral("coreProperties"));
    xml.writeTextElement(dc, QStringLiteral("title"), xmlText(title));
    // The program, never the officer: reports are handed on outside the office.
    xml.writeTextElement(dc, QStringLiteral("creator"), QStringLiteral("タネ"));
    xml.writeTextElement(dc, QStringLiteral("language"), QStringLiteral("ja-JP"));
    xml.writeTextElement(cp, QStringLiteral("lastModifiedBy"), QStringLiteral("タネ"));
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    for (const QString &name : {QStringLiteral("created"), QStringLiteral("modified")}) {
        xml.writeStartElement(terms, name);
        xml.writeAttribute(xsi, QStringLiteral("type"), QStringLiteral("dcterms:W3CDTF"));
        xml.writeCharacters(now);
        xml.writeEndElement();
    }
    xml.writeEndDocument();
    return bytes;
}

QByteArray footerXml(const QString &words, int textWidth)
{
    const QByteArray text = xmlText(words).simplified().toHtmlEscaped().toUtf8();
    std::string out("<w:ftr ");
    out.append(kNs)
        .append(
            R"(><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="clear" w:pos="9412"/><w:tab w:val="right" w:pos=")")
        .append(std::to_string(textWidth))
        .append(R"("/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">)")
        .append(text.constData())
        .append(
            R"(</w:t></w:r><w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>)")
        .append(R"(<w:r><w:t xml:space="preserve"> / </w:t></w:r>)")
        .append(R"(<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>)");
    return part(out);
}

QByteArray documentRelationshipsXml(int pictures)
{
    static constexpr std::string_view kBase =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    std::string text(
        R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)");
    const auto add = [&text](std::string_view id, std::string_view type, std::string_view target) {
        text.append(R"(<Relationship Id=")").append(id).append(R"(" Type=")").append(kBase).append(type);
        text.append(R"(" Target=")").append(target).append(R"("/>)");
    };
    add("rId1", "styles", "styles.xml");
    add("rId2", "numbering", "numbering.xml");
    add("rId3", "settings", "settings.xml");
    add("rId4", "fontTable", "fontTable.xml");
    add("rId5", "footer", "footer1.xml");
    for (int i = 1; i <= pictures; ++i) {
        const std::string number = std::to_string(i);
        add("rIdImage" + number, "image", "media/image" + number + ".png");
    }
    text.append("</Relationships>");
    return part(text);
}

} // namespace tane::docx
