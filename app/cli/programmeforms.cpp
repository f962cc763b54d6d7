// tane-cli forms for the sheets of a programme and its workshops.
#include "cli/formfamily.h"
#include "programme/sheets.h"

namespace tane::cli {

namespace {

Result<FormSheet> sheetOf(Document &document, SheetKind kind, const FormCall &call)
{
    TANE_TRY(const qint64 programme, chooseProgramme(document, call));
    TANE_TRY(const Cycle cycle, CycleRepository(document).load(programme));
    SheetOptions options;
    if (isWorkshopSheet(kind) && !cycle.workshops.empty()) {
        TANE_TRY(const Workshop workshop, chooseWorkshop(cycle.workshops, call));
        options.workshop = workshop.id;
    }
    TANE_TRY(options.prefecture, WorkshopRepository(document).prefecture());
    options.today = QDate::currentDate();
    options.paper = paperOf(call);
    return makeSheet(kind, cycle, options);
}

} // namespace

FormFamily programmeForms()
{
    FormFamily family;
    for (const SheetKind kind : allSheetKinds())
        family.kinds.push_back({sheetCode(kind), sheetTitle(kind)});
    family.options = {programmeOption(), workshopOption(), paperOption()};
    family.problem = [](const FormCall &call) {
        const QString paper = paperProblem(call);
        return paper.isEmpty() ? outProblem(call, formSuffixes()) : paper;
    };
    family.write = [](Document &document, const FormCall &call) -> Result<QStringList> {
        TANE_TRY(const FormSheet sheet, sheetOf(document, *sheetKindOf(call.kind), call));
        return writeFormFile(call.out, sheet);
    };
    return family;
}

} // namespace tane::cli
