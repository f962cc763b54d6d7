#pragma once

#include "survey/answersheet.h"

#include <string>
#include <string_view>

namespace tane {

/// What identifies the people of one sheet, folded only when asked for: folding 100,000 names costs more than everything else.
class Identity
{
public:
    explicit Identity(const AnswerSheet &sheet) : m_sheet(&sheet) {}

    /// 受付番号 without leading zeros, width and case; "" when not given.
    [[nodiscard]] std::string number(int person) const;
    /// The number when it needs no folding (plain ASCII without leading zeros): a view, no copy.
    [[nodiscard]] bool plainNumber(int person, std::string_view &number) const;
    [[nodiscard]] std::string email(int person) const;
    /// Name without spaces and width; kanji as written.
    [[nodiscard]] const std::string &name(int person) const;
    /// The same with variant kanji folded.
    [[nodiscard]] const std::string &foldedName(int person) const;
    [[nodiscard]] std::string kana(int person) const;
    /// 所属, else センター, else 市町村; folded.
    [[nodiscard]] const std::string &affiliation(int person) const;

private:
    struct Folded
    {
        bool done = false;
        std::string name, foldedName, affiliation;
    };
    const Folded &folded(int person) const;

    const AnswerSheet *m_sheet;
    mutable std::vector<Folded> m_folded;
};

} // namespace tane
