#pragma once

#include "exchange/table.h"
#include "issues/controlsheet.h"
#include "people/registry.h"
#include "survey/answersheet.h"

namespace tane {

/// Control sheets as they came back.
struct ReadControlSheets
{
    std::vector<ControlContent> sheets; ///< whole ones only; ids are 0
    std::vector<Problem> problems;      ///< of those that are left out, each with its place
    int files = 0;
};
/// A workbook made by makeControlSheetForm and filled in by any program, a folder of them, or a table of
/// several municipalities (.xlsx or .csv) with the columns of writeControlTable. A sheet with a problem is
/// left out as a whole: a municipality that is not registered, a year or day that cannot be read, a label or
/// a column that is gone, a scene twice, values without the name of their indicator, a numeric target for
/// 看取り率. Errors: those of readTables; NothingUnderstood: no sheet in it.
[[nodiscard]] Result<ReadControlSheets> readControlSheets(const Registry &registry, const QString &path);

/// What storing them would do.
struct ControlImport
{
    int added = 0, changed = 0, unchanged = 0;
    std::vector<ControlContent> toStore;
};
[[nodiscard]] Result<ControlImport> compareControlSheets(Document &document,
                                                         const std::vector<ControlContent> &sheets);
/// Stores those that are new or changed; one undo step.
[[nodiscard]] Result<> storeControlSheets(Document &document, const ControlImport &import,
                                          const QString &label);

/// Several sheets as one table: a row an indicator (a scene without one has a row of its own), the texts of a
/// sheet and of a scene in its first row. Yearly values in columns named by their years. Comes back without
/// loss by readControlSheets.
[[nodiscard]] Result<> writeControlTable(const QString &path, const Registry &registry,
                                         const std::vector<ControlContent> &sheets);
/// "課題管理シート_青葉野市_令和8年度.xlsx", without what a file name cannot hold.
[[nodiscard]] QString controlSheetFileName(const QString &municipality, int year);
/// One workbook for each into a folder, named by municipality and year; of two municipalities of the same
/// name the second also by its code or number. Gives how many.
[[nodiscard]] Result<int> writeControlSheets(const QString &folder, const Registry &registry,
                                             const std::vector<ControlContent> &sheets,
                                             const QString &prefecture);

} // namespace tane
