#include "survey/tablecheck.h"

#include "survey/tablepairs.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace tane {

using namespace tablecheck;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::TableCheck)
};

std::int64_t power(int decimals)
{
    std::int64_t result = 1;
    for (int i = 0; i < decimals; ++i)
        result *= 10;
    return result;
}

/// count/base in units of 10^-decimals percent, rounded half up.
std::int64_t expectedUnits(std::int64_t count, std::int64_t base, int decimals)
{
    const std::int64_t scaled = count * 100 * power(decimals);
    return (2 * scaled + base) / (2 * base);
}

QString unitsText(std::int64_t units, int decimals)
{
    QString text = QString::number(units).rightJustified(decimals + 1, u'0');
    if (decimals > 0)
        text.insert(text.size() - decimals, u'.');
    return text + u'%';
}

/// Bases b with units <= 100·10^d·count/b + ½ < units + 1, all of the pairs at once.
std::optional<BaseRange> fittingBases(const std::vector<CheckedPercent> &percents,
                                      const std::vector<Printed> &printed, std::int64_t least)
{
    BaseRange range{std::max<std::int64_t>(least, 1), 1'000'000'000};
    for (std::size_t i = 0; i < percents.size(); ++i) {
        const std::int64_t scaled = 200 * power(printed[i].decimals) * percents[i].count;
        const std::int64_t low = 2 * printed[i].units - 1, high = 2 * printed[i].units + 1;
        if (percents[i].count == 0) {
            if (printed[i].units != 0)
                return std::nullopt;
            continue;
        }
        range.first = std::max(range.first, scaled / high + 1);
        if (low > 0)
            range.last = std::min(range.last, scaled / low);
    }
    return range.first <= range.last ? std::optional(range) : std::nullopt;
}

CheckedRow checked(const Series &series, std::optional<std::int64_t> base)
{
    CheckedRow row{.label = series.label};
    std::vector<Printed> printed;
    std::int64_t greatest = 0;
    const auto isTotal = [&series](const Pair &pair) {
        // A count that no percentage belongs to, or 100 % of what is called a sum.
        return !pair.percent || (series.pairs.size() > 1 && namesTotal(pair.label) &&
                                 pair.percent->units == 100 * power(pair.percent->decimals));
    };
    for (const Pair &pair : series.pairs) {
        if (isTotal(pair)) {
            row.base = pair.count;
            row.baseStated = true;
            continue;
        }
        row.sum += pair.count;
        greatest = std::max(greatest, pair.count);
        row.percents.push_back({.label = pair.label,
                                .count = pair.count,
                                .printed = pair.percent->text,
                                .row = pair.row,
                                .column = pair.column});
        printed.push_back(*pair.percent);
    }
    if (base) {
        row.base = *base;
        row.baseStated = row.baseAsked = true;
    } else if (!row.baseStated) {
        row.base = row.sum;
    }
    for (std::size_t i = 0; i < row.percents.size(); ++i) {
        CheckedPercent &percent = row.percents[i];
        if (row.base <= 0) {
            percent.follows = false;
            percent.expected = QStringLiteral("–");
            continue;
        }
        const std::int64_t units = expectedUnits(percent.count, row.base, printed[i].decimals);
        percent.expected = unitsText(units, printed[i].decimals);
        percent.follows = units == printed[i].units;
    }
    row.fitting = fittingBases(row.percents, printed, greatest);
    return row;
}

std::vector<CheckedRow> checkedAll(const std::vector<Series> &all, std::optional<std::int64_t> base)
{
    std::vector<CheckedRow> rows;
    for (const Series &series : all) {
        CheckedRow row = checked(series, base);
        if (!row.percents.empty())
            rows.push_back(std::move(row));
    }
    return rows;
}

int following(const std::vector<CheckedRow> &rows)
{
    int count = 0;
    for (const CheckedRow &row : rows)
        count += static_cast<int>(std::ranges::count(row.percents, true, &CheckedPercent::follows));
    return count;
}

} // namespace

bool CheckedRow::follows() const
{
    return std::ranges::all_of(percents, &CheckedPercent::follows);
}

QString CheckedRow::finding() const
{
    if (follows())
        return Texts::tr("百分率は、人数と母数（%1）から計算した値と合っています。").arg(base);
    const QString stated = baseAsked ? Texts::tr("指定した母数は%1、人数の合計は%2です").arg(base).arg(sum)
                           : baseStated ? Texts::tr("表の計は%1です").arg(base)
                                        : Texts::tr("人数の合計は%1です").arg(base);
    if (!fitting)
        return Texts::tr("どの母数でも、すべての百分率には合いません（%"
                         "1）。人数か百分率に書き誤りがないか、ご確認ください。")
            .arg(stated);
    if (fitting->first == fitting->last)
        return Texts::tr("百分率は、母数 %1 で計算した値です（%2）。")
            .arg(QString::number(fitting->first), stated);
    return Texts::tr("百分率は、母数 %1～%2 のどれかで計算した値です（%3）。")
        .arg(QString::number(fitting->first), QString::number(fitting->last), stated);
}

int TableCheck::wrongRows() const
{
    if (!byColumns)
        return static_cast<int>(
            std::ranges::count_if(rows, [](const CheckedRow &row) { return !row.follows(); }));
    std::set<int> lines;
    for (const CheckedRow &column : rows) {
        for (const CheckedPercent &percent : column.percents) {
            if (!percent.follows)
                lines.insert(percent.row);
        }
    }
    return static_cast<int>(lines.size());
}

int TableCheck::checkedRows() const
{
    if (!byColumns)
        return static_cast<int>(rows.size());
    std::set<int> lines;
    for (const CheckedRow &column : rows) {
        for (const CheckedPercent &percent : column.percents)
            lines.insert(percent.row);
    }
    return static_cast<int>(lines.size());
}

std::vector<TableFinding> TableCheck::findings() const
{
    std::vector<TableFinding> found;
    for (const CheckedRow &row : rows) {
        if (row.follows())
            continue;
        TableFinding all{.row = row.label, .column = {}, .wrong = {}, .reason = row.finding()};
        for (const CheckedPercent &percent : row.percents) {
            if (percent.follows)
                continue;
            if (!byColumns) {
                all.wrong.push_back(percent);
                continue;
            }
            CheckedPercent one = percent;
            one.label = row.label;
            found.push_back({.row = percent.label,
                             .column = rows.size() > 1 ? row.label : QString(),
                             .wrong = {one},
                             .reason = all.reason});
        }
        if (!byColumns)
            found.push_back(std::move(all));
    }
    // The columns one beside the other, as the lines of the table come.
    if (byColumns)
        std::ranges::stable_sort(found, {}, [](const TableFinding &each) { return each.wrong.front().row; });
    return found;
}

QString TableCheck::summary() const
{
    const int wrong = wrongRows();
    return wrong == 0
               ? Texts::tr("%1行すべてで、百分率が人数から計算した値と合っています。").arg(checkedRows())
               : Texts::tr("%1行のうち%2行で、百分率が人数から計算した値と合いません。")
                     .arg(checkedRows())
                     .arg(wrong);
}

Result<TableCheck> checkTable(const std::vector<QStringList> &cells, std::optional<std::int64_t> base)
{
    TableCheck check;
    const std::vector<Series> lines = seriesOf(cells, check.notes);
    if (lines.empty())
        return fail(
            ErrorCode::NothingUnderstood,
            Texts::tr(
                "人数と百分率の組が見つかりませんでした。人数と百分率の両方がある表を貼り付けてください。"));
    check.rows = checkedAll(lines, base);
    std::vector<CheckedRow> columns = checkedAll(turned(lines), base);
    check.byColumns = following(columns) > following(check.rows);
    if (check.byColumns)
        check.rows = std::move(columns);
    return check;
}

std::vector<QStringList> cellsOfText(const QString &text)
{
    std::vector<QStringList> cells;
    const bool tabs = text.contains(u'\t');
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    for (const QString &line : text.split(u'\n')) {
        const QString plain = line.endsWith(u'\r') ? line.chopped(1) : line;
        cells.push_back(tabs ? plain.split(u'\t') : plain.split(spaces, Qt::SkipEmptyParts));
    }
    // What is copied ends with a line break; that is no row of its own.
    const auto isBlank = [](const QStringList &row) {
        return std::ranges::all_of(row, [](const QString &cell) { return cell.trimmed().isEmpty(); });
    };
    while (!cells.empty() && isBlank(cells.back()))
        cells.pop_back();
    return cells;
}

std::vector<QStringList> cellsOfTable(const Table &table)
{
    std::vector<QStringList> cells;
    for (int row = 0; row < table.rowCount(); ++row) {
        // Rows without content keep their place, so that a finding names the row of the file.
        while (static_cast<int>(cells.size()) < table.rowNumber(row) - 1)
            cells.emplace_back();
        QStringList line;
        for (const std::string_view cell : table.cells(row))
            line << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
        cells.push_back(line);
    }
    return cells;
}

} // namespace tane
