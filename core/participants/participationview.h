#pragma once

#include "base/rounding.h"
#include "participants/participant.h"
#include "people/registry.h"
#include "programme/workshop.h"

namespace tane {

/// As what somebody takes part; by the words of the role.
enum class Attendee { Coordinator, Officer, Other };
[[nodiscard]] Attendee attendeeOf(const QString &role);

/// Which of the participants are counted.
enum class Counted {
    Accepted, ///< who may come: accepted, walked in
    Present   ///< who came: present, late, walked in
};

/// One municipality of the matrix.
struct MunicipalityTurnout
{
    enum class Who { Both, OnlyCoordinator, OnlyOfficer, OnlyOthers, Nobody };
    qint64 municipality = 0; ///< 0: named by participants only
    QString name;
    QString area;
    int coordinators = 0, officers = 0, others = 0;
    [[nodiscard]] Who who() const;
};
/// "両方が参加", "コーディネーターのみ", "市町村担当者のみ", "ほかの方のみ", "参加なし".
[[nodiscard]] QString turnoutText(MunicipalityTurnout::Who who);

/// 市町村 × 立場: every municipality of the registers, then those that only participants name. A coordinator
/// of a centre counts for each municipality it serves when she names none herself. Learners only.
[[nodiscard]] std::vector<MunicipalityTurnout>
turnoutOf(const Registry &registry, const std::vector<Participant> &participants, Counted counted, QDate on);

/// How a table's percentages are counted.
enum class CountBase {
    Answered, ///< people of the group who said something
    Group,    ///< all people of the group
    Everybody ///< all participants, of every role
};
struct CountRow
{
    QString value;
    int count = 0;
    Percent percent;
};
/// A table with its base, which is always shown beside it.
struct CountTable
{
    QString title;
    std::vector<CountRow> rows;
    int base = 0;
    QString baseText; ///< "回答者 181人", "参加者全員 420人"
    int unanswered = 0;
    bool multiple = false; ///< several answers a person: percentages do not add up
};

/// Participants by what they are, in the order of `roles` (the words to tell apart; others follow).
[[nodiscard]] CountTable countRoles(const std::vector<Participant> &participants, const QStringList &roles);
/// The same in two parts: the prefectures of `inside` against the others. Rows as roles; total first.
struct CountSplit
{
    QStringList roles;
    std::vector<int> all, inside, outside;
};
[[nodiscard]] CountSplit countRolesByPrefecture(const std::vector<Participant> &participants,
                                                const QStringList &roles, const QStringList &inside);
/// Qualifications of the people of a role (empty: everybody), in the order of `words`, the others as その他.
[[nodiscard]] CountTable countQualifications(const std::vector<Participant> &participants,
                                             const QString &role, const QStringList &words, CountBase base);
/// Bands of experience on the day of the workshop.
[[nodiscard]] CountTable countExperience(const std::vector<Participant> &participants, const QString &role,
                                         QDate heldOn, CountBase base);
/// Those that count, learners first.
[[nodiscard]] std::vector<Participant> countedParticipants(const std::vector<Participant> &participants,
                                                           Counted counted);

} // namespace tane
