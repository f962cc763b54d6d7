#include "survey/questionnaireparts.h"

#include "base/fiscalyear.h"
#include "base/textfold.h"

#include <algorithm>

namespace tane::questionnaireparts {

QString codeHead()
{
    return Texts::tr("番号");
}

QString itemHead()
{
    return Texts::tr("設問");
}

QString answerHead()
{
    return Texts::tr("回答");
}

QString otherHead()
{
    return Texts::tr("その他の内容");
}

QString requiredSign()
{
    return Texts::tr("必須");
}

QString formTitle(Wave wave)
{
    switch (wave) {
    case Wave::Before:
        return Texts::tr("研修前アンケート");
    case Wave::After:
        return Texts::tr("研修後アンケート");
    case Wave::FollowUp:
        return Texts::tr("2～3か月後アンケート");
    }
    return {};
}

FormSheet begun(const QuestionnaireFormContext &context, Wave wave, const QString &how)
{
    FormSheet sheet;
    sheet.title = formTitle(wave);
    sheet.name = sheet.title;
    QStringList subtitle{
        context.prefecture, context.workshopTitle,
        context.heldOn.isValid() ? Texts::tr("%1開催").arg(eraDateWithWeekday(context.heldOn)) : QString()};
    subtitle.removeAll(QString());
    sheet.subtitle = subtitle.join(u'\u3000');
    sheet.footer = subtitle.value(context.prefecture.isEmpty() ? 0 : 1);
    if (!context.questionnaire.lead.isEmpty())
        sheets::add(sheet, FormParagraph::Style::Body, context.questionnaire.lead);
    QStringList notes{how};
    const Questionnaire asked = askedPart(context.questionnaire, wave);
    if (std::ranges::any_of(asked.items(), [](const auto &ref) { return ref.item->required; }))
        notes << Texts::tr("「%1」とある設問は、必ずお答えください。").arg(requiredSign());
    if (context.answerBy.isValid())
        notes << Texts::tr("ご回答の期限：%1").arg(eraDateWithWeekday(context.answerBy));
    sheets::add(sheet, FormParagraph::Style::Body, notes.join(QString()));
    return sheet;
}

QString optionText(const Option &option)
{
    // Where the code is the text itself, it would be said twice.
    return option.code == option.text ? option.text : QString(option.code + u'.' + option.text);
}

QString setCaption(const ItemSet &set)
{
    return set.code == set.title ? set.title : QString(set.code + u'\u3000' + set.title);
}

FormTableCell codeCell(const Item &item, int rowSpan)
{
    FormTableCell cell = sheets::label(item.code, rowSpan);
    cell.align = FormTableCell::Align::Centre;
    if (item.required)
        cell.remark = requiredSign();
    return cell;
}

bool asksForOther(const Item &item)
{
    return item.hasOptions() && std::ranges::any_of(item.options, [](const Option &option) {
               return foldText(option.text).startsWith(foldText(QStringLiteral("その他")));
           });
}

bool sharesOptions(const ItemSet &set)
{
    return set.items.size() > 1 && std::ranges::all_of(set.items, [&](const Item &item) {
               return item.type == AnswerType::Single && !asksForOther(item) &&
                      item.options == set.items.front().options;
           });
}

} // namespace tane::questionnaireparts
