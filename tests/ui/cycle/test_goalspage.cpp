#include "cyclefixture.h"

#include "programme/goalspage.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedline.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

namespace {

QStringList texts(Office &office, qint64 group, Goal::Term term)
{
    QStringList found;
    for (const Goal &goal : office.all<Goal>(u"target_group"_s, group)) {
        if (goal.term == term)
            found << goal.text;
    }
    return found;
}

void writeGoals(LineList *cell, const QStringList &goals)
{
    cell->beginLine();
    for (const QString &goal : goals) {
        write(goal);
        press(Qt::Key_Return);
    }
}

} // namespace

TEST_CASE("goals are written line by line into the matrix and are there after the file is opened again")
{
    Office office;
    office.begin();
    auto *page = office.show<GoalsPage>(u"goals"_s);
    const auto groups = office.groups();
    REQUIRE(groups.size() == 2); // コーディネーター, 市町村担当者
    writeGoals(page->cell(groups[0].id, Goal::Term::Short), {u"役割を説明できる"_s, u"課題を共有する"_s});
    writeGoals(page->cell(groups[1].id, Goal::Term::Long), {u"協議の場が続いている"_s});
    settle();
    CHECK(texts(office, groups[0].id, Goal::Term::Short) ==
          QStringList{u"役割を説明できる"_s, u"課題を共有する"_s});

    office.reopen();
    page = office.show<GoalsPage>(u"goals"_s);
    CHECK(page->cell(groups[0].id, Goal::Term::Short)->count() == 2);
    CHECK(page->cell(groups[1].id, Goal::Term::Long)->count() == 1);
    CHECK(page->cell(groups[1].id, Goal::Term::Short)->count() == 0);
}

TEST_CASE("a goal goes to another term or group by key and by mouse, and keeps its identity")
{
    Office office;
    office.begin();
    auto *page = office.show<GoalsPage>(u"goals"_s);
    const auto groups = office.groups();
    LineList *cell = page->cell(groups[0].id, Goal::Term::Short);
    writeGoals(cell, {u"一"_s, u"二"_s});
    settle();
    const qint64 first = office.all<Goal>(u"target_group"_s, groups[0].id).front().id;

    SECTION("Alt+← sends it to the middle term, and the caret goes with it")
    {
        cell->editorAt(0)->setFocus();
        press(Qt::Key_Left, Qt::AltModifier);
        settle();
        CHECK(texts(office, groups[0].id, Goal::Term::Middle) == QStringList{u"一"_s});
        CHECK(texts(office, groups[0].id, Goal::Term::Short) == QStringList{u"二"_s});
        CHECK(page->cell(groups[0].id, Goal::Term::Middle)->currentLine() == first);
        CHECK(office.document().undoLabel() == u"目標の移動"_s);
        press(Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
        settle();
        CHECK(texts(office, groups[1].id, Goal::Term::Middle) == QStringList{u"一"_s});
        CHECK(page->cell(groups[1].id, Goal::Term::Middle)->currentLine() == first);
    }
    SECTION("dragging drops it into the other cell, and undo brings it back")
    {
        QWidget *handle = cell->handleAt(0);
        LineList *target = page->cell(groups[1].id, Goal::Term::Long);
        const QPoint there = handle->mapFromGlobal(target->mapToGlobal(target->rect().center()));
        QTest::mousePress(handle, Qt::LeftButton, {}, handle->rect().center());
        QTest::mouseMove(handle, there / 2);
        QTest::mouseMove(handle, there);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, there);
        settle();
        CHECK(texts(office, groups[1].id, Goal::Term::Long) == QStringList{u"一"_s});
        CHECK(target->count() == 1);
        CHECK(cell->count() == 1);
        office.window->controller()->undo();
        settle();
        CHECK(target->count() == 0);
        CHECK(cell->count() == 2);
    }
}

TEST_CASE("target groups are added, renamed, ordered and deleted, and the environment is a row of its own")
{
    Office office;
    office.begin();
    auto *page = office.show<GoalsPage>(u"goals"_s);
    click(page->addGroupButton());
    write(u"保健所"_s);
    press(Qt::Key_Return);
    settle();
    auto groups = office.groups();
    REQUIRE(groups.size() == 3);
    CHECK(groups[2].name == u"保健所"_s);

    click(page->addEnvironmentButton());
    press(Qt::Key_Return);
    settle();
    groups = office.groups();
    REQUIRE(groups.size() == 4);
    CHECK(groups[3].isEnvironment);
    CHECK_FALSE(page->addEnvironmentButton()->isVisible());

    page->row(groups[2].id)->up->trigger();
    CHECK(office.groups()[1].name == u"保健所"_s);

    // An empty name is refused in place.
    SavedLine *name = page->row(groups[2].id)->name;
    name->edit()->setFocus();
    name->edit()->selectAll();
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    CHECK_FALSE(name->errorText().isEmpty());
    CHECK(office.groups()[1].name == u"保健所"_s);
    press(Qt::Key_Escape);

    office.desk.dialogs.confirmed = false;
    page->row(groups[2].id)->remove->trigger();
    CHECK(office.groups().size() == 4);
    office.desk.dialogs.confirmed = true;
    page->row(groups[2].id)->remove->trigger();
    settle();
    CHECK(office.groups().size() == 3);
    CHECK(page->row(groups[2].id) == nullptr);
    QTest::keyClick(office.window.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    CHECK(page->row(groups[2].id) != nullptr);
}

TEST_CASE("the heading of the short term can be 初年度")
{
    Office office;
    office.begin();
    auto *page = office.show<GoalsPage>(u"goals"_s);
    SavedLine *label = page->termLabel(Goal::Term::Short);
    CHECK(label->edit()->text() == u"短期（今年度）"_s);
    label->edit()->setFocus();
    label->edit()->selectAll();
    write(u"短期（初年度）"_s);
    press(Qt::Key_Tab);
    CHECK(office.cycle().programme.shortLabel == u"短期（初年度）"_s);
}

TEST_CASE("what is being typed is saved before the file is closed or undo is chosen in the menu")
{
    Office office;
    office.begin();
    auto *page = office.show<GoalsPage>(u"goals"_s);
    const qint64 group = office.groups()[0].id;
    page->cell(group, Goal::Term::Short)->beginLine();
    write(u"書きかけの目標"_s);
    SECTION("closing")
    {
        office.reopen();
        CHECK(texts(office, group, Goal::Term::Short) == QStringList{u"書きかけの目標"_s});
    }
    SECTION("undo")
    {
        office.window->controller()->undo();
        settle();
        CHECK(texts(office, group, Goal::Term::Short).isEmpty());
        office.window->controller()->redo();
        settle();
        CHECK(texts(office, group, Goal::Term::Short) == QStringList{u"書きかけの目標"_s});
        CHECK(page->cell(group, Goal::Term::Short)->count() == 1);
    }
}
