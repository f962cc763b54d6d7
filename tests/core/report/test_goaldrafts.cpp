#include "samplereport.h"

#include "report/goaldrafts.h"
#include "report/tablecheckreport.h"

#include <algorithm>

#include <QFile>

using namespace tane;
using tane::test::SampleFile;
using tane::test::wordsOf;
using namespace Qt::StringLiterals;

TEST_CASE("what was not reached becomes a draft of a next goal with the sentence it rests on")
{
    SampleFile file;
    const auto source = file.source();
    const auto drafts = goalDrafts(*source);
    const auto open =
        std::ranges::find_if(drafts, [](const GoalDraft &draft) { return draft.key.startsWith(u"open:"); });
    REQUIRE(open != drafts.end());
    CHECK(open->text.contains(u"連携が必要な理由の説明（Ⅱ-1）は46組が変わらず"_s));
    CHECK_FALSE(open->text.contains(u"。）"_s));
    REQUIRE_FALSE(open->evidence.isEmpty());
    CHECK(open->evidence.front().contains(u"できなかったこと"_s));
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
    const QString evidence = practice->evidence.join(u'\n');
    CHECK(evidence.contains(u"対66組のうち上がった方9名（13.6%）、変わらない方39名、下がった方18名"_s));
    CHECK(evidence.contains(u"失敗ではありません"_s));
    CHECK(evidence.contains(u"今回の目標「日々の相談から地域課題のタネを見つけ"_s));
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
