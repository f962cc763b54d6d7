#include "stepsfixture.h"

#include "programme/levelfield.h"
#include "programme/planpage.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedline.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

void writeLines(LineList *list, const QStringList &texts)
{
    list->beginLine();
    for (const QString &text : texts) {
        write(text);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
}

} // namespace

TEST_CASE("the first purpose is the main one, and each line is saved as it is finished")
{
    Bureau bureau;
    PlanPage page(bureau.context());
    present(page);
    writeLines(page.purposes(),
               {u"コーディネーターが地域課題に取り組む"_s, u"市町村担当者との連携を深める"_s});
    const auto stored = bureau.all<Purpose>(u"programme"_s, bureau.programme());
    REQUIRE(stored.size() == 2);
    CHECK(stored[0].text == u"コーディネーターが地域課題に取り組む"_s);
    CHECK(stored[1].text == u"市町村担当者との連携を深める"_s);
    REQUIRE(bureau.document().undo().has_value());
    CHECK(bureau.all<Purpose>().size() == 1);
    CHECK(page.purposes()->count() == 1);
}

TEST_CASE("every target group has a card with the three columns of the plan, the environment has none")
{
    Bureau bureau;
    REQUIRE(
        RecordTable<TargetGroup>(bureau.document())
            .add({.programme = bureau.programme(), .name = u"環境"_s, .isEnvironment = true}, u"対象の追加"_s)
            .has_value());
    const auto groups = bureau.groups(); // コーディネーター, 市町村担当者, 環境
    {
        PlanPage page(bureau.context());
        present(page);
        REQUIRE(groups.size() == 3);
        CHECK(page.card(groups[2].id) == nullptr);
        for (const int g : {0, 1}) {
            const qint64 group = groups[static_cast<std::size_t>(g)].id;
            REQUIRE(page.card(group) != nullptr);
            for (const PlanField field : {PlanField::Entry, PlanField::Outcome, PlanField::Action})
                writeLines(page.card(group)->lines(field), {planFieldTitle(field)});
        }
    }
    bureau.reopen();
    const auto lines = bureau.all<PlanLine>(u"target_group"_s, groups[1].id);
    REQUIRE(lines.size() == 3);
    for (const PlanLine &line : lines)
        CHECK(line.text == planFieldTitle(line.field));
}

// Spellings of the report's plans (domain 2.3); half steps of the ladder: level 1.5 lies between 1-2 (4) and
// 2-1 (6).
TEST_CASE("a level is kept as written, and what it was taken for stands below")
{
    Bureau bureau;
    PlanPage page(bureau.context());
    present(page);
    const qint64 group = bureau.groups().front().id;
    LevelField *level = page.card(group)->level(PlanField::Outcome);
    overwrite(level->line(), u"level1.5程度"_s);
    QTest::keyClick(level->line()->edit(), Qt::Key_Return);
    CHECK(level->line()->errorText().isEmpty());
    const auto stored = planLevel(bureau.document(), group, PlanField::Outcome);
    REQUIRE(stored.has_value());
    CHECK(stored->text == u"level1.5程度"_s);
    CHECK(stored->lowest == 5);
    CHECK(stored->highest == 5);

    overwrite(level->line(), u"とても高い"_s);
    QTest::keyClick(level->line()->edit(), Qt::Key_Return);
    CHECK_FALSE(level->line()->errorText().isEmpty());
    CHECK(level->line()->edit()->text() == u"とても高い"_s); // stays to be mended
    CHECK(planLevel(bureau.document(), group, PlanField::Outcome)->lowest == 5);

    overwrite(level->line(), u"0～1-1"_s);
    QTest::keyClick(level->line()->edit(), Qt::Key_Return);
    CHECK(planLevel(bureau.document(), group, PlanField::Outcome)->lowest == 0);
    CHECK(planLevel(bureau.document(), group, PlanField::Outcome)->highest == 2);
    overwrite(level->line(), {});
    QTest::keyClick(level->line()->edit(), Qt::Key_Delete);
    QTest::keyClick(level->line()->edit(), Qt::Key_Return);
    CHECK(planLevel(bureau.document(), group, PlanField::Outcome)->isEmpty());
}

TEST_CASE("a target group becomes an observer with one click, and can be added, renamed away and undone")
{
    Bureau bureau;
    PlanPage page(bureau.context());
    present(page);
    const qint64 first = bureau.groups().front().id;
    click(page.card(first)->observer());
    CHECK(bureau.groups().front().isObserver);
    REQUIRE(bureau.document().undo().has_value());
    CHECK_FALSE(page.card(first)->observer()->isChecked());

    bureau.dialogs.text = u"保健所"_s;
    click(child(page, u"addGroup"_s));
    REQUIRE(bureau.groups().size() == 3);
    const TargetGroup added = bureau.groups().back();
    CHECK(added.name == u"保健所"_s);
    REQUIRE(page.card(added.id) != nullptr);
    CHECK(page.card(added.id)->isVisible());
    REQUIRE(bureau.document().undo().has_value());
    CHECK(page.card(added.id) == nullptr);
}

TEST_CASE("ten thousand characters in one plan line survive, and a found line is brought into view")
{
    Bureau bureau;
    const qint64 group = bureau.groups().back().id;
    const QString text(10'000, u'字');
    PlanPage page(bureau.context());
    present(page);
    writeLines(page.card(group)->lines(PlanField::Action), {text});
    const auto lines = bureau.all<PlanLine>(u"target_group"_s, group);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].text == text);
    CHECK(page.reveal(u"plan_line"_s, lines[0].id));
    CHECK(page.card(group)->lines(PlanField::Action)->currentLine() == lines[0].id);
    CHECK_FALSE(page.reveal(u"plan_line"_s, 999));
}

TEST_CASE("the short-term goals of a group stand on its card, so that the plan is written from them")
{
    Bureau bureau;
    const qint64 group = bureau.groups().front().id;
    bureau.addGoal(group, Goal::Term::Short, u"自分の役割を説明できる"_s);
    bureau.addGoal(group, Goal::Term::Long, u"地域課題を解決する"_s);
    PlanPage page(bureau.context());
    present(page);
    auto *goals = child<QLabel>(*page.card(group), u"shortGoals"_s);
    CHECK(goals->text().contains(u"自分の役割を説明できる"_s));
    CHECK_FALSE(goals->text().contains(u"地域課題を解決する"_s));
}
