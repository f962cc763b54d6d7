// The questionnaire as a workbook to be filled in.
#include "survey/questionnaireform.h"

#include "base/textfold.h"
#include "survey/answersheet.h"
#include "survey/questionnaireparts.h"

namespace tane {

namespace {

using namespace questionnaireparts;
using sheets::body;
using sheets::head;
using sheets::label;

// Widths of the columns and room for an answer, in millimetres.
const std::vector<double> kWidths{16, 92, 74};
constexpr double kLine = 8, kFreeText = 22;

FormTableCell input(double roomMm, const QString &hint, const QStringList &choices = {})
{
    FormTableCell cell = body({}, roomMm);
    cell.input = true;
    cell.hint = hint;
    cell.choices = choices;
    return cell;
}

QStringList optionTexts(const Item &item)
{
    QStringList texts;
    for (const Option &option : item.options)
        texts << optionText(option);
    return texts;
}

/// The person's cells: what is known stands there, the rest is asked.
FormTable personTable(const QuestionnaireFormContext &context, const FormPerson *person)
{
    FormTable table;
    table.widths = {24, 40, 24, 94};
    table.middle = true;
    const auto known = [&](const QString &text, const QString &hint) {
        FormTableCell cell = text.isEmpty() ? input(kLine, hint) : body(text, kLine);
        return cell;
    };
    const FormPerson who = person ? *person : FormPerson();
    FormTableCell role = input(kLine, Texts::tr("一覧から選んでください。"), context.roles);
    role.text = who.role;
    table.rows.push_back(
        {label(fieldName(Field::Number)),
         known(who.number,
               Texts::tr("お知らせした受付番号を書いてください。分からなければ空欄で構いません。")),
         label(fieldName(Field::Name)), known(who.name, Texts::tr("姓と名の間を空けて書いてください。"))});
    FormTableCell affiliation = input(kLine, Texts::tr("お勤め先を書いてください。"));
    affiliation.text = who.affiliation;
    table.rows.push_back(
        {label(fieldName(Field::Role)), role, label(fieldName(Field::Affiliation)), affiliation});
    return table;
}

FormTableCell itemCell(const Item &item, const QString &remark = {})
{
    FormTableCell cell = body(item.text);
    QStringList small{item.note, remark};
    small.removeAll(QString());
    cell.remark = small.join(u'\n');
    return cell;
}

void addOther(FormTable &table)
{
    FormTableCell cell = label(otherHead());
    cell.align = FormTableCell::Align::Right;
    table.rows.push_back(
        {cell, input(kLine, Texts::tr("「その他」を選んだ方は、その内容を書いてください。"))});
}

void addSeveral(FormTable &table, const Item &item)
{
    const int rows = 1 + static_cast<int>(item.options.size()) + (asksForOther(item) ? 1 : 0);
    table.rows.push_back(
        {codeCell(item, rows), itemCell(item), sheets::centred(Texts::tr("あてはまるものすべてに○"))});
    table.rows.back().back().style = FormTableCell::Style::Note;
    for (const Option &option : item.options) {
        FormTableCell answer =
            input(0, Texts::tr("あてはまるときは○を選んでください。"), {QStringLiteral("○")});
        answer.align = FormTableCell::Align::Centre;
        FormTableCell text = body(optionText(option));
        text.align = FormTableCell::Align::Left;
        table.rows.push_back({text, answer});
    }
    if (asksForOther(item))
        addOther(table);
}

void addItem(FormTable &table, const Item &item)
{
    switch (item.type) {
    case AnswerType::Single:
        table.rows.push_back({codeCell(item, asksForOther(item) ? 2 : 1), itemCell(item),
                              input(kLine, Texts::tr("右の▼から1つ選んでください。"), optionTexts(item))});
        if (asksForOther(item))
            addOther(table);
        return;
    case AnswerType::Multiple:
        return addSeveral(table, item);
    case AnswerType::Number:
        table.rows.push_back(
            {codeCell(item), itemCell(item), input(kLine, Texts::tr("数字だけを書いてください。"))});
        return;
    case AnswerType::Text:
        table.rows.push_back({codeCell(item), itemCell(item),
                              input(kFreeText, Texts::tr("自由にお書きください。改行は Alt+Enter です。"))});
        return;
    }
}

FormTable setTable(const ItemSet &set)
{
    FormTable table;
    table.caption = setCaption(set);
    table.widths = kWidths;
    table.middle = true;
    table.headRows = 1;
    table.rows.push_back({head(codeHead()), head(itemHead()), head(answerHead())});
    if (sharesOptions(set)) {
        FormTableCell options =
            body(Texts::tr("選択肢：%1").arg(optionTexts(set.items.front()).join(u'\u3000')), 0, 3);
        options.style = FormTableCell::Style::Note;
        table.rows.push_back({options});
    }
    for (const Item &item : set.items)
        addItem(table, item);
    return table;
}

} // namespace

FormSheet makeQuestionnaireForm(const QuestionnaireFormContext &context, Wave wave, const FormPerson *person)
{
    FormSheet sheet =
        begun(context, wave, Texts::tr("色の付いた欄にお答えください。▼の出る欄は、選択肢から選べます。"));
    sheets::add(sheet, personTable(context, person));
    const Questionnaire asked = askedPart(context.questionnaire, wave, person ? person->role : QString());
    for (const ItemSet &set : asked.sets)
        sheets::add(sheet, setTable(set));
    sheet.locked = true;
    FormMark mark = context.mark;
    mark.wave = wave;
    mark.questionnaire = context.questionnaire.id;
    mark.token = person ? person->token : QString();
    sheet.mark = formMarkText(mark);
    return sheet;
}

} // namespace tane
