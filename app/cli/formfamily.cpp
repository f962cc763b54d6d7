#include "cli/formfamily.h"

#include "cli/console.h"
#include "exchange/formdocx.h"
#include "exchange/formworkbook.h"
#include "paper/formpaper.h"
#include "programme/cycle.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Forms", text);
}

const QString kProgramme = QStringLiteral("programme"), kWorkshop = QStringLiteral("workshop"),
              kPaper = QStringLiteral("paper");

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
    return fail(ErrorCode::Usage, tr("--%1 に番号を指定してください：%2").arg(option, choices(records)));
}

} // namespace

QString FormCall::value(const QString &option) const
{
    return parser->value(option);
}

bool FormCall::isSet(const QString &option) const
{
    return parser->isSet(option);
}

QString FormCall::suffix() const
{
    return QFileInfo(out).suffix().toLower();
}

QCommandLineOption programmeOption()
{
    return {kProgramme, tr("研修プログラムの番号（なければ、いちばん新しいもの）。"), QStringLiteral("ID")};
}

QCommandLineOption workshopOption()
{
    return {kWorkshop, tr("研修会の番号（一つだけなら要りません）。"), QStringLiteral("ID")};
}

QCommandLineOption paperOption()
{
    return {kPaper, tr("用紙：A4（初めの設定）か A3。"), QStringLiteral("PAPER")};
}

QString paperProblem(const FormCall &call)
{
    const QString name = call.value(kPaper).toUpper();
    return name.isEmpty() || name == QLatin1String("A4") || name == QLatin1String("A3")
               ? QString()
               : tr("--paper には A4 か A3 を指定してください。");
}

std::optional<FormSheet::Paper> paperOf(const FormCall &call)
{
    const QString name = call.value(kPaper).toUpper();
    if (name.isEmpty())
        return std::nullopt;
    return name == QLatin1String("A3") ? FormSheet::Paper::A3 : FormSheet::Paper::A4;
}

QString outProblem(const FormCall &call, const QStringList &suffixes)
{
    if (suffixes.contains(call.suffix()))
        return {};
    QStringList dotted;
    for (const QString &suffix : suffixes)
        dotted << u'.' + suffix;
    return suffixes.size() == 1
               ? tr("--out に %1 で終わるファイルを指定してください。").arg(dotted.front())
               : tr("--out に %1 のどれかで終わるファイルを指定してください。").arg(dotted.join(u'、'));
}

Result<qint64> chooseProgramme(Document &document, const FormCall &call)
{
    const QString programme = call.value(kProgramme), workshop = call.value(kWorkshop);
    if (programme.isEmpty() && !workshop.isEmpty()) {
        TANE_TRY(const auto workshops, WorkshopRepository(document).all());
        TANE_TRY(const Workshop asked, choose(workshops, workshop, kWorkshop));
        return asked.programme;
    }
    TANE_TRY(const auto programmes, CycleRepository(document).programmes());
    if (programmes.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("研修プログラムがまだありません。先に画面で研修プログラムを作ってください。"));
    if (!programme.isEmpty()) {
        TANE_TRY(const Programme asked, choose(programmes, programme, kProgramme));
        return asked.id;
    }
    const Programme &newest = programmes.front();
    if (programmes.size() > 1)
        print(tr("研修プログラム：%1（%2）。ほかのプログラムは --programme で指定できます：%3")
                  .arg(newest.title, programmeYears(newest), choices(programmes)));
    return newest.id;
}

Result<Workshop> chooseWorkshop(const std::vector<Workshop> &workshops, const FormCall &call)
{
    return choose(workshops, call.value(kWorkshop), kWorkshop);
}

Result<Workshop> chooseWorkshop(Document &document, const FormCall &call)
{
    TANE_TRY(const qint64 programme, chooseProgramme(document, call));
    TANE_TRY(const auto workshops, WorkshopRepository(document).of(programme));
    if (workshops.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("この研修プログラムにはまだ研修会がありません。先に画面で研修会を作ってください。"));
    return chooseWorkshop(workshops, call);
}

const QStringList &formSuffixes()
{
    static const QStringList suffixes{QStringLiteral("pdf"), QStringLiteral("xlsx"), QStringLiteral("docx"),
                                      QStringLiteral("png")};
    return suffixes;
}

Result<QStringList> writeFormFile(const QString &path, const FormSheet &sheet)
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

} // namespace tane::cli
