#pragma once

#include "chart/chartspec.h"
#include "exchange/reportdocument.h"

namespace tane::samples {

/// Trial ①, set Ⅱ, all respondents: up 16/24/24, stay 46/36/33, down 5/7/10 of 67 pairs (the research
/// report's table).
inline ChartSpec explainAll()
{
    ChartSpec spec;
    spec.figure = QStringLiteral("図表-1");
    spec.title = QStringLiteral("研修前後の変化（Ⅱ 他者に説明ができるか・全体）");
    spec.categories = {
        {QStringLiteral("Ⅱ-1"),
         QStringLiteral("なぜ地域包括ケアシステムにおいて、在宅医療・介護連携は必要なのか。"), 67},
        {QStringLiteral("Ⅱ-2"), QStringLiteral("コーディネーターは、どのような目的のもと活動しているのか。"),
         67},
        {QStringLiteral("Ⅱ-3"), QStringLiteral("取組の中で、最も大事だと考えることは何か。"), 67}};
    spec.series = {{QStringLiteral("up"), SeriesRole::Up, {16, 24, 24}},
                   {QStringLiteral("stay"), SeriesRole::Stay, {46, 36, 33}},
                   {QStringLiteral("down"), SeriesRole::Down, {5, 7, 10}}};
    spec.note = QStringLiteral("n は研修前・研修後とも回答した人（対）。");
    spec.reading = QStringLiteral("説明できると答えた人が増えました。");
    return spec;
}

/// Wide parts only, so that each pattern can be looked at: 40/30/30 of 100.
inline ChartSpec wideParts()
{
    ChartSpec spec;
    spec.categories = {{QString(), QStringLiteral("設問"), 100}};
    spec.series = {{QStringLiteral("up"), SeriesRole::Up, {40}},
                   {QStringLiteral("stay"), SeriesRole::Stay, {30}},
                   {QStringLiteral("down"), SeriesRole::Down, {30}}};
    return spec;
}

/// Five steps of a ladder, best first: 2, 5, 9, 13 and 14 of 43 people, and an earlier year.
inline ChartSpec ladderYears()
{
    ChartSpec spec;
    spec.figure = QStringLiteral("図表-4");
    spec.title = QStringLiteral("レベルの推移");
    spec.categories = {{QString(), QStringLiteral("令和7年度"), 40},
                       {QString(), QStringLiteral("令和8年度"), 43}};
    const char16_t *names[] = {u"2-2 合意形成に動く", u"2-1 協議の場で提示する", u"1-2 真因の仮説を磨く",
                               u"1-1 タネを見つけ、共有する", u"0 個別課題への対応"};
    const std::vector<int> counts[] = {{1, 2}, {3, 5}, {8, 9}, {12, 13}, {16, 14}};
    for (int i = 0; i < 5; ++i) {
        ChartSeries series{QString::fromUtf16(names[i]), SeriesRole::Level, counts[i]};
        series.level = 4 - i;
        series.levels = 5;
        spec.series.push_back(series);
    }
    spec.note = QStringLiteral("n は評価のある方の人数です。");
    spec.reading = QStringLiteral("左ほど上のレベルです。");
    return spec;
}

inline ChartSpec qualifications()
{
    ChartSpec spec;
    spec.type = ChartSpec::Type::Bars;
    spec.figure = QStringLiteral("図表-2");
    spec.title = QStringLiteral("保有資格（複数回答）");
    spec.series = {{QStringLiteral("人数（割合）"), SeriesRole::Plain, {24, 110, 42, 87, 32}}};
    for (const char16_t *name : {u"保健師", u"看護師", u"社会福祉士", u"介護支援専門員", u"その他"})
        spec.categories.push_back({QString(), QString::fromUtf16(name), 181});
    return spec;
}

inline ChartSpec transitions()
{
    ChartSpec spec;
    spec.type = ChartSpec::Type::HeatMap;
    spec.figure = QStringLiteral("図表-3");
    spec.title = QStringLiteral("研修前と研修後の回答");
    spec.columns = {QStringLiteral("説明できそうだ"), QStringLiteral("時間をかければ"),
                    QStringLiteral("難しそうだ")};
    for (const QString &column : spec.columns)
        spec.categories.push_back({QString(), column, 0});
    spec.cells = {{6, 2, 0}, {3, 9, 5}, {1, 4, 12}};
    spec.rowTitle = QStringLiteral("研修前");
    spec.columnTitle = QStringLiteral("研修後");
    return spec;
}

/// A table of `rows` rows; row 7's second cell has several lines, each naming the row.
inline TableBlock longTable(int rows)
{
    TableBlock table;
    table.caption = QStringLiteral("表1 参加者");
    table.head = {QStringLiteral("受付番号"), QStringLiteral("ひとこと"), QStringLiteral("割合")};
    table.widths = {1, 4, 1};
    table.align = {TextAlign::Left, TextAlign::Left, TextAlign::Right};
    for (int i = 1; i <= rows; ++i) {
        QStringList lines;
        for (int line = 1; line <= 1 + i % 7; ++line)
            lines << QStringLiteral("row%1-line%2").arg(i).arg(line);
        table.rows.push_back({QString::number(i), lines.join(QLatin1Char('\n')), QStringLiteral("35.8%")});
    }
    table.note = QStringLiteral("表の注記");
    return table;
}

} // namespace tane::samples
