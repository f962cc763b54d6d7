#pragma once

#include "survey/answersheet.h"

#include <vector>

namespace tane {

// One byte each: a link is kept small, since there are a hundred thousand of them in a large survey.
enum class LinkMethod : std::uint8_t { Number, Email, NameAffiliation, FoldedName, Kana, Manual };
enum class LinkState : std::uint8_t {
    Certain,  ///< counts
    Waiting,  ///< proposed; does not count until the officer decides
    Accepted, ///< decided by the officer: counts
    Rejected  ///< decided by the officer: does not count
};

/// Why two people were joined, or why they wait.
enum class LinkReason : std::uint8_t {
    NumberAndName, ///< number and name are simply the same: nothing to add
    Number,        ///< a name is missing, or the writing differs only in what folding takes away
    NumberOtherName,
    UnsharedEmail, ///< nobody else on either side has the address
    EmailOtherName,
    EmailOtherNumber,
    NameAndAffiliation,
    VariantNameAndAffiliation, ///< the names are the same only with variant kanji folded (斎・齋)
    OnlyOneOfName,             ///< nobody else has the name; there is no affiliation to compare
    NameOtherNumber,
    NameOtherKana,
    NameOtherAffiliation,
    SeveralOfName,
    VariantNameAlone,       ///< variant kanji, and no affiliation to make sure by
    SameKanaAndAffiliation, ///< the kanji differ: a slip, or a name written in kana
    SameKana,
    GivenNameAndAffiliation, ///< the family name differs: perhaps a marriage
    OfficerSaysSame,
    OfficerSaysOther
};
/// The reason in words for the officer.
[[nodiscard]] QString linkReasonText(LinkReason reason);

/// "受付番号", "メール", "氏名と所属", "氏名", "ふりがな", "手作業".
[[nodiscard]] QString linkMethodName(LinkMethod method);
[[nodiscard]] QString linkStateName(LinkState state);

struct Link
{
    int before = -1; ///< person index in the before sheet
    int after = -1;
    LinkMethod method = LinkMethod::Number;
    LinkState state = LinkState::Waiting;
    LinkReason reason = LinkReason::NumberAndName;
    [[nodiscard]] QString why() const { return linkReasonText(reason); }
    [[nodiscard]] bool counts() const { return state == LinkState::Certain || state == LinkState::Accepted; }
};

/// One person who answered the same wave more than once.
struct AnsweredTwice
{
    Wave wave = Wave::Before;
    std::vector<int> people; ///< person indexes of that wave, in file order
    int chosen = -1;         ///< the one that counts, by decision or by rule; -1 = none yet
    QString reason;
    enum class Settled { Not, ByOfficer, ByRule };
    Settled settled = Settled::Not; ///< how `chosen` came about
};

/// Decisions of the officer, by the key of a response (AnswerSheet::id for stored ones, place() for files).
struct LinkDecision
{
    QString before, after; ///< keys; for a choice among double answers only one is set
    bool accept = true;
};

struct LinkOptions
{
    enum class By { Id, Name, Auto };
    By by = By::Auto;
    enum class Twice { Ask, Latest };
    Twice twice = Twice::Ask; ///< Latest: the answer with the later date, or else the later row, counts
    std::vector<LinkDecision> decisions;
    /// The before side is a list of people in which nobody stands twice, whatever their names.
    bool beforeIsList = false;
};

/// How people were joined, in numbers that a report can state.
struct LinkSummary
{
    // Pairs by what they rest on; each pair in one of them, so that they add up to all pairs.
    int number = 0, email = 0, nameAffiliation = 0, variantName = 0, name = 0, officer = 0;
    // People (of one wave) with more than one answer, by how it was settled.
    int twiceByRule = 0, twiceByOfficer = 0, twiceOpen = 0;

    [[nodiscard]] int pairs() const
    {
        return number + email + nameAffiliation + variantName + name + officer;
    }
    [[nodiscard]] int twice() const { return twiceByRule + twiceByOfficer + twiceOpen; }
};

/// Who of before is who of after. Every person of both sides is in exactly one place: a link that counts, a
/// double answer that is not chosen, or one of the "only" lists (people of waiting or rejected links are in
/// these lists, too).
struct Linking
{
    std::vector<Link> links;
    std::vector<AnsweredTwice> twice;
    std::vector<int> onlyBefore, onlyAfter;
    std::vector<QString> unknownDecisions; ///< keys of decisions that fit nobody any more

    [[nodiscard]] int countOf(LinkState state) const;
    [[nodiscard]] int undecidedTwice() const;
    /// What the officer is asked to decide: waiting links and double answers.
    [[nodiscard]] int openQuestions() const;
    [[nodiscard]] int pairs() const;
    [[nodiscard]] LinkSummary summary() const;
    int peopleBefore = 0; ///< people, not sheets: somebody who answered twice is one
    int peopleAfter = 0;
};

/// Pure: same input, same result. See docs/decisions for the rules of certainty.
[[nodiscard]] Linking linkAnswers(const AnswerSheet &before, const AnswerSheet &after,
                                  const LinkOptions &options = {});

/// The key of a response in decisions and in links.csv: its id when stored, else its place.
[[nodiscard]] QString responseKey(const AnswerSheet &sheet, int person);

/// One answer sheet set beside another for the officer's eye: conflicting and equal fields are told apart by
/// the caller. Candidates for joining `before` by hand: unlinked people of the other side, likeliest first.
[[nodiscard]] std::vector<int> candidatesFor(const AnswerSheet &from, int person, const AnswerSheet &to,
                                             const std::vector<int> &among);

} // namespace tane
