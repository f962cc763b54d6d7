#pragma once

#include "grouping/groupduty.h"
#include "storage/recordtable.h"

namespace tane {

/// A draft of groups for a workshop. Several may be kept; the one in use is printed and holds on the day.
struct GroupDraft
{
    qint64 id = 0;
    qint64 workshop = 0;
    QString title;
    QString rules; ///< JSON as parseGroupPlan reads it
    qint64 seed = 1;
    qint64 earlier = 0; ///< the workshop whose groups in use count as the last tables; 0 = none
    bool inUse = false;
    friend bool operator==(const GroupDraft &, const GroupDraft &) = default;
};

/// The name of a group that has one of its own; others are called by their number, "1班".
struct GroupName
{
    qint64 id = 0;
    qint64 draft = 0;
    int number = 1;
    QString name;
    friend bool operator==(const GroupName &, const GroupName &) = default;
};

/// Where somebody sits.
struct GroupSeat
{
    using Duty = GroupDuty; ///< 進行, 書記
    qint64 id = 0;
    qint64 draft = 0;
    qint64 participant = 0;
    int number = 1; ///< of the group, from 1
    bool pinned = false;
    Duty duty = Duty::Automatic;
    std::optional<int> printed; ///< the group that stands on what was printed last
    friend bool operator==(const GroupSeat &, const GroupSeat &) = default;
};

template<>
struct RecordSchema<GroupDraft>
{
    static QString table() { return QStringLiteral("group_draft"); }
    static QStringList siblings() { return {QStringLiteral("workshop")}; }
    static std::vector<RecordColumn<GroupDraft>> columns();
};

template<>
struct RecordSchema<GroupName>
{
    static QString table() { return QStringLiteral("group_name"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<GroupName>> columns();
};

template<>
struct RecordSchema<GroupSeat>
{
    static QString table() { return QStringLiteral("group_seat"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<GroupSeat>> columns();
};

/// A draft with its seats and the names of its groups.
struct GroupSeating
{
    GroupDraft draft;
    std::vector<GroupSeat> seats;
    std::vector<GroupName> names;
    /// The number of groups: the highest that somebody sits in or that has a name.
    [[nodiscard]] int groups() const;
    /// "1班", or the name of its own.
    [[nodiscard]] QString groupTitle(int number) const;
    [[nodiscard]] const GroupSeat *seatOf(qint64 participant) const;
};
[[nodiscard]] Result<GroupSeating> loadGroupSeating(Document &document, qint64 draft);
/// The draft in use of a workshop; nothing when none is.
[[nodiscard]] Result<std::optional<GroupSeating>> groupsInUse(Document &document, qint64 workshop);

} // namespace tane
