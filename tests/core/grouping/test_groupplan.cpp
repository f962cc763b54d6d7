#include "grouping/groupplan.h"

#include <catch2/catch.hpp>

#include <QByteArray>

#include <deque>

using namespace tane;

namespace {

/// A table of these lines, cells divided by tabs.
Table table(const std::vector<QByteArray> &lines)
{
    Table result;
    result.file = QStringLiteral("名簿.csv");
    auto kept = std::make_shared<std::deque<std::string>>();
    for (std::size_t row = 0; row < lines.size(); ++row) {
        result.beginRow(static_cast<int>(row) + 1);
        for (const QByteArray &cell : lines[row].split('\t')) {
            kept->push_back(cell.toStdString());
            result.addCell(kept->back());
        }
        result.endRow();
    }
    result.keepAlive(kept);
    return result;
}

WorkshopPeople people(const std::vector<QByteArray> &lines)
{
    std::vector<Problem> problems;
    const auto result = readWorkshopPeople({table(lines)}, problems);
    REQUIRE(result.has_value());
    REQUIRE(problems.empty());
    return *result;
}

QStringList names(const WorkshopPeople &list)
{
    QStringList names;
    for (const auto &person : list.people)
        names << person.name;
    return names;
}

} // namespace

TEST_CASE("officers of municipalities moderate, coordinators of municipalities are no officers")
{
    CHECK(isMunicipalOfficer(QStringLiteral("市町村担当者")));
    CHECK(isMunicipalOfficer(QStringLiteral("市町村・広域連合の職員（在宅医療・介護連携推進事業の担当者）")));
    CHECK_FALSE(isMunicipalOfficer(
        QStringLiteral("市町村・広域連合が配置する在宅医療・介護連携支援コーディネーター等")));
    CHECK_FALSE(isMunicipalOfficer(QStringLiteral("コーディネータ（市町村直営）")));
    CHECK_FALSE(isMunicipalOfficer(QStringLiteral("都道府県の職員")));
    CHECK_FALSE(isMunicipalOfficer(QString()));
}

TEST_CASE("people are read below a title, under other heads, without observers, lecturers and absent ones")
{
    const WorkshopPeople list =
        people({"令和八年度 研修会 参加者名簿", "No.\tお名前\tお立場\t二次医療圏\t当日の出欠",
                "1\t青木 葉\tコーディネーター\t北部\t出席", "2\t石井 空\t市町村担当者\t南部\t×",
                "3\t上野 海\tオブザーバー\t\t出席", "4\t江口 里\t講師\t\t",
                "5\t大森 森\t市町村担当者\t南部\t", "\t計 5人"});
    CHECK(names(list) == QStringList{QStringLiteral("青木 葉"), QStringLiteral("大森 森")});
    REQUIRE(list.leftOut.size() == 3);
    CHECK(list.leftOut[0].why == QStringLiteral("欠席"));
    CHECK(list.leftOut[1].why == QStringLiteral("オブザーバー"));
    CHECK(list.leftOut[2].why == QStringLiteral("講師"));
    CHECK(list.cell(0, QStringLiteral("圏域")) == QStringLiteral("北部"));
    CHECK(list.column(QStringLiteral("二次医療圏")) == list.column(QStringLiteral("圏域")));
    CHECK(list.column(QStringLiteral("センター")) == -1);
}

TEST_CASE("values of a column become an attribute: spellings joined, years banded, qualifications split")
{
    const WorkshopPeople list =
        people({"氏名\t経験年数\t資格\t圏域", "青木 葉\t０．５年\t看護師、保健師\t北部",
                "石井 空\t2\t特になし\t 北部", "上野 海\t6か月\t保健師／看護師\tﾎｸﾌﾞ"});
    GroupProblem problem;
    const int years = addAttribute(problem, list, list.column(QStringLiteral("経験年数")));
    CHECK(problem.attributes[0].values ==
          QStringList{QStringLiteral("1年未満"), QStringLiteral("1～3年未満")});
    CHECK(problem.members[2].values[static_cast<std::size_t>(years)] == std::vector<int>{0});
    addAttribute(problem, list, list.column(QStringLiteral("資格")));
    CHECK(problem.attributes[1].values == QStringList{QStringLiteral("看護師"), QStringLiteral("保健師")});
    CHECK(problem.members[0].values[1] == std::vector<int>{0, 1});
    CHECK(problem.members[1].values[1].empty());
    CHECK(problem.members[2].values[1] == std::vector<int>{0, 1});
    addAttribute(problem, list, list.column(QStringLiteral("圏域")));
    CHECK(problem.members[0].values[2] == problem.members[1].values[2]);
    CHECK(problem.members[0].values[2] != problem.members[2].values[2]);
}

TEST_CASE("the officer longest in this work moderates, the next one writes, others fill up")
{
    const WorkshopPeople list =
        people({"氏名\t立場\t経験年数", "青木 葉\tコーディネーター\t9", "石井 空\t市町村担当者\t0.5",
                "上野 海\t市町村担当者\t4", "江口 里\tコーディネーター\t1", "大森 森\tコーディネーター\t6",
                "片山 直\t市町村担当者\t0"});
    const auto roles = groupRoles(list, {0, 0, 0, 1, 1, 1}, 3);
    REQUIRE(roles.size() == 3);
    CHECK(roles[0].facilitator == 2);
    CHECK(roles[0].scribe == 1);
    CHECK(roles[0].officers == 2);
    CHECK(roles[1].facilitator == 5); // the only officer, then the coordinator longest in this work
    CHECK(roles[1].scribe == 4);
    CHECK(roles[1].officers == 1);
    CHECK(roles[2].facilitator == -1);
}

TEST_CASE("presets leave out what the list has no column for, and the ranks close up")
{
    std::vector<QByteArray> lines{"氏名\t立場\t経験年数\tセンター"};
    for (int i = 0; i < 12; ++i)
        lines.push_back("参加" + QByteArray::number(i) +
                        (i < 4 ? "\t市町村担当者\t2\t" : "\tコーディネーター\t4\t") +
                        QByteArray::number(i % 3));
    const WorkshopPeople list = people(lines);
    GroupPlan plan;
    plan.rules = presetRules(GroupPreset::Area, list);
    std::vector<Problem> problems;
    const auto planned = planGroups(plan, list, problems);
    REQUIRE(planned.has_value());
    CHECK(problems.empty());
    REQUIRE(planned->problem.rules.size() == 4);
    CHECK(planned->problem.rules[0].kind == GroupRule::Kind::Together); // centres, as there is no area
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(planned->problem.rules[i].rank == static_cast<int>(i) + 1);
    CHECK(planned->problem.groups == 2);
    CHECK(planned->notes.filter(QStringLiteral("の列がないので")).size() == 2); // 所属種別, 資格
}
