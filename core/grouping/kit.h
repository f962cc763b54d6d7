#pragma once

#include "grouping/groupdraft.h"
#include "participants/participant.h"
#include "programme/timetable.h"

namespace tane {

/// Somebody as the printed kit shows her.
struct KitPerson
{
    qint64 participant = 0;
    QString number; ///< 受付番号
    QString name, kana;
    QString role;  ///< 立場; of lecturers, advisers, observers and audience what they are
    QString place; ///< 所属, else the centre or the municipality
    QString title; ///< 役職
    QString municipality;
    Participant::Part part = Participant::Part::Learner;
    bool online = false;
    int group = 0; ///< from 1; 0: sits in no group
    bool facilitator = false, scribe = false;
    bool changed = true; ///< her group is not the one that was printed last
};

struct KitGroup
{
    int number = 1;
    QString title;                  ///< "3班", or a name of its own
    std::vector<KitPerson> members; ///< 進行, 書記, then by kana
    [[nodiscard]] const KitPerson *facilitator() const;
    [[nodiscard]] const KitPerson *scribe() const;
};

/// Everything the printed kit of a workshop is made from, as values.
struct Kit
{
    Workshop workshop;
    QString prefecture;
    QString programme;
    Timetable timetable;
    qint64 draft = 0; ///< of the groups in use; 0: there are none
    std::vector<KitGroup> groups;
    /// Who comes but sits in no group: lecturers, observers … and, without groups, everybody.
    std::vector<KitPerson> others;

    [[nodiscard]] bool hasGroups() const { return !groups.empty(); }
    /// All of them by kana.
    [[nodiscard]] std::vector<KitPerson> everybody() const;
    [[nodiscard]] int seated() const;
};

/// Reads the kit of a workshop: who is expected on the day (accepted, walked in, not absent), the groups in
/// use with 進行 and 書記 as the draft says or the rule of groupRoles names them, the timetable. NotFound: no
/// such workshop.
[[nodiscard]] Result<Kit> loadKit(Document &document, qint64 workshop);

/// Notes on the seats of the draft in use that these people's groups are printed now. One undo step; nothing
/// when all were.
[[nodiscard]] Result<> markPrinted(Document &document, const Kit &kit, const std::vector<qint64> &people);

/// Before in the order of Japanese lists: by kana without voicing marks and small letters, then with them.
[[nodiscard]] bool kanaLess(const QString &left, const QString &right);
/// "あ", "か" … "わ": the row of the syllabary a reading begins with; "他" for anything else.
[[nodiscard]] QString kanaRow(const QString &kana);

} // namespace tane
