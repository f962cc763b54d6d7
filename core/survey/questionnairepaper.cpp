// The questionnaire on paper: boxes to tick and room to write.
#include "survey/questionnaireform.h"

#include "survey/answersheet.h"
#include "survey/questionnaireparts.h"

#include <algorithm>
#include <utility>

namespace tane {

namespace {

using namespace questionnaireparts;
using sheets::body;
using sheets::centred;
using sheets::head;
using sheets::label;

const QString kBox = QStringLiteral("□");
// Millimetres: the width of the page, of the number, and room to write.
constexpr double kWide = 182, kCode = 16, kLongCode = 22, kQuestion = 72, kLine = 9, kFreeText = 24;
constexpr std::size_t kMostInGrid = 6; ///< options beside each other

FormTable personTable(const FormPerson *person)
{
    const FormPerson who = person ? *person : FormPerson();
    FormTable table;
    table.widths = {22, 36, 22, 102};
    table.middle = true;
    table.rows.push_back({label(fieldName(Field::Number)), body(who.number, kLine),
                          label(fieldName(Field::Name)), body(who.name, kLine)});
    table.rows.push_back({label(fieldName(Field::Role)), body(who.role, kLine),
                          label(fieldName(Field::Affiliation)), body(who.affiliation, kLine)});
    return table;
}

FormTableCell itemCell(const Item &item, const QString &role, const QString &how = {})
{
    FormTableCell cell = body(item.text);
    QStringList small{item.note, how};
    // One sheet for all roles says whose question it is.
    if (!item.forRole.isEmpty() && role.isEmpty())
        small.prepend(Texts::tr("（%1の方だけお答えください）").arg(item.forRole));
    small.removeAll(QString());
    cell.remark = small.join(u'\n');
    return cell;
}

bool fitsGrid(const ItemSet &set)
{
    return sharesOptions(set) && set.items.front().options.size() <= kMostInGrid;
}

/// Items below each other, options beside each other.
FormTable grid(const ItemSet &set, const QString &role)
{
    const std::vector<Option> &options = set.items.front().options;
    const double each = options.size() > 4 ? 17 : 20;
    FormTable table;
    table.middle = true;
    table.headRows = 1;
    table.widths = {kCode, kWide - kCode - each * static_cast<double>(options.size())};
    std::vector<FormTableCell> heads{head(codeHead()), head(itemHead())};
    for (const Option &option : options) {
        table.widths.push_back(each);
        FormTableCell cell = head(option.code);
        cell.remark = option.text;
        heads.push_back(cell);
    }
    table.rows.push_back(heads);
    for (const Item &item : set.items) {
        std::vector<FormTableCell> row{codeCell(item), itemCell(item, role)};
        row[1].roomMm = 11;
        for (std::size_t i = 0; i < options.size(); ++i)
            row.push_back(centred(kBox));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// The boxes of one item, side by side where they are short.
FormTableCell boxes(const Item &item)
{
    QStringList texts;
    qsizetype longest = 0;
    for (const Option &option : item.options) {
        const bool isOther = option.text.startsWith(QStringLiteral("その他"));
        texts << QString(kBox + u' ' + optionText(option) +
                         (isOther ? QStringLiteral("（　　　　　　　　　　　　）") : QString()));
        longest = std::max(longest, texts.back().size());
    }
    constexpr qsizetype shortOption = 7; // two or three fit beside each other
    const bool sideBySide = longest <= shortOption && item.options.size() <= 3;
    return body(texts.join(sideBySide ? QStringLiteral("\u3000\u3000") : QStringLiteral("\n")), kLine);
}

/// Where the answer goes.
FormTableCell answerCell(const Item &item)
{
    switch (item.type) {
    case AnswerType::Single:
    case AnswerType::Multiple:
        return boxes(item);
    case AnswerType::Number:
        return body({}, kLine);
    case AnswerType::Text:
        return body({}, kFreeText);
    }
    return {};
}

/// One row an item, so that no page parts a question from its answer.
FormTable listed(const ItemSet &set, const QString &role)
{
    FormTable table;
    table.middle = true;
    table.headRows = 1;
    const auto isLong = [](const Item &item) { return item.code.size() > 4; }; // "Ⅲ-1理由"
    const double code = std::ranges::any_of(set.items, isLong) ? kLongCode : kCode;
    table.widths = {code, kQuestion, kWide - code - kQuestion};
    table.rows.push_back({head(codeHead()), head(itemHead()), head(answerHead())});
    for (const Item &item : set.items) {
        const QString how = item.type == AnswerType::Multiple ? Texts::tr("（あてはまるものすべてに✓）")
                            : item.type == AnswerType::Single ? Texts::tr("（1つに✓）")
                            : item.type == AnswerType::Number ? Texts::tr("（数字でお書きください）")
                                                              : QString();
        table.rows.push_back({codeCell(item), itemCell(item, role, how), answerCell(item)});
    }
    return table;
}

/// Items that follow each other and take one mark out of the same options stand in a grid, others are listed:
/// one item with options of its own does not turn the layout of its whole set.
std::vector<ItemSet> partsOf(const ItemSet &set)
{
    std::vector<ItemSet> parts;
    const auto begin = [&] {
        parts.push_back({set.code, set.title, set.kind, {}});
        return &parts.back();
    };
    bool isList = false;
    for (std::size_t i = 0; i < set.items.size();) {
        ItemSet run{set.code, set.title, set.kind, {set.items[i]}};
        for (std::size_t next = i + 1; next < set.items.size(); ++next) {
            run.items.push_back(set.items[next]);
            if (sharesOptions(run))
                continue;
            run.items.pop_back();
            break;
        }
        i += run.items.size();
        const bool isGrid = fitsGrid(run);
        ItemSet *part = isGrid || !isList ? begin() : &parts.back();
        part->items.insert(part->items.end(), run.items.begin(), run.items.end());
        isList = !isGrid;
    }
    return parts;
}

} // namespace

FormSheet makeQuestionnairePaper(const QuestionnaireFormContext &context, Wave wave, const FormPerson *person,
                                 const QString &role)
{
    const QString whose = person && !person->role.isEmpty() ? person->role : role;
    FormSheet sheet = begun(context, wave, Texts::tr("あてはまる□に✓を付けてください。"));
    sheets::add(sheet, personTable(person));
    const Questionnaire asked = askedPart(context.questionnaire, wave, whose);
    for (const ItemSet &set : asked.sets) {
        QString caption = setCaption(set);
        for (const ItemSet &part : partsOf(set)) {
            FormTable table = fitsGrid(part) ? grid(part, whose) : listed(part, whose);
            table.caption = std::exchange(caption, QString());
            sheets::add(sheet, std::move(table));
        }
    }
    return sheet;
}

} // namespace tane
