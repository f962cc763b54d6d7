#pragma once

#include <QProxyStyle>

namespace tane {

/// Fusion with our arrows, check marks, combo and spin boxes: a style sheet alone cannot draw these without
/// image files.
class TaneStyle : public QProxyStyle
{
public:
    TaneStyle();
    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

protected:
    /// The wheel over a box scrolls the page: what is stored is not changed by scrolling past it.
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace tane
