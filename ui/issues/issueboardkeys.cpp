// What keys and mouse do on IssueBoard.
#include "issues/issueboard.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace tane {

/// To the next card; across columns to the one nearest in height, over those without cards.
void IssueBoard::moveCurrent(int columns, int rows)
{
    if (columns == 0) {
        const int last = count(current().column) - 1;
        choose({current().column, std::clamp(current().row + rows, 0, last)}, Qt::NoModifier);
        return;
    }
    for (int column = current().column + columns; column >= 0 && column < kIssueStages; column += columns) {
        if (isNarrow(column))
            continue;
        return choose({column, std::min(current().row, count(column) - 1)}, Qt::NoModifier);
    }
}

void IssueBoard::extend(int rows)
{
    const int row = std::clamp(current().row + rows, 0, count(current().column) - 1);
    choose({current().column, row}, Qt::ShiftModifier);
}

void IssueBoard::askMove(int by)
{
    const int target = current().column + by;
    if (isWritable() && target >= 0 && target < kIssueStages)
        Q_EMIT moveRequested(selectedIds(), static_cast<IssueStage>(target), 0);
}

void IssueBoard::askOrder(int by)
{
    if (!isWritable())
        return;
    const int target = current().row + (by < 0 ? by : by + 1);
    if (target < 0 || target > count(current().column))
        return;
    const qint64 next = idAt({current().column, target});
    Q_EMIT moveRequested({currentId()}, static_cast<IssueStage>(current().column), next);
}

void IssueBoard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Insert && isWritable())
        return Q_EMIT addRequested(static_cast<IssueStage>(std::max(0, current().column)));
    if (currentId() == 0)
        return ColumnBoard::keyPressEvent(event);
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
            ColumnBoard::keyPressEvent(event);
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
        moveCurrent(0, -current().row);
        return true;
    case Qt::Key_End:
        moveCurrent(0, count(current().column));
        return true;
    case Qt::Key_Space:
        choose(current(), Qt::ControlModifier);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT openRequested(currentId());
        return true;
    case Qt::Key_Delete:
        if (isWritable())
            Q_EMIT removeRequested();
        return true;
    case Qt::Key_Minus: // folds the stage, + unfolds all
        if (const int stage = current().column; !isNarrow(stage)) {
            moveCurrent(1, 0);
            if (current().column == stage)
                moveCurrent(-1, 0);
            if (current().column != stage)
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

/// On a card; or on the head of a stage, which folds when the button is let go there.
void IssueBoard::mousePressEvent(QMouseEvent *event)
{
    const bool onHead = event->button() == Qt::LeftButton && isHead(event->pos());
    m_pressedHead = onHead ? columnAt(event->pos().x()) : -1;
    if (!onHead)
        ColumnBoard::mousePressEvent(event);
}

bool IssueBoard::isHead(QPoint point) const
{
    const int column = columnAt(point.x());
    return column >= 0 && (point.y() < m_head || isNarrow(column));
}

Qt::CursorShape IssueBoard::cursorAt(QPoint point) const
{
    return isHead(point) && count(columnAt(point.x())) > 0 ? Qt::PointingHandCursor
                                                           : ColumnBoard::cursorAt(point);
}

void IssueBoard::dragTo(QPoint point)
{
    const int column = columnAt(point.x());
    m_drop = column >= 0 && viewport()->rect().contains(point) ? column : -1;
    m_dropRow = -1;
    if (m_drop >= 0 && !isNarrow(m_drop)) {
        const int pitch = cardRect({m_drop, 1}).top() - cardRect({m_drop, 0}).top();
        const int row = (point.y() - cardRect({m_drop, 0}).top() + pitch / 2) / pitch;
        m_dropRow = std::clamp(row, 0, count(m_drop));
    }
}

void IssueBoard::mouseReleaseEvent(QMouseEvent *event)
{
    const bool wasDragging = isDragging();
    const Place place = pressed();
    const int head = std::exchange(m_pressedHead, -1);
    ColumnBoard::mouseReleaseEvent(event);
    if (wasDragging || event->button() != Qt::LeftButton)
        return;
    if (head >= 0 && columnAt(event->pos().x()) == head)
        return toggleFold(head);
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier));
    if (plain && place.isValid() && !m_selected.empty() && cardAt(event->pos()) == place) {
        m_selected.clear(); // a click without a drag chooses this one alone
        viewport()->update();
        Q_EMIT selectionChanged();
    }
}

void IssueBoard::drop()
{
    const std::vector<qint64> moved = selectedIds();
    const int stage = m_drop;
    const qint64 next = idAt({m_drop, m_dropRow});
    endDrag();
    if (stage >= 0 && !moved.empty() && std::ranges::find(moved, next) == moved.end())
        Q_EMIT moveRequested(moved, static_cast<IssueStage>(stage), next);
}

void IssueBoard::dragEnded(Place)
{
    m_drop = m_dropRow = -1;
}

} // namespace tane
