#include "people/ladderboard.h"

#include "shell/widgets.h"

#include <QKeyEvent>
#include <QScrollBar>

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
    : ColumnBoard(parent)
{
    setAccessibleName(tr("スキルラダーのボード"));
    setAccessibleDescription(tr("矢印キーでカードを選び、Ctrl+左右で別の段階へ動かします。"
                                "Enterで評価を記録し、スペースで本人の記録を開きます。"));
}

void LadderBoard::setColumns(std::vector<Column> columns, int steps)
{
    const qint64 person = currentPerson();
    endDrag();
    m_columns = std::move(columns);
    m_steps = steps;
    const Place kept = placeOf(person);
    restoreCurrent(kept.isValid() ? kept : placeAt(0));
    layOut();
    viewport()->update();
}

const LadderBoard::Card *LadderBoard::card(Place place) const
{
    return hasCard(place)
               ? &m_columns[static_cast<std::size_t>(place.column)].cards[static_cast<std::size_t>(place.row)]
               : nullptr;
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

int LadderBoard::cardsIn(int column) const
{
    return static_cast<int>(m_columns[static_cast<std::size_t>(column)].cards.size());
}

QString LadderBoard::spoken(Place place) const
{
    const Card *shown = card(place);
    return shown ? shown->spoken : QString();
}

void LadderBoard::press(Place place)
{
    if (const Card *shown = card(place))
        Q_EMIT assessRequested(shown->person);
}

void LadderBoard::open(Place place)
{
    if (const Card *shown = card(place))
        Q_EMIT personRequested(shown->person);
}

void LadderBoard::openMenu(Place place, QPoint globalPos)
{
    if (const Card *shown = card(place))
        Q_EMIT menuRequested(shown->person, globalPos);
}

qint64 LadderBoard::currentPerson() const
{
    const Card *found = card(current());
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

void LadderBoard::reveal(Place place)
{
    bringIntoView(cardRect(place), columnRect(place.column), m_head, kInside);
}

/// To the next card; across columns to the one nearest in height, over columns with nobody.
void LadderBoard::moveCurrent(int columns, int rows)
{
    if (columns == 0) {
        const int last = cardsIn(current().column) - 1;
        return setCurrent({current().column, std::clamp(current().row + rows, 0, last)});
    }
    for (int column = current().column + columns; column >= 0 && column < columnCount(); column += columns) {
        if (cardsIn(column) > 0)
            return setCurrent({column, std::min(current().row, cardsIn(column) - 1)});
    }
}

void LadderBoard::askMove(int by)
{
    const int target = current().column + by;
    if (!isWritable() || target < 0 || target >= static_cast<int>(m_columns.size()))
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
    if (!card(current()))
        return ColumnBoard::keyPressEvent(event);
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
        return moveCurrent(0, -current().row);
    case Qt::Key_End:
        return moveCurrent(0, cardsIn(current().column));
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return Q_EMIT assessRequested(currentPerson());
    case Qt::Key_Space:
        return Q_EMIT personRequested(currentPerson());
    default:
        ColumnBoard::keyPressEvent(event);
    }
}

void LadderBoard::dragTo(QPoint point)
{
    const int column = columnAt(point.x());
    const bool allowed = column >= 0 && column != dragged().column &&
                         m_columns[static_cast<std::size_t>(column)].step >= 0 &&
                         viewport()->rect().contains(point);
    m_drop = allowed ? column : -1;
}

void LadderBoard::drop()
{
    const Card *pulled = card(dragged());
    const qint64 person = pulled ? pulled->person : 0;
    const int step = m_drop >= 0 ? m_columns[static_cast<std::size_t>(m_drop)].step : -1;
    endDrag();
    if (person != 0 && step >= 0)
        Q_EMIT moveRequested(person, step);
}

} // namespace tane
