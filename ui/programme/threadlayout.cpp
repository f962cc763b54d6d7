#include "programme/threadlayout.h"

#include "paper/palette.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ThreadLayout)
};

constexpr double kPadding = 8;
/// Nobody reads more than the first lines on a card; the rest is in the tool tip.
constexpr int kMostLetters = 240;

QString termText(Goal::Term term)
{
    switch (term) {
    case Goal::Term::Long:
        return Texts::tr("長期");
    case Goal::Term::Middle:
        return Texts::tr("中期");
    case Goal::Term::Short:
        return Texts::tr("短期");
    }
    Q_UNREACHABLE();
}

template<class List, class Value>
bool contains(const List &list, const Value &value)
{
    return std::ranges::find(list, value) != list.end();
}

} // namespace

QString ThreadLayout::columnTitle(int column)
{
    switch (column) {
    case 0:
        return Texts::tr("目標");
    case 1:
        return Texts::tr("企画");
    case 2:
        return Texts::tr("時間割");
    case 3:
        return Texts::tr("設問");
    case 4:
        return Texts::tr("結果・評価");
    case 5:
        return Texts::tr("フォロー");
    default:
        return {};
    }
}

int ThreadLayout::columnOf(EvidenceKind kind)
{
    return static_cast<int>(kind) + 1;
}

EvidenceKind ThreadLayout::kindOf(int column)
{
    return static_cast<EvidenceKind>(column - 1);
}

ThreadLayout::ThreadLayout(const EvidenceThread &thread, const QHash<qint64, QString> &groups,
                           const QFont &font)
{
    std::array<double, columnCount> bottom{};
    bottom.fill(headHeight);
    for (const Goal &goal : thread.goals) {
        ThreadNode node{{0, goal.id}, goal.text, {}, {}, {}, {}};
        const QString group = groups.value(goal.targetGroup);
        node.detail =
            group.isEmpty() ? termText(goal.term) : Texts::tr("%1・%2").arg(termText(goal.term), group);
        if (contains(thread.unmeasuredGoals, goal.id))
            node.warning = Texts::tr("測る設問がありません");
        add(std::move(node), font, bottom);
    }
    for (const EvidenceNode &each : thread.nodes) {
        ThreadNode node{{columnOf(each.kind), each.id}, each.label, each.detail, {}, {}, {}};
        if (each.kind == EvidenceKind::Item && contains(thread.aimlessItems, each.id))
            node.warning = Texts::tr("つながる目標がありません");
        add(std::move(node), font, bottom);
    }
    for (const GoalLink &link : thread.links)
        m_targets[link.goal].push_back({columnOf(link.kind), link.target});
    m_size = {columnLeft(columnCount - 1) + columnWidth + margin, *std::ranges::max_element(bottom) + margin};
}

void ThreadLayout::add(ThreadNode node, const QFont &font, std::array<double, columnCount> &bottom)
{
    QFont small = font;
    small.setPointSizeF(type::secondary);
    const int width = static_cast<int>(columnWidth - 2 * kPadding);
    const QString label = node.label.isEmpty() ? Texts::tr("（まだ書かれていません）")
                                               : node.label.left(kMostLetters).simplified();
    double height = 2 * kPadding;
    const auto line = [&](const QString &text, const QFont &with, int most) {
        node.lines.emplace_back(text.left(kMostLetters).simplified(), with, width, text.isEmpty() ? 0 : most);
        height += text.isEmpty() ? 0 : node.lines.back().height();
    };
    line(label, font, 3);
    line(node.detail, small, 2);
    line(node.warning, small, 1);
    const auto column = static_cast<std::size_t>(node.key.column);
    node.box = QRectF(columnLeft(node.key.column), bottom[column], columnWidth, height);
    bottom[column] = node.box.bottom() + nodeGap;
    m_index[{node.key.column, node.key.id}] = m_nodes.size();
    m_nodes.push_back(std::move(node));
}

const ThreadNode *ThreadLayout::find(ThreadKey key) const
{
    const auto found = m_index.find({key.column, key.id});
    return found == m_index.end() ? nullptr : &m_nodes[*found];
}

const ThreadNode *ThreadLayout::at(QPointF point) const
{
    const auto found =
        std::ranges::find_if(m_nodes, [&](const ThreadNode &node) { return node.box.contains(point); });
    return found == m_nodes.end() ? nullptr : &*found;
}

ThreadKey ThreadLayout::next(ThreadKey from, Qt::Key direction) const
{
    const ThreadNode *now = find(from);
    if (now == nullptr)
        return m_nodes.empty() ? ThreadKey{} : m_nodes.front().key;
    const double middle = now->box.center().y();
    if (direction == Qt::Key_Up || direction == Qt::Key_Down) {
        const ThreadNode *best = nullptr;
        for (const ThreadNode &node : m_nodes) {
            if (node.key.column != from.column)
                continue;
            const double away = (node.box.center().y() - middle) * (direction == Qt::Key_Up ? -1 : 1);
            if (away > 0 && (best == nullptr || away < std::abs(best->box.center().y() - middle)))
                best = &node;
        }
        return best != nullptr ? best->key : from;
    }
    const int step = direction == Qt::Key_Left ? -1 : 1;
    for (int column = from.column + step; column >= 0 && column < columnCount; column += step) {
        const ThreadNode *best = nullptr;
        for (const ThreadNode &node : m_nodes) {
            if (node.key.column == column &&
                (best == nullptr ||
                 std::abs(node.box.center().y() - middle) < std::abs(best->box.center().y() - middle)))
                best = &node;
        }
        if (best != nullptr)
            return best->key;
    }
    return from;
}

bool ThreadLayout::isLinked(qint64 goal, ThreadKey target) const
{
    return contains(m_targets.value(goal), target);
}

std::array<std::vector<const ThreadNode *>, ThreadLayout::columnCount>
ThreadLayout::threadOf(qint64 goal) const
{
    std::array<std::vector<const ThreadNode *>, columnCount> columns;
    if (const ThreadNode *node = find({0, goal}))
        columns[0].push_back(node);
    for (const ThreadKey &target : m_targets.value(goal)) {
        if (const ThreadNode *node = find(target))
            columns.at(static_cast<std::size_t>(target.column)).push_back(node);
    }
    return columns;
}

std::vector<qint64> ThreadLayout::goals() const
{
    std::vector<qint64> all;
    for (const ThreadNode &node : m_nodes) {
        if (node.key.isGoal())
            all.push_back(node.key.id);
    }
    return all;
}

std::vector<qint64> ThreadLayout::goalsOf(ThreadKey key) const
{
    if (key.isGoal())
        return {key.id};
    std::vector<qint64> served;
    for (const qint64 goal : goals()) {
        if (isLinked(goal, key))
            served.push_back(goal);
    }
    return served;
}

} // namespace tane
