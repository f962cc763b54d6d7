// What the cards say as charts.
#include "issues/issuecharts.h"

#include "base/fiscalyear.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::IssueCharts)
};

QString cardUnit()
{
    return Texts::tr("件");
}

QString roundingNote()
{
    return Texts::tr("四捨五入のため合計が100.0%にならないことがあります。");
}

/// Rows and columns that hold nothing go.
void dropEmpty(SceneSourceCounts &counts)
{
    for (qsizetype column = counts.sources.size() - 1; column >= 0; --column) {
        const auto at = static_cast<std::size_t>(column);
        if (std::ranges::any_of(counts.counts, [&](const std::vector<int> &row) { return row[at] > 0; }))
            continue;
        counts.sources.removeAt(column);
        for (std::vector<int> &row : counts.counts)
            row.erase(row.begin() + column);
    }
    for (qsizetype row = counts.scenes.size() - 1; row >= 0; --row)
        if (std::ranges::all_of(counts.counts[static_cast<std::size_t>(row)],
                                [](int count) { return count == 0; })) {
            counts.scenes.removeAt(row);
            counts.counts.erase(counts.counts.begin() + row);
        }
}

} // namespace

QString issueAgeText(int band)
{
    switch (band) {
    case 0:
        return Texts::tr("1か月未満");
    case 1:
        return Texts::tr("1～3か月未満");
    case 2:
        return Texts::tr("3～6か月未満");
    case 3:
        return Texts::tr("6か月～1年未満");
    case 4:
        return Texts::tr("1年以上");
    default:
        return Texts::tr("日付なし");
    }
}

int issueAge(const IssueCard &card, QDate today)
{
    const QDate end = !card.isOpen() && card.closedOn.isValid() ? card.closedOn : today;
    int months = (end.year() - card.notedOn.year()) * 12 + end.month() - card.notedOn.month();
    if (card.notedOn.addMonths(months) > end)
        --months;
    return std::max(months, 0);
}

SceneSourceCounts countScenesAndSources(const std::vector<const IssueCard *> &cards)
{
    SceneSourceCounts counts;
    counts.scenes = fourScenes();
    counts.sources = issueSources();
    for (const IssueCard *card : cards) {
        for (const QString &scene : card->scenes)
            if (!counts.scenes.contains(scene))
                counts.scenes << scene;
        if (!card->source.isEmpty() && !counts.sources.contains(card->source))
            counts.sources << card->source;
    }
    counts.scenes << Texts::tr("場面なし");
    counts.sources << Texts::tr("出どころの記載なし");
    const auto rows = static_cast<std::size_t>(counts.scenes.size());
    const auto columns = static_cast<std::size_t>(counts.sources.size());
    counts.counts.assign(rows, std::vector<int>(columns, 0));
    for (const IssueCard *card : cards) {
        const auto column = card->source.isEmpty()
                                ? columns - 1
                                : static_cast<std::size_t>(counts.sources.indexOf(card->source));
        for (const QString &scene : card->scenes)
            ++counts.counts[static_cast<std::size_t>(counts.scenes.indexOf(scene))][column];
        if (card->scenes.isEmpty())
            ++counts.counts[rows - 1][column];
        else
            counts.repeated += static_cast<int>(card->scenes.size()) - 1;
        ++counts.cards;
    }
    dropEmpty(counts);
    return counts;
}

std::array<StageCounts, kIssueStages> countStages(const std::vector<const IssueCard *> &cards, QDate today)
{
    constexpr std::array bounds{1, 3, 6, 12};
    std::array<StageCounts, kIssueStages> counts{};
    for (const IssueCard *card : cards) {
        StageCounts &one = counts[static_cast<std::size_t>(card->stage)];
        ++one.status[static_cast<std::size_t>(card->status)];
        if (!card->isOpen())
            continue;
        std::size_t band = kIssueAges - 1;
        if (card->notedOn.isValid()) {
            const auto above = std::ranges::upper_bound(bounds, issueAge(*card, today));
            band = static_cast<std::size_t>(above - bounds.begin());
        }
        ++one.ages[band];
    }
    return counts;
}

ChartSpec sceneSourceChart(const SceneSourceCounts &counts)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = Texts::tr("課題の場面と出どころ");
    chart.unit = cardUnit();
    for (qsizetype row = 0; row < counts.scenes.size(); ++row) {
        int base = 0;
        for (const int count : counts.counts[static_cast<std::size_t>(row)])
            base += count;
        chart.categories.push_back({{}, counts.scenes[row], base});
    }
    for (qsizetype column = 0; column < counts.sources.size(); ++column) {
        ChartSeries series{.name = counts.sources[column], .role = SeriesRole::Level, .values = {}};
        series.level = static_cast<int>(column);
        series.levels = static_cast<int>(counts.sources.size());
        for (const std::vector<int> &row : counts.counts)
            series.values.push_back(row[static_cast<std::size_t>(column)]);
        chart.series.push_back(std::move(series));
    }
    chart.note = Texts::tr("n はその場面のカードの件数（全部で %1 件）です。").arg(counts.cards);
    if (counts.repeated > 0)
        chart.note += Texts::tr("場面がいくつかあるカードは、それぞれの場面で数えています（延べ %1 件）。")
                          .arg(counts.cards + counts.repeated);
    chart.note += roundingNote();
    return chart;
}

namespace {

void addStages(ChartSpec &chart, const std::array<StageCounts, kIssueStages> &counts,
               int (StageCounts::*base)() const)
{
    for (int stage = 0; stage < kIssueStages; ++stage)
        chart.categories.push_back({{},
                                    issueStageText(static_cast<IssueStage>(stage)),
                                    (counts[static_cast<std::size_t>(stage)].*base)()});
}

} // namespace

ChartSpec stageStatusChart(const std::array<StageCounts, kIssueStages> &counts)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = Texts::tr("課題の段階と状態");
    chart.unit = cardUnit();
    addStages(chart, counts, &StageCounts::all);
    constexpr std::array order{IssueStatus::Open, IssueStatus::Doing, IssueStatus::Solved,
                               IssueStatus::Dropped};
    for (std::size_t i = 0; i < order.size(); ++i) {
        ChartSeries series{.name = issueStatusText(order[i]), .role = SeriesRole::Level, .values = {}};
        // What was dropped is no further than what was solved.
        if (order[i] == IssueStatus::Dropped) {
            series.role = SeriesRole::Stay;
        } else {
            series.level = static_cast<int>(i);
            series.levels = static_cast<int>(order.size()) - 1;
        }
        for (const StageCounts &one : counts)
            series.values.push_back(one.status[static_cast<std::size_t>(order[i])]);
        chart.series.push_back(std::move(series));
    }
    chart.note = Texts::tr("n はその段階のカードの件数です。") + roundingNote();
    return chart;
}

ChartSpec stageAgeChart(const std::array<StageCounts, kIssueStages> &counts)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = Texts::tr("対応の終わっていない課題の段階と経過期間");
    chart.unit = cardUnit();
    addStages(chart, counts, &StageCounts::open);
    for (int band = 0; band < kIssueAges; ++band) {
        ChartSeries series{.name = issueAgeText(band), .role = SeriesRole::Level, .values = {}};
        for (const StageCounts &one : counts)
            series.values.push_back(one.ages[static_cast<std::size_t>(band)]);
        const bool dated = band < kIssueAges - 1;
        if (!dated && std::ranges::all_of(series.values, [](int count) { return count == 0; }))
            continue;
        if (dated) {
            series.level = band;
            series.levels = kIssueAges - 1;
        } else {
            series.role = SeriesRole::Stay;
        }
        chart.series.push_back(std::move(series));
    }
    chart.note =
        Texts::tr("n は未着手と対応中のカードの件数、期間は挙がった日からの月数です。") + roundingNote();
    chart.reading = Texts::tr("色の濃いほど、挙がってから長くたっています。");
    return chart;
}

ChartSpec recurrenceChart(const std::vector<Recurrence> &recurrences, const std::vector<RaisedThing> &things,
                          int most)
{
    const auto yearOf = [](const RaisedThing &thing) { return FiscalYear::of(thing.day).startYear(); };
    std::map<int, std::set<qint64>> posters; ///< boards by year
    for (const RaisedThing &thing : things)
        if (thing.board != 0 && thing.day.isValid())
            posters[yearOf(thing)].insert(thing.board);
    ChartSpec chart;
    chart.type = ChartSpec::Type::Bars;
    chart.title = Texts::tr("繰り返し挙がるテーマの推移");
    chart.unit = Texts::tr("枚");
    ChartSeries series{.name = Texts::tr("模造紙の枚数"), .role = SeriesRole::Plain, .values = {}};
    int shown = 0;
    for (const Recurrence &one : recurrences) {
        std::map<int, std::set<qint64>> held;
        for (const RaisedThing &thing : one.things)
            if (thing.board != 0 && thing.day.isValid())
                held[yearOf(thing)].insert(thing.board);
        if (held.empty())
            continue;
        if (++shown > most)
            break;
        for (const auto &[year, boards] : posters) {
            chart.categories.push_back({{},
                                        Texts::tr("%1・%2").arg(one.heading, FiscalYear(year).text()),
                                        static_cast<int>(boards.size())});
            series.values.push_back(static_cast<int>(held[year].size()));
        }
    }
    chart.series.push_back(std::move(series));
    chart.note = Texts::tr("n はその年度の模造紙の枚数、値はそのテーマが挙がった模造紙の枚数です。"
                           "相談やカードは含みません。");
    return chart;
}

} // namespace tane
