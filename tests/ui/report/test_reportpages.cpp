#include "../cycle/cyclefixture.h"

#include "parts/gridview.h"
#include "printing/pageview.h"
#include "programme/evaluationpage.h"
#include "report/goaldraftscard.h"
#include "report/handoverpage.h"
#include "report/reportpage.h"
#include "report/sectioncard.h"
#include "report/sectionlist.h"
#include "report/tablecheckpage.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/savedtext.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

namespace {

/// The sample's finished cycle in the window.
class ReportOffice : public Office
{
public:
    ReportOffice()
    {
        beginSample();
        showAnswered();
    }
    void showAnswered()
    {
        const auto programmes = CycleRepository(document()).programmes();
        REQUIRE(programmes.has_value());
        for (const Programme &each : *programmes) {
            const auto cycle = CycleRepository(document()).load(each.id);
            REQUIRE(cycle.has_value());
            if (!cycle->answeredWorkshops.empty())
                window->controller()->showProgramme(each.id);
        }
        settle();
    }
};

void waitFor(const ReportPage *page)
{
    REQUIRE(QTest::qWaitFor([page] { return !page->isComposing(); }, 30'000));
    settle();
}

} // namespace

TEST_CASE("a report is made with one press, its sections move by keys, and both are there after reopening")
{
    ReportOffice office;
    auto *page = office.show<ReportPage>(u"report"_s);
    click(page->findChild<QPushButton *>(u"firstReport"_s));
    waitFor(page);
    CHECK(page->preview()->pageCount() > 5);
    SectionList *list = page->sections();
    REQUIRE(list->count() == static_cast<int>(standardSections().size()));
    list->setCurrentRow(0);
    const qint64 first = list->currentSection();
    list->setFocus();
    press(Qt::Key_Down, Qt::AltModifier);
    settle();
    auto sections = sectionsOf(office.document(), page->reportId());
    REQUIRE(sections.has_value());
    CHECK((*sections)[1].id == first);
    press(Qt::Key_Space);
    settle();
    waitFor(page);
    const qint64 report = page->reportId();
    office.reopen();
    sections = sectionsOf(office.document(), report);
    REQUIRE(sections.has_value());
    CHECK((*sections)[1].id == first);
    CHECK_FALSE((*sections)[1].shown);
}

TEST_CASE("what is typed above a section is stored, an unknown number is named above the pages")
{
    ReportOffice office;
    auto *page = office.show<ReportPage>(u"report"_s);
    click(page->findChild<QPushButton *>(u"firstReport"_s));
    waitFor(page);
    CHECK(page->section()->draft()->text().contains(u"78名"_s)); // of the summary
    SavedText *lead = page->section()->lead();
    lead->edit()->setFocus();
    write(u"対は{対}組、{知らない}です。"_s);
    REQUIRE(lead->commit());
    settle();
    waitFor(page);
    const auto *unknown = page->findChild<QWidget *>(u"unknownFields"_s);
    REQUIRE(unknown != nullptr);
    CHECK(unknown->isVisible());
    const qint64 report = page->reportId();
    office.reopen();
    CHECK(sectionsOf(office.document(), report)->front().lead == u"対は{対}組、{知らない}です。"_s);
}

TEST_CASE("a number is put in where the caret is")
{
    ReportOffice office;
    auto *page = office.show<ReportPage>(u"report"_s);
    click(page->findChild<QPushButton *>(u"firstReport"_s));
    waitFor(page);
    page->section()->insertField(u"up:Ⅱ-3"_s);
    CHECK(page->section()->lead()->shownText() == u"{up:Ⅱ-3}"_s);
}

// 002:2779-2926 with the printed percentages: exactly eleven rows do not follow.
TEST_CASE("a pasted table shows its eleven wrong rows, marked in their place")
{
    ReportOffice office;
    QFile tsv(QStringLiteral(TANE_TEST_DATA "/tables/trial1.tsv"));
    REQUIRE(tsv.open(QIODevice::ReadOnly));
    QGuiApplication::clipboard()->setText(QString::fromUtf8(tsv.readAll()));
    auto *page = office.show<TableCheckPage>(u"tablecheck"_s);
    click(page->findChild<QPushButton *>(u"pasteFirst"_s));
    CHECK(page->findings()->filter()->rowCount() == 11);
    CHECK(page->summary()->text().contains(u"11"_s));
    int marked = 0;
    for (int row = 0; row < page->model()->rowCount(); ++row) {
        bool wrong = false;
        for (int column = 0; column < page->model()->columnCount(); ++column)
            wrong = wrong || page->model()->isWrong(row, column);
        marked += wrong ? 1 : 0;
    }
    CHECK(marked == 11);
    click(page->findChild<QPushButton *>(u"copyFindings"_s));
    CHECK(QGuiApplication::clipboard()->text().startsWith(page->summary()->text().left(10)));
}

// Table I of 002 (n = 1741) with one percentage misprinted, and the line break Excel puts behind the last
// row.
TEST_CASE("a table with its options in rows says how many of its rows are wrong, and names them")
{
    ReportOffice office;
    QGuiApplication::clipboard()->setText(
        u"いる\t986\t56.6%\nいない\t690\t39.7%\nわからない\t60\t3.4%\n未回答\t5\t0.3%\n合計\t1741\t100.0%\r\n"_s);
    auto *page = office.show<TableCheckPage>(u"tablecheck"_s);
    click(page->findChild<QPushButton *>(u"pasteFirst"_s));
    CHECK(page->summary()->text().startsWith(u"4行のうち1行で"_s));
    REQUIRE(page->findings()->filter()->rowCount() == 1);
    CHECK(page->findings()->filter()->index(0, 0).data().toString() == u"いない"_s);
    CHECK(page->model()->rowCount() == 5);
}

TEST_CASE("the name of a report's file leaves out what it says already")
{
    ReportOffice office;
    auto *page = office.show<ReportPage>(u"report"_s);
    click(page->findChild<QPushButton *>(u"firstReport"_s));
    waitFor(page);
    // "… 報告書" is the title's own end; "報告書_" stands in front of every such file.
    const auto stored = RecordTable<Report>(office.document()).load(page->reportId());
    REQUIRE(stored.has_value());
    REQUIRE(stored->title.endsWith(u" 報告書"_s));
    CHECK(page->fileName() == u"報告書_"_s + stored->title.chopped(4));
}

TEST_CASE("a goal draft becomes a line of the evaluation only when it is taken, and is offered no more")
{
    ReportOffice office;
    auto *page = office.show<EvaluationPage>(u"evaluation"_s);
    const int offered = page->drafts()->count();
    REQUIRE(offered > 0);
    QPushButton *take = nullptr;
    for (QPushButton *each : page->drafts()->findChildren<QPushButton *>()) {
        if (each->objectName().startsWith(u"take:") && take == nullptr)
            take = each;
    }
    REQUIRE(take != nullptr);
    const auto before = office.all<EvaluationLine>(u"programme"_s, office.programme()).size();
    click(take);
    settle();
    CHECK(office.all<EvaluationLine>(u"programme"_s, office.programme()).size() == before + 1);
    CHECK(page->drafts()->count() == offered - 1);
    office.window->controller()->undo();
    settle();
    CHECK(page->drafts()->count() == offered);
}

TEST_CASE("the handover shows the calendar of the next year, and a note is there after reopening")
{
    ReportOffice office;
    auto *page = office.show<HandoverPage>(u"handover"_s);
    REQUIRE(QTest::qWaitFor([page] { return !page->isLoading(); }, 30'000));
    CHECK(page->calendar()->filter()->rowCount() > 5);
    click(page->findChild<QPushButton *>(u"addOpen"_s));
    settle();
    auto notes = office.all<HandoverNote>(u"programme"_s, office.programme());
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().kind == HandoverNote::Kind::Open);
    GridModel *model = page->table(HandoverNote::Kind::Open)->grid();
    CHECK(model->setData(model->index(0, 0), u"会場が決まっていない"_s));
    CHECK_FALSE(model->setData(model->index(0, 2), u"いつか"_s));
    CHECK(model->setData(model->index(0, 2), u"R9.3.31"_s));
    const qint64 programme = office.programme();
    office.reopen();
    notes = office.all<HandoverNote>(u"programme"_s, programme);
    REQUIRE(notes.size() == 1);
    CHECK(notes.front().text == u"会場が決まっていない"_s);
    CHECK(notes.front().dueOn == QDate(2027, 3, 31));
}
