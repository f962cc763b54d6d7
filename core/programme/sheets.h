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

/// The sheet as content. A sheet of a workshop without a workshop: NotFound.
[[nodiscard]] Result<FormSheet> makeSheet(SheetKind kind, const Cycle &cycle, const SheetOptions &options);

} // namespace tane
