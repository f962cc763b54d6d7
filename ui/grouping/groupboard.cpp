#include "grouping/groupboard.h"

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

constexpr int kGap = 10;       ///< between groups
constexpr int kLeast = 150;    ///< a group is at least as wide
constexpr int kInside = 6;     ///< from a group's edge to its cards
constexpr int kCardGap = 5;    ///< between cards
constexpr int kLeastCards = 3; ///< a group is at least as high as so many

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

GroupBoard::GroupBoard(QWidget *parent)
    : CardBoard(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("班のボード"));
    setAccessibleDescription(
        tr("矢印キーでカードを選び、Ctrl+矢印でとなりの班へ、数字とEnterでその番号の班へ動かします。"
           "Pで席を固定し、Sを2回で入れ替え、Enterで理由を見ます。"));
    viewport()->setAutoFillBackground(false);
    viewport()->setMouseTracking(true);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    m_scrollTimer.setInterval(30);
    connect(&m_scrollTimer, &QTimer::timeout, this, [this] {
        if (scrollNear(m_pointer, 0))
            dragTo(m_pointer);
    });
}

void GroupBoard::setGroups(std::vector<Group> groups)
{
    const qint64 kept = currentParticipant();
    endDrag();
    endTyping();
    m_groups = std::move(groups);
    m_current = placeOf(kept);
    if (!placeOf(m_exchanging).isValid())
        m_exchanging = 0;
    layOut();
    viewport()->update();
    if (kept != currentParticipant())
        Q_EMIT currentChanged(currentParticipant());
}

const GroupBoard::Card *GroupBoard::card(Place place) const
{
    if (!place.isValid() || place.group >= static_cast<int>(m_groups.size()))
        return nullptr;
    const std::vector<Card> &cards = m_groups[at(place.group)].cards;
    return place.row < static_cast<int>(cards.size()) ? &cards[at(place.row)] : nullptr;
}

GroupBoard::Place GroupBoard::placeOf(qint64 participant) const
{
    for (std::size_t g = 0; g < m_groups.size(); ++g) {
        const auto found = std::ranges::find(m_groups[g].cards, participant, &Card::participant);
        if (participant != 0 && found != m_groups[g].cards.end())
            return {static_cast<int>(g), static_cast<int>(found - m_groups[g].cards.begin())};
    }
    return {};
}

int GroupBoard::numberOf(qint64 participant) const
{
    const Place place = placeOf(participant);
    return place.isValid() ? m_groups[at(place.group)].number : -1;
}

int GroupBoard::groupNumbered(int number) const
{
    const auto found = std::ranges::find(m_groups, number, &Group::number);
    return found == m_groups.end() ? -1 : static_cast<int>(found - m_groups.begin());
}

qint64 GroupBoard::currentParticipant() const
{
    const Card *found = card(m_current);
    return found ? found->participant : 0;
}

bool GroupBoard::showParticipant(qint64 participant)
{
    const Place place = placeOf(participant);
    if (!place.isValid())
        return false;
    setCurrent(place);
    return true;
}

GroupBoard::Place GroupBoard::placeAt(int index) const
{
    int group = 0;
    for (const Group &each : m_groups) {
        const auto count = static_cast<int>(each.cards.size());
        if (index < count)
            return {group, index};
        index -= count;
        ++group;
    }
    return {};
}

int GroupBoard::indexOf(Place place) const
{
    if (card(place) == nullptr)
        return -1;
    int index = place.row;
    for (int group = 0; group < place.group; ++group)
        index += static_cast<int>(m_groups[at(group)].cards.size());
    return index;
}

int GroupBoard::cardCount() const
{
    int count = 0;
    for (const Group &group : m_groups)
        count += static_cast<int>(group.cards.size());
    return count;
}

QString GroupBoard::spokenCard(int index) const
{
    const Card *shown = card(placeAt(index));
    return shown ? shown->spoken : QString();
}

void GroupBoard::pressCard(int index)
{
    if (const Card *shown = card(placeAt(index))) {
        setCurrent(placeAt(index));
        Q_EMIT whyRequested(shown->participant);
    }
}

/// Rows of groups; each row is as high as its largest group.
void GroupBoard::layOut()
{
    const QFontMetrics title(scaledFont(this, type::cardTitle, true));
    const QFontMetrics body(scaledFont(this, type::body, true));
    const QFontMetrics small(scaledFont(this, type::secondary));
    m_head = 7 + title.height() + 2 + small.height() + 6;
    m_cardHeight = 6 + body.height() + 2 * (small.height() + 3) + 6;
    const int width = viewport()->width();
    const int count = static_cast<int>(m_groups.size());
    m_across = std::clamp((width + kGap) / (kLeast + kGap), 1, std::max(1, count));
    const int each = (width - (m_across - 1) * kGap) / m_across;
    m_boxes.clear();
    int top = 0;
    for (int first = 0; first < count; first += m_across) {
        std::size_t most = kLeastCards;
        const int last = std::min(first + m_across, count);
        for (int group = first; group < last; ++group)
            most = std::max(most, m_groups[at(group)].cards.size());
        const int height =
            m_head + 2 * kInside + static_cast<int>(most) * (m_cardHeight + kCardGap) - kCardGap;
        for (int group = first; group < last; ++group)
            m_boxes.emplace_back((group - first) * (each + kGap), top, each, height);
        top += height + kGap;
    }
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_cardHeight / 2);
    verticalScrollBar()->setRange(0, std::max(0, top - kGap - viewport()->height()));
}

QRect GroupBoard::groupRect(int group) const
{
    return m_boxes[at(group)].translated(0, -verticalScrollBar()->value());
}

QRect GroupBoard::cardRect(Place place) const
{
    if (card(place) == nullptr)
        return {};
    const QRect box = groupRect(place.group);
    return {box.left() + kInside, box.top() + m_head + kInside + place.row * (m_cardHeight + kCardGap),
            box.width() - 2 * kInside, m_cardHeight};
}

int GroupBoard::groupAt(QPoint point) const
{
    for (int group = 0; group < static_cast<int>(m_boxes.size()); ++group) {
        if (groupRect(group).adjusted(-kGap / 2, -kGap / 2, kGap / 2, kGap / 2).contains(point))
            return group;
    }
    return -1;
}

GroupBoard::Place GroupBoard::cardAt(QPoint point) const
{
    const int group = groupAt(point);
    if (group < 0)
        return {};
    const int row = (point.y() - groupRect(group).top() - m_head - kInside) / (m_cardHeight + kCardGap);
    const Place place{group, row};
    return card(place) && cardRect(place).contains(point) ? place : Place();
}

void GroupBoard::setCurrent(Place place)
{
    if (!card(place))
        return;
    const bool changed = m_current != place;
    m_current = place;
    reveal(place);
    viewport()->update();
    announceCurrent();
    if (changed)
        Q_EMIT currentChanged(currentParticipant());
}

/// The card, and the head of its group where there is room for both.
void GroupBoard::reveal(Place place)
{
    const QRect box = cardRect(place);
    const int top = std::min(
        box.top(), std::max(groupRect(place.group).top(), box.bottom() + kInside - viewport()->height()));
    QScrollBar *bar = verticalScrollBar();
    if (top < 0)
        bar->setValue(bar->value() + top);
    else if (box.bottom() > viewport()->height() - kInside)
        bar->setValue(bar->value() + box.bottom() - viewport()->height() + kInside);
}

/// To the next card: down and up through the rows of groups, sideways to the one nearest in height.
void GroupBoard::step(int across, int down)
{
    if (!m_current.isValid())
        return setCurrent(placeAt(0));
    Place next = m_current;
    if (across != 0) {
        do
            next.group += across;
        while (next.group >= 0 && next.group < static_cast<int>(m_groups.size()) &&
               m_groups[at(next.group)].cards.empty());
    } else {
        next.row += down;
        if (next.row < 0 || card(next) == nullptr) {
            next.group += down > 0 ? m_across : -m_across;
            next.row = down > 0 ? 0 : std::numeric_limits<int>::max();
        }
    }
    if (next.group < 0 || next.group >= static_cast<int>(m_groups.size()))
        return;
    next.row = std::min(next.row, static_cast<int>(m_groups[at(next.group)].cards.size()) - 1);
    setCurrent(next);
}

void GroupBoard::setTarget(qint64 participant, Target target)
{
    if (target == m_target)
        return;
    m_target = target;
    viewport()->update();
    Q_EMIT targetChanged(participant, target);
}

/// Told even when there was no target at the end: what was shown for the sake of it can go.
void GroupBoard::clearTarget(qint64 participant, bool tell)
{
    const bool hadTarget = std::exchange(m_target, {}).isValid();
    viewport()->update();
    if (tell || hadTarget)
        Q_EMIT targetChanged(participant, {});
}

void GroupBoard::mousePressEvent(QMouseEvent *event)
{
    const Place place = cardAt(event->pos());
    endTyping();
    if (event->button() != Qt::LeftButton || !place.isValid())
        return CardBoard::mousePressEvent(event);
    setCurrent(place);
    m_pressed = event->pos();
    m_pressedCard = m_current;
}

void GroupBoard::mouseMoveEvent(QMouseEvent *event)
{
    const bool pulled = event->buttons().testFlag(Qt::LeftButton) && m_pressedCard.isValid() && m_writable &&
                        card(m_pressedCard)->away.isEmpty();
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

/// Over a card of another group the two would change places; else she would join the group.
void GroupBoard::dragTo(QPoint point)
{
    m_pointer = point;
    const int group = viewport()->rect().contains(point) ? groupAt(point) : -1;
    Target target;
    if (group >= 0 && group != m_dragged.group) {
        target.number = m_groups[at(group)].number;
        const Card *under = card(cardAt(point));
        if (under && under->away.isEmpty() && target.number > 0 && m_groups[at(m_dragged.group)].number > 0)
            target.with = under->participant;
    }
    setTarget(card(m_dragged)->participant, target);
    viewport()->update();
}

void GroupBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (!isDragging() || event->button() != Qt::LeftButton) {
        m_pressedCard = {};
        return CardBoard::mouseReleaseEvent(event);
    }
    dragTo(event->pos());
    const qint64 participant = card(m_dragged)->participant;
    const Target target = m_target;
    endDrag();
    if (target.with != 0)
        Q_EMIT swapRequested(participant, target.with);
    else if (target.isValid())
        Q_EMIT moveRequested(participant, target.number);
}

void GroupBoard::endDrag()
{
    m_scrollTimer.stop();
    const Card *dragged = card(m_dragged);
    const qint64 participant = dragged ? dragged->participant : 0;
    const bool wasDragging = isDragging();
    m_pressedCard = m_dragged = {};
    clearTarget(participant, wasDragging);
    viewport()->unsetCursor();
    viewport()->update();
}

void GroupBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const Card *under = card(cardAt(event->pos())))
        return Q_EMIT whyRequested(under->participant);
    const int group = groupAt(event->pos());
    if (group >= 0 && event->pos().y() < groupRect(group).top() + m_head && m_groups[at(group)].number > 0)
        Q_EMIT renameRequested(m_groups[at(group)].number);
}

void GroupBoard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const Place place = byKey ? m_current : cardAt(viewport()->mapFromGlobal(event->globalPos()));
    if (!card(place))
        return;
    setCurrent(place);
    const QPoint at = byKey ? viewport()->mapToGlobal(cardRect(place).center()) : event->globalPos();
    Q_EMIT menuRequested(currentParticipant(), at);
}

bool GroupBoard::viewportEvent(QEvent *event)
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

void GroupBoard::focusInEvent(QFocusEvent *event)
{
    CardBoard::focusInEvent(event);
    if (!m_current.isValid() && cardCount() > 0)
        setCurrent(placeAt(0));
    viewport()->update();
    announceCurrent();
}

void GroupBoard::focusOutEvent(QFocusEvent *event)
{
    CardBoard::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) {
        endDrag();
        endTyping();
    }
    viewport()->update();
}

void GroupBoard::resizeEvent(QResizeEvent *event)
{
    CardBoard::resizeEvent(event);
    layOut();
}

void GroupBoard::scrollContentsBy(int, int)
{
    viewport()->update();
}

void GroupBoard::changeEvent(QEvent *event)
{
    CardBoard::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

} // namespace tane
