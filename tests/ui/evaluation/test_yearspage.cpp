#include "evaluationfixture.h"

#include "parts/chartcard.h"
#include "shell/widgets.h"
#include "survey/factrows.h"
#include "survey/yearspage.h"

#include <QAction>
#include <QFileInfo>
#include <QTableWidget>

using namespace tane;
using namespace tane::cycletest;
using namespace tane::evaluationtest;

TEST_CASE("a second workshop with answers stands beside the first one, item by item")
{
    Evaluation office;
    auto *page = office.show<YearsPage>(u"years"_s);
    settle();
    CHECK(page->findChild<EmptyState *>()->isVisible()); // the sample has one workshop with answers
    const auto questionnaire = loadQuestionnaire(u"trial1"_s);
    REQUIRE(questionnaire.has_value());
    const auto asked = SurveyRepository(office.document()).addQuestionnaire(*questionnaire);
    REQUIRE(asked.has_value());
    const auto next = WorkshopRepository(office.document())
                          .save({.programme = office.programme(),
                                 .questionnaire = *asked,
                                 .title = u"次の研修会"_s,
                                 .heldOn = QDate(2027, 7, 1)});
    REQUIRE(next.has_value());
    QString before = u"受付番号,立場,Ⅱ-2\n"_s, after = before;
    for (int i = 1; i <= 12; ++i) {
        before += u"%1,コーディネーター,c\n"_s.arg(i);
        after += u"%1,コーディネーター,%2\n"_s.arg(i).arg(i <= 9 ? u"a"_s : u"d"_s);
    }
    office.import(*next, *questionnaire, Wave::Before, before);
    office.import(*next, *questionnaire, Wave::After, after);
    office.reopen();
    page = office.show<YearsPage>(u"years"_s);
    settle();
    QTableWidget *table = page->table();
    REQUIRE(table->isVisible());
    REQUIRE(table->columnCount() == 4);
    int row = -1;
    for (int i = 0; i < table->rowCount(); ++i)
        if (table->item(i, 0)->text() == u"Ⅱ-2"_s)
            row = i;
    REQUIRE(row >= 0);
    table->selectRow(row);
    settle();
    CHECK(table->item(row, 3)->text() == u"9/12（75.0%）"_s);
    REQUIRE(page->chart()->spec().categories.size() == 2);
    CHECK(page->chart()->spec().categories[0].base == 67); // trial 1, Ⅱ-2
    page->findChild<SegmentedControl *>(u"measure"_s)->setCurrentIndex(2);
    settle();
    CHECK(table->item(row, 2)->text() == u"up 24・stay 36・down 7"_s); // trial 1, Ⅱ-2, all
    CHECK(table->item(row, 3)->text() == u"up 9・stay 0・down 3"_s);
    CHECK(page->changes()->count() == 1); // the same questionnaire
    office.desk.dialogs.fileToSave = office.desk.path(u"年度.xlsx"_s);
    page->exportActions().front()->trigger();
    CHECK(QFileInfo(office.desk.dialogs.fileToSave).size() > 4000);
}
