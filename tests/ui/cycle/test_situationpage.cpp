#include "cyclefixture.h"

#include "programme/findingdetails.h"
#include "programme/findingtable.h"
#include "programme/issuespanel.h"
#include "programme/situationpage.h"
#include "shell/editors/datefield.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

namespace {

qint64 viewpoint(Office &office, const QString &code)
{
    for (const Viewpoint &each : office.all<Viewpoint>(u"programme"_s, office.programme())) {
        if (each.code == code)
            return each.id;
    }
    FAIL("no such viewpoint");
    return 0;
}

void writeFinding(LineList *list, const QString &text)
{
    list->beginLine();
    write(text);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
}

} // namespace

TEST_CASE("the sheet shows the three blocks and ten viewpoints of 図表-71 word for word")
{
    Office office;
    office.begin();
    auto *page = office.show<SituationPage>(u"situation"_s);
    QStringList shown;
    const auto labels = page->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible())
            shown << (label->accessibleName().isEmpty() ? label->text() : label->accessibleName());
    }
    // 002:4435-4450
    for (
        const QString &text :
        {u"【管内市町村の状況】"_s, u"【コーディネーターについて】"_s, u"【都道府県の状況】"_s,
         u"在宅医療・介護連携推進事業の相談窓口の運用状況はどうか"_s,
         u"地域の困りごととして持ち込まれた個別相談が地域課題として反映される仕組みがあるか"_s,
         u"市町村担当者とコーディネーターとの連携状況、特に業務委託の場合において状況等の共有をするような機会・関係性がつくられているか"_s,
         u"在宅医療・介護連携推進事業の推進状況"_s,
         u"各市町村における配置状況（共同配置の確認含む）、配置人員、配置先"_s,
         u"コーディネーター間のネットワークや連携体制の有無"_s,
         u"現状の業務の中での課題認識、困っていること"_s,
         u"研修を実施している場合の実施効果（評価、更に学びたいこと等の意向）"_s,
         u"都道府県としてコーディネーター支援の実績はあるか・ある場合はその内容と評価はどうか"_s,
         u"都道府県の地域医療構想、医療計画等と市町村の在宅医療・介護連携推進事業の関係、今後の方向性等"_s}) {
        INFO(text.toStdString());
        CHECK(shown.contains(text));
    }
}

TEST_CASE("a finding keeps its kind, source, date and table, and is there after the file is opened again")
{
    Office office;
    office.begin();
    auto *page = office.show<SituationPage>(u"situation"_s);
    const qint64 place = viewpoint(office, u"2-1"_s);
    writeFinding(page->findings(place), u"25市町村のうち18に配置されている"_s);
    REQUIRE(page->details()->isVisible());
    FindingDetails *details = page->details();

    QTest::keyClick(details->kind(), Qt::Key_Down); // 種類なし → 定量
    QTest::keyClick(details->kind(), Qt::Key_Return);
    Q_EMIT details->kind()->activated(1);
    details->source()->edit()->setFocus();
    write(u"実施状況調査"_s);
    press(Qt::Key_Tab);
    details->date()->edit()->setFocus();
    QTest::keyClicks(details->date()->edit(), u"R8.5.1"_s);
    press(Qt::Key_Return);
    QApplication::clipboard()->setText(u"市町村\t配置\n\"A市\n（本所）\"\t2\nB町\t1\n"_s);
    details->pasteAction()->trigger();
    settle();
    CHECK(details->table()->rowCount() == 3);
    details->tableTitle()->edit()->setFocus();
    write(u"配置状況"_s);
    press(Qt::Key_Return);

    office.reopen();
    page = office.show<SituationPage>(u"situation"_s);
    const auto stored = office.all<Finding>(u"viewpoint"_s, place);
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].text == u"25市町村のうち18に配置されている"_s);
    CHECK(stored[0].kind == Finding::Kind::Quantitative);
    CHECK(stored[0].source == u"実施状況調査"_s);
    CHECK(stored[0].foundOn == QDate(2026, 5, 1));
    CHECK(stored[0].tableTitle == u"配置状況"_s);
    CHECK(stored[0].tableCells == u"市町村\t配置\nA市 （本所）\t2\nB町\t1"_s);
    CHECK(findingSummary(stored[0]) == u"定量・実施状況調査・令和8年5月1日・表「配置状況」"_s);
}

TEST_CASE("what a field refused is asked about before the file or the window is closed")
{
    Office office;
    office.begin();
    auto *page = office.show<SituationPage>(u"situation"_s);
    writeFinding(page->findings(viewpoint(office, u"2-1"_s)), u"25市町村のうち18に配置されている"_s);
    QLineEdit *date = page->details()->date()->edit();
    date->setFocus();
    QTest::keyClicks(date, u"2026/2/30"_s);

    office.desk.dialogs.confirmed = false;
    CHECK_FALSE(office.window->close());
    CHECK(office.window->controller()->document() != nullptr);
    CHECK(office.desk.dialogs.asked.last().contains(u"「2026/2/30」"_s));
    CHECK_FALSE(office.window->controller()->closeFile());
    CHECK(date->text() == u"2026/2/30"_s); // still there to be put right

    office.desk.dialogs.confirmed = true;
    CHECK(office.window->controller()->closeFile());
    CHECK(office.window->controller()->document() == nullptr);
    CHECK(office.window->close());
}

TEST_CASE("a table is read from a CSV file of the office, and a file without one is refused in place")
{
    Office office;
    office.begin();
    auto *page = office.show<SituationPage>(u"situation"_s);
    const qint64 place = viewpoint(office, u"1-4"_s);
    writeFinding(page->findings(place), u"推進状況に差がある"_s);
    QFile file(office.desk.path(u"調査.csv"_s));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("圏域,市町村数\n東部,9\n西部,7\n");
    file.close();
    office.desk.dialogs.fileToOpen = file.fileName();
    page->details()->readAction()->trigger();
    settle();
    CHECK(office.all<Finding>(u"viewpoint"_s, place)[0].tableCells == u"圏域\t市町村数\n東部\t9\n西部\t7"_s);
    CHECK(office.all<Finding>(u"viewpoint"_s, place)[0].tableTitle == u"調査"_s);

    QFile empty(office.desk.path(u"空.csv"_s));
    REQUIRE(empty.open(QIODevice::WriteOnly));
    empty.close();
    office.desk.dialogs.fileToOpen = empty.fileName();
    page->details()->readAction()->trigger();
    settle();
    CHECK(office.all<Finding>(u"viewpoint"_s, place)[0].tableTitle == u"調査"_s);
    bool said = false;
    const auto labels = page->details()->findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said = said || (label->isVisible() && label->property("tone") == u"error"_s);
    CHECK(said);
}

TEST_CASE("an issue is drawn from a finding for a target group, and its grounds can be changed")
{
    Office office;
    office.begin();
    auto *page = office.show<SituationPage>(u"situation"_s);
    writeFinding(page->findings(viewpoint(office, u"1-3"_s)), u"委託先と話す機会がない"_s);
    writeFinding(page->findings(viewpoint(office, u"2-3"_s)), u"一人で抱えている"_s);
    const auto groups = office.groups();
    const auto actions = page->details()->drawButton()->menu()->actions();
    REQUIRE(actions.size() == 2); // one for each target group
    CHECK(actions[0]->text().contains(u"コーディネーター"_s));
    actions[0]->trigger();
    settle();
    auto issues = office.all<ReviewIssue>(u"target_group"_s, groups[0].id);
    REQUIRE(issues.size() == 1);
    CHECK(issues[0].text == u"一人で抱えている"_s);
    CHECK(findingsOf(office.document(), issues[0].id).value().size() == 1);
    CHECK(office.document().undoLabel() == u"課題の取り出し"_s);
    CHECK(page->issues()->issues(groups[0].id)->currentLine() == issues[0].id);

    QListWidget *grounds = page->issues()->grounds();
    REQUIRE(grounds->isVisible());
    REQUIRE(grounds->count() == 2);
    grounds->setFocus();
    grounds->setCurrentRow(0);
    press(Qt::Key_Space);
    settle();
    CHECK(findingsOf(office.document(), issues[0].id).value().size() == 2);
    QTest::keyClick(office.window.get(), Qt::Key_Z, Qt::ControlModifier);
    settle();
    CHECK(findingsOf(office.document(), issues[0].id).value().size() == 1);
}

TEST_CASE("an own viewpoint stands at the end of its block and can be taken away again")
{
    Office office;
    office.begin();
    auto *page = office.show<SituationPage>(u"situation"_s);
    click(page->addViewpointButton(u"コーディネーターについて"_s));
    write(u"多職種との会議の頻度"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    const auto all = office.all<Viewpoint>(u"programme"_s, office.programme());
    REQUIRE(all.size() == 11);
    CHECK(all[8].text == u"多職種との会議の頻度"_s); // behind 2-1 to 2-4
    CHECK(all[8].code.isEmpty());
    CHECK(all[9].code == u"3-1"_s);
    office.window->controller()->undo();
    office.window->controller()->undo();
    settle();
    CHECK(page->viewpointText(all[8].id) == nullptr);
}

TEST_CASE("cells copied in Excel are read with their quotes and line breaks")
{
    CHECK(cellsFromClipboard(u"a\tb\r\n\"c \"\"d\"\"\ne\"\tf\r\n"_s) == u"a\tb\nc \"d\" e\tf"_s);
    CHECK(cellsFromClipboard(u"\n\t\n"_s).isEmpty());
    const auto rows = rowsOfCells(u"a\tb\tc\nd"_s);
    REQUIRE(rows.size() == 2);
    CHECK(rows[1] == QStringList{u"d"_s, QString(), QString()});
}
