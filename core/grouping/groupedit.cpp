#include "grouping/groupedit.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GroupEdit)
};

const QString kDraft = QStringLiteral("draft");

Result<std::vector<GroupDraft>> draftsOf(Document &document, qint64 workshop)
{
    return RecordTable<GroupDraft>(document).all(QStringLiteral("workshop"), workshop);
}

Result<std::vector<GroupSeat>> seatsOf(Document &document, qint64 draft)
{
    return RecordTable<GroupSeat>(document).all(kDraft, draft);
}

Result<GroupSeat> seatOf(Document &document, qint64 draft, qint64 participant)
{
    TANE_TRY(const std::vector<GroupSeat> seats, seatsOf(document, draft));
    const auto found = std::ranges::find(seats, participant, &GroupSeat::participant);
    if (found == seats.end())
        return fail(ErrorCode::NotFound, Texts::tr("この方の席はまだ決まっていません。"));
    return *found;
}

/// Writes what differs from the seats there are.
Result<> writeSeats(Document &document, qint64 draft, const std::vector<SeatAt> &wanted, bool everybody)
{
    RecordTable<GroupSeat> table(document);
    TANE_TRY(const std::vector<GroupSeat> stored, seatsOf(document, draft));
    QHash<qint64, int> known;
    for (std::size_t i = 0; i < stored.size(); ++i)
        known.insert(stored[i].participant, static_cast<int>(i));
    QSet<qint64> seated;
    for (const SeatAt &seat : wanted) {
        seated.insert(seat.participant);
        const int index = known.value(seat.participant, -1);
        if (index < 0) {
            if (seat.number > 0)
                TANE_CHECK(
                    table.add({.draft = draft, .participant = seat.participant, .number = seat.number}, {}));
            continue;
        }
        GroupSeat changed = stored[static_cast<std::size_t>(index)];
        if (seat.number <= 0) {
            TANE_CHECK(table.remove(changed.id, {}));
        } else if (changed.number != seat.number) {
            changed.number = seat.number;
            TANE_CHECK(table.update(changed, {}));
        }
    }
    for (const GroupSeat &seat : stored) {
        if (everybody && !seated.contains(seat.participant))
            TANE_CHECK(table.remove(seat.id, {}));
    }
    return {};
}

} // namespace

Result<QString> freeDraftTitle(Document &document, qint64 workshop)
{
    TANE_TRY(const std::vector<GroupDraft> drafts, draftsOf(document, workshop));
    for (int number = 1;; ++number) {
        const QString title = Texts::tr("案%1").arg(number);
        if (std::ranges::find(drafts, title, &GroupDraft::title) == drafts.end())
            return title;
    }
}

Result<qint64> addGroupDraft(Document &document, const GroupDraft &draft)
{
    TANE_TRY(const std::vector<GroupDraft> drafts, draftsOf(document, draft.workshop));
    GroupDraft added = draft;
    added.inUse = drafts.empty();
    return RecordTable<GroupDraft>(document).add(added, Texts::tr("班分けの案の追加"));
}

Result<qint64> duplicateGroupDraft(Document &document, qint64 draft, const QString &title)
{
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(GroupSeating copy, loadGroupSeating(document, draft));
        copy.draft.id = 0;
        copy.draft.title = title;
        copy.draft.inUse = false;
        TANE_TRY(id, RecordTable<GroupDraft>(document).add(copy.draft, {}));
        for (GroupSeat seat : copy.seats) {
            seat.id = 0;
            seat.draft = id;
            seat.printed.reset();
            TANE_CHECK(RecordTable<GroupSeat>(document).add(seat, {}));
        }
        for (GroupName name : copy.names) {
            name.id = 0;
            name.draft = id;
            TANE_CHECK(RecordTable<GroupName>(document).add(name, {}));
        }
        return {};
    };
    TANE_CHECK(document.perform(Texts::tr("班分けの案の複製"), work));
    return id;
}

Result<> renameGroupDraft(Document &document, qint64 draft, const QString &title)
{
    if (title.trimmed().isEmpty())
        return fail(ErrorCode::Usage, Texts::tr("案の名前を書いてください。"));
    RecordTable<GroupDraft> table(document);
    TANE_TRY(GroupDraft renamed, table.load(draft));
    renamed.title = title.trimmed();
    return table.update(renamed, Texts::tr("班分けの案の名前の変更"));
}

Result<> removeGroupDraft(Document &document, qint64 draft)
{
    return RecordTable<GroupDraft>(document).remove(draft, Texts::tr("班分けの案の削除"));
}

Result<> useGroupDraft(Document &document, qint64 draft)
{
    return document.perform(Texts::tr("使う班分けの案の変更"), [&](Database &) -> Result<> {
        RecordTable<GroupDraft> table(document);
        TANE_TRY(const GroupDraft used, table.load(draft));
        TANE_TRY(const std::vector<GroupDraft> drafts, draftsOf(document, used.workshop));
        for (GroupDraft each : drafts) {
            const bool inUse = each.id == draft;
            if (std::exchange(each.inUse, inUse) != inUse)
                TANE_CHECK(table.update(each, {}));
        }
        return {};
    });
}

Result<> saveGroupRules(Document &document, const GroupDraft &draft, const QString &label)
{
    RecordTable<GroupDraft> table(document);
    TANE_TRY(GroupDraft stored, table.load(draft.id));
    stored.rules = draft.rules;
    stored.seed = draft.seed;
    stored.earlier = draft.earlier;
    return table.update(stored, label);
}

Result<> seatPeople(Document &document, qint64 draft, const std::vector<SeatAt> &seats, const QString &label)
{
    return document.perform(label, [&](Database &) { return writeSeats(document, draft, seats, false); });
}

Result<> replaceSeats(Document &document, qint64 draft, const std::vector<SeatAt> &seats,
                      const QString &label)
{
    return document.perform(label, [&](Database &) { return writeSeats(document, draft, seats, true); });
}

Result<> pinSeat(Document &document, qint64 draft, qint64 participant, bool pinned)
{
    TANE_TRY(GroupSeat seat, seatOf(document, draft, participant));
    seat.pinned = pinned;
    return RecordTable<GroupSeat>(document).update(seat, pinned ? Texts::tr("席の固定")
                                                                : Texts::tr("席の固定の解除"));
}

Result<> setSeatDuty(Document &document, qint64 draft, qint64 participant, GroupDuty duty)
{
    return document.perform(Texts::tr("班の役割の変更"), [&](Database &) -> Result<> {
        RecordTable<GroupSeat> table(document);
        TANE_TRY(const std::vector<GroupSeat> seats, seatsOf(document, draft));
        const auto own = std::ranges::find(seats, participant, &GroupSeat::participant);
        if (own == seats.end())
            return fail(ErrorCode::NotFound, Texts::tr("この方の席はまだ決まっていません。"));
        const bool onlyOne = duty == GroupDuty::Facilitator || duty == GroupDuty::Scribe;
        for (GroupSeat seat : seats) {
            if (seat.id == own->id)
                seat.duty = duty;
            else if (onlyOne && seat.number == own->number && seat.duty == duty)
                seat.duty = GroupDuty::Automatic;
            else
                continue;
            TANE_CHECK(table.update(seat, {}));
        }
        return {};
    });
}

Result<> renameGroup(Document &document, qint64 draft, int number, const QString &name)
{
    return document.perform(Texts::tr("班の名前の変更"), [&](Database &) -> Result<> {
        RecordTable<GroupName> table(document);
        TANE_TRY(const std::vector<GroupName> names, table.all(kDraft, draft));
        const auto found = std::ranges::find(names, number, &GroupName::number);
        const QString tidied = name.trimmed();
        if (found == names.end()) {
            if (tidied.isEmpty())
                return {};
            const auto added = table.add({.draft = draft, .number = number, .name = tidied}, {});
            return added ? Result<>() : std::unexpected(added.error());
        }
        if (tidied.isEmpty())
            return table.remove(found->id, {});
        GroupName renamed = *found;
        renamed.name = tidied;
        return table.update(renamed, {});
    });
}

} // namespace tane
