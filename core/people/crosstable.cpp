#include "people/crosstable.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::CrossTable)
};

QString unansweredText()
{
    return Texts::tr("未回答");
}

/// The values of one attribute as rows or columns.
class Axis
{
public:
    Axis(const CaseTable &cases, int attribute)
        : m_cases(cases)
        , m_attribute(static_cast<std::size_t>(attribute))
    {
        if (m_attribute < cases.order.size())
            for (const QString &value : cases.order[m_attribute])
                take(value);
        bool blank = false;
        for (const auto &one : cases.cases) {
            for (const QString &value : one[m_attribute])
                take(value);
            blank = blank || one[m_attribute].isEmpty();
        }
        if (blank) {
            m_blank = static_cast<int>(m_labels.size());
            m_labels << unansweredText();
        }
    }
    [[nodiscard]] const QStringList &labels() const { return m_labels; }
    [[nodiscard]] bool isBlank(std::size_t row) const { return m_cases.cases[row][m_attribute].isEmpty(); }
    /// The places of a case's values, each once.
    [[nodiscard]] std::vector<int> placesOf(std::size_t row) const
    {
        const QStringList &values = m_cases.cases[row][m_attribute];
        if (values.isEmpty())
            return {m_blank};
        std::vector<int> places;
        for (const QString &value : values)
            if (const int place = m_places.value(value); std::ranges::find(places, place) == places.end())
                places.push_back(place);
        return places;
    }

private:
    void take(const QString &value)
    {
        if (m_places.contains(value))
            return;
        m_places.insert(value, static_cast<int>(m_labels.size()));
        m_labels << value;
    }

    const CaseTable &m_cases;
    std::size_t m_attribute;
    QStringList m_labels;
    QHash<QString, int> m_places;
    int m_blank = -1;
};

} // namespace

QString populationBand(int population)
{
    if (population < 10'000)
        return Texts::tr("1万人未満");
    if (population < 50'000)
        return Texts::tr("1万～5万人未満");
    if (population < 100'000)
        return Texts::tr("5万～10万人未満");
    return population < 300'000 ? Texts::tr("10万～30万人未満") : Texts::tr("30万人以上");
}

QString tenPrefectures(const QString &prefecture)
{
    static const QStringList names = {Texts::tr("茨城県"),   Texts::tr("栃木県"), Texts::tr("群馬県"),
                                      Texts::tr("埼玉県"),   Texts::tr("千葉県"), Texts::tr("東京都"),
                                      Texts::tr("神奈川県"), Texts::tr("新潟県"), Texts::tr("山梨県"),
                                      Texts::tr("長野県")};
    return names.contains(prefecture) ? prefecture : Texts::tr("10都県以外");
}

int CrossTable::base(CrossBase of, int row, int column) const
{
    switch (of) {
    case CrossBase::AllCases:
        return cases;
    case CrossBase::Answered:
        return answered;
    case CrossBase::RowTotals:
        return rowTotals.at(static_cast<std::size_t>(row));
    case CrossBase::ColumnTotals:
        return columnTotals.at(static_cast<std::size_t>(column));
    }
    Q_UNREACHABLE();
}

Percent CrossTable::percent(CrossBase of, int row, int column) const
{
    // Who gave no answer is no part of those who did.
    const auto isBlank = [](const QStringList &labels, int place, bool blank) {
        return blank && place == labels.size() - 1;
    };
    if (of == CrossBase::Answered &&
        (isBlank(rows, row, blankRow) || (!columnTitle.isEmpty() && isBlank(columns, column, blankColumn))))
        return Percent::of(0, 0);
    const int count = counts.at(static_cast<std::size_t>(row)).at(static_cast<std::size_t>(column));
    return Percent::of(count, base(of, row, column));
}

Result<CrossTable> crossTabulate(const CaseTable &cases, const QString &row, const QString &column)
{
    const int rowAttribute = cases.indexOf(row);
    const int columnAttribute = column.isEmpty() ? rowAttribute : cases.indexOf(column);
    for (const auto &[index, name] : {std::pair(rowAttribute, row), std::pair(columnAttribute, column)})
        if (index < 0)
            return fail(ErrorCode::NotFound, Texts::tr("「%1」という項目はありません。").arg(name));
    const bool simple = column.isEmpty();
    const Axis rows(cases, rowAttribute), columns(cases, columnAttribute);

    CrossTable table;
    table.rowTitle = row;
    table.columnTitle = column;
    table.unit = cases.unit;
    table.cases = static_cast<int>(cases.cases.size());
    table.rows = rows.labels();
    table.columns = simple ? QStringList{Texts::tr("総数")} : columns.labels();
    table.counts.assign(static_cast<std::size_t>(table.rows.size()),
                        std::vector<int>(static_cast<std::size_t>(table.columns.size()), 0));
    table.rowTotals.assign(table.counts.size(), 0);
    table.columnTotals.assign(static_cast<std::size_t>(table.columns.size()), 0);
    for (std::size_t i = 0; i < cases.cases.size(); ++i) {
        const std::vector<int> inRows = rows.placesOf(i);
        const std::vector<int> inColumns = simple ? std::vector{0} : columns.placesOf(i);
        table.multiple = table.multiple || inRows.size() > 1 || inColumns.size() > 1;
        const bool rowBlank = rows.isBlank(i), columnBlank = !simple && columns.isBlank(i);
        table.answered += !rowBlank && !columnBlank ? 1 : 0;
        table.blankRow = table.blankRow || rowBlank;
        table.blankColumn = table.blankColumn || columnBlank;
        for (const int r : inRows) {
            ++table.rowTotals[static_cast<std::size_t>(r)];
            for (const int c : inColumns)
                ++table.counts[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
        }
        for (const int c : inColumns)
            ++table.columnTotals[static_cast<std::size_t>(c)];
    }
    return table;
}

namespace {

QString baseText(const CrossTable &table, CrossBase base)
{
    switch (base) {
    case CrossBase::AllCases:
        return Texts::tr("割合は、未回答を含む %1%2に対する値です。").arg(table.cases).arg(table.unit);
    case CrossBase::Answered:
        return Texts::tr("割合は、回答のある %1%2に対する値です。").arg(table.answered).arg(table.unit);
    case CrossBase::RowTotals:
        return Texts::tr("割合は、「%1」のそれぞれの%2数に対する値です。").arg(table.rowTitle, table.unit);
    case CrossBase::ColumnTotals:
        return Texts::tr("割合は、「%1」のそれぞれの%2数に対する値です。").arg(table.columnTitle, table.unit);
    }
    Q_UNREACHABLE();
}

} // namespace

ChartSpec crossTableChart(const CrossTable &table, CrossBase base)
{
    ChartSpec chart;
    const bool simple = table.columnTitle.isEmpty();
    // Parts of a whole only where each case is in one of them and the whole is the row.
    const bool shares = !simple && !table.multiple && base == CrossBase::RowTotals;
    chart.type = shares ? ChartSpec::Type::StackedShare : ChartSpec::Type::Bars;
    chart.title = simple ? table.rowTitle : Texts::tr("%1×%2").arg(table.rowTitle, table.columnTitle);
    chart.unit = table.unit;
    chart.note = baseText(table, base);
    if (table.multiple)
        chart.note += Texts::tr("複数回答のため、合計は100%を超えることがあります。");
    if (shares) {
        for (qsizetype r = 0; r < table.rows.size(); ++r)
            chart.categories.push_back({{}, table.rows[r], table.rowTotals[static_cast<std::size_t>(r)]});
        for (qsizetype c = 0; c < table.columns.size(); ++c) {
            // Parts are told apart by the ramp; 未回答 is no part of it.
            ChartSeries series{.name = table.columns[c], .role = SeriesRole::Plain, .values = {}};
            if (const auto parts = table.columns.size() - (table.blankColumn ? 1 : 0); c < parts) {
                series.role = SeriesRole::Level;
                series.level = static_cast<int>(c);
                series.levels = static_cast<int>(parts);
            }
            for (const auto &row : table.counts)
                series.values.push_back(row[static_cast<std::size_t>(c)]);
            chart.series.push_back(std::move(series));
        }
        return chart;
    }
    bool leftOut = false;
    ChartSeries series{.name = Texts::tr("%1数").arg(table.unit), .role = SeriesRole::Plain, .values = {}};
    for (qsizetype r = 0; r < table.rows.size(); ++r) {
        for (qsizetype c = 0; c < table.columns.size(); ++c) {
            if (!table.percent(base, static_cast<int>(r), static_cast<int>(c)).isDefined())
                continue; // no part of this base
            if (!simple && table.counts[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)] == 0) {
                leftOut = true; // most combinations of two long lists: the table says them
                continue;
            }
            const QString label = simple ? table.rows[r] : QString(table.rows[r] + u'・' + table.columns[c]);
            chart.categories.push_back(
                {{}, label, table.base(base, static_cast<int>(r), static_cast<int>(c))});
            series.values.push_back(table.counts[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)]);
        }
    }
    if (leftOut)
        chart.note += Texts::tr("図では、0の組み合わせを省いています。");
    chart.series.push_back(std::move(series));
    return chart;
}

} // namespace tane
