#pragma once

#include "storage/document.h"
#include "survey/answerreader.h"
#include "survey/change.h"

#include <QDateTime>

namespace tane {

/// One reading of a file or folder into the document.
struct ImportInfo
{
    qint64 id = 0;
    qint64 workshop = 0;
    Wave wave = Wave::Before;
    QString source; ///< file or folder name, without its path
    QDateTime importedAt;
    int responses = 0;
    int problems = 0;
};

/// Answers that were imported before, the same in every field, mark and text.
struct RepeatedAnswers
{
    std::optional<ImportInfo> whole; ///< an import with exactly these people in this order
    int people = 0; ///< named or numbered people whose same answers are stored, in whichever import
};

/// Questionnaires, answers, decisions and remembered columns of the document.
class SurveyRepository
{
public:
    explicit SurveyRepository(Document &document)
        : m_document(document)
    {
    }

    /// Stores a questionnaire (sets, items, options as rows) and gives its id. The same definition twice
    /// gives the same id.
    [[nodiscard]] Result<qint64> addQuestionnaire(const Questionnaire &questionnaire);
    /// Errors: NotFound.
    [[nodiscard]] Result<Questionnaire> questionnaire(qint64 id);
    /// The id of a stored questionnaire that is the same in every word; nothing when there is none.
    [[nodiscard]] Result<std::optional<qint64>> findQuestionnaire(const Questionnaire &questionnaire);

    /// Stores what was read, with its problems, as one import that can be undone. Large ones go through
    /// performBulk, and then their undoing cannot be redone. Errors: Cancelled when `progress` says so,
    /// Conflict when the items are not those of the questionnaire.
    [[nodiscard]] Result<qint64> importAnswers(qint64 workshop, qint64 questionnaire,
                                               const ReadAnswers &answers, const QString &sourceName,
                                               const Progress &progress = {});
    /// What of `answers` is stored already for that wave: importing it again would make people look as if
    /// they had answered twice.
    [[nodiscard]] Result<RepeatedAnswers> repeatedAnswers(qint64 workshop, const Questionnaire &questionnaire,
                                                          const ReadAnswers &answers);
    [[nodiscard]] Result<std::vector<ImportInfo>> imports(qint64 workshop);
    [[nodiscard]] Result<std::vector<Problem>> problems(qint64 import);
    [[nodiscard]] Result<> removeImport(qint64 import);

    /// All responses of a wave, in the order they were read; AnswerSheet::id is the response id. Answers are
    /// joined to the items of `questionnaire` by code, so that a corrected version of it still shows what was
    /// answered to the former one.
    [[nodiscard]] Result<AnswerSheet> answers(qint64 workshop, const Questionnaire &questionnaire, Wave wave);

    [[nodiscard]] Result<std::vector<LinkDecision>> decisions(qint64 workshop);
    /// Keys are response ids as text; one that is no response of this workshop gives NotFound. For a choice
    /// among double answers `after` (or `before`) is empty. A decision about the same keys replaces the
    /// earlier one.
    [[nodiscard]] Result<> saveDecision(qint64 workshop, const LinkDecision &decision, const QString &label);
    [[nodiscard]] Result<> removeDecision(qint64 workshop, const LinkDecision &decision,
                                          const QString &label);
    /// Rule for those who answered twice.
    [[nodiscard]] Result<LinkOptions::Twice> twiceRule(qint64 workshop);
    [[nodiscard]] Result<> setTwiceRule(qint64 workshop, LinkOptions::Twice rule);

    [[nodiscard]] Result<ColumnMappings> columnMappings(const Questionnaire &questionnaire);
    [[nodiscard]] Result<> rememberMappings(const Questionnaire &questionnaire,
                                            const ColumnMappings &mappings);

    /// The officer's own wording of a reading; empty when she left the draft.
    [[nodiscard]] Result<QString> reading(qint64 workshop, const QString &itemCode, const QString &group);
    [[nodiscard]] Result<> saveReading(qint64 workshop, const QString &itemCode, const QString &group,
                                       const QString &text);

private:
    Document &m_document;
};

/// Everything the pages about one workshop show, loaded and computed in one go.
struct SurveyState
{
    Questionnaire questionnaire;
    AnswerSheet before, after;
    LinkOptions options;
    Linking linking;
    ChangeAnalysis analysis;
    int problems = 0;
};
[[nodiscard]] Result<SurveyState> loadSurveyState(Document &document, qint64 workshop, GroupBy groupBy);

} // namespace tane
