#include "survey/identity.h"

#include "base/textfold.h"

#include <algorithm>
#include <cstring>

namespace tane {

namespace {

/// Already as it will be compared: digits and small letters.
bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'); });
}

/// Letters and digits of ASCII, for which folding is only a matter of case.
bool isAsciiWord(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

/// A number of digits alone without leading zeros; any other as it is.
std::string_view withoutZeros(std::string_view text)
{
    if (text.empty() || text.front() != '0')
        return text;
    const bool allDigits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (allDigits)
        text.remove_prefix(std::min(text.find_first_not_of('0'), text.size() - 1));
    return text;
}

/// 64 bits of a text, eight bytes a round; equal texts are told by it. The mixing is degski's (bijective, so
/// that a round loses nothing). Short texts take a third of the time of std::hash.
std::uint64_t hashOf(std::string_view text)
{
    constexpr std::uint64_t factor = 0xD6E8FEB86659FD93ULL;
    std::uint64_t hash = text.size() * factor;
    while (!text.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(text.size(), sizeof word);
        std::memcpy(&word, text.data(), size);
        text.remove_prefix(size);
        hash ^= word;
        for (int round = 0; round < 2; ++round) {
            hash ^= hash >> 32;
            hash *= factor;
        }
        hash ^= hash >> 32;
    }
    return hash;
}

QString toText(std::string_view view)
{
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

} // namespace

std::string_view Identity::number(int person) const
{
    if (m_numberHashes.empty())
        prepare();
    if (!m_foldedNumbers.empty()) {
        if (const auto it = m_foldedNumbers.find(person); it != m_foldedNumbers.end())
            return withoutZeros(it->second);
    }
    return withoutZeros(m_sheet->field(Field::Number, person));
}

void Identity::prepare() const
{
    m_nameHashes.resize(static_cast<std::size_t>(m_sheet->size()));
    m_numberHashes.resize(m_nameHashes.size());
    for (int person = 0; person < m_sheet->size(); ++person) {
        const std::string_view name = m_sheet->field(Field::Name, person);
        m_nameHashes[static_cast<std::size_t>(person)] = name.empty() ? 0 : hashOf(name) | 1;
        std::string_view number = m_sheet->field(Field::Number, person);
        if (!isPlain(number)) {
            std::string &folded = m_foldedNumbers[person] = number;
            if (isAsciiWord(number))
                std::transform(folded.begin(), folded.end(), folded.begin(), [](char c) {
                    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
                });
            else
                folded = foldText(toText(number)).toStdString();
            number = folded;
        }
        m_numberHashes[static_cast<std::size_t>(person)] =
            number.empty() ? 0 : hashOf(withoutZeros(number)) | 1;
    }
}

PersonIndex::PersonIndex(int people)
{
    std::size_t slots = 16;
    while (slots * 3 < static_cast<std::size_t>(people) * 4)
        slots *= 2;
    m_slots.resize(slots);
}

bool PersonIndex::holds(const Slot &slot, std::string_view key) const
{
    if (slot.size == kLong)
        return m_keys[static_cast<std::size_t>(slot.person)] == key;
    // Unused bytes are zero on both sides: one comparison of a fixed length needs no call.
    std::array<char, sizeof slot.text> padded{};
    std::memcpy(padded.data(), key.data(), std::min(key.size(), padded.size()));
    return slot.size == key.size() && padded == slot.text;
}

/// The slot that holds the key, or the empty one where it belongs.
std::size_t PersonIndex::slotOf(std::string_view key, std::size_t hash) const
{
    const std::size_t mask = m_slots.size() - 1;
    std::size_t at = hash & mask;
    while (m_slots[at].person >= 0 && !holds(m_slots[at], key))
        at = (at + 1) & mask;
    return at;
}

int PersonIndex::insert(std::string_view key, std::size_t hash, int person)
{
    Slot &slot = m_slots[slotOf(key, hash)];
    if (slot.person >= 0)
        return slot.person;
    slot.person = person;
    if (key.size() <= slot.text.size()) {
        slot.size = static_cast<std::uint8_t>(key.size());
        std::copy(key.begin(), key.end(), slot.text.begin());
    } else {
        slot.size = kLong;
        if (m_keys.empty())
            m_keys.resize(m_slots.size());
        m_keys[static_cast<std::size_t>(person)] = key;
    }
    return -1;
}

int PersonIndex::find(std::string_view key, std::size_t hash) const
{
    return m_slots.empty() ? -1 : m_slots[slotOf(key, hash)].person;
}

std::string Identity::email(int person) const
{
    const std::string_view raw = m_sheet->field(Field::Email, person);
    return raw.empty() ? std::string() : tidy(toText(raw)).toLower().toStdString();
}

std::string Identity::kana(int person) const
{
    const std::string_view raw = m_sheet->field(Field::Kana, person);
    return raw.empty() ? std::string() : foldText(toText(raw)).toStdString();
}

const Identity::Name &Identity::folded(int person) const
{
    if (m_nameOf.empty())
        m_nameOf.resize(static_cast<std::size_t>(m_sheet->size()));
    const Name *&known = m_nameOf[static_cast<std::size_t>(person)];
    if (!known) {
        const std::string_view raw = m_sheet->field(Field::Name, person);
        const auto [it, isNew] = m_names.try_emplace(raw);
        if (isNew)
            it->second = {foldText(toText(raw)).toStdString(), foldName(toText(raw)).toStdString()};
        known = &it->second;
    }
    return *known;
}

const std::string &Identity::name(int person) const
{
    return folded(person).tidy;
}

const std::string &Identity::foldedName(int person) const
{
    return folded(person).folded;
}

const std::string &Identity::affiliation(int person) const
{
    if (m_affiliationOf.empty())
        m_affiliationOf.resize(static_cast<std::size_t>(m_sheet->size()));
    const std::string *&known = m_affiliationOf[static_cast<std::size_t>(person)];
    if (!known)
        known = &foldedAffiliation(person);
    return *known;
}

const std::string &Identity::foldedAffiliation(int person) const
{
    static const std::string none;
    for (const Field field : {Field::Affiliation, Field::Centre, Field::Municipality}) {
        const std::string_view raw = m_sheet->field(field, person);
        if (raw.empty())
            continue;
        const auto [it, isNew] = m_affiliations.try_emplace(raw);
        if (isNew)
            it->second = foldText(toText(raw)).toStdString();
        if (!it->second.empty())
            return it->second;
    }
    return none;
}

} // namespace tane
