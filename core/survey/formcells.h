#pragma once

#include "survey/answerreader.h"
#include "survey/questionnaireform.h"

namespace tane {

/// A head or a label further down than this is not looked for.
inline constexpr int kHeadSearchRows = 60;

/// The answers of a sheet that makeQuestionnaireForm made, and who gave them; see isQuestionnaireForm.
[[nodiscard]] std::vector<FormCell> ownFormCells(const Table &table, const Questionnaire &questionnaire);
/// Is there one that belongs to an item?
[[nodiscard]] bool hasItem(const std::vector<FormCell> &cells);

} // namespace tane
