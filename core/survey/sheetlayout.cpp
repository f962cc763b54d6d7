#include "survey/headings.h"

#include <algorithm>

namespace tane {

namespace {

constexpr int kHeadSearchRows = 60;  ///< a head further down than this is not looked for
constexpr int kGoodScore = 3;        ///< so many recognised columns make a head believable …
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
    explicit Heads(const Table &table) : m_table(table)
    {
        for (int row = 0; row < table.rowCount() && row < kHeadSearchRows * 2; ++row)
            m_rowOf.insert(table.rowNumber(row) - 1, row);
    }

    /// Text a reader sees in the cell: of the merged cell that covers it, where there is one.
    [[nodiscard]] QString seen(int fileRow, int column) const
    {
        for (const MergedRange &merge : m_table.merges) {
            if (fileRow >= merge.firstRow && fileRow <= merge.lastRow && column >= merge.firstColumn
                && column <= merge.lastColumn) {
                return at(merge.firstRow, merge.firstColumn);
            }
        }
        return at(fileRow, column);
    }
    /// As seen, but a title that stands only over the first of its columns (centred without merging) reaches right.
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
        const QString above = heads.hasRow(fileRow - 1) ? heads.title(fileRow - 1, column).trimmed() : QString();
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

struct Labelled
{
    int row, labelColumn;
    ColumnMeaning meaning;
};

/// Labels of a form whose answer stands to their right.
std::vector<Labelled> labelsOf(const Table &table, const HeadingBook &book)
{
    std::vector<Labelled> labels;
    QString setTitle;
    for (int row = 0; row < table.rowCount() && row < kHeadSearchRows * 10; ++row) {
        for (int column = 0; column < table.columnCount(); ++column) {
            const QString text = cellText(table, row, column).trimmed();
            if (text.isEmpty())
                continue;
            auto meaning = book.meaningOf(text);
            if (!meaning && !setTitle.isEmpty())
                meaning = book.meaningBelow(setTitle, text);
            if (meaning && meaning->kind != ColumnMeaning::Kind::Ignored)
                labels.push_back({row, column, *meaning});
            else if (column == 0)
                setTitle = text;
        }
    }
    return labels;
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

std::vector<FormCell> formCells(const Table &table, const Questionnaire &questionnaire, const ColumnMappings &mappings)
{
    const HeadingBook book(questionnaire, mappings);
    const std::vector<Labelled> labels = labelsOf(table, book);
    std::vector<FormCell> cells;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const Labelled &label = labels[i];
        // "Ⅰ-1" in one cell and its wording in the next are one label.
        int end = label.labelColumn;
        while (i + 1 < labels.size() && labels[i + 1].row == label.row && labels[i + 1].meaning == label.meaning)
            end = labels[++i].labelColumn;
        const bool last = i + 1 >= labels.size() || labels[i + 1].row != label.row;
        const int stop = last ? table.columnCount() : labels[i + 1].labelColumn;
        FormCell cell{label.row, end + 1, label.meaning, cellText(table, label.row, label.labelColumn)};
        for (int column = end + 1; column < stop; ++column) {
            if (!cellText(table, label.row, column).trimmed().isEmpty()) {
                cell.column = column;
                break;
            }
        }
        if (end + 1 < stop || last)
            cells.push_back(std::move(cell));
    }
    return cells;
}

SheetLayout recogniseLayout(const Table &table, const Questionnaire &questionnaire, const ColumnMappings &mappings)
{
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

    std::vector<ColumnMeaning> labelled;
    QStringList labelTexts;
    for (const FormCell &cell : formCells(table, questionnaire, mappings)) {
        labelled.push_back(cell.meaning);
        labelTexts << cell.label;
    }
    const int formScore = dropRepeated(labelled);
    if (formScore > bestScore && formScore >= 2) {
        SheetLayout form;
        form.form = SheetLayout::Form::OnePerson;
        form.heads = labelTexts;
        form.columns = std::move(labelled);
        return form.recognisedItems() > 0 ? form : SheetLayout{};
    }
    if (best.recognisedItems() == 0) {
        // Nothing to compare in it; the heads are kept so that the officer can say what they are.
        best.form = SheetLayout::Form::Unknown;
    }
    return best;
}

} // namespace tane
