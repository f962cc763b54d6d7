#include "survey/followup.h"

#include "base/textfold.h"
#include "survey/changedetails.h"
#include "survey/disclosureparts.h"
#include "survey/questionnaireedit.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::FollowUp)
};

/// Behind the code of a goal: the officers' view of it.
QString viewSuffix()
{
    return QStringLiteral("市");
}

bool isFollowUpOnly(const Item &item)
{
    return item.askedFollowUp && !item.askedBefore && !item.askedAfter;
}

bool isGoal(const Item &item)
{
    return isFollowUpOnly(item) && item.type == AnswerType::Single && item.ordered && item.options.size() >= 2;
}

int sum(const std::vector<int> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0);
}

int upTo(const std::vector<int> &counts, int last)
{
    const auto end = std::min<std::ptrdiff_t>(last + 1, std::ssize(counts));
    return std::accumulate(counts.begin(), counts.begin() + end, 0);
}

/// One answer a person: the last one of those with the same number or the same name.
std::vector<int> lastAnswers(const AnswerSheet &sheet)
{
    std::vector<int> people;
    QHash<QString, std::size_t> places;
    for (int person = 0; person < sheet.size(); ++person) {
        const QString number = foldText(sheet.text(Field::Number, person));
        const QString name = foldText(QString(sheet.text(Field::Name, person) + sheet.text(Field::Affiliation, person)));
        const QString key = number.isEmpty() ? name : QString(u'#' + number);
        const auto known = key.isEmpty() ? places.constEnd() : places.constFind(key);
        if (known != places.constEnd()) {
            people[known.value()] = person;
            continue;
        }
        if (!key.isEmpty())
            places.insert(key, people.size());
        people.push_back(person);
    }
    return people;
}

void countLevels(FollowUpGoal &goal, bool doing, int rise)
{
    ++(doing ? goal.doingKnown : goal.otherKnown);
    if (rise > 0)
        ++(doing ? goal.doingRose : goal.otherRose);
}

} // namespace

int addFollowUpViews(Questionnaire &questionnaire, const QStringList &actions, const QString &role,
                     const QString &viewer)
{
    int added = 0;
    for (ItemSet &set : questionnaire.sets) {
        std::vector<Item> items = set.items;
        const auto asked = [&](const QString &code) {
            return questionnaire.find(code) != nullptr ||
                   std::ranges::find(items, code, &Item::code) != items.end();
        };
        bool any = false;
        for (const Item &goal : set.items) {
            if (!isGoal(goal) || goal.forRole != role || !actions.contains(goal.text))
                continue;
            any = true;
            if (asked(goal.code + viewSuffix()))
                continue;
            Item view = goal;
            view.code = goal.code + viewSuffix();
            view.forRole = viewer;
            view.note = Texts::tr("%1の様子について、見たままをお答えください。").arg(role);
            items.push_back(std::move(view));
            ++added;
        }
        const QString hindered = set.code + QStringLiteral("-妨げ");
        if (any && !asked(hindered)) {
            Item text;
            text.code = hindered;
            text.text = Texts::tr("行動に移すうえで、妨げになったことは何ですか。");
            text.type = AnswerType::Text;
            text.ordered = false;
            text.askedBefore = text.askedAfter = false;
            text.askedFollowUp = true;
            items.push_back(std::move(text));
            ++added;
        }
        set.items = std::move(items);
    }
    return added;
}

bool isViewOf(const Item &item, const Item &goal)
{
    return item.code == goal.code + viewSuffix() && foldText(item.text) == foldText(goal.text);
}

int FollowUpGoal::selfBase() const
{
    return sum(self);
}

int FollowUpGoal::officersBase() const
{
    return sum(officers);
}

int FollowUpGoal::selfDoing() const
{
    return upTo(self, wanted);
}

int FollowUpGoal::officersDoing() const
{
    return upTo(officers, wanted);
}

FollowUpResults followUpResults(const Questionnaire &questionnaire, const AnswerSheet &answers,
                                const QHash<qint64, int> &levels)
{
    FollowUpResults results;
    const std::vector<int> people = lastAnswers(answers);
    results.people = static_cast<int>(people.size());
    const auto refs = questionnaire.items();
    const auto isView = [&refs](const Item &item) {
        return std::ranges::any_of(refs, [&item](const auto &ref) { return isViewOf(item, *ref.item); });
    };
    const auto countsOf = [&](int item, const auto &seen) {
        std::vector<int> counts(refs[static_cast<std::size_t>(item)].item->options.size());
        for (const int person : people) {
            const Mark mark = answers.mark(person, item);
            if (mark < 0 || static_cast<std::size_t>(mark) >= counts.size())
                continue;
            ++counts[static_cast<std::size_t>(mark)];
            seen(person, mark);
        }
        return counts;
    };
    for (int item = 0; item < static_cast<int>(refs.size()); ++item) {
        const Item &asked = *refs[static_cast<std::size_t>(item)].item;
        if (isFollowUpOnly(asked) && asked.type == AnswerType::Text) {
            for (const int person : people) {
                if (const QString text = tidy(answers.freeText(person, item)); !text.isEmpty())
                    results.hindrances.push_back({answers.text(Field::Role, person), text});
            }
        }
        if (!isGoal(asked) || isView(asked))
            continue;
        FollowUpGoal goal;
        goal.code = asked.code;
        goal.text = asked.text;
        goal.role = asked.forRole;
        goal.options = asked.options;
        goal.wanted = wantedOption(static_cast<int>(asked.options.size()));
        goal.self = countsOf(item, [&](int person, Mark mark) {
            if (const auto rise = levels.constFind(answers.id(person)); rise != levels.constEnd())
                countLevels(goal, mark <= goal.wanted, rise.value());
        });
        for (int other = 0; other < static_cast<int>(refs.size()); ++other) {
            if (isViewOf(*refs[static_cast<std::size_t>(other)].item, asked))
                goal.officers = countsOf(other, [](int, Mark) {});
        }
        results.goals.push_back(std::move(goal));
    }
    return results;
}

ChartSpec followUpChart(const FollowUpResults &results, const QString &role)
{
    ChartSpec chart;
    chart.type = ChartSpec::Type::Diverging;
    for (const FollowUpGoal &goal : results.goals) {
        if (goal.role != role || (!chart.series.empty() && chart.series.size() != goal.options.size()))
            continue;
        if (chart.series.empty()) {
            const int levels = static_cast<int>(goal.options.size());
            for (int i = 0; i < levels; ++i) {
                const Option &option = goal.options[static_cast<std::size_t>(i)];
                ChartSeries series{option.shortText.isEmpty() ? option.text : option.shortText,
                                   SeriesRole::Level,
                                   {}};
                series.level = levels - 1 - i;
                series.levels = levels;
                chart.series.push_back(std::move(series));
            }
            chart.divide = goal.wanted + 1;
        }
        const auto add = [&](const QString &who, const std::vector<int> &counts) {
            ChartCategory category{goal.code, who, sum(counts)};
            category.countsOnly = disclosureOf(sum(counts), false) != Disclosure::Full;
            chart.categories.push_back(category);
            for (std::size_t i = 0; i < chart.series.size(); ++i)
                chart.series[i].values.push_back(counts[i]);
        };
        add(Texts::tr("本人：%1").arg(goal.text), goal.self);
        if (!goal.officers.empty())
            add(Texts::tr("市町村担当者から見て"), goal.officers);
    }
    if (chart.categories.empty())
        return chart;
    chart.title = role.isEmpty() ? Texts::tr("行動目標の2～3か月後")
                                 : Texts::tr("行動目標の2～3か月後（%1）").arg(role);
    chart.note = Texts::tr("n は2～3か月後のアンケートでその設問に答えた人です。中央の線より右が、行っている方です。") +
                 disclosureNote(Disclosure::CountsOnly);
    return chart;
}

QString followUpSentence(const FollowUpGoal &goal)
{
    const auto share = [](int count, int base) {
        return disclosureOf(base, false) == Disclosure::Full
                   ? Texts::tr("%2名のうち %1名（%3）")
                         .arg(QString::number(count), QString::number(base), Percent::of(count, base).text())
                   : Texts::tr("%2名のうち %1名").arg(count).arg(base);
    };
    if (goal.selfBase() == 0)
        return Texts::tr("ご本人の回答は、まだありません。");
    QString text = Texts::tr("ご本人では %1が行っています。").arg(share(goal.selfDoing(), goal.selfBase()));
    if (goal.officersBase() > 0)
        text += Texts::tr("市町村担当者から見ると %1です。").arg(share(goal.officersDoing(), goal.officersBase()));
    if (goal.doingKnown + goal.otherKnown > 0)
        text += Texts::tr("レベルが上がった方は、行っている方では %2名のうち %1名、まだの方では %4名のうち %3名です。")
                    .arg(goal.doingRose)
                    .arg(goal.doingKnown)
                    .arg(goal.otherRose)
                    .arg(goal.otherKnown);
    return text;
}

} // namespace tane
