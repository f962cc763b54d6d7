#pragma once

#include "participants/participant.h"
#include "survey/answerreader.h"
#include "survey/questionnaireform.h"

namespace tane {

/// What the questionnaire forms of a workshop are made from. NothingUnderstood: it has no questionnaire.
[[nodiscard]] Result<QuestionnaireFormContext> questionnaireFormContext(Document &document, qint64 workshop);
/// The same for a questionnaire that the workshop may come to ask.
[[nodiscard]] Result<QuestionnaireFormContext> questionnaireFormContext(Document &document, qint64 workshop,
                                                                        const Questionnaire &questionnaire);
/// A participant as a form names her.
[[nodiscard]] FormPerson formPerson(const Participant &participant);

/// The questionnaire of a wave as a workbook; without a participant a blank one. (The paper version is
/// makeQuestionnairePaper, written by writeFormPdf.) Errors: NothingUnderstood when the wave asks nothing;
/// CannotWrite.
[[nodiscard]] Result<> writeQuestionnaireForm(Document &document, qint64 workshop, Wave wave,
                                              const QString &path, const Participant *participant = nullptr);
/// One for each of these participants, into a folder, named by number or place in the list
/// ("研修前アンケート-012.xlsx"); with the name behind it only when asked for. People without a token get one
/// (one undo step). Gives how many.
[[nodiscard]] Result<int> writeQuestionnaireForms(Document &document, qint64 workshop, Wave wave,
                                                  const QString &folder,
                                                  const std::vector<qint64> &participants,
                                                  bool withNames = false);

/// Joins the answers of an import that came on somebody's own form to her, where the name or number written
/// in it is hers or was left: a copied sheet may be another person's. Called after importAnswers with what
/// it stored, inside the same perform(). Gives how many were joined.
[[nodiscard]] Result<int> joinFormAnswers(Document &document, qint64 workshop, qint64 import,
                                          const ReadAnswers &answers);

} // namespace tane
