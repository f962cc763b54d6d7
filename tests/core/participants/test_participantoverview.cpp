#include "participants/participantoverview.h"

#include "core/people/peopleoffice.h"
#include "exchange/tablereader.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::valueOf;
using State = Participant::State;

namespace {

/// Trial ①: 88 had applied, 78 (49 coordinators, 29 officers) took part and answered before, 75 (46, 29)
/// after; 2024 research report on supporting home-care coordinators.
ChasingState trialOne()
{
    ChasingState state;
    state.workshop.title = u"第1回"_s;
    for (int i = 0; i < 90; ++i) {
        Participant one;
        one.id = i + 1;
        one.name = u"参加者%1"_s.arg(i + 1);
        one.role = i < 49 ? u"コーディネーター"_s : u"市町村担当者"_s;
        one.state = i < 78 ? State::Accepted : i < 88 ? State::Declined : State::Invited;
        one.attendance = i < 78 ? Participant::Attendance::Present : Participant::Attendance::Open;
        state.participants.push_back(one);
        if (i < 78)
            state.answered.surely[one.id].set(Wave::Before);
        if (i < 46 || (i >= 49 && i < 78))
            state.answered.surely[one.id].set(Wave::After);
    }
    return state;
}

} // namespace

TEST_CASE("the way from application to answers is counted with the base of every step")
{
    const std::vector<FunnelStage> steps = participantFunnel(trialOne());
    REQUIRE(steps.size() == 6);
    const auto is = [](const FunnelStage &step, const QString &title, int count, int base) {
        INFO(step.title.toStdString() << ' ' << step.count << ' ' << step.base);
        CHECK((step.title == title && step.count == count && step.base == base));
    };
    is(steps[0], u"申込み"_s, 88, 90);
    is(steps[1], u"受講決定"_s, 78, 88);
    is(steps[2], u"事前回答"_s, 78, 78);
    is(steps[3], u"出席"_s, 78, 78);
    is(steps[4], u"事後回答"_s, 75, 78);
    is(steps[5], u"フォローアップ回答"_s, 0, 78);
}

TEST_CASE("lecturers and observers are no step on the way of learners")
{
    ChasingState state = trialOne();
    Participant lecturer;
    lecturer.id = 1000;
    lecturer.part = Participant::Part::Lecturer;
    lecturer.state = State::Accepted;
    state.participants.push_back(lecturer);
    CHECK(participantFunnel(state)[1].count == 78);
    CHECK(participantFunnel(state)[0].base == 90);
}

TEST_CASE("response rates become bars whose parts add up to those who are asked")
{
    const ChasingState state = trialOne();
    const ChartSpec chart = responseChart(state.rates(Wave::After, RateBy::Role), u"回答率"_s);
    REQUIRE(chart.categories.size() == 2);
    CHECK(chart.categories[0].label == u"コーディネーター"_s);
    CHECK(chart.categories[0].base == 49);
    CHECK(chart.categories[1].base == 29);
    REQUIRE(chart.series.size() == 2); // nothing waits for a decision
    CHECK(chart.series[0].values == std::vector{46, 29});
    CHECK(chart.series[1].values == std::vector{3, 0});
    const ChartSpec all = responseChart(state.rates(Wave::After, RateBy::All), u"回答率"_s);
    REQUIRE(all.categories.size() == 1);
    CHECK(all.categories[0].label == u"全体"_s);
}

TEST_CASE("an answer that may be somebody's is neither answered nor missing in the bars")
{
    ChasingState state = trialOne();
    state.answered.maybe[49].set(Wave::After); // the last coordinator
    const ChartSpec chart = responseChart(state.rates(Wave::After, RateBy::Role), u"回答率"_s);
    REQUIRE(chart.series.size() == 3);
    CHECK(chart.series[1].name == u"確認待ち"_s);
    CHECK(chart.series[1].values == std::vector{1, 0});
    CHECK(chart.series[2].values == std::vector{2, 0});
    CHECK(answeredText(state, state.participants[48], Wave::After) == u"確認待ち"_s);
    CHECK(answeredText(state, state.participants[47], Wave::After) == u"未回答"_s);
    CHECK(answeredText(state, state.participants[0], Wave::After) == u"回答あり"_s);
    CHECK(answeredText(state, state.participants[89], Wave::After).isEmpty()); // she is not asked
}

TEST_CASE("the list in Excel holds everybody with her state and answers under the usual heads")
{
    const storagetest::Folder folder;
    const ChasingState state = trialOne();
    const QString path = folder(u"一覧.xlsx"_s);
    REQUIRE(writeParticipantList(state, state.participants, u"すべて"_s, path).has_value());
    const auto tables = valueOf(readTables(path));
    REQUIRE(!tables.empty());
    QStringList lines;
    const Table &table = tables.front();
    for (int row = 0; row < table.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < table.columnCount(); ++column)
            cells << QString::fromUtf8(table.cell(row, column));
        lines << cells.join(u'|');
    }
    const auto has = [&](const QStringList &words) {
        return std::ranges::any_of(lines, [&](const QString &line) {
            return std::ranges::all_of(words, [&](const QString &word) { return line.contains(word); });
        });
    };
    CHECK(has({u"受付番号"_s, u"氏名"_s, u"立場"_s, u"状態"_s, u"事後回答"_s}));
    CHECK(has({u"参加者49"_s, u"受講決定"_s, u"回答あり"_s, u"未回答"_s}));
    CHECK(has({u"参加者88"_s, u"お断り"_s}));
}
