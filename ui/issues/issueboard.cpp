#include "issues/issueboard.h"

#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kGap = 8;     ///< between columns
constexpr int kLeast = 184; ///< a column with cards is at least as wide
constexpr int kNarrow = 38;
constexpr int kInside = 8;
constexpr int kCardGap = 8;

} // namespace

IssueBoard::IssueBoard(QWidget *parent)
    : ColumnBoard(parent)
{
    setAccessibleName(tr("課題の流れのボード"));
    setAccessibleDescription(
        tr("矢印キーでカードを選び、スペースで選択に加えます。Ctrl+左右で別の段階へ、Alt+"
           "上下で段階の中の順番を動かします。Enterでカードを開きます。"));
}

void IssueBoard::setColumns(Columns columns, Describe describe)
{
    const qint64 id = currentId();
    endDrag();
    const Place before = current();
    m_columns = std::move(columns);
    m_describe = std::move(describe);
    m_known.clear();
    std::set<qint64> left;
    for (const std::vector<qint64> &column : m_columns)
        for (const qint64 each : column)
            if (m_selected.contains(each))
                left.insert(each);
    m_selected = left;
    Place kept = placeOf(id);
    if (!kept.isValid() && before.isValid() && count(before.column) > 0)
        kept = {before.column, std::min(before.row, count(before.column) - 1)};
    restoreCurrent(kept.isValid() ? kept : placeAt(0));
    m_anchor = current();
    layOut();
    viewport()->update();
    Q_EMIT selectionChanged();
}

void IssueBoard::setFolded(const std::set<int> &stages)
{
    m_folded = stages;
    layOut();
    viewport()->update();
}

bool IssueBoard::isNarrow(int stage) const
{
    return count(stage) == 0 || m_folded.contains(stage);
}

void IssueBoard::toggleFold(int stage)
{
    if (count(stage) == 0)
        return;
    if (m_folded.erase(stage) == 0)
        m_folded.insert(stage);
    layOut();
    viewport()->update();
    Q_EMIT foldedChanged();
}

qint64 IssueBoard::idAt(Place place) const
{
    return hasCard(place) ? cards(place.column)[static_cast<std::size_t>(place.row)] : 0;
}

const IssueBoard::Card &IssueBoard::describe(qint64 id) const
{
    const auto known = m_known.find(id);
    return known != m_known.end() ? known->second : m_known.emplace(id, m_describe(id)).first->second;
}

IssueBoard::Place IssueBoard::placeOf(qint64 id) const
{
    for (int column = 0; id != 0 && column < kIssueStages; ++column) {
        const auto found = std::ranges::find(cards(column), id);
        if (found != cards(column).end())
            return {column, static_cast<int>(found - cards(column).begin())};
    }
    return {};
}

QString IssueBoard::spoken(Place place) const
{
    const qint64 id = idAt(place);
    if (id == 0)
        return {};
    const QString &text = describe(id).spoken;
    return m_selected.contains(id) ? tr("選択中、%1").arg(text) : text;
}

void IssueBoard::press(Place place)
{
    if (const qint64 id = idAt(place); id != 0)
        Q_EMIT openRequested(id);
}

qint64 IssueBoard::currentId() const
{
    return idAt(current());
}

std::vector<qint64> IssueBoard::selectedIds() const
{
    std::vector<qint64> ids;
    for (const std::vector<qint64> &column : m_columns)
        for (const qint64 each : column)
            if (m_selected.contains(each))
                ids.push_back(each);
    if (ids.empty() && currentId() != 0)
        ids.push_back(currentId());
    return ids;
}

bool IssueBoard::showCard(qint64 id)
{
    const Place place = placeOf(id);
    if (!place.isValid())
        return false;
    if (m_folded.contains(place.column))
        toggleFold(place.column);
    m_selected.clear();
    setCurrent(place);
    m_anchor = place;
    Q_EMIT selectionChanged();
    return true;
}

void IssueBoard::layOut()
{
    const QFontMetrics small(scaledFont(this, type::secondary));
    const QFont bold = scaledFont(this, type::body, true);
    m_head = 8 + QFontMetrics(bold).height() + 8;
    m_cardHeight = 8 + 2 * TextLines::pitch(bold) + 3 * (small.height() + 5) + 13;
    int wide = 0, most = 0;
    for (int stage = 0; stage < kIssueStages; ++stage) {
        wide += isNarrow(stage) ? 0 : 1;
        most = std::max(most, isNarrow(stage) ? 0 : count(stage));
    }
    const int room = viewport()->width() - (kIssueStages - 1) * kGap - (kIssueStages - wide) * kNarrow;
    const int each = wide > 0 ? std::max(kLeast, room / wide) : 0;
    int left = 0;
    for (int stage = 0; stage < kIssueStages; ++stage) {
        const auto at = static_cast<std::size_t>(stage);
        m_left[at] = left;
        m_width[at] = isNarrow(stage) ? (wide > 0 ? kNarrow : std::max(kNarrow, room / kIssueStages)) : each;
        left += m_width[at] + kGap;
    }
    m_all = left - kGap;
    const int height = m_head + 2 * kInside + most * (m_cardHeight + kCardGap) - kCardGap;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(m_cardHeight / 2);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(kLeast / 2);
    horizontalScrollBar()->setRange(0, std::max(0, m_all - viewport()->width()));
}

QRect IssueBoard::columnRect(int column) const
{
    const auto at = static_cast<std::size_t>(column);
    return {m_left[at] - horizontalScrollBar()->value(), 0, m_width[at], viewport()->height()};
}

QRect IssueBoard::cardRect(Place place) const
{
    const QRect column = columnRect(place.column);
    return {column.left() + kInside,
            m_head + kInside + place.row * (m_cardHeight + kCardGap) - verticalScrollBar()->value(),
            column.width() - 2 * kInside, m_cardHeight};
}

int IssueBoard::columnAt(int x) const
{
    for (int column = 0; column < kIssueStages; ++column) {
        const QRect box = columnRect(column);
        if (x >= box.left() - kGap / 2 && x <= box.right() + kGap / 2)
            return column;
    }
    return -1;
}

IssueBoard::Place IssueBoard::cardAt(QPoint point) const
{
    const int column = columnAt(point.x());
    if (column < 0 || point.y() < m_head || isNarrow(column))
        return {};
    const int row = (point.y() - m_head - kInside + verticalScrollBar()->value()) / (m_cardHeight + kCardGap);
    const Place place{column, row};
    return idAt(place) != 0 && cardRect(place).contains(point) ? place : Place();
}

/// Ctrl adds or takes away one card, Shift all up to it in its column; without them it is the only one.
void IssueBoard::choose(Place place, Qt::KeyboardModifiers modifiers)
{
    const qint64 chosen = idAt(place);
    if (chosen == 0)
        return;
    if (modifiers.testFlag(Qt::ShiftModifier) && m_anchor.column == place.column) {
        m_selected.clear();
        for (int row = std::min(m_anchor.row, place.row); row <= std::max(m_anchor.row, place.row); ++row)
            m_selected.insert(idAt({place.column, row}));
    } else if (modifiers.testFlag(Qt::ControlModifier)) {
        if (m_selected.empty() && currentId() != 0 && current() != place)
            m_selected.insert(currentId()); // the one chosen before belongs to it
        if (m_selected.erase(chosen) == 0)
            m_selected.insert(chosen);
        m_anchor = place;
    } else if (!m_selected.contains(chosen)) {
        m_selected.clear();
        m_anchor = place;
    }
    setCurrent(place);
    Q_EMIT selectionChanged();
}

void IssueBoard::reveal(Place place)
{
    bringIntoView(cardRect(place), columnRect(place.column), m_head, kInside);
}

/// Of the card; of a head, and of a narrow stage, what a click does.
QString IssueBoard::toolTipAt(QPoint point) const
{
    const int column = columnAt(point.x());
    if (cardAt(point).isValid() || column < 0 || (point.y() >= m_head && !isNarrow(column)))
        return ColumnBoard::toolTipAt(point);
    const QString text = count(column) == 0          ? tr("%1：カードはまだありません")
                         : m_folded.contains(column) ? tr("%1：クリックで広げます")
                                                     : tr("%1：クリックでたたみます");
    return text.arg(issueStageText(static_cast<IssueStage>(column)));
}

void IssueBoard::openMenu(Place place, QPoint globalPos)
{
    if (!m_selected.contains(idAt(place)))
        m_selected.clear();
    viewport()->update();
    Q_EMIT selectionChanged();
    Q_EMIT menuRequested(idAt(place), globalPos);
}

} // namespace tane
