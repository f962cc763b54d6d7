// tane-cli report: the report of a cycle as a Word document, PDF or workbook.
#include "cli/console.h"
#include "cli/formfamily.h"
#include "paper/reportfiles.h"
#include "report/composer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Report", text);
}

int wrongUsage(const QString &message)
{
    printError(message);
    printError(tr("使い方は tane-cli report --help で表示されます。"));
    return WrongUsage;
}

/// The stored report of that number, the only one, or the standard one when none was made.
Result<ReportDraft> chooseReport(Document &document, qint64 programme, const QString &id)
{
    TANE_TRY(const std::vector<Report> reports, reportsOf(document, programme));
    const auto wanted =
        id.isEmpty() ? reports.begin() : std::ranges::find(reports, id.toLongLong(), &Report::id);
    if (!id.isEmpty() && wanted == reports.end())
        return fail(ErrorCode::Usage, tr("番号 %1 の報告書は、このプログラムにありません。").arg(id));
    if (reports.empty()) {
        TANE_TRY(const Cycle cycle, CycleRepository(document).load(programme));
        return standardReport(programme, cycle.programme.title, QDate::currentDate());
    }
    if (id.isEmpty() && reports.size() > 1) {
        QStringList known;
        for (const Report &report : reports)
            known << u"%1 %2"_s.arg(QString::number(report.id), report.title);
        return fail(
            ErrorCode::Usage,
            tr("報告書が複数あります。--report で番号を指定してください：%1").arg(known.join(tr("、"))));
    }
    TANE_TRY(std::vector<ReportSection> sections, sectionsOf(document, wanted->id));
    return ReportDraft{*wanted, std::move(sections)};
}

Result<> write(const FormCall &call, const QString &out)
{
    TANE_TRY(const auto document, Document::open(call.file));
    TANE_TRY(const qint64 programme, chooseProgramme(*document, call));
    TANE_TRY(ReportDraft draft, chooseReport(*document, programme, call.value(u"report"_s)));
    draft.report.external = draft.report.external || call.isSet(u"external"_s);
    TANE_TRY(const auto source, loadReportSource(*document, programme, QDate::currentDate()));
    TANE_TRY(const ComposedReport composed, composeReport(*source, draft.report, draft.sections));
    for (const UnknownField &field : composed.unknown)
        printError(field.toString());
    return writeReportFile(out, composed.document);
}

} // namespace

int reportCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr(
        "研修プログラムの報告書を Word・PDF・Excel に書き出します。報告書を作っていないファイルでは、標準の"
        "章立てで作ります。"));
    parser.addOption(programmeOption());
    parser.addOption({u"report"_s, tr("報告書の番号（一つだけなら要りません）。"), u"ID"_s});
    parser.addOption({u"external"_s, tr("外部提供用：少人数の値と氏名を伏せます。")});
    parser.addOption(
        {u"format"_s, tr("docx、pdf、xlsx。なければファイル名の末尾で決まります。"), u"FORMAT"_s});
    parser.addOption({{u"o"_s, u"out"_s}, tr("書き出すファイル。"), u"F"_s});
    parser.addPositionalArgument(u"FILE.tane"_s, tr("研修プログラムのファイル。"));
    if (const auto code = parse(parser, u"report"_s, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(tr("ファイルを一つ指定してください。"));
    QString out = parser.value(u"out"_s);
    if (out.isEmpty())
        return wrongUsage(tr("--out に書き出すファイルを指定してください。"));
    const QString format = parser.value(u"format"_s);
    if (!format.isEmpty() && QFileInfo(out).suffix().toLower() != format)
        out += u'.' + format;
    if (!reportSuffixes().contains(QFileInfo(out).suffix().toLower()))
        return wrongUsage(tr("書き出すファイルの末尾は .docx、.pdf、.xlsx のどれかにしてください。"));
    const FormCall call{.kind = u"report"_s,
                        .file = parser.positionalArguments().constFirst(),
                        .out = out,
                        .parser = &parser};
    const auto written = write(call, out);
    if (!written)
        return reportOf(written.error(), call.file);
    print(QDir::toNativeSeparators(out));
    return Done;
}

} // namespace tane::cli
