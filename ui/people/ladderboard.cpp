#include "people/ladderboard.h"

#include "shell/widgets.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kGap = 10;    ///< between columns
constexpr int kLeast = 136; ///< a column is at least as wide
constexpr int kInside = 8;  ///< from a column's edge to its cards
constexpr int kCardGap = 8; ///< between cards

} // namespace

LadderBoard::LadderBoard(QWidget *parent)
    : CardBoard(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("スキルラダーのボード"));
    setAccessibleDescription(tr("矢印キーでカードを選び、Ctrl+左右で別の段階へ動かします。"
                                "Enterで評価を記録し、スペースで本人の記録を開きます。"));
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    m_scrollTimer.setInterval(30);
    connect(&m_scrollTimer, &QTimer::timeout, this, &LadderBoard::scrollWhileDragging);
}

void LadderBoard::setColumns(std::vector<Column> columns, int steps)
{
    const qint64 person = currentPerson();
    endDrag();
    m_columns = std::move(columns);
    m_steps = steps;
    m_current = placeOf(person);
    if (!m_current.isValid()) {
        const auto filled =
            std::ranges::find_if(m_columns, [](const Column &column) { return !column.cards.empty(); });
        if (filled != m_columns.end())
            m_current = {static_cast<int>(filled - m_columns.begin()), 0};
    }
    layOut();
    viewport()->update();
}

const LadderBoard::Card *LadderBoard::card(Place place) const
{
    if (!place.isValid() || place.column >= static_cast<int>(m_columns.size()))
        return nullptr;
    const std::vector<Card> &cards = m_columns[static_cast<std::size_t>(place.column)].cards;
    return place.row < static_cast<int>(cards.size()) ? &cards[static_cast<std::size_t>(place.row)] : nullptr;
}

LadderBoard::Place LadderBoard::placeOf(qint64 person) const
{
    for (std::size_t c = 0; c < m_columns.size(); ++c) {
        const auto found = std::ranges::find(m_columns[c].cards, person, &Card::person);
        if (person != 0 && found != m_columns[c].cards.end())
            return {static_cast<int>(c), static_cast<int>(found - m_columns[c].cards.begin())};
    }
    return {};
}

LadderBoard::Place LadderBoard::placeAt(int index) const
{
    int column = 0;
    for (const Column &each : m_columns) {
        const auto count = static_cast<int>(each.cards.size());
        if (index < count)
            return {column, index};
        index -= count;
        ++column;
    }
    return {};
}

int LadderBoard::indexOf(Place place) const
{
    if (card(place) == nullptr)
        return -1;
    int index = place.row;
    for (int column = 0; column < place.column; ++column)
        index += static_cast<int>(m_columns[static_cast<std::size_t>(column)].cards.size());
    return index;
}

int LadderBoard::cardCount() const
{
    int count = 0;
    for (const Column &column : m_columns)
        count += static_cast<int>(column.cards.size());
    return count;
}

QString LadderBoard::spokenCard(int index) const
{
    const Card *shown = card(placeAt(index));
    return shown ? shown->spoken : QString();
}

void LadderBoard::pressCard(int index)
{
    if (const Card *shown = card(placeAt(index)))
        Q_EMIT assessRequested(shown->person);
}

qint64 LadderBoard::currentPerson() const
{
    const Card *found = card(m_current);
    return found ? found->person : 0;
}

bool LadderBoard::showPerson(qint64 person)
{
    const Place place = placeOf(person);
    if (!place.isValid())
        return false;
    setCurrent(place);
    return true;
}

void LadderBoard::layOut()
{
    const QFontMetrics title(scaledFont(this, type::cardTitle, true));
    const QFontMetrics body(scaledFont(this, type::body, true));
    const QFontMetrics small(scaledFont(this, type::secondary));
    m_head = 8 + title.height() + 4 + small.height() + 8;
    m_cardHeight = 8 + body.height() + 3 * (small.height() + 4) + 8;
    const int count = std::max<int>(1, static_cast<int>(m_columns.size()));
    const int room = viewport()->width() - (count - 1) * kGap;
    m_columnWidth = std::max(kLeast, room / count);
    std::size_t most = 0;
    for (const Column &column : m_columns)
        most = std::max(most, column.cards.size());
    const int height =
        m_head + kInside + static_cast<int>(most) * (m_cardHeight + kCardGap) + kInside - kCardGap;
    const int width = count * m_columnWidth + (count - 1) * kGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_cardHeight / 2);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(m_columnWidth / 2);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
}

QRect LadderBoard::columnRect(int column) const
{
    return {column * (m_columnWidth + kGap) - horizontalScrollBar()->value(), 0, m_columnWidth,
            viewport()->height()};
}

QRect LadderBoard::cardRect(Place place) const
{
    const QRect column = columnRect(place.column);
    return {column.left() + kInside,
            m_head + kInside + place.row * (m_cardHeight + kCardGap) - verticalScrollBar()->value(),
            column.width() - 2 * kInside, m_cardHeight};
}

int LadderBoard::columnAt(int x) const
{
    for (int column = 0; column < static_cast<int>(m_columns.size()); ++column) {
        const QRect box = columnRect(column);
        if (x >= box.left() - kGap / 2 && x <= box.right() + kGap / 2)
            return column;
    }
    return -1;
}

LadderBoard::Place LadderBoard::cardAt(QPoint point) const
{
    const int column = columnAt(point.x());
    if (column < 0 || point.y() < m_head)
        return {};
    const int row = (point.y() - m_head - kInside + verticalScrollBar()->value()) / (m_cardHeight + kCardGap);
    const Place place{column, row};
    return card(place) && cardRect(place).contains(point) ? place : Place();
}

void LadderBoard::setCurrent(Place place)
{
    if (!card(place))
        return;
    m_current = place;
    reveal(place);
    viewport()->update();
    announceCurrent();
}

void LadderBoard::reveal(Place place)
{
    const QRect box = cardRect(place);
    QScrollBar *bar = verticalScrollBar();
    if (box.top() < m_head + kInside)
        bar->setValue(bar->value() + box.top() - m_head - kInside);
    else if (box.bottom() > viewport()->height() - kInside)
        bar->setValue(bar->value() + box.bottom() - viewport()->height() + kInside);
    const QRect column = columnRect(place.column);
    QScrollBar *across = horizontalScrollBar();
    if (column.left() < 0)
        across->setValue(across->value() + column.left());
    else if (column.right() >= viewport()->width())
        across->setValue(across->value() + column.right() - viewport()->width() + 1);
}

/// To the next card; across columns to the one nearest in height, over columns with nobody.
void LadderBoard::moveCurrent(int columns, int rows)
{
    if (columns == 0) {
        const auto last =
            static_cast<int>(m_columns[static_cast<std::size_t>(m_current.column)].cards.size()) - 1;
        return setCurrent({m_current.column, std::clamp(m_current.row + rows, 0, last)});
    }
    for (int column = m_current.column + columns; column >= 0 && column < static_cast<int>(m_columns.size());
         column += columns) {
        const auto count = static_cast<int>(m_columns[static_cast<std::size_t>(column)].cards.size());
        if (count > 0)
            return setCurrent({column, std::min(m_current.row, count - 1)});
    }
}

void LadderBoard::askMove(int by)
{
    const int target = m_current.column + by;
    if (!m_writable || target < 0 || target >= static_cast<int>(m_columns.size()))
        return;
    const int step = m_columns[static_cast<std::size_t>(target)].step;
    if (step >= 0)
        Q_EMIT moveRequested(currentPerson(), step);
}

void LadderBoard::keyPressEvent(QKeyEvent *event)
{
    if (isDragging() && event->key() == Qt::Key_Escape) {
        endDrag();
        return;
    }
    if (!card(m_current))
        return CardBoard::keyPressEvent(event);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int page = std::max(1, (viewport()->height() - m_head) / (m_cardHeight + kCardGap));
    switch (event->key()) {
    case Qt::Key_Left:
        return control ? askMove(-1) : moveCurrent(-1, 0);
    case Qt::Key_Right:
        return control ? askMove(1) : moveCurrent(1, 0);
    case Qt::Key_Up:
        return moveCurrent(0, -1);
    case Qt::Key_Down:
        return moveCurrent(0, 1);
    case Qt::Key_PageUp:
        return moveCurrent(0, -page);
    case Qt::Key_PageDown:
        return moveCurrent(0, page);
    case Qt::Key_Home:
        return moveCurrent(0, -m_current.row);
    case Qt::Key_End:
        return moveCurrent(
            0, static_cast<int>(m_columns[static_cast<std::size_t>(m_current.column)].cards.size()));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT assessRequested(currentPerson());
    case Qt::Key_Space:
        return Q_EMIT personRequested(currentPerson());
    default:
        CardBoard::keyPressEvent(event);
    }
}

bool LadderBoard::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const Card *under = card(cardAt(help->pos()));
        const QString text = under ? QString(under->spoken).replace(u"、"_s, u"\n"_s) : QString();
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return CardBoard::viewportEvent(event);
}

void LadderBoard::mousePressEvent(QMouseEvent *event)
{
    const Place place = cardAt(event->pos());
    if (event->button() != Qt::LeftButton || !place.isValid())
        return CardBoard::mousePressEvent(event);
    setCurrent(place);
    m_pressed = event->pos();
    m_pressedCard = place;
}

void LadderBoard::mouseMoveEvent(QMouseEvent *event)
{
    const bool pulled = event->buttons().testFlag(Qt::LeftButton) && m_pressedCard.isValid() && m_writable;
    if (pulled && !isDragging() &&
        (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_dragged = m_pressedCard;
        viewport()->setCursor(Qt::ClosedHandCursor);
        m_scrollTimer.start();
    }
    if (isDragging())
        dragTo(event->pos());
    else
        viewport()->setCursor(cardAt(event->pos()).isValid() && m_writable ? Qt::OpenHandCursor
                                                                           : Qt::ArrowCursor);
}

void LadderBoard::dragTo(QPoint point)
{
    m_pointer = point;
    const int column = columnAt(point.x());
    const bool allowed = column >= 0 && column != m_dragged.column &&
                         m_columns[static_cast<std::size_t>(column)].step >= 0 &&
                         viewport()->rect().contains(point);
    m_drop = allowed ? column : -1;
    viewport()->update();
}

void LadderBoard::scrollWhileDragging()
{
    if (scrollNear(m_pointer, m_head))
        dragTo(m_pointer);
}

void LadderBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isDragging() || event->button() != Qt::LeftButton) {
        m_pressedCard = {};
        return CardBoard::mouseReleaseEvent(event);
    }
    dragTo(event->pos());
    const Card *dragged = card(m_dragged);
    const qint64 person = dragged ? dragged->person : 0;
    const int step = m_drop >= 0 ? m_columns[static_cast<std::size_t>(m_drop)].step : -1;
    endDrag();
    if (person != 0 && step >= 0)
        Q_EMIT moveRequested(person, step);
}

void LadderBoard::endDrag()
{
    m_scrollTimer.stop();
    m_pressedCard = m_dragged = {};
    m_drop = -1;
    viewport()->unsetCursor();
    viewport()->update();
}

void LadderBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Card *under = card(cardAt(event->pos()));
    if (under && event->button() == Qt::LeftButton)
        Q_EMIT personRequested(under->person);
}

void LadderBoard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Place place = byKey ? m_current : cardAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!card(place))
        return;
    setCurrent(place);
    const QPoint at = byKey ? viewport()->mapToGlobal(cardRect(place).center()) : event->globalPos();
    Q_EMIT menuRequested(currentPerson(), at);
}

void LadderBoard::focusInEvent(QFocusEvent *event)
{
    CardBoard::focusInEvent(event);
    viewport()->update();
    announceCurrent();
}

void LadderBoard::focusOutEvent(QFocusEvent *event)
{
    CardBoard::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        endDrag();
    viewport()->update();
}

void LadderBoard::resizeEvent(QResizeEvent *event)
{
    CardBoard::resizeEvent(event);
    layOut();
}

void LadderBoard::scrollContentsBy(int, int)
{
    viewport()->update();
}

void LadderBoard::changeEvent(QEvent *event)
{
    CardBoard::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

} // namespace tane
