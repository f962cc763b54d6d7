#include "people/registertable.h"

#include "base/textfold.h"
#include "exchange/csvwriter.h"
#include "people/registervalues.h"

#include <algorithm>

namespace tane::registers {

namespace {

constexpr int kHeadWithin = 30; ///< rows: titles and explanations stand above

struct Head
{
    QHash<Column, int> columns;
    QStringList ignored;
    int lastRow = -1;
    int rows = 1;
};

/// Folded heads; the first of two columns that share one has it.
using HeadNames = QHash<QString, Column>;

HeadNames namesOf(const std::vector<ColumnSpec> &columns)
{
    HeadNames names;
    for (const ColumnSpec &spec : columns)
        for (const QString &head : QStringList{spec.head} + spec.synonyms)
            if (const QString folded = foldHead(head); !names.contains(folded))
                names.insert(folded, spec.column);
    return names;
}

std::optional<Column> columnOf(const QString &head, const HeadNames &names)
{
    const auto found = names.constFind(foldHead(head));
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

QString textAt(const Table &table, int row, int column)
{
    std::string_view utf8 = table.cell(row, column);
    if (table.sheet.isEmpty()) // a .csv: an apostrophe may guard what looks like a formula
        utf8 = unguardFormula(utf8);
    return cellForm(QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

/// The columns when `row` is the head, alone or with the row below.
Head headAt(const Table &table, int row, bool twoRows, const HeadNames &names)
{
    Head head;
    head.lastRow = twoRows ? row + 1 : row;
    head.rows = twoRows ? 2 : 1;
    for (int column = 0; column < table.columnCount(); ++column) {
        QString text = twoRows ? textAt(table, row + 1, column) : QString();
        std::optional<Column> meaning = columnOf(text, names);
        if (!meaning) {
            if (const QString above = textAt(table, row, column); !above.isEmpty()) {
                text = above;
                meaning = columnOf(text, names);
            }
        }
        if (meaning && !head.columns.contains(*meaning))
            head.columns.insert(*meaning, column);
        else if (!text.isEmpty())
            head.ignored << text;
    }
    return head;
}

bool isSum(const QString &text)
{
    static const QStringList sums{QStringLiteral("計"),   QStringLiteral("合計"), QStringLiteral("総計"),
                                  QStringLiteral("小計"), QStringLiteral("県計"), QStringLiteral("全体")};
    return sums.contains(tidy(text).remove(u' '));
}

} // namespace

std::optional<RegisterSheet> RegisterSheet::recognise(const Table &table,
                                                      const std::vector<ColumnSpec> &columns,
                                                      const std::vector<Column> &needed)
{
    const auto isWhole = [&needed](const Head &head) {
        return std::ranges::all_of(needed, [&](Column column) { return head.columns.contains(column); });
    };
    const HeadNames names = namesOf(columns);
    std::optional<Head> best;
    for (int row = 0; row < std::min(table.rowCount(), kHeadWithin); ++row) {
        for (const bool twoRows : {false, true}) {
            if (twoRows && row + 1 >= table.rowCount())
                continue;
            Head head = headAt(table, row, twoRows, names);
            // A title above a head is no part of it: two rows only when they say more.
            const auto better = [&] {
                if (head.columns.size() != best->columns.size())
                    return head.columns.size() > best->columns.size();
                return head.rows != best->rows ? head.rows < best->rows
                                               : head.ignored.size() < best->ignored.size();
            };
            if (isWhole(head) && (!best || better()))
                best = std::move(head);
        }
    }
    if (!best)
        return std::nullopt;
    RegisterSheet sheet;
    sheet.m_table = &table;
    sheet.m_columns = best->columns;
    sheet.m_ignored = best->ignored;
    for (int row = 0; row < table.rowCount(); ++row)
        sheet.m_rowOfNumber.insert(table.rowNumber(row) - 1, row);
    sheet.findRows(best->lastRow + 1, needed.front());
    return sheet;
}

void RegisterSheet::findRows(int firstRow, Column key)
{
    m_keyHead = textAt(*m_table, firstRow - 1, m_columns.value(key));
    for (int row = firstRow; row < m_table->rowCount(); ++row) {
        const QString name = text(row, key);
        const bool any = std::ranges::any_of(
            m_columns, [&](int column) { return !textAt(*m_table, row, column).isEmpty(); });
        if (any && !isSum(name) && (name.isEmpty() || name != m_keyHead))
            m_rows.push_back(row);
    }
}

QString RegisterSheet::cell(int row, int column) const
{
    const QString own = textAt(*m_table, row, column);
    if (!own.isEmpty())
        return own;
    const int fileRow = m_table->rowNumber(row) - 1;
    for (const MergedRange &merge : m_table->merges) {
        if (fileRow < merge.firstRow || fileRow > merge.lastRow || column < merge.firstColumn ||
            column > merge.lastColumn)
            continue;
        const auto first = m_rowOfNumber.constFind(merge.firstRow);
        return first == m_rowOfNumber.constEnd() ? QString() : textAt(*m_table, *first, merge.firstColumn);
    }
    return {};
}

QString RegisterSheet::text(int row, Column column) const
{
    const auto found = m_columns.constFind(column);
    return found == m_columns.constEnd() ? QString() : cell(row, *found);
}

bool RegisterSheet::isMerged(int row, int other, Column column) const
{
    const int at = m_columns.value(column, -1);
    const int low = m_table->rowNumber(std::min(row, other)) - 1;
    const int high = m_table->rowNumber(std::max(row, other)) - 1;
    return std::ranges::any_of(m_table->merges, [&](const MergedRange &merge) {
        return merge.firstColumn <= at && at <= merge.lastColumn && merge.firstRow <= low &&
               high <= merge.lastRow;
    });
}

QString RegisterSheet::place(int row, Column column) const
{
    return m_table->address(row, m_columns.value(column, 0));
}

Problem RegisterSheet::problem(int row, Column column, const QString &message) const
{
    return {m_table->file, m_table->sheet, place(row, column), message, text(row, column)};
}

} // namespace tane::registers
