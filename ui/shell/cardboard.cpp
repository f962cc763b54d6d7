#include "shell/cardboard.h"

#include <QAccessibleWidget>
#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <utility>
#include <vector>

namespace tane {

namespace {

/// One card. It has no object of its own: the board's interface owns it.
class CardInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardInterface(CardBoard *board, int index)
        : m_board(board)
        , m_index(index)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_index < m_board->cardCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_board);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_board->spoken(place()) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_board->cardRect(place());
        return {m_board->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_board->current() == place();
        state.focused = state.selected && m_board->hasFocus();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction() && isValid())
            m_board->press(place());
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] CardBoard::Place place() const { return m_board->placeAt(m_index); }
    CardBoard *m_board;
    int m_index;
};

class BoardInterface : public QAccessibleWidget
{
public:
    explicit BoardInterface(CardBoard *board)
        : QAccessibleWidget(board, QAccessible::List)
    {
    }
    ~BoardInterface() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override { return board()->cardCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_ids.size()) <= index) {
            const int next = static_cast<int>(m_ids.size());
            // Owned by Qt's cache, which the destructor empties again.
            m_ids.push_back(QAccessible::registerAccessibleInterface(new CardInterface(board(), next)));
        }
        return QAccessible::accessibleInterface(m_ids[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (QAccessible::accessibleInterface(m_ids[i]) == wanted)
                return static_cast<int>(i);
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return board()->hasFocus() ? child(board()->indexOf(board()->current())) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = board()->viewport()->mapFromGlobal(QPoint(x, y));
        return child(board()->indexOf(board()->cardAt(point)));
    }

private:
    [[nodiscard]] CardBoard *board() const { return static_cast<CardBoard *>(widget()); }
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *board = qobject_cast<CardBoard *>(object);
    return board != nullptr ? new BoardInterface(board) : nullptr;
}

constexpr int kScrollZone = 36;  ///< near an edge a dragged card scrolls the board
constexpr int kFastest = 24;     ///< pixels a step
constexpr int kScrollPause = 30; ///< milliseconds between steps

} // namespace

CardBoard::CardBoard(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    m_scrollTimer.setInterval(kScrollPause);
    connect(&m_scrollTimer, &QTimer::timeout, this, [this] {
        if (scrollNear(m_pointer))
            dragTo(m_pointer);
    });
}

int CardBoard::cardCount() const
{
    int count = 0;
    for (int column = 0; column < columnCount(); ++column)
        count += cardsIn(column);
    return count;
}

CardBoard::Place CardBoard::placeAt(int index) const
{
    for (int column = 0; index >= 0 && column < columnCount(); ++column) {
        const int count = cardsIn(column);
        if (index < count)
            return {column, index};
        index -= count;
    }
    return {};
}

int CardBoard::indexOf(Place place) const
{
    if (!hasCard(place))
        return -1;
    int index = place.row;
    for (int column = 0; column < place.column; ++column)
        index += cardsIn(column);
    return index;
}

void CardBoard::setCurrent(Place place)
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

void CardBoard::announceCurrent()
{
    const int index = indexOf(m_current);
    if (!QAccessible::isActive() || !hasFocus() || index < 0)
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(index);
    QAccessible::updateAccessibility(&focus);
}

/// Scrolls when a dragged card is near an edge. Whether it did.
bool CardBoard::scrollNear(QPoint pointer)
{
    const auto pull = [](int at, int size) {
        return at < kScrollZone ? at - kScrollZone : std::max(0, at - (size - kScrollZone));
    };
    const int height = viewport()->height();
    const int down = pull(pointer.y() - (pointer.y() < height / 2 ? headHeight() : 0), height);
    const int across = pull(pointer.x(), viewport()->width());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(down, -kFastest, kFastest));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::clamp(across, -kFastest, kFastest));
    return down != 0 || across != 0;
}

void CardBoard::mousePressEvent(QMouseEvent *event)
{
    const Place place = cardAt(event->pos());
    if (event->button() != Qt::LeftButton || !place.isValid())
        return QAbstractScrollArea::mousePressEvent(event);
    setCurrent(place);
    m_pressedAt = event->pos();
    m_pressed = place;
}

void CardBoard::mouseMoveEvent(QMouseEvent *event)
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
        viewport()->setCursor(cardAt(event->pos()).isValid() && m_writable ? Qt::OpenHandCursor
                                                                           : Qt::ArrowCursor);
    }
}

void CardBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isDragging() || event->button() != Qt::LeftButton) {
        m_pressed = {};
        return QAbstractScrollArea::mouseReleaseEvent(event);
    }
    m_pointer = event->pos();
    dragTo(m_pointer);
    drop();
}

void CardBoard::endDrag()
{
    m_scrollTimer.stop();
    const Place dragged = std::exchange(m_dragged, {});
    m_pressed = {};
    dragEnded(dragged);
    viewport()->unsetCursor();
    viewport()->update();
}

QRect CardBoard::draggedBox() const
{
    const QRect home = cardRect(m_dragged);
    return {m_pointer - (m_pressedAt - home.topLeft()), home.size()};
}

void CardBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Place place = cardAt(event->pos());
    if (event->button() == Qt::LeftButton && place.isValid())
        open(place);
}

void CardBoard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Place place = byKey ? m_current : cardAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!hasCard(place))
        return;
    setCurrent(place);
    openMenu(place, byKey ? viewport()->mapToGlobal(cardRect(place).center()) : event->globalPos());
}

/// The parts of what is spoken, one a line.
QString CardBoard::toolTipAt(QPoint point) const
{
    const Place place = cardAt(point);
    return place.isValid() ? spoken(place).replace(QStringLiteral("、"), QStringLiteral("\n")) : QString();
}

bool CardBoard::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void CardBoard::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    if (!hasCard(m_current))
        setCurrent(placeAt(0));
    viewport()->update();
    announceCurrent();
}

void CardBoard::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        endDrag();
    viewport()->update();
}

void CardBoard::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void CardBoard::scrollContentsBy(int, int)
{
    viewport()->update();
}

void CardBoard::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

} // namespace tane
