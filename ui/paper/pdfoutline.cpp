#include "paper/pdfoutline.h"

#include <QList>
#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

/// What of the file the update refers to.
struct PdfParts
{
    int root = 0, info = 0, size = 0;
    qint64 xref = -1;
    QByteArray catalog; ///< between << and >>
    std::vector<int> pages;
    double height = 842; ///< points
};

int numberAfter(const QByteArray &text, const QByteArray &key)
{
    const qsizetype at = text.lastIndexOf(key);
    return at < 0 ? 0
                  : text.mid(at + key.size(), 12).trimmed().split(' ').value(0).split('\n').value(0).toInt();
}

bool read(const QByteArray &pdf, PdfParts &parts)
{
    const qsizetype trailer = pdf.lastIndexOf("trailer");
    const qsizetype start = pdf.lastIndexOf("startxref");
    if (trailer < 0 || start < trailer)
        return false;
    const QByteArray end = pdf.mid(trailer);
    parts.root = numberAfter(end, "/Root ");
    parts.info = numberAfter(end, "/Info ");
    parts.size = numberAfter(end, "/Size ");
    parts.xref = pdf.mid(start + 9).trimmed().split('\n').value(0).toLongLong();
    const qsizetype object = pdf.indexOf(QByteArray("\n" + QByteArray::number(parts.root) + " 0 obj"));
    const qsizetype open = pdf.indexOf("<<", object);
    const qsizetype close = pdf.indexOf(">>", open);
    if (parts.root == 0 || parts.size == 0 || object < 0 || open < 0 || close < open)
        return false;
    parts.catalog = pdf.mid(open + 2, close - open - 2).trimmed();
    const qsizetype kids = pdf.lastIndexOf("/Kids");
    const qsizetype first = pdf.indexOf('[', kids);
    const qsizetype last = pdf.indexOf(']', first);
    if (kids < 0 || first < 0 || last < first || parts.catalog.contains("/Outlines"))
        return false;
    const QList<QByteArray> words = pdf.mid(first + 1, last - first - 1).simplified().split(' ');
    for (qsizetype i = 0; i + 2 < words.size(); i += 3)
        parts.pages.push_back(words[i].toInt());
    static const QRegularExpression box(QStringLiteral("/MediaBox \\[0 0 [0-9.]+ ([0-9.]+)\\]"));
    const QRegularExpressionMatch match = box.match(QString::fromLatin1(pdf.left(200000)));
    if (match.hasMatch())
        parts.height = match.captured(1).toDouble();
    return !parts.pages.empty();
}

/// A text string in UTF-16 with its mark, in hexadecimal digits.
QByteArray textString(const QString &text)
{
    QByteArray bytes("\xfe\xff", 2);
    for (const QChar c : text) {
        bytes.append(static_cast<char>(c.unicode() >> 8));
        bytes.append(static_cast<char>(c.unicode() & 0xff));
    }
    return '<' + bytes.toHex() + '>';
}

/// Who stands where in the tree: indexes of entries, -1 for none.
struct Node
{
    int parent = -1, previous = -1, next = -1, first = -1, last = -1, children = 0;
};

std::vector<Node> treeOf(const std::vector<PdfOutlineEntry> &entries, Node &root)
{
    std::vector<Node> nodes(entries.size());
    std::vector<int> open; // the way from the outermost to the current one
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const int self = static_cast<int>(i);
        while (!open.empty() && entries[static_cast<std::size_t>(open.back())].level >= entries[i].level)
            open.pop_back();
        Node &parent = open.empty() ? root : nodes[static_cast<std::size_t>(open.back())];
        nodes[i].parent = open.empty() ? -1 : open.back();
        nodes[i].previous = parent.last;
        if (parent.last >= 0)
            nodes[static_cast<std::size_t>(parent.last)].next = self;
        else
            parent.first = self;
        parent.last = self;
        ++parent.children;
        open.push_back(self);
    }
    return nodes;
}

} // namespace

QByteArray withOutline(const QByteArray &pdf, const std::vector<PdfOutlineEntry> &entries)
{
    PdfParts parts;
    if (entries.empty() || !read(pdf, parts))
        return pdf;
    const auto onPage = [&parts](const PdfOutlineEntry &entry) {
        return entry.page >= 0 && entry.page < static_cast<int>(parts.pages.size());
    };
    if (!std::ranges::all_of(entries, onPage))
        return pdf;

    QByteArray out = pdf;
    if (!out.endsWith('\n'))
        out += '\n';
    QByteArray table = "xref\n";
    const int outline = parts.size;
    const auto number = [outline](int index) { return QByteArray::number(outline + 1 + index) + " 0 R"; };
    const auto begin = [&out, &table](int object) {
        table += QByteArray::number(object) + " 1\n" +
                 QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(object) + " 0 obj\n<<\n";
    };
    begin(parts.root);
    out += parts.catalog + "\n/Outlines " + QByteArray::number(outline) + " 0 R\n>>\nendobj\n";
    Node root;
    const std::vector<Node> nodes = treeOf(entries, root);
    begin(outline);
    out += "/Type /Outlines\n/First " + number(root.first) + "\n/Last " + number(root.last) + "\n/Count " +
           QByteArray::number(root.children) + "\n>>\nendobj\n";
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Node &node = nodes[i];
        begin(outline + 1 + static_cast<int>(i));
        out += "/Title " + textString(entries[i].title) + "\n/Parent " +
               (node.parent < 0 ? QByteArray::number(outline) + " 0 R" : number(node.parent)) + '\n';
        if (node.previous >= 0)
            out += "/Prev " + number(node.previous) + '\n';
        if (node.next >= 0)
            out += "/Next " + number(node.next) + '\n';
        if (node.first >= 0) // closed: opening shows what is directly below
            out += "/First " + number(node.first) + "\n/Last " + number(node.last) + "\n/Count -" +
                   QByteArray::number(node.children) + '\n';
        const double top = parts.height - entries[i].y * 72 / 25.4;
        out += "/Dest [" + QByteArray::number(parts.pages[static_cast<std::size_t>(entries[i].page)]) +
               " 0 R /XYZ 0 " + QByteArray::number(top, 'f', 1) + " null]\n>>\nendobj\n";
    }
    const qsizetype xref = out.size();
    out += table + "trailer\n<<\n/Size " +
           QByteArray::number(outline + 1 + static_cast<int>(entries.size())) + "\n/Root " +
           QByteArray::number(parts.root) + " 0 R\n/Info " + QByteArray::number(parts.info) + " 0 R\n/Prev " +
           QByteArray::number(parts.xref) + "\n>>\nstartxref\n" + QByteArray::number(xref) + "\n%%EOF\n";
    return out;
}

} // namespace tane
