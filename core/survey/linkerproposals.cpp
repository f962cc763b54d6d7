// The last stages: who may be the same by reading or by given name. They propose and never join.
#include "survey/linker.h"

#include "base/textfold.h"

#include <algorithm>

namespace tane {

namespace {

constexpr int kMostCandidates = 5;

bool isKana(QChar c)
{
    return (c >= u'ぁ' && c <= u'ヿ') || c == u'ー' || c == u'-';
}

/// A folded reading without what lists and keyboards write differently: small characters as large ones,
/// ヂ and ヅ, ヲ, and a long vowel by its mark, by ウ or by the vowel again.
QString looseKana(const QString &folded)
{
    static const QString from = QStringLiteral("ァィゥェォッャュョヮヵヶヂヅヲヰヱ"),
                         to = QStringLiteral("アイウエオツヤユヨワカケジズオイエ");
    static const QString oRow = QStringLiteral("オコソトノホモヨロゴゾドボポ"),
                         uRow = QStringLiteral("ウクスツヌフムユルグズブプ");
    QString loose;
    for (const QChar c : folded) {
        const auto at = from.indexOf(c);
        const QChar plain = at < 0 ? c : to.at(at);
        const QChar last = loose.isEmpty() ? QChar() : loose.back();
        const bool isLong = plain == u'ー' || plain == u'-' ||
                            (oRow.contains(last) && (plain == u'ウ' || plain == u'オ')) ||
                            (uRow.contains(last) && plain == u'ウ');
        if (!isLong)
            loose += plain;
    }
    return loose;
}

/// How somebody is read: ふりがな, or a name that is written in kana.
QString readingOf(const AnswerSheet &sheet, int person)
{
    QString folded = foldText(sheet.text(Field::Kana, person));
    if (folded.isEmpty())
        folded = foldText(sheet.text(Field::Name, person));
    return !folded.isEmpty() && std::ranges::all_of(folded, isKana) ? looseKana(folded) : QString();
}

/// The word behind the space between family and given name; else empty.
QString lastWord(const QString &text)
{
    const QString clean = tidy(text);
    return clean.contains(u' ') ? clean.section(u' ', -1) : QString();
}

} // namespace

People Linker::openBy(const Side &side, const std::function<std::vector<std::string>(int)> &keys)
{
    std::vector<char> asked(side.taken.size());
    for (const Link &link : m_result.links) {
        if (link.state != LinkState::Waiting)
            continue;
        asked[static_cast<std::size_t>(&side == &m_before ? link.before : link.after)] = 1;
    }
    People people;
    for (int person = 0; person < side.sheet.size(); ++person) {
        const auto at = static_cast<std::size_t>(person);
        if (side.taken[at] || asked[at])
            continue;
        for (std::string &key : keys(person))
            people[std::move(key)].push_back(person);
    }
    return people;
}

void Linker::proposeByKeys(const std::function<std::vector<std::string>(const Side &, int)> &keys,
                           const std::function<std::optional<LinkReason>(int, int)> &reason)
{
    const People before = openBy(m_before, [&](int person) { return keys(m_before, person); });
    if (before.empty())
        return;
    const People after = openBy(m_after, [&](int person) { return keys(m_after, person); });
    std::vector<std::pair<int, std::vector<int>>> found; // in the order of the after sheet
    for (const auto &[key, people] : after) {
        const auto known = before.find(key);
        if (known == before.end())
            continue;
        for (const int person : people)
            found.emplace_back(person, known->second);
    }
    std::ranges::sort(found);
    for (auto &[person, candidates] : found) {
        const std::string &own = m_after.identity.affiliation(person);
        std::ranges::stable_partition(
            candidates, [&](int one) { return !own.empty() && m_before.identity.affiliation(one) == own; });
        int shown = 0;
        for (const int candidate : candidates) {
            if (numbersConflict(candidate, person))
                continue; // somebody else
            if (const auto why = reason(candidate, person); why && ++shown <= kMostCandidates)
                propose(candidate, person, LinkMethod::Kana, *why);
        }
    }
}

void Linker::proposeByKana()
{
    const auto keys = [](const Side &side, int person) {
        const QString reading = readingOf(side.sheet, person);
        return reading.isEmpty() ? std::vector<std::string>() : std::vector{reading.toStdString()};
    };
    proposeByKeys(keys, [this](int before, int after) -> std::optional<LinkReason> {
        const std::string &b = m_before.identity.affiliation(before);
        return !b.empty() && b == m_after.identity.affiliation(after) ? LinkReason::SameKanaAndAffiliation
                                                                      : LinkReason::SameKana;
    });
}

/// Whoever married keeps given name and place of work.
void Linker::proposeByGivenName()
{
    const auto keys = [](const Side &side, int person) {
        std::vector<std::string> all;
        const std::string &place = side.identity.affiliation(person);
        if (place.empty())
            return all;
        const auto add = [&](const QString &given) {
            if (!given.isEmpty())
                all.push_back(place + '\n' + given.toStdString());
        };
        const QString name = side.sheet.text(Field::Name, person);
        add(foldName(lastWord(name)));
        constexpr qsizetype family = 1, given = 2;
        if (const QString whole = foldName(name); whole.size() >= family + given)
            add(whole.right(given));
        if (const QString reading = looseKana(foldText(lastWord(side.sheet.text(Field::Kana, person))));
            reading.size() >= given)
            add(reading);
        std::ranges::sort(all);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    };
    proposeByKeys(keys, [](int, int) { return std::optional(LinkReason::GivenNameAndAffiliation); });
}

} // namespace tane
