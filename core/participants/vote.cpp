#include "participants/vote.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

struct VoteTexts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Vote)
};

int placeOf(const std::vector<VoteOption> &options, qint64 id)
{
    const auto found = std::ranges::find(options, id, &VoteOption::id);
    return id == 0 || found == options.end() ? -1 : static_cast<int>(found - options.begin());
}

} // namespace

std::vector<RecordColumn<Vote>> RecordSchema<Vote>::columns()
{
    return {referenceColumn("workshop", &Vote::workshop), recordColumn("question", &Vote::question),
            recordColumn("by_name", &Vote::byName)};
}

std::vector<RecordColumn<VoteOption>> RecordSchema<VoteOption>::columns()
{
    return {referenceColumn("vote", &VoteOption::vote), recordColumn("text", &VoteOption::text),
            recordColumn("before_count", &VoteOption::beforeCount),
            recordColumn("after_count", &VoteOption::afterCount)};
}

std::vector<RecordColumn<VoteMark>> RecordSchema<VoteMark>::columns()
{
    return {referenceColumn("vote", &VoteMark::vote), referenceColumn("participant", &VoteMark::participant),
            referenceColumn("before_option", &VoteMark::beforeOption),
            referenceColumn("after_option", &VoteMark::afterOption)};
}

Result<> saveVoteMark(Document &document, const VoteMark &mark, const QString &label)
{
    RecordTable<VoteMark> table(document);
    const bool empty = mark.beforeOption == 0 && mark.afterOption == 0;
    if (mark.id != 0)
        return empty ? table.remove(mark.id, label) : table.update(mark, label);
    if (empty)
        return {};
    TANE_CHECK(table.add(mark, label));
    return {};
}

VoteResult countVote(Vote vote, std::vector<VoteOption> options, std::vector<VoteMark> marks)
{
    VoteResult result{std::move(vote), std::move(options), std::move(marks), {}, {}, 0, 0, {}, 0, 0};
    const std::size_t count = result.options.size();
    result.before.assign(count, 0);
    result.after.assign(count, 0);
    if (!result.vote.byName) {
        for (std::size_t i = 0; i < count; ++i) {
            result.before[i] = result.options[i].beforeCount.value_or(0);
            result.after[i] = result.options[i].afterCount.value_or(0);
        }
    } else {
        result.moves.assign(count, std::vector<int>(count, 0));
        for (const VoteMark &mark : result.marks) {
            const int from = placeOf(result.options, mark.beforeOption);
            const int to = placeOf(result.options, mark.afterOption);
            if (from >= 0)
                ++result.before[static_cast<std::size_t>(from)];
            if (to >= 0)
                ++result.after[static_cast<std::size_t>(to)];
            if (from < 0 || to < 0)
                continue;
            ++result.moves[static_cast<std::size_t>(from)][static_cast<std::size_t>(to)];
            ++result.both;
            result.changed += from == to ? 0 : 1;
        }
    }
    result.beforeBase = std::accumulate(result.before.begin(), result.before.end(), 0);
    result.afterBase = std::accumulate(result.after.begin(), result.after.end(), 0);
    return result;
}

Result<VoteResult> loadVote(Document &document, qint64 vote)
{
    TANE_TRY(Vote record, RecordTable<Vote>(document).load(vote));
    TANE_TRY(std::vector<VoteOption> options,
             RecordTable<VoteOption>(document).all(QStringLiteral("vote"), vote));
    TANE_TRY(std::vector<VoteMark> marks, RecordTable<VoteMark>(document).all(QStringLiteral("vote"), vote));
    return countVote(std::move(record), std::move(options), std::move(marks));
}

ChartSpec voteChart(const VoteResult &result)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = result.vote.question;
    const bool first = result.beforeBase > 0, second = result.afterBase > 0;
    if (first)
        chart.categories.push_back({{}, VoteTexts::tr("話し合う前"), result.beforeBase});
    if (second)
        chart.categories.push_back({{}, VoteTexts::tr("話し合ったあと"), result.afterBase});
    const int count = static_cast<int>(result.options.size());
    for (int i = 0; i < count; ++i) {
        const auto place = static_cast<std::size_t>(i);
        ChartSeries series{.name = result.options[place].text, .role = SeriesRole::Level, .values = {}};
        series.level = count - 1 - i; // shades tell the options apart; they rank nothing
        series.levels = count;
        if (first)
            series.values.push_back(result.before[place]);
        if (second)
            series.values.push_back(result.after[place]);
        chart.series.push_back(std::move(series));
    }
    chart.note =
        VoteTexts::tr("n はそのときに挙手・投票した方の人数です。割合は n に対する値で、四捨五入のため"
                      "合計が100.0%にならないことがあります。");
    chart.reading = voteSentence(result);
    return chart;
}

QString voteSentence(const VoteResult &result)
{
    if (result.vote.byName) {
        if (result.both == 0)
            return {};
        return VoteTexts::tr("前後とも投票した%1名のうち、考えが変わった方は%2名（%3）です。")
            .arg(result.both)
            .arg(result.changed)
            .arg(Percent::of(result.changed, result.both).text());
    }
    if (result.beforeBase == 0 || result.afterBase == 0)
        return {};
    QStringList parts;
    for (std::size_t i = 0; i < result.options.size(); ++i)
        parts << VoteTexts::tr("「%1」%2→%3名")
                     .arg(result.options[i].text)
                     .arg(result.before[i])
                     .arg(result.after[i]);
    return VoteTexts::tr("%1。挙手の数の比較で、どなたの考えが変わったかは分かりません。")
        .arg(parts.join(QStringLiteral("、")));
}

} // namespace tane
