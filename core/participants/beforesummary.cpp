// 事前アンケートのまとめ: what the participants answered before, as a handout.
#include "participants/participantlists.h"

#include "base/fiscalyear.h"
#include "base/rounding.h"
#include "participants/letterparts.h"
#include "survey/surveyrepository.h"

#include <algorithm>

namespace tane {

namespace {

using letters::Texts;

/// Below this, an answer could be told whose it is.
constexpr int kFewPeople = 5;

struct Group
{
    QString name;
    std::vector<int> people;
};

/// All, then every role that is large enough, the largest first.
std::vector<Group> groupsOf(const AnswerSheet &answers)
{
    Group all{Texts::tr("全体"), {}};
    std::vector<Group> roles;
    for (int person = 0; person < answers.size(); ++person) {
        all.people.push_back(person);
        const QString role = answers.text(Field::Role, person);
        if (role.isEmpty())
            continue;
        auto known = std::ranges::find(roles, role, &Group::name);
        if (known == roles.end())
            known = roles.insert(roles.end(), Group{role, {}});
        known->people.push_back(person);
    }
    std::erase_if(roles, [](const Group &role) { return role.people.size() < kFewPeople; });
    std::ranges::stable_sort(roles, std::greater(), [](const Group &role) { return role.people.size(); });
    roles.insert(roles.begin(), std::move(all));
    return roles;
}

/// One handout.
class Summary
{
public:
    Summary(const BeforeAnswerSet &set, ReportDocument &document)
        : m_set(set)
        , m_answers(set.answers)
        , m_groups(groupsOf(set.answers))
        , m_document(document)
    {
    }

    void people();
    void item(int index, const Item &item);

private:
    void scale(int index, const Item &item);
    void choices(int index, const Item &item);
    void numbers(int index, const Item &item);
    /// The options somebody marked.
    [[nodiscard]] QList<Mark> marksOf(int person, int index, const Item &item) const;
    [[nodiscard]] QString title(const Item &item) const { return item.code + u'\u3000' + item.text; }
    [[nodiscard]] QString baseNote(int answered) const;

    const BeforeAnswerSet &m_set;
    const AnswerSheet &m_answers;
    std::vector<Group> m_groups;
    ReportDocument &m_document;
    int m_figures = 0, m_tables = 0;
};

void Summary::people()
{
    QStringList roles;
    for (std::size_t i = 1; i < m_groups.size(); ++i)
        roles << Texts::tr("%1 %2名").arg(m_groups[i].name).arg(m_groups[i].people.size());
    QString text = Texts::tr("回答した方 %1名").arg(m_answers.size());
    if (!roles.isEmpty())
        text += Texts::tr("（%1）").arg(roles.join(u'、'));
    m_document.blocks.emplace_back(ParagraphBlock{text});
    m_document.blocks.emplace_back(
        ParagraphBlock{Texts::tr("%1名に満たない立場の方は「全体」にだけ入っています。").arg(kFewPeople),
                       ParagraphBlock::Style::Note});
}

QList<Mark> Summary::marksOf(int person, int index, const Item &item) const
{
    if (item.type == AnswerType::Multiple)
        return m_answers.several(person, index);
    const Mark mark = m_answers.mark(person, index);
    return mark >= 0 ? QList<Mark>{mark} : QList<Mark>();
}

QString Summary::baseNote(int answered) const
{
    const int left = m_answers.size() - answered;
    const QString note = Texts::tr("n はこの設問に回答した方の数、割合は n に対する値。");
    return left == 0 ? note : note + Texts::tr("ほかに無回答 %1名。").arg(left);
}

void Summary::scale(int index, const Item &item)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::StackedShare;
    chart.figure = Texts::tr("図%1").arg(++m_figures);
    chart.title = title(item);
    const auto options = static_cast<int>(item.options.size());
    for (int option = 0; option < options; ++option) {
        const Option &each = item.options[static_cast<std::size_t>(option)];
        ChartSeries series;
        series.name = each.shortText.isEmpty() ? each.text : each.shortText;
        series.role = SeriesRole::Level;
        series.level = options - 1 - option; // the best is the deepest
        series.levels = options;
        chart.series.push_back(std::move(series));
    }
    int answeredByAll = 0;
    for (const Group &group : m_groups) {
        std::vector<int> counts(item.options.size());
        int answered = 0;
        for (const int person : group.people) {
            for (const Mark mark : marksOf(person, index, item)) {
                ++counts.at(static_cast<std::size_t>(mark));
                ++answered;
            }
        }
        if (&group == &m_groups.front())
            answeredByAll = answered;
        chart.categories.push_back({{}, group.name, answered});
        for (std::size_t i = 0; i < counts.size(); ++i)
            chart.series[i].values.push_back(counts[i]);
    }
    chart.note = baseNote(answeredByAll);
    m_document.blocks.emplace_back(FigureBlock{std::move(chart)});
}

/// Options that are no scale, or several of which may be marked.
void Summary::choices(int index, const Item &item)
{
    TableBlock table;
    table.caption = Texts::tr("表%1　%2").arg(++m_tables).arg(title(item));
    table.head << Texts::tr("選択肢");
    table.widths = {3};
    table.align = {TextAlign::Left};
    std::vector<QStringList> rows;
    for (const Option &option : item.options)
        rows.push_back({option.text});
    int answeredByAll = 0;
    for (const Group &group : m_groups) {
        std::vector<int> counts(item.options.size());
        int answered = 0;
        for (const int person : group.people) {
            const QList<Mark> marks = marksOf(person, index, item);
            answered += marks.isEmpty() ? 0 : 1;
            for (const Mark mark : marks)
                ++counts.at(static_cast<std::size_t>(mark));
        }
        if (&group == &m_groups.front())
            answeredByAll = answered;
        table.head << Texts::tr("%1\nn=%2").arg(group.name).arg(answered);
        table.widths.push_back(1.2);
        table.align.push_back(TextAlign::Right);
        for (std::size_t i = 0; i < counts.size(); ++i)
            rows[i] << Texts::tr("%1（%2）").arg(counts[i]).arg(Percent::of(counts[i], answered).text());
    }
    table.rows = std::move(rows);
    table.note = baseNote(answeredByAll);
    if (item.type == AnswerType::Multiple)
        table.note += Texts::tr("いくつでも選べる設問のため、割合の合計は100％になりません。");
    m_document.blocks.emplace_back(std::move(table));
}

void Summary::numbers(int index, const Item &item)
{
    TableBlock table;
    table.caption = Texts::tr("表%1　%2").arg(++m_tables).arg(title(item));
    table.head = {Texts::tr("立場"), Texts::tr("n"), Texts::tr("中央値"), Texts::tr("最小～最大")};
    table.align = {TextAlign::Left, TextAlign::Right, TextAlign::Right, TextAlign::Right};
    int answeredByAll = 0;
    for (const Group &group : m_groups) {
        std::vector<double> values;
        for (const int person : group.people) {
            bool number = false;
            const double value = m_answers.freeText(person, index).toDouble(&number);
            if (number)
                values.push_back(value);
        }
        std::ranges::sort(values);
        const std::size_t n = values.size();
        if (&group == &m_groups.front())
            answeredByAll = static_cast<int>(n);
        if (n == 0) {
            table.rows.push_back({group.name, QStringLiteral("0"), QStringLiteral("–"), QStringLiteral("–")});
            continue;
        }
        const double median = (values[(n - 1) / 2] + values[n / 2]) / 2;
        table.rows.push_back(
            {group.name, QString::number(n), QString::number(median),
             QString(QString::number(values.front()) + u'～' + QString::number(values.back()))});
    }
    table.note = baseNote(answeredByAll);
    m_document.blocks.emplace_back(std::move(table));
}

void Summary::item(int index, const Item &item)
{
    switch (item.type) {
    case AnswerType::Single:
        return item.ordered && item.options.size() > 1 ? scale(index, item) : choices(index, item);
    case AnswerType::Multiple:
        return choices(index, item);
    case AnswerType::Number:
        return numbers(index, item);
    case AnswerType::Text:
        return; // the officer chooses what of it is shown
    }
}

} // namespace

Result<std::optional<BeforeAnswerSet>> loadBeforeAnswers(Document &document, const Workshop &workshop)
{
    if (workshop.questionnaire == 0)
        return std::nullopt;
    SurveyRepository repository(document);
    BeforeAnswerSet set;
    TANE_TRY(set.questionnaire, repository.questionnaire(workshop.questionnaire));
    TANE_TRY(set.answers, repository.answers(workshop.id, set.questionnaire, Wave::Before));
    return std::optional(std::move(set));
}

std::vector<FreeTextAnswer> freeTextsOf(const BeforeAnswerSet &set)
{
    std::vector<FreeTextAnswer> texts;
    const auto items = set.questionnaire.items();
    for (std::size_t index = 0; index < items.size(); ++index) {
        const Item &item = *items[index].item;
        if (!item.askedBefore || item.type == AnswerType::Number)
            continue;
        for (int person = 0; person < set.answers.size(); ++person) {
            const QString text = set.answers.freeText(person, static_cast<int>(index)).trimmed();
            if (!text.isEmpty())
                texts.push_back({QStringLiteral("%1 %2").arg(set.answers.id(person)).arg(item.code),
                                 QString(item.code + u'\u3000' + item.label()),
                                 set.answers.text(Field::Role, person), text});
        }
    }
    return texts;
}

ReportDocument makeBeforeSummary(const LetterSource &source, const BeforeAnswerSet &set)
{
    constexpr auto list = ParticipantList::BeforeSummary;
    ReportDocument document;
    document.title = listTitle(list);
    document.subtitle = source.workshop.title;
    if (source.workshop.heldOn.isValid())
        document.subtitle += u'\u3000' + eraDateWithWeekday(source.workshop.heldOn);
    document.footer = document.title + u'\u3000' + document.subtitle;
    for (const LetterField &field : listFields(source, list))
        if (field.key == u"note" && !field.value().isEmpty())
            document.blocks.emplace_back(ParagraphBlock{field.value()});
    Summary summary(set, document);
    summary.people();
    int index = 0;
    for (const ItemSet &each : set.questionnaire.sets) {
        const bool asked = std::ranges::any_of(
            each.items, [](const Item &item) { return item.askedBefore && item.type != AnswerType::Text; });
        if (asked)
            document.blocks.emplace_back(HeadingBlock{2, QString(each.code + u'\u3000' + each.title)});
        for (const Item &item : each.items) {
            if (item.askedBefore)
                summary.item(index, item);
            ++index;
        }
    }
    const auto stored = source.own.find({listCode(list), QStringLiteral("texts")});
    const QStringList chosen =
        stored == source.own.end() ? QStringList() : stored->second.split(u'\n', Qt::SkipEmptyParts);
    QString shown; // the item whose answers are being listed
    for (const FreeTextAnswer &text : freeTextsOf(set)) {
        if (!chosen.contains(text.key))
            continue;
        if (shown.isEmpty())
            document.blocks.emplace_back(HeadingBlock{2, Texts::tr("自由記述（抜粋）")});
        if (shown != text.item)
            document.blocks.emplace_back(HeadingBlock{3, text.item});
        shown = text.item;
        document.blocks.emplace_back(ParagraphBlock{text.text, ParagraphBlock::Style::Bullet});
    }
    return document;
}

} // namespace tane
