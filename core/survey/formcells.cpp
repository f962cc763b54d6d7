// Reads back the questionnaire workbooks that Tane wrote: by the heads of the list of items, so that rows
// may have been inserted and the sheet copied.
#include "survey/formcells.h"

#include "base/textfold.h"
#include "survey/questionnaireparts.h"

#include <algorithm>
#include <array>

namespace tane {

namespace {

using namespace questionnaireparts;

constexpr std::array kPersonFields{Field::Number, Field::Name, Field::Role, Field::Affiliation};

QString cellText(const Table &table, int row, int column)
{
    const std::string_view text = table.cell(row, column);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed();
}

/// The number of an item, without 必須 below it.
QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).trimmed();
}

/// Where the three columns of a list of items stand.
struct Heads
{
    int row = -1, code = -1, item = -1, answer = -1;
};

std::optional<Heads> headsIn(const Table &table, int row)
{
    static const QString code = foldText(codeHead()), item = foldText(itemHead()),
                         answer = foldText(answerHead());
    Heads heads{row};
    for (int column = 0; column < table.cellsInRow(row); ++column) {
        const QString text = foldText(cellText(table, row, column));
        if (text == code && heads.code < 0)
            heads.code = column;
        else if (text == item && heads.code >= 0 && heads.item < 0)
            heads.item = column;
        else if (text == answer && heads.item >= 0 && heads.answer < 0)
            heads.answer = column;
    }
    return heads.answer >= 0 ? std::optional(heads) : std::nullopt;
}

bool isMarked(const QString &text)
{
    return text.size() == 1 && QStringView(u"○◯〇●◎レﾚ✓✔☑■√1１").contains(text.front());
}

class FormCells
{
public:
    FormCells(const Table &table, const Questionnaire &questionnaire)
        : m_table(table)
        , m_items(questionnaire.items())
    {
    }

    std::vector<FormCell> read()
    {
        std::optional<Heads> heads;
        for (int row = 0; row < m_table.rowCount(); ++row) {
            if (const auto found = headsIn(m_table, row)) {
                heads = found;
                m_item = nullptr;
            } else if (heads) {
                readRow(*heads, row);
            } else {
                readPerson(row);
            }
        }
        return std::move(m_cells);
    }

private:
    [[nodiscard]] QString text(int row, int column) const { return cellText(m_table, row, column); }

    void readPerson(int row)
    {
        for (int column = 0; column < m_table.cellsInRow(row); ++column) {
            const QString label = foldText(text(row, column));
            const auto *field = std::ranges::find_if(
                kPersonFields, [&](Field each) { return foldText(fieldName(each)) == label; });
            const bool known = std::ranges::any_of(m_cells, [&](const FormCell &cell) {
                return field != kPersonFields.end() && cell.meaning.field == *field;
            });
            if (field == kPersonFields.end() || known)
                continue;
            int value = column + 1;
            while (value < m_table.cellsInRow(row) && text(row, value).isEmpty())
                ++value;
            if (isPersonLabel(text(row, value))) // hers is empty
                value = column + 1;
            m_cells.push_back({row, value, {ColumnMeaning::Kind::Person, *field, -1}, text(row, column)});
            column = std::max(column, value - 1);
        }
    }

    static bool isPersonLabel(const QString &text)
    {
        const QString folded = foldText(text);
        return std::ranges::any_of(kPersonFields,
                                   [&](Field each) { return foldText(fieldName(each)) == folded; });
    }

    [[nodiscard]] int itemOf(const QString &code, const QString &wording) const
    {
        const QString folded = foldText(code);
        if (folded.isEmpty())
            return -1;
        int found = -1;
        for (std::size_t i = 0; i < m_items.size(); ++i)
            if (foldText(m_items[i].item->code) == folded) {
                found = static_cast<int>(i);
                break;
            }
        // The first cell of a row that somebody inserted may look like a number.
        return found >= 0 && !wording.isEmpty() ? found : -1;
    }

    void readRow(const Heads &heads, int row)
    {
        const int index = itemOf(firstLine(text(row, heads.code)), text(row, heads.item));
        if (index >= 0) {
            begin(heads, row, index);
            return;
        }
        if (!m_item)
            return;
        if (foldText(text(row, heads.item)) == foldText(otherHead()))
            m_cells.push_back(
                {row, heads.answer, {ColumnMeaning::Kind::FreeText, Field::Name, m_index}, otherHead()});
        else if (m_item->type == AnswerType::Multiple)
            readOption(heads, row);
    }

    void begin(const Heads &heads, int row, int index)
    {
        m_index = index;
        m_item = m_items[static_cast<std::size_t>(index)].item;
        FormCell cell{row,
                      heads.answer,
                      {m_item->hasOptions() ? ColumnMeaning::Kind::Answer : ColumnMeaning::Kind::FreeText,
                       Field::Name, index},
                      firstLine(text(row, heads.code))};
        if (m_item->type == AnswerType::Multiple)
            cell.several = QList<Mark>();
        m_cells.push_back(std::move(cell));
        m_main = m_cells.size() - 1;
    }

    void readOption(const Heads &heads, int row)
    {
        const QString answer = text(row, heads.answer);
        const Mark option = readMark(*m_item, m_table.cell(row, heads.item));
        if (answer.isEmpty() || option < 0)
            return;
        FormCell &main = m_cells[m_main];
        if (isMarked(answer)) {
            *main.several << option;
        } else {
            main.mark = kNotUnderstood;
            main.row = row;
            main.content = answer;
        }
    }

    const Table &m_table;
    std::vector<Questionnaire::ItemRef> m_items;
    std::vector<FormCell> m_cells;
    const Item *m_item = nullptr; ///< the rows below its number belong to it
    int m_index = -1;
    std::size_t m_main = 0;
};

} // namespace

bool isQuestionnaireForm(const Table &table)
{
    for (int row = 0; row < table.rowCount(); ++row)
        if (headsIn(table, row))
            return true;
    return false;
}

std::vector<FormCell> ownFormCells(const Table &table, const Questionnaire &questionnaire)
{
    return FormCells(table, questionnaire).read();
}

} // namespace tane
