#pragma once

#include "grouping/groupdraft.h"

namespace tane {

/// Changes to drafts. Each is one undo step with a Japanese label. What stands on printed name cards
/// (GroupSeat::printed) is not touched: it changes when cards are printed, and so says who needs a new one.

/// "案1", "案2" …: the first that is free.
[[nodiscard]] Result<QString> freeDraftTitle(Document &document, qint64 workshop);
/// Adds a draft at the end; the first one of a workshop is in use at once. Gives the id.
[[nodiscard]] Result<qint64> addGroupDraft(Document &document, const GroupDraft &draft);
/// A copy with seats and names of groups, not in use, nothing printed. Gives the id.
[[nodiscard]] Result<qint64> duplicateGroupDraft(Document &document, qint64 draft, const QString &title);
[[nodiscard]] Result<> renameGroupDraft(Document &document, qint64 draft, const QString &title);
/// When the one in use is removed, none is.
[[nodiscard]] Result<> removeGroupDraft(Document &document, qint64 draft);
/// This one is printed and holds on the day; the others no longer.
[[nodiscard]] Result<> useGroupDraft(Document &document, qint64 draft);
/// Rules, seed and earlier workshop of a draft, as they stand in `draft`.
[[nodiscard]] Result<> saveGroupRules(Document &document, const GroupDraft &draft, const QString &label);

/// Somebody's seat; number 0: none.
struct SeatAt
{
    qint64 participant = 0;
    int number = 0;
};
/// Seats these people; all others stay. Pins, duties and what was printed stay with the person.
[[nodiscard]] Result<> seatPeople(Document &document, qint64 draft, const std::vector<SeatAt> &seats,
                                  const QString &label);
/// Seats these people and takes the seats of all others away.
[[nodiscard]] Result<> replaceSeats(Document &document, qint64 draft, const std::vector<SeatAt> &seats,
                                    const QString &label);
[[nodiscard]] Result<> pinSeat(Document &document, qint64 draft, qint64 participant, bool pinned);
/// At most one 進行 and one 書記 is decided by hand in a group: whoever had it before is automatic again.
[[nodiscard]] Result<> setSeatDuty(Document &document, qint64 draft, qint64 participant, GroupDuty duty);
/// An empty name: the group is called by its number again.
[[nodiscard]] Result<> renameGroup(Document &document, qint64 draft, int number, const QString &name);

} // namespace tane
