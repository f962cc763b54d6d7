#include "survey/identity.h"
#include "survey/linking.h"

#include <algorithm>

namespace tane {

std::vector<int> candidatesFor(const AnswerSheet &from, int person, const AnswerSheet &to,
                               const std::vector<int> &among)
{
    const Identity a(from);
    const Identity b(to);
    const auto score = [&](int other) {
        int points = 0;
        const auto equal = [](std::string_view x, std::string_view y) { return !x.empty() && x == y; };
        points += equal(a.number(person), b.number(other)) ? 8 : 0;
        points += equal(a.foldedName(person), b.foldedName(other)) ? 8 : 0;
        points += equal(a.kana(person), b.kana(other)) ? 6 : 0;
        points += equal(a.email(person), b.email(other)) ? 5 : 0;
        points += equal(a.affiliation(person), b.affiliation(other)) ? 3 : 0;
        // A maiden name keeps the given name: characters shared at the end.
        const QString nameA = QString::fromStdString(a.foldedName(person));
        const QString nameB = QString::fromStdString(b.foldedName(other));
        for (qsizetype i = 1; i <= std::min(nameA.size(), nameB.size()) &&
                              nameA.at(nameA.size() - i) == nameB.at(nameB.size() - i);
             ++i) {
            ++points;
        }
        return points;
    };
    std::vector<std::pair<int, int>> ranked;
    for (const int other : among)
        ranked.emplace_back(-score(other), other);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto &x, const auto &y) { return x.first < y.first; });
    std::vector<int> result;
    for (const auto &[points, other] : ranked)
        result.push_back(other);
    return result;
}

} // namespace tane
