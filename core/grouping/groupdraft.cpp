#include "grouping/groupdraft.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

constexpr std::array kDuties{"", "facilitator", "scribe", "none"};

} // namespace

std::vector<RecordColumn<GroupDraft>> RecordSchema<GroupDraft>::columns()
{
    return {referenceColumn("workshop", &GroupDraft::workshop), recordColumn("title", &GroupDraft::title),
            recordColumn("rules", &GroupDraft::rules),          recordColumn("seed", &GroupDraft::seed),
            referenceColumn("earlier", &GroupDraft::earlier),   recordColumn("in_use", &GroupDraft::inUse)};
}

std::vector<RecordColumn<GroupName>> RecordSchema<GroupName>::columns()
{
    return {referenceColumn("draft", &GroupName::draft), recordColumn("number", &GroupName::number),
            recordColumn("name", &GroupName::name)};
}

std::vector<RecordColumn<GroupSeat>> RecordSchema<GroupSeat>::columns()
{
    return {referenceColumn("draft", &GroupSeat::draft),
            referenceColumn("participant", &GroupSeat::participant),
            recordColumn("number", &GroupSeat::number),
            recordColumn("pinned", &GroupSeat::pinned),
            wordColumn("duty", &GroupSeat::duty, kDuties),
            recordColumn("printed", &GroupSeat::printed)};
}

int GroupSeating::groups() const
{
    int highest = 0;
    for (const GroupSeat &seat : seats)
        highest = std::max(highest, seat.number);
    for (const GroupName &name : names)
        highest = std::max(highest, name.number);
    return highest;
}

QString GroupSeating::groupTitle(int number) const
{
    const auto own = std::ranges::find(names, number, &GroupName::number);
    return own != names.end() && !own->name.isEmpty()
               ? own->name
               : QCoreApplication::translate("GroupDraft", "%1班").arg(number);
}

const GroupSeat *GroupSeating::seatOf(qint64 participant) const
{
    const auto seat = std::ranges::find(seats, participant, &GroupSeat::participant);
    return seat != seats.end() ? &*seat : nullptr;
}

Result<GroupSeating> loadGroupSeating(Document &document, qint64 draft)
{
    GroupSeating seating;
    TANE_TRY(seating.draft, RecordTable<GroupDraft>(document).load(draft));
    const QString column = QStringLiteral("draft");
    TANE_TRY(seating.seats, RecordTable<GroupSeat>(document).all(column, draft));
    TANE_TRY(seating.names, RecordTable<GroupName>(document).all(column, draft));
    return seating;
}

Result<std::optional<GroupSeating>> groupsInUse(Document &document, qint64 workshop)
{
    TANE_TRY(const std::vector<GroupDraft> drafts,
             RecordTable<GroupDraft>(document).all(QStringLiteral("workshop"), workshop));
    const auto used = std::ranges::find(drafts, true, &GroupDraft::inUse);
    if (used == drafts.end())
        return std::optional<GroupSeating>();
    TANE_TRY(GroupSeating seating, loadGroupSeating(document, used->id));
    return std::optional(std::move(seating));
}

} // namespace tane
