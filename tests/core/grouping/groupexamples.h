#pragma once

#include "base/random.h"
#include "grouping/groupproblem.h"

#include <string>

namespace tane::testing {

/// How far a seating misses rule after rule, counted anew from the words of GroupRule, without anything of
/// the solver. The entry after the last rule: pairs that must not sit together and do, and parts of people
/// who must that are torn off.
std::vector<int> countedByHand(const GroupProblem &problem, const std::vector<int> &group);

/// The same rank by rank.
GroupCost costByHand(const GroupProblem &problem, const std::vector<int> &group);

/// Everybody in a group, and all groups of the sizes asked for?
bool fits(const GroupProblem &problem, const std::vector<int> &group);

/// The best cost of all seatings, found by trying each of them; needs a small problem.
GroupCost bestByHand(const GroupProblem &problem);

/// A seating of the right sizes by chance; fixed seats are not looked at.
std::vector<int> anySeating(const GroupProblem &problem, Random &random);

/// A few people with two attributes (one of several values a person), and a rule of every kind, ranks by
/// chance.
GroupProblem smallProblem(std::uint64_t seed);

/// A workshop with so many coordinators and municipal officers: 立場, 圏域, 所属種別, 経験年数, 資格 by
/// chance, of the usual frequencies. No rules yet.
GroupProblem workshop(int coordinators, int officers, int groups, int areas, std::uint64_t seed);
enum WorkshopAttribute { kRole, kArea, kAffiliation, kExperience, kQualification };

/// The six ranked wishes of a mixed workshop (trial ①).
void wishMixed(GroupProblem &problem);
/// Areas together, then the rest (trial ②).
void wishAreas(GroupProblem &problem);

std::string words(const GroupCost &cost);

} // namespace tane::testing
