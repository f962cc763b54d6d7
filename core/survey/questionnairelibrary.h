#pragma once

#include "storage/document.h"
#include "survey/questionnaire.h"

namespace tane {

/// A questionnaire of the file.
struct StoredQuestionnaire
{
    qint64 id = 0;
    QString code;
    QString title;
    qint64 replaces = 0;           ///< the version it was made from; 0: none
    int version = 1;               ///< 2 for one that replaces a first one
    int responses = 0;             ///< people who answered this version
    std::vector<qint64> workshops; ///< that ask it
    bool builtIn = false;          ///< the same in every word as one of the built-in ones
    [[nodiscard]] bool isEditable() const { return responses == 0 && !builtIn; }
};

/// The questionnaires of a file, and what the officer does to them. One that was answered is never changed:
/// a new version takes its place for a workshop, and the answers stay with the one they were given to.
class QuestionnaireLibrary
{
public:
    explicit QuestionnaireLibrary(Document &document)
        : m_document(document)
    {
    }

    /// In the order they were made.
    [[nodiscard]] Result<std::vector<StoredQuestionnaire>> all();
    [[nodiscard]] Result<StoredQuestionnaire> find(qint64 id);

    /// Adds a questionnaire of its own: gets another id when one of the file or a built-in one has it. Gives
    /// the row.
    [[nodiscard]] Result<qint64> add(Questionnaire questionnaire, const QString &label);
    /// A new version of `id`, with its items and under its code, to be changed.
    [[nodiscard]] Result<qint64> addVersion(qint64 id, const QString &label);
    /// Changes all of it. Items of the same code stay the same rows, so that goals that are measured by them
    /// still are. Errors: Conflict when it was answered.
    [[nodiscard]] Result<> save(qint64 id, const Questionnaire &questionnaire, const QString &label);
    /// Errors: Conflict when it was answered or a workshop asks it.
    [[nodiscard]] Result<> remove(qint64 id);

    /// The workshop asks this one from now on (0: none). What the officer wrote about items, and the goals
    /// that are measured by them, follow to the items of the same code.
    [[nodiscard]] Result<> assign(qint64 workshop, qint64 questionnaire);

private:
    Document &m_document;
};

} // namespace tane
