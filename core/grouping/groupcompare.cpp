#include "grouping/groupcompare.h"

#include <algorithm>
#include <limits>

namespace tane {

namespace {

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

using Matrix = std::vector<std::vector<int>>;

/// The column of every row with the least sum of costs; a square matrix. The Hungarian method with
/// potentials, O(n³).
std::vector<int> cheapestColumns(const Matrix &cost)
{
    const int n = static_cast<int>(cost.size());
    // Row and column 0 are a place to start from.
    std::vector<int> rowPotential(at(n + 1)), columnPotential(at(n + 1)), rowOf(at(n + 1)), before(at(n + 1));
    for (int row = 1; row <= n; ++row) {
        rowOf[0] = row;
        int column = 0;
        std::vector<int> least(at(n + 1), std::numeric_limits<int>::max());
        std::vector<bool> used(at(n + 1));
        do {
            used[at(column)] = true;
            const int from = rowOf[at(column)];
            int step = std::numeric_limits<int>::max(), next = 0;
            for (int c = 1; c <= n; ++c) {
                if (used[at(c)])
                    continue;
                const int reduced =
                    cost[at(from - 1)][at(c - 1)] - rowPotential[at(from)] - columnPotential[at(c)];
                if (reduced < least[at(c)]) {
                    least[at(c)] = reduced;
                    before[at(c)] = column;
                }
                if (least[at(c)] < step) {
                    step = least[at(c)];
                    next = c;
                }
            }
            for (int c = 0; c <= n; ++c) {
                if (used[at(c)]) {
                    rowPotential[at(rowOf[at(c)])] += step;
                    columnPotential[at(c)] -= step;
                } else {
                    least[at(c)] -= step;
                }
            }
            column = next;
        } while (rowOf[at(column)] != 0);
        while (column != 0) {
            const int previous = before[at(column)];
            rowOf[at(column)] = rowOf[at(previous)];
            column = previous;
        }
    }
    std::vector<int> columns(at(n));
    for (int c = 1; c <= n; ++c)
        columns[at(rowOf[at(c)] - 1)] = c - 1;
    return columns;
}

int groupsIn(const std::vector<int> &group)
{
    return group.empty() ? 0 : std::max(0, *std::ranges::max_element(group) + 1);
}

} // namespace

GroupComparison compareSeatings(const std::vector<int> &first, const std::vector<int> &second)
{
    const int ofFirst = groupsIn(first), ofSecond = groupsIn(second), n = std::max(ofFirst, ofSecond);
    // The people two groups share; of equal ways the one in which more groups keep their number.
    Matrix cost(at(n), std::vector<int>(at(n)));
    const int perPerson = n + 1;
    for (int i = 0; i < n; ++i)
        cost[at(i)][at(i)] = -1;
    for (std::size_t member = 0; member < first.size(); ++member) {
        if (first[member] >= 0 && second[member] >= 0)
            cost[at(first[member])][at(second[member])] -= perPerson;
    }
    GroupComparison result;
    if (n > 0)
        result.matching = cheapestColumns(cost);
    result.matching.resize(at(ofFirst));
    for (int &match : result.matching)
        match = match < ofSecond ? match : -1;
    for (std::size_t member = 0; member < first.size(); ++member) {
        const int match = first[member] < 0 ? -1 : result.matching[at(first[member])];
        const bool nowhere = first[member] < 0 && second[member] < 0;
        if (!nowhere && (match < 0 || match != second[member]))
            result.elsewhere.push_back(static_cast<int>(member));
    }
    return result;
}

} // namespace tane
