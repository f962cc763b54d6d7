#pragma once

#include "exchange/formsheet.h"
#include "exchange/reportdocument.h"
#include "participants/letters.h"
#include "survey/answersheet.h"

#include <variant>

namespace tane {

/// Lists and handouts about the people of a workshop.
enum class ParticipantList {
    RosterKana,         ///< 参加者名簿（五十音順）
    RosterMunicipality, ///< 参加者名簿（市町村別）
    Questions,          ///< 知りたいこと・質問, for the lecturers
    BeforeSummary       ///< 事前アンケートのまとめ, a handout
};
[[nodiscard]] const std::vector<ParticipantList> &allParticipantLists();
/// As the command line and the file call it: "roster-kana".
[[nodiscard]] QString listCode(ParticipantList list);
[[nodiscard]] QString listTitle(ParticipantList list);
/// One sentence for the officer.
[[nodiscard]] QString listPurpose(ParticipantList list);
[[nodiscard]] std::optional<ParticipantList> participantListOf(const QString &code);
/// What can be chosen about it: flags and a note.
[[nodiscard]] std::vector<LetterField> listFields(const LetterSource &source, ParticipantList list);

/// Who takes part (accepted or walked in), learners first by kana or by municipality, lecturers and observers
/// at the end.
[[nodiscard]] FormSheet makeRoster(const LetterSource &source, ParticipantList list);
/// What applicants want to know, without names unless the field says so. Who was declined or withdrew is left
/// out.
[[nodiscard]] FormSheet makeQuestionList(const LetterSource &source);

/// The answers before a workshop.
struct BeforeAnswerSet
{
    Questionnaire questionnaire;
    AnswerSheet answers;
};
/// Nothing when the workshop has no questionnaire.
[[nodiscard]] Result<std::optional<BeforeAnswerSet>> loadBeforeAnswers(Document &document,
                                                                       const Workshop &workshop);
/// A free text that may be put into the handout.
struct FreeTextAnswer
{
    QString key; ///< of the answer, as the field "texts" lists the chosen ones, divided by line feeds
    QString item, role, text;
};
[[nodiscard]] std::vector<FreeTextAnswer> freeTextsOf(const BeforeAnswerSet &set);
/// Distribution of every item by role, with counts and bases. Roles of fewer than five people are in 全体
/// only: in a handout, a single answer could be told whose it is. Of the free texts those chosen in the field
/// "texts", without names.
[[nodiscard]] ReportDocument makeBeforeSummary(const LetterSource &source, const BeforeAnswerSet &set);

/// What a list is as content.
using ListContent = std::variant<FormSheet, ReportDocument>;
/// NothingUnderstood: a summary, and there are no answers yet.
[[nodiscard]] Result<ListContent> makeParticipantList(Document &document, const LetterSource &source,
                                                      ParticipantList list);

} // namespace tane
