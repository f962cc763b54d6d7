#pragma once

#include "grouping/kitsheets.h"
#include "paper/kitpaper.h"
#include "printing/previewdialog.h"
#include "shell/page.h"

class QMenu;

namespace tane {

/// Choices for the printed kit that belong to the officer's computer, remembered in the settings.
struct KitChoices
{
    bool onlyChanged = false, largeKana = false, cropMarks = false, folded = false, landscape = false,
         blankPosters = false;
    int blankCards = 0;
    int groups = 8; ///< while none are made
    PosterPaper poster = PosterPaper::Shiroku;
    FormSheet::Paper paper = FormSheet::Paper::A4;
};
[[nodiscard]] KitChoices kitChoices(const Settings &settings);
void remember(Settings &settings, const KitChoices &choices);

/// The kit of the workshop shown, with what was chosen for its sheets.
struct PreparedKit
{
    Kit kit;
    KitChoices choices;
    std::vector<Material> materials;
    QStringList scenes;

    [[nodiscard]] KitPaperOptions paperOptions() const;
    /// As it is printed. Errors: those of makeKitForm and drawKitSheet.
    [[nodiscard]] Result<PreviewSheet> sheet(KitSheet kind) const;
    /// Those whose cards are printed and not noted as printed yet.
    [[nodiscard]] std::vector<qint64> unmarked() const;
    /// "受付簿_第1回研修会".
    [[nodiscard]] QString fileName(KitSheet kind) const;
};
[[nodiscard]] Result<PreparedKit> prepareKit(PageContext &context);

/// Opens the preview of a sheet of the kit over `parent`'s window. After name cards were printed or saved the
/// officer is asked whether they are noted as printed. Errors: those of loading and making.
[[nodiscard]] Result<PreviewDialog *> showKit(PageContext &context, KitSheet sheet, QWidget *parent);
/// Writes one sheet as PDF where the officer says. Gives the path; empty when cancelled.
[[nodiscard]] Result<QString> saveKitPdf(PageContext &context, KitSheet sheet, QWidget *parent);
/// Writes sheets as PDF files, numbered in their order, into a folder the officer chooses; those that need
/// groups and have none are left out. Gives the names written; none when cancelled.
[[nodiscard]] Result<QStringList> saveKitFolder(PageContext &context, const std::vector<KitSheet> &sheets,
                                                QWidget *parent);

/// The sheets that show the groups, as a menu; `open` is called with the one chosen, `all` for the page of
/// all sheets.
[[nodiscard]] QMenu *makeKitMenu(QWidget *parent, const std::function<void(KitSheet)> &open,
                                 const std::function<void()> &all);

} // namespace tane
