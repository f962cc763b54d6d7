#pragma once

#include "exchange/table.h"
#include "grouping/groupduty.h"
#include "grouping/groupproblem.h"
#include "survey/answersheet.h"

namespace tane {

/// The people of a list who are to be seated, with what the list says of them.
struct WorkshopPeople
{
    struct Person
    {
        QString number, name, kana;
        QStringList cells = {}; ///< by column
        int row = 0;            ///< in the file, one-based
        qint64 participant = 0; ///< of a .tane file; 0 when read from a list
    };
    struct LeftOut
    {
        Person person;
        QString why; ///< "オブザーバー"
    };
    QString file, sheet;
    QStringList columns; ///< names of recognised columns (氏名, 圏域 …), else the head as written
    std::vector<Person> people;
    std::vector<LeftOut> leftOut; ///< observers, lecturers, absent people

    /// A column by its name or head, in any width; -1 when there is none.
    [[nodiscard]] int column(const QString &name) const;
    /// What stands there; empty without the column.
    [[nodiscard]] QString cell(int person, const QString &columnName) const;
    [[nodiscard]] QString cell(int person, int column) const;
    /// A problem with its place.
    [[nodiscard]] Problem problem(int person, int column, const QString &message) const;
};

inline constexpr QStringView kTakingPart(u"参加区分");
inline constexpr QStringView kLastTable(u"前回の班");
inline constexpr QStringView kFixedTable(u"班の指定");

/// Reads the first sheet that has a column 氏名. Columns are found by their heads; who observes, lectures or
/// is absent (参加区分, 出欠, 立場) is left out. Rows that cannot be used become problems: no name, a number
/// twice. Errors: NothingUnderstood when there is no 氏名, or nobody to seat.
[[nodiscard]] Result<WorkshopPeople> readWorkshopPeople(const std::vector<Table> &tables,
                                                        std::vector<Problem> &problems);

/// A coordinator of a municipality is none: only officers are.
[[nodiscard]] bool isMunicipalOfficer(const QString &role);

/// The values of a column for everybody, as an attribute added to the problem; gives its index. Spellings
/// that differ in width only are one; 経験年数 in the four bands; 資格 (and any column of that name) has
/// several. Empty cells have no value.
int addAttribute(GroupProblem &problem, const WorkshopPeople &people, int column);
/// One value: municipal officers by 立場. Gives its index.
int addOfficers(GroupProblem &problem, const WorkshopPeople &people);
[[nodiscard]] std::vector<bool> officersOf(const WorkshopPeople &people);

/// Who moderates and who writes in a group.
struct GroupRoles
{
    int facilitator = -1; ///< 進行
    int scribe = -1;      ///< 書記
    int officers = 0;     ///< municipal officers in the group
};
/// Municipal officers, the longest in this work first; where there are fewer than two, others fill up in the
/// same order. `group`: by person, -1 for nowhere. `wishes`: by person, what the officer decided; it goes
/// before. Empty: nothing.
[[nodiscard]] std::vector<GroupRoles> groupRoles(const WorkshopPeople &people, const std::vector<int> &group,
                                                 int groups, const std::vector<GroupDuty> &wishes = {});

/// How rules and pairs of a stored draft name a participant: by her id, as names may be borne twice. "#12".
[[nodiscard]] QString participantWord(qint64 participant);

} // namespace tane
