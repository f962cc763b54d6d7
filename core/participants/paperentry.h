#pragma once

#include "participants/participant.h"
#include "survey/answersheet.h"

#include <QSet>

namespace tane {

/// What somebody ticked and wrote on paper, by item of Questionnaire::items().
struct PaperAnswer
{
    struct Of
    {
        Mark mark = kUnanswered;
        QList<Mark> several;
        QString text;
        [[nodiscard]] bool isEmpty() const
        {
            return mark == kUnanswered && several.isEmpty() && text.isEmpty();
        }
        friend bool operator==(const Of &, const Of &) = default;
    };
    qint64 participant = 0; ///< 0: without a name
    QString role;           ///< of somebody without a name, where it is known
    std::vector<Of> items;
    [[nodiscard]] bool isEmpty() const;
    friend bool operator==(const PaperAnswer &, const PaperAnswer &) = default;
};

/// The source that typed answers have among the imports.
[[nodiscard]] QString paperSource();

/// Stores an answer typed from paper, joined to its participant; all of one wave are one import. One undo
/// step. NothingUnderstood: nothing was answered; NotFound: the workshop has no questionnaire.
[[nodiscard]] Result<> storePaperAnswer(Document &document, qint64 workshop, Wave wave,
                                        const PaperAnswer &answer);
/// Puts another answer in the place of what was typed for the same participant before. One undo step.
[[nodiscard]] Result<> replacePaperAnswer(Document &document, qint64 workshop, Wave wave,
                                          const PaperAnswer &answer);

/// What was typed from paper, or came otherwise, of a wave.
struct PaperState
{
    QHash<qint64, PaperAnswer> typed; ///< by participant
    QSet<qint64> answered;            ///< participants who answered, in whichever way
    QSet<qint64> maybe;               ///< whose answers are proposed, but not sure to be theirs
    int nameless = 0;                 ///< typed without a name
};
[[nodiscard]] Result<PaperState> paperState(Document &document, qint64 workshop,
                                            const Questionnaire &questionnaire, Wave wave);

/// The items in which two answers differ.
[[nodiscard]] std::vector<int> differences(const PaperAnswer &first, const PaperAnswer &second);

} // namespace tane
