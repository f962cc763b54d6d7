// Sections about what happened: workshop, participants, answers, changes, free text, issues, follow-up.
#include "report/reportsections.h"

#include "base/fiscalyear.h"
#include "issues/issuecharts.h"
#include "participants/participantoverview.h"
#include "participants/participationsheet.h"
#include "survey/changesections.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane::report {

namespace {

ChangeSections changesOf(const Part &part)
{
    return {.analysis = part.workshop->survey->analysis,
            .readings = part.workshop->readings,
            .external = part.report.external};
}

bool hasAnswers(const Part &part)
{
    return part.workshop != nullptr && part.workshop->survey.has_value();
}

/// Present people where attendance was taken, else the accepted ones.
Counted countedIn(const WorkshopSource &workshop)
{
    return std::ranges::any_of(workshop.chasing.participants,
                               [](const Participant &participant) {
                                   return participant.attendance != Participant::Attendance::Open;
                               })
               ? Counted::Present
               : Counted::Accepted;
}

QDate dayOf(const Part &part)
{
    return part.workshop->workshop.heldOn.isValid() ? part.workshop->workshop.heldOn : part.source.today;
}

void writeTimetable(const Part &part)
{
    const Workshop &workshop = part.workshop->workshop;
    const auto rows = part.source.cycle.timetables.find(workshop.id);
    if (rows == part.source.cycle.timetables.end() || rows->second.empty())
        return;
    TableBlock table;
    table.head = {Texts::tr("時刻"), Texts::tr("時間"), Texts::tr("項目"), Texts::tr("内容"),
                  Texts::tr("講師")};
    table.widths = {2.8, 1.1, 2.3, 4, 3.1};
    table.align = {TextAlign::Left, TextAlign::Right};
    for (const Timetable::Row &row : chainTimes(workshop.startsAt, rows->second).rows) {
        const QString times = row.start.isValid() ? Texts::tr("%1～%2").arg(row.start.toString(u"H:mm"_s),
                                                                            row.end.toString(u"H:mm"_s))
                                                  : QString();
        table.rows.push_back({times, Texts::tr("%1分").arg(row.row.minutes), row.row.title, row.row.content,
                              row.row.lecturer});
    }
    part.out.table(std::move(table), Texts::tr("当日の時間割"));
}

/// Who of those asked is known to have answered after.
int afterAnswered(const ChasingState &state)
{
    int answered = 0;
    for (const ResponseRate &rate : state.rates(Wave::After, RateBy::All))
        answered += rate.answered;
    return answered;
}

void writeFunnel(const Part &part)
{
    TableBlock table;
    table.head = {Texts::tr("段階"), Texts::tr("人数"), Texts::tr("割合"), Texts::tr("割合の母数")};
    table.align = {TextAlign::Left, TextAlign::Right, TextAlign::Right, TextAlign::Left};
    table.widths = {3, 1.5, 1.5, 4};
    for (const FunnelStage &stage : participantFunnel(part.workshop->chasing)) {
        if (stage.count == 0 && stage.base == 0)
            continue;
        table.rows.push_back({stage.title, QString::number(stage.count),
                              Percent::of(stage.count, stage.base).text(),
                              Texts::tr("%1 %2名").arg(stage.baseText).arg(stage.base)});
    }
    part.out.table(std::move(table), Texts::tr("申込みから回答までの人数"),
                   Texts::tr("表の「割合の母数」の列"));
    const int counted = afterAnswered(part.workshop->chasing);
    if (!part.workshop->survey || counted == 0)
        return;
    const int answered = part.workshop->survey->analysis.people.front().after;
    if (answered > counted)
        part.out.paragraph(
            Texts::tr("事後回答は、参加者の一覧のどなたのものか分かった回答だけを数えます。研修後の"
                      "アンケートに回答した%1名のうち%2名は、結びつきを確かめているところです。")
                .arg(answered)
                .arg(answered - counted));
}

/// Few people of one kind go together, so that nobody can be told from the table.
CountTable forOutside(CountTable table)
{
    CountRow others{.value = Texts::tr("その他（少人数のものをまとめた数）"), .count = 0, .percent = {}};
    std::erase_if(table.rows, [&others](const CountRow &row) {
        if (row.count == 0 || row.count >= kHiddenBelow)
            return false;
        others.count += row.count;
        return true;
    });
    if (others.count > 0 && others.count < kHiddenBelow) {
        const auto least = std::ranges::min_element(table.rows, {}, [](const CountRow &row) {
            return row.count == 0 ? std::numeric_limits<int>::max() : row.count;
        });
        if (least != table.rows.end() && least->count > 0) {
            others.count += least->count;
            table.rows.erase(least);
        }
    }
    if (others.count > 0) {
        others.percent = Percent::of(others.count, table.base);
        table.rows.push_back(others);
    }
    return table;
}

void writeCounts(const Part &part, CountTable counted)
{
    // Of several answers a person each row stands alone: putting few together would count people twice.
    if (part.report.external && !counted.multiple)
        counted = forOutside(std::move(counted));
    std::erase_if(counted.rows, [&](const CountRow &row) {
        return row.count == 0 || (part.report.external && counted.multiple && row.count < kHiddenBelow);
    });
    if (counted.base == 0 || counted.rows.empty())
        return;
    part.out.figure(countChart(counted), counted.baseText);
}

void writeTurnout(const Part &part)
{
    const auto turnout = turnoutOf(part.source.registry, part.workshop->chasing.participants,
                                   countedIn(*part.workshop), dayOf(part));
    if (turnout.empty())
        return;
    part.out.figure(turnoutChart(turnout), Texts::tr("名簿の市町村 %1").arg(turnout.size()));
    if (part.report.external) // one coordinator of a town is a person
        return;
    TableBlock table;
    table.head = {Texts::tr("市町村"),       Texts::tr("圏域"), Texts::tr("コーディネーター"),
                  Texts::tr("市町村担当者"), Texts::tr("ほか"), Texts::tr("参加")};
    table.align = {TextAlign::Left, TextAlign::Left, TextAlign::Right, TextAlign::Right, TextAlign::Right};
    table.widths = {2.4, 2, 1.9, 1.7, 1, 3};
    // Area by area in the order of the figure above, towns without one last.
    std::vector<MunicipalityTurnout> byArea;
    for (const TurnoutCount &area : turnoutByArea(turnout))
        std::ranges::copy_if(turnout, std::back_inserter(byArea),
                             [&area](const MunicipalityTurnout &each) { return each.area == area.label; });
    std::ranges::copy_if(turnout, std::back_inserter(byArea),
                         [](const MunicipalityTurnout &each) { return each.area.isEmpty(); });
    for (const MunicipalityTurnout &each : byArea)
        table.rows.push_back({each.name, each.area, QString::number(each.coordinators),
                              QString::number(each.officers), QString::number(each.others),
                              turnoutText(each.who())});
    part.out.table(std::move(table), Texts::tr("市町村ごとの参加"));
}

/// The items of a set in which most people went that way; several when they are equally many, none when
/// nobody.
std::vector<const ChangeRow *> most(const ChangeAnalysis &analysis, const ItemSet &set,
                                    int ChangeRow::*member)
{
    std::vector<const ChangeRow *> found;
    for (const Item &item : set.items) {
        const ChangeRow *row =
            item.isComparable() ? analysis.row(analysis.questionnaire.indexOf(item.code), u"all"_s) : nullptr;
        const int count = row != nullptr ? row->*member : 0;
        const int best = found.empty() ? 1 : found.front()->*member;
        if (count > best)
            found.clear();
        if (count >= best)
            found.push_back(row);
    }
    return found;
}

QString mainChange(const ChangeAnalysis &analysis, const ItemSet &set)
{
    const auto words = [&](const std::vector<const ChangeRow *> &rows, int ChangeRow::*member) {
        QStringList all;
        for (const ChangeRow *row : rows) {
            const Item *item = analysis.questionnaire.find(row->itemCode);
            all << Texts::tr("%1「%2」の%3名（対%4組の%5）")
                       .arg(row->itemCode, item != nullptr ? item->label() : QString(),
                            QString::number(row->*member), QString::number(row->n()),
                            Percent::of(row->*member, row->n()).text());
        }
        return all.join(u'、');
    };
    const std::vector<const ChangeRow *> up = most(analysis, set, &ChangeRow::up);
    const std::vector<const ChangeRow *> down = most(analysis, set, &ChangeRow::down);
    if (up.empty() && down.empty())
        return {};
    const bool practice = set.kind == ItemKind::Practice;
    QString text = Texts::tr("%1 %2：").arg(set.code, set.title);
    if (!up.empty())
        text += (practice ? Texts::tr("見え方が上の選択肢に変わった方が最も多かったのは、%1です。")
                          : Texts::tr("上がった方が最も多かったのは、%1です。"))
                    .arg(words(up, &ChangeRow::up));
    if (!down.empty())
        text += (practice ? Texts::tr("下の選択肢に変わった方が最も多かったのは、%1です。")
                          : Texts::tr("下がった方が最も多かったのは、%1です。"))
                    .arg(words(down, &ChangeRow::down));
    if (practice)
        text += Texts::tr("研修から数日で実態は変わらないため、どちらも見え方の変化です。");
    return text;
}

/// Cards that came of this workshop, its boards and what grew from them; of all workshops when it has none.
std::vector<const IssueCard *> cardsOf(const Part &part)
{
    std::vector<const IssueCard *> cards;
    for (const IssueCard &card : part.source.pipeline.cards) {
        const auto roots = part.source.pipeline.roots(card.id);
        if (std::ranges::any_of(roots, [&](qint64 root) {
                const IssueCard *origin = part.source.pipeline.card(root);
                return origin != nullptr && origin->workshop == part.workshop->workshop.id;
            }))
            cards.push_back(&card);
    }
    return cards;
}

/// What stands in one field of the posters, over all groups.
struct SceneNotes
{
    int notes = 0;
    int loose = 0;                                 ///< under no heading
    std::vector<std::pair<QString, int>> headings; ///< the same one of several groups once

    void add(const QString &heading, int under)
    {
        const auto same = std::ranges::find(headings, heading, &std::pair<QString, int>::first);
        if (same != headings.end())
            same->second += under;
        else
            headings.emplace_back(heading, under);
    }
    /// The headings with their notes, then what has none: together as many as `notes`.
    [[nodiscard]] QString clusters() const
    {
        QStringList all;
        for (const auto &[heading, under] : headings)
            all << Texts::tr("%1（%2）").arg(heading).arg(under);
        if (loose > 0)
            all << Texts::tr("見出しなし（%1）").arg(loose);
        return all.join(Texts::tr("、"));
    }
};

void countNotes(const Part &part, const BoardContent &board, qint64 scene, SceneNotes &into)
{
    const int here = board.count(scene);
    int headed = 0;
    for (const NoteCluster *cluster : board.clustersOf(scene)) {
        const int under = static_cast<int>(board.notesOf(cluster->id).size());
        if (cluster->heading.isEmpty() || under == 0)
            continue;
        headed += under;
        into.add(part.said(cluster->heading), under);
    }
    into.notes += here;
    into.loose += std::max(0, here - headed);
}

void writeBoards(const Part &part)
{
    TableBlock table;
    table.head = {Texts::tr("場面"), Texts::tr("付箋"), Texts::tr("まとまり（見出しと枚数）")};
    table.align = {TextAlign::Left, TextAlign::Right};
    table.widths = {2.5, 0.9, 6.8};
    QStringList scenes;
    std::map<QString, SceneNotes> counts;
    int all = 0;
    for (const BoardContent &board : part.workshop->boards) {
        for (const BoardScene &scene : board.scenes) {
            if (!scenes.contains(scene.name))
                scenes << scene.name;
            countNotes(part, board, scene.id, counts[scene.name]);
        }
        all += static_cast<int>(board.notes.size());
    }
    // Notes that were typed and not put into a field yet count, too: the text above the table says all of
    // them.
    const QString nowhere = Texts::tr("場面を決めていないもの");
    for (const BoardContent &board : part.workshop->boards)
        countNotes(part, board, 0, counts[nowhere]);
    scenes << nowhere;
    for (const QString &scene : std::as_const(scenes)) {
        if (counts[scene].notes > 0)
            table.rows.push_back({scene, QString::number(counts[scene].notes), counts[scene].clusters()});
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("場面ごとの付箋とまとまり"),
                       Texts::tr("模造紙 %1枚、付箋 %2枚").arg(part.workshop->boards.size()).arg(all));
}

void writeCards(const Part &part, const std::vector<const IssueCard *> &cards)
{
    TableBlock table;
    table.head = {Texts::tr("段階"), Texts::tr("内容"), Texts::tr("場面"), Texts::tr("状態")};
    table.widths = {2, 5.2, 2.2, 1.2};
    for (int stage = static_cast<int>(IssueStage::Seed); stage < kIssueStages; ++stage) {
        QString name = issueStageText(static_cast<IssueStage>(stage));
        for (const IssueCard *card : cards) {
            if (static_cast<int>(card->stage) != stage)
                continue;
            table.rows.push_back({std::exchange(name, QString()), part.said(card->title),
                                  joinScenes(card->scenes), issueStatusText(card->status)});
        }
    }
    if (!table.rows.empty())
        part.out.table(std::move(table), Texts::tr("地域課題のタネから先に進んだもの"));
}

} // namespace

void writeSummary(const Part &part)
{
    if (!hasAnswers(part))
        return;
    const ChangeAnalysis &analysis = part.workshop->survey->analysis;
    for (const ItemSet &set : analysis.questionnaire.sets) {
        if (!isComparable(set) || (part.report.external && analysis.pairs < kCountsOnlyBelow))
            continue;
        if (const QString text = mainChange(analysis, set); !text.isEmpty())
            part.out.bullet(text);
    }
    const auto lines = [&](EvaluationLine::Kind kind, const QString &pattern) {
        for (const EvaluationLine &line : part.source.cycle.evaluation) {
            if (line.kind == kind)
                part.out.bullet(pattern.arg(part.said(line.text)));
        }
    };
    lines(EvaluationLine::Kind::Achieved, Texts::tr("できたこと：%1"));
    lines(EvaluationLine::Kind::NotAchieved, Texts::tr("できなかったこと：%1"));
}

void writeWorkshop(const Part &part)
{
    if (part.workshop == nullptr)
        return;
    const Workshop &workshop = part.workshop->workshop;
    FactTable facts;
    facts.add(Texts::tr("名称"), workshop.title);
    facts.add(Texts::tr("開催日時"), eraDateWithWeekday(workshop.heldOn));
    facts.add(Texts::tr("開催方法"), workshopMethodText(workshop.method));
    facts.add(Texts::tr("開催場所"), workshop.place);
    facts.add(Texts::tr("参加対象"), workshop.participants);
    if (workshop.capacity)
        facts.add(
            Texts::tr("定員"),
            workshop.capacityNote.isEmpty()
                ? Texts::tr("%1名").arg(*workshop.capacity)
                : Texts::tr("%1名（%2）").arg(QString::number(*workshop.capacity), workshop.capacityNote));
    if (workshop.recruitFrom.isValid() || workshop.recruitUntil.isValid())
        facts.add(Texts::tr("募集期間"),
                  Texts::tr("%1～%2").arg(eraDate(workshop.recruitFrom), eraDate(workshop.recruitUntil)));
    facts.add(Texts::tr("周知方法"), part.said(workshop.publicity));
    facts.add(Texts::tr("開催前"), part.said(workshop.beforeEvent));
    facts.add(Texts::tr("研修会"), part.said(workshop.atEvent));
    facts.add(Texts::tr("開催後"), part.said(workshop.afterEvent));
    facts.add(Texts::tr("評価方法"), part.said(workshop.assessment));
    facts.add(Texts::tr("その他"), part.said(workshop.other));
    facts.write(part.out, Texts::tr("研修会の設計"));
    writeTimetable(part);
}

void writeParticipants(const Part &part)
{
    if (part.workshop == nullptr || part.workshop->chasing.participants.empty())
        return;
    writeFunnel(part);
    std::vector<Participant> people =
        countedParticipants(part.workshop->chasing.participants, countedIn(*part.workshop));
    std::erase_if(people,
                  [](const Participant &person) { return person.part != Participant::Part::Learner; });
    writeCounts(part, countRoles(people, part.source.roleWords));
    writeCounts(part, countExperience(people, {}, dayOf(part), CountBase::Answered));
    writeCounts(part, countQualifications(people, {}, part.source.qualificationWords, CountBase::Answered));
    writeTurnout(part);
}

void writeAnswers(const Part &part)
{
    if (hasAnswers(part))
        changesOf(part).answers(part.out);
}

void writeChanges(const Part &part)
{
    if (!hasAnswers(part))
        return;
    const ChangeSections sections = changesOf(part);
    bool first = true;
    for (const ItemSet &set : sections.analysis.questionnaire.sets) {
        if (!isComparable(set) || (!part.section.itemSet.isEmpty() && part.section.itemSet != set.code))
            continue;
        if (!std::exchange(first, false))
            part.out.pageBreak();
        part.out.heading(2, set.code + u' ' + set.title);
        sections.changes(part.out, set, 3);
    }
}

void writeSatisfaction(const Part &part)
{
    if (hasAnswers(part) && !part.workshop->survey->analysis.distributions.empty())
        changesOf(part).distributions(part.out);
}

void writeIssues(const Part &part)
{
    if (part.workshop == nullptr)
        return;
    writeBoards(part);
    const std::vector<const IssueCard *> cards = cardsOf(part);
    if (cards.empty())
        return;
    ChartSpec chart = stageStatusChart(countStages(cards, part.source.today));
    for (std::size_t stage = chart.categories.size(); stage-- > 0;) {
        if (chart.categories[stage].base > 0)
            continue;
        const auto at = static_cast<std::ptrdiff_t>(stage);
        chart.categories.erase(chart.categories.begin() + at);
        for (ChartSeries &series : chart.series)
            series.values.erase(series.values.begin() + at);
    }
    part.out.figure(std::move(chart), Texts::tr("この研修会から生まれた課題 %1件").arg(cards.size()));
    writeCards(part, cards);
}

void writeMethod(const Part &part)
{
    if (!hasAnswers(part))
        return;
    changesOf(part).method(part.out, part.workshop->survey->problems > 0);
    if (part.report.external)
        part.out.bullet(
            Texts::tr("少ない人数の扱い：対が10組に満たない区分は人数だけを示し、5組に満たない区分は"
                      "載せていません。残りから計算できる区分も載せていません。自由記述などの氏名は"
                      "伏せています。"));
}

TableBlock baseTable(const std::vector<ReportFigure> &figures)
{
    TableBlock table;
    table.caption = Texts::tr("図表の母数");
    table.head = {Texts::tr("母数"), Texts::tr("図表")};
    table.widths = {4, 6};
    for (const ReportFigure &figure : figures) {
        if (figure.base.isEmpty())
            continue;
        const auto same = std::ranges::find(table.rows, figure.base, &QStringList::constFirst);
        if (same != table.rows.end())
            same->back() += Texts::tr("、%1").arg(figure.number);
        else
            table.rows.push_back({figure.base, figure.number});
    }
    return table;
}

} // namespace tane::report
