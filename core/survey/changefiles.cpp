#include "survey/changefiles.h"

#include "base/atomicfile.h"
#include "exchange/csvwriter.h"
#include "survey/changedetails.h"
#include "survey/unpaired.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tane {

namespace {

QJsonObject detailsToJson(const TransitionTable &table)
{
    const ChangeDetails details = changeDetails(table);
    return {{QStringLiteral("w_up"), details.ranks.upRanks},
            {QStringLiteral("w_down"), details.ranks.downRanks},
            {QStringLiteral("p_pratt"), details.ranks.p},
            {QStringLiteral("exact"), details.ranks.exact},
            {QStringLiteral("rank_biserial"), details.ranks.rankBiserial},
            {QStringLiteral("superiority"), details.ranks.superiority},
            {QStringLiteral("wanted_options"), details.wanted + 1},
            {QStringLiteral("wanted_before"), details.wantedBefore},
            {QStringLiteral("wanted_after"), details.wantedAfter},
            {QStringLiteral("gained"), details.gained},
            {QStringLiteral("lost"), details.lost},
            {QStringLiteral("p_mcnemar"), details.mcNemarP},
            {QStringLiteral("at_best_before"), details.atBest},
            {QStringLiteral("at_worst_before"), details.atWorst}};
}

QJsonObject rowToJson(const ChangeRow &row, const TransitionTable &table)
{
    QJsonObject object{{QStringLiteral("item"), row.itemCode},
                       {QStringLiteral("kind"), itemKindKey(row.kind)},
                       {QStringLiteral("group"), row.group},
                       {QStringLiteral("n"), row.n()},
                       {QStringLiteral("up"), row.up},
                       {QStringLiteral("stay"), row.stay},
                       {QStringLiteral("down"), row.down},
                       {QStringLiteral("unpaired_before"), row.unpairedBefore},
                       {QStringLiteral("unpaired_after"), row.unpairedAfter}};
    if (row.n() > 0) {
        object.insert(QStringLiteral("up_pct"), double(row.upPercent().tenths()) / 10);
        object.insert(QStringLiteral("stay_pct"), double(row.stayPercent().tenths()) / 10);
        object.insert(QStringLiteral("down_pct"), double(row.downPercent().tenths()) / 10);
    }
    if (row.statistics) {
        object.insert(QStringLiteral("net"), row.statistics->net);
        object.insert(QStringLiteral("net_low"), row.statistics->netLow);
        object.insert(QStringLiteral("net_high"), row.statistics->netHigh);
        object.insert(QStringLiteral("p_sign"), row.statistics->signP);
        object.insert(QStringLiteral("p_holm"), row.statistics->holmP);
        object.insert(QStringLiteral("details"), detailsToJson(table));
    }
    QJsonArray matrix;
    for (const auto &line : table.counts) {
        QJsonArray cells;
        for (const int count : line)
            cells.append(count);
        matrix.append(cells);
    }
    object.insert(QStringLiteral("transition"), matrix);
    return object;
}

} // namespace

QString itemKindKey(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Practice:
        return QStringLiteral("practice");
    case ItemKind::Explain:
        return QStringLiteral("explain");
    case ItemKind::Satisfaction:
        return QStringLiteral("satisfaction");
    case ItemKind::Other:
        return QStringLiteral("other");
    }
    return {};
}

Result<> writeChangeCsv(const QString &path, const ChangeAnalysis &analysis)
{
    CsvWriter csv;
    csv.row(QStringLiteral(
                "item,kind,group,n,up,stay,down,up_pct,stay_pct,down_pct,unpaired_before,unpaired_after,"
                "net,net_low,net_high,p_sign,p_holm")
                .split(QLatin1Char(',')));
    for (const ChangeRow &row : analysis.rows) {
        csv.cell(row.itemCode);
        csv.cell(itemKindKey(row.kind));
        csv.cell(row.group);
        for (const int count : {row.n(), row.up, row.stay, row.down})
            csv.cell(count);
        for (const Percent percent : {row.upPercent(), row.stayPercent(), row.downPercent()})
            csv.cell(percent);
        csv.cell(row.unpairedBefore);
        csv.cell(row.unpairedAfter);
        if (row.statistics) {
            for (const double value : {row.statistics->net, row.statistics->netLow, row.statistics->netHigh})
                csv.cell(value, 4);
            csv.cell(row.statistics->signP, 6);
            csv.cell(row.statistics->holmP, 6);
        } else {
            for (int i = 0; i < 5; ++i)
                csv.emptyCell();
        }
        csv.endRow();
    }
    return csv.save(path);
}

namespace {

QJsonArray countsToJson(const std::vector<int> &counts)
{
    QJsonArray array;
    for (const int count : counts)
        array.append(count);
    return array;
}

QJsonObject unpairedToJson(const UnpairedRow &row)
{
    QJsonObject object{{QStringLiteral("item"), row.itemCode},
                       {QStringLiteral("kind"), itemKindKey(row.kind)},
                       {QStringLiteral("group"), row.group},
                       {QStringLiteral("n_before"), row.baseBefore()},
                       {QStringLiteral("n_after"), row.baseAfter()},
                       {QStringLiteral("before"), countsToJson(row.before)},
                       {QStringLiteral("after"), countsToJson(row.after)},
                       {QStringLiteral("wanted_options"), row.wanted + 1},
                       {QStringLiteral("wanted_before"), row.reachedBefore},
                       {QStringLiteral("wanted_after"), row.reachedAfter}};
    if (row.option >= 0)
        object.insert(QStringLiteral("option"), row.option);
    if (row.isComparable()) {
        object.insert(QStringLiteral("difference"), row.difference);
        object.insert(QStringLiteral("difference_low"), row.interval.low);
        object.insert(QStringLiteral("difference_high"), row.interval.high);
        object.insert(QStringLiteral("p_fisher"), row.fisherP);
        object.insert(QStringLiteral("superiority"), row.ranks.superiority);
        object.insert(QStringLiteral("p_rank_sum"), row.ranks.p);
        object.insert(QStringLiteral("exact"), row.ranks.exact);
    }
    return object;
}

QJsonObject lookBackToJson(const LookBackRow &row)
{
    const auto moves = [](const Moves &m) { return QJsonArray{m.up, m.stay, m.down}; };
    return {{QStringLiteral("item"), row.itemCode},
            {QStringLiteral("group"), row.group},
            {QStringLiteral("n"), row.n()},
            {QStringLiteral("after_before"), moves(row.afterBefore)},
            {QStringLiteral("after_then"), moves(row.afterThen)},
            {QStringLiteral("then_before"), moves(row.thenBefore)}};
}

} // namespace

QByteArray changeToJson(const ChangeAnalysis &analysis)
{
    QJsonArray rows;
    for (std::size_t i = 0; i < analysis.rows.size(); ++i)
        rows.append(rowToJson(analysis.rows[i], analysis.transitions[i]));
    QJsonArray distributions;
    for (const DistributionRow &row : analysis.distributions) {
        QJsonArray counts;
        for (const int count : row.counts)
            counts.append(count);
        distributions.append(QJsonObject{{QStringLiteral("item"), row.itemCode},
                                         {QStringLiteral("group"), row.group},
                                         {QStringLiteral("n"), row.n()},
                                         {QStringLiteral("counts"), counts},
                                         {QStringLiteral("unanswered"), row.unanswered}});
    }
    QJsonArray unpaired, lookBacks;
    for (const UnpairedRow &row : compareUnpaired(analysis))
        unpaired.append(unpairedToJson(row));
    for (const LookBackRow &row : analysis.lookBacks)
        lookBacks.append(lookBackToJson(row));
    const QJsonObject root{{QStringLiteral("questionnaire"), analysis.questionnaire.id},
                           {QStringLiteral("by"), groupByKey(analysis.groupBy)},
                           {QStringLiteral("groups"), QJsonArray::fromStringList(analysis.groups)},
                           {QStringLiteral("people_before"), analysis.peopleBefore},
                           {QStringLiteral("people_after"), analysis.peopleAfter},
                           {QStringLiteral("pairs"), analysis.pairs},
                           {QStringLiteral("waiting_links"), analysis.waitingLinks},
                           {QStringLiteral("accepted_links"), analysis.acceptedLinks},
                           {QStringLiteral("rejected_links"), analysis.rejectedLinks},
                           {QStringLiteral("only_before"), analysis.onlyBefore},
                           {QStringLiteral("only_after"), analysis.onlyAfter},
                           {QStringLiteral("links_by"),
                            QJsonObject{{QStringLiteral("number"), analysis.links.number},
                                        {QStringLiteral("email"), analysis.links.email},
                                        {QStringLiteral("name+affiliation"), analysis.links.nameAffiliation},
                                        {QStringLiteral("variant-name"), analysis.links.variantName},
                                        {QStringLiteral("name"), analysis.links.name},
                                        {QStringLiteral("decision"), analysis.links.officer}}},
                           {QStringLiteral("answered_twice"), analysis.links.twice()},
                           {QStringLiteral("answered_twice_by_rule"), analysis.links.twiceByRule},
                           {QStringLiteral("answered_twice_by_decision"), analysis.links.twiceByOfficer},
                           {QStringLiteral("answered_twice_undecided"), analysis.undecidedTwice},
                           {QStringLiteral("twice_rule"),
                            analysis.latestRule ? QStringLiteral("latest") : QStringLiteral("ask")},
                           {QStringLiteral("changed_group"), analysis.changedGroup},
                           {QStringLiteral("not_understood"), analysis.notUnderstood},
                           {QStringLiteral("rows"), rows},
                           {QStringLiteral("distributions"), distributions},
                           {QStringLiteral("unpaired"), unpaired},
                           {QStringLiteral("looking_back"), lookBacks}};
    return QJsonDocument(root).toJson();
}

Result<> writeProblemsCsv(const QString &path, const std::vector<Problem> &problems)
{
    CsvWriter csv;
    csv.row({QStringLiteral("file"), QStringLiteral("sheet"), QStringLiteral("cell"),
             QStringLiteral("content"), QStringLiteral("message")});
    for (const Problem &problem : problems)
        csv.row({problem.file, problem.sheet, problem.cell, problem.content, problem.message});
    return csv.save(path);
}

} // namespace tane
