#include "survey/answerreader.h"

#include "exchange/csvstream.h"
#include "exchange/tablefiles.h"
#include "exchange/tablereader.h"
#include "survey/markreader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <span>

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

QString sourceLabel(const Table &table)
{
    return table.sheet.isEmpty() ? table.file : QString(table.file + QLatin1Char(':') + table.sheet);
}

Error errorAt(const Table &table, ErrorCode code, const QString &message)
{
    return Error{code, message, table.file, table.sheet, {}, {}};
}

/// So many rows fit into the processor's cache.
constexpr int kRowsOfPiece = 1024;
/// More than enough to recognise the columns by.
constexpr int kRowsOfBeginning = 1024;

/// Fills one AnswerSheet from several tables.
class Collector
{
public:
    Collector(const Questionnaire &questionnaire, Wave wave, ReadAnswers &out)
        : m_refs(questionnaire.items())
        , m_out(out)
    {
        m_out.sheet = AnswerSheet(static_cast<int>(m_refs.size()));
        m_out.sheet.wave = wave;
        m_readers.reserve(m_refs.size());
        for (const auto &ref : m_refs)
            m_readers.emplace_back(*ref.item);
    }

    /// Gives false when the caller asked to stop.
    bool addTable(const Table &table, const SheetLayout &layout, const Progress &progress)
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

    /// A table and all that follows it in the file.
    Result<> addStream(const Table &first, const SheetLayout &layout, CsvStream &rest,
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

    /// `mark`: what stands hidden in the workbook, if Tane wrote it.
    void addForm(const Table &table, const std::vector<FormCell> &cells, const std::optional<FormMark> &mark)
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

    [[nodiscard]] int understood() const { return m_understood; }
    [[nodiscard]] int notUnderstood() const { return m_notUnderstood; }

private:
    void begin(const Table &table)
    {
        m_source = m_out.sheet.addSource(sourceLabel(table));
        for (const auto &memory : table.memory())
            m_out.sheet.keepAlive(memory);
    }

    /// The columns that mean something, by what they mean: a row is gone through for each kind at once.
    struct Columns
    {
        explicit Columns(const SheetLayout &layout)
        {
            for (std::size_t column = 0; column < layout.columns.size(); ++column) {
                const ColumnMeaning &meaning = layout.columns[column];
                if (meaning.kind == ColumnMeaning::Kind::Person)
                    person.push_back({column, meaning});
                else if (meaning.kind != ColumnMeaning::Kind::Ignored)
                    answer.push_back({column, meaning});
            }
        }
        struct Column
        {
            std::size_t index;
            ColumnMeaning meaning;
        };
        std::vector<Column> person, answer;
    };

    static bool isAnyFilled(std::span<const std::string_view> cells,
                            const std::vector<Columns::Column> &columns)
    {
        return std::any_of(columns.begin(), columns.end(), [&](const Columns::Column &column) {
            return column.index < cells.size() && !trimmed(cells[column.index]).empty();
        });
    }

    void addRow(const Table &table, const Columns &columns, int row)
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

    /// Gives whether an answer (understood or not) stood there.
    bool take(int person, const ColumnMeaning &meaning, const Table &table, int row, int column)
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

    [[nodiscard]] const Item &itemAt(int item) const { return *m_refs[static_cast<std::size_t>(item)].item; }
    [[nodiscard]] bool isNumber(int item) const { return itemAt(item).type == AnswerType::Number; }

    /// The other text of an item may have come from another column already.
    void addText(int person, int item, const QString &text)
    {
        const QString known = m_out.sheet.freeText(person, item);
        if (!text.isEmpty() && known != text)
            m_out.sheet.setFreeText(person, item,
                                    known.isEmpty() ? text : QString(known + QLatin1Char('\n') + text));
    }

    /// Whatever type the item has. Gives whether something stood there.
    bool takeAnswer(int person, int item, const Table &table, int row, int column, std::string_view cell)
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

    bool takeSeveral(int person, int item, const Table &table, int row, int column, std::string_view cell)
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

    bool takeNumber(int person, int item, const Table &table, int row, int column, std::string_view cell)
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

    /// `content`: what stood there, for the list of problems.
    bool takeMark(int person, int item, Mark mark, const Table &table, int row, int column,
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

    void noteEmpty(const Table &table, int row)
    {
        m_out.problems.push_back({table.file,
                                  table.sheet,
                                  tr("%1行目").arg(table.rowNumber(row)),
                                  tr("回答が一つも書かれていないため、回答者に数えません。"),
                                  {}});
    }

    void removeLast(const Table &table, int row)
    {
        m_out.sheet.removeLastPerson();
        noteEmpty(table, row);
    }

    std::vector<Questionnaire::ItemRef> m_refs;
    std::vector<MarkReader> m_readers;
    ReadAnswers &m_out;
    int m_source = 0;
    int m_understood = 0;
    int m_notUnderstood = 0;
};

/// The hidden marks of the workbooks among many tables, by file.
class OwnForms
{
public:
    explicit OwnForms(const std::vector<Table> &tables)
    {
        QHash<QString, std::vector<const Table *>> files;
        for (const Table &table : tables)
            if (!table.sheet.isEmpty()) // a CSV holds none
                files[table.file].push_back(&table);
        for (auto it = files.cbegin(); it != files.cend(); ++it)
            if (const auto mark = formMarkIn(it.value()))
                m_marks.insert(it.key(), *mark);
    }
    [[nodiscard]] std::optional<Wave> wave() const
    {
        std::optional<Wave> wave;
        for (const FormMark &mark : m_marks) {
            if (wave && *wave != mark.wave)
                return std::nullopt;
            wave = mark.wave;
        }
        return wave;
    }
    [[nodiscard]] std::optional<FormMark> of(const Table &table) const
    {
        return m_marks.contains(table.file) ? std::optional(m_marks.value(table.file)) : std::nullopt;
    }

private:
    QHash<QString, FormMark> m_marks;
};

/// Why a form is not taken in; empty when it is.
QString reasonAgainst(const FormMark &mark, Wave wave, const std::optional<FormMark> &expected)
{
    if (expected && (mark.file != expected->file || mark.workshop != expected->workshop))
        return tr("ほかの研修会の回答用紙です。取り込む研修会を確かめてください。");
    if (mark.wave != wave)
        return tr("%1の回答用紙です。「いつの回答か」を%1に変えて取り込んでください。")
            .arg(waveText(mark.wave));
    return {};
}

Problem problemFrom(const Error &error)
{
    return {error.file, error.sheet, error.cell, error.message, {}};
}

} // namespace

QStringList AnswerSource::sheetTitles() const
{
    QStringList titles;
    for (const Table &table : tables)
        titles << sourceLabel(table);
    return titles;
}

Result<AnswerSource> openAnswerSource(const QString &path, std::vector<Problem> &problems,
                                      const Progress &progress, SourceRows rows)
{
    AnswerSource source;
    source.path = path;
    const QFileInfo info(path);
    if (!info.exists()) {
        return std::unexpected(
            Error{ErrorCode::NotFound,
                  tr("ファイルかフォルダーが見つかりません。場所と名前を確かめてください。"),
                  QDir(path).dirName(),
                  {},
                  {},
                  {}});
    }
    if (!info.isDir()) {
        TANE_TRY(const bool workbook, isWorkbook(path));
        if (workbook || rows == SourceRows::All) {
            TANE_TRY(source.tables, readTables(path, {}, progress));
            return source;
        }
        TANE_TRY(CsvStream stream, CsvStream::open(path));
        TANE_CHECK(stream.read(source.tables.emplace_back(), kRowsOfBeginning, progress));
        source.rest = std::make_shared<CsvStream>(std::move(stream));
        return source;
    }
    TANE_TRY(const QStringList files, tableFilesIn(path, progress));
    if (files.isEmpty()) {
        return std::unexpected(Error{ErrorCode::NotFound,
                                     tr("フォルダーに回答のファイル（.xlsx か .csv）がありません。"),
                                     QDir(path).dirName(),
                                     {},
                                     {},
                                     {}});
    }
    for (qsizetype i = 0; i < files.size(); ++i) {
        if (progress && !progress(i, files.size()))
            return fail(ErrorCode::Cancelled, tr("読み取りを中止しました。"));
        auto tables = readTables(QDir(path).filePath(files.at(i)));
        // Two subfolders may hold a file of one name: the place says which is meant.
        if (!tables) {
            Problem problem = problemFrom(tables.error());
            problem.file = files.at(i);
            problems.push_back(std::move(problem));
            continue;
        }
        for (Table &table : *tables) {
            table.file = files.at(i);
            source.tables.push_back(std::move(table));
        }
    }
    if (source.tables.empty()) {
        Error error{ErrorCode::NothingUnderstood,
                    tr("フォルダーのどのファイルも読めませんでした。"),
                    QDir(path).dirName(),
                    {},
                    {},
                    {}};
        return std::unexpected(error);
    }
    return source;
}

std::optional<Wave> waveOfForms(const AnswerSource &source)
{
    return OwnForms(source.tables).wave();
}

Result<ReadAnswers> readAnswers(const AnswerSource &source, const Questionnaire &questionnaire, Wave wave,
                                const ColumnMappings &mappings, const std::vector<SheetLayout> &layouts,
                                const Progress &progress)
{
    ReadAnswers result;
    Collector collector(questionnaire, wave, result);
    const OwnForms forms(source.tables);
    QStringList usedFiles;
    QStringList skippedFiles;
    std::vector<Problem> skipped;
    for (std::size_t i = 0; i < source.tables.size(); ++i) {
        const Table &table = source.tables[i];
        const bool many = source.tables.size() > 1;
        if (progress && many &&
            !progress(static_cast<long long>(i), static_cast<long long>(source.tables.size())))
            return fail(ErrorCode::Cancelled, tr("読み取りを中止しました。"));
        const std::optional<FormMark> mark = forms.of(table);
        if (mark) {
            const QString reason = reasonAgainst(*mark, wave, source.expected);
            if (!reason.isEmpty()) {
                if (!skippedFiles.contains(table.file)) {
                    skippedFiles << table.file;
                    skipped.push_back({table.file, {}, {}, reason, {}});
                }
                continue;
            }
        }
        const SheetLayout layout =
            i < layouts.size() ? layouts[i] : recogniseLayout(table, questionnaire, mappings);
        if (layout.form == SheetLayout::Form::Unknown) {
            if (!skippedFiles.contains(table.file)) {
                skippedFiles << table.file;
                skipped.push_back(problemFrom(errorAt(table, ErrorCode::NothingUnderstood,
                                                      tr("設問の列が見つかりません。列の見出しを設問の記号（Ⅰ"
                                                         "-1 など）か設問の文にしてください。"))));
            }
            continue;
        }
        if (layout.form == SheetLayout::Form::OnePerson)
            collector.addForm(table, formCells(table, questionnaire, mappings), mark);
        else if (source.rest)
            TANE_CHECK(collector.addStream(table, layout, *source.rest, progress));
        else if (!collector.addTable(table, layout, many ? Progress() : progress))
            return fail(ErrorCode::Cancelled, tr("読み取りを中止しました。"));
        if (!usedFiles.contains(table.file))
            usedFiles << table.file;
    }
    // A file with one usable sheet is understood; its other sheets are instructions or lists.
    for (Problem &problem : skipped) {
        if (!usedFiles.contains(problem.file))
            result.problems.push_back(std::move(problem));
    }
    result.files = static_cast<int>(usedFiles.size());
    if (usedFiles.isEmpty()) {
        const Table *first = source.tables.empty() ? nullptr : &source.tables.front();
        if (!result.problems.empty()) // forms, but of another time or workshop
            return std::unexpected(Error{ErrorCode::NothingUnderstood,
                                         result.problems.front().message,
                                         result.problems.front().file,
                                         {},
                                         {},
                                         {}});
        Error error = first ? errorAt(*first, ErrorCode::NothingUnderstood, {}) : Error{};
        error.code = ErrorCode::NothingUnderstood;
        error.message = tr(
            "設問の列が一つも見つかりません。列の見出しを設問の記号（Ⅰ-1 など）か設問の文にしてください。");
        return std::unexpected(error);
    }
    if (collector.understood() == 0) {
        Error error = errorAt(source.tables.front(), ErrorCode::NothingUnderstood,
                              tr("読み取れる回答が一つもありません。答えは選択肢の記号（a "
                                 "など）、文、または番号で書かれている必要があります。"));
        if (!result.problems.empty()) {
            error.sheet = result.problems.front().sheet;
            error.cell = result.problems.front().cell;
            error.file = result.problems.front().file;
        }
        return std::unexpected(error);
    }
    return result;
}

} // namespace tane
