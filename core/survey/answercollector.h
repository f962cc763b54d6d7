#pragma once

// Private to the reading of answers.

#include "exchange/csvstream.h"
#include "survey/answerreader.h"
#include "survey/markreader.h"

#include <optional>
#include <span>

namespace tane {

/// "前.xlsx:Sheet1", or the file alone when it has no sheets.
[[nodiscard]] QString sourceLabel(const Table &table);

/// Fills one AnswerSheet from several tables.
class AnswerCollector
{
public:
    AnswerCollector(const Questionnaire &questionnaire, Wave wave, ReadAnswers &out);

    /// Gives false when the caller asked to stop.
    bool addTable(const Table &table, const SheetLayout &layout, const Progress &progress);
    /// A table and all that follows it in the file.
    Result<> addStream(const Table &first, const SheetLayout &layout, CsvStream &rest,
                       const Progress &progress);
    /// `mark`: what stands hidden in the workbook, if Tane wrote it.
    void addForm(const Table &table, const std::vector<FormCell> &cells, const std::optional<FormMark> &mark);

    [[nodiscard]] int understood() const { return m_understood; }
    [[nodiscard]] int notUnderstood() const { return m_notUnderstood; }

private:
    /// The columns that mean something, by what they mean: a row is gone through for each kind at once.
    struct Columns
    {
        explicit Columns(const SheetLayout &layout);
        struct Column
        {
            std::size_t index;
            ColumnMeaning meaning;
        };
        std::vector<Column> person, answer;
    };

    void begin(const Table &table);
    static bool isAnyFilled(std::span<const std::string_view> cells,
                            const std::vector<Columns::Column> &columns);
    void addRow(const Table &table, const Columns &columns, int row);
    /// Gives whether an answer (understood or not) stood there.
    bool take(int person, const ColumnMeaning &meaning, const Table &table, int row, int column);
    [[nodiscard]] const Item &itemAt(int item) const { return *m_refs[static_cast<std::size_t>(item)].item; }
    [[nodiscard]] bool isNumber(int item) const { return itemAt(item).type == AnswerType::Number; }
    /// The other text of an item may have come from another column already.
    void addText(int person, int item, const QString &text);
    /// Whatever type the item has. Gives whether something stood there.
    bool takeAnswer(int person, int item, const Table &table, int row, int column, std::string_view cell);
    bool takeSeveral(int person, int item, const Table &table, int row, int column, std::string_view cell);
    bool takeNumber(int person, int item, const Table &table, int row, int column, std::string_view cell);
    /// `content`: what stood there, for the list of problems.
    bool takeMark(int person, int item, Mark mark, const Table &table, int row, int column,
                  std::string_view content);
    void noteEmpty(const Table &table, int row);
    void removeLast(const Table &table, int row);

    std::vector<Questionnaire::ItemRef> m_refs;
    std::vector<MarkReader> m_readers;
    ReadAnswers &m_out;
    int m_source = 0;
    int m_understood = 0;
    int m_notUnderstood = 0;
};

} // namespace tane
