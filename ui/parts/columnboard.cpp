#include "parts/columnboard.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <utility>

namespace tane {

namespace {

constexpr int kScrollPause = 30; ///< milliseconds between steps while a card is dragged near an edge

} // namespace

ColumnBoard::ColumnBoard(QWidget *parent)
    : CardBoard(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    m_scrollTimer.setInterval(kScrollPause);
    connect(&m_scrollTimer, &QTimer::timeout, this, [this] {
        if (scrollNear(m_pointer, headHeight()))
            dragTo(m_pointer);
    });
}

int ColumnBoard::cardCount() const
{
    int count = 0;
    for (int column = 0; column < columnCount(); ++column)
        count += cardsIn(column);
    return count;
}

ColumnBoard::Place ColumnBoard::placeAt(int index) const
{
    for (int column = 0; index >= 0 && column < columnCount(); ++column) {
        const int count = cardsIn(column);
        if (index < count)
            return {column, index};
        index -= count;
    }
    return {};
}

int ColumnBoard::indexOf(Place place) const
{
    if (!hasCard(place))
        return -1;
    int index = place.row;
    for (int column = 0; column < place.column; ++column)
        index += cardsIn(column);
    return index;
}

void ColumnBoard::setCurrent(Place place)
{
    if (!hasCard(place))
        return;
    const bool moved = place != m_current;
    m_current = place;
    reveal(place);
    viewport()->update();
    announceCurrent();
    if (moved)
        currentMoved();
}

void ColumnBoard::mousePressEvent(QMouseEvent *event)
{
    const Place place = cardAt(event->pos());
    if (event->button() != Qt::LeftButton || !place.isValid())
        return CardBoard::mousePressEvent(event);
    choose(place, event->modifiers());
    m_pressedAt = event->pos();
    m_pressed = place;
}

void ColumnBoard::mouseMoveEvent(QMouseEvent *event)
{
    const bool pulled =
        event->buttons().testFlag(Qt::LeftButton) && hasCard(m_pressed) && m_writable && isMovable(m_pressed);
    if (pulled && !isDragging() &&
        (event->pos() - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragged = m_pressed;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scrollTimer.start();
    }
    if (isDragging()) {
        m_pointer = event->pos();
        dragTo(m_pointer);
        viewport()->update();
    } else {
        viewport()->setCursor(cursorAt(event->pos()));
    }
}

Qt::CursorShape ColumnBoard::cursorAt(QPoint point) const
{
    return m_writable && cardAt(point).isValid() ? Qt::OpenHandCursor : Qt::ArrowCursor;
}

void ColumnBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isDragging() || event->button() != Qt::LeftButton) {
        m_pressed = {};
        return CardBoard::mouseReleaseEvent(event);
    }
    m_pointer = event->pos();
    dragTo(m_pointer);
    drop();
}

void ColumnBoard::bringIntoView(const QRect &card, const QRect &column, int head, int inside)
{
    QScrollBar *bar = verticalScrollBar();
    if (card.top() < head + inside)
        bar->setValue(bar->value() + card.top() - head - inside);
    else if (card.bottom() > viewport()->height() - inside)
        bar->setValue(bar->value() + card.bottom() - viewport()->height() + inside);
    QScrollBar *across = horizontalScrollBar();
    if (column.left() < 0)
        across->setValue(across->value() + column.left());
    else if (column.right() >= viewport()->width())
        across->setValue(across->value() + column.right() - viewport()->width() + 1);
}

void ColumnBoard::endDrag()
{
    m_scrollTimer.stop();
    const Place dragged = std::exchange(m_dragged, {});
    m_pressed = {};
    dragEnded(dragged);
    viewport()->unsetCursor();
    viewport()->update();
}

QRect ColumnBoard::draggedBox() const
{
    const QRect home = cardRect(m_dragged);
    return {m_pointer - (m_pressedAt - home.topLeft()), home.size()};
}

void ColumnBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = cardAt(event->pos());
    if (event->button() == Qt::LeftButton && place.isValid())
        open(place);
}

void ColumnBoard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Place place = byKey ? m_current : cardAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!hasCard(place))
        return;
    setCurrent(place);
    openMenu(place, byKey ? viewport()->mapToGlobal(cardRect(place).center()) : event->globalPos());
}

/// The parts of what is spoken, one a line.
QString ColumnBoard::toolTipAt(QPoint point) const
{
    const Place place = cardAt(point);
    return place.isValid() ? spoken(place).replace(QStringLiteral("、"), QStringLiteral("\n")) : QString();
}

bool ColumnBoard::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
        return true;
    }
    return CardBoard::viewportEvent(event);
}

void ColumnBoard::focusInEvent(QFocusEvent *event)
{
    CardBoard::focusInEvent(event);
    if (!hasCard(m_current))
        setCurrent(placeAt(0));
    viewport()->update();
    announceCurrent();
}

void ColumnBoard::focusOutEvent(QFocusEvent *event)
{
    CardBoard::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        endDrag();
    viewport()->update();
}

void ColumnBoard::resizeEvent(QResizeEvent *event)
{
    CardBoard::resizeEvent(event);
    layOut();
}

void ColumnBoard::scrollContentsBy(int, int)
{
    viewport()->update();
}

void ColumnBoard::changeEvent(QEvent *event)
{
    CardBoard::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

} // namespace tane
