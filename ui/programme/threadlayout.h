#pragma once

#include "programme/evidence.h"
#include "shell/textlines.h"

#include <QHash>
#include <QRectF>

#include <array>

namespace tane {

/// What is needed to find a node of the picture again: its column and its record.
struct ThreadKey
{
    int column = -1; ///< 0 goals, 1 plan, 2 timetable, 3 items, 4 results, 5 follow-up; -1: none
    qint64 id = 0;
    [[nodiscard]] bool isGoal() const { return column == 0; }
    [[nodiscard]] bool isNull() const { return column < 0; }
    friend bool operator==(const ThreadKey &, const ThreadKey &) = default;
};

/// A card of the picture, measured.
struct ThreadNode
{
    ThreadKey key;
    QString label;
    QString detail;
    QString warning;              ///< short, inside the card; empty when all is well
    QRectF box;                   ///< in the picture's own units (pixels at 100 %)
    std::vector<TextLines> lines; ///< label, detail, warning
};

/// The picture of a thread, laid out in six columns. Values only: who paints and who steers are elsewhere.
class ThreadLayout
{
public:
    static constexpr int columnCount = 6;
    static constexpr double columnWidth = 164, columnGap = 30, nodeGap = 8, headHeight = 34, margin = 4;

    ThreadLayout() = default;
    /// `groups`: names of the target groups by id. `font`: the widget's.
    ThreadLayout(const EvidenceThread &thread, const QHash<qint64, QString> &groups, const QFont &font);

    [[nodiscard]] static QString columnTitle(int column);
    [[nodiscard]] static int columnOf(EvidenceKind kind);
    [[nodiscard]] static EvidenceKind kindOf(int column);
    [[nodiscard]] static double columnLeft(int column) { return margin + column * (columnWidth + columnGap); }

    [[nodiscard]] QSizeF size() const { return m_size; }
    [[nodiscard]] const std::vector<ThreadNode> &nodes() const { return m_nodes; }
    /// Null when it is not there.
    [[nodiscard]] const ThreadNode *find(ThreadKey key) const;
    [[nodiscard]] const ThreadNode *at(QPointF point) const;
    /// The next card from one: up and down in its column, left and right the nearest of the next column that
    /// has any. The key itself when there is none.
    [[nodiscard]] ThreadKey next(ThreadKey from, Qt::Key direction) const;

    [[nodiscard]] bool isLinked(qint64 goal, ThreadKey target) const;
    /// The nodes of a goal in each column.
    [[nodiscard]] std::array<std::vector<const ThreadNode *>, columnCount> threadOf(qint64 goal) const;
    [[nodiscard]] std::vector<qint64> goals() const;
    /// The goals a node serves; for a goal itself.
    [[nodiscard]] std::vector<qint64> goalsOf(ThreadKey key) const;

private:
    void add(ThreadNode node, const QFont &font, std::array<double, columnCount> &bottom);

    std::vector<ThreadNode> m_nodes;
    QHash<std::pair<int, qint64>, std::size_t> m_index;
    QHash<qint64, std::vector<ThreadKey>> m_targets; ///< by goal
    QSizeF m_size;
};

} // namespace tane
