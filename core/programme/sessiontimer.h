#pragma once

#include "programme/timetable.h"

#include <QDateTime>

namespace tane {

/// A stretch of the day that is counted down.
struct SessionPart
{
    QString title; ///< 項目: "テーマ１"
    QString text;  ///< 内容
    int minutes = 0;
    QTime planned; ///< when it begins by the timetable; invalid without one
    int row = -1;  ///< of the timetable; -1: none
};

/// Counts down one part of a workshop after the other. Nothing here reads a clock: whoever calls says what
/// time it is. A part that is over goes on counting beyond its end until the next one is begun, as talks do.
class SessionTimer
{
public:
    explicit SessionTimer(std::vector<SessionPart> parts = {});
    /// The rows of a timetable that take time.
    [[nodiscard]] static SessionTimer of(const Timetable &timetable);

    [[nodiscard]] const std::vector<SessionPart> &parts() const { return m_parts; }
    [[nodiscard]] int current() const { return m_current; } ///< index; -1: there are no parts
    [[nodiscard]] const SessionPart *part() const;
    [[nodiscard]] const SessionPart *next() const; ///< null after the last one
    [[nodiscard]] bool isRunning() const { return m_startedAt.isValid(); }

    /// Begins a part from its start, and runs.
    void begin(int part, const QDateTime &now);
    void pause(const QDateTime &now);
    void resume(const QDateTime &now);
    /// Makes the current part longer or shorter; never shorter than what has passed.
    void addMinutes(int minutes, const QDateTime &now);
    void skip(const QDateTime &now); ///< to the next part; nothing after the last
    void back(const QDateTime &now); ///< to the start of this part in its first seconds to the one before

    /// Seconds left, rounded up; negative when it is over.
    [[nodiscard]] int secondsLeft(const QDateTime &now) const;
    [[nodiscard]] int seconds() const { return m_seconds; } ///< of the current part, added minutes included
    /// 0 at the start of the part, 1 at its end and after.
    [[nodiscard]] double progress(const QDateTime &now) const;
    /// Minutes the current part will end later than planned if nothing more is changed; 0 without a plan.
    [[nodiscard]] int minutesLate(const QDateTime &now) const;

    enum class Phase { Running, Near, Over };
    /// Near: five minutes or a fifth of the part are left, whichever is less.
    [[nodiscard]] Phase phase(const QDateTime &now) const;

    /// The part that the timetable has at a time of day: the last one begun; 0 before the first.
    [[nodiscard]] int plannedAt(QTime time) const;

private:
    [[nodiscard]] qint64 passed(const QDateTime &now) const; ///< milliseconds

    std::vector<SessionPart> m_parts;
    int m_current = -1;
    int m_seconds = 0;
    qint64 m_before = 0; ///< milliseconds that passed before it was last started
    QDateTime m_startedAt;
};

/// "12:05", "1:02:05" from an hour on; without a sign.
[[nodiscard]] QString timerText(int seconds);

} // namespace tane
