#include "report/goaldrafts.h"

#include "programme/evaluation.h"
#include "survey/disclosure.h"
#include "survey/roles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::GoalDrafts)
};

/// The target group that a role of the answers belongs to; 0 when none does.
qint64 groupOf(const Cycle &cycle, const QString &role)
{
    for (const TargetGroup &group : cycle.targetGroups) {
        if (!group.isEnvironment && !group.isObserver && roleKindOf(group.name) == roleKindOf(role) &&
            roleKindOf(role) != RoleKind::Other)
            return group.id;
    }
    return 0;
}

/// The goals of this cycle that an item serves, in words.
QStringList goalsServedBy(const ReportSource &source, const QString &itemCode)
{
    QStringList goals;
    for (const GoalLink &link : source.thread.links) {
        if (link.kind != EvidenceKind::Item)
            continue;
        const auto node = std::ranges::find_if(source.thread.nodes, [&](const EvidenceNode &each) {
            return each.kind == link.kind && each.id == link.target;
        });
        const auto goal = std::ranges::find(source.thread.goals, link.goal, &Goal::id);
        if (node != source.thread.nodes.end() && goal != source.thread.goals.end() &&
            node->label.startsWith(QString(itemCode + u' ')))
            goals << Texts::tr("今回の目標「%1」").arg(goal->text);
    }
    return goals;
}

QString resultOf(const ChangeRow &row, const QString &group)
{
    return Texts::tr("%1（%2）：対%3組のうち上がった方%4名（%5）、変わらない方%6名、下がった方%7名")
        .arg(row.itemCode, group, QString::number(row.n()), QString::number(row.up), row.upPercent().text(),
             QString::number(row.stay), QString::number(row.down));
}

/// Items about explaining in which most of a group stayed below the best option, or more fell than rose.
void addExplaining(const ReportSource &source, const WorkshopSource &workshop, std::vector<GoalDraft> &drafts)
{
    const ChangeAnalysis &analysis = workshop.survey->analysis;
    for (const ChangeRow &row : analysis.rows) {
        const bool all = row.group == analysis.groups.first();
        if (all || row.kind != ItemKind::Explain || disclosureOf(row, false) != Disclosure::Full)
            continue;
        const TransitionTable *table = analysis.transition(row.item, row.group);
        int best = 0;
        for (std::size_t before = 0; table != nullptr && before < table->counts.size(); ++before)
            best += table->counts[before].front();
        if (2 * best > row.n()) // more than half can explain it at once by now
            continue;
        const Item *item = analysis.questionnaire.find(row.itemCode);
        GoalDraft draft;
        draft.key = u"explain:%1:%2"_s.arg(row.itemCode, row.group);
        draft.text = Texts::tr("「%1」を、資料がなくても自分の言葉で説明できる方を増やす。")
                         .arg(item != nullptr ? item->label() : row.itemCode);
        draft.targetGroup = groupOf(source.cycle, row.group);
        draft.evidence
            << resultOf(row, row.group)
            << Texts::tr("研修後に最も良い選択肢を選んだ方は、対%1組のうち%2名").arg(row.n()).arg(best);
        draft.evidence << goalsServedBy(source, row.itemCode);
        draft.page = u"results"_s;
        drafts.push_back(std::move(draft));
    }
}

/// Practice in which many saw that they do not do it: something to work at, not a failure.
void addPractice(const ReportSource &source, const WorkshopSource &workshop, std::vector<GoalDraft> &drafts)
{
    const ChangeAnalysis &analysis = workshop.survey->analysis;
    const ChangeRow *most = nullptr;
    for (const ChangeRow &row : analysis.rows) {
        if (row.group == analysis.groups.first() && row.kind == ItemKind::Practice &&
            disclosureOf(row, false) == Disclosure::Full && row.down > (most == nullptr ? 0 : most->down))
            most = &row;
    }
    if (most == nullptr)
        return;
    const Item *item = analysis.questionnaire.find(most->itemCode);
    GoalDraft draft;
    draft.key = u"practice:%1"_s.arg(most->itemCode);
    draft.text = Texts::tr("「%1」を、研修後に取り組み始められる機会をつくる。")
                     .arg(item != nullptr ? item->label() : most->itemCode);
    draft.evidence << resultOf(*most, Texts::tr("全体"))
                   << Texts::tr(
                          "下がった方は、できていなかったことに気づいた場合があります（失敗ではありません）");
    draft.evidence << goalsServedBy(source, most->itemCode);
    draft.page = u"results"_s;
    drafts.push_back(std::move(draft));
}

void addNotAchieved(const ReportSource &source, std::vector<GoalDraft> &drafts)
{
    for (const EvaluationLine &line : source.cycle.evaluation) {
        if (line.kind != EvaluationLine::Kind::NotAchieved || line.text.trimmed().isEmpty())
            continue;
        GoalDraft draft;
        draft.key = u"open:%1"_s.arg(line.id);
        draft.text = Texts::tr("今回できなかったこと（%1）に、もう一度取り組む。")
                         .arg(line.text.trimmed().endsWith(u'。') ? line.text.trimmed().chopped(1)
                                                                  : line.text.trimmed());
        draft.targetGroup = line.targetGroup;
        draft.evidence << Texts::tr("評価シート「できなかったこと」：%1").arg(line.text);
        draft.page = u"evaluation"_s;
        drafts.push_back(std::move(draft));
    }
}

/// Short-term goals that nothing measured: next time it should be seen whether they were reached.
void addUnmeasured(const ReportSource &source, std::vector<GoalDraft> &drafts)
{
    for (const qint64 id : source.thread.unmeasuredGoals) {
        const auto goal = std::ranges::find(source.thread.goals, id, &Goal::id);
        if (goal == source.thread.goals.end())
            continue;
        const bool served = std::ranges::any_of(source.thread.links, [id](const GoalLink &link) {
            return link.goal == id && link.kind == EvidenceKind::EvaluationLine;
        });
        if (served)
            continue;
        GoalDraft draft;
        draft.key = u"unmeasured:%1"_s.arg(id);
        draft.text = goal->text;
        draft.targetGroup = goal->targetGroup;
        draft.evidence << Texts::tr("今回の短期の目標ですが、達成を確かめる設問がありませんでした");
        draft.page = u"thread"_s;
        drafts.push_back(std::move(draft));
    }
}

} // namespace

std::vector<GoalDraft> goalDrafts(const ReportSource &source)
{
    std::vector<GoalDraft> drafts;
    addNotAchieved(source, drafts);
    for (const WorkshopSource &workshop : source.workshops) {
        if (!workshop.survey)
            continue;
        addExplaining(source, workshop, drafts);
        addPractice(source, workshop, drafts);
    }
    addUnmeasured(source, drafts);
    std::erase_if(drafts, [&source](const GoalDraft &draft) {
        return std::ranges::any_of(source.cycle.evaluation, [&draft](const EvaluationLine &line) {
            return line.kind == EvaluationLine::Kind::NextGoal && line.text == draft.text &&
                   line.targetGroup == draft.targetGroup;
        });
    });
    return drafts;
}

Result<qint64> acceptGoalDraft(Document &document, qint64 programme, const GoalDraft &draft)
{
    return RecordTable<EvaluationLine>(document).add({.programme = programme,
                                                      .kind = EvaluationLine::Kind::NextGoal,
                                                      .text = draft.text,
                                                      .targetGroup = draft.targetGroup},
                                                     Texts::tr("次の目標の下書きの採用"));
}

} // namespace tane
