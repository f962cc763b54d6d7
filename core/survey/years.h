#pragma once

#include "survey/change.h"
#include "survey/questionnairechanges.h"

#include <QDate>

namespace tane {

class Document;

/// The answers of one workshop, as one of the columns.
struct YearColumn
{
    qint64 workshop = 0;
    QString title;    ///< "令和7年度 コーディネーター研修会"
    QString yearText; ///< "令和7年度"; the title where the day is not known
    QDate heldOn;
    Questionnaire questionnaire;
    ChangeAnalysis analysis;
};

/// One item through the years.
struct YearItem
{
    QString code, text; ///< as asked last
    QString label;
    ItemKind kind = ItemKind::Other;
    std::vector<Option> options; ///< as asked last
    struct Cell
    {
        int item = -1;           ///< index in that column's questionnaire; −1: not asked
        bool comparable = false; ///< the options are the same ones
        QString note;            ///< what differs: another number, another wording, other options
    };
    std::vector<Cell> cells; ///< by column
};

/// The same items over several workshops, oldest first.
struct YearsComparison
{
    std::vector<YearColumn> columns;
    std::vector<YearItem> items; ///< as in the last questionnaire, then those no longer asked
    QStringList groups;          ///< "all", then every role that answered

    struct Change
    {
        int column = 0; ///< against the one before it
        std::vector<QuestionnaireChange> changes;
    };
    std::vector<Change> changes; ///< of the questionnaire from column to column; empty ones are left out
};

/// Puts items together that ask the same: by wording or alias (folded), and of several by the code. An item
/// with the same code and another wording is another item.
[[nodiscard]] YearsComparison compareYears(std::vector<YearColumn> columns);
/// All workshops of the file that have answers.
[[nodiscard]] Result<YearsComparison> loadYears(Document &document);

/// What is compared of an item.
enum class YearMeasure { After, Before, Change };
/// Of one item and group in one column: the counts by option (before or after, of the pairs; all who answered
/// for items asked once), or up, stay and down. Empty: not asked, or not comparable.
[[nodiscard]] std::vector<int> yearCounts(const YearsComparison &years, const YearItem &item,
                                          std::size_t column, const QString &group, YearMeasure measure);
/// Bars of one item, a column a year.
[[nodiscard]] ChartSpec yearsChart(const YearsComparison &years, const YearItem &item, const QString &group,
                                   YearMeasure measure);
/// "30/75（40.0%）" of the wanted options, or "up 9・stay 40・down 17".
[[nodiscard]] QString yearText(const YearsComparison &years, const YearItem &item, std::size_t column,
                               const QString &group, YearMeasure measure);

/// XLSX: a table of each measure for everybody, the charts, and what changed in the questionnaire.
[[nodiscard]] Result<> writeYears(const QString &path, const YearsComparison &years, const QString &group);

} // namespace tane
