#pragma once

#include "exchange/formsheet.h"
#include "participants/participant.h"
#include "programme/workshop.h"

namespace tane {

/// How full a workshop is. Only learners count.
struct Capacity
{
    std::optional<int> places; ///< 定員; nothing: no limit
    int invited = 0, applied = 0, accepted = 0, waiting = 0, declined = 0, cancelled = 0;
    /// Places left; nothing without a limit, negative when there are too many.
    [[nodiscard]] std::optional<int> free() const;
    /// Whether more people want to come than there are places.
    [[nodiscard]] bool isOversubscribed() const;
};
[[nodiscard]] Capacity capacityOf(const Workshop &workshop, const std::vector<Participant> &participants);

/// A state somebody would get.
struct StateProposal
{
    qint64 participant = 0;
    Participant::State from = Participant::State::Applied;
    Participant::State to = Participant::State::Accepted;
};
/// 先着順: whoever applied (申込み), in the order they came in, gets a place while there is one; the others
/// wait. Those who are no learners are accepted and take no place.
[[nodiscard]] std::vector<StateProposal> proposeFirstCome(const Workshop &workshop,
                                                          const std::vector<Participant> &participants);
/// 繰上げ: the first of the waiting list for every free place: in the order of the last draw by lot, those
/// who were not drawn after them, by the order they came in.
[[nodiscard]] Result<std::vector<StateProposal>>
proposeFromWaiting(Document &document, const Workshop &workshop,
                   const std::vector<Participant> &participants);
/// One undo step. Gives how many changed.
[[nodiscard]] Result<int> applyProposals(Document &document, const std::vector<StateProposal> &proposals,
                                         const QString &label);

/// A draw by lot that anybody can repeat from its seed and its list.
struct Lottery
{
    struct Entry
    {
        qint64 participant = 0;
        int entry = 0; ///< place in the list that was drawn from, from 1
        int drawn = 0; ///< place drawn, from 1: 1 … places are in
    };
    qint64 id = 0;
    qint64 workshop = 0;
    QString drawnAt; ///< ISO date and time
    qint64 seed = 0;
    int places = 0;
    QString note;
    std::vector<Entry> entries; ///< by place drawn
};
/// The places 1 … n in the order they are drawn: the list is shuffled by SplitMix64 from the seed and
/// Fisher and Yates from the end (docs/decisions/0020). Pure, the same on every machine.
[[nodiscard]] std::vector<int> drawLots(int n, qint64 seed);
/// Draws among those who applied or wait (learners): `places` of them are accepted, the others wait in the
/// order drawn. Recorded; one undo step ("抽選"). Places are those that are free now. Conflict: nobody to
/// draw, or no limit.
[[nodiscard]] Result<Lottery> drawLottery(Document &document, qint64 workshop, qint64 seed,
                                          const QString &note = {});
/// A seed that nobody chose, of six digits, so that it can be said aloud and written down.
[[nodiscard]] qint64 newLotterySeed();
/// All draws of a workshop, newest first.
[[nodiscard]] Result<std::vector<Lottery>> lotteriesOf(Document &document, qint64 workshop);
/// Whether drawing again gives what is recorded.
[[nodiscard]] bool repeats(const Lottery &lottery);
/// 抽選記録, to be shown to others: when, seed, places, how to repeat it, and the list with numbers; names
/// only when asked for.
[[nodiscard]] FormSheet makeLotterySheet(const Workshop &workshop, const Lottery &lottery,
                                         const std::vector<Participant> &participants,
                                         const QString &prefecture, bool withNames);

} // namespace tane
