#include "survey/answerimport.h"

namespace tane {

AnswerImport::AnswerImport(QObject *parent)
    : QObject(parent)
{
    connect(&m_job, &BackgroundJob::busyChanged, this, &AnswerImport::busyChanged);
    connect(&m_job, &BackgroundJob::progressed, this, &AnswerImport::progressed);
}

void AnswerImport::open(const QString &path)
{
    m_source.reset();
    m_answers.reset();
    m_sourceProblems.clear();
    m_job.start([this, path](const Progress &progress) -> BackgroundJob::Finish {
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
    m_job.start([this, source = m_source, questionnaire, wave,
                 mappings](const Progress &progress) -> BackgroundJob::Finish {
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

} // namespace tane
