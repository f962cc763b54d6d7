// Sections about what people wrote: free texts, and what became of their goals.
#include "report/reportsections.h"

#include "survey/disclosure.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane::report {

namespace {

void writeCodes(const Part &part, const TextQuestion &question)
{
    ChartSpec chart = textCodeChart(part.workshop->freeTexts, question.code, u"all"_s);
    chart.title = Texts::tr("%1 自由記述の内容").arg(question.code);
    part.out.figure(std::move(chart), Texts::tr("記述 %1件").arg(question.answers));
}

void writeExcerpts(const Part &part, const TextQuestion &question)
{
    TableBlock table;
    table.head = {Texts::tr("記述"), Texts::tr("立場")};
    table.widths = {8, 2};
    const QStringList shown = shownGroups(part.workshop->survey->analysis, part.report.external);
    const FreeTexts &texts = part.workshop->freeTexts;
    for (const FreeAnswer &answer : texts.answers) {
        const TextExcerpt *excerpt = answer.question == question.code ? texts.excerptOf(answer) : nullptr;
        if (excerpt == nullptr)
            continue;
        const bool hidden = part.report.external && !shown.contains(answer.role);
        table.rows.push_back({part.said(excerpt->text), hidden ? Texts::tr("（伏せる）") : answer.role});
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("%1 自由記述の抜粋").arg(question.code));
}

/// 行動目標 of the plan: what was to be seen two or three months later.
void writeActions(const Part &part)
{
    TableBlock table;
    table.head = {Texts::tr("対象"), planFieldTitle(PlanField::Action)};
    table.widths = {2, 8};
    for (const TargetGroup &group : part.source.cycle.targetGroups) {
        QString name = group.name;
        for (const PlanLine &line : part.source.cycle.planLines) {
            if (line.targetGroup == group.id && line.field == PlanField::Action)
                table.rows.push_back({std::exchange(name, QString()), part.said(line.text)});
        }
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("確かめる行動目標"));
}

} // namespace

void writeFreeText(const Part &part)
{
    if (part.workshop == nullptr || !part.workshop->survey)
        return;
    const FreeTexts &texts = part.workshop->freeTexts;
    for (const TextQuestion &question : texts.questions) {
        const bool coded = question.uncoded < question.answers;
        const bool quoted = std::ranges::any_of(texts.answers, [&](const FreeAnswer &answer) {
            return answer.question == question.code && texts.excerptOf(answer) != nullptr;
        });
        if (!coded && !quoted)
            continue;
        part.out.heading(2, question.code + u' ' + question.text);
        if (coded)
            writeCodes(part, question);
        writeExcerpts(part, question);
    }
}

/// The goals of the plan as their people and the officers see them later.
void writeFollowUpGoals(const Part &part)
{
    const FollowUpResults &results = part.workshop->followUp;
    QStringList roles;
    for (const FollowUpGoal &goal : results.goals) {
        if (!roles.contains(goal.role))
            roles << goal.role;
    }
    for (const QString &role : std::as_const(roles)) {
        int most = 0;
        for (const FollowUpGoal &goal : results.goals)
            most = goal.role == role ? std::max(most, goal.selfBase()) : most;
        if (disclosureOf(most, part.report.external) != Disclosure::Full)
            continue;
        part.out.figure(followUpChart(results, role), Texts::tr("回答者 %1名").arg(most));
        for (const FollowUpGoal &goal : results.goals) {
            if (goal.role == role)
                part.out.bullet(followUpSentence(goal));
        }
    }
}

void writeFollowUp(const Part &part)
{
    if (part.workshop == nullptr)
        return;
    if (part.workshop->followUp.people > 0)
        writeFollowUpGoals(part);
    struct Count
    {
        int people = 0, goals = 0, followed = 0;
    };
    std::array<Count, kGoalTerms.size()> counts{};
    for (const auto &[participant, goals] : part.workshop->goals) {
        std::array<bool, kGoalTerms.size()> has{};
        for (const ParticipantGoal &goal : goals) {
            const auto term = static_cast<std::size_t>(goal.term);
            ++counts.at(term).goals;
            counts.at(term).followed += goal.followUp.trimmed().isEmpty() ? 0 : 1;
            counts.at(term).people += std::exchange(has.at(term), true) ? 0 : 1;
        }
    }
    TableBlock table;
    table.head = {Texts::tr("期間"), Texts::tr("目標を書いた方"), Texts::tr("目標の数"),
                  Texts::tr("その後を記入した目標")};
    table.align = {TextAlign::Left, TextAlign::Right, TextAlign::Right, TextAlign::Right};
    for (const ParticipantGoal::Term term : kGoalTerms) {
        const Count &count = counts.at(static_cast<std::size_t>(term));
        if (count.goals > 0)
            table.rows.push_back(
                {goalTermText(term), Texts::tr("%1名").arg(count.people), QString::number(count.goals),
                 Texts::tr("%1（%2）")
                     .arg(QString::number(count.followed), Percent::of(count.followed, count.goals).text())});
    }
    if (table.rows.empty())
        return;
    if (part.workshop->followUp.people == 0)
        writeActions(part);
    part.out.table(std::move(table), Texts::tr("参加者が立てた目標とその後"), Texts::tr("目標の数"));
}

} // namespace tane::report
