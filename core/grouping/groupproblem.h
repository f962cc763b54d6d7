#pragma once

#include "base/error.h"

#include <QString>
#include <QStringList>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace tane {

/// Something known of everybody: 立場, 所属, 資格 …
struct GroupAttribute
{
    QString name;
    QStringList values;
};

/// Somebody who is to be seated.
struct GroupMember
{
    QString name;
    std::vector<std::vector<int>>
        values; ///< for every attribute the indices of the values that hold; none = not known
    std::optional<int> fixedGroup; ///< the officer put her there
    friend bool operator==(const GroupMember &, const GroupMember &) = default;
};

/// What a good seating is. How far a rule is missed is a count of people (or of pairs), added up over the
/// groups; 0 is as wished.
struct GroupRule
{
    enum class Kind {
        Spread,   ///< every value of the attribute in every group in proportion to the group's size, to the
                  ///< nearest whole person. Missed by each person too many or too few. Never by sums of
                  ///< differences: those favour big groups.
        AtLeast,  ///< `count` people with `value` in every group. Missed by each person who is not there.
        Together, ///< people of one value in one group. Missed by each further group that holds some of them.
        Apart, ///< people of one value in different groups. Missed by each pair of them that sits together.
        NotAgain, ///< nobody sits with people of her last table (GroupProblem::earlier). Missed by each such
                  ///< pair.
        Stay      ///< everybody where she sits now (GroupProblem::current). Missed by each who moves.
    };
    Kind kind = Kind::Spread;
    int attribute = -1; ///< of Spread, AtLeast, Together, Apart
    int value = -1;     ///< of AtLeast
    int count = 1;      ///< of AtLeast
    int rank = 1;       ///< 0: must hold; 1: most wished; rules of one rank are added up
    QString title;      ///< "どの班にも市町村担当者が2人"
    friend bool operator==(const GroupRule &, const GroupRule &) = default;
};

inline constexpr int kGroupRanks = 8; ///< 0 (must hold) and seven wishes

/// Whom to seat, where, and what to wish for.
struct GroupProblem
{
    std::vector<GroupAttribute> attributes;
    std::vector<GroupMember> members;
    int groups = 0;
    int smallest = 0; ///< people in a group
    int largest = 0;
    std::vector<GroupRule> rules;
    std::vector<std::pair<int, int>> together; ///< must sit together
    std::vector<std::pair<int, int>> apart;    ///< must not sit together
    std::vector<int> earlier; ///< table of last time by member, -1 = was not there; empty: not known
    std::vector<int> current; ///< group now by member, -1 = none; empty: none for all
};

/// How far every rank is missed; compared rank by rank.
struct GroupCost
{
    std::array<std::int32_t, kGroupRanks> missed{};
    friend auto operator<=>(const GroupCost &, const GroupCost &) = default;
    GroupCost &operator+=(const GroupCost &other)
    {
        for (std::size_t rank = 0; rank < missed.size(); ++rank)
            missed[rank] += other.missed[rank];
        return *this;
    }
    GroupCost &operator-=(const GroupCost &other)
    {
        for (std::size_t rank = 0; rank < missed.size(); ++rank)
            missed[rank] -= other.missed[rank];
        return *this;
    }
    friend GroupCost operator+(GroupCost a, const GroupCost &b) { return a += b; }
    friend GroupCost operator-(GroupCost a, const GroupCost &b) { return a -= b; }
};

/// Numbers of groups that seat so many people `smallest` to `largest` at a table, ascending; empty when none
/// does.
[[nodiscard]] std::vector<int> possibleGroupCounts(int people, int smallest, int largest);

/// An error (Usage) when the problem contradicts itself: indices outside, sizes that do not fit the number of
/// people.
[[nodiscard]] Result<> validate(const GroupProblem &problem);

} // namespace tane
