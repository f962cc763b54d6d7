#include "shell/backgroundjob.h"

#include <QElapsedTimer>

#include <utility>

namespace tane {

namespace {

constexpr qint64 kProgressEvery = 40; // ms

} // namespace

BackgroundJob::BackgroundJob(QObject *parent)
    : QObject(parent)
{
}

BackgroundJob::~BackgroundJob()
{
    cancel();
}

void BackgroundJob::start(Work work)
{
    ++m_job;
    setBusy(true);
    if (m_running == 0)
        return launch(std::move(work));
    m_thread.request_stop();
    m_next = std::move(work);
}

void BackgroundJob::launch(Work work)
{
    const quint64 job = m_running = m_job;
    m_thread = std::jthread([this, job, work = std::move(work)](const std::stop_token &stop) {
        QElapsedTimer sinceReport;
        sinceReport.start();
        const Progress progress = [this, job, &stop, &sinceReport](long long done, long long total) {
            if (sinceReport.elapsed() >= kProgressEvery) {
                sinceReport.restart();
                QMetaObject::invokeMethod(
                    this,
                    [this, job, done, total] {
                        if (job == m_job)
                            Q_EMIT progressed(done, total);
                    },
                    Qt::QueuedConnection);
            }
            return !stop.stop_requested();
        };
        Finish finish = work(progress);
        QMetaObject::invokeMethod(
            this, [this, job, finish = std::move(finish)] { ended(job, finish); }, Qt::QueuedConnection);
    });
}

void BackgroundJob::ended(quint64 job, const Finish &finish)
{
    if (job != m_running) // cancelled, and its thread joined, before this was delivered
        return;
    m_running = 0;
    if (m_next)
        return launch(std::exchange(m_next, {}));
    if (job != m_job)
        return;
    setBusy(false);
    finish();
}

void BackgroundJob::cancel()
{
    m_next = {};
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    m_running = 0;
    ++m_job;
    setBusy(false);
}

void BackgroundJob::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged(busy);
}

} // namespace tane
