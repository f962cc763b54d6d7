// tane-cli group: people in, groups with their reasons out.
#include "cli/console.h"
#include "exchange/tablereader.h"
#include "grouping/groupplan.h"
#include "grouping/groupreasons.h"
#include "grouping/groupworkbook.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Group", text);
}

struct Request
{
    QString people, together, apart, rules, out;
    std::optional<int> smallest, largest, groups;
    std::optional<GroupPreset> preset;
    SolveOptions options;
    bool json = false;
};

int wrongUsage(const QString &message)
{
    printError(message);
    printError(tr("使い方は tane-cli group --help で表示されます。"));
    return WrongUsage;
}

struct Options
{
    QCommandLineOption people{QStringLiteral("people"), tr("参加者の名簿（.xlsx か .csv）。"),
                              QStringLiteral("F")};
    QCommandLineOption size{QStringLiteral("size"), tr("1班の人数（指定しないときは 5-6）。"),
                            QStringLiteral("5-6")};
    QCommandLineOption groups{QStringLiteral("groups"), tr("班の数。"), QStringLiteral("N")};
    QCommandLineOption together{QStringLiteral("together"), tr("同じ値の方をできるだけ同じ班にする列。"),
                                QStringLiteral("COL")};
    QCommandLineOption apart{QStringLiteral("apart"), tr("同じ値の方を必ず別の班にする列。"),
                             QStringLiteral("COL")};
    QCommandLineOption preset{QStringLiteral("preset"),
                              tr("組み込みの条件：mixed（圏域を混ぜる）か area（同じ圏域をまとめる）。"),
                              QStringLiteral("mixed|area")};
    QCommandLineOption rules{QStringLiteral("rules"), tr("条件を書いた JSON のファイル。"),
                             QStringLiteral("F.json")};
    QCommandLineOption seed{QStringLiteral("seed"), tr("くじの番号（同じ番号なら同じ結果になります）。"),
                            QStringLiteral("N"), QStringLiteral("1")};
    QCommandLineOption seconds{QStringLiteral("seconds"), tr("計算にかける時間の上限（秒）。"),
                               QStringLiteral("S"), QStringLiteral("20")};
    QCommandLineOption json{QStringLiteral("json"), tr("画面への表を JSON で出します。")};
    QCommandLineOption out{QStringLiteral("out"), tr("書き出すファイル（.xlsx）。"),
                           QStringLiteral("F.xlsx")};
};

/// "5-6", "5～6", "6".
bool readSize(const QString &text, Request &request)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,3})(?:[-~～–](\\d{1,3}))?$"));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return false;
    request.smallest = match.captured(1).toInt();
    request.largest = match.captured(2).isEmpty() ? *request.smallest : match.captured(2).toInt();
    return *request.smallest > 0 && *request.largest >= *request.smallest;
}

std::optional<int> readValues(const QCommandLineParser &parser, const Options &options, Request &request)
{
    if (parser.isSet(options.size) && !readSize(parser.value(options.size), request))
        return wrongUsage(tr("--size には 5-6 のように1班の人数を指定してください。"));
    if (parser.isSet(options.groups)) {
        bool isNumber = false;
        request.groups = parser.value(options.groups).toInt(&isNumber);
        if (!isNumber || *request.groups < 1)
            return wrongUsage(tr("--groups には1以上の整数を指定してください。"));
    }
    bool isNumber = false;
    request.options.seed = parser.value(options.seed).toULongLong(&isNumber);
    if (!isNumber)
        return wrongUsage(tr("--seed には0以上の整数を指定してください。"));
    constexpr double longest = 3600;
    request.options.seconds = parser.value(options.seconds).toDouble(&isNumber);
    if (!isNumber || !(request.options.seconds > 0 && request.options.seconds <= longest))
        return wrongUsage(tr("--seconds には0より大きく3600以下の秒数を指定してください。"));
    const QString preset = parser.value(options.preset);
    if (preset == QLatin1String("mixed"))
        request.preset = GroupPreset::Mixed;
    else if (preset == QLatin1String("area"))
        request.preset = GroupPreset::Area;
    else if (!preset.isEmpty())
        return wrongUsage(tr("--preset には mixed か area を指定してください。"));
    return {};
}

std::optional<int> readArguments(const QStringList &arguments, Request &request)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("参加者の名簿から班を作り、評価と理由を付けて Excel に書き出します。\n"
           "列は見出しで見分けます：受付番号、氏名、ふりがな、立場、所属、所属種別、圏域、センター、経験年数"
           "、資格、参加区分、前回の班、班の指定。\n"
           "オブザーバー、講師、欠席の方などは班に入れず、名簿の終わりに並べます。\n"
           "必ず守る条件のすべては守れないときも、班を作って書き出し、守れない条件とそのわけを知らせます"
           "（終了コードは 0 です）。"));
    const Options options;
    parser.addOptions({options.people, options.size, options.groups, options.together, options.apart,
                       options.preset, options.rules, options.seed, options.seconds, options.json,
                       options.out});
    if (const auto code = parse(parser, QStringLiteral("group"), arguments))
        return code;
    if (!parser.positionalArguments().isEmpty())
        return wrongUsage(tr("余分な引数があります：%1").arg(parser.positionalArguments().first()));
    request.people = parser.value(options.people);
    request.out = parser.value(options.out);
    request.together = parser.value(options.together);
    request.apart = parser.value(options.apart);
    request.rules = parser.value(options.rules);
    request.json = parser.isSet(options.json);
    if (request.people.isEmpty())
        return wrongUsage(tr("--people を指定してください。"));
    if (QFileInfo(request.out).suffix().toLower() != QLatin1String("xlsx"))
        return wrongUsage(tr("--out に .xlsx で終わるファイルを指定してください。"));
    return readValues(parser, options, request);
}

Result<GroupPlan> readPlan(const Request &request)
{
    if (request.rules.isEmpty())
        return GroupPlan();
    const QString name = QFileInfo(request.rules).fileName();
    QFile file(request.rules);
    if (!file.exists())
        return std::unexpected(Error{ErrorCode::NotFound,
                                     tr("条件のファイルが見つかりません。ファイルの場所を確かめてください。"),
                                     name,
                                     {},
                                     {},
                                     {}});
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            Error{ErrorCode::CannotRead,
                  tr("条件のファイルを開けません。読み取りの許可があるかを確かめてください。"),
                  name,
                  {},
                  {},
                  {}});
    return parseGroupPlan(file.readAll(), name);
}

/// The options of the command line win over the rules file.
Result<GroupPlan> planOf(const Request &request, const WorkshopPeople &people)
{
    TANE_TRY(GroupPlan plan, readPlan(request));
    if (request.smallest) {
        plan.smallest = request.smallest;
        plan.largest = request.largest;
    }
    if (request.groups)
        plan.groups = request.groups;
    for (const QString &column : {request.together, request.apart}) {
        if (!column.isEmpty() && people.column(column) < 0)
            return fail(ErrorCode::Usage, tr("「%1」の列が名簿にありません。ある列：%2")
                                              .arg(column, QStringList(people.columns).join(tr("、"))));
    }
    if (request.preset || request.rules.isEmpty()) {
        const GroupPreset preset =
            request.preset.value_or(request.together.isEmpty() ? GroupPreset::Mixed : GroupPreset::Area);
        const std::vector<PlannedRule> rules = presetRules(preset, people, request.together);
        plan.rules.insert(plan.rules.end(), rules.begin(), rules.end());
    } else if (!request.together.isEmpty()) {
        PlannedRule rule;
        rule.kind = GroupRule::Kind::Together;
        rule.column = request.together;
        rule.rank = 1;
        plan.rules.push_back(rule);
    }
    if (!request.apart.isEmpty()) {
        PlannedRule rule;
        rule.kind = GroupRule::Kind::Apart;
        rule.column = request.apart;
        rule.rank = 0;
        plan.rules.push_back(rule);
    }
    return plan;
}

/// Tells every fifth on stderr.
Progress progressOnErrorOutput()
{
    return [told = 0LL](long long done, long long total) mutable {
        constexpr long long steps = 5;
        const long long step = total > 0 ? done * steps / total : 0;
        if (step > told) {
            told = step;
            printError(tr("班分けを計算しています… %1%").arg(step * 100 / steps));
        }
        return true;
    };
}

QJsonObject asJson(const GroupReport &report)
{
    QJsonArray groups, rules;
    for (int group = 0; group < report.problem.groups; ++group) {
        QJsonArray people;
        for (std::size_t member = 0; member < report.grouping.group.size(); ++member) {
            if (report.grouping.group[member] == group)
                people.append(report.people.people[member].name);
        }
        groups.append(people);
    }
    for (const RuleQuality &quality : ruleQualities(report.problem, report.grouping)) {
        rules.append(QJsonObject{{QStringLiteral("title"), quality.title},
                                 {QStringLiteral("rank"), quality.rank},
                                 {QStringLiteral("met"), quality.met},
                                 {QStringLiteral("total"), quality.total},
                                 {QStringLiteral("missed"), quality.missed},
                                 {QStringLiteral("bound"), quality.bound}});
    }
    return {{QStringLiteral("groups"), groups},
            {QStringLiteral("rules"), rules},
            {QStringLiteral("proven"), report.grouping.proven}};
}

void tell(const GroupReport &report, const Request &request)
{
    if (request.json) {
        print(QString::fromUtf8(QJsonDocument(asJson(report)).toJson().trimmed()));
        return;
    }
    std::vector<RuleQuality> qualities = ruleQualities(report.problem, report.grouping);
    std::ranges::stable_sort(qualities, {}, &RuleQuality::rank);
    for (const RuleQuality &quality : qualities)
        print(QStringLiteral("%1  %2  %3/%4 %5")
                  .arg(quality.rank == 0 ? tr("必須") : QString::number(quality.rank), quality.title)
                  .arg(quality.met)
                  .arg(quality.total)
                  .arg(quality.unit));
    print(provenText(report.grouping));
    for (const QString &text : missingOfficers(report))
        print(text);
    if (!report.people.leftOut.empty())
        print(tr("班に入らない方：%1人").arg(report.people.leftOut.size()));
    print(QDir::toNativeSeparators(request.out));
}

/// Everything but the arguments. Problems with places are left in `problems`.
Result<> makeGroups(const Request &request, std::vector<Problem> &problems)
{
    TANE_TRY(const auto tables, readTables(request.people));
    TANE_TRY(const WorkshopPeople people, readWorkshopPeople(tables, problems));
    TANE_TRY(const GroupPlan plan, planOf(request, people));
    if (!problems.empty())
        return {};
    TANE_TRY(const PlannedGroups planned, planGroups(plan, people, problems));
    if (!problems.empty())
        return {};
    for (const QString &note : planned.notes)
        printError(note);
    if (planned.countChosen)
        printError(tr("班の数は --groups で変えられます。"));
    TANE_TRY(const Grouping grouping, solveGroups(planned.problem, request.options, progressOnErrorOutput()));
    Conflict conflict;
    if (!grouping.isAllowed()) {
        TANE_TRY(conflict, findConflict(planned.problem, request.options));
        printError(tr("必ず守る条件のすべては守れませんでした。"));
    }
    const GroupReport result{.people = people,
                             .problem = planned.problem,
                             .grouping = grouping,
                             .conflict = conflict,
                             .notes = planned.notes,
                             .seed = request.options.seed};
    if (!QFileInfo(QFileInfo(request.out).absolutePath()).isDir())
        return fail(
            ErrorCode::CannotWrite,
            tr("%1: 書き出し先のフォルダーがありません。").arg(QDir::toNativeSeparators(request.out)));
    TANE_CHECK(writeGroupWorkbook(request.out, result));
    for (const QString &text : unmetRules(result))
        printError(text);
    tell(result, request);
    return {};
}

} // namespace

int groupCommand(const QStringList &arguments)
{
    Request request;
    if (const auto code = readArguments(arguments, request))
        return *code;
    std::vector<Problem> problems;
    const auto made = makeGroups(request, problems);
    report(problems);
    if (!made)
        return report(made.error());
    return problems.empty() ? Done : UnusableInput;
}

} // namespace tane::cli
