// A form of one person, whoever made it: labels, and where their answers stand.
#include "survey/formcells.h"
#include "survey/headings.h"
#include "survey/optionlist.h"

#include <algorithm>
#include <utility>

namespace tane {

namespace {

QString cellText(const Table &table, int row, int column)
{
    const std::string_view text = table.cell(row, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

struct Labelled
{
    int row, labelColumn;
    ColumnMeaning meaning;
    bool bareNumber; ///< "1" under the title of a set
};

/// The labels of a form and where their answers stand: to the right, or below.
class Form
{
public:
    Form(const Table &table, const Questionnaire &questionnaire, const HeadingBook &book)
        : m_table(table)
        , m_items(questionnaire.items())
    {
        QString setTitle;
        for (int row = 0; row < table.rowCount() && row < kHeadSearchRows * 10; ++row)
            findLabels(row, book, setTitle);
    }

    /// One for every meaning: the first that has an answer, or else the first.
    [[nodiscard]] std::vector<FormCell> cells() const
    {
        std::vector<FormCell> cells;
        for (std::size_t i = 0; i < m_labels.size(); ++i) {
            const Labelled &label = m_labels[i];
            // "Ⅰ-1" in one cell and its wording in the next are one label.
            std::size_t lastOfLabel = i;
            while (sameRow(lastOfLabel, lastOfLabel + 1) &&
                   m_labels[lastOfLabel + 1].meaning == label.meaning)
                ++lastOfLabel;
            FormCell cell{label.row, afterLabel(m_labels[lastOfLabel]), label.meaning,
                          text(label.row, label.labelColumn)};
            if (findMarkedOption(lastOfLabel, cell)) {
                i = lastOfLabel;
                add(cells, std::move(cell));
                continue;
            }
            const bool found = findValue(lastOfLabel, cell);
            // A word such as 市町村 can be a label and an answer; where it is the answer, it is no label.
            i = found && sameRow(lastOfLabel, lastOfLabel + 1) && cell.row == label.row &&
                        cell.column == m_labels[lastOfLabel + 1].labelColumn
                    ? lastOfLabel + 1
                    : lastOfLabel;
            if (found || !sameRow(lastOfLabel, lastOfLabel + 1))
                add(cells, std::move(cell));
        }
        return cells;
    }

private:
    [[nodiscard]] QString text(int row, int column) const { return cellText(m_table, row, column).trimmed(); }
    [[nodiscard]] bool sameRow(std::size_t a, std::size_t b) const
    {
        return b < m_labels.size() && m_labels[a].row == m_labels[b].row;
    }
    [[nodiscard]] bool isLabel(int row, int column) const
    {
        return std::any_of(m_labels.begin(), m_labels.end(), [=](const Labelled &label) {
            return label.row == row && label.labelColumn == column;
        });
    }
    [[nodiscard]] bool emptyFrom(int row, int column) const
    {
        for (; column < m_table.columnCount(); ++column) {
            if (!text(row, column).isEmpty())
                return false;
        }
        return true;
    }

    void findLabels(int row, const HeadingBook &book, QString &setTitle)
    {
        bool leading = true;
        for (int column = 0; column < m_table.columnCount(); ++column) {
            const QString head = text(row, column);
            if (head.isEmpty())
                continue;
            // Only the first cell of a row numbers it: further right a "1" is an answer.
            const bool first = std::exchange(leading, false);
            if (isPartOfOptions(row, column, head))
                continue;
            auto meaning = book.meaningOf(head);
            bool bare = false;
            if (!meaning && first && !setTitle.isEmpty()) {
                bool isNumber = false;
                head.toInt(&isNumber);
                if (isNumber && answersLabelAbove(row, column))
                    continue;
                meaning = book.meaningBelow(setTitle, head);
                bare = isNumber;
            }
            if (meaning && meaning->kind != ColumnMeaning::Kind::Ignored)
                m_labels.push_back({row, column, *meaning, bare});
            else if (column == 0)
                setTitle = head;
        }
    }

    [[nodiscard]] const Item *lastItem() const
    {
        return !m_labels.empty() && m_labels.back().meaning.kind == ColumnMeaning::Kind::Answer
                   ? m_items[static_cast<std::size_t>(m_labels.back().meaning.item)].item
                   : nullptr;
    }

    /// An option of the item before, or the "1" that marks or numbers one: no label, and no title of a set.
    [[nodiscard]] bool isPartOfOptions(int row, int column, const QString &head) const
    {
        const Item *item = lastItem();
        if (!item || item->options.empty())
            return false;
        bool isNumber = false;
        head.toInt(&isNumber);
        if (!isNumber)
            return head.size() > 2 && saysOption(*item, head); // "a" alone may be anything
        return column + 1 < m_table.columnCount() && row > m_labels.back().row &&
               saysOption(*item, text(row, column + 1));
    }

    /// Answers given by a mark beside, in or below one of the printed options.
    bool findMarkedOption(std::size_t at, FormCell &cell) const
    {
        const Labelled &label = m_labels[at];
        if (label.meaning.kind != ColumnMeaning::Kind::Answer)
            return false;
        const Item &item = *m_items[static_cast<std::size_t>(label.meaning.item)].item;
        OptionRegion region{label.row, cell.column,
                            sameRow(at, at + 1) ? m_labels[at + 1].labelColumn : m_table.columnCount(),
                            m_table.rowCount()};
        const auto next = std::find_if(m_labels.begin() + static_cast<std::ptrdiff_t>(at), m_labels.end(),
                                       [&label](const Labelled &other) { return other.row > label.row; });
        if (next != m_labels.end())
            region.stopRow = next->row;
        auto marked = markInOptionList(m_table, item, region);
        // Printed below the label without any mark, the options are only explained there: the answer may be
        // written beside the label. Printed beside it, there is no room for another answer.
        if (marked && marked->mark == kUnanswered && marked->row != label.row)
            marked.reset();
        if (!marked)
            marked = markInGrid(m_table, item, region);
        if (!marked)
            return false;
        cell.row = marked->row;
        cell.column = marked->column;
        cell.mark = marked->mark;
        cell.content = marked->content;
        return true;
    }

    /// A number alone in its row, below a wording without an answer beside it.
    [[nodiscard]] bool answersLabelAbove(int row, int column) const
    {
        if (m_labels.empty() || !emptyFrom(row, column + 1))
            return false;
        const Labelled &label = m_labels.back();
        return label.row == row - 1 && !label.bareNumber &&
               label.meaning.kind == ColumnMeaning::Kind::Answer &&
               emptyFrom(label.row, label.labelColumn + 1);
    }

    /// The column after a label, which may be merged with cells to its right.
    [[nodiscard]] int afterLabel(const Labelled &label) const
    {
        const int fileRow = m_table.rowNumber(label.row) - 1;
        for (const MergedRange &merge : m_table.merges) {
            if (fileRow >= merge.firstRow && fileRow <= merge.lastRow &&
                merge.firstColumn == label.labelColumn)
                return merge.lastColumn + 1;
        }
        return label.labelColumn + 1;
    }

    /// Where the answer of the label stands; when there is none, the cell stays beside the label.
    bool findValue(std::size_t at, FormCell &cell) const
    {
        const Labelled &label = m_labels[at];
        const int start = cell.column;
        const int stop = sameRow(at, at + 1) ? m_labels[at + 1].labelColumn : m_table.columnCount();
        for (int column = start; column < stop; ++column) {
            if (!text(label.row, column).isEmpty()) {
                cell.column = column;
                return true;
            }
        }
        const int below = label.row + 1;
        if (below >= m_table.rowCount())
            return false;
        if (label.meaning.kind == ColumnMeaning::Kind::Answer)
            return findMarkBelow(label, below, cell);
        // Several labels beside each other with the values below them.
        const bool labelBeside = sameRow(at, at + 1) || (at > 0 && sameRow(at - 1, at));
        if (labelBeside && !text(below, label.labelColumn).isEmpty() && !isLabel(below, label.labelColumn)) {
            cell.row = below;
            cell.column = label.labelColumn;
            return true;
        }
        if (stop == start && sameRow(at, at + 1) && mayHoldHeadWord(label.meaning) &&
            emptyFrom(label.row, stop + 1)) {
            cell.column = stop;
            return true;
        }
        return false;
    }

    /// An answer in the row below its wording: taken only when it is the one cell there that says an option.
    bool findMarkBelow(const Labelled &label, int below, FormCell &cell) const
    {
        const Item &item = *m_items[static_cast<std::size_t>(label.meaning.item)].item;
        constexpr qsizetype shortText = 4; // "b・c": no answer, but meant as one
        int marked = -1;
        int unclear = -1;
        for (int column = 0; column < m_table.columnCount(); ++column) {
            if (isLabel(below, column))
                return false;
            const Mark mark = markBelow(item, below, column);
            if (mark == kNotUnderstood)
                unclear = text(below, column).size() <= shortText ? column : -1;
            if (mark < 0)
                continue;
            if (marked >= 0)
                return false; // a list of options
            marked = column;
        }
        if (marked < 0)
            marked = unclear;
        // One option alone may be the first line of a list: then the next line is an option, too.
        if (marked < 0 ||
            (below + 1 < m_table.rowCount() && readMark(item, m_table.cell(below + 1, marked)) >= 0 &&
             !isLabel(below + 1, marked)))
            return false;
        cell.row = below;
        cell.column = marked;
        return true;
    }

    /// Of an item that takes several, the first of them.
    [[nodiscard]] Mark markBelow(const Item &item, int row, int column) const
    {
        if (item.type != AnswerType::Multiple || text(row, column).isEmpty())
            return readMark(item, m_table.cell(row, column));
        const SeveralMarks read = readSeveral(item, text(row, column));
        return read.understood && !read.marks.isEmpty() ? read.marks.front() : kNotUnderstood;
    }

    /// Fields whose value can be a word that is also a head, such as 市町村 as a kind of affiliation.
    static bool mayHoldHeadWord(const ColumnMeaning &meaning)
    {
        if (meaning.kind == ColumnMeaning::Kind::FreeText)
            return true;
        return meaning.kind == ColumnMeaning::Kind::Person &&
               (meaning.field == Field::Role || meaning.field == Field::Affiliation ||
                meaning.field == Field::AffiliationType || meaning.field == Field::Title);
    }

    void add(std::vector<FormCell> &cells, FormCell cell) const
    {
        const auto known = std::find_if(cells.begin(), cells.end(), [&cell](const FormCell &other) {
            return other.meaning == cell.meaning;
        });
        if (known == cells.end())
            cells.push_back(std::move(cell));
        else if (!known->mark && text(known->row, known->column).isEmpty())
            *known = std::move(cell);
    }

    const Table &m_table;
    std::vector<Questionnaire::ItemRef> m_items;
    std::vector<Labelled> m_labels;
};

} // namespace

bool hasItem(const std::vector<FormCell> &cells)
{
    return std::ranges::any_of(cells, [](const FormCell &cell) { return cell.meaning.item >= 0; });
}

std::vector<FormCell> formCells(const Table &table, const Questionnaire &questionnaire,
                                const ColumnMappings &mappings)
{
    if (isQuestionnaireForm(table)) {
        std::vector<FormCell> own = ownFormCells(table, questionnaire);
        if (hasItem(own))
            return own;
    }
    const HeadingBook book(questionnaire, mappings);
    return Form(table, questionnaire, book).cells();
}

} // namespace tane
