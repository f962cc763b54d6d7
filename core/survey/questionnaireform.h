#pragma once

#include "exchange/formsheet.h"
#include "survey/formmark.h"

#include <QDate>

namespace tane {

/// Who a form is for; everything may be empty.
struct FormPerson
{
    QString number, name, role, affiliation, token;
};

/// What a questionnaire form is made from.
struct QuestionnaireFormContext
{
    Questionnaire questionnaire;
    FormMark mark; ///< of which file and workshop, without wave and token
    QString prefecture;
    QString workshopTitle;
    QDate heldOn;      ///< may be invalid
    QDate answerBy;    ///< may be invalid
    QStringList roles; ///< drop-down of 立場
};

/// 研修前アンケート as a workbook to be filled in: drop-downs, hints, required items marked, protected but
/// for the answers, with a hidden identification; fits A4. With a person only what her role is asked, and her
/// number and name filled in.
[[nodiscard]] FormSheet makeQuestionnaireForm(const QuestionnaireFormContext &context, Wave wave,
                                              const FormPerson *person = nullptr);
/// The same to be filled in by hand: boxes to tick and room to write. `role`: what this role is asked; empty
/// for one that serves all, with a note who need not answer.
[[nodiscard]] FormSheet makeQuestionnairePaper(const QuestionnaireFormContext &context, Wave wave,
                                               const FormPerson *person = nullptr, const QString &role = {});

/// Is it a sheet that makeQuestionnaireForm made, wherever its rows and columns have moved?
[[nodiscard]] bool isQuestionnaireForm(const Table &table);

} // namespace tane
