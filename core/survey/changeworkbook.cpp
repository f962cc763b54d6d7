#include "survey/changereport.h"

#include "exchange/workbookwriter.h"
#include "survey/changecharts.h"
#include "survey/changedetails.h"
#include "survey/unpaired.h"

#include <QCoreApplication>

#include <utility>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::ChangeWorkbook", text);
}

CellValue number(int value)
{
    return static_cast<std::int64_t>(value);
}

void writeOverview(SheetWriter &sheet, const ChangeAnalysis &analysis, const ChangeReportInput &input)
{
    sheet.writeTitle(tr("研修前後アンケートの結果"));
    if (!input.workshop.isEmpty())
        sheet.writeNote(input.workshop);
    sheet.writeHead({tr("項目"), tr("数")});
    sheet.writeRow({tr("研修前に回答した方"), number(analysis.peopleBefore)});
    sheet.writeRow({tr("研修後に回答した方"), number(analysis.peopleAfter)});
    sheet.writeRow({tr("結びつけた方（対）"), number(analysis.pairs)});
    const LinkSummary &links = analysis.links;
    const std::pair<QString, int> ways[] = {
        {tr("　受付番号による対"), links.number},
        {tr("　メールアドレスによる対"), links.email},
        {tr("　氏名と所属による対"), links.nameAffiliation},
        {tr("　氏名の表記ゆれ（斎・齋など）と所属による対"), links.variantName},
        {tr("　氏名による対"), links.name},
        {tr("　担当者の判断による対"), links.officer}};
    for (const auto &[name, count] : ways) {
        if (count > 0)
            sheet.writeRow({name, number(count)});
    }
    sheet.writeRow({tr("研修前だけの方"), number(analysis.onlyBefore)});
    sheet.writeRow({tr("研修後だけの方"), number(analysis.onlyAfter)});
    sheet.writeRow({tr("確認を待っている組"), number(analysis.waitingLinks)});
    sheet.writeRow({tr("2回以上回答し、決まりにより新しい回答を使った方"), number(links.twiceByRule)});
    sheet.writeRow({tr("2回以上回答し、担当者が使う回答を選んだ方"), number(links.twiceByOfficer)});
    sheet.writeRow({tr("2回以上回答し、使う回答が未決定の方"), number(analysis.undecidedTwice)});
    sheet.writeRow({tr("読み取れず無回答とした欄"), number(analysis.notUnderstood)});
    sheet.skipRows();
    for (const ItemSet &set : analysis.questionnaire.sets)
        sheet.writeHint(set.code + QLatin1Char(' ') + set.title + QStringLiteral("：") + kindHint(set.kind));
}

void writeChanges(SheetWriter &sheet, const ChangeAnalysis &analysis)
{
    const auto refs = analysis.questionnaire.items();
    sheet.setLandscape(true);
    sheet.writeTitle(tr("設問ごとの変化"));
    sheet.writeNote(tr("割合は対（研修前・研修後とも回答した方）に対する値です。差は（up−down）÷対、区間は "
                       "Tango（1998）のスコア法（95%）、符号検定は変化した方だけを用いた正確な両側検定、Holm "
                       "は設問群の中での "
                       "Holm の調整です。") +
                    disclosureNote(Disclosure::CountsOnly));
    sheet.writeHead({tr("設問"), tr("文"), tr("区分"), tr("対"), QStringLiteral("up"), QStringLiteral("stay"),
                     QStringLiteral("down"), QStringLiteral("up %"), QStringLiteral("stay %"),
                     QStringLiteral("down %"), tr("前のみ"), tr("後のみ"), tr("差"), tr("下限"), tr("上限"),
                     tr("符号検定 p"), tr("Holm 補正後 p")});
    for (const ChangeRow &row : analysis.rows) {
        const bool full = disclosureOf(row.group, row.n(), false) == Disclosure::Full;
        const auto percent = [full](Percent value) { return full ? CellValue(value) : CellValue(); };
        std::vector<CellValue> cells = {row.itemCode,
                                        refs[static_cast<std::size_t>(row.item)].item->label(),
                                        groupLabel(row.group),
                                        number(row.n()),
                                        number(row.up),
                                        number(row.stay),
                                        number(row.down),
                                        percent(row.upPercent()),
                                        percent(row.stayPercent()),
                                        percent(row.downPercent()),
                                        number(row.unpairedBefore),
                                        number(row.unpairedAfter)};
        if (row.statistics && full) {
            constexpr int decimals = 4;
            for (const double value : {row.statistics->net, row.statistics->netLow, row.statistics->netHigh,
                                       row.statistics->signP, row.statistics->holmP})
                cells.emplace_back(Decimal{value, decimals});
        } else {
            cells.resize(cells.size() + 5);
        }
        sheet.writeRow(cells);
    }
    sheet.addFilter();
    sheet.setColumnWidths({8, 44, 18, 6, 6, 6, 7, 8, 8, 8, 8, 8, 9, 9, 9, 10, 10});
}

void writeDetails(SheetWriter &sheet, const ChangeAnalysis &analysis)
{
    const auto refs = analysis.questionnaire.items();
    sheet.setLandscape(true);
    sheet.writeTitle(tr("詳しい統計"));
    sheet.writeNote(
        tr("符号付順位検定は、変化のない方も順位に入れる "
           "Pratt（1959）の方法による両側検定です（対が%1以下のときは正確な値）。"
           "順位双列相関は（W+ − W−）÷（W+ ＋ W−）、優越率は up の割合に stay の割合の半分を加えた値です。"
           "「望ましい選択肢」は選択肢のうち良い側の半分で、その前後の比較は McNemar の正確な検定です。")
            .arg(kExactSignedRanks));
    sheet.writeHead({tr("設問"), tr("文"), tr("区分"), tr("対"), QStringLiteral("W+"), QStringLiteral("W−"),
                     tr("符号付順位検定 p"), tr("順位双列相関"), tr("優越率"), tr("望ましい選択肢"),
                     tr("前の人数"), tr("後の人数"), tr("後だけ"), tr("前だけ"), tr("McNemar p"),
                     tr("前に最も良い選択肢だった方"), tr("前に最も低い選択肢だった方")});
    for (std::size_t i = 0; i < analysis.rows.size(); ++i) {
        const ChangeRow &row = analysis.rows[i];
        const Item &item = *refs[static_cast<std::size_t>(row.item)].item;
        std::vector<CellValue> cells = {row.itemCode, item.label(), groupLabel(row.group), number(row.n())};
        if (row.n() > 0) {
            const ChangeDetails details = changeDetails(analysis.transitions[i]);
            const bool full = disclosureOf(row.group, row.n(), false) == Disclosure::Full;
            const auto decimal = [full](double value, int decimals) {
                return full ? CellValue(Decimal{value, decimals}) : CellValue();
            };
            QStringList wanted;
            for (int option = 0; option <= details.wanted; ++option)
                wanted << item.options[static_cast<std::size_t>(option)].code;
            const std::vector<CellValue> values = {decimal(details.ranks.upRanks, 1),
                                                   decimal(details.ranks.downRanks, 1),
                                                   decimal(details.ranks.p, 4),
                                                   decimal(details.ranks.rankBiserial, 3),
                                                   decimal(details.ranks.superiority, 3),
                                                   wanted.join(QStringLiteral("・")),
                                                   number(details.wantedBefore),
                                                   number(details.wantedAfter),
                                                   number(details.gained),
                                                   number(details.lost),
                                                   decimal(details.mcNemarP, 4),
                                                   number(details.atBest),
                                                   number(details.atWorst)};
            cells.insert(cells.end(), values.begin(), values.end());
        } else {
            cells.resize(cells.size() + 13);
        }
        sheet.writeRow(cells);
    }
    sheet.addFilter();
    sheet.setColumnWidths({8, 40, 18, 6, 8, 8, 10, 10, 8, 10, 8, 8, 7, 7, 10, 12, 12});
}

QString wantedCodes(const Item &item, const UnpairedRow &row)
{
    if (row.option >= 0)
        return item.options[static_cast<std::size_t>(row.option)].text;
    QStringList codes;
    for (int option = 0; option <= row.wanted; ++option)
        codes << item.options[static_cast<std::size_t>(option)].code;
    return codes.join(QStringLiteral("・"));
}

void writeUnpaired(SheetWriter &sheet, const ChangeAnalysis &analysis)
{
    const auto refs = analysis.questionnaire.items();
    sheet.setLandscape(true);
    sheet.writeTitle(tr("結びつけない比較（対ではありません）"));
    sheet.writeHint(unpairedHint());
    sheet.writeNote(
        tr("順位和検定は Wilcoxon の両側検定です（前後合わせて%1名までは正確な値）。優越率は、研修後の"
           "1人が研修前の1人より上の選択肢である割合に、同じである割合の半分を加えた値です。差の区間は "
           "Newcombe（1998）のスコア法（95%）、Fisher は正確な両側検定です。")
            .arg(kExactRankSum));
    sheet.writeHead({tr("設問"), tr("文"), tr("区分"), tr("前の人数"), tr("後の人数"), tr("比べた選択肢"),
                     tr("前に選んだ方"), tr("前 %"), tr("後に選んだ方"), tr("後 %"), tr("差"), tr("下限"),
                     tr("上限"), tr("Fisher p"), tr("優越率"), tr("順位和検定 p")});
    for (const UnpairedRow &row : compareUnpaired(analysis)) {
        const Item &item = *refs[static_cast<std::size_t>(row.item)].item;
        const Disclosure shown = disclosureOf(row.group, std::min(row.baseBefore(), row.baseAfter()), false);
        std::vector<CellValue> cells = {row.itemCode,
                                        item.label(),
                                        groupLabel(row.group),
                                        number(row.baseBefore()),
                                        number(row.baseAfter()),
                                        wantedCodes(item, row),
                                        number(row.reachedBefore),
                                        {},
                                        number(row.reachedAfter)};
        cells.resize(16);
        if (shown == Disclosure::Full && row.isComparable()) {
            cells[7] = Percent::of(row.reachedBefore, row.baseBefore());
            cells[9] = Percent::of(row.reachedAfter, row.baseAfter());
            std::size_t column = 10;
            for (const double value : {row.difference, row.interval.low, row.interval.high, row.fisherP,
                                       row.ranks.superiority, row.ranks.p})
                cells[column++] = Decimal{value, 4};
        }
        sheet.writeRow(cells);
    }
    sheet.addFilter();
    sheet.setColumnWidths({8, 40, 18, 8, 8, 14, 9, 8, 9, 8, 9, 9, 9, 9, 8, 11});
    sheet.skipRows();
    for (const ItemSet &set : analysis.questionnaire.sets) {
        const ChartSpec chart =
            distributionsChart(analysis, set, analysis.groups.first(), TransitionTable::Whose::Everyone);
        if (!chart.categories.empty())
            sheet.addChart(chart);
    }
}

void writeLookBacks(SheetWriter &sheet, const ChangeAnalysis &analysis)
{
    sheet.setLandscape(true);
    sheet.writeTitle(tr("振り返って答えた研修前との比較"));
    sheet.writeNote(tr("研修後に「研修前はどうだったか」を振り返って答えた設問です。3つの回答がそろった方だけ"
                       "を数えています。"
                       "研修前に答えた回答は、振り返りの回答で置き換えません。"));
    QStringList head{tr("設問"), tr("区分"), tr("人数")};
    for (const QString &pair : {tr("後−前"), tr("後−振り返り"), tr("振り返り−前")})
        head << pair + QStringLiteral(" up") << pair + QStringLiteral(" stay")
             << pair + QStringLiteral(" down");
    sheet.writeHead(head);
    for (const LookBackRow &row : analysis.lookBacks) {
        std::vector<CellValue> cells{row.itemCode, groupLabel(row.group), number(row.n())};
        for (const Moves &moves : {row.afterBefore, row.afterThen, row.thenBefore})
            for (const int count : {moves.up, moves.stay, moves.down})
                cells.emplace_back(number(count));
        sheet.writeRow(cells);
    }
}

/// Distribution before and after, and who went where: as stacked bars, which Excel has.
void writeDistributions(SheetWriter &sheet, const ChangeAnalysis &analysis)
{
    sheet.writeTitle(tr("研修前と研修後の回答の分布"));
    for (const QString &group : analysis.groups) {
        for (const ItemSet &set : analysis.questionnaire.sets) {
            const ChartSpec chart = distributionsChart(analysis, set, group, TransitionTable::Whose::Pairs);
            if (chart.categories.empty())
                continue;
            sheet.addChart(chart);
            sheet.skipRows();
        }
    }
}

void writeTransitions(SheetWriter &sheet, const ChangeAnalysis &analysis)
{
    sheet.writeTitle(tr("研修前→研修後の回答"));
    for (const TransitionTable &table : analysis.transitions) {
        if (table.group != analysis.groups.first())
            continue;
        sheet.addChart(transitionChart(analysis, table.item, table.group));
        sheet.skipRows();
        sheet.addChart(flowChart(analysis, table.item, table.group));
        sheet.skipRows();
    }
}

} // namespace

Result<> writeChangeWorkbook(const QString &path, const ChangeAnalysis &analysis,
                             const ChangeReportInput &input)
{
    WorkbookWriter workbook;
    workbook.setTitle(tr("研修前後アンケートの結果"));
    writeOverview(workbook.addSheet(tr("概要")), analysis, input);
    writeChanges(workbook.addSheet(tr("変化")), analysis);
    for (const QString &group : analysis.groups) {
        SheetWriter &sheet = workbook.addSheet(tr("グラフ %1").arg(groupLabel(group)));
        sheet.writeTitle(tr("研修前後の変化（%1）").arg(groupLabel(group)));
        for (const ItemSet &set : analysis.questionnaire.sets) {
            const ChartSpec chart = changeChart(analysis, set, group);
            if (chart.categories.empty())
                continue;
            sheet.addChart(chart);
            sheet.skipRows();
        }
    }
    writeTransitions(workbook.addSheet(tr("前→後")), analysis);
    writeDistributions(workbook.addSheet(tr("分布の前後")), analysis);
    writeDetails(workbook.addSheet(tr("詳しい統計")), analysis);
    if (!analysis.transitions.empty() || !analysis.ticks.empty())
        writeUnpaired(workbook.addSheet(tr("結びつけない比較")), analysis);
    if (!analysis.lookBacks.empty())
        writeLookBacks(workbook.addSheet(tr("振り返りとの比較")), analysis);
    if (!analysis.distributions.empty()) {
        SheetWriter &sheet = workbook.addSheet(tr("研修会への評価"));
        sheet.writeTitle(tr("研修会への評価"));
        for (const DistributionRow &row : analysis.distributions) {
            if (row.group != analysis.groups.first())
                continue;
            sheet.addChart(distributionChart(analysis, row));
            sheet.skipRows();
        }
    }
    if (!input.problems.empty()) {
        SheetWriter &sheet = workbook.addSheet(tr("読み取れない欄"));
        sheet.writeTitle(tr("読み取れなかった欄とファイル"));
        sheet.writeHead({tr("ファイル"), tr("シート"), tr("場所"), tr("書かれていた内容"), tr("扱い")});
        for (const Problem &problem : input.problems)
            sheet.writeRow({problem.file, problem.sheet, problem.cell, problem.content, problem.message});
    }
    return workbook.save(path);
}

} // namespace tane
