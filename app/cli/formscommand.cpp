// tane-cli forms: a sheet as PDF, Excel workbook, Word document or picture.
#include "cli/console.h"
#include "cli/formfamily.h"

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

/// All families, in the order the help lists them.
const std::vector<FormFamily> &families()
{
    static const std::vector<FormFamily> all{
        programmeForms(), peopleForms(),      kitForms(),   questionnaireForms(),
        letterForms(),    applicationForms(), issueForms(),
    };
    return all;
}

QString kindList()
{
    QString list;
    for (const FormFamily &family : families())
        for (const FormFamily::Kind &kind : family.kinds)
            list += QStringLiteral("  %1 %2\n").arg(kind.code.leftJustified(20), kind.title);
    return list;
}

/// The options of all families, each once.
QList<QCommandLineOption> allOptions()
{
    QList<QCommandLineOption> options;
    for (const FormFamily &family : families())
        for (const QCommandLineOption &option : family.options) {
            const auto same = std::ranges::find(options, option.names(), &QCommandLineOption::names);
            if (same == options.end())
                options << option;
            else if (!same->description().contains(option.description()))
                same->setDescription(QString(same->description() + u' ' + option.description()));
        }
    return options;
}

const FormFamily *familyOf(const QString &kind)
{
    for (const FormFamily &family : families())
        if (std::ranges::find(family.kinds, kind, &FormFamily::Kind::code) != family.kinds.end())
            return &family;
    return nullptr;
}

/// An option that this family does not know was set.
bool hasForeignOption(const FormFamily &family, const FormCall &call)
{
    return std::ranges::any_of(allOptions(), [&](const QCommandLineOption &option) {
        return call.isSet(option.names().front()) &&
               std::ranges::find(family.options, option.names(), &QCommandLineOption::names) ==
                   family.options.end();
    });
}

int wrongUsage(const QString &message)
{
    printError(message);
    printError(tr("使い方は tane-cli forms --help で表示されます。"));
    return WrongUsage;
}

int write(const FormFamily &family, const FormCall &call)
{
    const auto document = Document::open(call.file);
    if (!document)
        return report(document.error());
    const auto written = family.write(**document, call);
    if (!written) {
        Error error = written.error();
        if (error.file.isEmpty() && error.code != ErrorCode::Usage)
            error.file = QFileInfo(call.file).fileName();
        return report(error);
    }
    for (const QString &file : *written)
        print(QDir::toNativeSeparators(file));
    return Done;
}

} // namespace

int formsCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("研修プログラムと人材の様式、研修会の印刷物、地域課題の様式を書き出します。"
           "まだ入力していないところは、手書きできる空欄になります。\n"
           "KIND は次のどれかです。\n") +
        kindList());
    const QString out = QStringLiteral("out");
    parser.addOptions(allOptions());
    parser.addOption(
        {out,
         tr("書き出すファイル。種類は末尾で決まります：.pdf、.xlsx、.docx、.png（何枚かあるときは F-1.png "
            "から）。person、municipality、self-assessment、control-sheet "
            "はフォルダーも指定でき、全員・全市町村の分を1つずつ"
            "のファイルにします。"),
         QStringLiteral("F")});
    parser.addPositionalArgument(QStringLiteral("FILE.tane"), tr("研修プログラムのファイル。"));
    parser.addPositionalArgument(QStringLiteral("KIND"), tr("様式の種類。"));
    if (const auto code = parse(parser, QStringLiteral("forms"), arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    if (given.size() != 2)
        return wrongUsage(tr("ファイルと様式の種類を指定してください。"));
    const FormFamily *family = familyOf(given.at(1));
    if (family == nullptr) {
        printError(tr("「%1」という様式はありません。次のどれかを指定してください。").arg(given.at(1)));
        printError(kindList().chopped(1));
        return WrongUsage;
    }
    const FormCall call{
        .kind = given.at(1), .file = given.at(0), .out = parser.value(out), .parser = &parser};
    if (call.out.isEmpty())
        return wrongUsage(tr("--out に書き出すファイルを指定してください。"));
    if (hasForeignOption(*family, call))
        return wrongUsage(tr("この様式に使えない指定があります。"));
    if (const QString problem = family->problem(call); !problem.isEmpty())
        return wrongUsage(problem);
    return write(*family, call);
}

} // namespace tane::cli
