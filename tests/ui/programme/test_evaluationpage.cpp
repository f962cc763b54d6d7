#include "stepsfixture.h"

#include "programme/evaluationpage.h"
#include "programme/initiativecard.h"
#include "programme/meetingcard.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedtext.h"

#include <QApplication>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

using Kind = EvaluationLine::Kind;

void writeLine(LineList *list, const QString &text)
{
    REQUIRE(list != nullptr);
    list->beginLine();
    write(text);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
}

QStringList nextGoals(Bureau &bureau)
{
    QStringList texts;
    for (const EvaluationLine &line : bureau.all<EvaluationLine>(u"programme"_s, bureau.programme())) {
        if (line.kind == Kind::NextGoal)
            texts << line.text;
    }
    return texts;
}

} // namespace

TEST_CASE("the five parts of the evaluation sheet are saved line by line")
{
    Bureau bureau;
    const qint64 group = bureau.groups().front().id;
    {
        EvaluationPage page(bureau.context());
        present(page);
        writeLine(page.lines(Kind::Achieved), u"78名が参加した"_s);
        writeLine(page.lines(Kind::NotAchieved), u"保健所の参加が少なかった"_s);
        writeLine(page.lines(Kind::Reading), QString(10'000, u'読'));
        writeLine(page.lines(Kind::NextGoal, group), u"市町村にタネを伝えられる"_s);
        writeLine(page.lines(Kind::Council), u"在宅医療推進協議会"_s);
    }
    bureau.reopen();
    const auto lines = bureau.all<EvaluationLine>(u"programme"_s, bureau.programme());
    REQUIRE(lines.size() == 5);
    for (const EvaluationLine &line : lines) {
        CHECK(line.targetGroup == (line.kind == Kind::NextGoal ? group : 0));
        if (line.kind == Kind::Reading)
            CHECK(line.text.size() == 10'000);
    }
}

TEST_CASE("the next goals stay in their order inside each target group, whatever is written for the others")
{
    Bureau bureau;
    const qint64 first = bureau.groups().at(0).id;
    const qint64 second = bureau.groups().at(1).id;
    EvaluationPage page(bureau.context());
    present(page);
    writeLine(page.lines(Kind::NextGoal, first), u"A1"_s);
    writeLine(page.lines(Kind::NextGoal, second), u"B1"_s);
    writeLine(page.lines(Kind::NextGoal, first), u"A2"_s);
    writeLine(page.lines(Kind::NextGoal, second), u"B2"_s);
    CHECK(nextGoals(bureau) == QStringList{u"A1"_s, u"A2"_s, u"B1"_s, u"B2"_s});

    LineList *list = page.lines(Kind::NextGoal, second);
    list->editorAt(1)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::AltModifier);
    CHECK(nextGoals(bureau) == QStringList{u"A1"_s, u"A2"_s, u"B2"_s, u"B1"_s});
    REQUIRE(bureau.document().undo().has_value());
    CHECK(nextGoals(bureau) == QStringList{u"A1"_s, u"A2"_s, u"B1"_s, u"B2"_s});
}

TEST_CASE("an initiative is looked back upon with the seven questions")
{
    Bureau bureau;
    EvaluationPage page(bureau.context());
    present(page);
    click(child(page, u"addInitiative"_s));
    REQUIRE(page.initiatives().size() == 1);
    write(u"第1回研修会"_s); // the name has the focus
    InitiativeCard *card = page.initiatives().front();
    for (std::size_t i = 0; i < 7; ++i)
        overwrite(card->answer(i), u"答え%1"_s.arg(i + 1));
    child(*card, u"name"_s)->setFocus();
    const Initiative stored = bureau.all<Initiative>().front();
    CHECK(stored.name == u"第1回研修会"_s);
    CHECK(stored.answers.front() == u"答え1"_s);
    CHECK(stored.answers.back() == u"答え7"_s);

    click(child(*card, u"fold"_s));
    CHECK_FALSE(card->answer(0)->isVisible());
    click(child(*card, u"remove"_s));
    CHECK(page.initiatives().empty());
    REQUIRE(bureau.document().undo().has_value());
    REQUIRE(page.initiatives().size() == 1);
    CHECK(bureau.all<Initiative>().front().answers.back() == u"答え7"_s);
}

TEST_CASE("a reflection meeting is kept with its day, form, attendees and contents")
{
    Bureau bureau;
    EvaluationPage page(bureau.context());
    present(page);
    click(child(page, u"addMeeting"_s));
    REQUIRE(page.meetings().size() == 1);
    MeetingCard *card = page.meetings().front();
    overwrite(child(*card, u"heldOn"_s), u"R8.12.18"_s);
    overwrite(child(*card, u"form"_s), u"オンライン"_s);
    overwrite(child(*card, u"attendees"_s), u"佐野、小堀"_s);
    overwrite(child(*card, u"contents"_s), u"話し合いの捉え方"_s);
    click(child(*card, u"form"_s));
    child(*card, u"form"_s)->setFocus();
    const ReflectionMeeting stored = bureau.all<ReflectionMeeting>().front();
    CHECK(stored.heldOn == QDate(2026, 12, 18));
    CHECK(stored.form == u"オンライン"_s);
    CHECK(stored.attendees == u"佐野、小堀"_s);
    CHECK(stored.contents == u"話し合いの捉え方"_s);
    CHECK(page.reveal(u"reflection_meeting"_s, stored.id));
}

TEST_CASE("the next cycle starts from what follows for the short-term goals, after a question")
{
    Bureau bureau(u"half-day"_s);
    const qint64 before = bureau.programme();
    const qint64 group = bureau.groups().front().id;
    EvaluationPage page(bureau.context());
    present(page);
    writeLine(page.lines(Kind::NextGoal, group), u"市町村にタネを伝えられる"_s);
    QSignalSpy changed(&page, &Page::programmeChanged);
    bureau.dialogs.confirmed = false;
    click(child(page, u"nextCycle"_s));
    CHECK(changed.isEmpty());
    CHECK(bureau.programme() == before);
    const Programme next = nextProgramme(RecordTable<Programme>(bureau.document()).load(before).value());
    CHECK(bureau.dialogs.asked.last().contains(next.title));

    bureau.dialogs.confirmed = true;
    click(child(page, u"nextCycle"_s));
    REQUIRE(changed.size() == 1);
    REQUIRE(bureau.programme() != before);
    CHECK(changed.first().first().toLongLong() == bureau.programme());
    bool drafted = false;
    for (const TargetGroup &each : bureau.groups()) {
        for (const Goal &goal : bureau.all<Goal>(u"target_group"_s, each.id))
            drafted =
                drafted || (goal.term == Goal::Term::Short && goal.text == u"市町村にタネを伝えられる"_s);
    }
    CHECK(drafted);
    // The page shows the new cycle now, which has no evaluation yet.
    page.refresh();
    CHECK(page.lines(Kind::NextGoal, bureau.groups().front().id)->count() == 0);
}
