// What comes up again: pure functions on what was raised.
#include "issues/recurrence.h"

#include "base/textfold.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace tane {

namespace {

/// Sets of things that belong together.
class Groups
{
public:
    explicit Groups(std::size_t count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t(0));
    }
    std::size_t of(std::size_t i)
    {
        while (m_parent[i] != i)
            i = m_parent[i] = m_parent[m_parent[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { m_parent[of(a)] = of(b); }

private:
    std::vector<std::size_t> m_parent;
};

/// Folding tens of thousands of notes takes a second; they are stored folded.
QString foldedOf(const RaisedThing &thing)
{
    return thing.folded.isEmpty() ? foldName(thing.heading) : thing.folded;
}

/// Where a thing came up, so that the same place is counted once.
QString placeOf(const RaisedThing &thing)
{
    if (thing.board != 0)
        return QStringLiteral("b%1").arg(thing.board);
    if (thing.municipality != 0)
        return QStringLiteral("m%1").arg(thing.municipality);
    if (thing.careArea != 0)
        return QStringLiteral("a%1").arg(thing.careArea);
    if (thing.workshop != 0)
        return QStringLiteral("w%1").arg(thing.workshop);
    return QStringLiteral("k%1").arg(static_cast<int>(thing.kind));
}

/// The commonest writing; of equally common ones the first.
QString commonest(const std::vector<RaisedThing> &things)
{
    QHash<QString, int> counts;
    for (const RaisedThing &one : things)
        ++counts[one.heading];
    const auto most = std::ranges::max_element(things, [&](const RaisedThing &a, const RaisedThing &b) {
        return counts.value(a.heading) < counts.value(b.heading);
    });
    return most->heading;
}

void summarise(Recurrence &one)
{
    QSet<QString> places;
    QSet<qint64> workshops, areas, municipalities;
    for (const RaisedThing &thing : one.things) {
        // What was made of others stands where they stand, which its workshop and board say.
        if (!thing.made || thing.board != 0)
            places.insert(placeOf(thing));
        if (thing.workshop != 0)
            workshops.insert(thing.workshop);
        if (thing.careArea != 0)
            areas.insert(thing.careArea);
        if (thing.municipality != 0)
            municipalities.insert(thing.municipality);
        if (!thing.day.isValid())
            continue;
        if (const int year = FiscalYear::of(thing.day).startYear();
            std::ranges::find(one.years, year) == one.years.end())
            one.years.push_back(year);
        if (!one.last.isValid() || thing.day > one.last)
            one.last = thing.day;
    }
    std::ranges::sort(one.years);
    one.places = static_cast<int>(places.size());
    one.workshops = static_cast<int>(workshops.size());
    one.areas = static_cast<int>(areas.size());
    one.municipalities = static_cast<int>(municipalities.size());
}

bool ranksHigher(const Recurrence &a, const Recurrence &b)
{
    if (a.years.size() != b.years.size())
        return a.years.size() > b.years.size();
    if (a.workshops != b.workshops)
        return a.workshops > b.workshops;
    if (a.areas != b.areas)
        return a.areas > b.areas;
    if (a.places != b.places)
        return a.places > b.places;
    if (a.things.size() != b.things.size())
        return a.things.size() > b.things.size();
    if (a.last != b.last)
        return a.last > b.last;
    return a.folded < b.folded;
}

} // namespace

std::vector<Recurrence> findRecurrences(const std::vector<RaisedThing> &things,
                                        const std::vector<ThemeName> &themes)
{
    Groups groups(things.size());
    QHash<QString, std::size_t> byHeading;
    std::vector<bool> named(things.size(), false);
    std::map<qint64, std::size_t> byTheme;
    for (std::size_t i = 0; i < things.size(); ++i) {
        const QString folded = foldedOf(things[i]);
        if (folded.isEmpty())
            continue;
        named[i] = true;
        if (byHeading.contains(folded))
            groups.join(i, byHeading.value(folded));
        else
            byHeading.insert(folded, i);
        if (things[i].theme == 0)
            continue;
        if (const auto [first, isNew] = byTheme.try_emplace(things[i].theme, i); !isNew)
            groups.join(i, first->second);
    }
    // What stands alone came up once: most of tens of thousands of notes, and nothing is made of them.
    std::vector<std::size_t> sizes(things.size(), 0);
    for (std::size_t i = 0; i < things.size(); ++i)
        if (named[i])
            ++sizes[groups.of(i)];
    std::map<std::size_t, Recurrence> found;
    for (std::size_t i = 0; i < things.size(); ++i)
        if (named[i] && (sizes[groups.of(i)] > 1 || things[i].theme != 0))
            found[groups.of(i)].things.push_back(things[i]);
    std::vector<Recurrence> all;
    for (auto &[root, one] : found) {
        for (const RaisedThing &thing : one.things)
            if (one.theme == 0)
                one.theme = thing.theme;
        std::ranges::stable_sort(one.things, [](const RaisedThing &a, const RaisedThing &b) {
            return a.day.isValid() != b.day.isValid() ? a.day.isValid() : a.day > b.day;
        });
        const auto theme = std::ranges::find(themes, one.theme, &ThemeName::id);
        one.heading = one.theme != 0 && theme != themes.end() ? theme->heading : commonest(one.things);
        one.folded = foldName(one.heading);
        summarise(one);
        if (one.theme != 0 || one.places > 1 || one.years.size() > 1)
            all.push_back(std::move(one));
    }
    std::ranges::sort(all, ranksHigher);
    return all;
}

namespace {

using Bigram = std::uint32_t;

/// Sorted, with repeats.
std::vector<Bigram> bigramsOf(const QString &folded)
{
    std::vector<Bigram> all;
    for (qsizetype i = 0; i + 1 < folded.size(); ++i)
        all.push_back(static_cast<Bigram>(folded[i].unicode()) << 16 | folded[i + 1].unicode());
    std::ranges::sort(all);
    return all;
}

double diceOf(const std::vector<Bigram> &first, const std::vector<Bigram> &second)
{
    const std::size_t all = first.size() + second.size();
    if (all == 0)
        return 0;
    std::vector<Bigram> shared;
    std::ranges::set_intersection(first, second, std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(all);
}

/// A heading as it is written, once however often, and the themes it is of.
struct Heading
{
    QString text, folded;
    std::set<qint64> themes;
    std::vector<Bigram> bigrams;
};

std::vector<Heading> headingsOf(const std::vector<RaisedThing> &things)
{
    QHash<QString, std::size_t> places;
    std::vector<Heading> all;
    for (const RaisedThing &thing : things) {
        if (thing.kind == RaisedThing::Kind::Note)
            continue; // lone notes are whole sentences, of which there are tens of thousands
        const QString folded = foldedOf(thing);
        if (folded.isEmpty())
            continue;
        if (!places.contains(folded)) {
            places.insert(folded, all.size());
            all.push_back({thing.heading, folded, {}, bigramsOf(folded)});
        }
        if (thing.theme != 0)
            all[places.value(folded)].themes.insert(thing.theme);
    }
    return all;
}

} // namespace

double likeness(const QString &first, const QString &second)
{
    const QString a = foldName(first), b = foldName(second);
    return a == b ? (a.isEmpty() ? 0.0 : 1.0) : diceOf(bigramsOf(a), bigramsOf(b));
}

std::vector<SimilarHeadings> similarHeadings(const std::vector<RaisedThing> &things, double least, int most)
{
    const std::vector<Heading> headings = headingsOf(things);
    // Only headings that share a bigram can be alike: each is compared with those before it that do.
    QHash<Bigram, std::vector<std::size_t>> holders;
    std::vector<SimilarHeadings> found;
    std::vector<std::size_t> seen(headings.size(), headings.size());
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const Heading &one = headings[i];
        for (std::size_t k = 0; k < one.bigrams.size(); ++k) {
            if (k > 0 && one.bigrams[k] == one.bigrams[k - 1])
                continue;
            std::vector<std::size_t> &others = holders[one.bigrams[k]];
            for (const std::size_t j : others) {
                if (seen[j] == i)
                    continue;
                seen[j] = i;
                const Heading &other = headings[j];
                if (std::ranges::any_of(one.themes,
                                        [&](qint64 theme) { return other.themes.contains(theme); }))
                    continue;
                if (const double alike = diceOf(one.bigrams, other.bigrams); alike >= least)
                    found.push_back({other.text, one.text, alike});
            }
            others.push_back(i);
        }
    }
    std::ranges::stable_sort(found, std::greater(), &SimilarHeadings::likeness);
    if (std::ssize(found) > most)
        found.resize(static_cast<std::size_t>(most));
    return found;
}

} // namespace tane
