#include "people/showpeoplesheet.h"

#include "issues/sheetmentions.h"
#include "printing/previewdialog.h"
#include "programme/workshop.h"

namespace tane {

Result<PreviewDialog *> showPeopleSheet(PageContext &context, PeopleSheetKind kind, qint64 id,
                                        QWidget *parent)
{
    TANE_TRY(Registry loaded, loadRegistry(context.document));
    const auto registry = std::make_shared<const Registry>(std::move(loaded));
    PeopleSheetOptions options;
    options.today = QDate::currentDate();
    TANE_TRY(options.prefecture, WorkshopRepository(context.document).prefecture());
    TANE_TRY(options.issues, sheetMentions(context.document, kind, id));
    const auto make = [&document = context.document, registry, kind, id](const PeopleSheetOptions &wanted) {
        return kind == PeopleSheetKind::Municipality ? makeMunicipalitySheet(document, *registry, id, wanted)
                                                     : makePersonSheet(document, *registry, id, wanted);
    };
    TANE_TRY(const FormSheet sheet, make(options));
    const FormSource source = [make, options](FormSheet::Paper paper) {
        PeopleSheetOptions wanted = options;
        wanted.paper = paper;
        return make(wanted);
    };
    auto *dialog =
        new PreviewDialog(source, sheet, peopleSheetFileName(kind, *registry, id), context.dialogs, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace tane
