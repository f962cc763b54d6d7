// tane-cli handover: the pack for whoever takes over, in one folder.
#include "cli/console.h"
#include "cli/formfamily.h"
#include "paper/reportfiles.h"
#include "report/handover.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>
#include <QDir>

using namespace Qt::StringLiterals;

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Handover", text);
}

int wrongUsage(const QString &message)
{
    printError(message);
    printError(tr("使い方は tane-cli handover --help で表示されます。"));
    return WrongUsage;
}

Result<QStringList> write(const FormCall &call)
{
    TANE_TRY(const auto document, Document::open(call.file));
    TANE_TRY(const qint64 programme, chooseProgramme(*document, call));
    const QDate today = QDate::currentDate();
    TANE_TRY(const auto source, loadReportSource(*document, programme, today));
    TANE_TRY(const std::vector<HandoverNote> notes,
             RecordTable<HandoverNote>(*document).all(u"programme"_s, programme));
    TANE_TRY(const ReportDraft report,
             firstReport(*document, programme, source->cycle.programme.title, today));
    TANE_TRY(const std::vector<HandoverFile> files,
             handoverFiles(*source, notes, report, {.masked = !call.isSet(u"names"_s)}));
    return writeHandover(call.out, files, writeReportFile);
}

} // namespace

int handoverCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("引き継ぎ書、日程、報告書、参加者・人材・課題の一覧を、一つのフォルダ"
                                        "ーに PDF と Excel で書き出します。"
                                        "氏名は伏せます。"));
    parser.addOption(programmeOption());
    parser.addOption({u"names"_s, tr("氏名と連絡先を伏せずに書き出します。")});
    parser.addOption({{u"o"_s, u"out"_s}, tr("書き出すフォルダー。"), u"DIR"_s});
    parser.addPositionalArgument(u"FILE.tane"_s, tr("研修プログラムのファイル。"));
    if (const auto code = parse(parser, u"handover"_s, arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(tr("ファイルを一つ指定してください。"));
    if (parser.value(u"out"_s).isEmpty())
        return wrongUsage(tr("--out に書き出すフォルダーを指定してください。"));
    const FormCall call{.kind = u"handover"_s,
                        .file = parser.positionalArguments().constFirst(),
                        .out = parser.value(u"out"_s),
                        .parser = &parser};
    const auto written = write(call);
    if (!written)
        return reportOf(written.error(), call.file);
    for (const QString &name : *written)
        print(QDir::toNativeSeparators(QDir(call.out).filePath(name)));
    return Done;
}

} // namespace tane::cli
