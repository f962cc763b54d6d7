#include "survey/answercollector.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::AnswerReader", text);
}

QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// So many rows fit into the processor's cache.
constexpr int kRowsOfPiece = 1024;

} // namespace

QString sourceLabel(const Table &table)
{
    return table.sheet.isEmpty() ? table.file : QString(table.file + QLatin1Char(':') + table.sheet);
}

AnswerCollector::Columns::Columns(const SheetLayout &layout)
{
    for (std::size_t column = 0; column < layout.columns.size(); ++column) {
        const ColumnMeaning &meaning = layout.columns[column];
        if (meaning.kind == ColumnMeaning::Kind::Person)
            person.push_back({column, meaning});
        else if (meaning.kind != ColumnMeaning::Kind::Ignored)
            answer.push_back({column, meaning});
    }
}

AnswerCollector::AnswerCollector(const Questionnaire &questionnaire, Wave wave, ReadAnswers &out)
    : m_refs(questionnaire.items())
    , m_out(out)
{
    m_out.sheet = AnswerSheet(static_cast<int>(m_refs.size()));
    m_out.sheet.wave = wave;
    m_readers.reserve(m_refs.size());
    for (const auto &ref : m_refs)
        m_readers.emplace_back(*ref.item);
}

bool AnswerCollector::addTable(const Table &table, const SheetLayout &layout, const Progress &progress)
{
    begin(table);
    const Columns columns(layout);
    m_out.sheet.reserve(static_cast<std::size_t>(m_out.sheet.size() + table.rowCount()));
    constexpr int reportEvery = 4096;
    for (int row = layout.firstRow; row < table.rowCount(); ++row) {
        if (progress && row % reportEvery == 0 && !progress(row, table.rowCount()))
            return false;
        addRow(table, columns, row);
    }
    return true;
}

Result<> AnswerCollector::addStream(const Table &first, const SheetLayout &layout, CsvStream &rest,
                                    const Progress &progress)
{
    begin(first);
    const Columns columns(layout);
    m_out.sheet.reserve(static_cast<std::size_t>(first.rowCount()) + rest.expectedRows());
    for (int row = layout.firstRow; row < first.rowCount(); ++row)
        addRow(first, columns, row);
    Table piece;
    while (!rest.atEnd()) {
        piece.clearRows();
        TANE_CHECK(rest.read(piece, kRowsOfPiece, progress));
        for (int row = 0; row < piece.rowCount(); ++row)
            addRow(piece, columns, row);
    }
    return {};
}

void AnswerCollector::addForm(const Table &table, const std::vector<FormCell> &cells,
                              const std::optional<FormMark> &mark)
{
    begin(table);
    const int first = cells.empty() ? 1 : table.rowNumber(cells.front().row);
    const int person = m_out.sheet.addPerson(0, m_source, first);
    bool written = false;
    for (const FormCell &cell : cells) {
        if (cell.several && !cell.several->isEmpty()) {
            m_out.sheet.setSeveral(person, cell.meaning.item, *cell.several);
            ++m_understood;
            written = true;
        }
        if (cell.mark)
            written |= takeMark(person, cell.meaning.item, *cell.mark, table, cell.row, cell.column,
                                cell.content.toStdString());
        else if (!cell.several)
            written |= take(person, cell.meaning, table, cell.row, cell.column);
    }
    if (!written)
        removeLast(table, cells.empty() ? 0 : cells.front().row);
    else if (mark)
        m_out.forms.insert(person, *mark);
}

void AnswerCollector::begin(const Table &table)
{
    m_source = m_out.sheet.addSource(sourceLabel(table));
    for (const auto &memory : table.memory())
        m_out.sheet.keepAlive(memory);
}

bool AnswerCollector::isAnyFilled(std::span<const std::string_view> cells,
                                  const std::vector<Columns::Column> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [&](const Columns::Column &column) {
        return column.index < cells.size() && !trimmed(cells[column.index]).empty();
    });
}

void AnswerCollector::addRow(const Table &table, const Columns &columns, int row)
{
    const std::span<const std::string_view> cells = table.cells(row);
    if (!isAnyFilled(cells, columns.answer)) {
        if (isAnyFilled(cells, columns.person))
            noteEmpty(table, row);
        return;
    }
    const int person = m_out.sheet.addPerson(0, m_source, table.rowNumber(row));
    for (const Columns::Column &column : columns.person) {
        if (column.index < cells.size())
            m_out.sheet.setField(person, column.meaning.field, trimmed(cells[column.index]));
    }
    const std::span<Mark> marks = m_out.sheet.marksOf(person);
    for (const Columns::Column &column : columns.answer) {
        if (column.index >= cells.size() || cells[column.index].empty())
            continue;
        const int item = column.meaning.item;
        const bool isMark = column.meaning.kind == ColumnMeaning::Kind::Answer;
        MarkReader &reader = m_readers[static_cast<std::size_t>(item)];
        // Nearly all cells are one letter that was read before.
        if (isMark && cells[column.index].size() == 1) {
            if (const Mark mark = reader.known(cells[column.index].front()); mark >= 0) {
                marks[static_cast<std::size_t>(item)] = mark;
                ++m_understood;
                continue;
            }
        }
        const std::string_view cell = trimmed(cells[column.index]);
        if (isMark || isNumber(item))
            takeAnswer(person, item, table, row, static_cast<int>(column.index), cell);
        else
            addText(person, item, toText(cell));
    }
}

bool AnswerCollector::take(int person, const ColumnMeaning &meaning, const Table &table, int row, int column)
{
    const std::string_view cell = trimmed(table.cell(row, column));
    switch (meaning.kind) {
    case ColumnMeaning::Kind::Ignored:
        return false;
    case ColumnMeaning::Kind::Person:
        m_out.sheet.setField(person, meaning.field, cell);
        return false;
    case ColumnMeaning::Kind::FreeText:
        if (isNumber(meaning.item))
            break;
        addText(person, meaning.item, toText(cell));
        return !cell.empty();
    case ColumnMeaning::Kind::Answer:
        break;
    }
    return takeAnswer(person, meaning.item, table, row, column, cell);
}

void AnswerCollector::addText(int person, int item, const QString &text)
{
    const QString known = m_out.sheet.freeText(person, item);
    if (!text.isEmpty() && known != text)
        m_out.sheet.setFreeText(person, item,
                                known.isEmpty() ? text : QString(known + QLatin1Char('\n') + text));
}

bool AnswerCollector::takeAnswer(int person, int item, const Table &table, int row, int column,
                                 std::string_view cell)
{
    switch (itemAt(item).type) {
    case AnswerType::Multiple:
        return takeSeveral(person, item, table, row, column, cell);
    case AnswerType::Number:
        return takeNumber(person, item, table, row, column, cell);
    default:
        break;
    }
    const Mark mark = m_readers[static_cast<std::size_t>(item)].read(cell);
    if (mark == kNotUnderstood) {
        if (const auto other = readOther(itemAt(item), toText(cell))) {
            addText(person, item, other->text);
            return takeMark(person, item, other->mark, table, row, column, cell);
        }
    }
    return takeMark(person, item, mark, table, row, column, cell);
}

bool AnswerCollector::takeSeveral(int person, int item, const Table &table, int row, int column,
                                  std::string_view cell)
{
    if (cell.empty())
        return false;
    const SeveralMarks read = readSeveral(itemAt(item), toText(cell));
    m_out.sheet.setSeveral(person, item, read.marks);
    addText(person, item, read.other);
    if (read.understood) {
        ++m_understood;
        return true;
    }
    ++m_notUnderstood;
    m_out.problems.push_back(
        {table.file, table.sheet, table.address(row, column),
         tr("設問 %1 "
            "の選択肢にないものがあります。読み取れた選択肢だけを数え、残りは自由記述に残します。")
             .arg(itemAt(item).code),
         toText(cell)});
    return true;
}

bool AnswerCollector::takeNumber(int person, int item, const Table &table, int row, int column,
                                 std::string_view cell)
{
    if (cell.empty())
        return false;
    const auto number = readNumber(toText(cell));
    addText(person, item, number.value_or(toText(cell)));
    if (number) {
        ++m_understood;
        return true;
    }
    ++m_notUnderstood;
    m_out.sheet.setMark(person, item, kNotUnderstood);
    m_out.problems.push_back(
        {table.file, table.sheet, table.address(row, column),
         tr("設問 %1 の答えは数字ではありません。書かれていたとおりに残します。").arg(itemAt(item).code),
         toText(cell)});
    return true;
}

bool AnswerCollector::takeMark(int person, int item, Mark mark, const Table &table, int row, int column,
                               std::string_view content)
{
    if (mark == kUnanswered)
        return false;
    m_out.sheet.setMark(person, item, mark);
    if (mark == kNotUnderstood) {
        ++m_notUnderstood;
        m_out.problems.push_back({table.file, table.sheet, table.address(row, column),
                                  tr("設問 %1 の答えとして読み取れません。無回答として数えます。")
                                      .arg(m_refs[static_cast<std::size_t>(item)].item->code),
                                  toText(content)});
    } else {
        ++m_understood;
    }
    return true;
}

void AnswerCollector::noteEmpty(const Table &table, int row)
{
    m_out.problems.push_back({table.file,
                              table.sheet,
                              tr("%1行目").arg(table.rowNumber(row)),
                              tr("回答が一つも書かれていないため、回答者に数えません。"),
                              {}});
}

void AnswerCollector::removeLast(const Table &table, int row)
{
    m_out.sheet.removeLastPerson();
    noteEmpty(table, row);
}

} // namespace tane
