#include "samplereport.h"

#include "report/goaldrafts.h"
#include "report/tablecheckreport.h"

#include <algorithm>

#include <QFile>

using namespace tane;
using tane::test::SampleFile;
using tane::test::wordsOf;
using namespace Qt::StringLiterals;

// 002:2779-2926: Ⅱ-1 of the coordinators 11/27/3 of 41; that Ⅱ-2 and Ⅱ-3 rose more than they fell, too.
TEST_CASE("what was not reached becomes a state to reach, with the sentence and the numbers it rests on")
{
    SampleFile file;
    const auto source = file.source();
    const auto drafts = goalDrafts(*source);
    const QString key = u"explain:Ⅱ-1:コーディネーター"_s;
    const auto open = std::ranges::find(drafts, key, &GoalDraft::key);
    REQUIRE(open != drafts.end());
    CHECK(std::ranges::count(drafts, key, &GoalDraft::key) == 1); // the results would say it again
    CHECK(open->text.contains(u"（Ⅱ-1）を資料がなくても説明できる方を、今回の対41組中"_s));
    CHECK_FALSE(open->text.contains(u"46組が変わらず"_s)); // not her sentence once more
    const QString evidence = open->evidence.join(u'\n');
    CHECK(open->evidence.front().contains(u"できなかったこと"_s));
    CHECK(evidence.contains(u"連携が必要な理由の説明（Ⅱ-1）は46組が変わらず"_s));
    CHECK(evidence.contains(u"対41組のうち上がった方11名（26.8%）、変わらない方27名、下がった方3名"_s));
    CHECK(evidence.contains(u"Ⅱ-2（上がった方16名・下がった方4名）"_s));
    const auto group = std::ranges::find(source->cycle.targetGroups, open->targetGroup, &TargetGroup::id);
    REQUIRE(group != source->cycle.targetGroups.end());
    CHECK(group->name == u"コーディネーター"_s);
}

// 002:2779-2926: of practice most fell in Ⅰ-2 (9/39/18 of 66).
TEST_CASE("a practice that many saw they do not do is offered with its numbers and never called a failure")
{
    SampleFile file;
    const auto drafts = goalDrafts(*file.source());
    const auto practice = std::ranges::find(drafts, u"practice:Ⅰ-2"_s, &GoalDraft::key);
    REQUIRE(practice != drafts.end());
    CHECK(practice->text.contains(u"より良い側の選択肢で答える方を、今回の対66組中"_s));
    const QString evidence = practice->evidence.join(u'\n');
    CHECK(evidence.contains(u"対66組のうち上がった方9名（13.6%）、変わらない方39名、下がった方18名"_s));
    CHECK(evidence.contains(u"失敗ではありません"_s));
    CHECK(evidence.contains(u"今回の目標「日々の相談から地域課題のタネを見つけ"_s));
}

TEST_CASE("a sentence of the evaluation that names no item stays as it is written")
{
    SampleFile file;
    const QString sentence = u"参加できなかった市町村が3つ残った。"_s;
    REQUIRE(
        RecordTable<EvaluationLine>(file.document())
            .add({.programme = file.programme(), .kind = EvaluationLine::Kind::NotAchieved, .text = sentence},
                 u"追加"_s));
    const auto drafts = goalDrafts(*file.source());
    const auto open =
        std::ranges::find_if(drafts, [](const GoalDraft &draft) { return draft.key.startsWith(u"open:"); });
    REQUIRE(open != drafts.end());
    CHECK(open->text.contains(u"参加できなかった市町村が3つ残った）"_s));
}

// The plan expects about level 1.5 of the coordinators; three people by hand: two at 0, one at 2-1.
TEST_CASE("the step most people have not left, below what the plan expects, is offered with its counts")
{
    SampleFile file;
    ReportSource source = *file.source();
    source.registry.people.clear();
    for (const int level : {0, 0, 6}) {
        PersonRecord person;
        person.roles = {u"コーディネーター"_s};
        person.assessments = {{.assessedOn = QDate(2026, 1, 10), .level = level}};
        source.registry.people.push_back(std::move(person));
    }
    const auto drafts = goalDrafts(source);
    const auto ladder =
        std::ranges::find_if(drafts, [](const GoalDraft &draft) { return draft.key.startsWith(u"ladder:"); });
    REQUIRE(ladder != drafts.end());
    CHECK(ladder->text.startsWith(u"段階0の方のうち、段階1-1"_s));
    CHECK(ladder->evidence.front().contains(u"評価がある方3名"_s));
    CHECK(ladder->evidence.front().contains(u"届いていない方2名（段階0）、うち段階0の方2名"_s));
}

TEST_CASE("issues that no council saw and issues nobody takes care of ask for a goal of their own")
{
    SampleFile file;
    ReportSource source = *file.source();
    source.pipeline = {};
    source.pipeline.cards = {
        {.id = 1, .stage = IssueStage::Regional, .title = u"夜間の連絡先"_s, .owner = u"係"_s},
        {.id = 2, .stage = IssueStage::Seed, .title = u"退院の知らせ"_s},
        {.id = 3, .stage = IssueStage::Trouble, .title = u"困りごと"_s},
        {.id = 4, .stage = IssueStage::Seed, .title = u"済んだ"_s, .status = IssueStatus::Solved}};
    source.pipeline.buildIndex();
    const auto drafts = goalDrafts(source);
    const auto council = std::ranges::find(drafts, u"council"_s, &GoalDraft::key);
    REQUIRE(council != drafts.end());
    CHECK(council->text.contains(u"地域課題1件"_s));
    CHECK(council->evidence == QStringList{u"地域課題：夜間の連絡先"_s});
    const auto owner = std::ranges::find(drafts, u"owner"_s, &GoalDraft::key);
    REQUIRE(owner != drafts.end());
    CHECK(owner->evidence == QStringList{u"担当の決まっていない課題：退院の知らせ"_s});
}

TEST_CASE("an accepted draft is a line of the evaluation, is offered no more, and can be taken back")
{
    SampleFile file;
    const auto drafts = goalDrafts(*file.source());
    REQUIRE_FALSE(drafts.empty());
    const auto id = acceptGoalDraft(file.document(), file.programme(), drafts.front());
    REQUIRE(id);
    file.reopen();
    const auto line = RecordTable<EvaluationLine>(file.document()).load(*id);
    REQUIRE(line);
    CHECK(line->kind == EvaluationLine::Kind::NextGoal);
    CHECK(line->text == drafts.front().text);
    CHECK(line->targetGroup == drafts.front().targetGroup);
    const auto after = goalDrafts(*file.source());
    CHECK(after.size() == drafts.size() - 1);
    CHECK(std::ranges::find(after, drafts.front().key, &GoalDraft::key) == after.end());
}

// The published table with its printed percentages (002:2779-2926): eleven rows do not follow.
TEST_CASE("the finding of a checked table names the eleven rows and marks their percentages in the table")
{
    QFile tsv(QStringLiteral(TANE_TEST_DATA "/tables/trial1.tsv"));
    REQUIRE(tsv.open(QIODevice::ReadOnly));
    const auto cells = cellsOfText(QString::fromUtf8(tsv.readAll()));
    const auto check = checkTable(cells);
    REQUIRE(check);
    const ReportDocument report = tableCheckReport(u"表.xlsx"_s, cells, *check);
    const QString words = wordsOf(report);
    CHECK(words.contains(check->summary()));
    int marked = 0, wrong = 0;
    for (const CheckedRow &row : check->rows)
        wrong += static_cast<int>(std::ranges::count(row.percents, false, &CheckedPercent::follows));
    for (const ReportBlock &block : report.blocks) {
        const auto *table = std::get_if<TableBlock>(&block);
        for (std::size_t row = 0; table != nullptr && row < table->rows.size(); ++row)
            for (const QString &cell : table->rows[row])
                marked += cell.endsWith(u" ※"_s) ? 1 : 0;
    }
    CHECK(marked == wrong);
    CHECK(wrong >= 11);
    const QStringList lines = tableCheckText(*check).split(u'\n');
    CHECK(lines.size() == 2 + wrong);
}
