#include "people/targets.h"

#include "base/textfold.h"
#include "programme/programme.h"

#include <QSet>

#include <algorithm>

namespace tane {

namespace {

/// People whose answers were given at a workshop of the programme.
Result<QSet<qint64>> participantsOf(Document &document, qint64 programme)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT DISTINCT p.person FROM response_person AS p JOIN response AS r ON r.id = p.response "
                 "JOIN import_batch AS b ON b.id = r.import_batch JOIN workshop AS w ON w.id = b.workshop "
                 "WHERE w.programme = ?")));
    TANE_CHECK(query.bind(programme).run());
    QSet<qint64> people;
    while (query.next())
        people.insert(query.integer(0));
    return people;
}

bool hasRole(const PersonRecord &person, const QString &folded)
{
    return std::ranges::any_of(person.roles, [&](const QString &role) {
        const QString own = foldText(role); // the row 市町村 of a plan means the 市町村担当者
        return own.startsWith(folded) || folded.startsWith(own);
    });
}

/// Where a published step stands on the ladder, in half steps.
std::optional<int> placeOf(std::size_t step, const Ladder &ladder)
{
    static const Ladder published = builtInLadder();
    if (step >= published.steps.size())
        return std::nullopt;
    const auto found = std::ranges::find(ladder.steps, published.steps[step].name, &LadderStep::name);
    return found == ladder.steps.end() ? std::nullopt
                                       : std::optional(2 * static_cast<int>(found - ladder.steps.begin()));
}

/// One end of a range; an odd level lies between two steps, next to the one the range comes from.
std::optional<int> endOn(int level, bool isLowest, const Ladder &ladder)
{
    const auto step = static_cast<std::size_t>(level / 2);
    const std::optional<int> below = placeOf(step, ladder);
    if (level % 2 == 0)
        return below;
    const std::optional<int> above = placeOf(step + 1, ladder);
    if (!below || !above || *above <= *below)
        return std::nullopt;
    return isLowest ? *below + 1 : *above - 1;
}

void sortIn(TargetComparison &comparison, const LevelRange &target, const PersonRecord &person, QDate on)
{
    switch (compareWithTarget(target, person.assessmentOn(on))) {
    case TargetResult::NoTarget: // left out above
        return;
    case TargetResult::NotAssessed:
        return comparison.notAssessed.push_back(person.person.id);
    case TargetResult::Below:
        return comparison.below.push_back(person.person.id);
    case TargetResult::Reached:
        return comparison.reached.push_back(person.person.id);
    case TargetResult::Above:
        return comparison.above.push_back(person.person.id);
    }
}

} // namespace

std::optional<LevelRange> onLadder(const LevelRange &planned, const Ladder &ladder)
{
    LevelRange range = planned;
    if (planned.lowest)
        range.lowest = endOn(*planned.lowest, true, ladder);
    if (planned.highest)
        range.highest = endOn(*planned.highest, false, ladder);
    const bool whole = range.lowest.has_value() == planned.lowest.has_value() &&
                       range.highest.has_value() == planned.highest.has_value();
    return whole ? std::optional(range) : std::nullopt;
}

Result<std::vector<TargetComparison>> compareTargets(Document &document, const Registry &registry,
                                                     qint64 programme, QDate on)
{
    TANE_TRY(const std::vector<TargetGroup> groups,
             RecordTable<TargetGroup>(document).all(QStringLiteral("programme"), programme));
    TANE_TRY(const QSet<qint64> participants, participantsOf(document, programme));
    std::vector<TargetComparison> comparisons;
    for (const TargetGroup &group : groups) {
        TargetComparison comparison;
        comparison.targetGroup = group.id;
        comparison.name = group.name;
        TANE_TRY(comparison.entry, planLevel(document, group.id, PlanField::Entry));
        TANE_TRY(comparison.outcome, planLevel(document, group.id, PlanField::Outcome));
        TANE_TRY(comparison.action, planLevel(document, group.id, PlanField::Action));
        if (!comparison.outcome.lowest && !comparison.outcome.highest)
            continue;
        const std::optional<LevelRange> target = onLadder(comparison.outcome, registry.ladder);
        comparison.comparable = target.has_value();
        const QString role = foldText(group.name);
        const auto took = [&](const PersonRecord &person) {
            return participants.contains(person.person.id) && hasRole(person, role);
        };
        comparison.participants = std::ranges::any_of(registry.people, took);
        for (const PersonRecord &person : registry.people) {
            const bool counts = comparison.participants
                                    ? took(person)
                                    : hasRole(person, role) && !person.person.leftOn.isValid();
            if (counts && target)
                sortIn(comparison, *target, person, on);
        }
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

} // namespace tane
