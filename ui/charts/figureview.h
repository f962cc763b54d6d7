#pragma once

#include "chart/chartspec.h"
#include "paper/paperdrawing.h"

#include <QWidget>

namespace tane {

/// A ChartSpec on the screen exactly as it is drawn on paper, in the colours of the screen: for the types that
/// need neither hover nor drill down. As wide as there is room, as high as the drawing needs.
class FigureView : public QWidget
{
    Q_OBJECT
public:
    explicit FigureView(QWidget *parent = nullptr);

    void setSpec(const ChartSpec &spec);
    [[nodiscard]] const ChartSpec &spec() const { return m_spec; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] double perMm() const;

    ChartSpec m_spec;
    PaperDrawing m_drawing;
    double m_laidOutFor = -1; ///< mm
};

} // namespace tane
