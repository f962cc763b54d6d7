// tane-cli forms: a sheet of a programme as PDF, Excel workbook, Word document or picture.
#include "cli/console.h"
#include "exchange/formdocx.h"
#include "exchange/formworkbook.h"
#include "paper/formpaper.h"
#include "programme/sheets.h"

#include <QCommandLineParser>
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

struct Request
{
    QString file, out, programme, workshop;
    SheetKind kind = SheetKind::Goals;
    std::optional<FormSheet::Paper> paper;
};

QString kindList()
{
    QString list;
    for (const SheetKind kind : allSheetKinds())
        list += QStringLiteral("  %1 %2\n").arg(sheetCode(kind).leftJustified(17), sheetTitle(kind));
    return list;
}

int wrongUsage(const QString &message)
{
    printError(message);
    printError(tr("使い方は tane-cli forms --help で表示されます。"));
    return WrongUsage;
}

/// "コーディネーター研修 令和8年度": cycles of the same name differ in their years.
QString named(const Programme &programme)
{
    const QString years = programmeYears(programme);
    return years.isEmpty() || programme.title.startsWith(years) ? programme.title
                                                                : QString(programme.title + u' ' + years);
}

QString named(const Workshop &workshop)
{
    return workshop.title;
}

/// "3（コーディネーター研修 令和8年度）、4（…）".
template<class T>
QString choices(const std::vector<T> &records)
{
    QStringList names;
    for (const T &record : records)
        names << QStringLiteral("%1（%2）").arg(QString::number(record.id), named(record));
    return names.join(QStringLiteral("、"));
}

/// The one with this number, or the only one there is.
template<class T>
Result<T> choose(const std::vector<T> &records, const QString &id, const QString &option)
{
    if (id.isEmpty() && records.size() == 1)
        return records.front();
    for (const T &record : records)
        if (QString::number(record.id) == id)
            return record;
    return fail(ErrorCode::Usage, tr("%1 に番号を指定してください：%2").arg(option, choices(records)));
}

/// The programme asked for; with a workshop the one it belongs to; else the newest that is not put away.
Result<qint64> chooseProgramme(Document &document, const Request &request)
{
    if (request.programme.isEmpty() && !request.workshop.isEmpty()) {
        TANE_TRY(const auto workshops, WorkshopRepository(document).all());
        TANE_TRY(const Workshop workshop, choose(workshops, request.workshop, QStringLiteral("--workshop")));
        return workshop.programme;
    }
    TANE_TRY(const auto programmes, CycleRepository(document).programmes());
    if (programmes.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("研修プログラムがまだありません。先に画面で研修プログラムを作ってください。"));
    if (!request.programme.isEmpty()) {
        TANE_TRY(const Programme asked, choose(programmes, request.programme, QStringLiteral("--programme")));
        return asked.id;
    }
    const Programme &newest = programmes.front();
    if (programmes.size() > 1)
        print(tr("研修プログラム：%1（%2）。ほかのプログラムは --programme で指定できます：%3")
                  .arg(newest.title, programmeYears(newest), choices(programmes)));
    return newest.id;
}

Result<FormSheet> sheetOf(Document &document, const Request &request)
{
    TANE_TRY(const qint64 programme, chooseProgramme(document, request));
    TANE_TRY(const Cycle cycle, CycleRepository(document).load(programme));
    SheetOptions options;
    if (isWorkshopSheet(request.kind) && !cycle.workshops.empty()) {
        TANE_TRY(const Workshop workshop,
                 choose(cycle.workshops, request.workshop, QStringLiteral("--workshop")));
        options.workshop = workshop.id;
    }
    TANE_TRY(options.prefecture, WorkshopRepository(document).prefecture());
    options.today = QDate::currentDate();
    options.paper = request.paper;
    return makeSheet(request.kind, cycle, options);
}

/// Gives the files written.
Result<QStringList> write(const QString &path, const FormSheet &sheet)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return writeFormPng(path, sheet);
    if (suffix == QLatin1String("pdf"))
        TANE_CHECK(writeFormPdf(path, sheet));
    else if (suffix == QLatin1String("xlsx"))
        TANE_CHECK(writeFormXlsx(path, sheet));
    else
        TANE_CHECK(writeFormDocx(path, sheet));
    return QStringList{path};
}

std::optional<int> readArguments(const QStringList &arguments, Request &request)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("研修プログラムの様式を書き出します。まだ入力していないところは、手書きできる空欄になります。\n"
           "KIND は次のどれかです。\n") +
        kindList());
    const QCommandLineOption programme(QStringLiteral("programme"),
                                       tr("研修プログラムの番号（なければ、いちばん新しいもの）。"),
                                       QStringLiteral("ID"));
    const QCommandLineOption workshop(QStringLiteral("workshop"),
                                      tr("研修会の番号（一つだけなら要りません）。"), QStringLiteral("ID"));
    const QCommandLineOption paper(QStringLiteral("paper"), tr("用紙：A4（初めの設定）か A3。"),
                                   QStringLiteral("A4|A3"));
    const QCommandLineOption out(
        QStringLiteral("out"),
        tr("書き出すファイル。種類は末尾で決まります：.pdf、.xlsx、.docx、.png（何枚かあるときは F-1.png "
           "から）。"),
        QStringLiteral("F"));
    parser.addOptions({programme, workshop, paper, out});
    parser.addPositionalArgument(QStringLiteral("FILE.tane"), tr("研修プログラムのファイル。"));
    parser.addPositionalArgument(QStringLiteral("KIND"), tr("様式の種類。"));
    if (const auto code = parse(parser, QStringLiteral("forms"), arguments))
        return code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2)
        return wrongUsage(tr("ファイルと様式の種類を指定してください。"));
    const auto kind = sheetKindOf(given.at(1));
    if (!kind) {
        printError(tr("「%1」という様式はありません。次のどれかを指定してください。").arg(given.at(1)));
        printError(kindList().chopped(1));
        return WrongUsage;
    }
    const QString paperName = parser.value(paper).toUpper();
    if (!paperName.isEmpty() && paperName != QLatin1String("A4") && paperName != QLatin1String("A3"))
        return wrongUsage(tr("--paper には A4 か A3 を指定してください。"));
    const QStringList suffixes{QStringLiteral("pdf"), QStringLiteral("xlsx"), QStringLiteral("docx"),
                               QStringLiteral("png")};
    if (!suffixes.contains(QFileInfo(parser.value(out)).suffix().toLower()))
        return wrongUsage(
            tr("--out に .pdf、.xlsx、.docx、.png のどれかで終わるファイルを指定してください。"));
    request = {given.at(0), parser.value(out), parser.value(programme), parser.value(workshop), *kind, {}};
    if (!paperName.isEmpty())
        request.paper = paperName == QLatin1String("A3") ? FormSheet::Paper::A3 : FormSheet::Paper::A4;
    return std::nullopt;
}

} // namespace

int formsCommand(const QStringList &arguments)
{
    Request request;
    if (const auto code = readArguments(arguments, request))
        return *code;
    const auto document = Document::open(request.file);
    if (!document)
        return report(document.error());
    const auto sheet = sheetOf(**document, request);
    if (!sheet) {
        Error error = sheet.error();
        if (error.file.isEmpty() && error.code != ErrorCode::Usage)
            error.file = QFileInfo(request.file).fileName();
        return report(error);
    }
    const auto written = write(request.out, *sheet);
    if (!written)
        return report(written.error());
    for (const QString &file : *written)
        print(QDir::toNativeSeparators(file));
    return Done;
}

} // namespace tane::cli
