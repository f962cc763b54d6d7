// tane-cli analyze: two sets of answer sheets in, tables, charts and a report out.
#include "base/atomicfile.h"
#include "cli/console.h"
#include "cli/program.h"
#include "survey/answerreader.h"
#include "survey/changefiles.h"
#include "survey/linksfile.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <future>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Analyze", text);
}

struct Request
{
    QString before, after, questionnaire, links, out;
    GroupBy groupBy = GroupBy::Role;
    bool groupByGiven = false;
    LinkOptions options;
    bool tablesOnly = false, strict = false, json = false;
};

struct ReadSide
{
    std::vector<Problem> problems; ///< of files that could not be opened, then of cells
    Result<ReadAnswers> answers = fail(ErrorCode::Internal, {});
};

ReadSide readSide(const QString &path, const Questionnaire &questionnaire, Wave wave)
{
    ReadSide side;
    const auto source = openAnswerSource(path, side.problems, {}, SourceRows::Beginning);
    if (!source) {
        side.answers = std::unexpected(source.error());
        return side;
    }
    side.answers = readAnswers(*source, questionnaire, wave);
    if (side.answers)
        std::move(side.answers->problems.begin(), side.answers->problems.end(),
                  std::back_inserter(side.problems));
    return side;
}

int wrongUsage(const QString &message)
{
    printError(message);
    printError(tr("使い方は tane-cli analyze --help で表示されます。"));
    return WrongUsage;
}

std::optional<int> readArguments(const QStringList &arguments, Request &request)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("研修前と研修後の回答を照らし合わせ、up / stay / down の表・グラフ・報告書を書き出します。\n"
           "F は .xlsx、.csv（UTF-8 か Shift_JIS）、または回答のファイルを入れたフォルダーです。"));
    const QCommandLineOption before(QStringLiteral("before"), tr("研修前の回答。"), QStringLiteral("F"));
    const QCommandLineOption after(QStringLiteral("after"), tr("研修後の回答。"), QStringLiteral("F"));
    const QCommandLineOption questionnaire(QStringLiteral("questionnaire"),
                                           tr("組み込みの調査票の名前か、JSON のファイル。"),
                                           QStringLiteral("ID|F.json"), QStringLiteral("trial1"));
    const QCommandLineOption by(
        QStringLiteral("by"),
        tr("分け方：role（立場）、affiliation（所属）、experience（経験年数）、area（圏域）、none。"),
        QStringLiteral("KEY"), QStringLiteral("role"));
    const QCommandLineOption link(QStringLiteral("link"),
                                  tr("結びつけ方：id（受付番号）、name（氏名）、auto（確かな順にすべて）。"),
                                  QStringLiteral("id|name|auto"), QStringLiteral("auto"));
    const QCommandLineOption links(QStringLiteral("links"), tr("結びつけの決定を書いた links.csv。"),
                                   QStringLiteral("F.csv"));
    const QCommandLineOption twice(
        QStringLiteral("twice"),
        tr("2回以上回答した方：ask（決まるまで数えない）、latest（新しい回答を使う）。"),
        QStringLiteral("ask|latest"), QStringLiteral("ask"));
    const QCommandLineOption tablesOnly(QStringLiteral("tables-only"),
                                        tr("change.csv、change.json、links.csv だけを書き出します。"));
    const QCommandLineOption strict(QStringLiteral("strict"),
                                    tr("読み取れない欄が一つでもあれば、何も書き出さずに終わります。"));
    const QCommandLineOption json(QStringLiteral("json"), tr("画面への表を JSON で出します。"));
    const QCommandLineOption out(QStringLiteral("out"), tr("書き出し先のフォルダー。"),
                                 QStringLiteral("DIR"));
    parser.addOptions({before, after, questionnaire, by, link, links, twice, tablesOnly, strict, json, out});
    if (const auto code = parse(parser, QStringLiteral("analyze"), arguments))
        return code;
    for (const auto *needed : {&before, &after, &out}) {
        if (parser.value(*needed).isEmpty())
            return wrongUsage(tr("--%1 を指定してください。").arg(needed->names().first()));
    }
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(tr("余分な引数があります：%1").arg(parser.positionalArguments().first()));
    request.before = parser.value(before);
    request.after = parser.value(after);
    request.questionnaire = parser.value(questionnaire);
    request.links = parser.value(links);
    request.out = parser.value(out);
    request.tablesOnly = parser.isSet(tablesOnly);
    request.strict = parser.isSet(strict);
    request.json = parser.isSet(json);
    request.groupByGiven = parser.isSet(by);
    const auto group = groupByFromKey(parser.value(by));
    if (!group)
        return wrongUsage(
            tr("--by には role、affiliation、experience、area、none のどれかを指定してください。"));
    request.groupBy = *group;
    const QStringList linkModes = {QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("auto")};
    const auto mode = linkModes.indexOf(parser.value(link));
    if (mode < 0)
        return wrongUsage(tr("--link には id、name、auto のどれかを指定してください。"));
    request.options.by = static_cast<LinkOptions::By>(mode);
    const QStringList twiceRules = {QStringLiteral("ask"), QStringLiteral("latest")};
    const auto rule = twiceRules.indexOf(parser.value(twice));
    if (rule < 0)
        return wrongUsage(tr("--twice には ask か latest を指定してください。"));
    request.options.twice = static_cast<LinkOptions::Twice>(rule);
    return {};
}

QString percentCell(int count, Percent percent)
{
    return QStringLiteral("%1 (%2)").arg(QString::number(count), percent.text());
}

/// What makes a result empty or odd without being an error; each on stderr.
void warn(const Request &request, const Questionnaire &questionnaire, const AnswerSheet &before,
          const AnswerSheet &after, const ChangeAnalysis &analysis)
{
    const QFileInfo beforeFile(request.before);
    const QFileInfo afterFile(request.after);
    if (beforeFile.canonicalFilePath() == afterFile.canonicalFilePath())
        printError(
            tr("%1: 研修前と研修後に同じものが指定されています。--before と --after を確かめてください。")
                .arg(QDir(request.after).dirName()));
    const auto items = questionnaire.items();
    for (const AnswerSheet *sheet : {&before, &after}) {
        const bool isBefore = sheet == &before;
        QStringList missing;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (!items[i].item->isComparable())
                continue;
            bool answered = false;
            for (int person = 0; person < sheet->size() && !answered; ++person)
                answered = sheet->mark(person, static_cast<int>(i)) != kUnanswered;
            if (!answered)
                missing << items[i].item->code;
        }
        if (!missing.isEmpty()) {
            printError(tr("%1: 設問 %2 "
                          "に回答した方が一人もいません。列の見出しが設問の記号か設問の文になっているかを確か"
                          "めてください。")
                           .arg(QDir(isBefore ? request.before : request.after).dirName(),
                                missing.join(QStringLiteral("、"))));
        }
    }
    if (analysis.pairs > 0)
        return;
    const auto known = [&](Field field) { return before.hasField(field) && after.hasField(field); };
    QStringList needed;
    if (request.options.by != LinkOptions::By::Name && !known(Field::Number))
        needed << fieldName(Field::Number);
    if (request.options.by != LinkOptions::By::Id && !known(Field::Name))
        needed << fieldName(Field::Name);
    printError(needed.isEmpty() ? tr("研修前と研修後で同じ方と確かめられた組が一つもありません。links.csv "
                                     "で理由を確かめてください。")
                                : tr("研修前と研修後で同じ方と確かめられた組が一つもありません。両方のファイ"
                                     "ルに%1の列が必要です。")
                                      .arg(needed.join(tr("または"))));
}

Result<> writeTables(const OutputFolder &output, const ChangeAnalysis &analysis)
{
    TANE_CHECK(writeChangeCsv(output.filePath(QStringLiteral("change.csv")), analysis));
    return writeFileAtomically(output.filePath(QStringLiteral("change.json")), changeToJson(analysis));
}

void printTable(const ChangeAnalysis &analysis, const std::vector<Problem> &problems)
{
    print(QStringLiteral("item\tgroup\tn\tup\tstay\tdown"));
    for (const ChangeRow &row : analysis.rows) {
        print(QStringList{row.itemCode, row.group, QString::number(row.n()),
                          percentCell(row.up, row.upPercent()), percentCell(row.stay, row.stayPercent()),
                          percentCell(row.down, row.downPercent())}
                  .join(QLatin1Char('\t')));
    }
    print(tr("回答者：研修前 %1 名、研修後 %2 名、対 %3 組（研修前だけ %4 名、研修後だけ %5 名）")
              .arg(analysis.peopleBefore)
              .arg(analysis.peopleAfter)
              .arg(analysis.pairs)
              .arg(analysis.onlyBefore)
              .arg(analysis.onlyAfter));
    if (analysis.acceptedLinks + analysis.rejectedLinks > 0)
        print(tr("決定：同じ方と確認した組 %1、別の方と確認した組 %2 を反映しました。")
                  .arg(analysis.acceptedLinks)
                  .arg(analysis.rejectedLinks));
    if (analysis.changedGroup > 0) {
        print(tr("%1の違い：%2 名は研修前と研修後で異なるため、研修前の回答で分けました。")
                  .arg(groupByName(analysis.groupBy), QString::number(analysis.changedGroup)));
    }
    if (analysis.waitingLinks > 0)
        print(tr("確認待ち：%1 組は同じ方か確かでないため数えていません。links.csv の decision に accept か "
                 "reject を書き、--links で渡してください。")
                  .arg(analysis.waitingLinks));
    if (analysis.undecidedTwice > 0)
        print(tr("2回以上回答：%1 名はどの回答を使うか決まるまで数えていません。links.csv の使う回答の "
                 "decision に accept を書くか、--twice latest を指定してください。")
                  .arg(analysis.undecidedTwice));
    if (analysis.latestRule)
        print(tr("2回以上回答した方は、新しい回答を使いました。"));
    if (analysis.notUnderstood > 0)
        print(tr("読み取れない欄：%1 件を無回答として数えました。").arg(analysis.notUnderstood));
    const auto files = std::count_if(problems.begin(), problems.end(),
                                     [](const Problem &problem) { return problem.cell.isEmpty(); });
    if (files > 0)
        print(tr("読めないファイル：%1 件は集計に入っていません。").arg(files));
}

} // namespace

int analyzeCommand(const QStringList &arguments, const PictureWriter &pictures)
{
    Request request;
    if (const auto code = readArguments(arguments, request))
        return *code;
    const auto questionnaire = loadQuestionnaire(request.questionnaire);
    if (!questionnaire)
        return report(questionnaire.error());
    if (!request.links.isEmpty()) {
        auto decisions = readLinkDecisions(request.links);
        if (!decisions)
            return report(decisions.error());
        if (decisions->empty())
            printError(tr("%1: decision の列に決定が一つも書かれていないため、決定なしで集計します。")
                           .arg(QFileInfo(request.links).fileName()));
        request.options.decisions = std::move(*decisions);
    }

    // The two sides do not touch each other: read them side by side.
    auto later =
        std::async(std::launch::async, readSide, request.after, std::cref(*questionnaire), Wave::After);
    ReadSide before = readSide(request.before, *questionnaire, Wave::Before);
    ReadSide after = later.get();
    report(before.problems);
    report(after.problems);
    int failure = 0;
    for (const ReadSide *side : {&before, &after}) {
        if (!side->answers)
            failure = std::max(failure, report(side->answers.error()));
    }
    if (failure != 0)
        return failure;
    std::vector<Problem> problems = std::move(before.problems);
    std::move(after.problems.begin(), after.problems.end(), std::back_inserter(problems));
    if (request.strict && !problems.empty()) {
        printError(
            tr("読み取れないところが %1 件あるため、書き出しません（--strict）。").arg(problems.size()));
        return UnusableInput;
    }

    const AnswerSheet &sheetBefore = before.answers->sheet;
    const AnswerSheet &sheetAfter = after.answers->sheet;
    Linking linking = linkAnswers(sheetBefore, sheetAfter, request.options);
    const QString linksFile = QFileInfo(request.links).fileName();
    for (const QString &key : linking.unknownDecisions)
        printError(tr("%1: 決定に書かれた %2 "
                      "は、回答の中に見つからないか、すでに結びついているため使いませんでした。")
                       .arg(linksFile, key));
    auto output = OutputFolder::prepare(request.out);
    if (!output)
        return report(output.error());
    // Writing down who was joined to whom takes as long as counting: do both at once.
    auto links = std::async(std::launch::async, [&] {
        return writeLinksCsv(output->filePath(QStringLiteral("links.csv")), sheetBefore, sheetAfter, linking);
    });
    const ChangeAnalysis analysis =
        analyseChange(*questionnaire, sheetBefore, sheetAfter, linking, request.options, request.groupBy);
    if (request.groupByGiven && request.groupBy != GroupBy::None && analysis.groups.size() == 1)
        printError(tr("%1の列がないため、全体だけを集計しました。").arg(groupByName(request.groupBy)));

    warn(request, *questionnaire, sheetBefore, sheetAfter, analysis);
    const auto linksWritten = links.get();
    // To give back the memory of 100,000 people takes as long as to write and place the tables.
    const auto freed = std::async(std::launch::async, [&before, &after, &linking] {
        before = after = {};
        linking = {};
    });
    const auto written = writeTables(*output, analysis);
    const auto pictured = request.tablesOnly ? Result<>() : pictures(*output, analysis, problems);
    for (const auto *result : {&linksWritten, &written, &pictured}) {
        if (!*result)
            return report(result->error());
    }
    if (const auto committed = output->commit(!request.tablesOnly); !committed)
        return report(committed.error());
    if (request.json)
        print(QString::fromUtf8(changeToJson(analysis)));
    else
        printTable(analysis, problems);
    return Done;
}

} // namespace tane::cli
