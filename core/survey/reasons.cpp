#include "survey/reasons.h"

#include "base/textfold.h"
#include "survey/grouping.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

constexpr int kUnknownLast = 1000; ///< behind every option

/// The item itself and the text items right behind it.
std::vector<int> textItems(const Questionnaire &questionnaire, int item)
{
    const auto refs = questionnaire.items();
    std::vector<int> items = {item};
    const ItemSet *set = refs[static_cast<std::size_t>(item)].set;
    for (int next = item + 1; next < static_cast<int>(refs.size()); ++next) {
        const auto &ref = refs[static_cast<std::size_t>(next)];
        if (ref.set != set || ref.item->type != AnswerType::Text)
            break;
        items.push_back(next);
    }
    return items;
}

bool isSetAside(const Linking &linking, int person)
{
    return std::any_of(linking.twice.begin(), linking.twice.end(), [person](const AnsweredTwice &twice) {
        return twice.wave == Wave::After && twice.chosen != person &&
               std::ranges::find(twice.people, person) != twice.people.end();
    });
}

} // namespace

std::vector<Reason> reasonsOf(const ChangeAnalysis &analysis, const AnswerSheet &after,
                              const Linking &linking, int item, const QString &group)
{
    const std::vector<int> items = textItems(analysis.questionnaire, item);
    GroupIndex groups(analysis.groupBy);
    const bool everybody = group == QLatin1String("all");
    // What analyseChange() calls those whose group is not known.
    const QString unknown = QCoreApplication::translate("tane::Change", "（未回答）");
    std::vector<Reason> reasons;
    for (int person = 0; person < after.size(); ++person) {
        QStringList texts;
        for (const int source : items) {
            if (const QString text = tidy(after.freeText(person, source)); !text.isEmpty())
                texts += text;
        }
        if (texts.isEmpty() || isSetAside(linking, person))
            continue;
        if (!everybody) {
            const int index = groups.of(after, person);
            if (foldText(index < 0 ? unknown : groups.labels().at(index)) != foldText(group))
                continue;
        }
        reasons.push_back({person, after.mark(person, item), texts.join(u'\n')});
    }
    std::ranges::stable_sort(
        reasons, {}, [](const Reason &reason) { return reason.mark < 0 ? kUnknownLast : int(reason.mark); });
    return reasons;
}

} // namespace tane
