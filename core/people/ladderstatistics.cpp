#include "people/ladderstatistics.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Ladder)
};

using People = std::vector<const PersonRecord *>;

bool hasWords(const Registry &registry, const PersonRecord &record, QDate on, const QStringList &words)
{
    const QString text = QStringList{record.person.name, record.person.kana, registry.workplace(record, on),
                                     registry.municipalityText(record, on)}
                             .join(u'\n');
    // Line by line, so that no word is found across two of them.
    QStringList folded;
    for (const QString &line : text.split(u'\n'))
        folded << foldName(line);
    return std::ranges::all_of(words, [&](const QString &word) {
        return std::ranges::any_of(folded, [&](const QString &line) { return line.contains(word); });
    });
}

bool worksIn(const Registry &registry, const PersonRecord &record, const PeopleFilter &filter)
{
    const auto fits = [&](const Affiliation &one) {
        if (!one.holdsOn(filter.on) || (filter.centre != 0 && one.centre != filter.centre))
            return false;
        if (filter.area == 0 && filter.municipality == 0)
            return true;
        const auto places = registry.municipalitiesOf(one);
        return std::ranges::any_of(places, [&](const Municipality *place) {
            return (filter.area == 0 || place->careArea == filter.area) &&
                   (filter.municipality == 0 || place->id == filter.municipality);
        });
    };
    return std::ranges::any_of(record.affiliations, fits);
}

bool isUnmoved(const Ladder &ladder, const PersonRecord &record, const PeopleFilter &filter)
{
    const QDate since = record.atStepSince(ladder, filter.on);
    return since.isValid() && since <= filter.unmovedSince;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// Months of mean length, as stays begin and end on any day.
double monthsBetween(QDate from, QDate to)
{
    constexpr double daysOfMonth = 365.25 / 12;
    return static_cast<double>(from.daysTo(to)) / daysOfMonth;
}

} // namespace

std::vector<const PersonRecord *> filterPeople(const Registry &registry, const PeopleFilter &filter)
{
    QStringList words;
    for (const QString &word : filter.text.simplified().split(u' ', Qt::SkipEmptyParts))
        words << foldName(word);
    const bool byPlace = filter.area != 0 || filter.municipality != 0 || filter.centre != 0;
    People found;
    for (const PersonRecord &record : registry.people) {
        if (!filter.withLeft && !record.worksOn(filter.on))
            continue;
        if (!filter.role.isEmpty() && !record.roles.contains(filter.role))
            continue;
        if (byPlace && !worksIn(registry, record, filter))
            continue;
        if (!filter.experienceBand.isEmpty()) {
            const auto months = experienceMonths(record.person, filter.on);
            if (!months || experienceBandOf(*months) != filter.experienceBand)
                continue;
        }
        if (!words.isEmpty() && !hasWords(registry, record, filter.on, words))
            continue;
        if (filter.unmovedSince.isValid() && !isUnmoved(registry.ladder, record, filter))
            continue;
        found.push_back(&record);
    }
    return found;
}

int LadderCounts::assessed() const
{
    return std::accumulate(steps.begin(), steps.end(), 0);
}

LadderCounts countSteps(const Registry &registry, const People &people, QDate on)
{
    LadderCounts counts;
    counts.steps.assign(registry.ladder.steps.size(), 0);
    for (const PersonRecord *record : people) {
        if (const auto step = stepOn(registry.ladder, *record, on))
            ++counts.steps[static_cast<std::size_t>(*step)];
        else
            ++counts.notAssessed;
    }
    return counts;
}

std::vector<LadderCounts> countStepsByYear(const Registry &registry, const PeopleFilter &filter, int first,
                                           int last)
{
    std::vector<LadderCounts> years;
    for (int year = first; year <= last; ++year) {
        const FiscalYear fiscal(year);
        if (fiscal.firstDay() > filter.on)
            break; // has not begun
        PeopleFilter then = filter;
        then.unmovedSince = {};
        then.on = std::min(fiscal.lastDay(), filter.on);
        People people = filterPeople(registry, then);
        std::erase_if(people, [&](const PersonRecord *record) { // not in the work yet
            return record->person.since > then.on && !record->assessmentOn(then.on);
        });
        LadderCounts counts = countSteps(registry, people, then.on);
        counts.label = fiscal.text();
        years.push_back(std::move(counts));
    }
    return years;
}

std::vector<LadderCounts> countStepsByArea(const Registry &registry, const PeopleFilter &filter)
{
    PeopleFilter exported = filter;
    exported.unmovedSince = {};
    const People people = filterPeople(registry, exported);
    std::vector<LadderCounts> areas;
    for (const CareArea &area : registry.areas) {
        if (filter.area != 0 && filter.area != area.id)
            continue;
        People here;
        std::ranges::copy_if(people, std::back_inserter(here), [&](const PersonRecord *record) {
            const std::vector<qint64> of = registry.areasOf(*record, filter.on);
            return std::ranges::find(of, area.id) != of.end();
        });
        areas.push_back(countSteps(registry, here, filter.on));
        areas.back().label = area.name;
    }
    People nowhere;
    std::ranges::copy_if(people, std::back_inserter(nowhere), [&](const PersonRecord *record) {
        return registry.areasOf(*record, filter.on).empty();
    });
    if (!nowhere.empty()) {
        areas.push_back(countSteps(registry, nowhere, filter.on));
        areas.back().label = Texts::tr("圏域なし");
    }
    return areas;
}

std::optional<int> stepOn(const Ladder &ladder, const PersonRecord &person, QDate on)
{
    const Assessment *assessment = person.assessmentOn(on);
    if (!assessment || ladder.steps.empty())
        return std::nullopt;
    return std::clamp(ladder.stepOf(assessment->level), 0, static_cast<int>(ladder.steps.size()) - 1);
}

Movement movementSince(const Ladder &ladder, const PersonRecord &person, QDate since, QDate on)
{
    const auto now = stepOn(ladder, person, on);
    if (!now || since > on)
        return Movement::None;
    const auto then = stepOn(ladder, person, since);
    if (!then)
        return Movement::New;
    return *now > *then ? Movement::Up : *now < *then ? Movement::Down : Movement::None;
}

LadderFlow ladderFlow(const Registry &registry, const People &people, QDate from, QDate to)
{
    const std::size_t steps = registry.ladder.steps.size();
    LadderFlow flow{.from = from, .to = to};
    flow.people.assign(steps, std::vector<std::vector<qint64>>(steps));
    flow.arrived.resize(steps);
    for (const PersonRecord *record : people) {
        const auto then = stepOn(registry.ladder, *record, from);
        const auto later = stepOn(registry.ladder, *record, to);
        if (!later)
            flow.notAssessed.push_back(record->person.id);
        else if (!then)
            flow.arrived[static_cast<std::size_t>(*later)].push_back(record->person.id);
        else
            flow.people[static_cast<std::size_t>(*then)][static_cast<std::size_t>(*later)].push_back(
                record->person.id);
    }
    return flow;
}

std::vector<StepStay> stepStays(const Registry &registry, const People &people, QDate on)
{
    const Ladder &ladder = registry.ladder;
    std::vector<std::vector<double>> finished(ladder.steps.size()), running(ladder.steps.size());
    for (const PersonRecord *record : people) {
        const auto counted = record->assessmentsUntil(on);
        QDate since;
        int at = -1;
        for (const Assessment *assessment : counted) {
            const int step = std::clamp(ladder.stepOf(assessment->level), 0, ladder.highest() / 2);
            if (step == at)
                continue;
            if (at >= 0)
                finished[static_cast<std::size_t>(at)].push_back(
                    monthsBetween(since, assessment->assessedOn));
            at = step;
            since = assessment->assessedOn;
        }
        // Who left the work does not stay on.
        if (at >= 0 && record->worksOn(on))
            running[static_cast<std::size_t>(at)].push_back(monthsBetween(since, on));
    }
    std::vector<StepStay> stays(ladder.steps.size());
    for (std::size_t i = 0; i < stays.size(); ++i) {
        stays[i].finished = static_cast<int>(finished[i].size());
        stays[i].running = static_cast<int>(running[i].size());
        if (!finished[i].empty())
            stays[i].medianMonths = median(finished[i]);
        if (!running[i].empty())
            stays[i].medianRunning = median(running[i]);
    }
    return stays;
}

TargetResult compareWithTarget(const LevelRange &target, const Assessment *assessment)
{
    if (!target.lowest && !target.highest)
        return TargetResult::NoTarget;
    if (!assessment)
        return TargetResult::NotAssessed;
    if (target.lowest && assessment->level < *target.lowest)
        return TargetResult::Below;
    if (target.highest && assessment->level > *target.highest)
        return TargetResult::Above;
    return TargetResult::Reached;
}

} // namespace tane
