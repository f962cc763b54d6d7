#pragma once

#include "base/progress.h"
#include "exchange/table.h"
#include "survey/answersheet.h"

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
};
[[nodiscard]] std::vector<FormCell> formCells(const Table &table, const Questionnaire &questionnaire,
                                              const ColumnMappings &mappings = {});

/// What a cell says for a single-choice item: option code in any width or case, "b.概ね…", the option's text,
/// or its number (1 = first option). Two different options in one cell, or anything else, gives
/// kNotUnderstood.
[[nodiscard]] Mark readMark(const Item &item, std::string_view cell);

struct ReadAnswers
{
    AnswerSheet sheet;
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

/// Turns tables into answers. Fails with NothingUnderstood when no column or no answer could be understood.
/// `layouts`: corrected by the officer, one per table; empty = recognise.
[[nodiscard]] Result<ReadAnswers> readAnswers(const AnswerSource &source, const Questionnaire &questionnaire,
                                              Wave wave, const ColumnMappings &mappings = {},
                                              const std::vector<SheetLayout> &layouts = {},
                                              const Progress &progress = {});

} // namespace tane
