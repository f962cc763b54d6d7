#include "survey/formcells.h"
#include "survey/headings.h"

#include <algorithm>
#include <utility>

namespace tane {

namespace {

constexpr int kRowsOfManyPeople = 12; ///< so many answers below one head are no form
constexpr int kGoodScore = 3;         ///< so many recognised columns make a head believable …
constexpr int kRowsAfterGoodHead = 2; ///< … and a better one must follow soon

QString cellText(const Table &table, int row, int column)
{
    const std::string_view text = table.cell(row, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Rows of a table by their number in the file, because merges are given in those.
class Heads
{
public:
    explicit Heads(const Table &table)
        : m_table(table)
    {
        for (int row = 0; row < table.rowCount() && row < kHeadSearchRows * 2; ++row)
            m_rowOf.insert(table.rowNumber(row) - 1, row);
    }

    /// Text a reader sees in the cell: of the merged cell that covers it, where there is one.
    [[nodiscard]] QString seen(int fileRow, int column) const
    {
        for (const MergedRange &merge : m_table.merges) {
            if (fileRow >= merge.firstRow && fileRow <= merge.lastRow && column >= merge.firstColumn &&
                column <= merge.lastColumn) {
                return at(merge.firstRow, merge.firstColumn);
            }
        }
        return at(fileRow, column);
    }
    /// As seen, but a title that stands only over the first of its columns (centred without merging) reaches
    /// right.
    [[nodiscard]] QString title(int fileRow, int column) const
    {
        for (int c = column; c >= 0; --c) {
            const QString text = seen(fileRow, c);
            if (!text.trimmed().isEmpty())
                return text;
        }
        return {};
    }
    [[nodiscard]] bool hasRow(int fileRow) const { return m_rowOf.contains(fileRow); }

private:
    [[nodiscard]] QString at(int fileRow, int column) const
    {
        const auto it = m_rowOf.constFind(fileRow);
        return it == m_rowOf.constEnd() ? QString() : cellText(m_table, *it, column);
    }
    const Table &m_table;
    QHash<int, int> m_rowOf;
};

/// Two columns may not mean the same thing: the first one keeps it.
int dropRepeated(std::vector<ColumnMeaning> &columns)
{
    std::vector<ColumnMeaning> seen;
    for (ColumnMeaning &column : columns) {
        if (column.kind == ColumnMeaning::Kind::Ignored)
            continue;
        if (std::find(seen.begin(), seen.end(), column) != seen.end())
            column = {};
        else
            seen.push_back(column);
    }
    return static_cast<int>(seen.size());
}

SheetLayout layoutWithHeadAt(const Table &table, const Heads &heads, const HeadingBook &book, int row)
{
    SheetLayout layout;
    layout.form = SheetLayout::Form::Table;
    layout.headRow = row;
    layout.firstRow = row + 1;
    const int fileRow = table.rowNumber(row) - 1;
    for (int column = 0; column < table.columnCount(); ++column) {
        const QString own = heads.seen(fileRow, column).trimmed();
        const QString above =
            heads.hasRow(fileRow - 1) ? heads.title(fileRow - 1, column).trimmed() : QString();
        QString head = own;
        std::optional<ColumnMeaning> meaning;
        if (own.isEmpty() && heads.hasRow(fileRow - 1)) {
            head = heads.seen(fileRow - 1, column).trimmed();
            meaning = book.meaningOf(head);
        } else if (!own.isEmpty()) {
            // Under the title of a set a bare "1" is an item of it; try that first.
            if (!above.isEmpty() && above != own)
                meaning = book.meaningBelow(above, own);
            if (meaning)
                head = above + QLatin1Char(' ') + own;
            else
                meaning = book.meaningOf(own);
        }
        layout.heads << head;
        layout.columns.push_back(meaning.value_or(ColumnMeaning{}));
    }
    return layout;
}

} // namespace

int SheetLayout::recognisedItems() const
{
    return static_cast<int>(std::count_if(columns.begin(), columns.end(), [](const ColumnMeaning &column) {
        return column.kind == ColumnMeaning::Kind::Answer || column.kind == ColumnMeaning::Kind::FreeText;
    }));
}

int SheetLayout::recognisedFields() const
{
    return static_cast<int>(std::count_if(columns.begin(), columns.end(), [](const ColumnMeaning &column) {
        return column.kind == ColumnMeaning::Kind::Person;
    }));
}

namespace {

/// A form holds one answer to an item; below the head of a table there are many. Looking for labels in
/// thousands of rows takes as long as reading them.
bool hasManyPeople(const Table &table, const SheetLayout &layout, const Questionnaire &questionnaire)
{
    const auto items = questionnaire.items();
    const auto column =
        std::find_if(layout.columns.begin(), layout.columns.end(), [&](const ColumnMeaning &meaning) {
            return meaning.kind == ColumnMeaning::Kind::Answer &&
                   items[static_cast<std::size_t>(meaning.item)].item->isComparable();
        });
    if (column == layout.columns.end())
        return false;
    const Item &item = *items[static_cast<std::size_t>(column->item)].item;
    const int index = static_cast<int>(column - layout.columns.begin());
    int answers = 0;
    for (int row = layout.firstRow; row < table.rowCount() && row < layout.firstRow + 2 * kRowsOfManyPeople &&
                                    answers < kRowsOfManyPeople;
         ++row)
        answers += readMark(item, table.cell(row, index)) >= 0 ? 1 : 0;
    return answers >= kRowsOfManyPeople;
}

SheetLayout formLayout(const std::vector<FormCell> &cells)
{
    SheetLayout form;
    form.form = SheetLayout::Form::OnePerson;
    for (const FormCell &cell : cells) {
        form.columns.push_back(cell.meaning);
        form.heads << cell.label;
    }
    return form;
}

} // namespace

SheetLayout recogniseLayout(const Table &table, const Questionnaire &questionnaire,
                            const ColumnMappings &mappings)
{
    if (isQuestionnaireForm(table)) {
        const std::vector<FormCell> own = ownFormCells(table, questionnaire);
        if (hasItem(own))
            return formLayout(own);
    }
    const HeadingBook book(questionnaire, mappings);
    const Heads heads(table);
    SheetLayout best;
    int bestScore = 0;
    for (int row = 0; row < table.rowCount() && row < kHeadSearchRows; ++row) {
        if (bestScore >= kGoodScore && row > best.headRow + kRowsAfterGoodHead)
            break;
        SheetLayout layout = layoutWithHeadAt(table, heads, book, row);
        const int score = dropRepeated(layout.columns);
        if (score > bestScore) {
            best = std::move(layout);
            bestScore = score;
        }
    }

    if (hasManyPeople(table, best, questionnaire))
        return best;
    SheetLayout form = formLayout(formCells(table, questionnaire, mappings));
    const int formScore = dropRepeated(form.columns);
    if (formScore > bestScore && formScore >= 2)
        return form.recognisedItems() > 0 ? form : SheetLayout{};
    if (best.recognisedItems() == 0) {
        // Nothing to compare in it; the heads are kept so that the officer can say what they are.
        best.form = SheetLayout::Form::Unknown;
    }
    return best;
}

} // namespace tane
