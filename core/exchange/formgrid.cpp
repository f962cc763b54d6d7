#include "exchange/formgrid.h"

#include <QStringList>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

const FormTableCell kNothing;

/// Signs that no line begins with, and those that no line ends with (JIS X 4051, the common ones).
bool mayNotBegin(QChar c)
{
    return QStringLiteral(
               "、。，．・：；？！ー」』）】］〕〉》’”,.:;?!)]}ぁぃぅぇぉっゃゅょァィゥェォッャュョ々％～")
        .contains(c);
}

bool mayNotEnd(QChar c)
{
    return QStringLiteral("「『（【［〔〈《‘“([{").contains(c);
}

bool isWide(QChar c)
{
    return c.unicode() >= 0x1100 && !(c.unicode() >= 0xff61 && c.unicode() <= 0xffdc);
}

/// Widths of BIZ UDPGothic, measured, rounded up a little: 1.00 for kanji, 0.96 and 0.91 on average for kana,
/// 0.50 to 0.60 for punctuation, 0.76 for digits, 0.67 on average for letters, 0.31 to 0.50 for signs.
double emOf(QChar c)
{
    if (c.isLowSurrogate())
        return 0;
    if (c.unicode() >= 0x3040 && c.unicode() <= 0x30ff && c != u'・')
        return 0.97;
    if (isWide(c))
        return QStringLiteral("、。・「」（）【】：；").contains(c) ? 0.65 : 1.0;
    return c.isDigit() ? 0.77 : c.isLetter() ? 0.74 : 0.5;
}

double emsOf(QStringView text)
{
    double sum = 0;
    for (const QChar c : text)
        sum += emOf(c);
    return sum;
}

/// What a line is not broken inside: one Japanese character, or a word of narrow ones. Words wider than a
/// line are broken all the same.
std::vector<QStringView> unitsOf(QStringView text, double ems)
{
    std::vector<QStringView> units;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        if (text[i].isHighSurrogate() && end < text.size()) {
            ++end;
        } else if (!isWide(text[i]) && text[i] != u' ') {
            while (end < text.size() && !isWide(text[end]) && text[end] != u' ' &&
                   !text[end].isHighSurrogate() && emsOf(text.mid(i, end - i + 1)) <= ems)
                ++end;
        }
        units.push_back(text.mid(i, end - i));
        i = end;
    }
    return units;
}

void wrapParagraph(QStringView text, double ems, QStringList &lines)
{
    const std::vector<QStringView> units = unitsOf(text, ems);
    std::size_t first = 0; // of the line
    double width = 0;
    const auto flush = [&](std::size_t end) {
        QString line;
        for (std::size_t i = first; i < end; ++i)
            line += units[i];
        lines << line;
        first = end;
        width = 0;
    };
    for (std::size_t i = 0; i < units.size(); ++i) {
        const double own = emsOf(units[i]);
        if (i > first && width + own > ems) {
            std::size_t end = i;
            // At most two units go down with it, and never all of a line.
            for (int moved = 0; moved < 2 && end > first + 1; ++moved) {
                if (!mayNotBegin(units[end].front()) && !mayNotEnd(units[end - 1].back()))
                    break;
                --end;
            }
            flush(end);
            for (std::size_t k = first; k < i; ++k)
                width += emsOf(units[k]);
        }
        width += own;
    }
    flush(units.size());
}

} // namespace

FormMetrics formMetrics(const FormSheet &sheet)
{
    FormMetrics metrics;
    const bool large = sheet.paper == FormSheet::Paper::A3;
    metrics.pageWidth = large ? 297 : 210;
    metrics.pageHeight = large ? 420 : 297;
    if (sheet.landscape)
        std::swap(metrics.pageWidth, metrics.pageHeight);
    if (large) {
        metrics.side = 18;
        metrics.top = 17;
        metrics.bottom = 19;
        metrics.body = 3.9;
    }
    return metrics;
}

double wholeShare(const FormTable &table)
{
    constexpr double usual = 0.5, all = 1;
    const bool titled = !table.rows.empty() && !table.rows.front().empty() &&
                        table.rows.front().front().style == FormTableCell::Style::Band;
    const auto isFilledIn = [](const std::vector<FormTableCell> &row) {
        return std::ranges::any_of(row, &FormTableCell::input);
    };
    return titled && std::ranges::any_of(table.rows, isFilledIn) ? all : usual;
}

FormGrid::FormGrid(const FormTable &table)
{
    rows = static_cast<int>(table.rows.size());
    columns = static_cast<int>(table.widths.size());
    for (const auto &row : table.rows) {
        int sum = 0;
        for (const FormTableCell &cell : row)
            sum += std::max(cell.columnSpan, 1);
        columns = std::max(columns, sum);
    }
    headRows = std::clamp(table.headRows, 0, rows);
    whole = wholeShare(table);
    std::vector<double> widths(static_cast<std::size_t>(columns), 1.0);
    for (std::size_t i = 0; i < table.widths.size(); ++i)
        widths[i] = std::max(table.widths[i], 0.01);
    const double total = std::accumulate(widths.begin(), widths.end(), 0.0);
    double edge = 0;
    for (const double width : widths) {
        edge += width / total;
        edges.push_back(edge);
    }
    if (!edges.empty())
        edges.back() = 1;
    place(table);
}

void FormGrid::place(const FormTable &table)
{
    constexpr std::size_t free = static_cast<std::size_t>(-1);
    m_cover.assign(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns), free);
    const auto cover = [this](int row, int column) -> std::size_t & {
        return m_cover[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                       static_cast<std::size_t>(column)];
    };
    const auto put = [&](const FormTableCell &cell, int row, int column) {
        PlacedCell placed{&cell, row, column, std::clamp(cell.rowSpan, 1, rows - row), 1};
        const int wanted = std::clamp(cell.columnSpan, 1, columns - column);
        while (placed.columnSpan < wanted && cover(row, column + placed.columnSpan) == free)
            ++placed.columnSpan;
        for (int r = row; r < row + placed.rowSpan; ++r)
            for (int c = column; c < column + placed.columnSpan; ++c)
                cover(r, c) = cells.size();
        cells.push_back(placed);
        return placed.columnSpan;
    };
    for (int row = 0; row < rows; ++row) {
        auto next = table.rows[static_cast<std::size_t>(row)].begin();
        const auto end = table.rows[static_cast<std::size_t>(row)].end();
        for (int column = 0; column < columns;) {
            if (cover(row, column) != free)
                ++column;
            else
                column += put(next != end ? *next++ : kNothing, row, column);
        }
    }
}

bool isLabel(FormTableCell::Style style)
{
    return style != FormTableCell::Style::Body && style != FormTableCell::Style::Note;
}

std::uint32_t fillOf(FormTableCell::Style style)
{
    switch (style) {
    case FormTableCell::Style::Head:
        return 0xe3efeb;
    case FormTableCell::Style::Label:
        return 0xf3f6f4;
    case FormTableCell::Style::Band:
        return 0xd9e2de;
    case FormTableCell::Style::BlockI:
        return 0xeef1ef;
    case FormTableCell::Style::BlockII:
        return 0xd3e3dd;
    case FormTableCell::Style::BlockIII:
        return 0xa9cfc2;
    case FormTableCell::Style::Body:
    case FormTableCell::Style::Note:
        return 0xffffff;
    }
    Q_UNREACHABLE();
}

QStringList linesOf(const FormTableCell &cell)
{
    if (cell.text.isEmpty())
        return {};
    QStringList lines = cell.text.split(u'\n');
    if (cell.bullets)
        for (QString &line : lines)
            line.prepend(u'・');
    return lines;
}

QStringList wrapped(const QString &text, double ems)
{
    QStringList lines;
    const double width = std::max(ems, 1.0);
    for (const QString &paragraph : text.split(u'\n')) {
        if (paragraph.isEmpty())
            lines << QString();
        else
            wrapParagraph(paragraph, width, lines);
    }
    return lines;
}

} // namespace tane
