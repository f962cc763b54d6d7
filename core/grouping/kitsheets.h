#pragma once

#include "exchange/formsheet.h"
#include "grouping/kitmaterials.h"

namespace tane {

/// What is printed for the day. The command line calls them by these names, in this order: roster, groups,
/// namecards, signs, signin, running-order, materials, facilitator, slides, poster, poster-guide.
enum class KitSheet {
    Roster,
    Groups,
    NameCards,
    Signs,
    SignIn,
    RunningOrder,
    Materials,
    Facilitator,
    Slides,
    Poster,
    PosterGuide
};
[[nodiscard]] const std::vector<KitSheet> &allKitSheets();
[[nodiscard]] QString kitSheetCode(KitSheet sheet);  ///< "running-order"
[[nodiscard]] QString kitSheetTitle(KitSheet sheet); ///< "当日の進行表（役割入り）"
[[nodiscard]] std::optional<KitSheet> kitSheetOf(const QString &code);
/// One that is a table, and so can be a workbook or a document too; the others are drawn (ui/paper/kitpaper).
[[nodiscard]] bool isKitForm(KitSheet sheet);
/// Says nothing without groups, not even as a blank one.
[[nodiscard]] bool needsGroups(KitSheet sheet);

struct KitFormOptions
{
    std::vector<Material> materials; ///< for the list of them; empty: usualMaterials()
    int blankGroups = 0;             ///< groups to reckon with while there are none
    std::optional<FormSheet::Paper> paper;
};

/// A sheet that is a table. Where people or groups are missing, rows to write in by hand stand instead.
/// Usage: it is none; NothingUnderstood: it says nothing without groups.
[[nodiscard]] Result<FormSheet> makeKitForm(KitSheet sheet, const Kit &kit,
                                            const KitFormOptions &options = {});
/// What is missing for a sheet ("班がまだありません…"); empty when nothing is.
[[nodiscard]] QString kitGap(KitSheet sheet, const Kit &kit);

} // namespace tane
