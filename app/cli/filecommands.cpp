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

/// Reports an error about the file; one that does not name it (from deep inside the database) gets its name.
int reportOf(Error error, const QString &path)
{
    if (error.file.isEmpty() && error.code != ErrorCode::Usage)
        error.file = QFileInfo(path).fileName();
    return report(error);
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

/// The workshop named by id, or the only one that answers can be for: the only one there is, or the only one
/// with a questionnaire.
Result<Workshop> chooseWorkshop(Document &document, const QString &id)
{
    TANE_TRY(const auto all, WorkshopRepository(document).all());
    if (id.isEmpty() && all.size() == 1)
        return all.front();
    const auto asks = [](const Workshop &workshop) { return workshop.questionnaire != 0; };
    if (id.isEmpty() && std::ranges::count_if(all, asks) == 1)
        return *std::ranges::find_if(all, asks);
    for (const Workshop &workshop : all) {
        if (QString::number(workshop.id) == id)
            return workshop;
    }
    QStringList known;
    for (const Workshop &workshop : all)
        known << QStringLiteral("%1（%2）").arg(QString::number(workshop.id), workshop.title);
    if (all.empty())
        return fail(ErrorCode::NothingUnderstood,
                    tr("研修会がまだありません。先に画面で研修会を作ってください。"));
    return fail(ErrorCode::Usage,
                tr("--workshop に研修会の番号を指定してください：%1").arg(known.join(QStringLiteral("、"))));
}

Error alreadyImported(const ImportInfo &import, const QString &path)
{
    return Error{ErrorCode::Conflict,
                 tr("同じ内容の回答を %1 "
                    "に「%2」から取り込んでいます。同じ方を二重に数えないよう、取り込みませんでした。"
                    "入れ直すときは、先に画面でその取り込みを取り消してください。")
                     .arg(import.importedAt.toString(QStringLiteral("yyyy-MM-dd HH:mm")), import.source),
                 QFileInfo(path).fileName(),
                 {},
                 {},
                 {}};
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

int importCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("回答や、人材・センター・市町村の一覧、課題管理シートを .tane ファイルに取り込みます。"));
    const QCommandLineOption workshopOption(
        QStringLiteral("workshop"), tr("研修会の番号（調査票のある研修会が一つだけなら要りません）。"),
        QStringLiteral("ID"));
    const QCommandLineOption waveOption(QStringLiteral("wave"), tr("before（研修前）か after（研修後）。"),
                                        QStringLiteral("WAVE"));
    const QCommandLineOption dryRun(QStringLiteral("dry-run"),
                                    tr("読み取りだけを行い、ファイルは変えません。"));
    parser.addOptions({workshopOption, waveOption, dryRun});
    parser.addPositionalArgument(QStringLiteral("FILE.tane"), tr("取り込み先。"));
    parser.addPositionalArgument(QStringLiteral("KIND"),
                                 tr("取り込むものの種類：answers（回答）、people（人材）、centres（センター）"
                                    "、municipalities（市町村）、control-sheet（課題管理シート）。"));
    parser.addPositionalArgument(QStringLiteral("F"),
                                 tr(".xlsx、.csv、または（回答と課題管理シートのとき）フォルダー。"));
    const QString command = QStringLiteral("import");
    if (const auto code = parse(parser, command, arguments))
        return *code;
    const QStringList given = parser.positionalArguments();
    const auto listed = registerKindOf(given.value(1));
    const bool controlSheets = given.value(1) == QLatin1String("control-sheet");
    if (given.size() != 3 || (given.at(1) != QLatin1String("answers") && !listed && !controlSheets))
        return wrongUsage(command,
                          tr("取り込み先、種類（answers、people、centres、municipalities、control-sheet）、"
                             "ファイルの順に指定してください。"));
    if (listed || controlSheets) {
        if (parser.isSet(workshopOption) || parser.isSet(waveOption))
            return wrongUsage(command, tr("--workshop と --wave は、回答を取り込むときだけ使えます。"));
        if (controlSheets)
            return importControlSheets(given.at(0), given.at(2), parser.isSet(dryRun));
        return importRegister(given.at(0), *listed, given.at(2), parser.isSet(dryRun));
    }
    const QString waveName = parser.value(waveOption);
    if (waveName != QLatin1String("before") && waveName != QLatin1String("after"))
        return wrongUsage(command, tr("--wave には before か after を指定してください。"));
    const Wave wave = waveName == QLatin1String("before") ? Wave::Before : Wave::After;

    const auto document = Document::open(given.at(0));
    if (!document)
        return report(document.error());
    if ((*document)->isReadOnly() && !parser.isSet(dryRun))
        return report(Error{ErrorCode::Locked,
                            tr("%1が開いているため、取り込めません。閉じてからもう一度実行してください。")
                                .arg((*document)->lockHolder()),
                            QFileInfo(given.at(0)).fileName(),
                            {},
                            {},
                            {}});
    const auto workshop = chooseWorkshop(**document, parser.value(workshopOption));
    if (!workshop)
        return reportOf(workshop.error(), given.at(0));
    SurveyRepository survey(**document);
    const auto questionnaire = survey.questionnaire(workshop->questionnaire);
    if (!questionnaire)
        return reportOf(questionnaire.error(), given.at(0));
    const auto mappings = survey.columnMappings(*questionnaire);
    if (!mappings)
        return reportOf(mappings.error(), given.at(0));
    std::vector<Problem> problems;
    const auto source = openAnswerSource(given.at(2), problems);
    if (!source) {
        report(problems);
        return report(source.error());
    }
    auto answers = readAnswers(*source, *questionnaire, wave, *mappings);
    if (!answers) {
        report(problems);
        return report(answers.error());
    }
    answers->problems.insert(answers->problems.begin(), problems.begin(), problems.end());
    report(answers->problems);
    const auto repeated = survey.repeatedAnswers(workshop->id, *questionnaire, *answers);
    if (!repeated)
        return reportOf(repeated.error(), given.at(0));
    if (repeated->whole)
        return report(alreadyImported(*repeated->whole, given.at(2)));
    if (repeated->people > 0)
        printError(tr("%1: %2 "
                      "名は、同じ内容の回答がすでに取り込まれています。2回以上回答した方として、どの回答を使"
                      "うか確かめてください。")
                       .arg(QFileInfo(given.at(2)).fileName())
                       .arg(repeated->people));
    if (!parser.isSet(dryRun)) {
        const auto imported = survey.importAnswers(workshop->id, workshop->questionnaire, *answers,
                                                   QFileInfo(given.at(2)).fileName());
        if (!imported)
            return reportOf(imported.error(), given.at(0));
    }
    print(tr("%1 枚の回答を%2。読み取れないところは %3 件です。")
              .arg(QString::number(answers->sheet.size()),
                   parser.isSet(dryRun) ? tr("読み取りました（取り込んでいません）") : tr("取り込みました"),
                   QString::number(answers->problems.size())));
    return Done;
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
