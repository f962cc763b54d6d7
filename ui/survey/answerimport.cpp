#include "survey/answerimport.h"

#include <QElapsedTimer>

#include <utility>

namespace tane {

namespace {

constexpr qint64 kProgressEvery = 40; // ms

} // namespace

AnswerImport::AnswerImport(QObject *parent)
    : QObject(parent)
{
}

AnswerImport::~AnswerImport()
{
    cancel();
}

// `work` runs in the thread and gives what has to be done here afterwards; it is dropped when another job was
// begun meanwhile.
template<class Work>
void AnswerImport::start(Work work)
{
    cancel();
    const quint64 job = ++m_job;
    setBusy(true);
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
        auto finish = work(progress);
        QMetaObject::invokeMethod(
            this,
            [this, job, finish = std::move(finish)] {
                if (job != m_job)
                    return;
                setBusy(false);
                finish();
            },
            Qt::QueuedConnection);
    });
}

void AnswerImport::open(const QString &path)
{
    m_source.reset();
    m_answers.reset();
    m_sourceProblems.clear();
    start([this, path](const Progress &progress) -> std::function<void()> {
        auto problems = std::make_shared<std::vector<Problem>>();
        auto source = std::make_shared<Result<AnswerSource>>(openAnswerSource(path, *problems, progress));
        return [this, problems, source] {
            m_sourceProblems = std::move(*problems);
            if (!*source)
                return Q_EMIT failed(source->error());
            (*source)->expected = m_expected;
            m_source = std::make_shared<const AnswerSource>(std::move(**source));
            Q_EMIT opened();
        };
    });
}

void AnswerImport::read(const Questionnaire &questionnaire, Wave wave, const ColumnMappings &mappings)
{
    m_answers.reset();
    if (!m_source)
        return;
    start([this, source = m_source, questionnaire, wave,
           mappings](const Progress &progress) -> std::function<void()> {
        auto answers = std::make_shared<Result<ReadAnswers>>(
            readAnswers(*source, questionnaire, wave, mappings, {}, progress));
        return [this, answers] {
            if (!*answers)
                return Q_EMIT failed(answers->error());
            m_answers = std::make_shared<const ReadAnswers>(std::move(**answers));
            Q_EMIT answersRead();
        };
    });
}

void AnswerImport::cancel()
{
    if (m_thread.joinable()) {
        m_thread.request_stop();
        m_thread.join();
    }
    ++m_job;
    setBusy(false);
}

void AnswerImport::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged(busy);
}

} // namespace tane
