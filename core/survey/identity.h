#pragma once

#include "survey/answersheet.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tane {

/// What identifies the people of one sheet, folded only when asked for: folding 100,000 names costs more than
/// everything else.
class Identity
{
public:
    explicit Identity(const AnswerSheet &sheet)
        : m_sheet(&sheet)
    {
    }

    /// 受付番号 without leading zeros, width and case; "" when not given.
    [[nodiscard]] std::string_view number(int person) const;
    /// Folds and hashes the numbers and hashes the names of all people now instead of at first use.
    void prepare() const;
    /// Hash of number(), for PersonIndex; 0 when not given.
    [[nodiscard]] std::size_t numberHash(int person) const
    {
        if (m_numberHashes.empty())
            prepare();
        return m_numberHashes[static_cast<std::size_t>(person)];
    }
    /// 64 bits of the name as it stands: equal hashes are taken for equal names. Kept in one block, because
    /// looking at the names of 100,000 people in another order costs a trip to main memory each.
    [[nodiscard]] std::uint64_t nameHash(int person) const
    {
        return m_nameHashes[static_cast<std::size_t>(person)];
    }
    [[nodiscard]] std::string email(int person) const;
    /// Name without spaces and width; kanji as written.
    [[nodiscard]] const std::string &name(int person) const;
    /// The same with variant kanji folded.
    [[nodiscard]] const std::string &foldedName(int person) const;
    [[nodiscard]] std::string kana(int person) const;
    /// 所属, else センター, else 市町村; folded.
    [[nodiscard]] const std::string &affiliation(int person) const;

private:
    struct Name
    {
        std::string tidy, folded;
    };
    const Name &folded(int person) const;
    const std::string &foldedAffiliation(int person) const;

    const AnswerSheet *m_sheet;
    // By what stands there, only of those who were asked for: names and affiliations repeat. Addresses stay.
    mutable std::unordered_map<std::string_view, Name> m_names;
    mutable std::unordered_map<std::string_view, std::string> m_affiliations;
    mutable std::vector<const Name *> m_nameOf; ///< by person; null: not asked for yet
    mutable std::vector<const std::string *> m_affiliationOf;
    mutable std::vector<std::size_t> m_numberHashes;
    mutable std::vector<std::uint64_t> m_nameHashes;              ///< 0 = no name
    mutable std::unordered_map<int, std::string> m_foldedNumbers; ///< of those whose number had to be changed
};

/// Finds people by a key without an allocation for each of them: open addressing over the people themselves.
/// The keys must outlive it.
class PersonIndex
{
public:
    PersonIndex() = default;
    explicit PersonIndex(int people);
    /// The person who has this key already, or -1 after taking `person` in.
    int insert(std::string_view key, std::size_t hash, int person);
    [[nodiscard]] int find(std::string_view key, std::size_t hash) const;
    /// Brings the place of a key that will be asked for soon: a loop that calls this some rounds ahead does
    /// not wait for memory.
    void prefetch(std::size_t hash) const
    {
#if defined(__GNUC__)
        if (!m_slots.empty())
            __builtin_prefetch(&m_slots[hash & (m_slots.size() - 1)]);
#else
        (void)hash;
#endif
    }
    static constexpr int kAhead = 12; ///< rounds

private:
    /// Short keys stand in the slot itself: one trip to memory for a look.
    struct Slot
    {
        std::array<char, 11> text{};
        std::uint8_t size = 0; ///< 0xff: a longer key, in m_keys
        int person = -1;
    };
    [[nodiscard]] bool holds(const Slot &slot, std::string_view key) const;
    [[nodiscard]] std::size_t slotOf(std::string_view key, std::size_t hash) const;
    std::vector<Slot> m_slots;
    std::vector<std::string_view> m_keys; ///< by person
    static constexpr std::uint8_t kLong = 0xff;
};

} // namespace tane
