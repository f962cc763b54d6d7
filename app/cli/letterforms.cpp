// tane-cli forms for letters and the leaflet: one for all, one each, or the list for mail merge.
#include "cli/console.h"
#include "cli/formfamily.h"
#include "cli/outputfolder.h"
#include "exchange/letterdocx.h"
#include "paper/letterpaper.h"
#include "participants/letters.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Forms", text);
}

const QString kFormat = QStringLiteral("format");

Result<> writeAs(const QString &suffix, const QString &path, const std::vector<LetterDocument> &letters)
{
    return suffix == QLatin1String("docx") ? writeLettersDocx(path, letters)
                                           : writePagesPdf(path, letterPaper(letters));
}

/// What is missing goes out marked; here it is said, too.
void sayMissing(const LetterSource &source, LetterKind kind)
{
    const QStringList missing = missingFields(source, kind);
    if (!missing.isEmpty())
        printError(tr("まだ決まっていないところがあります（「（未定）」と入ります）：%1")
                       .arg(missing.join(QStringLiteral("、"))));
}

Result<QStringList> writeEach(const FormCall &call, const LetterSource &source, LetterKind kind,
                              const std::vector<LetterRecipient> &recipients)
{
    const QString format = call.isSet(kFormat) ? call.value(kFormat).toLower() : QStringLiteral("docx");
    TANE_TRY(OutputFolder folder, OutputFolder::prepare(call.out));
    TANE_TRY(QStringList names,
             writeLetterFiles(folder.folder().path(), source, kind, recipients, format,
                              [&format](const QString &path, const std::vector<LetterDocument> &letters) {
                                  return writeAs(format, path, letters);
                              }));
    TANE_CHECK(folder.commit(false));
    for (QString &name : names)
        name = QDir(call.out).filePath(name);
    return names;
}

Result<QStringList> write(Document &document, const FormCall &call)
{
    const LetterKind kind = *letterKindOf(call.kind);
    TANE_TRY(const Workshop workshop, chooseWorkshop(document, call));
    TANE_TRY(const LetterSource source, loadLetterSource(document, workshop.id, QDate::currentDate()));
    std::vector<LetterRecipient> recipients = letterRecipients(source, kind);
    std::erase_if(recipients, [](const LetterRecipient &one) { return !one.chosen; });
    const QString suffix = call.suffix();
    const bool each = !formSuffixes().contains(suffix);
    if (recipients.empty() && (each || isPersonal(kind) || suffix == QLatin1String("xlsx")))
        return fail(ErrorCode::NothingUnderstood, tr("この文書の宛先になる方や市町村が、まだいません。"));
    sayMissing(source, kind);
    if (each)
        return writeEach(call, source, kind, recipients);
    if (suffix == QLatin1String("xlsx")) {
        TANE_CHECK(writeMergeWorkbook(call.out, source, kind, recipients));
        return QStringList{call.out};
    }
    const std::vector<LetterDocument> letters =
        isPersonal(kind) ? makeLetters(source, kind, recipients) : std::vector{makeLetter(source, kind)};
    if (suffix == QLatin1String("png"))
        return writePagesPng(call.out, letterPaper(letters));
    TANE_CHECK(writeAs(suffix, call.out, letters));
    return QStringList{call.out};
}

QString problemOf(const FormCall &call)
{
    const QString format = call.value(kFormat).toLower();
    if (!format.isEmpty() && format != QLatin1String("pdf") && format != QLatin1String("docx"))
        return tr("この文書の --format には pdf か docx を指定してください。");
    return letterKindOf(call.kind) == LetterKind::Leaflet ? outProblem(call, formSuffixes()) : QString();
}

} // namespace

FormFamily letterForms()
{
    FormFamily family;
    for (const LetterKind kind : allLetterKinds())
        family.kinds.push_back({letterCode(kind), letterTitle(kind)});
    family.options = {programmeOption(),
                      workshopOption(),
                      {kFormat,
                       tr("案内・通知をフォルダーへ宛先ごとに書き出すときの種類：docx（初めの設定）、pdf。"),
                       QStringLiteral("F")}};
    family.problem = problemOf;
    family.write = write;
    return family;
}

} // namespace tane::cli
