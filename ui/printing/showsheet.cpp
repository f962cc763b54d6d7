#include "printing/showsheet.h"

#include "printing/previewdialog.h"

#include <algorithm>

namespace tane {

Result<PreviewDialog *> showSheet(PageContext &context, SheetKind kind, qint64 workshop, QWidget *parent)
{
    TANE_TRY(const Cycle cycle, CycleRepository(context.document).load(context.programme));
    SheetOptions options;
    options.today = QDate::currentDate();
    options.workshop = workshop != 0 ? workshop : context.workshop;
    // The workshop shown may belong to another programme.
    if (workshop == 0 &&
        std::ranges::find(cycle.workshops, options.workshop, &Workshop::id) == cycle.workshops.end())
        options.workshop = 0;
    TANE_TRY(options.prefecture, WorkshopRepository(context.document).prefecture());
    TANE_TRY(const FormSheet sheet, makeSheet(kind, cycle, options));
    const FormSource source = [kind, cycle, options](FormSheet::Paper paper) {
        SheetOptions wanted = options;
        wanted.paper = paper;
        return makeSheet(kind, cycle, wanted);
    };
    auto *dialog =
        new PreviewDialog(source, sheet, sheetFileName(kind, cycle.programme), context.dialogs, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace tane
