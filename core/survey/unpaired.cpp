#include "survey/unpaired.h"

#include "survey/changedetails.h"

#include <QCoreApplication>

#include <numeric>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Unpaired", text);
}

constexpr double kClear = 0.05;

int sumTo(const std::vector<int> &counts, int last)
{
    return std::accumulate(counts.begin(), counts.begin() + std::min<std::ptrdiff_t>(last + 1, std::ssize(counts)),
                           0);
}

UnpairedRow scaleRow(const ChangeAnalysis &analysis, const TransitionTable &table, int wanted)
{
    const auto whose = TransitionTable::Whose::Everyone;
    UnpairedRow row = compareDistributions(table.before(whose), table.after(whose), wanted);
    const auto ref = analysis.questionnaire.items()[static_cast<std::size_t>(table.item)];
    row.item = table.item;
    row.itemCode = ref.item->code;
    row.kind = ref.set->kind;
    row.group = table.group;
    return row;
}

UnpairedRow tickRow(const ChangeAnalysis &analysis, const TickRow &tick)
{
    UnpairedRow row = compareDistributions({tick.before, tick.baseBefore - tick.before},
                                           {tick.after, tick.baseAfter - tick.after}, 0);
    row.item = tick.item;
    row.itemCode = tick.itemCode;
    row.kind = analysis.questionnaire.items()[static_cast<std::size_t>(tick.item)].set->kind;
    row.group = tick.group;
    row.option = tick.option;
    return row;
}

} // namespace

UnpairedRow compareDistributions(std::vector<int> before, std::vector<int> after, int wanted)
{
    UnpairedRow row;
    row.wanted = wanted < 0 ? wantedOption(static_cast<int>(before.size())) : wanted;
    row.ranks = rankSumTest(before, after);
    row.reachedBefore = sumTo(before, row.wanted);
    row.reachedAfter = sumTo(after, row.wanted);
    row.before = std::move(before);
    row.after = std::move(after);
    if (row.isComparable()) {
        row.difference =
            double(row.reachedAfter) / row.baseAfter() - double(row.reachedBefore) / row.baseBefore();
        row.interval = newcombeInterval(row.reachedBefore, row.baseBefore(), row.reachedAfter, row.baseAfter());
        row.fisherP = fisherTest(row.reachedBefore, row.baseBefore(), row.reachedAfter, row.baseAfter());
    }
    return row;
}

std::vector<UnpairedRow> compareUnpaired(const ChangeAnalysis &analysis)
{
    std::vector<UnpairedRow> rows;
    for (const TransitionTable &table : analysis.transitions)
        rows.push_back(scaleRow(analysis, table, -1));
    for (const TickRow &tick : analysis.ticks)
        rows.push_back(tickRow(analysis, tick));
    return rows;
}

std::vector<UnpairedRow> compareUnpaired(const ChangeAnalysis &analysis, int item, const QString &group,
                                         int wanted)
{
    std::vector<UnpairedRow> rows;
    if (const TransitionTable *table = analysis.transition(item, group))
        rows.push_back(scaleRow(analysis, *table, wanted));
    for (const TickRow &tick : analysis.ticks) {
        if (tick.item == item && tick.group == group)
            rows.push_back(tickRow(analysis, tick));
    }
    return rows;
}

QString unpairedHint()
{
    return tr("だれの回答かを結びつけずに、研修前に答えた方全員と研修後に答えた方全員の分布を比べたものです。"
              "一人ひとりの変化（up・stay・down）ではないため、対の結果と混ぜないでください。");
}

QString unpairedSentence(const ChangeAnalysis &analysis, const UnpairedRow &row)
{
    if (!row.isComparable())
        return tr("研修前か研修後のどちらかに回答がないため、比べられません。");
    const Item &item = *analysis.questionnaire.items()[static_cast<std::size_t>(row.item)].item;
    QStringList reached;
    for (int option = 0; option <= row.wanted; ++option)
        reached << item.options[static_cast<std::size_t>(row.option < 0 ? option : row.option)].code;
    const auto share = [](int count, int base) {
        return QStringLiteral("%1/%2名（%3）")
            .arg(QString::number(count), QString::number(base), Percent::of(count, base).text());
    };
    const QString counts = tr("%1 を選んだ方は、研修前 %2、研修後 %3 です。")
                               .arg(reached.join(QStringLiteral("・")), share(row.reachedBefore, row.baseBefore()),
                                    share(row.reachedAfter, row.baseAfter()));
    const bool clear = row.option < 0 ? row.ranks.p < kClear : row.fisherP < kClear;
    return counts + (clear ? tr("分布の違いは、偶然だけでは起こりにくい大きさです。")
                           : tr("この人数では、分布がはっきり違うとまでは言えません。"));
}

} // namespace tane
