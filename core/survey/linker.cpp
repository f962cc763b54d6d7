#include "survey/linker.h"

#include <algorithm>
#include <future>

namespace tane {

namespace {

constexpr int kMostCandidates = 5; ///< more people of one name than this are not paired with each other

const std::vector<int> &at(const People &people, const std::string &key)
{
    static const std::vector<int> none;
    const auto it = people.find(key);
    return it == people.end() ? none : it->second;
}

} // namespace

Linker::Linker(const AnswerSheet &before, const AnswerSheet &after, const LinkOptions &options)
    : m_options(options)
    , m_before{before, Identity(before), {}, {}, {}, {}}
    , m_after{after, Identity(after), {}, {}, {}, {}}
{
    for (Side *side : {&m_before, &m_after})
        side->taken.resize(static_cast<std::size_t>(side->sheet.size()));
}

/// Numbers are folded and looked up for everybody, so this is worth a thread a side.
void Linker::indexNumbers(Side &side)
{
    if (!side.sheet.hasField(Field::Number))
        return;
    side.identity.prepare();
    side.byNumber = PersonIndex(side.sheet.size());
    side.allNumbered = true;
    for (int person = 0; person < side.sheet.size(); ++person) {
        if (person + PersonIndex::kAhead < side.sheet.size())
            side.byNumber.prefetch(side.identity.numberHash(person + PersonIndex::kAhead));
        const std::string_view number = side.identity.number(person);
        if (number.empty())
            side.allNumbered = false;
        else if (side.byNumber.insert(number, side.identity.numberHash(person), person) >= 0)
            side.repeatedNumbers = true;
    }
}

Linking Linker::run()
{
    {
        const auto other = std::async(std::launch::async, indexNumbers, std::ref(m_after));
        indexNumbers(m_before);
    }
    if (!m_options.decisions.empty())
        applyDecisions();
    if (!m_options.beforeIsList)
        findTwice(m_before, Wave::Before);
    findTwice(m_after, Wave::After);
    if (m_options.by != LinkOptions::By::Name)
        linkByNumber();
    if (m_options.by == LinkOptions::By::Auto)
        linkByEmail();
    if (m_options.by != LinkOptions::By::Id) {
        linkByName();
        proposeByKana();
        proposeByGivenName();
    }
    finish();
    return std::move(m_result);
}

bool Linker::namesConflict(int before, int after) const
{
    const std::string_view b = m_before.sheet.field(Field::Name, before);
    const std::string_view a = m_after.sheet.field(Field::Name, after);
    if (b == a || b.empty() || a.empty())
        return false;
    return m_before.identity.foldedName(before) != m_after.identity.foldedName(after);
}

bool Linker::numbersConflict(int before, int after) const
{
    // Numbers of unequal hashes are unequal: no need to fetch them.
    const std::size_t b = m_before.identity.numberHash(before);
    const std::size_t a = m_after.identity.numberHash(after);
    return b != 0 && a != 0 && (a != b || m_before.identity.number(before) != m_after.identity.number(after));
}

bool Linker::kanaConflict(int before, int after) const
{
    const std::string b = m_before.identity.kana(before);
    const std::string a = m_after.identity.kana(after);
    return !b.empty() && !a.empty() && a != b;
}

bool Linker::isRejected(int before, int after) const
{
    return !m_rejected.isEmpty() && m_rejected.contains(pairKey(before, after));
}

void Linker::join(int before, int after, LinkMethod method, LinkReason reason)
{
    m_before.taken[static_cast<std::size_t>(before)] = 1;
    m_after.taken[static_cast<std::size_t>(after)] = 1;
    m_result.links.push_back({before, after, method, LinkState::Certain, reason});
}

void Linker::propose(int before, int after, LinkMethod method, LinkReason reason)
{
    const qint64 pair = pairKey(before, after);
    if (isRejected(before, after) || m_proposed.contains(pair))
        return;
    m_proposed.insert(pair);
    m_result.links.push_back({before, after, method, LinkState::Waiting, reason});
}

void Linker::linkByNumber()
{
    if (!m_before.sheet.hasField(Field::Number) || !m_after.sheet.hasField(Field::Number))
        return;
    // Where a number stands twice, the first person of it may not count; look among those who do.
    PersonIndex open;
    if (m_after.repeatedNumbers) {
        open = PersonIndex(m_after.sheet.size());
        for (int person = 0; person < m_after.sheet.size(); ++person) {
            const std::string_view number = m_after.identity.number(person);
            if (!number.empty() && !m_after.taken[static_cast<std::size_t>(person)])
                open.insert(number, m_after.identity.numberHash(person), person);
        }
    }
    const std::vector<SameNumber> found =
        sameNumbers(m_before, m_after, m_after.repeatedNumbers ? open : m_after.byNumber);
    m_result.links.reserve(m_result.links.size() + found.size());
    for (int before = 0; before < m_before.sheet.size(); ++before) {
        const auto [after, sameName] = found[static_cast<std::size_t>(before)];
        if (after < 0 || m_before.taken[static_cast<std::size_t>(before)] ||
            m_after.taken[static_cast<std::size_t>(after)] || isRejected(before, after))
            continue;
        if (sameName)
            join(before, after, LinkMethod::Number, LinkReason::NumberAndName);
        else if (namesConflict(before, after))
            propose(before, after, LinkMethod::Number, LinkReason::NumberOtherName);
        else
            join(before, after, LinkMethod::Number, LinkReason::Number);
    }
}

/// Whom `index` has for the numbers of `before`. To look up is to wait for memory, so two threads share it.
std::vector<Linker::SameNumber> Linker::sameNumbers(const Side &before, const Side &after,
                                                    const PersonIndex &index)
{
    std::vector<SameNumber> found(static_cast<std::size_t>(before.sheet.size()));
    const auto look = [&](int first, int last) {
        for (int person = first; person < last; ++person) {
            if (person + PersonIndex::kAhead < last)
                index.prefetch(before.identity.numberHash(person + PersonIndex::kAhead));
            const std::string_view number = before.identity.number(person);
            if (number.empty())
                continue;
            const int other = index.find(number, before.identity.numberHash(person));
            const std::uint64_t name = before.identity.nameHash(person);
            found[static_cast<std::size_t>(person)] = {other, other >= 0 && name != 0 &&
                                                                  name == after.identity.nameHash(other)};
        }
    };
    const int half = before.sheet.size() / 2;
    const auto second = std::async(std::launch::async, look, half, before.sheet.size());
    look(0, half);
    second.wait();
    return found;
}

/// Centres share mailboxes: an address joins only when nobody else on either side has it.
void Linker::linkByEmail()
{
    if (!m_before.sheet.hasField(Field::Email) || !m_after.sheet.hasField(Field::Email))
        return;
    const bool open = std::find(m_after.taken.begin(), m_after.taken.end(), 0) != m_after.taken.end() &&
                      std::find(m_before.taken.begin(), m_before.taken.end(), 0) != m_before.taken.end();
    if (!open)
        return;
    const People before = peopleBy(m_before.sheet.size(), [&](int p) { return m_before.identity.email(p); });
    const People after = peopleBy(m_after.sheet.size(), [&](int p) { return m_after.identity.email(p); });
    for (int person = 0; person < m_after.sheet.size(); ++person) {
        const std::string key = m_after.identity.email(person);
        if (key.empty() || m_after.taken[static_cast<std::size_t>(person)])
            continue;
        const auto &sameBefore = at(before, key);
        if (sameBefore.size() != 1 || at(after, key).size() != 1)
            continue;
        const int partner = sameBefore.front();
        if (m_before.taken[static_cast<std::size_t>(partner)] || isRejected(partner, person))
            continue;
        if (namesConflict(partner, person))
            propose(partner, person, LinkMethod::Email, LinkReason::EmailOtherName);
        else if (numbersConflict(partner, person))
            propose(partner, person, LinkMethod::Email, LinkReason::EmailOtherNumber);
        else
            join(partner, person, LinkMethod::Email, LinkReason::UnsharedEmail);
    }
}

/// `only`: nobody else who is still open on either side has this folded name.
void Linker::judgeByName(int before, int after, bool only)
{
    // One namesake with another number may be a slip of the pen; of several, each is simply somebody else.
    const bool otherNumber = numbersConflict(before, after);
    if (otherNumber && !only)
        return;
    const Identity &b = m_before.identity;
    const Identity &a = m_after.identity;
    const bool sameWriting = b.name(before) == a.name(after);
    const bool given = !b.affiliation(before).empty() && !a.affiliation(after).empty();
    const bool sameAffiliation = given && b.affiliation(before) == a.affiliation(after);
    const LinkMethod method = sameAffiliation ? LinkMethod::NameAffiliation : LinkMethod::FoldedName;
    if (otherNumber)
        propose(before, after, method, LinkReason::NameOtherNumber);
    else if (kanaConflict(before, after))
        propose(before, after, method, LinkReason::NameOtherKana);
    else if (!only)
        propose(before, after, method, LinkReason::SeveralOfName);
    else if (sameAffiliation)
        join(before, after, method,
             sameWriting ? LinkReason::NameAndAffiliation : LinkReason::VariantNameAndAffiliation);
    else if (given)
        propose(before, after, method, LinkReason::NameOtherAffiliation);
    else if (sameWriting)
        join(before, after, method, LinkReason::OnlyOneOfName);
    else
        propose(before, after, method, LinkReason::VariantNameAlone);
}

void Linker::linkByName()
{
    if (!m_before.sheet.hasField(Field::Name) || !m_after.sheet.hasField(Field::Name))
        return;
    const auto openBy = [](const Side &side) {
        People people;
        for (int person = 0; person < side.sheet.size(); ++person) {
            if (side.taken[static_cast<std::size_t>(person)])
                continue;
            if (const std::string &name = side.identity.foldedName(person); !name.empty())
                people[name].push_back(person);
        }
        return people;
    };
    auto other = std::async(std::launch::async, openBy, std::cref(m_after));
    const People before = openBy(m_before);
    const People after = other.get();
    // In the order of the after sheet, so that the result does not hang on the hash.
    for (int person = 0; person < m_after.sheet.size(); ++person) {
        if (m_after.taken[static_cast<std::size_t>(person)])
            continue;
        const std::string &key = m_after.identity.foldedName(person);
        const auto &candidates = at(before, key);
        const auto &rivals = at(after, key);
        if (key.empty() || candidates.empty())
            continue;
        // Among namesakes the affiliation (and reading, and number) may still tell who is who.
        const auto fits = [this](int b, int a) {
            return !numbersConflict(b, a) &&
                   m_before.identity.affiliation(b) == m_after.identity.affiliation(a) &&
                   !kanaConflict(b, a) && !isRejected(b, a);
        };
        if (candidates.size() > 1 || rivals.size() > 1) {
            std::vector<int> fitting;
            std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(fitting),
                         [&](int b) { return fits(b, person); });
            const auto rivalsOf = [&](int b) {
                return std::count_if(rivals.begin(), rivals.end(), [&](int a) { return fits(b, a); });
            };
            if (fitting.size() == 1 && rivalsOf(fitting.front()) == 1 &&
                !m_after.identity.affiliation(person).empty() &&
                !m_before.taken[static_cast<std::size_t>(fitting.front())]) {
                judgeByName(fitting.front(), person, true);
                continue;
            }
        }
        const bool only = candidates.size() == 1 && rivals.size() == 1;
        int shown = 0;
        for (const int candidate : candidates) {
            if (m_before.taken[static_cast<std::size_t>(candidate)] || isRejected(candidate, person))
                continue;
            if (++shown > kMostCandidates)
                break;
            judgeByName(candidate, person, only);
        }
    }
}

void Linker::finish()
{
    // A proposal made early is moot when one of the two was joined later.
    std::vector<char> joinedBefore(m_before.taken.size());
    std::vector<char> joinedAfter(m_after.taken.size());
    for (const Link &link : m_result.links) {
        if (!link.counts())
            continue;
        joinedBefore[static_cast<std::size_t>(link.before)] = 1;
        joinedAfter[static_cast<std::size_t>(link.after)] = 1;
    }
    std::erase_if(m_result.links, [&](const Link &link) {
        return link.state == LinkState::Waiting && (joinedBefore[static_cast<std::size_t>(link.before)] ||
                                                    joinedAfter[static_cast<std::size_t>(link.after)]);
    });
    for (int person = 0; person < m_before.sheet.size(); ++person) {
        if (!m_before.taken[static_cast<std::size_t>(person)])
            m_result.onlyBefore.push_back(person);
    }
    for (int person = 0; person < m_after.sheet.size(); ++person) {
        if (!m_after.taken[static_cast<std::size_t>(person)])
            m_result.onlyAfter.push_back(person);
    }
    const auto byBefore = [](const Link &a, const Link &b) { return a.before < b.before; };
    // Those joined by number, nearly all of them, stand in order already.
    const auto rest = std::is_sorted_until(m_result.links.begin(), m_result.links.end(), byBefore);
    std::stable_sort(rest, m_result.links.end(), byBefore);
    std::inplace_merge(m_result.links.begin(), rest, m_result.links.end(), byBefore);
    // Groups come out of a hash; put them in the order of the sheet.
    std::sort(m_result.twice.begin(), m_result.twice.end(),
              [](const AnsweredTwice &a, const AnsweredTwice &b) {
                  return std::pair(a.wave, a.people.front()) < std::pair(b.wave, b.people.front());
              });
    m_result.peopleBefore = m_before.sheet.size();
    m_result.peopleAfter = m_after.sheet.size();
    for (const AnsweredTwice &group : m_result.twice) {
        int &people = group.wave == Wave::Before ? m_result.peopleBefore : m_result.peopleAfter;
        people -= static_cast<int>(group.people.size()) - 1;
    }
}

} // namespace tane
