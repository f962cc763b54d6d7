#include "printing/pageview.h"

#include "shell/widgets.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace tane {

namespace {

constexpr double kSmallest = 0.25, kLargest = 4;
// Sheets larger than A3: a whole poster is to be seen, and its picture is to fit into memory.
constexpr double kLargeSheet = 430, kSmallestOfLarge = 0.08; // mm
constexpr double kMostPixels = 32e6;
constexpr int kAround = metrics::xl, kBetween = metrics::l; // pixels
constexpr std::array kSteps{0.08, 0.12, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9,
                            1.0,  1.1,  1.25, 1.5,  1.75, 2.0, 2.5,  3.0,  4.0};
constexpr double kNear = 0.01;

} // namespace

PageView::PageView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("印刷プレビュー"));
    verticalScrollBar()->setSingleStep(40);
    horizontalScrollBar()->setSingleStep(40);
}

void PageView::setPaper(std::shared_ptr<const PaperPages> paper)
{
    m_paper = std::move(paper);
    m_pictures.clear();
    m_shown = -1;
    fitZoom();
    layOut();
    showPage(0);
    followPage();
    viewport()->update();
}

int PageView::pageCount() const
{
    return m_paper ? m_paper->pageCount() : 0;
}

QSizeF PageView::pageSize() const
{
    return m_paper ? m_paper->pageSize() * (logicalDpiX() / 25.4 * m_zoom) : QSizeF();
}

double PageView::smallestZoom() const
{
    const QSizeF sheet = m_paper ? m_paper->pageSize() : QSizeF();
    return std::max(sheet.width(), sheet.height()) > kLargeSheet ? kSmallestOfLarge : kSmallest;
}

double PageView::largestZoom() const
{
    if (!m_paper)
        return kLargest;
    const QSizeF pixels = m_paper->pageSize() * (logicalDpiX() / 25.4 * devicePixelRatioF());
    return std::min(kLargest, std::sqrt(kMostPixels / (pixels.width() * pixels.height())));
}

QRectF PageView::pageArea(int page) const
{
    const QSizeF size = pageSize();
    const double room = viewport()->width();
    const double x = size.width() + 2 * kAround > room ? kAround - horizontalScrollBar()->value()
                                                       : (room - size.width()) / 2;
    const double y = kAround + page * (size.height() + kBetween) - verticalScrollBar()->value();
    return {QPointF(std::round(x), std::round(y)), size};
}

int PageView::currentPage() const
{
    const double middle = viewport()->height() / 2.0;
    for (int page = 0; page + 1 < pageCount(); ++page)
        if (pageArea(page).bottom() + kBetween / 2.0 > middle)
            return page;
    return std::max(pageCount() - 1, 0);
}

void PageView::showPage(int page)
{
    const int wanted = std::clamp(page, 0, std::max(pageCount() - 1, 0));
    const double top = wanted * (pageSize().height() + kBetween);
    verticalScrollBar()->setValue(qRound(top));
}

void PageView::applyZoom(double zoom)
{
    const double wanted = std::clamp(zoom, smallestZoom(), largestZoom());
    if (std::abs(wanted - m_zoom) < 1e-4)
        return;
    const int page = currentPage();
    const bool atTop = verticalScrollBar()->value() == 0;
    const double within =
        (viewport()->height() / 2.0 - pageArea(page).top()) / std::max(pageSize().height(), 1.0);
    m_zoom = wanted;
    m_pictures.clear();
    layOut();
    // What was at the middle stays there; at the very top, the top does.
    const double top = kAround + page * (pageSize().height() + kBetween) + within * pageSize().height();
    verticalScrollBar()->setValue(atTop ? 0 : qRound(top - viewport()->height() / 2.0));
    viewport()->update();
    Q_EMIT zoomChanged();
}

void PageView::setZoom(double zoom)
{
    m_fit = Fit::None;
    applyZoom(zoom);
    Q_EMIT zoomChanged();
}

void PageView::setFit(Fit fit)
{
    m_fit = fit;
    const int page = currentPage();
    fitZoom();
    if (fit == Fit::Page)
        showPage(page);
    Q_EMIT zoomChanged();
}

void PageView::fitZoom()
{
    if (!m_paper || m_fit == Fit::None)
        return;
    const QSizeF paper = m_paper->pageSize() * (logicalDpiX() / 25.4);
    const QSize view = maximumViewportSize();
    const double across =
        (view.width() - 2 * kAround - verticalScrollBar()->sizeHint().width()) / paper.width();
    const double along = (view.height() - 2 * kAround) / paper.height();
    applyZoom(m_fit == Fit::Width ? across : std::min(across, along));
}

void PageView::zoomIn()
{
    const auto next = std::ranges::find_if(kSteps, [this](double step) { return step > m_zoom + kNear; });
    setZoom(next == kSteps.end() ? largestZoom() : *next);
}

void PageView::zoomOut()
{
    double next = smallestZoom();
    for (const double step : kSteps)
        if (step < m_zoom - kNear)
            next = step;
    setZoom(next);
}

void PageView::layOut()
{
    const QSizeF size = pageSize();
    const QSize view = viewport()->size();
    const double height = 2 * kAround + pageCount() * (size.height() + kBetween) - kBetween;
    verticalScrollBar()->setRange(0, std::max(0, qRound(height) - view.height()));
    verticalScrollBar()->setPageStep(view.height());
    horizontalScrollBar()->setRange(0, std::max(0, qRound(size.width()) + 2 * kAround - view.width()));
    horizontalScrollBar()->setPageStep(view.width());
}

const QPixmap &PageView::picture(int page)
{
    QPixmap &pixmap = m_pictures[page];
    if (pixmap.isNull()) {
        const double ratio = devicePixelRatioF();
        pixmap = QPixmap::fromImage(m_paper->image(page, qRound(logicalDpiX() * m_zoom * ratio)));
        pixmap.setDevicePixelRatio(ratio);
    }
    return pixmap;
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Scheme scheme = currentScheme(this);
    painter.fillRect(viewport()->rect(),
                     mixed(color(ColorRole::Line, scheme), color(ColorRole::Window, scheme), 0.6));
    for (int page = 0; page < pageCount(); ++page) {
        const QRectF area = pageArea(page);
        if (!area.intersects(viewport()->rect())) {
            m_pictures.erase(page); // pages far away are drawn anew when they come
            continue;
        }
        painter.setPen(QPen(color(ColorRole::Line, scheme), 1));
        painter.setBrush(Qt::white);
        painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5));
        const QPixmap &pixmap = picture(page);
        painter.drawPixmap(area, pixmap, QRectF(pixmap.rect()));
    }
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitZoom();
    layOut();
    followPage();
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *along = verticalScrollBar();
    QScrollBar *across = horizontalScrollBar();
    if (event->matches(QKeySequence::ZoomIn) || event->key() == Qt::Key_Plus)
        zoomIn();
    else if (event->matches(QKeySequence::ZoomOut) || event->key() == Qt::Key_Minus)
        zoomOut();
    else if (event->key() == Qt::Key_PageDown)
        showPage(currentPage() + 1);
    else if (event->key() == Qt::Key_PageUp)
        showPage(currentPage() - 1);
    else if (event->key() == Qt::Key_Home)
        showPage(0);
    else if (event->key() == Qt::Key_End)
        showPage(pageCount() - 1);
    else if (event->key() == Qt::Key_Down)
        along->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    else if (event->key() == Qt::Key_Up)
        along->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else if (event->key() == Qt::Key_Right)
        across->triggerAction(QAbstractSlider::SliderSingleStepAdd);
    else if (event->key() == Qt::Key_Left)
        across->triggerAction(QAbstractSlider::SliderSingleStepSub);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() > 0)
        zoomIn();
    else if (event->angleDelta().y() < 0)
        zoomOut();
    event->accept();
}

void PageView::scrollContentsBy(int, int)
{
    viewport()->update();
    followPage();
}

void PageView::followPage()
{
    const int page = currentPage();
    if (page == m_shown)
        return;
    m_shown = page;
    setAccessibleDescription(tr("%1 / %2 ページ").arg(page + 1).arg(pageCount()));
    Q_EMIT pageChanged();
}

} // namespace tane
