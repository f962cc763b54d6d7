#pragma once

#include "participants/participant.h"

namespace tane {

/// Is she expected on the day: accepted in any part, or there without having applied?
[[nodiscard]] bool isExpected(const Participant &participant);

/// Those expected of one role (or of all), by what is known on the day.
struct AttendanceCount
{
    QString label;   ///< the role; empty for all
    int present = 0; ///< 出席 and 遅刻
    int late = 0;    ///< of these, 遅刻
    int open = 0;    ///< 未確認
    int absent = 0;  ///< 欠席
    [[nodiscard]] int expected() const { return present + open + absent; }
};
[[nodiscard]] AttendanceCount countAttendance(const std::vector<Participant> &people);
/// By role, in the order the roles first appear; those without one last. People who take no part in the
/// learning (lecturers, observers …) are counted by their part instead.
[[nodiscard]] std::vector<AttendanceCount> attendanceByRole(const std::vector<Participant> &people);

/// Where the people are whose number, name or kana fits what is typed, best first: the very number, then
/// what begins with it, then what contains it; of equals those expected before the others. Empty text: all
/// who are expected, by kana.
[[nodiscard]] std::vector<int> findAttendees(const std::vector<Participant> &people, const QString &text);

/// Notes that somebody came, came late or stays away; Open takes it back. Whoever comes without a place
/// (waiting, cancelled …) is accepted with it, or is a walk-in where she was only invited. One undo step.
[[nodiscard]] Result<> setAttendance(Document &document, qint64 participant,
                                     Participant::Attendance attendance);
/// What a walk-in is stored as: present, accepted, without having applied.
[[nodiscard]] Participant walkInFrom(Participant participant, QDate today);

} // namespace tane
