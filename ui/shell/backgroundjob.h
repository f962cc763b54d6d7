#pragma once

#include "base/progress.h"

#include <QObject>

#include <functional>
#include <thread>

namespace tane {

/// Long work in a thread of its own, so that the window stays alive. One job at a time: a new one asks the
/// old one to stop, whose result is never delivered, and begins when that has ended.
class BackgroundJob : public QObject
{
    Q_OBJECT
public:
    /// What is done in the window's thread with what the work found.
    using Finish = std::function<void()>;
    /// Runs in the thread; asks `progress` now and then and ends soon when it says so.
    using Work = std::function<Finish(const Progress &progress)>;

    explicit BackgroundJob(QObject *parent = nullptr);
    ~BackgroundJob() override;

    /// Comes back at once, also when the old job takes its time to end.
    void start(Work work);
    /// Waits for the end of what runs.
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(qint64 done, qint64 total);

private:
    void launch(Work work);
    void ended(quint64 job, const Finish &finish);
    void setBusy(bool busy);

    quint64 m_job = 0;     ///< whose result is wanted
    quint64 m_running = 0; ///< whose thread runs; 0: none
    Work m_next;           ///< waits for that one's end
    bool m_busy = false;
    std::jthread m_thread; ///< last: it is joined before the rest goes
};

} // namespace tane
