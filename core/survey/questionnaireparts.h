#pragma once

// Private to the questionnaire forms: what the workbook and the paper share.

#include "programme/sheetparts.h"
#include "survey/questionnaireform.h"

namespace tane::questionnaireparts {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::QuestionnaireForm)
};

// Heads of the list of items; the workbook is read by them.
[[nodiscard]] QString codeHead();
[[nodiscard]] QString itemHead();
[[nodiscard]] QString answerHead();
/// "その他の内容": where what "その他" is can be written.
[[nodiscard]] QString otherHead();
/// The sign of an item that has to be answered.
[[nodiscard]] QString requiredSign();

/// "研修前アンケート".
[[nodiscard]] QString formTitle(Wave wave);
/// Title, subtitle, footer, lead and until when; `how` says how to fill it in.
[[nodiscard]] FormSheet begun(const QuestionnaireFormContext &context, Wave wave, const QString &how);
/// "a.常にそのようにできている".
[[nodiscard]] QString optionText(const Option &option);
/// "Ⅰ　地域課題の検討に…"; the code alone is no title.
[[nodiscard]] QString setCaption(const ItemSet &set);
/// The number, with 必須 below it.
[[nodiscard]] FormTableCell codeCell(const Item &item, int rowSpan = 1);
/// Does it have an option that wants a word of one's own?
[[nodiscard]] bool asksForOther(const Item &item);
/// All items take one mark out of the same options.
[[nodiscard]] bool sharesOptions(const ItemSet &set);

} // namespace tane::questionnaireparts
