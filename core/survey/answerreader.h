#pragma once

#include "base/progress.h"
#include "exchange/table.h"
#include "survey/answersheet.h"
#include "survey/formmark.h"

#include <QMap>

#include <optional>

namespace tane {

class CsvStream;

/// How one column of a sheet is understood.
struct ColumnMeaning
{
    enum class Kind { Ignored, Person, Answer, FreeText };
    Kind kind = Kind::Ignored;
    Field field = Field::Name; ///< when Person
    int item = -1;             ///< when Answer or FreeText: index into Questionnaire::items()
    friend bool operator==(const ColumnMeaning &, const ColumnMeaning &) = default;
};

/// Corrections made by the officer, remembered by folded column head (foldText). They win over recognition.
using ColumnMappings = QMap<QString, ColumnMeaning>;

/// How a sheet is understood as a whole.
struct SheetLayout
{
    enum class Form {
        Unknown,  ///< nothing recognised: the sheet is skipped
        Table,    ///< a head row (or two, when merged) and one row a person
        OnePerson ///< a form: labels with the answer to their right, below, or as a mark beside one of the
                  ///< options; one sheet is one person
    };
    Form form = Form::Unknown;
    int headRow = -1;                   ///< row index in the Table (the last one, if the head has two rows)
    int firstRow = -1;                  ///< first data row
    QStringList heads;                  ///< text of each column's head
    std::vector<ColumnMeaning> columns; ///< as long as heads
    [[nodiscard]] int recognisedItems() const;
    [[nodiscard]] int recognisedFields() const;
};

[[nodiscard]] SheetLayout recogniseLayout(const Table &table, const Questionnaire &questionnaire,
                                          const ColumnMappings &mappings = {});

/// One labelled answer of a form: where its value stands (row and column of the Table) and what it means.
struct FormCell
{
    int row = 0;
    int column = 0;
    ColumnMeaning meaning;
    QString label;
    /// Where the options are printed and one is marked (○, レ …): which one. The text of the cell says
    /// nothing then.
    std::optional<Mark> mark = std::nullopt;
    QString content = {}; ///< what stood there, when the mark is kNotUnderstood
    /// Where an item that takes several has its options each in a row of its own: those that are marked.
    std::optional<QList<Mark>> several = std::nullopt;
};
[[nodiscard]] std::vector<FormCell> formCells(const Table &table, const Questionnaire &questionnaire,
                                              const ColumnMappings &mappings = {});

/// What a cell says for a single-choice item: option code in any width or case, "b.概ね…", the option's text,
/// or its number (1 = first option). Two different options in one cell, or anything else, gives
/// kNotUnderstood.
[[nodiscard]] Mark readMark(const Item &item, std::string_view cell);

/// What a cell says for an item that takes several marks: options as readMark knows them, divided by
/// "、" "," ";" a line or a space. "その他：…" and, where there is such an option, what fits no other, are
/// `other`.
struct SeveralMarks
{
    QList<Mark> marks;
    QString other;          ///< written beside "その他"
    bool understood = true; ///< false: something fits no option; `other` is that then
};
[[nodiscard]] SeveralMarks readSeveral(const Item &item, const QString &cell);

/// "その他（…）" or "その他：…" for an item with an option that begins with その他: that option and the text.
struct OtherAnswer
{
    Mark mark = kNotUnderstood;
    QString text;
};
[[nodiscard]] std::optional<OtherAnswer> readOther(const Item &item, const QString &cell);

/// A number in any width, perhaps with a unit behind it, as plain digits ("３年" gives "3").
[[nodiscard]] std::optional<QString> readNumber(const QString &cell);

struct ReadAnswers
{
    AnswerSheet sheet;
    /// Of those who answered on a form that Tane wrote: what stands hidden in it.
    QHash<int, FormMark> forms;
    std::vector<Problem> problems; ///< cells (and, in a folder, files) that could not be understood
    int files = 0;                 ///< files that gave at least one person
};

struct AnswerSource
{
    QString path; ///< file or folder
    std::vector<Table> tables;
    /// The rest of a large .csv whose beginning is tables.front(); readAnswers reads on from there, so that
    /// it can be done once. Null: the tables hold everything.
    std::shared_ptr<CsvStream> rest;
    /// Forms of another file or workshop than this one are left out, with a problem that says so; by default
    /// all are read.
    std::optional<FormMark> expected;
    QStringList sheetTitles() const;
};

/// Whether openAnswerSource reads large files to their end, or leaves that to readAnswers.
enum class SourceRows { All, Beginning };

/// Reads the file, or every .xlsx and .csv of the folder and its subfolders (names beginning with ~$ or . are
/// skipped, folders, too); files are named by their path within it. In a folder a broken file becomes a
/// Problem and the others are read; if none can be read, the call fails. Errors: those of readTables;
/// NotFound for an empty or missing folder.
[[nodiscard]] Result<AnswerSource> openAnswerSource(const QString &path, std::vector<Problem> &problems,
                                                    const Progress &progress = {},
                                                    SourceRows rows = SourceRows::All);

/// When the questionnaire workbooks of Tane among them were meant to be answered; nothing when there are
/// none, or they are of different times.
[[nodiscard]] std::optional<Wave> waveOfForms(const AnswerSource &source);

/// Turns tables into answers. Fails with NothingUnderstood when no column or no answer could be understood.
/// `layouts`: corrected by the officer, one per table; empty = recognise.
[[nodiscard]] Result<ReadAnswers> readAnswers(const AnswerSource &source, const Questionnaire &questionnaire,
                                              Wave wave, const ColumnMappings &mappings = {},
                                              const std::vector<SheetLayout> &layouts = {},
                                              const Progress &progress = {});

} // namespace tane
