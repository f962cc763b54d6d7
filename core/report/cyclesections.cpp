// Sections about what was planned: programme, situation, goals, plan, evaluation, next goals.
#include "report/reportsections.h"

#include "base/fiscalyear.h"
#include "survey/disclosure.h"

#include <algorithm>
#include <numeric>

namespace tane::report {

namespace {

/// "観察", the words of the target group with what sets it apart.
QString groupTitle(const TargetGroup &group)
{
    return group.isObserver ? Texts::tr("%1（見学）").arg(group.name) : group.name;
}

QStringList goalsIn(const Cycle &cycle, qint64 group, Goal::Term term)
{
    QStringList texts;
    for (const Goal &goal : cycle.goals) {
        if (goal.targetGroup == group && goal.term == term)
            texts << goal.text;
    }
    return texts;
}

/// The rows of a table pasted beside a finding.
TableBlock attached(const Finding &finding)
{
    TableBlock table;
    const QStringList lines = finding.tableCells.split(u'\n');
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t');
        if (table.head.isEmpty())
            table.head = cells;
        else
            table.rows.push_back(cells);
    }
    for (qsizetype column = 0; column < table.head.size(); ++column) {
        const bool number =
            !table.rows.empty() && std::ranges::all_of(table.rows, [&](const QStringList &row) {
                const QString cell = QString(row.value(column)).remove(u',').trimmed();
                return cell.isEmpty() || cell.front().isDigit();
            });
        table.align.push_back(number ? TextAlign::Right : TextAlign::Left);
    }
    return table;
}

/// A finding in words, with what it rests on.
QString withSource(const Part &part, const Finding &finding)
{
    QStringList about;
    if (const QString kind = findingKindText(finding.kind); !kind.isEmpty())
        about << kind;
    if (!finding.source.isEmpty())
        about << part.said(finding.source);
    if (finding.foundOn.isValid())
        about << eraDate(finding.foundOn);
    const QString text = part.said(finding.text);
    return about.isEmpty() ? text : Texts::tr("%1（%2）").arg(text, about.join(Texts::tr("、")));
}

void writeFindings(const Part &part)
{
    const Cycle &cycle = part.source.cycle;
    TableBlock table;
    table.head = {Texts::tr("区分"), Texts::tr("視点"), Texts::tr("わかったこと")};
    table.widths = {1.5, 3, 6};
    QString block;
    std::vector<const Finding *> tables;
    for (const Viewpoint &viewpoint : cycle.viewpoints) {
        QStringList texts;
        for (const Finding &finding : cycle.findings.at(viewpoint.id)) {
            texts << withSource(part, finding);
            if (!finding.tableCells.trimmed().isEmpty())
                tables.push_back(&finding);
        }
        if (texts.isEmpty())
            continue;
        table.rows.push_back(
            {viewpoint.block == block ? QString() : viewpoint.block, viewpoint.text, part.points(texts)});
        block = viewpoint.block;
    }
    if (table.rows.empty())
        return;
    part.out.heading(2, Texts::tr("実態確認でわかったこと"));
    part.out.table(std::move(table), Texts::tr("視点ごとにわかったこと"));
    for (const Finding *finding : tables)
        part.out.table(attached(*finding),
                       finding->tableTitle.isEmpty() ? Texts::tr("添付の表") : part.said(finding->tableTitle),
                       part.said(finding->source));
}

void writeReviewIssues(const Part &part)
{
    const Cycle &cycle = part.source.cycle;
    std::map<qint64, QString> found;
    for (const auto &[viewpoint, findings] : cycle.findings) {
        for (const Finding &finding : findings)
            found[finding.id] = finding.text;
    }
    TableBlock table;
    table.head = {Texts::tr("対象"), Texts::tr("抽出した課題"), Texts::tr("もとになった実態")};
    table.widths = {1.6, 3.6, 4.8};
    for (const TargetGroup &group : cycle.targetGroups) {
        QString name = groupTitle(group);
        for (const ReviewIssue &issue : cycle.reviewIssues.at(group.id)) {
            QStringList grounds;
            if (const auto sources = cycle.issueFindings.find(issue.id);
                sources != cycle.issueFindings.end()) {
                for (const qint64 finding : sources->second)
                    grounds << part.said(found[finding]);
            }
            table.rows.push_back(
                {std::exchange(name, QString()), part.said(issue.text), part.points(grounds)});
        }
    }
    if (table.rows.empty())
        return;
    part.out.heading(2, Texts::tr("抽出した課題"));
    part.out.table(std::move(table), Texts::tr("対象ごとに抽出した課題"));
}

QStringList planLinesIn(const Cycle &cycle, qint64 group, PlanField field)
{
    QStringList lines;
    for (const PlanLine &line : cycle.planLines) {
        if (line.targetGroup == group && line.field == field)
            lines << line.text;
    }
    if (const auto level = cycle.planLevels.find({group, field}); level != cycle.planLevels.end())
        lines << Texts::tr("想定するレベル：%1").arg(level->second.toString());
    return lines;
}

void writeInitiatives(const Part &part)
{
    for (const Initiative &initiative : part.source.cycle.initiatives) {
        TableBlock table;
        table.head = {Texts::tr("振り返りの問い"), Texts::tr("内容")};
        table.widths = {3.5, 6.5};
        for (std::size_t i = 0; i < initiative.answers.size(); ++i) {
            if (!initiative.answers[i].trimmed().isEmpty())
                table.rows.push_back({reviewQuestions()[i], part.said(initiative.answers[i])});
        }
        if (!table.rows.empty())
            part.out.table(std::move(table),
                           Texts::tr("取組の振り返り（%1）").arg(part.said(initiative.name)));
    }
}

void writeMeetings(const Part &part)
{
    TableBlock table;
    table.head = {Texts::tr("開催日"), Texts::tr("形式"), Texts::tr("出席者"), Texts::tr("内容")};
    table.widths = {2.4, 2, 3, 5};
    for (const ReflectionMeeting &meeting : part.source.cycle.meetings)
        table.rows.push_back({meeting.heldOn.isValid() ? eraDate(meeting.heldOn) : QString(),
                              part.said(meeting.form), part.said(meeting.attendees),
                              part.said(meeting.contents)});
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("振り返り会"));
}

/// What a goal of this cycle rests on in its results: its items, with their results.
QStringList resultsOf(const Part &part, qint64 goal)
{
    QStringList texts;
    for (const GoalLink &link : part.source.thread.links) {
        if (link.goal != goal || link.kind != EvidenceKind::Item)
            continue;
        for (const EvidenceNode &node : part.source.thread.nodes) {
            if (node.kind == link.kind && node.id == link.target)
                texts << (node.detail.isEmpty() ? node.label
                                                : Texts::tr("%1：%2").arg(node.label, node.detail));
        }
    }
    return texts;
}

/// Short-term goals against the items that serve them.
void writeGoalResults(const Part &part)
{
    TableBlock table;
    table.head = {Texts::tr("対象"), Texts::tr("短期の目標"), Texts::tr("確かめた設問と結果")};
    table.widths = {1.6, 3.4, 5};
    for (const TargetGroup &group : part.source.cycle.targetGroups) {
        QString name = groupTitle(group);
        for (const Goal &goal : part.source.cycle.goals) {
            if (goal.targetGroup != group.id || goal.term != Goal::Term::Short)
                continue;
            const QStringList results = resultsOf(part, goal.id);
            if (!results.isEmpty())
                table.rows.push_back(
                    {std::exchange(name, QString()), part.said(goal.text), part.points(results)});
        }
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("短期の目標と結果"), Texts::tr("設問ごとの対"));
}

} // namespace

QString Part::said(const QString &text) const
{
    return report.external ? maskNames(text, source.names) : text;
}

QString Part::groupName(qint64 targetGroup) const
{
    for (const TargetGroup &group : source.cycle.targetGroups) {
        if (group.id == targetGroup)
            return groupTitle(group);
    }
    return {};
}

QString Part::points(const QStringList &texts) const
{
    if (texts.size() == 1)
        return texts.front();
    QStringList lines;
    for (const QString &text : texts)
        lines << u'・' + text;
    return lines.join(u'\n');
}

void FactTable::add(const QString &name, const QString &value)
{
    if (!value.trimmed().isEmpty())
        m_table.rows.push_back({name, value.trimmed()});
}

void FactTable::write(ReportBuilder &out, const QString &title)
{
    if (isEmpty())
        return;
    m_table.head = {Texts::tr("項目"), Texts::tr("内容")};
    m_table.widths = {2, 8};
    out.table(std::move(m_table), title);
}

void writeProgramme(const Part &part)
{
    const Cycle &cycle = part.source.cycle;
    FactTable facts;
    facts.add(Texts::tr("名称"), cycle.programme.title);
    facts.add(Texts::tr("年度"), programmeYears(cycle.programme));
    facts.add(Texts::tr("実施主体"), part.source.prefecture);
    facts.add(Texts::tr("担当"), part.said(cycle.programme.owner));
    QStringList purposes;
    for (std::size_t i = 0; i < cycle.purposes.size(); ++i)
        purposes << (i == 0 ? Texts::tr("（主）%1") : Texts::tr("（副）%1"))
                        .arg(part.said(cycle.purposes[i].text));
    facts.add(Texts::tr("目的"), purposes.join(u'\n'));
    QStringList groups;
    for (const TargetGroup &group : cycle.targetGroups) {
        if (!group.isEnvironment)
            groups << groupTitle(group);
    }
    facts.add(Texts::tr("対象"), groups.join(Texts::tr("、")));
    QStringList workshops;
    for (const Workshop &workshop : cycle.workshops)
        workshops << (workshop.heldOn.isValid()
                          ? Texts::tr("%1（%2）").arg(workshop.title, eraDate(workshop.heldOn))
                          : workshop.title);
    facts.add(Texts::tr("研修会"), workshops.join(u'\n'));
    facts.write(part.out, Texts::tr("研修プログラムの概要"));
}

void writeSituation(const Part &part)
{
    writeFindings(part);
    writeReviewIssues(part);
}

void writeGoals(const Part &part)
{
    const Cycle &cycle = part.source.cycle;
    TableBlock table;
    table.head = {Texts::tr("対象"), cycle.programme.longLabel, cycle.programme.middleLabel,
                  cycle.programme.shortLabel};
    table.widths = {1.5, 3, 3, 3};
    for (const TargetGroup &group : cycle.targetGroups) {
        QStringList row{groupTitle(group)};
        bool any = false;
        for (const Goal::Term term : {Goal::Term::Long, Goal::Term::Middle, Goal::Term::Short}) {
            row << part.said(part.points(goalsIn(cycle, group.id, term)));
            any = any || !row.back().isEmpty();
        }
        if (any)
            table.rows.push_back(row);
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("対象ごとの目標"));
}

void writePlan(const Part &part)
{
    const Cycle &cycle = part.source.cycle;
    TableBlock table;
    table.head = {Texts::tr("対象")};
    for (const PlanField field : {PlanField::Entry, PlanField::Outcome, PlanField::Action})
        table.head << planFieldTitle(field);
    table.widths = {1.5, 3, 3, 3};
    for (const TargetGroup &group : cycle.targetGroups) {
        QStringList row{groupTitle(group)};
        bool any = false;
        for (const PlanField field : {PlanField::Entry, PlanField::Outcome, PlanField::Action}) {
            row << part.said(part.points(planLinesIn(cycle, group.id, field)));
            any = any || !row.back().isEmpty();
        }
        if (any)
            table.rows.push_back(row);
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("対象ごとの入口・研修終了時・行動目標"));
}

void writeEvaluation(const Part &part)
{
    using Kind = EvaluationLine::Kind;
    writeGoalResults(part);
    TableBlock table;
    table.head = {Texts::tr("項目"), Texts::tr("内容")};
    table.widths = {2, 8};
    for (const Kind kind : {Kind::Achieved, Kind::NotAchieved, Kind::Reading, Kind::Council}) {
        QStringList texts;
        for (const EvaluationLine &line : part.source.cycle.evaluation) {
            const QString group = part.groupName(line.targetGroup);
            if (line.kind == kind)
                texts << (group.isEmpty() ? part.said(line.text)
                                          : Texts::tr("【%1】%2").arg(group, part.said(line.text)));
        }
        if (!texts.isEmpty())
            table.rows.push_back({evaluationKindTitle(kind), part.points(texts)});
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("評価シート"));
    writeInitiatives(part);
    writeMeetings(part);
}

void writeNextGoals(const Part &part)
{
    TableBlock table;
    table.head = {Texts::tr("対象"), Texts::tr("次の短期目標")};
    table.widths = {2.5, 7.5};
    const auto rows = [&](qint64 group, QString name) {
        for (const EvaluationLine &line : part.source.cycle.evaluation) {
            if (line.kind == EvaluationLine::Kind::NextGoal && line.targetGroup == group)
                table.rows.push_back({std::exchange(name, QString()), part.said(line.text)});
        }
    };
    for (const TargetGroup &group : part.source.cycle.targetGroups)
        rows(group.id, groupTitle(group));
    rows(0, Texts::tr("対象を決めていないもの"));
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("次の短期目標"));
}

} // namespace tane::report
