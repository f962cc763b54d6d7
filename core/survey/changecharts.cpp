#include "survey/changecharts.h"

#include "survey/changedetails.h"

#include <QCoreApplication>

#include <numeric>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::ChangeCharts", text);
}

QString shortOption(const Option &option)
{
    return option.shortText.isEmpty() ? option.text : option.shortText;
}

/// One series for each option, the best deepest.
std::vector<ChartSeries> optionSeries(const std::vector<Option> &options)
{
    std::vector<ChartSeries> series;
    const int levels = static_cast<int>(options.size());
    for (int i = 0; i < levels; ++i) {
        ChartSeries one{shortOption(options[static_cast<std::size_t>(i)]), SeriesRole::Level, {}};
        one.level = levels - 1 - i;
        one.levels = levels;
        series.push_back(std::move(one));
    }
    return series;
}

void addRow(ChartSpec &chart, const ChartCategory &category, const std::vector<int> &counts)
{
    chart.categories.push_back(category);
    for (std::size_t i = 0; i < chart.series.size(); ++i)
        chart.series[i].values.push_back(i < counts.size() ? counts[i] : 0);
}

int sum(const std::vector<int> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

/// Adds a row for all and for each group that may be shown, and says below what is not.
template<class Counts>
void addGroups(ChartSpec &chart, const QStringList &groups, bool external, const Counts &countsOf)
{
    std::vector<int> people;
    for (qsizetype i = 1; i < groups.size(); ++i)
        people.push_back(sum(countsOf(groups.at(i))));
    const std::vector<Disclosure> shown = disclosureOfParts(people, external);
    Disclosure strictest = Disclosure::Full;
    const std::vector<int> all = countsOf(groups.first());
    addRow(chart, {{}, groupLabel(groups.first()), sum(all)}, all);
    for (qsizetype i = 1; i < groups.size(); ++i) {
        const auto at = static_cast<std::size_t>(i - 1);
        strictest = std::max(strictest, shown[at]);
        if (shown[at] == Disclosure::Hidden)
            continue;
        ChartCategory category{{}, groupLabel(groups.at(i)), people[at]};
        category.countsOnly = shown[at] == Disclosure::CountsOnly;
        addRow(chart, category, countsOf(groups.at(i)));
    }
    chart.note += disclosureNote(strictest);
    if (strictest == Disclosure::Hidden && std::ranges::find(shown, Disclosure::CountsOnly) != shown.end())
        chart.note += disclosureNote(Disclosure::CountsOnly);
}

QString codes(const std::vector<Option> &options, int first, int end)
{
    QStringList list;
    for (int i = first; i < end; ++i)
        list << options[static_cast<std::size_t>(i)].code;
    return list.join(QStringLiteral("・"));
}

} // namespace

ChartSpec distributionsChart(const ChangeAnalysis &analysis, const ItemSet &set, const QString &group,
                             TransitionTable::Whose whose)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::Diverging;
    const bool pairs = whose == TransitionTable::Whose::Pairs;
    chart.title = (pairs ? tr("研修前と研修後の回答の分布（%1 %2・%3）")
                         : tr("研修前と研修後の回答の分布（結びつけない比較、%1 %2・%3）"))
                      .arg(set.code, set.title, groupLabel(group));
    std::vector<Option> options;
    for (const Item &item : set.items) {
        const TransitionTable *table =
            item.isComparable() ? analysis.transition(analysis.questionnaire.indexOf(item.code), group)
                                : nullptr;
        if (!table || (!options.empty() && item.options.size() != options.size()))
            continue; // another scale needs a figure of its own
        if (options.empty()) {
            options = item.options;
            chart.series = optionSeries(options);
            chart.divide = wantedOption(static_cast<int>(options.size())) + 1;
        }
        const std::vector<int> before = table->before(whose), after = table->after(whose);
        const Disclosure shown = disclosureOf(group, std::min(sum(before), sum(after)), false);
        ChartCategory first{item.code, tr("研修前"), sum(before)},
            second{item.code, tr("研修後"), sum(after)};
        first.countsOnly = second.countsOnly = shown != Disclosure::Full;
        addRow(chart, first, before);
        addRow(chart, second, after);
    }
    if (chart.categories.empty())
        return chart;
    const int end = static_cast<int>(options.size());
    chart.note =
        pairs ? tr("n は研修前・研修後とも回答した人（対）です。")
              : tr("n は研修前・研修後それぞれに回答した人の全員です。だれの回答かを結びつけていません。");
    chart.reading =
        tr("中央の線より右が %1、左が %2 の回答です。帯が右へ動くほど、上の選択肢が増えています。")
            .arg(codes(options, 0, chart.divide), codes(options, chart.divide, end));
    return chart;
}

ChartSpec flowChart(const ChangeAnalysis &analysis, int item, const QString &group)
{
    ChartSpec chart = transitionChart(analysis, item, group);
    if (chart.categories.empty())
        return chart;
    const Item &asked = *analysis.questionnaire.items()[static_cast<std::size_t>(item)].item;
    chart.type = ChartSpec::Type::Flow;
    chart.title = tr("回答の移り変わり（%1 %2・%3）").arg(asked.code, asked.label(), groupLabel(group));
    int people = 0;
    for (ChartCategory &category : chart.categories)
        people += category.base;
    const bool countsOnly = disclosureOf(group, people, false) != Disclosure::Full;
    for (ChartCategory &category : chart.categories)
        category.countsOnly = countsOnly;
    chart.note =
        tr("左が研修前、右が研修後の回答で、帯の太さは人数です。研修前・研修後とも回答した %1 名を表します。"
           "帯が上へ向かうほど、上の選択肢に移った方です。")
            .arg(people);
    return chart;
}

ChartSpec changeByGroupChart(const ChangeAnalysis &analysis, int item, bool external)
{
    ChartSpec chart;
    const auto refs = analysis.questionnaire.items();
    if (item < 0 || !analysis.row(item, analysis.groups.first()))
        return chart;
    const Item &asked = *refs[static_cast<std::size_t>(item)].item;
    chart.title =
        analysis.groups.size() > 1
            ? tr("%1別の変化（%2 %3）").arg(groupByName(analysis.groupBy), asked.code, asked.label())
            : tr("研修前後の変化（%1 %2）").arg(asked.code, asked.label());
    chart.series = {{QStringLiteral("up"), SeriesRole::Up, {}},
                    {QStringLiteral("stay"), SeriesRole::Stay, {}},
                    {QStringLiteral("down"), SeriesRole::Down, {}}};
    chart.note = tr("n は研修前・研修後とも回答した人（対）です。");
    addGroups(chart, analysis.groups, external, [&](const QString &group) {
        const ChangeRow *row = analysis.row(item, group);
        return row ? std::vector<int>{row->up, row->stay, row->down} : std::vector<int>(3);
    });
    if (refs[static_cast<std::size_t>(item)].set->kind == ItemKind::Practice)
        chart.reading = tr("日々の取組の設問では、up も down も見え方の変化を表します。");
    return chart;
}

ChartSpec distributionByGroupChart(const ChangeAnalysis &analysis, int item, bool external)
{
    ChartSpec chart;
    const auto find = [&](const QString &group) {
        const auto row = std::ranges::find_if(analysis.distributions, [&](const DistributionRow &one) {
            return one.item == item && one.group == group;
        });
        return row == analysis.distributions.end() ? std::vector<int>() : row->counts;
    };
    if (find(analysis.groups.first()).empty())
        return chart;
    const Item &asked = *analysis.questionnaire.items()[static_cast<std::size_t>(item)].item;
    chart.title = analysis.groups.size() > 1 ? tr("%1（%2別）").arg(asked.text, groupByName(analysis.groupBy))
                                             : tr("%1（全体）").arg(asked.text);
    chart.series = optionSeries(asked.options);
    chart.note = tr("n は回答した人です。無回答は含みません。");
    addGroups(chart, analysis.groups, external, find);
    return chart;
}

ChartSpec satisfactionChart(const ChangeAnalysis &analysis, const QString &group)
{
    ChartSpec chart;
    const auto refs = analysis.questionnaire.items();
    const std::vector<Option> *options = nullptr;
    for (const DistributionRow &row : analysis.distributions) {
        const Item &item = *refs[static_cast<std::size_t>(row.item)].item;
        if (row.group != group || (options && item.options != *options))
            continue;
        if (!options) {
            options = &item.options;
            chart.series = optionSeries(item.options);
        }
        ChartCategory category{item.code, item.label(), row.n()};
        category.countsOnly = disclosureOf(group, row.n(), false) != Disclosure::Full;
        addRow(chart, category, row.counts);
    }
    if (chart.categories.size() < 2)
        return {};
    chart.title = tr("研修会への評価（%1）").arg(groupLabel(group));
    chart.note = tr("n は回答した人です。無回答は含みません。");
    return chart;
}

} // namespace tane
