#include "evaluationfixture.h"

#include "parts/chartcard.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedtext.h"
#include "survey/codescard.h"
#include "survey/excerptcard.h"
#include "survey/freetextmodel.h"
#include "survey/freetextpage.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableWidget>

using namespace tane;
using namespace tane::cycletest;
using namespace tane::evaluationtest;

namespace {

/// Clicks 追加 and types the name.
void addCode(FreeTextPage *page, const QString &name)
{
    click(page->findChild<QPushButton *>(u"addCode"_s));
    settle();
    auto *edit = page->codes()->table()->findChild<QLineEdit *>();
    REQUIRE(edit != nullptr);
    edit->selectAll();
    QInputMethodEvent event;
    event.setCommitString(name);
    QCoreApplication::sendEvent(edit, &event);
    QTest::keyClick(edit, Qt::Key_Return);
    settle();
}

QStringList codesOf(FreeTextPage *page, int row)
{
    return page->model()->index(row).data(FreeTextModel::CodesRole).toStringList();
}

} // namespace

TEST_CASE("answers are coded with one key, counted, quoted in other words, and all of it is in the file")
{
    Evaluation office;
    auto *page = office.show<FreeTextPage>(u"freetext"_s);
    settle();
    const int all = page->model()->rowCount();
    REQUIRE(all >= 20);
    addCode(page, u"ほかの市町村の話"_s);
    addCode(page, u"役割の見直し"_s);
    REQUIRE(page->codes()->table()->rowCount() == 2);
    page->list()->setFocus();
    page->list()->setCurrentIndex(page->model()->index(0));
    press(Qt::Key_1);
    settle();
    press(Qt::Key_2);
    settle();
    CHECK(codesOf(page, 0) == QStringList{u"ほかの市町村の話"_s, u"役割の見直し"_s});
    CHECK(page->list()->currentIndex().row() == 0);
    press(Qt::Key_2);
    settle();
    CHECK(codesOf(page, 0) == QStringList{u"ほかの市町村の話"_s});
    press(Qt::Key_Down);
    press(Qt::Key_2);
    settle();
    CHECK(codesOf(page, 1) == QStringList{u"役割の見直し"_s});
    CHECK(page->chart()->isVisible());
    office.window->controller()->undo();
    settle();
    CHECK(codesOf(page, 1).isEmpty());
    office.window->controller()->redo();
    settle();

    page->excerpt()->quoted()->setFocus();
    press(Qt::Key_Space);
    settle();
    REQUIRE(page->excerpt()->wording()->isVisible());
    page->excerpt()->wording()->edit()->setFocus();
    page->excerpt()->wording()->edit()->selectAll();
    write(u"田中さんの話で役割を見直した"_s);
    page->list()->setFocus();
    settle();
    CHECK(page->excerpt()->hint()->isVisible()); // it names somebody

    office.reopen();
    page = office.show<FreeTextPage>(u"freetext"_s);
    settle();
    CHECK(codesOf(page, 0) == QStringList{u"ほかの市町村の話"_s});
    page->list()->setCurrentIndex(page->model()->index(1));
    settle();
    CHECK(page->excerpt()->wording()->shownText() == u"田中さんの話で役割を見直した"_s);
    CHECK(page->model()->index(1).data(FreeTextModel::QuotedRole).toBool());
}

TEST_CASE("the list is narrowed to what has no code yet, and coding goes on with the next one")
{
    Evaluation office;
    auto *page = office.show<FreeTextPage>(u"freetext"_s);
    settle();
    click(page->findChild<QPushButton *>(u"exampleCodes"_s));
    settle();
    CHECK(page->codes()->table()->rowCount() == 6);
    CHECK(page->codes()->table()->hasFocus()); // the button is gone
    const QRect last = page->codes()->table()->visualRect(page->codes()->table()->model()->index(5, 0));
    CHECK(page->codes()->table()->viewport()->rect().contains(last));
    auto *state = page->findChild<QComboBox *>(u"state"_s);
    state->setCurrentIndex(1);
    settle();
    const int open = page->model()->rowCount();
    page->list()->setFocus();
    page->list()->setCurrentIndex(page->model()->index(0));
    press(Qt::Key_3);
    settle();
    CHECK(page->model()->rowCount() == open - 1);
    CHECK(page->list()->currentIndex().row() == 0);
    press(Qt::Key_9); // no such code
    settle();
    CHECK(page->model()->rowCount() == open - 1);
}

TEST_CASE("a code is ticked with the mouse, renamed in place, and a second one of its name is refused")
{
    Evaluation office;
    auto *page = office.show<FreeTextPage>(u"freetext"_s);
    settle();
    addCode(page, u"交流"_s);
    addCode(page, u"時間"_s);
    QTableWidget *table = page->codes()->table();
    table->item(1, 1)->setCheckState(Qt::Checked);
    settle();
    CHECK(codesOf(page, page->list()->currentIndex().row()) == QStringList{u"時間"_s});
    table->item(1, 1)->setText(u"交流"_s);
    settle();
    CHECK(page->errorBar()->isVisible());
    CHECK(table->item(1, 1)->text() == u"時間"_s);
    table->setCurrentCell(1, 1);
    click(page->findChild<QPushButton *>(u"codeUp"_s));
    settle();
    CHECK(table->item(0, 1)->text() == u"時間"_s);
    click(page->findChild<QPushButton *>(u"removeCode"_s));
    settle();
    CHECK(table->rowCount() == 1);
}

TEST_CASE("both versions are written, and a thousand answers stay quick to code")
{
    Evaluation office;
    const auto questionnaire = loadQuestionnaire(u"trial1"_s);
    REQUIRE(questionnaire.has_value());
    QString lines = u"受付番号,立場,Ⅲ-1,Ⅲ-1理由\n"_s;
    for (int i = 0; i < 1000; ++i)
        lines += u"9%1,コーディネーター,a,意見その%1。もう少し長く書かれた感想の文です。\n"_s.arg(
            i, 4, 10, QChar(u'0'));
    office.import(office.workshop, *questionnaire, Wave::After, lines);
    auto *page = office.show<FreeTextPage>(u"freetext"_s);
    settle();
    REQUIRE(page->model()->rowCount() > 1000);
    addCode(page, u"交流"_s);
    page->list()->setFocus();
    page->list()->setCurrentIndex(page->model()->index(500));
    QElapsedTimer timer;
    timer.start();
    press(Qt::Key_1);
    QCoreApplication::processEvents();
    CHECK(codesOf(page, 500) == QStringList{u"交流"_s});
    CHECK(timer.elapsed() < 3000); // generous: a busy machine
    for (QAction *action : page->exportActions()) {
        office.desk.dialogs.fileToSave =
            office.desk.path(u"%1.xlsx"_s.arg(page->exportActions().indexOf(action)));
        action->trigger();
        CHECK(QFileInfo(office.desk.dialogs.fileToSave).size() > 4000);
    }
}
