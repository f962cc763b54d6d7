#include "charts/figureview.h"

#include "paper/chartpainter.h"
#include "shell/widgets.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace tane {

namespace {

constexpr double kNarrowestMm = 90;
constexpr double kWidestMm = 320; // beyond, a longer bar says no more

} // namespace

FigureView::FigureView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
}

/// Labels of 3.2 mm are to be read as the body text of the window is.
double FigureView::perMm() const
{
    return fontMetrics().height() / 1.2 / 3.2;
}

void FigureView::setSpec(const ChartSpec &spec)
{
    m_spec = spec;
    m_laidOutFor = -1;
    setAccessibleName(spec.title);
    setAccessibleDescription(spec.note);
    layOut();
    update();
}

void FigureView::layOut()
{
    const double mm = std::clamp(width() / perMm(), kNarrowestMm, kWidestMm);
    if (std::abs(mm - m_laidOutFor) < 0.01)
        return;
    ChartPaperOptions options;
    options.widthMm = mm;
    options.captions = false;
    options.scheme = currentScheme(this);
    m_drawing = chartDrawing(m_spec, options);
    m_laidOutFor = mm;
    const int height = static_cast<int>(std::ceil(m_drawing.size().height() * perMm()));
    if (minimumHeight() != height)
        setFixedHeight(height);
}

QSize FigureView::sizeHint() const
{
    return {static_cast<int>(kNarrowestMm * perMm()), height()};
}

QSize FigureView::minimumSizeHint() const
{
    return {static_cast<int>(kNarrowestMm * perMm()), 0};
}

void FigureView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(perMm(), perMm());
    m_drawing.paint(painter);
}

void FigureView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void FigureView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        m_laidOutFor = -1;
        layOut();
        update();
    }
}

} // namespace tane
