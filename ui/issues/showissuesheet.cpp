#include "issues/showissuesheet.h"

#include "issues/controlsheetfiles.h"
#include "paper/logicpaper.h"
#include "people/registry.h"
#include "printing/previewdialog.h"
#include "programme/workshop.h"

#include <QFileInfo>

namespace tane {

namespace {

Result<IssueSheetOptions> optionsOf(PageContext &context)
{
    IssueSheetOptions options;
    options.today = QDate::currentDate();
    TANE_TRY(options.prefecture, WorkshopRepository(context.document).prefecture());
    return options;
}

PreviewDialog *opened(PreviewDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

/// Drawn on the page, a table in files that are worked on.
Result<PreviewDialog *> showLogicModel(PageContext &context, qint64 id, QWidget *parent)
{
    TANE_TRY(IssueSheetOptions options, optionsOf(context));
    TANE_TRY(const LogicContent content, loadLogicModel(context.document, id));
    TANE_TRY(const Registry registry, loadRegistry(context.document));
    if (const Municipality *place = registry.municipality(content.model.municipality))
        options.place = place->name;
    PreviewSheet sheet;
    sheet.name = issueSheetTitle(IssueSheetKind::LogicModel);
    sheet.pages = std::make_shared<const PaperPages>(logicModelPages(content, options));
    sheet.form = makeLogicModelSheet(content, options);
    const PreviewSource source = [sheet](int) -> Result<PreviewSheet> { return sheet; };
    return opened(new PreviewDialog(source, sheet, {}, 0, issueSheetFileName(IssueSheetKind::LogicModel, id),
                                    context.dialogs, parent));
}

/// The file of a control sheet says whose it is: many of them lie in one folder.
Result<QString> fileNameOf(Document &document, IssueSheetKind kind, qint64 id)
{
    if (kind != IssueSheetKind::ControlSheet || id == 0)
        return issueSheetFileName(kind, id);
    TANE_TRY(const ControlSheet sheet, RecordTable<ControlSheet>(document).load(id));
    TANE_TRY(const Registry registry, loadRegistry(document));
    const Municipality *place = registry.municipality(sheet.municipality);
    return QFileInfo(controlSheetFileName(place != nullptr ? place->name : QString(), sheet.year))
        .completeBaseName();
}

} // namespace

Result<PreviewDialog *> showIssueForm(PageContext &context, const IssueSheetSource &make,
                                      const QString &fileName, QWidget *parent)
{
    TANE_TRY(const IssueSheetOptions options, optionsOf(context));
    TANE_TRY(const FormSheet sheet, make(options));
    const FormSource source = [make, options](FormSheet::Paper paper) {
        IssueSheetOptions wanted = options;
        wanted.paper = paper;
        return make(wanted);
    };
    return opened(new PreviewDialog(source, sheet, fileName, context.dialogs, parent));
}

Result<PreviewDialog *> showIssueSheet(PageContext &context, IssueSheetKind kind, qint64 id, QWidget *parent)
{
    if (kind == IssueSheetKind::LogicModel)
        return showLogicModel(context, id, parent);
    const IssueSheetSource make = [&document = context.document, kind, id](const IssueSheetOptions &options) {
        return makeIssueSheet(document, kind, id, options);
    };
    TANE_TRY(const QString name, fileNameOf(context.document, kind, id));
    return showIssueForm(context, make, name, parent);
}

} // namespace tane
