// Mouse and keyboard of PosterBoard.
#include "issues/noteeditor.h"
#include "issues/posterboard.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr double kZoomStep = 1.15;

bool isPlain(const QKeyEvent &event)
{
    return (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
}

} // namespace

void PosterBoard::mousePressEvent(QMouseEvent *event)
{
    if (m_editor != nullptr)
        m_editor->finish(true);
    if (event->button() != Qt::LeftButton)
        return CardBoard::mousePressEvent(event);
    const int index = cardNear(event->pos());
    m_pressed = m_pointer = event->pos();
    m_pressedItem = index;
    m_banding = index < 0;
    const bool more =
        event->modifiers().testFlag(Qt::ShiftModifier) || event->modifiers().testFlag(Qt::ControlModifier);
    if (index < 0) {
        if (!more)
            clearChoice();
        return;
    }
    const PosterKey key = item(index).key;
    if (more && isChosen(key)) {
        m_chosen.erase(key);
        m_current = index;
        m_pressedItem = -1;
        viewport()->update();
        Q_EMIT choiceChanged();
    } else if (more || !isChosen(key)) {
        setCurrent(index, more);
    } else { // one of several that are chosen: they may be dragged together
        m_current = index;
        viewport()->update();
    }
}

void PosterBoard::mouseMoveEvent(QMouseEvent *event)
{
    const bool pulled = event->buttons().testFlag(Qt::LeftButton) &&
                        (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    m_pointer = event->pos();
    if (pulled && m_pressedItem >= 0 && m_writable && !m_dragging) {
        m_dragging = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scrollTimer.start();
    }
    if (m_dragging)
        dragTo(event->pos());
    else if (pulled && m_banding)
        chooseInBand();
    else
        viewport()->setCursor(cardNear(event->pos()) >= 0 ? Qt::OpenHandCursor : Qt::ArrowCursor);
}

/// All papers that the rectangle drawn from where the mouse was pressed touches.
void PosterBoard::chooseInBand()
{
    const QRect band = QRect(toSheet(m_pressed), toSheet(m_pointer)).normalized();
    std::set<PosterKey> inside;
    for (const PosterItem &each : m_layout.items())
        if (each.key.kind == PosterKey::Kind::Note && each.box.intersects(band))
            inside.insert(each.key);
    viewport()->update();
    if (inside == m_chosen)
        return;
    m_chosen = std::move(inside);
    Q_EMIT choiceChanged();
}

PosterBoard::Target PosterBoard::targetAt(QPoint sheet) const
{
    const BoardPick dragged = pick();
    Target found;
    if (dragged.clusters.empty()) {
        const int under = m_layout.itemAt(sheet);
        if (under >= 0 && !isChosen(item(under).key)) {
            const PosterItem &other = item(under);
            if (other.key.kind == PosterKey::Kind::Note && other.cluster == 0)
                return {.kind = Target::Kind::Note, .id = other.key.id};
        }
        if (const int cluster = m_layout.clusterAt(sheet); cluster >= 0)
            return {.kind = Target::Kind::Cluster, .id = item(cluster).key.id};
    }
    const int index = m_layout.fieldAt(sheet);
    if (index < 0)
        return found;
    const PosterField &field = m_layout.fields()[static_cast<std::size_t>(index)];
    found.kind = Target::Kind::Field;
    found.place.scene = field.scene;
    // Where papers stand in order it joins them; on the bare sheet it stays where it is put.
    if (dragged.clusters.empty() && sheet.y() > field.flowBottom + PosterLayout::kGap) {
        // A paper put by hand has a width of its own; it stays under the pointer as it was taken.
        const QRect box = item(m_pressedItem).box;
        const QPoint grip = toSheet(m_pressed) - box.topLeft();
        const QSize size(PosterLayout::kNote, box.height());
        const QPoint corner = sheet - QPoint(grip.x() * PosterLayout::kNote / box.width(), grip.y());
        const QPoint place = m_layout.placeIn(index, corner, size);
        found.place.x = place.x();
        found.place.y = place.y();
    }
    return found;
}

void PosterBoard::dragTo(QPoint point)
{
    m_pointer = point;
    m_target = viewport()->rect().contains(point) ? targetAt(toSheet(point)) : Target();
    viewport()->update();
}

void PosterBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return CardBoard::mouseReleaseEvent(event);
    if (m_dragging) {
        dragTo(event->pos());
        return drop();
    }
    const bool single = m_pressedItem >= 0 && event->modifiers() == Qt::NoModifier && m_chosen.size() > 1;
    const int index = m_pressedItem;
    endDrag();
    if (single)
        setCurrent(index); // a click on one of several leaves that one
}

void PosterBoard::drop()
{
    const Target target = m_target;
    const BoardPick dragged = pick();
    endDrag();
    switch (target.kind) {
    case Target::Kind::None:
        return;
    case Target::Kind::Field:
        return Q_EMIT putRequested(dragged, target.place);
    case Target::Kind::Cluster:
        return Q_EMIT gatherRequested(dragged.notes, target.id);
    case Target::Kind::Note:
        return beginGrouping(dragged.notes, target.id);
    }
}

void PosterBoard::endDrag()
{
    m_scrollTimer.stop();
    m_dragging = m_banding = false;
    m_pressedItem = -1;
    m_target = {};
    viewport()->unsetCursor();
    viewport()->update();
}

void PosterBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int index = cardNear(event->pos());
    if (event->button() == Qt::LeftButton && index >= 0)
        beginEditing(item(index).key);
}

void PosterBoard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int index = byKey ? m_current : cardNear(viewport()->mapFromGlobal(event->globalPos()));
    if (index < 0)
        return;
    if (!isChosen(item(index).key))
        setCurrent(index);
    Q_EMIT menuRequested(byKey ? viewport()->mapToGlobal(itemRect(index).center()) : event->globalPos());
}

void PosterBoard::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return CardBoard::wheelEvent(event);
    setZoom(m_zoom * std::pow(kZoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

bool PosterBoard::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int index = cardNear(help->pos());
        QToolTip::showText(help->globalPos(), spokenCard(index).replace(u"。"_s, u"\n"_s), viewport());
        return true;
    }
    return CardBoard::viewportEvent(event);
}

/// Digits, Delete and the zoom keys are the board's, not shortcuts of the window.
bool PosterBoard::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool control = key->modifiers().testFlag(Qt::ControlModifier);
        const int code = key->key();
        const bool digit = isPlain(*key) && code >= Qt::Key_0 && code <= Qt::Key_9;
        const bool command = control && (code == Qt::Key_G || code == Qt::Key_A || code == Qt::Key_Plus ||
                                         code == Qt::Key_Minus || code == Qt::Key_Semicolon);
        if (digit || command || (code == Qt::Key_Escape && (m_dragging || !m_chosen.empty())))
            event->accept();
    }
    return CardBoard::event(event);
}

void PosterBoard::step(int across, int down, bool extend)
{
    setCurrent(m_layout.next(m_current, across, down), extend);
}

/// Ctrl with a key.
bool PosterBoard::commandPressed(const QKeyEvent &event)
{
    if (!event.modifiers().testFlag(Qt::ControlModifier))
        return false;
    switch (event.key()) {
    case Qt::Key_G:
        if (!event.modifiers().testFlag(Qt::ShiftModifier))
            groupChosen();
        else if (m_writable && !m_chosen.empty())
            Q_EMIT ungroupRequested(pick());
        return true;
    case Qt::Key_A:
        m_chosen.clear();
        for (const PosterItem &each : m_layout.items())
            if (each.key.kind == PosterKey::Kind::Note)
                m_chosen.insert(each.key);
        viewport()->update();
        Q_EMIT choiceChanged();
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Semicolon: // "+" of a Japanese keyboard without Shift
        setZoom(m_zoom * kZoomStep);
        return true;
    case Qt::Key_Minus:
        setZoom(m_zoom / kZoomStep);
        return true;
    default:
        return false;
    }
}

void PosterBoard::keyPressEvent(QKeyEvent *event)
{
    if (commandPressed(*event))
        return;
    const bool extend = event->modifiers().testFlag(Qt::ShiftModifier);
    if (isPlain(*event) && event->key() >= Qt::Key_0 && event->key() <= Qt::Key_9 && !m_chosen.empty()) {
        const int digit = event->key() - Qt::Key_0;
        const auto field = std::ranges::find_if(m_layout.fields(), [&](const PosterField &each) {
            return digit == 0 ? each.scene == 0 : each.key == digit;
        });
        if (m_writable && (digit == 0 || field != m_layout.fields().end()))
            Q_EMIT putRequested(pick(), {.scene = digit == 0 ? 0 : field->scene});
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0, extend);
    case Qt::Key_Right:
        return step(1, 0, extend);
    case Qt::Key_Up:
        return step(0, -1, extend);
    case Qt::Key_Down:
        return step(0, 1, extend);
    case Qt::Key_Home:
        return setCurrent(0, extend);
    case Qt::Key_End:
        return setCurrent(cardCount() - 1, extend);
    case Qt::Key_F2:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return beginEditing(currentKey());
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_writable && !m_chosen.empty())
            Q_EMIT removeRequested(pick());
        return;
    case Qt::Key_Escape:
        if (m_dragging)
            return endDrag();
        if (!m_chosen.empty())
            return clearChoice();
        break;
    default:
        break;
    }
    CardBoard::keyPressEvent(event);
}

void PosterBoard::focusInEvent(QFocusEvent *event)
{
    CardBoard::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && m_chosen.empty() && cardCount() > 0)
        setCurrent(std::max(0, m_current));
    viewport()->update();
    announceCurrent();
}

void PosterBoard::focusOutEvent(QFocusEvent *event)
{
    CardBoard::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        endDrag();
    viewport()->update();
}

} // namespace tane
