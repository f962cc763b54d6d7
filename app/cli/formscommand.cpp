// tane-cli forms: a sheet of a programme or about people as PDF, Excel workbook, Word document or picture.
#include "cli/console.h"
#include "cli/peopleforms.h"
#include "programme/sheets.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <array>

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
    std::optional<PeopleFormsRequest> people; ///< when it is a sheet about people
};

QString kindList()
{
    QString list;
    for (const SheetKind kind : allSheetKinds())
        list += QStringLiteral("  %1 %2\n").arg(sheetCode(kind).leftJustified(17), sheetTitle(kind));
    for (const PeopleSheetKind kind : allPeopleSheetKinds())
        list +=
            QStringLiteral("  %1 %2\n").arg(peopleSheetCode(kind).leftJustified(17), peopleSheetTitle(kind));
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

/// The options of the sheets about people.
struct PeopleOptions
{
    QCommandLineOption person{QStringLiteral("person"), tr("支援訪問票・自己評価シート：名簿の方の番号。"),
                              QStringLiteral("ID")};
    QCommandLineOption municipality{QStringLiteral("municipality"),
                                    tr("市町村票・レベル一覧：市町村の名前かコード。"),
                                    QStringLiteral("NAME")};
    QCommandLineOption area{QStringLiteral("area"), tr("レベル一覧：圏域の名前。"), QStringLiteral("NAME")};
    QCommandLineOption since{QStringLiteral("since"),
                             tr("レベル一覧：矢印で動きを示す起点の日（なければ、今年度の初日）。"),
                             QStringLiteral("DATE")};
    QCommandLineOption format{QStringLiteral("format"),
                              tr("フォルダーへ書き出すときの種類：pdf、xlsx、docx、png。"),
                              QStringLiteral("F")};
    QCommandLineOption masked{QStringLiteral("masked"),
                              tr("お名前を M01 からの番号にし、連絡先を載せません。")};

    void addTo(QCommandLineParser &parser) const
    {
        parser.addOptions({person, municipality, area, since, format, masked});
    }
    [[nodiscard]] bool anySet(const QCommandLineParser &parser) const
    {
        return std::ranges::any_of(std::array{&person, &municipality, &area, &since, &format, &masked},
                                   [&](const QCommandLineOption *each) { return parser.isSet(*each); });
    }
};

std::optional<int> readArguments(const QStringList &arguments, Request &request)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("研修プログラムと人材の様式を書き出します。まだ入力していないところは"
                                        "、手書きできる空欄になります。\n"
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
           "から）。person、municipality、self-assessment はフォルダーも指定でき、全員・全市町村の分を1つずつ"
           "のファイルにします。"),
        QStringLiteral("F"));
    const PeopleOptions people;
    parser.addOptions({programme, workshop, paper, out});
    people.addTo(parser);
    parser.addPositionalArgument(QStringLiteral("FILE.tane"), tr("研修プログラムのファイル。"));
    parser.addPositionalArgument(QStringLiteral("KIND"), tr("様式の種類。"));
    if (const auto code = parse(parser, QStringLiteral("forms"), arguments))
        return code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2)
        return wrongUsage(tr("ファイルと様式の種類を指定してください。"));
    const auto kind = sheetKindOf(given.at(1));
    const auto aboutPeople = peopleSheetKindOf(given.at(1));
    if (!kind && !aboutPeople) {
        printError(tr("「%1」という様式はありません。次のどれかを指定してください。").arg(given.at(1)));
        printError(kindList().chopped(1));
        return WrongUsage;
    }
    const QString paperName = parser.value(paper).toUpper();
    if (!paperName.isEmpty() && paperName != QLatin1String("A4") && paperName != QLatin1String("A3"))
        return wrongUsage(tr("--paper には A4 か A3 を指定してください。"));
    const QString file = parser.value(out), format = parser.value(people.format).toLower();
    if (!format.isEmpty() && !formSuffixes().contains(format))
        return wrongUsage(tr("--format には pdf、xlsx、docx、png のどれかを指定してください。"));
    if (file.isEmpty() || (kind && !formSuffixes().contains(QFileInfo(file).suffix().toLower())))
        return wrongUsage(
            tr("--out に .pdf、.xlsx、.docx、.png のどれかで終わるファイルを指定してください。"));
    const bool ofProgramme = parser.isSet(programme) || parser.isSet(workshop);
    if ((kind && people.anySet(parser)) || (aboutPeople && ofProgramme))
        return wrongUsage(tr("この様式に使えない指定があります。"));
    request.file = given.at(0);
    request.out = file;
    request.programme = parser.value(programme);
    request.workshop = parser.value(workshop);
    if (kind)
        request.kind = *kind;
    if (!paperName.isEmpty())
        request.paper = paperName == QLatin1String("A3") ? FormSheet::Paper::A3 : FormSheet::Paper::A4;
    if (aboutPeople)
        request.people = {.file = request.file,
                          .out = file,
                          .kind = *aboutPeople,
                          .person = parser.value(people.person),
                          .municipality = parser.value(people.municipality),
                          .area = parser.value(people.area),
                          .since = parser.value(people.since),
                          .format = format,
                          .paper = request.paper,
                          .masked = parser.isSet(people.masked)};
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
    const auto written = [&]() -> Result<QStringList> {
        if (request.people)
            return writePeopleForms(**document, *request.people);
        auto sheet = sheetOf(**document, request);
        if (!sheet) {
            if (sheet.error().file.isEmpty() && sheet.error().code != ErrorCode::Usage)
                sheet.error().file = QFileInfo(request.file).fileName();
            return std::unexpected(sheet.error());
        }
        return writeFormFile(request.out, *sheet);
    }();
    if (!written) {
        Error error = written.error();
        if (request.people && error.file.isEmpty() && error.code != ErrorCode::Usage)
            error.file = QFileInfo(request.file).fileName();
        return report(error);
    }
    for (const QString &file : *written)
        print(QDir::toNativeSeparators(file));
    return Done;
}

} // namespace tane::cli
