#include "charts/heatmap.h"
#include "shell/widgets.h"
#include "survey/answerspage.h"
#include "survey/changetable.h"
#include "survey/changetablemodel.h"
#include "survey/importdialog.h"
#include "survey/linkspage.h"
#include "survey/peoplemodel.h"
#include "survey/resultspage.h"
#include "survey/sample.h"
#include "survey/transitioncard.h"
#include "survey/waitingcard.h"
#include "surveyfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace tane;
using namespace tane::test;
using namespace Qt::StringLiterals;

namespace {

// Trial ① of the research report (002:2779-2926): up, stay, down of all, coordinators, municipal officers.
struct Printed
{
    const char16_t *item;
    Counts all, coordinator, officer;
};
const Printed kTrial1[] = {
    {u"Ⅰ-1", {9, 40, 17}, {6, 26, 9}, {3, 14, 8}},    {u"Ⅰ-2", {9, 39, 18}, {6, 22, 13}, {3, 17, 5}},
    {u"Ⅰ-3", {15, 38, 14}, {8, 24, 9}, {7, 14, 5}},   {u"Ⅰ-4", {15, 36, 14}, {9, 23, 7}, {6, 13, 7}},
    {u"Ⅰ-5", {15, 35, 15}, {9, 20, 10}, {6, 15, 5}},  {u"Ⅰ-6", {10, 41, 14}, {5, 26, 8}, {5, 15, 6}},
    {u"Ⅱ-1", {16, 46, 5}, {11, 27, 3}, {5, 19, 2}},   {u"Ⅱ-2", {24, 36, 7}, {16, 21, 4}, {8, 15, 3}},
    {u"Ⅱ-3", {24, 33, 10}, {13, 22, 6}, {11, 11, 4}},
};

void checkShown(const ResultsPage &page, int setNumber, Counts Printed::*group)
{
    const QAbstractItemModel *model = page.table()->model();
    const int first = setNumber == 0 ? 0 : 6;
    REQUIRE(model->rowCount() == (setNumber == 0 ? 6 : 3));
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        const Printed &printed = kTrial1[first + row];
        REQUIRE(index.data(ChangeTableModel::CodeRole).toString() == QString::fromUtf16(printed.item));
        CHECK(Counts{index.data(ChangeTableModel::UpRole).toInt(),
                     index.data(ChangeTableModel::StayRole).toInt(),
                     index.data(ChangeTableModel::DownRole).toInt()} == printed.*group);
    }
}

QAbstractButton *segment(QWidget *control, int index)
{
    const QList<QAbstractButton *> buttons = control->findChildren<QAbstractButton *>();
    REQUIRE(index < buttons.size());
    return buttons.at(index);
}

ImportDialog *dialogOf(AnswersPage &page)
{
    auto *dialog = page.findChild<ImportDialog *>();
    REQUIRE(dialog != nullptr);
    return dialog;
}

void importByMouse(AnswersPage &page, Office &office, QAbstractButton *opener, const QString &file)
{
    office.dialogs.fileToOpen = file;
    click(opener);
    ImportDialog *dialog = dialogOf(page);
    if (auto *title = dialog->findChild<QLineEdit *>(u"workshopTitle"_s))
        QTest::keyClicks(title, u"R8"_s);
    click(dialog->findChild<QPushButton *>(u"chooseFile"_s));
    waitUntil([dialog] { return dialog->importButton()->isEnabled(); });
    CHECK(dialog->findChild<QLabel *>(u"importSummary"_s)->text().contains(u"9／9"_s) !=
          dialog->findChild<QLabel *>(u"importSummary"_s)->text().contains(u"13／13"_s));
    click(dialog->importButton());
    waitUntil([&page] { return page.findChild<ImportDialog *>() == nullptr; });
}

} // namespace

TEST_CASE("The whole job by mouse: two files in, links decided, the printed numbers out, and the same after "
          "reopening")
{
    Office office;
    REQUIRE(writeSampleSheets(office.path(u"sheets"_s)).has_value());
    {
        AnswersPage answers(office.context());
        present(answers);
        importByMouse(answers, office, answers.findChild<QPushButton *>(u"emptyImport"_s),
                      office.path(u"sheets/before.xlsx"_s));
        REQUIRE(office.context().workshop != 0);
        importByMouse(answers, office, answers.findChild<QPushButton *>(u"next"_s),
                      office.path(u"sheets/after.xlsx"_s));
        CHECK(answers.findChild<QWidget *>(u"before"_s)->findChild<QLabel *>(u"peopleCount"_s)->text() ==
              u"78名"_s);
        CHECK(answers.findChild<QWidget *>(u"after"_s)->findChild<QLabel *>(u"peopleCount"_s)->text() ==
              u"75名"_s);
    }
    {
        ResultsPage results(office.context());
        present(results);
        checkShown(results, 0, &Printed::all);
        auto *groups = results.findChild<SegmentedControl *>(u"groupSegments"_s);
        click(segment(groups, 1));
        checkShown(results, 0, &Printed::coordinator);
        click(segment(groups, 2));
        checkShown(results, 0, &Printed::officer);
        click(segment(results.findChild<SegmentedControl *>(u"sets"_s), 1));
        checkShown(results, 1, &Printed::officer);
        click(segment(groups, 0));
        checkShown(results, 1, &Printed::all);
    }
    {
        LinksPage links(office.context());
        present(links);
        auto *waiting = links.waiting();
        const int open = waiting->list()->model()->rowCount();
        REQUIRE(open > 0);
        for (int i = 0; i < open; ++i)
            click(waiting->findChild<QPushButton *>(u"other"_s));
        CHECK_FALSE(waiting->isVisible());
    }
    office.reopen();
    ResultsPage again(office.context());
    present(again);
    checkShown(again, 0, &Printed::all);
    CHECK(again.state()->linking.countOf(LinkState::Waiting) == 0);
    CHECK(again.state()->linking.countOf(LinkState::Rejected) > 0);
}

TEST_CASE("The whole job by keyboard only")
{
    Office office;
    REQUIRE(writeSampleSheets(office.path(u"sheets"_s)).has_value());
    AnswersPage answers(office.context());
    present(answers);
    for (const QString &file : {office.path(u"sheets/before.xlsx"_s), office.path(u"sheets/after.xlsx"_s)}) {
        office.dialogs.fileToOpen = file;
        const bool first = office.context().workshop == 0;
        answers.activateWindow(); // offscreen, nobody gives the focus back when a dialog closes
        waitUntil([&answers] { return answers.isActiveWindow(); });
        auto *opener = answers.findChild<QPushButton *>(first ? u"emptyImport"_s : u"next"_s);
        tabTo(opener);
        QTest::keyClick(opener, Qt::Key_Space);
        ImportDialog *dialog = dialogOf(answers);
        waitUntil([dialog] { return dialog->isActiveWindow(); });
        if (first) {
            auto *title = dialog->findChild<QLineEdit *>(u"workshopTitle"_s);
            tabTo(title);
            QTest::keyClicks(title, u"R8"_s);
        }
        auto *choose = dialog->findChild<QPushButton *>(u"chooseFile"_s);
        tabTo(choose);
        QTest::keyClick(choose, Qt::Key_Space);
        waitUntil([dialog] { return dialog->importButton()->isEnabled(); });
        QTest::keyClick(dialog, Qt::Key_Return);
        waitUntil([&answers] { return answers.findChild<ImportDialog *>() == nullptr; });
    }
    answers.hide();

    LinksPage links(office.context());
    present(links);
    QTableView *list = links.waiting()->list();
    const int open = list->model()->rowCount();
    REQUIRE(open >= 2);
    const int pairs = links.state()->linking.pairs();
    tabTo(list);
    QTest::keyClick(list, Qt::Key_Y);
    CHECK(list->model()->rowCount() == open - 1);
    CHECK(list->hasFocus());
    CHECK(links.state()->linking.pairs() == pairs + 1);
    QTest::keyClick(list, Qt::Key_N);
    CHECK(list->model()->rowCount() == open - 2);
    CHECK(links.state()->linking.pairs() == pairs + 1);
    REQUIRE(office.document().undo().has_value());
    REQUIRE(office.document().undo().has_value());
    links.refresh();
    CHECK(list->model()->rowCount() == open);
    links.hide();

    ResultsPage results(office.context());
    present(results);
    checkShown(results, 0, &Printed::all);
    tabTo(results.table());
    QTest::keyClick(results.table(), Qt::Key_Down);
    QTest::keyClick(results.table(), Qt::Key_Down);
    HeatMap *map = results.transition()->heatMap();
    CHECK(map->spec().cells.size() == 5);
    tabTo(map);
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Down);
    QTest::keyClick(map, Qt::Key_Return);
    CHECK(results.transition()->people()->rowCount() == map->spec().cells[1][1]);
}
