#pragma once

#include "survey/answerreader.h"

class QComboBox;

namespace tane {

/// Fills a box with everything a column can mean: not used, something about the person, an item.
void fillColumnChoices(QComboBox *box, const Questionnaire &questionnaire);
void chooseMeaning(QComboBox *box, const ColumnMeaning &meaning);
[[nodiscard]] ColumnMeaning chosenMeaning(const QComboBox *box);
/// "氏名", "設問 Ⅰ-1", "使わない".
[[nodiscard]] QString meaningName(const ColumnMeaning &meaning, const Questionnaire &questionnaire);

} // namespace tane
