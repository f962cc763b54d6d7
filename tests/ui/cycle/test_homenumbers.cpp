#include "cyclefixture.h"

#include "programme/deadlinecard.h"
#include "programme/goalspage.h"
#include "programme/homepage.h"
#include "shell/navbar.h"
#include "shell/naventry.h"

#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

TEST_CASE("the deadlines count what the checklist counts, and list nothing that is done")
{
    // Three preparations, one of them done, and the day of the workshop itself.
    Cycle cycle;
    Workshop workshop;
    workshop.id = 7;
    workshop.title = u"研修会"_s;
    workshop.heldOn = QDate(2026, 11, 19);
    cycle.workshops = {workshop};
    for (const int day : {1, 8, 15}) {
        Task task;
        task.id = day;
        task.workshop = 7;
        task.title = u"準備%1"_s.arg(day);
        task.dueOn = QDate(2026, 10, day);
        cycle.tasks[7].push_back(task);
    }
    cycle.tasks[7].front().doneOn = QDate(2026, 9, 30);
    DeadlineCard card;
    card.setCycle(cycle, {2026, 10, 2});
    const auto says = [&card](const QString &text) {
        const auto labels = card.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == text; });
    };
    CHECK(says(u"残り 2 件"_s));
    REQUIRE(card.rows().size() == 3); // the two and the workshop
    CHECK(card.rows().filter(u"準備1 "_s).isEmpty());
    CHECK(card.rows().last().startsWith(u"11月19日"_s));
    // Seen from the end of the year before, the day needs its year.
    card.setCycle(cycle, {2025, 12, 28});
    CHECK(card.rows().last().startsWith(u"令和8年11月19日"_s));
}

TEST_CASE("the home page counts answers, which are not people, as answers")
{
    Office office;
    office.beginSample();
    auto *home = office.show<HomePage>(u"home"_s);
    QStringList texts;
    for (const Programme &programme : office.window->controller()->programmes()) {
        office.window->controller()->showProgramme(programme.id);
        settle();
        for (const QLabel *label : home->findChildren<QLabel *>())
            texts << label->text();
    }
    // The sample's file after.csv has 76 answers of 75 people.
    CHECK(texts.contains(u"研修後  76 件"_s));
    CHECK(texts.filter(u"76 名"_s).isEmpty());
}

TEST_CASE("badges belong to the programme that is shown")
{
    Office office;
    office.beginSample();
    const auto programmes = office.window->controller()->programmes();
    const NavBar *navigation = office.window->workspace()->navigation();
    const auto badge = [&] { return qobject_cast<NavEntry *>(navigation->entry(u"answers"_s))->badge(); };
    qint64 answered = 0, other = 0;
    for (const Programme &programme : programmes) {
        const Cycle cycle = CycleRepository(office.document()).load(programme.id).value();
        (cycle.answeredWorkshops.empty() ? other : answered) = programme.id;
    }
    REQUIRE(answered != 0);
    if (other == 0)
        other = CycleRepository(office.document()).next(answered).value();
    office.window->controller()->showProgramme(answered);
    office.window->workspace()->showPage(u"answers"_s);
    settle();
    const QString people = badge();
    REQUIRE_FALSE(people.isEmpty());
    office.show<HomePage>(u"home"_s);
    office.window->controller()->showProgramme(other);
    settle();
    CHECK(badge().isEmpty());
    office.window->controller()->showProgramme(answered);
    settle();
    CHECK(badge() == people);
}

TEST_CASE("a goal that the evaluation asked for names the year of that evaluation")
{
    Office office;
    office.begin(); // fiscal 2026 is 令和8年度
    EvaluationLine line;
    line.programme = office.programme();
    line.kind = EvaluationLine::Kind::NextGoal;
    line.text = u"市町村と月1回話し合う"_s;
    REQUIRE(RecordTable<EvaluationLine>(office.document()).add(line, u"評価の追加"_s).has_value());
    const auto next = CycleRepository(office.document()).next(office.programme());
    REQUIRE(next.has_value());
    office.window->controller()->showProgramme(*next);
    auto *goals = office.show<GoalsPage>(u"goals"_s);
    const auto labels = goals->findChildren<QLabel *>();
    CHECK(std::ranges::any_of(
        labels, [](const QLabel *label) { return label->accessibleName() == u"令和8年度の評価から"_s; }));
}

TEST_CASE("the ring says where the furthest work is, not where the first gap is")
{
    Cycle cycle;
    cycle.goals.emplace_back();
    cycle.said[Step::Plan] = StepState::Done;
    CHECK(currentStep(cycle) == Step::Execution); // goals begun, the plan done: the run is next
    cycle.said[Step::Execution] = cycle.said[Step::Evaluation] = StepState::Done;
    CHECK(currentStep(cycle) == Step::Goals); // nothing further on is left
}
