#pragma once

#include "survey/answersheet.h"

namespace tane {

/// For each former option the position of the same option among the new ones; kNotUnderstood for those that
/// are gone. The same is what has the same text, or, reworded, the same code.
[[nodiscard]] QList<Mark> marksNow(const std::vector<Option> &before, const std::vector<Option> &now);

/// What a change of a questionnaire means for answers that were given to the former one.
struct QuestionnaireChange
{
    enum class Kind {
        ItemGone,     ///< answers are kept aside, nothing shows them any more
        OptionGone,   ///< who marked it counts as unanswered
        TypeChanged,  ///< marks and texts can no longer be compared
        WaveGone,     ///< no longer asked before or after: no pairs
        OrderChanged, ///< options in another order: up and down mean something else
        OptionReworded,
        OptionNew,
        Reworded, ///< compared as the same item
        ItemNew
    };
    Kind kind;
    QString item;   ///< code
    QString detail; ///< the option's or the former wording
    /// Can something no longer be compared because of it?
    [[nodiscard]] bool breaks() const { return kind <= Kind::OrderChanged; }
    friend bool operator==(const QuestionnaireChange &, const QuestionnaireChange &) = default;
};
/// In the order of the former items, new ones last.
[[nodiscard]] std::vector<QuestionnaireChange> questionnaireChanges(const Questionnaire &before,
                                                                    const Questionnaire &now);
/// One sentence for the officer.
[[nodiscard]] QString changeText(const QuestionnaireChange &change);
/// The same looked back on, from one year's questionnaire to the next:
/// "Ⅱ-3：文が変わりました（前は「…」）。…"
[[nodiscard]] QString pastChangeText(const QuestionnaireChange &change);

/// The former wordings of reworded items become aliases, so that files headed by them are still understood.
void keepFormerWordings(const Questionnaire &before, Questionnaire &now);

} // namespace tane
