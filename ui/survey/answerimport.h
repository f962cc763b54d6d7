#pragma once

#include "shell/backgroundjob.h"
#include "survey/answerreader.h"

#include <memory>

namespace tane {

/// Opens and reads answers in a thread of its own, so that the dialog stays alive. One job at a time: a new
/// one stops the old one, whose result is never delivered.
class AnswerImport : public QObject
{
    Q_OBJECT
public:
    explicit AnswerImport(QObject *parent = nullptr);

    /// Forms of another workshop are left out from now on.
    void setExpected(const FormMark &mark) { m_expected = mark; }
    void open(const QString &path);
    void read(const Questionnaire &questionnaire, Wave wave, const ColumnMappings &mappings);
    void cancel() { m_job.cancel(); }
    [[nodiscard]] bool isBusy() const { return m_job.isBusy(); }

    /// The source as opened; null before.
    [[nodiscard]] const std::shared_ptr<const AnswerSource> &source() const { return m_source; }
    [[nodiscard]] const std::vector<Problem> &sourceProblems() const { return m_sourceProblems; }
    /// The answers as last read; null before, or when that failed.
    [[nodiscard]] const std::shared_ptr<const ReadAnswers> &answers() const { return m_answers; }

Q_SIGNALS:
    void busyChanged(bool busy);
    void progressed(qint64 done, qint64 total);
    void opened();
    void answersRead();
    void failed(const tane::Error &error);

private:
    std::shared_ptr<const AnswerSource> m_source;
    std::optional<FormMark> m_expected;
    std::vector<Problem> m_sourceProblems;
    std::shared_ptr<const ReadAnswers> m_answers;
    BackgroundJob m_job; ///< last: its thread ends before the rest goes
};

} // namespace tane
