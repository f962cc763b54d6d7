#pragma once

#include "chart/chartspec.h"
#include "paper/palette.h"

#include <QWidget>

#include <memory>

namespace tane {

/// Qt Charts presenter of a ChartSpec of type StackedShare or Bars, one category a row of equal height.
/// Nothing but bars and their values is drawn (no axes, no legend, no margins), so that it can lie over the
/// rows of a table and align with them.
class ChartView : public QWidget
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    void setSpec(const ChartSpec &spec);
    [[nodiscard]] const ChartSpec &spec() const { return m_spec; }
    /// Height of one row in pixels; the chart asks for as many rows as it has categories.
    void setRowHeight(int pixels);
    [[nodiscard]] int rowHeight() const { return m_rowHeight; }
    /// Room at the left where the names of the categories are written; 0 (the default) when a table says
    /// them.
    void setLabelWidth(int pixels);

    /// Where the part of a category lies, in coordinates of this widget; its width is 0 for a count of 0.
    [[nodiscard]] QRectF barRect(int series, int category) const;
    /// The row at a height of this widget; -1 outside.
    [[nodiscard]] int categoryAt(int y) const;
    /// "up 15名（22.4%）、対67名": what the tooltip of a part says.
    [[nodiscard]] QString partText(int series, int category) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void categoryClicked(int category);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Overlay;
    struct Chart;

    void rebuild();
    void applyColors();
    void layOut();
    void hover(bool on, int series, int category);
    [[nodiscard]] QRectF barBand(int category) const; ///< the whole bar of a row
    [[nodiscard]] int largestCount() const;
    [[nodiscard]] QString unit() const;

    ChartSpec m_spec;
    int m_rowHeight = 56;
    int m_labelWidth = 0;
    int m_hoverSeries = -1, m_hoverCategory = -1;
    std::unique_ptr<Chart> m_chart;
    Overlay *m_overlay = nullptr;
};

/// Where the small labels under the parts of one bar go: as wished, but never over each other and never
/// outside [0, width]. Each entry is {wished left, width}; gives the left edges. Exposed for its test.
[[nodiscard]] std::vector<double> spreadLabels(const std::vector<std::pair<double, double>> &wished,
                                               double width, double gap);

} // namespace tane
