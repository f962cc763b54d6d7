#include "programme/sessiontimer.h"

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

constexpr int kNearSeconds = 5 * 60, kNearShare = 5;
constexpr int kMinute = 60;
constexpr qint64 kSecond = 1000;
// Who goes back this early means the part before.
constexpr qint64 kJustBegun = 5 * kSecond;

} // namespace

SessionTimer::SessionTimer(std::vector<SessionPart> parts)
    : m_parts(std::move(parts))
    , m_current(m_parts.empty() ? -1 : 0)
    , m_seconds(m_parts.empty() ? 0 : m_parts.front().minutes * kMinute)
{
}

SessionTimer SessionTimer::of(const Timetable &timetable)
{
    std::vector<SessionPart> parts;
    for (std::size_t i = 0; i < timetable.rows.size(); ++i) {
        const Timetable::Row &row = timetable.rows[i];
        if (row.row.minutes > 0)
            parts.push_back(
                {row.row.title, row.row.content, row.row.minutes, row.start, static_cast<int>(i)});
    }
    return SessionTimer(std::move(parts));
}

const SessionPart *SessionTimer::part() const
{
    return m_current < 0 ? nullptr : &m_parts[static_cast<std::size_t>(m_current)];
}

const SessionPart *SessionTimer::next() const
{
    const auto after = static_cast<std::size_t>(m_current + 1);
    return m_current < 0 || after >= m_parts.size() ? nullptr : &m_parts[after];
}

void SessionTimer::begin(int part, const QDateTime &now)
{
    if (m_parts.empty())
        return;
    m_current = std::clamp(part, 0, static_cast<int>(m_parts.size()) - 1);
    m_seconds = m_parts[static_cast<std::size_t>(m_current)].minutes * kMinute;
    m_before = 0;
    m_startedAt = now;
}

void SessionTimer::pause(const QDateTime &now)
{
    m_before = passed(now);
    m_startedAt = {};
}

void SessionTimer::resume(const QDateTime &now)
{
    if (m_current >= 0 && !isRunning())
        m_startedAt = now;
}

void SessionTimer::addMinutes(int minutes, const QDateTime &now)
{
    if (m_current < 0)
        return;
    const auto gone = static_cast<int>(passed(now) / kSecond);
    m_seconds = std::max(m_seconds + minutes * kMinute, minutes < 0 ? std::min(gone, m_seconds) : 0);
}

void SessionTimer::skip(const QDateTime &now)
{
    if (next() != nullptr)
        begin(m_current + 1, now);
}

void SessionTimer::back(const QDateTime &now)
{
    begin(passed(now) <= kJustBegun ? m_current - 1 : m_current, now);
}

qint64 SessionTimer::passed(const QDateTime &now) const
{
    // A clock that is set back does not give time back.
    return m_before + (isRunning() ? std::max<qint64>(0, m_startedAt.msecsTo(now)) : 0);
}

int SessionTimer::secondsLeft(const QDateTime &now) const
{
    return static_cast<int>(
        std::ceil(static_cast<double>(m_seconds * kSecond - passed(now)) / static_cast<double>(kSecond)));
}

double SessionTimer::progress(const QDateTime &now) const
{
    return m_seconds == 0
               ? 1
               : std::clamp(static_cast<double>(passed(now)) / static_cast<double>(m_seconds * kSecond), 0.0,
                            1.0);
}

int SessionTimer::minutesLate(const QDateTime &now) const
{
    const SessionPart *current = part();
    if (current == nullptr || !current->planned.isValid())
        return 0;
    const QTime plannedEnd = current->planned.addSecs(current->minutes * kMinute);
    const QDateTime end = now.addSecs(std::max(0, secondsLeft(now)));
    return static_cast<int>(std::lround(plannedEnd.secsTo(end.time()) / static_cast<double>(kMinute)));
}

SessionTimer::Phase SessionTimer::phase(const QDateTime &now) const
{
    const int left = secondsLeft(now);
    if (left <= 0)
        return Phase::Over;
    return left <= std::min(kNearSeconds, m_seconds / kNearShare) ? Phase::Near : Phase::Running;
}

int SessionTimer::plannedAt(QTime time) const
{
    int found = 0;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        if (m_parts[i].planned.isValid() && m_parts[i].planned <= time)
            found = static_cast<int>(i);
    return found;
}

QString timerText(int seconds)
{
    const int all = std::abs(seconds), hours = all / 3600, minutes = all / kMinute % 60, rest = all % kMinute;
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    return hours > 0 ? QStringLiteral("%1:%2:%3").arg(QString::number(hours), two(minutes), two(rest))
                     : QStringLiteral("%1:%2").arg(QString::number(minutes), two(rest));
}

} // namespace tane
