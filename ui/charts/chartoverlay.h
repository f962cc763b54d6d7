#pragma once

#include "charts/chartview.h"

namespace tane {

/// The values in and under the bars: Qt Charts' own labels cannot say a count and a percentage in different
/// places.
class ChartView::Overlay : public QWidget
{
public:
    explicit Overlay(ChartView &view);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintShares(QPainter &painter, int category) const;
    void paintBar(QPainter &painter, int category) const;
    void paintLabel(QPainter &painter, int category) const;

    ChartView &m_view;
};

} // namespace tane
