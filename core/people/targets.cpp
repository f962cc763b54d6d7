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

void sortIn(TargetComparison &comparison, const PersonRecord &person, QDate on)
{
    switch (compareWithTarget(comparison.outcome, person.assessmentOn(on))) {
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
        const QString role = foldText(group.name);
        const auto took = [&](const PersonRecord &person) {
            return participants.contains(person.person.id) && hasRole(person, role);
        };
        comparison.participants = std::ranges::any_of(registry.people, took);
        for (const PersonRecord &person : registry.people) {
            const bool counts = comparison.participants
                                    ? took(person)
                                    : hasRole(person, role) && !person.person.leftOn.isValid();
            if (counts)
                sortIn(comparison, person, on);
        }
        comparisons.push_back(std::move(comparison));
    }
    return comparisons;
}

} // namespace tane
