#include "exchange/workbookcharts.h"

#include "base/rounding.h"
#include "chart/levelramp.h"
#include "exchange/outputtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane::xlsx {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WorkbookCharts)
};

constexpr int kRowPixels = 20;
constexpr int kChartWidth = 800;
/// Excel draws labels of narrow parts over their neighbours: below this share they are set small.
constexpr double kNarrowShare = 0.12;

char *mutableText(QByteArray &text)
{
    return text.data(); // libxlsxwriter takes char *, and copies
}

/// How a series is filled. Patterns, not only colours: charts are printed in black and white and photocopied.
struct Fill
{
    std::uint32_t color;
    int pattern;    ///< lxw_chart_pattern_type; LXW_CHART_PATTERN_NONE for plain
    bool lightText; ///< the bar is dark
};

Fill fillFor(const ChartSeries &series, std::size_t index)
{
    switch (series.role) {
    case SeriesRole::Up:
        return {kUp, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, false};
    case SeriesRole::Stay:
        return {kStay, LXW_CHART_PATTERN_NONE, false};
    case SeriesRole::Down: // dots in Excel; LibreOffice draws it crossed, distinct from the hatch of Up all
                           // the same
        return {kDown, LXW_CHART_PATTERN_DOTTED_DIAMOND, false};
    case SeriesRole::Level:
        return {levelColor(LevelRamp::Light, series.level, series.levels), LXW_CHART_PATTERN_NONE,
                onLevelColor(LevelRamp::Light, series.level, series.levels) == 0xffffff};
    case SeriesRole::Plain:
        break;
    }
    // Answers in order: dark to light, each also with a texture of its own.
    static constexpr Fill kPlain[] = {
        {kAccent, LXW_CHART_PATTERN_NONE, true},   {kAccent, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL, false},
        {0x9fcabc, LXW_CHART_PATTERN_NONE, false}, {kAccent, LXW_CHART_PATTERN_DOTTED_DIAMOND, false},
        {0xffffff, LXW_CHART_PATTERN_NONE, false}, {kAccent, LXW_CHART_PATTERN_LIGHT_HORIZONTAL, false},
        {0xc9cecb, LXW_CHART_PATTERN_NONE, false}, {kAccent, LXW_CHART_PATTERN_SMALL_GRID, false},
    };
    return kPlain[index % std::size(kPlain)];
}

void applyFill(lxw_chart_series *series, const Fill &fill)
{
    if (fill.pattern == LXW_CHART_PATTERN_NONE) {
        lxw_chart_fill plain{};
        plain.color = fill.color;
        chart_series_set_fill(series, &plain);
    } else {
        lxw_chart_pattern pattern{};
        pattern.fg_color = fill.color;
        pattern.bg_color = 0xffffff;
        pattern.type = static_cast<uint8_t>(fill.pattern);
        chart_series_set_pattern(series, &pattern);
    }
    lxw_chart_line outline{};
    outline.color = 0x404744;
    outline.width = 0.75F;
    chart_series_set_line(series, &outline);
}

lxw_chart_font chartFont(double size, bool bold = false, std::uint32_t color = kInk)
{
    static QByteArray family(kFont);
    lxw_chart_font font{};
    font.name = mutableText(family);
    font.size = size;
    font.bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE;
    font.color = color;
    return font;
}

/// "24 (35.8%)" as fixed text: labels made from cells do not show in LibreOffice, and Excel's own cannot hold
/// both.
void setLabels(lxw_chart_series *series, const ChartSpec &spec, const ChartSeries &values, const Fill &fill)
{
    const std::size_t count = spec.categories.size();
    std::vector<QByteArray> texts(count);
    std::vector<lxw_chart_data_label> labels(count);
    std::vector<lxw_chart_data_label *> list;
    const std::uint32_t ink = fill.lightText && spec.type == ChartSpec::Type::StackedShare ? 0xffffff : kInk;
    lxw_chart_font normal = chartFont(9, false, ink);
    lxw_chart_font small = chartFont(7, false, ink);
    lxw_chart_fill white{};
    white.color = 0xffffff;
    const bool onPattern =
        fill.pattern != LXW_CHART_PATTERN_NONE && spec.type == ChartSpec::Type::StackedShare;
    for (std::size_t i = 0; i < count; ++i) {
        const int value = i < values.values.size() ? values.values[i] : 0;
        const int base = spec.categories[i].base;
        const bool narrow = base > 0 && value < kNarrowShare * base;
        const ChartCategory &category = spec.categories[i];
        texts[i] = (category.countsOnly ? QString::number(value)
                                        : QStringLiteral("%1 (%2)").arg(QString::number(value),
                                                                        category.percentOf(value).text()))
                       .toUtf8();
        labels[i].value = mutableText(texts[i]);
        labels[i].font = narrow && spec.type == ChartSpec::Type::StackedShare ? &small : &normal;
        if (onPattern)
            labels[i].fill = &white;
        if (value == 0 && spec.type == ChartSpec::Type::StackedShare)
            labels[i].hide = LXW_TRUE;
        list.push_back(&labels[i]);
    }
    list.push_back(nullptr);
    chart_series_set_labels(series);
    chart_series_set_labels_position(series, spec.type == ChartSpec::Type::StackedShare
                                                 ? LXW_CHART_LABEL_POSITION_CENTER
                                                 : LXW_CHART_LABEL_POSITION_OUTSIDE_END);
    chart_series_set_labels_custom(series, list.data());
}

QString categoryText(const ChartCategory &category)
{
    QString text = category.code;
    if (!text.isEmpty() && !category.label.isEmpty())
        text += QStringLiteral(" ");
    QString label = category.label;
    text += label.replace(u'\n', u' ');
    return text + Text::tr("（n=%1）").arg(category.base);
}

/// Where the numbers of one chart stand on the data sheet.
struct DataRange
{
    lxw_row_t head = 0, first = 0, last = 0;
};

class DataSheet
{
public:
    DataSheet(lxw_worksheet *sheet, Formats &formats)
        : m_sheet(sheet)
        , m_formats(formats)
    {
    }

    void begin()
    {
        worksheet_set_column(m_sheet, 0, 0, 48, nullptr);
        worksheet_set_column(m_sheet, 1, 12, 12, nullptr);
        text(0, 0, Text::tr("グラフのデータ"), {Look::Title});
        text(1, 0,
             Text::tr(
                 "グラフの棒はこの表の件数から描かれています。件数を直したときは、棒に書かれた件数と割合も"
                 "グラフの上で直してください。"),
             {Look::Subtitle});
        worksheet_set_row(m_sheet, 0, 24, nullptr);
        m_row = 3;
    }

    DataRange write(const ChartSpec &spec)
    {
        text(m_row++, 0, QString(spec.figure + QStringLiteral("　") + spec.title).trimmed(),
             {Look::Subtitle});
        const auto n = static_cast<lxw_col_t>(spec.series.size());
        DataRange range{m_row, m_row + 1, m_row + static_cast<lxw_row_t>(spec.categories.size())};
        text(m_row, 0, Text::tr("項目"), {Look::Head});
        text(m_row, 1, QStringLiteral("n"), {Look::Head});
        for (lxw_col_t s = 0; s < n; ++s) {
            text(m_row, 2 + s, spec.series[s].name, {Look::Head});
            text(m_row, 2 + n + s, Text::tr("%1の割合").arg(spec.series[s].name), {Look::Head});
        }
        for (std::size_t c = 0; c < spec.categories.size(); ++c) {
            ++m_row;
            const int base = spec.categories[c].base;
            text(m_row, 0, categoryText(spec.categories[c]), {Look::Text});
            number(1, base, {Look::Integer});
            for (lxw_col_t s = 0; s < n; ++s) {
                const auto &values = spec.series[s].values;
                const int value = c < values.size() ? values[c] : 0;
                const Percent share = spec.categories[c].percentOf(value);
                number(2 + s, value, {Look::Integer});
                if (share.isDefined())
                    number(2 + n + s, static_cast<double>(share.tenths()) / 1000.0, {Look::Percent});
                else
                    text(m_row, 2 + n + s, share.text(), {Look::Dash});
            }
        }
        m_row += 2;
        return range;
    }

private:
    void text(lxw_row_t row, int column, const QString &value, const FormatKey &key)
    {
        worksheet_write_string(m_sheet, row, static_cast<lxw_col_t>(column), cellText(value).constData(),
                               m_formats.get(key));
    }
    void number(int column, double value, const FormatKey &key)
    {
        worksheet_write_number(m_sheet, m_row, static_cast<lxw_col_t>(column), value, m_formats.get(key));
    }

    lxw_worksheet *m_sheet;
    Formats &m_formats;
    lxw_row_t m_row = 0;
};

void styleAxes(lxw_chart *chart, const ChartSpec &spec)
{
    lxw_chart_font font = chartFont(9);
    lxw_chart_line grid{};
    grid.color = 0xdfe3de;
    grid.width = 0.5F;
    lxw_chart_line line{};
    line.color = kLine;
    line.width = 0.75F;
    // In a bar chart of libxlsxwriter x_axis holds the categories' format only after its own swap: set
    // through y_axis here.
    lxw_chart_axis *categories = chart->y_axis;
    lxw_chart_axis *values = chart->x_axis;
    chart_axis_set_num_font(categories, &font);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_reverse(categories);      // first category on top, as in the table …
    chart_axis_set_crossing_max(categories); // … and the scale still below
    chart_axis_set_line(categories, &line);
    chart_axis_set_line(values, &line);
    chart_axis_major_gridlines_set_visible(categories, LXW_FALSE);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &grid);
    chart_axis_set_min(values, 0);
    if (spec.type == ChartSpec::Type::StackedShare) {
        chart_axis_set_max(values, 1);
        chart_axis_set_num_format(values, "0%");
        chart_axis_set_major_unit(values, 0.2);
    }
}

lxw_chart *makeChart(lxw_workbook *book, const QByteArray &dataName, const DataRange &range,
                     const ChartSpec &spec)
{
    const bool stacked = spec.type == ChartSpec::Type::StackedShare;
    lxw_chart *chart = workbook_add_chart(book, stacked ? LXW_CHART_BAR_STACKED_PERCENT : LXW_CHART_BAR);
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
        const auto column = static_cast<lxw_col_t>(2 + s);
        lxw_chart_series *series = chart_add_series(chart, nullptr, nullptr);
        chart_series_set_categories(series, dataName.constData(), range.first, 0, range.last, 0);
        chart_series_set_values(series, dataName.constData(), range.first, column, range.last, column);
        chart_series_set_name_range(series, dataName.constData(), range.head, column);
        const Fill fill = fillFor(spec.series[s], stacked ? s : s + 2);
        applyFill(series, fill);
        setLabels(series, spec, spec.series[s], fill);
    }
    styleAxes(chart, spec);
    chart_set_series_gap(chart, 60);
    lxw_chart_font titleFont = chartFont(12, true);
    const QByteArray title = cellText(QString(spec.figure + QStringLiteral("　") + spec.title).trimmed());
    chart_title_set_name(chart, title.constData());
    chart_title_set_name_font(chart, &titleFont);
    lxw_chart_font legendFont = chartFont(9);
    if (spec.series.size() > 1)
        chart_legend_set_position(chart, LXW_CHART_LEGEND_BOTTOM);
    else
        chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    chart_legend_set_font(chart, &legendFont);
    return chart;
}

} // namespace

int chartRows(const ChartSpec &spec)
{
    return 7 + 3 * static_cast<int>(std::min<std::size_t>(spec.categories.size(), 30));
}

lxw_error insertCharts(lxw_workbook *book, lxw_worksheet *data, const QByteArray &dataName, Formats &formats,
                       const std::vector<PendingChart> &charts)
{
    DataSheet sheet(data, formats);
    sheet.begin();
    for (const PendingChart &pending : charts) {
        const DataRange range = sheet.write(pending.spec);
        lxw_chart *chart = makeChart(book, dataName, range, pending.spec);
        QByteArray description =
            cellText(QString(pending.spec.title + QStringLiteral("。") + pending.spec.reading));
        lxw_chart_options options{};
        // The default size of libxlsxwriter's charts is 480 × 288 pixels.
        options.x_scale = kChartWidth / 480.0;
        options.y_scale = chartRows(pending.spec) * kRowPixels / 288.0;
        options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
        options.description = mutableText(description);
        const lxw_error error =
            worksheet_insert_chart_opt(pending.sheet, static_cast<lxw_row_t>(pending.row),
                                       static_cast<lxw_col_t>(pending.column), chart, &options);
        if (error != LXW_NO_ERROR)
            return error;
    }
    return LXW_NO_ERROR;
}

} // namespace tane::xlsx
