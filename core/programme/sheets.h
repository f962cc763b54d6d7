#pragma once

#include "exchange/formsheet.h"
#include "programme/cycle.h"

namespace tane {

/// The sheets of a programme. The command line calls them by these names, in this order: situation-review,
/// goals, programme-plan, workshop-design, timetable, timetable-staff, checklist, evaluation.
enum class SheetKind {
    SituationReview,
    Goals,
    ProgrammePlan,
    WorkshopDesign,
    Timetable,
    TimetableStaff,
    Checklist,
    Evaluation
};
[[nodiscard]] const std::vector<SheetKind> &allSheetKinds();
[[nodiscard]] QString sheetCode(SheetKind kind);  ///< "programme-plan"
[[nodiscard]] QString sheetTitle(SheetKind kind); ///< "研修プログラムの企画"
[[nodiscard]] std::optional<SheetKind> sheetKindOf(const QString &code);

struct SheetOptions
{
    QString prefecture;
    qint64 workshop = 0; ///< for the sheets of a workshop; 0 = the programme's first
    QDate today;
    std::optional<FormSheet::Paper> paper; ///< nothing: what suits the sheet
};

/// Whether it is about one workshop rather than the whole programme.
[[nodiscard]] bool isWorkshopSheet(SheetKind kind);
/// A name for the file without its ending, "目標設定_令和8年度"; it never holds a title or a person's name.
[[nodiscard]] QString sheetFileName(SheetKind kind, const Programme &programme);

/// The sheet as content. What is not entered yet is empty room to write in by hand: an empty programme gives
/// a blank form. NotFound: a sheet of a workshop, and the programme has no workshop or not this one.
[[nodiscard]] Result<FormSheet> makeSheet(SheetKind kind, const Cycle &cycle, const SheetOptions &options);

} // namespace tane
