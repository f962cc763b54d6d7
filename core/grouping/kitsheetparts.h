#pragma once

// Private to the sheets of the kit.

#include "grouping/kitsheets.h"
#include "programme/sheetparts.h"

namespace tane::kitsheets {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::KitSheets)
};

/// "10:00", empty when there is no time.
[[nodiscard]] QString clock(QTime time);
/// 所属 with 役職.
[[nodiscard]] QString placeLine(const KitPerson &person);
/// 日時 and 場所.
void addOccasion(FormSheet &sheet, const Kit &kit);
/// A row of so many empty cells, high enough to write in.
[[nodiscard]] std::vector<FormTableCell> blankRow(std::size_t cells, double roomMm = 10);

void fillRoster(FormSheet &sheet, const Kit &kit);
void fillSignIn(FormSheet &sheet, const Kit &kit);
void fillRunningOrder(FormSheet &sheet, const Kit &kit);
void fillMaterials(FormSheet &sheet, const Kit &kit, const KitFormOptions &options);
void fillFacilitator(FormSheet &sheet, const Kit &kit);

} // namespace tane::kitsheets
