// What keys and mouse do on IssueBoard.
#include "issues/issueboard.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace tane {

/// To the next card; across columns to the one nearest in height, over those without cards.
void IssueBoard::moveCurrent(int columns, int rows)
{
    if (columns == 0) {
        const int last = count(m_current.column) - 1;
        choose({m_current.column, std::clamp(m_current.row + rows, 0, last)}, Qt::NoModifier);
        return;
    }
    for (int column = m_current.column + columns; column >= 0 && column < kIssueStages; column += columns) {
        if (isNarrow(column))
            continue;
        return choose({column, std::min(m_current.row, count(column) - 1)}, Qt::NoModifier);
    }
}

void IssueBoard::extend(int rows)
{
    const int row = std::clamp(m_current.row + rows, 0, count(m_current.column) - 1);
    choose({m_current.column, row}, Qt::ShiftModifier);
}

void IssueBoard::askMove(int by)
{
    const int target = m_current.column + by;
    if (m_writable && target >= 0 && target < kIssueStages)
        Q_EMIT moveRequested(selectedIds(), static_cast<IssueStage>(target), 0);
}

void IssueBoard::askOrder(int by)
{
    if (!m_writable)
        return;
    const int target = m_current.row + (by < 0 ? by : by + 1);
    if (target < 0 || target > count(m_current.column))
        return;
    const qint64 next = idAt({m_current.column, target});
    Q_EMIT moveRequested({currentId()}, static_cast<IssueStage>(m_current.column), next);
}

void IssueBoard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Insert && m_writable)
        return Q_EMIT addRequested(static_cast<IssueStage>(std::max(0, m_current.column)));
    if (currentId() == 0)
        return CardBoard::keyPressEvent(event);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        return control ? askMove(-1) : moveCurrent(-1, 0);
    case Qt::Key_Right:
        return control ? askMove(1) : moveCurrent(1, 0);
    case Qt::Key_Up:
        return alt ? askOrder(-1) : shift ? extend(-1) : moveCurrent(0, -1);
    case Qt::Key_Down:
        return alt ? askOrder(1) : shift ? extend(1) : moveCurrent(0, 1);
    default:
        if (!otherKey(event))
            CardBoard::keyPressEvent(event);
    }
}

bool IssueBoard::otherKey(QKeyEvent *event)
{
    const int page = std::max(1, (height() - m_head) / (m_cardHeight + 8));
    switch (event->key()) {
    case Qt::Key_PageUp:
        moveCurrent(0, -page);
        return true;
    case Qt::Key_PageDown:
        moveCurrent(0, page);
        return true;
    case Qt::Key_Home:
        moveCurrent(0, -m_current.row);
        return true;
    case Qt::Key_End:
        moveCurrent(0, count(m_current.column));
        return true;
    case Qt::Key_Space:
        choose(m_current, Qt::ControlModifier);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT openRequested(currentId());
        return true;
    case Qt::Key_Delete:
        if (m_writable)
            Q_EMIT removeRequested();
        return true;
    case Qt::Key_Minus: // folds the stage, + unfolds all
        if (const int stage = m_current.column; !isNarrow(stage)) {
            moveCurrent(1, 0);
            if (m_current.column == stage)
                moveCurrent(-1, 0);
            if (m_current.column != stage)
                toggleFold(stage);
        }
        return true;
    case Qt::Key_Plus:
        setFolded({});
        Q_EMIT foldedChanged();
        return true;
    case Qt::Key_Escape:
        if (!isDragging() && m_selected.empty())
            return false;
        endDrag();
        m_selected.clear();
        viewport()->update();
        Q_EMIT selectionChanged();
        return true;
    default:
        return false;
    }
}

void IssueBoard::mousePressEvent(QMouseEvent *event)
{
    const Place place = cardAt(event->pos());
    m_pressed = event->pos();
    m_pressedHead = -1;
    if (event->button() != Qt::LeftButton)
        return CardBoard::mousePressEvent(event);
    if (!place.isValid()) {
        const int column = columnAt(event->pos().x());
        if (column >= 0 && (event->pos().y() < m_head || isNarrow(column)))
            m_pressedHead = column;
        return;
    }
    choose(place, event->modifiers());
    m_pressedCard = place;
}

void IssueBoard::mouseMoveEvent(QMouseEvent *event)
{
    const bool pulled = event->buttons().testFlag(Qt::LeftButton) && m_pressedCard.isValid() && m_writable;
    if (pulled && !isDragging() &&
        (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scrollTimer.start();
    }
    if (isDragging())
        return dragTo(event->pos());
    const int column = columnAt(event->pos().x());
    const bool head = column >= 0 && count(column) > 0 && (event->pos().y() < m_head || isNarrow(column));
    viewport()->setCursor(head                                           ? Qt::PointingHandCursor
                          : cardAt(event->pos()).isValid() && m_writable ? Qt::OpenHandCursor
                                                                         : Qt::ArrowCursor);
}

void IssueBoard::dragTo(QPoint point)
{
    m_pointer = point;
    const int column = columnAt(point.x());
    m_drop = column >= 0 && viewport()->rect().contains(point) ? column : -1;
    m_dropRow = -1;
    if (m_drop >= 0 && !isNarrow(m_drop)) {
        const int pitch = cardRect({m_drop, 1}).top() - cardRect({m_drop, 0}).top();
        const int row = (point.y() - cardRect({m_drop, 0}).top() + pitch / 2) / pitch;
        m_dropRow = std::clamp(row, 0, count(m_drop));
    }
    viewport()->update();
}

void IssueBoard::scrollWhileDragging()
{
    if (scrollNear(m_pointer, m_head))
        dragTo(m_pointer);
}

void IssueBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return CardBoard::mouseReleaseEvent(event);
    if (!isDragging()) {
        const Place place = std::exchange(m_pressedCard, {});
        const int head = std::exchange(m_pressedHead, -1);
        if (head >= 0 && columnAt(event->pos().x()) == head)
            return toggleFold(head);
        const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
        if (plain && place.isValid() && !m_selected.empty() && cardAt(event->pos()) == place) {
            m_selected.clear(); // a click without a drag chooses this one alone
            viewport()->update();
            Q_EMIT selectionChanged();
        }
        return;
    }
    dragTo(event->pos());
    const std::vector<qint64> moved = selectedIds();
    const int stage = m_drop;
    const qint64 next = idAt({m_drop, m_dropRow});
    endDrag();
    if (stage >= 0 && !moved.empty() && std::ranges::find(moved, next) == moved.end())
        Q_EMIT moveRequested(moved, static_cast<IssueStage>(stage), next);
}

void IssueBoard::endDrag()
{
    m_scrollTimer.stop();
    m_pressedCard = {};
    m_dragging = false;
    m_drop = m_dropRow = -1;
    viewport()->unsetCursor();
    viewport()->update();
}

void IssueBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    const qint64 under = idAt(cardAt(event->pos()));
    if (under != 0 && event->button() == Qt::LeftButton)
        Q_EMIT openRequested(under);
}

} // namespace tane
