#pragma once

#include "chart/chartspec.h"
#include "paper/chartpainter.h"
#include "paper/patterns.h"

#include <QCoreApplication>

#include <vector>

namespace tane {

// What the three types of charts share. Only for the files of the chart painter.

struct ChartTexts
{
    Q_DECLARE_TR_FUNCTIONS(Chart)
};

/// Colours and type sizes (mm) of a chart.
struct ChartLook
{
    explicit ChartLook(const ChartPaperOptions &options);

    Scheme scheme;
    bool colour;
    QColor text, secondary, line, paper;

    static constexpr double label = 3.2, smallLabel = 2.8, count = 3.5, head = 2.9, small = 2.7;
    static constexpr double border = 0.2;
};

/// The count of a series for a category; 0 where there is none.
[[nodiscard]] int countAt(const ChartSeries &series, std::size_t category);
[[nodiscard]] int countAt(const std::vector<std::vector<int>> &cells, std::size_t row, std::size_t column);

/// "24 (35.8%)"; the count alone where there is no percentage.
[[nodiscard]] QString countAndPercent(int count, int base);
[[nodiscard]] QString countAndPercent(int count, const ChartCategory &category);

/// Codes and labels of the categories, wrapped, in a column at the left. As wide as needed, within a share of
/// the chart.
class CategoryColumn
{
public:
    CategoryColumn(const std::vector<ChartCategory> &categories, double chartWidth, double maxShare);

    [[nodiscard]] double width() const { return m_width; }
    [[nodiscard]] double height(std::size_t category) const { return m_labels[category].height(); }
    void draw(PaperDrawing &drawing, std::size_t category, QPointF topLeft, const QColor &ink) const;

private:
    void set(const std::vector<ChartCategory> &categories, double width, double sizeMm);

    std::vector<PaperText> m_codes;
    std::vector<PaperText> m_labels;
    double m_codeWidth = 0;
    double m_width = 0;
    int m_mostLines = 0;
};

/// Swatches with names, flowing into as many lines as needed.
struct LegendEntry
{
    SeriesInk ink;
    QString name;
};
[[nodiscard]] PaperDrawing legendDrawing(const std::vector<LegendEntry> &entries, const ChartLook &look,
                                         double width);

/// A span on a line that wants to be centred somewhere.
struct Placed
{
    double centre = 0;
    double width = 0;
    double left = 0; ///< the answer
};
/// Pushes neighbours apart so that none overlap and all lie between `low` and `high`, moving each as little
/// as is simple. False when they cannot fit.
[[nodiscard]] bool spread(std::vector<Placed> &spans, double low, double high, double gap);

[[nodiscard]] PaperDrawing stackedShareBody(const ChartSpec &spec, const ChartLook &look, double width);
[[nodiscard]] PaperDrawing barsBody(const ChartSpec &spec, const ChartLook &look, double width);
[[nodiscard]] PaperDrawing flowBody(const ChartSpec &spec, const ChartLook &look, double width);
[[nodiscard]] PaperDrawing heatMapBody(const ChartSpec &spec, const ChartLook &look, double width);

} // namespace tane
