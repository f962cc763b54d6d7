#pragma once

#include "survey/answerreader.h"
#include "survey/questionnaireform.h"

namespace tane {

/// The answers of a sheet that makeQuestionnaireForm made, and who gave them; see isQuestionnaireForm.
[[nodiscard]] std::vector<FormCell> ownFormCells(const Table &table, const Questionnaire &questionnaire);

} // namespace tane
