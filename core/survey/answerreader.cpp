#include "survey/answerreader.h"

#include "exchange/tablefiles.h"
#include "exchange/tablereader.h"
#include "survey/answercollector.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <optional>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::AnswerReader", text);
}

Error errorAt(const Table &table, ErrorCode code, const QString &message)
{
    return Error{code, message, table.file, table.sheet, {}, {}};
}

/// More than enough to recognise the columns by.
constexpr int kRowsOfBeginning = 1024;

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
    AnswerCollector collector(questionnaire, wave, result);
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
