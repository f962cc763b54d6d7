#include "printing/showsheet.h"

#include "printing/previewdialog.h"
#include "programme/evidence.h"
#include "shell/widgets.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

/// "次第_令和8年度_第1回研修会": which workshop or programme it is about, as far as a file name can say it.
QString suggestedName(SheetKind kind, const Cycle &cycle, qint64 workshop)
{
    QString title = cycle.programme.title;
    if (isWorkshopSheet(kind) && !cycle.workshops.empty()) {
        const auto found = std::ranges::find(cycle.workshops, workshop, &Workshop::id);
        title = (found != cycle.workshops.end() ? *found : cycle.workshops.front()).title;
    }
    const QString years = programmeYears(cycle.programme);
    if (!years.isEmpty() && title.startsWith(years))
        title = title.mid(years.size()); // it stands there already
    return withTitle(sheetFileName(kind, cycle.programme), title);
}

/// What the thread of evidence lacks, to be seen before a sheet of goals or plan goes out; empty when
/// nothing.
QString gapsOf(const EvidenceThread &thread)
{
    QStringList gaps;
    if (!thread.unmeasuredGoals.empty())
        gaps << QCoreApplication::translate("tane::ShowSheet", "測る設問のない短期の目標が%1件")
                    .arg(thread.unmeasuredGoals.size());
    if (!thread.aimlessItems.empty())
        gaps << QCoreApplication::translate("tane::ShowSheet", "どの目標にもつながっていない設問が%1件")
                    .arg(thread.aimlessItems.size());
    return gaps.isEmpty()
               ? QString()
               : QCoreApplication::translate("tane::ShowSheet",
                                             "%1あります。［根拠のつながり］で確かめてから印刷できます。")
                     .arg(gaps.join(u'、'));
}

bool isAboutGoals(SheetKind kind)
{
    return kind == SheetKind::Goals || kind == SheetKind::ProgrammePlan || kind == SheetKind::WorkshopDesign;
}

} // namespace

QString withTitle(const QString &name, const QString &title)
{
    constexpr int letters = 30;
    // What Windows does not take in file names.
    static const QRegularExpression forbidden(QStringLiteral("[\\x00-\\x1f<>:\"/\\\\|?*]"));
    QString clean = title;
    clean.replace(forbidden, QStringLiteral(" "));
    clean = clean.simplified();
    if (clean.size() > letters)
        clean.truncate(clean.at(letters - 1).isHighSurrogate() ? letters - 1 : letters);
    while (clean.endsWith(u'.') || clean.endsWith(u' '))
        clean.chop(1);
    return clean.isEmpty() ? name : QString(name + u'_' + clean);
}

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
    auto *dialog = new PreviewDialog(source, sheet, suggestedName(kind, cycle, options.workshop),
                                     context.dialogs, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (isAboutGoals(kind)) {
        const auto thread = evidenceThread(context.document, context.programme);
        if (const QString gaps = thread ? gapsOf(*thread) : thread.error().message; !gaps.isEmpty())
            dialog->notice()->show({Notice::Kind::Hint, gaps});
    }
    dialog->open();
    return dialog;
}

} // namespace tane
