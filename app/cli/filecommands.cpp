// tane-cli new, sample, import and check: the commands about a .tane file.
#include "base/textfold.h"
#include "cli/console.h"
#include "people/registry.h"
#include "programme/workshop.h"
#include "survey/sample.h"
#include "survey/surveyrepository.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Files", text);
}

int wrongUsage(const QString &command, const QString &message)
{
    printError(message);
    printError(tr("使い方は tane-cli %1 --help で表示されます。").arg(command));
    return WrongUsage;
}

Result<> createEmpty(const QString &path, const QString &prefecture)
{
    TANE_TRY(auto document, Document::create(path));
    if (prefecture.isEmpty())
        return {};
    TANE_CHECK(WorkshopRepository(*document).setPrefecture(prefecture));
    if (!prefectureNames().contains(tidy(prefecture))) {
        print(tr("「%1」は組み込みの一覧にないため、市町村は登録していません。").arg(prefecture));
        return {};
    }
    TANE_TRY([[maybe_unused]] const qint64 id, addPrefecture(*document, prefecture));
    return {};
}

const QString kApplicants = QStringLiteral("applicants"), kAnswers = QStringLiteral("answers");

std::optional<Wave> waveOf(const QString &name)
{
    if (name == QLatin1String("before"))
        return Wave::Before;
    if (name == QLatin1String("after"))
        return Wave::After;
    return name == QLatin1String("followup") ? std::optional(Wave::FollowUp) : std::nullopt;
}

} // namespace

int newCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("新しい .tane ファイルを作ります。"));
    const QCommandLineOption prefecture(QStringLiteral("prefecture"),
                                        tr("都道府県の名前。その市町村を名簿に登録します。"),
                                        QStringLiteral("NAME"));
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    tr("組み込みの見本（架空の県の研修）を入れます。"));
    parser.addOptions({prefecture, sample});
    parser.addPositionalArgument(QStringLiteral("FILE.tane"), tr("作るファイル。"));
    if (const auto code = parse(parser, QStringLiteral("new"), arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(QStringLiteral("new"), tr("作るファイルを一つ指定してください。"));
    const QString path = parser.positionalArguments().constFirst();
    const auto made = parser.isSet(sample) ? createSample(path, parser.value(prefecture))
                                           : createEmpty(path, parser.value(prefecture));
    if (!made) {
        // A folder that is missing is no unusable input here.
        const int code = reportOf(made.error(), path);
        return code == UnusableInput ? OtherFailure : code;
    }
    print(tr("作りました：%1").arg(QDir::toNativeSeparators(path)));
    return Done;
}

int sampleCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("見本の回答（架空の人）を before.xlsx と after.xlsx に書き出します。"));
    const QCommandLineOption out(QStringLiteral("out"), tr("書き出し先のフォルダー。"),
                                 QStringLiteral("DIR"));
    parser.addOption(out);
    if (const auto code = parse(parser, QStringLiteral("sample"), arguments))
        return *code;
    if (parser.value(out).isEmpty() || !parser.positionalArguments().isEmpty())
        return wrongUsage(QStringLiteral("sample"), tr("--out に書き出し先のフォルダーを指定してください。"));
    const auto written = writeSampleSheets(parser.value(out));
    if (!written)
        return report(written.error());
    for (const QString &name : {QStringLiteral("before.xlsx"), QStringLiteral("after.xlsx")})
        print(QDir::toNativeSeparators(QDir(parser.value(out)).filePath(name)));
    return Done;
}

Result<std::unique_ptr<Document>> openForImport(const QString &file, bool dryRun)
{
    TANE_TRY(auto document, Document::open(file));
    if (document->isReadOnly() && !dryRun)
        return std::unexpected(
            Error{ErrorCode::Locked,
                  tr("%1が開いているため、取り込めません。閉じてからもう一度実行してください。")
                      .arg(document->lockHolder()),
                  QFileInfo(file).fileName(),
                  {},
                  {},
                  {}});
    return document;
}

int importCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("申込みや回答、人材・センター・市町村の一覧、課題管理シートを .tane ファイルに取り込みます。"));
    const QCommandLineOption workshopOption(
        QStringLiteral("workshop"), tr("研修会の番号（調査票のある研修会が一つだけなら要りません）。"),
        QStringLiteral("ID"));
    const QCommandLineOption waveOption(
        QStringLiteral("wave"), tr("回答：before（研修前）、after（研修後）、followup（2～3か月後）。"),
        QStringLiteral("WAVE"));
    const QCommandLineOption dryRun(QStringLiteral("dry-run"),
                                    tr("読み取りだけを行い、ファイルは変えません。"));
    parser.addOptions({workshopOption, waveOption, dryRun});
    parser.addPositionalArgument(QStringLiteral("FILE.tane"), tr("取り込み先。"));
    parser.addPositionalArgument(
        QStringLiteral("KIND"),
        tr("取り込むものの種類：applicants（申込み）、answers（回答）、people（人材）、centres（センター）"
           "、municipalities（市町村）、control-sheet（課題管理シート）。"));
    parser.addPositionalArgument(QStringLiteral("F"),
                                 tr(".xlsx、.csv、または（申込み、回答、課題管理シートのとき）フォルダー。"));
    const QString command = QStringLiteral("import");
    if (const auto code = parse(parser, command, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    const auto listed = registerKindOf(given.value(1));
    const bool controlSheets = given.value(1) == QLatin1String("control-sheet");
    const bool known = listed || controlSheets || given.value(1) == kAnswers || given.value(1) == kApplicants;
    if (given.size() != 3 || !known)
        return wrongUsage(command,
                          tr("取り込み先、種類（applicants、answers、people、centres、municipalities、"
                             "control-sheet）、ファイルの順に指定してください。"));
    if (listed || controlSheets) {
        if (parser.isSet(workshopOption) || parser.isSet(waveOption))
            return wrongUsage(command,
                              tr("--workshop と --wave は、申込みか回答を取り込むときだけ使えます。"));
        if (controlSheets)
            return importControlSheets(given.at(0), given.at(2), parser.isSet(dryRun));
        return importRegister(given.at(0), *listed, given.at(2), parser.isSet(dryRun));
    }
    const QString waveName = parser.value(waveOption);
    if (given.at(1) == kApplicants && !waveName.isEmpty())
        return wrongUsage(command, tr("--wave は、回答を取り込むときだけ使えます。"));
    if (given.at(1) == kApplicants)
        return importApplicants(given.at(0), given.at(2), parser.value(workshopOption), parser.isSet(dryRun));
    const auto wave = waveOf(waveName);
    if (!wave)
        return wrongUsage(command, tr("--wave には before、after、followup のどれかを指定してください。"));
    return importAnswers(given.at(0), given.at(2), parser.value(workshopOption), *wave, parser.isSet(dryRun));
}

int checkCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr(".tane ファイルが壊れていないかを調べます。"));
    parser.addPositionalArgument(QStringLiteral("FILE.tane"), tr("調べるファイル。"));
    if (const auto code = parse(parser, QStringLiteral("check"), arguments))
        return *code;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(QStringLiteral("check"), tr("調べるファイルを一つ指定してください。"));
    const auto document = Document::open(parser.positionalArguments().constFirst());
    if (!document)
        return report(document.error());
    const auto checked = (*document)->check();
    if (!checked)
        return reportOf(checked.error(), parser.positionalArguments().constFirst());
    print(tr("問題は見つかりませんでした。"));
    return Done;
}

} // namespace tane::cli
