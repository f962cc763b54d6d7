#include "survey/optionlist.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace tane {

namespace {

const QString kMarks = QStringLiteral("○◯〇●◎レﾚ✓✔☑■√");
const QString kBoxes = QStringLiteral("□☐");

QString cellText(const Table &table, int row, int column)
{
    const std::string_view text = table.cell(row, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

std::optional<int> bareNumber(const QString &text)
{
    bool ok = false;
    const int number = text.normalized(QString::NormalizationForm_KC).toInt(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

bool isMarkChar(const QString &text)
{
    return text.size() == 1 && kMarks.contains(text.front());
}

/// An option as printed: its text without the mark or empty box that may stand before or behind it.
struct Printed
{
    QString text;
    bool marked = false;
};

Printed printedOption(const QString &cell)
{
    static const QString sign =
        QStringLiteral("(?:[（(\\[［]\\s*([%1]?)\\s*[)）\\]］]|([%1])|[%2])").arg(kMarks, kBoxes);
    // Unicode's idea of a space: the ideographic one stands in most brackets.
    constexpr auto kOptions =
        QRegularExpression::DotMatchesEverythingOption | QRegularExpression::UseUnicodePropertiesOption;
    static const QRegularExpression before(QStringLiteral("^%1\\s*(.+)$").arg(sign), kOptions);
    static const QRegularExpression after(QStringLiteral("^(.+?)\\s*%1$").arg(sign), kOptions);
    Printed result{cell};
    // A word may begin or end with レ itself: then the rest is no option, and the whole cell is tried.
    if (const auto match = before.match(cell); match.hasMatch())
        result = {match.captured(3).trimmed(), match.capturedLength(1) + match.capturedLength(2) > 0};
    else if (const auto end = after.match(cell); end.hasMatch())
        result = {end.captured(1).trimmed(), end.capturedLength(2) + end.capturedLength(3) > 0};
    return result;
}

/// The option a cell says, or a negative Mark. A number alone is no option here: it numbers one, or marks it.
Mark optionOf(const Item &item, const QString &cell, bool &marked)
{
    marked = false;
    if (cell.isEmpty() || bareNumber(cell) || isMarkChar(cell))
        return kUnanswered;
    const Mark plain = readMark(item, cell.toUtf8().toStdString());
    if (plain >= 0)
        return plain;
    const Printed printed = printedOption(cell);
    if (bareNumber(printed.text))
        return kUnanswered;
    const Mark mark = readMark(item, printed.text.toUtf8().toStdString());
    marked = mark >= 0 && printed.marked;
    return mark;
}

struct Cell
{
    int row, column;
    QString text;
};

struct Option
{
    Mark mark;
    int row, column, lastColumn; ///< a code and its text may stand in two cells
    bool marked;                 ///< in the cell itself
};

/// One reading of a region.
class OptionList
{
public:
    OptionList(const Table &table, const Item &item, const OptionRegion &region)
        : m_table(table)
        , m_item(item)
        , m_region(region)
    {
    }

    std::optional<MarkedOption> read()
    {
        if (!findOptions())
            return std::nullopt;
        findMarks();
        std::vector<const Option *> chosen;
        for (const Option &option : m_options) {
            if (option.marked)
                chosen.push_back(&option);
        }
        for (const Cell &mark : m_marks) {
            const Option *option = optionFor(mark);
            if (!option)
                return MarkedOption{kNotUnderstood, mark.row, mark.column, mark.text};
            chosen.push_back(option);
        }
        if (chosen.empty())
            return MarkedOption{kUnanswered, m_options.front().row, m_options.front().column, {}};
        const Option &first = *chosen.front();
        if (chosen.size() == 1)
            return MarkedOption{first.mark, first.row, first.column, {}};
        QStringList words;
        for (const Option *option : chosen)
            words << cellText(m_table, option->row, option->column);
        return MarkedOption{kNotUnderstood, chosen[1]->row, chosen[1]->column,
                            words.join(QStringLiteral("、"))};
    }

private:
    [[nodiscard]] int firstColumn(int row) const
    {
        return row == m_region.labelRow ? m_region.firstColumn : 0;
    }
    [[nodiscard]] int stopColumn(int row) const
    {
        return row == m_region.labelRow ? m_region.stopColumn : m_table.columnCount();
    }

    /// True when every option of the item stands in the region, once. Stops after the last one: marks further
    /// down belong to something else.
    bool findOptions()
    {
        for (int row = m_region.labelRow; row < m_region.stopRow; ++row) {
            for (int column = firstColumn(row); column < stopColumn(row); ++column) {
                bool marked = false;
                const Mark mark = optionOf(m_item, cellText(m_table, row, column), marked);
                if (mark < 0)
                    continue;
                if (!m_options.empty() && m_options.back().mark == mark && m_options.back().row == row) {
                    m_options.back().lastColumn = column;
                    m_options.back().marked = m_options.back().marked || marked;
                    continue;
                }
                if (std::any_of(m_options.begin(), m_options.end(),
                                [mark](const Option &option) { return option.mark == mark; }))
                    return false;
                m_options.push_back({mark, row, column, column, marked});
            }
            if (m_options.size() == m_item.options.size()) {
                m_lastRow = row;
                return true;
            }
        }
        return false;
    }

    void findMarks()
    {
        // Options side by side may have their marks in the row below.
        const bool sideBySide = inRow(m_lastRow) > 1;
        const int end = std::min(m_lastRow + (sideBySide ? 1 : 0), m_region.stopRow - 1);
        bool numbered = false;
        std::vector<Cell> ones;
        for (int row = m_region.labelRow; row <= end; ++row) {
            for (int column = firstColumn(row); column < stopColumn(row); ++column) {
                const QString text = cellText(m_table, row, column);
                if (isMarkChar(text))
                    m_marks.push_back({row, column, text});
                else if (const auto number = bareNumber(text); number && *number == 1)
                    ones.push_back({row, column, text});
                else if (number && *number > 1)
                    numbered = true; // "1" numbers the first option then
            }
        }
        // A "1" away from all options is an answer by number.
        std::erase_if(ones, [this](const Cell &one) { return !optionFor(one); });
        if (!numbered)
            m_marks.insert(m_marks.end(), ones.begin(), ones.end());
    }

    [[nodiscard]] std::size_t inRow(int row) const
    {
        return static_cast<std::size_t>(std::count_if(
            m_options.begin(), m_options.end(), [row](const Option &option) { return option.row == row; }));
    }

    [[nodiscard]] const Option *optionFor(const Cell &mark) const
    {
        std::vector<const Option *> here;
        for (const Option &option : m_options) {
            if (option.row == mark.row)
                here.push_back(&option);
        }
        if (here.size() == 1)
            return here.front();
        if (here.empty())
            return optionAbove(mark);
        // Side by side, with cells for marks between them. Where the first option follows its label at once,
        // there is no room before it: marks stand behind. Where there is room, they stand before, unless one
        // stands behind the last.
        const bool behind = here.front()->column == firstColumn(mark.row);
        const Option *before = nullptr, *after = nullptr;
        for (const Option *option : here) {
            if (option->lastColumn < mark.column)
                before = option;
            else if (option->column > mark.column && !after)
                after = option;
        }
        if (!before || !after)
            return before ? before : after;
        return behind ? before : after;
    }

    /// The option in the row above whose column the mark stands in.
    [[nodiscard]] const Option *optionAbove(const Cell &mark) const
    {
        const Option *found = nullptr;
        for (const Option &option : m_options) {
            if (option.row == mark.row - 1 && option.column <= mark.column &&
                mark.column <= lastShown(option))
                found = &option;
        }
        return found;
    }

    /// The last column of the option's cell as it is seen: it may be merged.
    [[nodiscard]] int lastShown(const Option &option) const
    {
        const int fileRow = m_table.rowNumber(option.row) - 1;
        int last = option.lastColumn;
        for (const MergedRange &merge : m_table.merges) {
            if (fileRow >= merge.firstRow && fileRow <= merge.lastRow && merge.firstColumn == option.column)
                last = std::max(last, merge.lastColumn);
        }
        return last;
    }

    const Table &m_table;
    const Item &m_item;
    const OptionRegion &m_region;
    std::vector<Option> m_options;
    std::vector<Cell> m_marks;
    int m_lastRow = 0;
};

/// Columns of the options in one row, by option; empty when not every option stands there once.
std::vector<int> optionColumns(const Table &table, const Item &item, int row)
{
    std::vector<int> columns(item.options.size(), -1);
    std::size_t found = 0;
    for (int column = 0; column < table.columnCount(); ++column) {
        bool marked = false;
        const Mark mark = optionOf(item, cellText(table, row, column), marked);
        if (mark < 0)
            continue;
        if (marked || columns[static_cast<std::size_t>(mark)] >= 0)
            return {};
        columns[static_cast<std::size_t>(mark)] = column;
        ++found;
    }
    return found == columns.size() ? columns : std::vector<int>();
}

} // namespace

std::optional<MarkedOption> markInOptionList(const Table &table, const Item &item, const OptionRegion &region)
{
    if (item.type != AnswerType::Single || item.options.size() < 2)
        return std::nullopt;
    return OptionList(table, item, region).read();
}

std::optional<MarkedOption> markInGrid(const Table &table, const Item &item, const OptionRegion &region)
{
    constexpr int farthest = 30; // rows: the head of a grid is repeated at least for every set
    if (item.type != AnswerType::Single || item.options.size() < 2)
        return std::nullopt;
    std::vector<int> columns;
    for (int row = region.labelRow - 1; row >= 0 && row >= region.labelRow - farthest && columns.empty();
         --row)
        columns = optionColumns(table, item, row);
    if (columns.empty() || *std::min_element(columns.begin(), columns.end()) < region.firstColumn)
        return std::nullopt;
    std::vector<Mark> marked;
    std::vector<int> at;
    for (int column = region.firstColumn; column < region.stopColumn; ++column) {
        const QString text = cellText(table, region.labelRow, column);
        if (text.isEmpty())
            continue;
        const auto option = std::find(columns.begin(), columns.end(), column);
        if (option == columns.end() || !(isMarkChar(text) || bareNumber(text) == 1))
            return std::nullopt; // an answer in words or by number, or a remark
        marked.push_back(static_cast<Mark>(option - columns.begin()));
        at.push_back(column);
    }
    if (marked.empty())
        return std::nullopt;
    if (marked.size() == 1)
        return MarkedOption{marked.front(), region.labelRow, at.front(), {}};
    QStringList words;
    for (const Mark mark : marked)
        words << item.options[static_cast<std::size_t>(mark)].text;
    return MarkedOption{kNotUnderstood, region.labelRow, at[1], words.join(QStringLiteral("、"))};
}

bool saysOption(const Item &item, const QString &text)
{
    bool marked = false;
    return optionOf(item, text, marked) >= 0;
}

} // namespace tane
