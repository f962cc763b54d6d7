#include "report/goaldrafts.h"

#include "people/ladderstatistics.h"
#include "programme/evaluation.h"
#include "survey/changedetails.h"
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

/// Who chose the best option after, of the pairs.
int bestAfter(const ChangeAnalysis &analysis, const ChangeRow &row)
{
    const TransitionTable *table = analysis.transition(row.item, row.group);
    int best = 0;
    for (std::size_t before = 0; table != nullptr && before < table->counts.size(); ++before)
        best += table->counts[before].front();
    return best;
}

/// Who chose one of the better options after (changedetails.h: wantedOption), of the pairs.
int wantedAfter(const ChangeAnalysis &analysis, const ChangeRow &row)
{
    const TransitionTable *table = analysis.transition(row.item, row.group);
    return table == nullptr ? 0 : changeDetails(*table).wantedAfter;
}

/// Items about explaining in which most of a group stayed below the best option, or more fell than rose.
void addExplaining(const ReportSource &source, const WorkshopSource &workshop, std::vector<GoalDraft> &drafts)
{
    const ChangeAnalysis &analysis = workshop.survey->analysis;
    for (const ChangeRow &row : analysis.rows) {
        const bool all = row.group == analysis.groups.first();
        if (all || row.kind != ItemKind::Explain || disclosureOf(row, false) != Disclosure::Full)
            continue;
        const int best = bestAfter(analysis, row);
        const QString key = u"explain:%1:%2"_s.arg(row.itemCode, row.group);
        if (std::ranges::find(drafts, key, &GoalDraft::key) != drafts.end())
            continue;           // the evaluation said so already
        if (2 * best > row.n()) // more than half can explain it at once by now
            continue;
        const Item *item = analysis.questionnaire.find(row.itemCode);
        GoalDraft draft;
        draft.key = key;
        draft.text =
            Texts::tr("「%1」を、資料がなくても自分の言葉で説明できる方を、今回の対%2組中%3名より増やす。")
                .arg(item != nullptr ? item->label() : row.itemCode, QString::number(row.n()),
                     QString::number(best));
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
    draft.text = Texts::tr("「%1」に、より良い側の選択肢で答える方を、今回の対%2組中%3名より増やす。")
                     .arg(item != nullptr ? item->label() : most->itemCode, QString::number(most->n()),
                          QString::number(wantedAfter(analysis, *most)));
    draft.evidence << resultOf(*most, Texts::tr("全体"))
                   << Texts::tr(
                          "下がった方は、できていなかったことに気づいた場合があります（失敗ではありません）");
    draft.evidence << goalsServedBy(source, most->itemCode);
    draft.page = u"results"_s;
    drafts.push_back(std::move(draft));
}

/// The row an item named in a sentence of the evaluation has: of the target group's role, else of everybody.
/// Null: the sentence names none, or so few answered that their numbers are not for a draft.
const ChangeRow *rowNamedIn(const ReportSource &source, const EvaluationLine &line,
                            const ChangeAnalysis &analysis)
{
    const ChangeRow *everybody = nullptr;
    for (const ChangeRow &row : analysis.rows) {
        if (row.itemCode.isEmpty() || !line.text.contains(row.itemCode) ||
            disclosureOf(row, false) != Disclosure::Full)
            continue;
        if (row.group == analysis.groups.first())
            everybody = everybody == nullptr ? &row : everybody;
        else if (line.targetGroup != 0 && groupOf(source.cycle, row.group) == line.targetGroup)
            return &row;
    }
    return everybody;
}

/// The items of a kind in which more rose than fell: what the next cycle can build on.
QString roseIn(const ChangeAnalysis &analysis, const QString &group, ItemKind kind)
{
    QStringList rose;
    for (const ChangeRow &row : analysis.rows) {
        if (row.group == group && row.kind == kind && row.up > row.down &&
            disclosureOf(row, false) == Disclosure::Full)
            rose << Texts::tr("%1（上がった方%2名・下がった方%3名）")
                        .arg(row.itemCode, QString::number(row.up), QString::number(row.down));
    }
    return rose.isEmpty() ? QString() : Texts::tr("上がった方が多かった設問：%1").arg(rose.join(u"、"_s));
}

/// What was not reached, put as a state to reach: of the item it names, with the numbers of today to measure
/// it by.
void nameItem(const ReportSource &source, const EvaluationLine &line, GoalDraft &draft)
{
    for (const WorkshopSource &workshop : source.workshops) {
        const ChangeRow *row =
            workshop.survey ? rowNamedIn(source, line, workshop.survey->analysis) : nullptr;
        if (row == nullptr)
            continue;
        const ChangeAnalysis &analysis = workshop.survey->analysis;
        const Item *item = analysis.questionnaire.find(row->itemCode);
        const QString label = item != nullptr ? item->label() : row->itemCode;
        const QString group = row->group == analysis.groups.first() ? Texts::tr("全体") : row->group;
        if (row->kind == ItemKind::Explain) {
            draft.key = u"explain:%1:%2"_s.arg(row->itemCode, row->group);
            draft.text =
                Texts::tr("「%1」（%2）を資料がなくても説明できる方を、今回の対%3組中%4名より増やす。")
                    .arg(label, row->itemCode, QString::number(row->n()),
                         QString::number(bestAfter(analysis, *row)));
        } else {
            draft.text =
                Texts::tr("「%1」（%2）に、より良い側の選択肢で答える方を、今回の対%3組中%4名より増やす。")
                    .arg(label, row->itemCode, QString::number(row->n()),
                         QString::number(wantedAfter(analysis, *row)));
        }
        draft.evidence << resultOf(*row, group);
        const QString rose = roseIn(analysis, row->group, row->kind);
        if (!rose.isEmpty())
            draft.evidence << rose;
        draft.evidence << goalsServedBy(source, row->itemCode);
        return;
    }
}

/// The step at which most of a group stand who are below what the plan expects after the workshop.
void addLadder(const ReportSource &source, std::vector<GoalDraft> &drafts)
{
    const Registry &registry = source.registry;
    const std::vector<LadderStep> &steps = registry.ladder.steps;
    for (const TargetGroup &group : source.cycle.targetGroups) {
        const auto target = source.cycle.planLevels.find({group.id, PlanField::Outcome});
        if (target == source.cycle.planLevels.end() || roleKindOf(group.name) == RoleKind::Other)
            continue;
        std::vector<int> below(steps.size(), 0);
        QStringList names;
        int assessed = 0, allBelow = 0;
        for (const PersonRecord &person : registry.people) {
            const bool ofGroup = std::ranges::any_of(person.roles, [&group](const QString &role) {
                return roleKindOf(role) == roleKindOf(group.name);
            });
            const Assessment *last =
                ofGroup && person.worksOn(source.today) ? person.assessmentOn(source.today) : nullptr;
            if (last == nullptr)
                continue;
            ++assessed;
            const auto step = static_cast<std::size_t>(registry.ladder.stepOf(last->level));
            if (step + 1 < steps.size() && compareWithTarget(target->second, last) == TargetResult::Below) {
                ++below[step];
                ++allBelow;
            }
        }
        const auto most = std::ranges::max_element(below);
        if (most == below.end() || *most == 0)
            continue;
        const auto step = static_cast<std::size_t>(most - below.begin());
        for (std::size_t i = 0; i < steps.size(); ++i)
            if (below[i] > 0)
                names << steps[i].name;
        GoalDraft draft;
        draft.key = u"ladder:%1"_s.arg(group.id);
        draft.targetGroup = group.id;
        draft.text = Texts::tr("段階%1の方のうち、段階%2「%3」に進む方を増やす。")
                         .arg(steps[step].name, steps[step + 1].name, steps[step + 1].title);
        draft.evidence << Texts::tr("レベルの評価がある方%1名のうち、企画で想定したレベル（%"
                                    "2）に届いていない方%3名（段階%6）、うち段階%4の方%5名")
                              .arg(QString::number(assessed), target->second.toString(),
                                   QString::number(allBelow), steps[step].name, QString::number(*most),
                                   names.join(u'・'));
        draft.page = u"people"_s;
        drafts.push_back(std::move(draft));
    }
}

/// Regional issues that no council has seen yet, and open seeds nobody takes care of.
void addIssues(const ReportSource &source, std::vector<GoalDraft> &drafts)
{
    QStringList unseen, ownerless;
    for (const IssueCard &card : source.pipeline.cards) {
        if (!card.isOpen())
            continue;
        if (card.stage == IssueStage::Regional && source.pipeline.councilsOf(card.id).empty())
            unseen << card.title;
        if (card.stage >= IssueStage::Seed && card.owner.trimmed().isEmpty())
            ownerless << card.title;
    }
    const auto add = [&drafts](const QString &key, const QString &text, const QString &evidence,
                               const QStringList &titles) {
        if (titles.isEmpty())
            return;
        GoalDraft draft;
        draft.key = key;
        draft.text = text.arg(titles.size());
        draft.evidence << evidence.arg(titles.mid(0, 3).join(u"、"_s)) +
                              (titles.size() > 3 ? Texts::tr(" ほか%1件").arg(titles.size() - 3) : QString());
        draft.page = u"pipeline"_s;
        drafts.push_back(std::move(draft));
    };
    add(u"council"_s, Texts::tr("協議の場にまだ出していない地域課題%1件を、協議の場で検討する。"),
        Texts::tr("地域課題：%1"), unseen);
    add(u"owner"_s, Texts::tr("担当の決まっていない課題%1件の担当を、市町村とコーディネーターで決める。"),
        Texts::tr("担当の決まっていない課題：%1"), ownerless);
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
        nameItem(source, line, draft);
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
    addLadder(source, drafts);
    addIssues(source, drafts);
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
