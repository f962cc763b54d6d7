// What a result means, in words and as charts. Kept apart from the counting.
#include "survey/change.h"
#include "survey/disclosureparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <climits>

namespace tane {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::Change", text);
}

/// "3", or "3～5" over the rows.
QString range(int low, int high)
{
    return low == high ? QString::number(low) : tr("%1～%2").arg(low).arg(high);
}

} // namespace

QString kindHint(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Practice:
        return tr(
            "日々の取組の設問です。研修から数日で実態は変わらないため、上がった方（up）も下がった方（down）も"
            "「見え方の変化」です。下がった方は、できていないことに気づいた場合があります。");
    case ItemKind::Explain:
        return tr("説明できるかの設問です。上がった（up）は研修で期待した変化、下がった（down）は研修前より自"
                  "信がなくなった"
                  "ことを表します。本人による評価です。");
    case ItemKind::Satisfaction:
        return tr("研修会そのものへの評価です。研修後に一度だけ尋ねているため、前後の比較はありません。");
    case ItemKind::Other:
        return tr(
            "up は研修後の回答が上がったこと、down は下がったことを表します。受け止め方は設問の内容に合わせて"
            "考えてください。");
    }
    return {};
}

QString leftOutNote(const ChangeAnalysis &analysis, const ItemSet &set, const QString &group)
{
    int lowBefore = INT_MAX, highBefore = 0, lowAfter = INT_MAX, highAfter = 0;
    for (const Item &item : set.items) {
        const ChangeRow *row =
            item.isComparable() ? analysis.row(analysis.questionnaire.indexOf(item.code), group) : nullptr;
        if (!row)
            continue;
        lowBefore = std::min(lowBefore, row->unpairedBefore);
        highBefore = std::max(highBefore, row->unpairedBefore);
        lowAfter = std::min(lowAfter, row->unpairedAfter);
        highAfter = std::max(highAfter, row->unpairedAfter);
    }
    if (lowBefore == INT_MAX)
        return {};
    return tr("研修前のみ %1 名、研修後のみ %2 名は含みません。")
        .arg(range(lowBefore, highBefore), range(lowAfter, highAfter));
}

ChartSpec changeChart(const ChangeAnalysis &analysis, const ItemSet &set, const QString &group)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = tr("研修前後の変化（%1 %2・%3）").arg(set.code, set.title, groupLabel(group));
    chart.series = {{QStringLiteral("up"), SeriesRole::Up, {}},
                    {QStringLiteral("stay"), SeriesRole::Stay, {}},
                    {QStringLiteral("down"), SeriesRole::Down, {}}};
    bool few = false;
    for (const Item &item : set.items) {
        const ChangeRow *row =
            item.isComparable() ? analysis.row(analysis.questionnaire.indexOf(item.code), group) : nullptr;
        if (!row)
            continue;
        chart.categories.push_back({item.code, item.label(), row->n()});
        chart.categories.back().countsOnly = disclosureOf(group, row->n(), false) != Disclosure::Full;
        few = few || chart.categories.back().countsOnly;
        chart.series[0].values.push_back(row->up);
        chart.series[1].values.push_back(row->stay);
        chart.series[2].values.push_back(row->down);
    }
    if (chart.categories.empty())
        return chart;
    chart.note = tr("n は研修前・研修後とも回答した人（対）です。割合は n "
                    "に対する値で、四捨五入のため合計が100.0%にならないことがあります。") +
                 leftOutNote(analysis, set, group) +
                 (few ? disclosureNote(Disclosure::CountsOnly) : QString());
    chart.reading = set.kind == ItemKind::Practice
                        ? tr("up＝研修後の方が高い回答、stay＝変化なし、down＝研修後の方が低い回答。日々の取"
                             "組の設問では、up も down も見え方の変化を表します。")
                        : tr("up＝研修後の方が高い回答、stay＝変化なし、down＝研修後の方が低い回答。");
    return chart;
}

ChartSpec transitionChart(const ChangeAnalysis &analysis, int item, const QString &group)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::HeatMap;
    const auto refs = analysis.questionnaire.items();
    const TransitionTable *table = analysis.transition(item, group);
    if (!table)
        return chart;
    const Item &asked = *refs[static_cast<std::size_t>(item)].item;
    chart.title = tr("研修前→研修後の回答（%1 %2・%3）").arg(asked.code, asked.label(), groupLabel(group));
    chart.rowTitle = tr("研修前");
    chart.columnTitle = tr("研修後");
    chart.cells = table->counts;
    int total = 0;
    for (std::size_t i = 0; i < asked.options.size(); ++i) {
        const Option &option = asked.options[i];
        const QString label = option.shortText.isEmpty() ? option.text : option.shortText;
        int base = 0;
        for (const int count : table->counts[i])
            base += count;
        total += base;
        chart.columns << label;
        chart.categories.push_back({option.code, label, base});
    }
    chart.note =
        tr("行は研修前、列は研修後の回答です。研修前・研修後とも回答した %1 名の人数を表します。").arg(total);
    return chart;
}

} // namespace tane
