#include "survey/years.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"
#include "programme/workshop.h"
#include "survey/changedetails.h"
#include "survey/disclosureparts.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Years)
};

QSet<QString> wordings(const Item &item)
{
    QSet<QString> folded{foldText(item.text)};
    for (const QString &alias : item.aliases)
        folded.insert(foldText(alias));
    return folded;
}

bool asksTheSame(const Item &a, const Item &b)
{
    return a.type == b.type && a.looksBack.isEmpty() == b.looksBack.isEmpty() &&
           wordings(a).intersects(wordings(b));
}

bool sameOptions(const std::vector<Option> &a, const std::vector<Option> &b)
{
    return std::ranges::equal(a, b, [](const Option &one, const Option &other) {
        return foldText(one.text) == foldText(other.text);
    });
}

bool isShown(const Item &item)
{
    return item.type == AnswerType::Single && item.options.size() >= 2 && item.looksBack.isEmpty() &&
           (item.isComparable() || (!item.askedBefore && item.askedAfter));
}

/// The item of a questionnaire that asks the same; of several the one with the same code. −1: none.
int findSame(const Questionnaire &questionnaire, const Item &item)
{
    int found = -1;
    const auto refs = questionnaire.items();
    for (int i = 0; i < static_cast<int>(refs.size()); ++i) {
        const Item &other = *refs[static_cast<std::size_t>(i)].item;
        if (!isShown(other) || !asksTheSame(item, other))
            continue;
        if (other.code == item.code)
            return i;
        if (found < 0)
            found = i;
    }
    return found;
}

YearItem::Cell cellOf(const Questionnaire &questionnaire, const Item &item)
{
    YearItem::Cell cell;
    cell.item = findSame(questionnaire, item);
    if (cell.item < 0) {
        const Item *sameCode = questionnaire.find(item.code);
        cell.note =
            sameCode ? Texts::tr("同じ記号の設問はありますが、文が違います") : Texts::tr("聞いていません");
        return cell;
    }
    const Item &other = *questionnaire.items()[static_cast<std::size_t>(cell.item)].item;
    cell.comparable = sameOptions(item.options, other.options) && item.askedBefore == other.askedBefore;
    QStringList notes;
    if (other.code != item.code)
        notes << Texts::tr("記号は %1").arg(other.code);
    if (foldText(other.text) != foldText(item.text))
        notes << Texts::tr("文の言い回しが違います");
    if (!cell.comparable)
        notes << Texts::tr("選択肢か聞く時期が違うため、比べられません");
    cell.note = notes.join(QStringLiteral("、"));
    return cell;
}

void addItems(YearsComparison &years)
{
    std::vector<QSet<int>> used(years.columns.size());
    for (std::size_t column = years.columns.size(); column-- > 0;) {
        const auto refs = years.columns[column].questionnaire.items();
        for (int i = 0; i < static_cast<int>(refs.size()); ++i) {
            const auto &ref = refs[static_cast<std::size_t>(i)];
            if (!isShown(*ref.item) || used[column].contains(i))
                continue;
            YearItem item;
            item.code = ref.item->code;
            item.text = ref.item->text;
            item.label = ref.item->label();
            item.kind = ref.set->kind;
            item.options = ref.item->options;
            for (std::size_t other = 0; other < years.columns.size(); ++other) {
                YearItem::Cell cell = cellOf(years.columns[other].questionnaire, *ref.item);
                if (cell.item >= 0 && used[other].contains(cell.item))
                    cell = {-1, false, Texts::tr("聞いていません")};
                if (cell.item >= 0)
                    used[other].insert(cell.item);
                item.cells.push_back(cell);
            }
            years.items.push_back(std::move(item));
        }
    }
}

std::vector<int> distributionOf(const ChangeAnalysis &analysis, int item, const QString &group)
{
    const auto row = std::ranges::find_if(analysis.distributions, [&](const DistributionRow &one) {
        return one.item == item && one.group == group;
    });
    return row == analysis.distributions.end() ? std::vector<int>() : row->counts;
}

int sum(const std::vector<int> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

QString measureTitle(YearMeasure measure)
{
    switch (measure) {
    case YearMeasure::After:
        return Texts::tr("研修後の回答");
    case YearMeasure::Before:
        return Texts::tr("研修前の回答");
    case YearMeasure::Change:
        return Texts::tr("研修前後の変化");
    }
    return {};
}

} // namespace

YearsComparison compareYears(std::vector<YearColumn> columns)
{
    YearsComparison years;
    std::ranges::stable_sort(columns, [](const YearColumn &a, const YearColumn &b) {
        return a.heldOn.isValid() && (!b.heldOn.isValid() || a.heldOn < b.heldOn);
    });
    years.columns = std::move(columns);
    addItems(years);
    years.groups << QStringLiteral("all");
    for (std::size_t i = 0; i < years.columns.size(); ++i) {
        for (const QString &group : years.columns[i].analysis.groups)
            if (!years.groups.contains(group))
                years.groups << group;
        if (i == 0)
            continue;
        std::vector<QuestionnaireChange> changes =
            questionnaireChanges(years.columns[i - 1].questionnaire, years.columns[i].questionnaire);
        if (!changes.empty())
            years.changes.push_back({static_cast<int>(i), std::move(changes)});
    }
    return years;
}

Result<YearsComparison> loadYears(Document &document)
{
    TANE_TRY(const std::vector<Workshop> workshops, WorkshopRepository(document).all());
    std::vector<YearColumn> columns;
    for (const Workshop &workshop : workshops) {
        if (workshop.questionnaire == 0)
            continue;
        TANE_TRY(SurveyState state, loadSurveyState(document, workshop.id, GroupBy::Role));
        if (state.before.isEmpty() && state.after.isEmpty())
            continue;
        YearColumn column;
        column.workshop = workshop.id;
        column.heldOn = workshop.heldOn;
        column.yearText = workshop.heldOn.isValid() ? FiscalYear::of(workshop.heldOn).text() : workshop.title;
        column.title = workshop.heldOn.isValid()
                           ? QString(column.yearText + QLatin1Char(' ') + workshop.title)
                           : workshop.title;
        column.questionnaire = std::move(state.questionnaire);
        column.analysis = std::move(state.analysis);
        columns.push_back(std::move(column));
    }
    return compareYears(std::move(columns));
}

std::vector<int> yearCounts(const YearsComparison &years, const YearItem &item, std::size_t column,
                            const QString &group, YearMeasure measure)
{
    const YearItem::Cell &cell = item.cells[column];
    if (cell.item < 0 || !cell.comparable)
        return {};
    const ChangeAnalysis &analysis = years.columns[column].analysis;
    if (measure == YearMeasure::Change) {
        const ChangeRow *row = analysis.row(cell.item, group);
        return row ? std::vector<int>{row->up, row->stay, row->down} : std::vector<int>();
    }
    if (const TransitionTable *table = analysis.transition(cell.item, group)) {
        const auto whose = TransitionTable::Whose::Pairs;
        return measure == YearMeasure::After ? table->after(whose) : table->before(whose);
    }
    return measure == YearMeasure::After ? distributionOf(analysis, cell.item, group) : std::vector<int>();
}

ChartSpec yearsChart(const YearsComparison &years, const YearItem &item, const QString &group,
                     YearMeasure measure)
{
    ChartSpec chart;
    chart.title = Texts::tr("年度の比較：%1（%2 %3・%4）")
                      .arg(measureTitle(measure), item.code, item.label, groupLabel(group));
    if (measure == YearMeasure::Change) {
        chart.series = {{QStringLiteral("up"), SeriesRole::Up, {}},
                        {QStringLiteral("stay"), SeriesRole::Stay, {}},
                        {QStringLiteral("down"), SeriesRole::Down, {}}};
    } else {
        const int levels = static_cast<int>(item.options.size());
        for (int i = 0; i < levels; ++i) {
            const Option &option = item.options[static_cast<std::size_t>(i)];
            ChartSeries series{
                option.shortText.isEmpty() ? option.text : option.shortText, SeriesRole::Level, {}};
            series.level = levels - 1 - i;
            series.levels = levels;
            chart.series.push_back(std::move(series));
        }
    }
    bool few = false;
    for (std::size_t column = 0; column < years.columns.size(); ++column) {
        const std::vector<int> counts = yearCounts(years, item, column, group, measure);
        if (counts.empty())
            continue;
        ChartCategory category{{}, years.columns[column].title, sum(counts)};
        category.countsOnly = disclosureOf(group, category.base, false) != Disclosure::Full;
        few = few || category.countsOnly;
        chart.categories.push_back(category);
        for (std::size_t i = 0; i < chart.series.size(); ++i)
            chart.series[i].values.push_back(i < counts.size() ? counts[i] : 0);
    }
    const bool once = item.kind == ItemKind::Satisfaction;
    chart.note = (once ? Texts::tr("n は回答した人です。")
                       : Texts::tr("n は研修前・研修後とも回答した人（対）です。")) +
                 Texts::tr("年度によって参加した方が違うため、違いがすべて研修によるとは限りません。") +
                 (few ? disclosureNote(Disclosure::CountsOnly) : QString());
    if (measure == YearMeasure::Change && item.kind == ItemKind::Practice)
        chart.reading = Texts::tr("日々の取組の設問では、up も down も見え方の変化を表します。");
    return chart;
}

QString yearText(const YearsComparison &years, const YearItem &item, std::size_t column, const QString &group,
                 YearMeasure measure)
{
    const std::vector<int> counts = yearCounts(years, item, column, group, measure);
    if (counts.empty() || sum(counts) == 0)
        return QStringLiteral("–");
    if (measure == YearMeasure::Change)
        return Texts::tr("up %1・stay %2・down %3").arg(counts[0]).arg(counts[1]).arg(counts[2]);
    const int wanted = wantedOption(static_cast<int>(counts.size()));
    const int reached = std::accumulate(counts.begin(), counts.begin() + wanted + 1, 0);
    const int base = sum(counts);
    return disclosureOf(group, base, false) == Disclosure::Full
               ? Texts::tr("%1/%2（%3）")
                     .arg(QString::number(reached), QString::number(base), Percent::of(reached, base).text())
               : Texts::tr("%1/%2").arg(reached).arg(base);
}

} // namespace tane
