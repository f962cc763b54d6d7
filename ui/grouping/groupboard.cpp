#include "grouping/groupboard.h"

#include "shell/widgets.h"

#include <QKeyEvent>
#include <QScrollBar>

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
    : ColumnBoard(parent)
{
    setAccessibleName(tr("班のボード"));
    setAccessibleDescription(
        tr("矢印キーでカードを選び、Ctrl+矢印でとなりの班へ、数字とEnterでその番号の班へ動かします。"
           "Pで席を固定し、Sを2回で入れ替え、Enterで理由を見ます。"));
}

void GroupBoard::setGroups(std::vector<Group> groups)
{
    const qint64 kept = currentParticipant();
    endDrag();
    endTyping();
    m_groups = std::move(groups);
    restoreCurrent(placeOf(kept));
    if (!placeOf(m_exchanging).isValid())
        m_exchanging = 0;
    layOut();
    viewport()->update();
    if (kept != currentParticipant())
        Q_EMIT currentChanged(currentParticipant());
}

const GroupBoard::Card *GroupBoard::card(Place place) const
{
    return hasCard(place) ? &m_groups[at(place.column)].cards[at(place.row)] : nullptr;
}

int GroupBoard::cardsIn(int column) const
{
    return static_cast<int>(m_groups[at(column)].cards.size());
}

QString GroupBoard::spoken(Place place) const
{
    const Card *shown = card(place);
    return shown ? shown->spoken : QString();
}

void GroupBoard::press(Place place)
{
    if (const Card *shown = card(place)) {
        setCurrent(place);
        Q_EMIT whyRequested(shown->participant);
    }
}

void GroupBoard::open(Place place)
{
    if (const Card *shown = card(place))
        Q_EMIT whyRequested(shown->participant);
}

void GroupBoard::openMenu(Place place, QPoint globalPos)
{
    if (const Card *shown = card(place))
        Q_EMIT menuRequested(shown->participant, globalPos);
}

bool GroupBoard::isMovable(Place place) const
{
    const Card *shown = card(place);
    return shown && shown->away.isEmpty();
}

void GroupBoard::currentMoved()
{
    Q_EMIT currentChanged(currentParticipant());
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
    return place.isValid() ? m_groups[at(place.column)].number : -1;
}

int GroupBoard::groupNumbered(int number) const
{
    const auto found = std::ranges::find(m_groups, number, &Group::number);
    return found == m_groups.end() ? -1 : static_cast<int>(found - m_groups.begin());
}

qint64 GroupBoard::currentParticipant() const
{
    const Card *found = card(current());
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
    const QRect box = groupRect(place.column);
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

/// The card, and the head of its group where there is room for both.
void GroupBoard::reveal(Place place)
{
    const QRect box = cardRect(place);
    const int top = std::min(
        box.top(), std::max(groupRect(place.column).top(), box.bottom() + kInside - viewport()->height()));
    QScrollBar *bar = verticalScrollBar();
    if (top < 0)
        bar->setValue(bar->value() + top);
    else if (box.bottom() > viewport()->height() - kInside)
        bar->setValue(bar->value() + box.bottom() - viewport()->height() + kInside);
}

/// To the next card: down and up through the rows of groups, sideways to the one nearest in height.
void GroupBoard::step(int across, int down)
{
    if (!current().isValid())
        return setCurrent(placeAt(0));
    Place next = current();
    if (across != 0) {
        do
            next.column += across;
        while (next.column >= 0 && next.column < static_cast<int>(m_groups.size()) &&
               m_groups[at(next.column)].cards.empty());
    } else {
        next.row += down;
        if (next.row < 0 || card(next) == nullptr) {
            next.column += down > 0 ? m_across : -m_across;
            next.row = down > 0 ? 0 : std::numeric_limits<int>::max();
        }
    }
    if (next.column < 0 || next.column >= static_cast<int>(m_groups.size()))
        return;
    next.row = std::min(next.row, static_cast<int>(m_groups[at(next.column)].cards.size()) - 1);
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
    endTyping();
    ColumnBoard::mousePressEvent(event);
}

/// Over a card of another group the two would change places; else she would join the group.
void GroupBoard::dragTo(QPoint point)
{
    const int group = viewport()->rect().contains(point) ? groupAt(point) : -1;
    Target target;
    if (group >= 0 && group != dragged().column) {
        target.number = m_groups[at(group)].number;
        const Card *under = card(cardAt(point));
        if (under && under->away.isEmpty() && target.number > 0 && m_groups[at(dragged().column)].number > 0)
            target.with = under->participant;
    }
    setTarget(card(dragged())->participant, target);
}

void GroupBoard::drop()
{
    const qint64 participant = card(dragged())->participant;
    const Target target = m_target;
    endDrag();
    if (target.with != 0)
        Q_EMIT swapRequested(participant, target.with);
    else if (target.isValid())
        Q_EMIT moveRequested(participant, target.number);
}

void GroupBoard::dragEnded(Place dragged)
{
    const Card *pulled = card(dragged);
    clearTarget(pulled ? pulled->participant : 0, dragged.isValid());
}

void GroupBoard::mouseDoubleClickEvent(QMouseEvent *event)
{
    ColumnBoard::mouseDoubleClickEvent(event);
    const int group = groupAt(event->pos());
    if (event->button() == Qt::LeftButton && group >= 0 &&
        event->pos().y() < groupRect(group).top() + m_head && m_groups[at(group)].number > 0)
        Q_EMIT renameRequested(m_groups[at(group)].number);
}

void GroupBoard::focusOutEvent(QFocusEvent *event)
{
    ColumnBoard::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        endTyping();
}

} // namespace tane
