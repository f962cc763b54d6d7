#include "people/levelmoves.h"

#include <optional>

namespace tane {

Result<QHash<qint64, int>> levelMoves(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT pr.response, a.level, a.assessed_on <= w.held_on FROM participant_response AS pr "
                 "JOIN participant AS p ON p.id = pr.participant JOIN workshop AS w ON w.id = p.workshop "
                 "JOIN assessment AS a ON a.person = p.person WHERE p.workshop = ? AND w.held_on IS NOT NULL "
                 "ORDER BY pr.response, a.assessed_on, a.id")));
    TANE_CHECK(query.bind(workshop).run());
    struct Levels
    {
        std::optional<int> before, after; ///< the last of each
    };
    QHash<qint64, Levels> people;
    while (query.next()) {
        Levels &levels = people[query.integer(0)];
        (query.integer(2) != 0 ? levels.before : levels.after) = static_cast<int>(query.integer(1));
    }
    QHash<qint64, int> moves;
    for (auto one = people.cbegin(); one != people.cend(); ++one) {
        if (one->before && one->after)
            moves.insert(one.key(), *one->after - *one->before);
    }
    return moves;
}

} // namespace tane
