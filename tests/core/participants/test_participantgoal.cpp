#include "participants/participantgoal.h"

#include "core/people/peopleoffice.h"
#include "programme/workshop.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::valueOf;

namespace {

using Term = ParticipantGoal::Term;

struct Class : peopletest::Office
{
    qint64 workshop = valueOf(WorkshopRepository(*document).save({.title = u"第1回"_s}));
    qint64 join(qint64 where, const QString &name)
    {
        Participant one;
        one.workshop = where;
        one.name = name;
        return add(one);
    }
    void set(qint64 participant, Term term, const QString &text)
    {
        add(ParticipantGoal{.participant = participant, .term = term, .text = text});
    }
};

QString textOf(const FormSheet &sheet)
{
    QStringList all{sheet.title, sheet.subtitle};
    for (const FormSheet::Part &part : sheet.parts) {
        if (part.paragraph)
            all << part.paragraph->text;
        if (part.table)
            for (const auto &row : part.table->rows)
                for (const FormTableCell &cell : row)
                    all << cell.text;
    }
    return all.join(u'\n');
}

} // namespace

TEST_CASE("the goals of a workshop come by person, the near ones first, each term in its order")
{
    Class course;
    const qint64 other = valueOf(WorkshopRepository(*course.document).save({.title = u"第2回"_s}));
    const qint64 eguchi = course.join(course.workshop, u"江口 結"_s);
    const qint64 elsewhere = course.join(other, u"和田 澄"_s);
    course.set(eguchi, Term::Long, u"地域で話し合う場が続いている"_s);
    course.set(eguchi, Term::Short, u"月に一度、担当者に報告する"_s);
    course.set(eguchi, Term::Short, u"相談を分類する"_s);
    course.set(elsewhere, Term::Short, u"別の会の目標"_s);
    const auto goals = valueOf(goalsOfWorkshop(*course.document, course.workshop));
    REQUIRE(goals.size() == 1);
    const auto &mine = goals.at(eguchi);
    REQUIRE(mine.size() == 3);
    CHECK(mine[0].text == u"月に一度、担当者に報告する"_s);
    CHECK(mine[1].text == u"相談を分類する"_s);
    CHECK(mine[2].term == Term::Long);
}

TEST_CASE("the sheet that brings goals back names its person, her goals and leaves room for every term")
{
    Participant eguchi;
    eguchi.id = 1;
    eguchi.name = u"江口 結"_s;
    eguchi.affiliation = u"東部センター"_s;
    const std::vector<ParticipantGoal> goals{{.participant = 1,
                                              .term = Term::Short,
                                              .text = u"月に一度、担当者に報告する"_s,
                                              .followUp = u"始めた"_s}};
    const FormSheet sheet = makeGoalSheet(eguchi, goals, {u"架空県"_s, u"第1回（11月19日）"_s, {}});
    const QString text = textOf(sheet);
    for (const QString &wanted :
         {u"江口 結"_s, u"東部センター"_s, u"架空県"_s, u"月に一度、担当者に報告する"_s, u"始めた"_s,
          u"短期"_s, u"中期"_s, u"長期"_s})
        CHECK(text.contains(wanted));
    const FormTable &table = *sheet.parts.back().table;
    REQUIRE(table.rows.size() == 4); // head, and one row for each term also where she wrote none
    for (std::size_t row = 1; row < 4; ++row)
        CHECK(table.rows[row].back().roomMm >= 18);
    CHECK_FALSE(sheet.name.contains(u"江口"_s)); // it becomes a file's name
}

TEST_CASE("the list of goals has a row for everybody who wrote one, and nobody else")
{
    Participant first, second;
    first.id = 1;
    first.name = u"江口 結"_s;
    second.id = 2;
    second.name = u"大野 晴"_s;
    const std::map<qint64, std::vector<ParticipantGoal>> goals{
        {2, {{.participant = 2, .term = Term::Middle, .text = u"協議の場に出す"_s}}}};
    const QString text = textOf(makeGoalList({first, second}, goals, {}));
    CHECK(text.contains(u"大野 晴"_s));
    CHECK(text.contains(u"協議の場に出す"_s));
    CHECK_FALSE(text.contains(u"江口 結"_s));
}
