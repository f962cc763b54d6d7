#include "participants/participationsheet.h"

#include "programme/sheetparts.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

using sheets::body;
using sheets::centred;
using sheets::head;
using sheets::label;
using Who = MunicipalityTurnout::Who;

struct ParticipationTexts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Participation)
};

constexpr std::array kKinds{Who::Both, Who::OnlyCoordinator, Who::OnlyOfficer, Who::OnlyOthers, Who::Nobody};

void add(TurnoutCount &count, Who who)
{
    switch (who) {
    case Who::Both:
        ++count.both;
        break;
    case Who::OnlyCoordinator:
        ++count.onlyCoordinator;
        break;
    case Who::OnlyOfficer:
        ++count.onlyOfficer;
        break;
    case Who::OnlyOthers:
        ++count.onlyOthers;
        break;
    case Who::Nobody:
        ++count.nobody;
        break;
    }
}

int numberOf(const TurnoutCount &count, Who who)
{
    switch (who) {
    case Who::Both:
        return count.both;
    case Who::OnlyCoordinator:
        return count.onlyCoordinator;
    case Who::OnlyOfficer:
        return count.onlyOfficer;
    case Who::OnlyOthers:
        return count.onlyOthers;
    case Who::Nobody:
        return count.nobody;
    }
    Q_UNREACHABLE();
}

/// Three municipalities a row: name, coordinators, officers, sign.
FormTable matrix(const std::vector<MunicipalityTurnout> &turnout)
{
    constexpr std::size_t columns = 3;
    FormTable table;
    table.caption = ParticipationTexts::tr("市町村ごとの参加（人数）");
    table.headRows = 1;
    table.middle = true;
    std::vector<FormTableCell> heads;
    for (std::size_t i = 0; i < columns; ++i) {
        for (const double width : {26.0, 10.0, 10.0, 14.0})
            table.widths.push_back(width);
        heads.push_back(head(ParticipationTexts::tr("市町村")));
        heads.push_back(head(ParticipationTexts::tr("コ")));
        heads.push_back(head(ParticipationTexts::tr("市")));
        heads.push_back(head(ParticipationTexts::tr("両方")));
    }
    table.rows.push_back(std::move(heads));
    const std::size_t rows = (turnout.size() + columns - 1) / columns;
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<FormTableCell> cells;
        for (std::size_t column = 0; column < columns; ++column) {
            const std::size_t at = column * rows + row; // down the first column, then the next
            if (at >= turnout.size()) {
                for (int i = 0; i < 4; ++i)
                    cells.push_back(body({}));
                continue;
            }
            const MunicipalityTurnout &one = turnout[at];
            cells.push_back(label(one.name));
            cells.push_back(centred(one.coordinators > 0 ? QString::number(one.coordinators) : QString()));
            cells.push_back(centred(one.officers > 0 ? QString::number(one.officers) : QString()));
            cells.push_back(centred(turnoutSign(one.who())));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// Two tables side by side would need cells of their own: one below the other, values across.
FormTable counted(const CountTable &count)
{
    FormTable table;
    table.caption = ParticipationTexts::tr("%1（母数：%2）").arg(count.title, count.baseText);
    table.middle = true;
    std::vector<FormTableCell> heads, numbers, shares;
    heads.push_back(label(ParticipationTexts::tr("区分")));
    numbers.push_back(label(ParticipationTexts::tr("人数")));
    shares.push_back(label(ParticipationTexts::tr("割合")));
    table.widths.push_back(16);
    for (const CountRow &row : count.rows) {
        table.widths.push_back(24);
        heads.push_back(head(row.value));
        numbers.push_back(centred(QString::number(row.count)));
        shares.push_back(centred(row.percent.text()));
    }
    table.rows = {std::move(heads), std::move(numbers), std::move(shares)};
    return table;
}

} // namespace

QString turnoutSign(Who who)
{
    switch (who) {
    case Who::Both:
        return QStringLiteral("◎");
    case Who::OnlyCoordinator:
        return QStringLiteral("○");
    case Who::OnlyOfficer:
        return QStringLiteral("△");
    case Who::OnlyOthers:
        return QStringLiteral("・");
    case Who::Nobody:
        return QStringLiteral("－");
    }
    Q_UNREACHABLE();
}

TurnoutCount countTurnout(const std::vector<MunicipalityTurnout> &turnout)
{
    TurnoutCount count;
    for (const MunicipalityTurnout &one : turnout)
        add(count, one.who());
    return count;
}

std::vector<TurnoutCount> turnoutByArea(const std::vector<MunicipalityTurnout> &turnout)
{
    std::vector<TurnoutCount> areas;
    const QString none = ParticipationTexts::tr("圏域なし");
    for (const MunicipalityTurnout &one : turnout) {
        const QString area = one.area.isEmpty() ? none : one.area;
        auto found = std::ranges::find(areas, area, &TurnoutCount::label);
        if (found == areas.end()) {
            areas.push_back({.label = area});
            found = areas.end() - 1;
        }
        add(*found, one.who());
    }
    std::ranges::stable_partition(areas, [&](const TurnoutCount &one) { return one.label != none; });
    return areas;
}

ChartSpec turnoutChart(const std::vector<MunicipalityTurnout> &turnout)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.title = ParticipationTexts::tr("コーディネーターと市町村担当者の参加");
    chart.unit = ParticipationTexts::tr("市町村");
    std::vector<TurnoutCount> bars{countTurnout(turnout)};
    bars.front().label = ParticipationTexts::tr("全体");
    if (const std::vector<TurnoutCount> areas = turnoutByArea(turnout); areas.size() > 1)
        bars.insert(bars.end(), areas.begin(), areas.end());
    for (const TurnoutCount &bar : bars)
        chart.categories.push_back({{}, bar.label, bar.all()});
    const int kinds = static_cast<int>(kKinds.size());
    for (int i = 0; i < kinds; ++i) {
        const Who who = kKinds.at(static_cast<std::size_t>(i));
        if (who == Who::OnlyOthers && numberOf(bars.front(), who) == 0)
            continue;
        ChartSeries series{
            .name = turnoutSign(who) + turnoutText(who), .role = SeriesRole::Level, .values = {}};
        series.level = kinds - 1 - i;
        series.levels = kinds;
        for (const TurnoutCount &bar : bars)
            series.values.push_back(numberOf(bar, who));
        chart.series.push_back(std::move(series));
    }
    chart.note =
        ParticipationTexts::tr("n は市町村の数、割合は n に対する値です。一つのセンターが複数の市町村を"
                               "受け持つときは、それぞれに数えます。");
    return chart;
}

ChartSpec countChart(const CountTable &table)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::Bars;
    chart.title = table.title;
    ChartSeries series{.name = ParticipationTexts::tr("人数"), .role = SeriesRole::Plain, .values = {}};
    for (const CountRow &row : table.rows) {
        chart.categories.push_back({{}, row.value, table.base});
        series.values.push_back(row.count);
    }
    chart.series.push_back(std::move(series));
    chart.note = ParticipationTexts::tr("割合の母数は%1です。").arg(table.baseText);
    if (table.unanswered > 0)
        chart.note += ParticipationTexts::tr("記入のない方は%1名です。").arg(table.unanswered);
    if (table.multiple)
        chart.note += ParticipationTexts::tr("いくつでも選べるため、合計は100%になりません。");
    return chart;
}

FormSheet makeParticipationSheet(const std::vector<MunicipalityTurnout> &turnout,
                                 const std::vector<CountTable> &tables,
                                 const ParticipationSheetOptions &options)
{
    FormSheet sheet;
    sheet.name = sheet.title = ParticipationTexts::tr("参加の状況");
    QStringList above{options.prefecture, options.workshop, options.counted};
    above.removeAll(QString());
    sheet.subtitle = above.join(QStringLiteral("　"));
    sheet.footer = sheet.name;
    const TurnoutCount all = countTurnout(turnout);
    QStringList parts;
    for (const Who who : kKinds)
        if (numberOf(all, who) > 0)
            parts << ParticipationTexts::tr("%1%2 %3")
                         .arg(turnoutSign(who), turnoutText(who))
                         .arg(numberOf(all, who));
    sheets::add(sheet, FormParagraph::Style::Body,
                ParticipationTexts::tr("%1市町村のうち、%2").arg(all.all()).arg(parts.join(u'、')));
    if (!turnout.empty())
        sheets::add(sheet, matrix(turnout));
    for (const CountTable &table : tables)
        if (!table.rows.empty())
            sheets::add(sheet, counted(table));
    sheets::add(
        sheet, FormParagraph::Style::Note,
        ParticipationTexts::tr("コ＝コーディネーター、市＝市町村担当者。割合は四捨五入しているため、合計が"
                               "100.0%にならないことがあります。"));
    return sheet;
}

} // namespace tane
