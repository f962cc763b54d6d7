#include "issuesheetsfixture.h"

#include "../poppler.h"

#include "issues/controlimportdialog.h"
#include "issues/controlindicatortable.h"
#include "issues/controloverview.h"
#include "issues/controlsheeteditor.h"
#include "issues/controlsheetspage.h"
#include "parts/gridview.h"
#include "parts/problemmodel.h"
#include "programme/search.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QFile>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;
using namespace tane::issuestest;

namespace {

const QString kAoba = u"青葉野市"_s, kYunagi = u"夕凪市"_s;

ControlContent sheetOf(Office &office, const QString &name, int year = 2026)
{
    const auto found = controlSheetOf(office.document(), municipality(office, name), year);
    REQUIRE(found.has_value());
    REQUIRE(found->has_value());
    return **found;
}

ControlSheetsPage *openSheet(Office &office, const QString &name)
{
    REQUIRE(office.window->workspace()->openRow(u"control-sheets"_s, u"control_sheet"_s,
                                                sheetOf(office, name).sheet.id));
    settle();
    return office.show<ControlSheetsPage>(u"control-sheets"_s);
}

void run(const QString &script, const QStringList &arguments)
{
    QProcess process;
    process.start(u"/usr/bin/python3"_s, QStringList{u"-c"_s, script} + arguments);
    constexpr int patience = 120'000;
    REQUIRE(process.waitForFinished(patience));
}

/// Fills in 現状 and the first indicator of 急変時の対応 as a municipality would with openpyxl.
const QString kFill =
    u"import sys, openpyxl\n"
    "book = openpyxl.load_workbook(sys.argv[1])\n"
    "sheet = book.worksheets[0]\n"
    "cells = [c for row in sheet.iter_rows() for c in row if c.value]\n"
    "start = next(c for c in cells if c.value == '急変時の対応').row\n"
    "def after(text): return next(c for c in cells if str(c.value) == text and c.row > start)\n"
    "present = after('現状'); name = after('指標'); target = after('目標値')\n"
    "sheet.cell(present.row, present.column + 1).value = '夜間の相談先が一つ\\n（休日はない）'\n"
    "sheet.cell(name.row + 1, name.column).value = '夜間に相談できる事業所数'\n"
    "sheet.cell(target.row + 1, target.column).value = sys.argv[3]\n"
    "if len(sys.argv) > 4: sheet.cell(name.row + 1, name.column).value = sys.argv[4]\n"
    "book.save(sys.argv[2])\n"_s;

} // namespace

TEST_CASE("the overview counts goals and where it is stuck over all municipalities of the sample")
{
    Office office;
    office.beginSample();
    auto *page = office.show<ControlSheetsPage>(u"control-sheets"_s);
    // By hand from resources/sample/issues.json, 25 municipalities, two sheets.
    const ControlRollUp &rollUp = page->overview()->rollUp();
    REQUIRE(rollUp.rows.size() == 25);
    for (std::size_t scene = 0; scene < 4; ++scene)
        CHECK(rollUp.withGoal(scene) == 1);
    CHECK(rollUp.stuck(0) == 2);
    CHECK(rollUp.stuck(1) == 1);
    page->overview()->setFilter(ControlOverview::Filter::Stuck);
    CHECK(page->overview()->table()->filter()->rowCount() == 2);
    page->overview()->setFilter(ControlOverview::Filter::NoSheet);
    CHECK(page->overview()->table()->filter()->rowCount() == 23);

    click(child(*page, u"printControl"_s));
    const QString pdf = office.desk.path(u"まとめ.pdf"_s);
    saveFrom(office, preview(*page), u"savePdf"_s, pdf);
    const QString said = tane::testing::pdfText(pdf);
    CHECK(said.contains(kAoba));
    CHECK(said.contains(u"交通の担当課と話す場がな"_s));
}

TEST_CASE("a sheet is begun for a municipality, every part is written on screen and is there from disk")
{
    Office office;
    office.beginSample();
    auto *page = office.show<ControlSheetsPage>(u"control-sheets"_s);
    const QString place = u"みどり丘町"_s;
    REQUIRE(page->reveal(u"municipality"_s, municipality(office, place)));
    settle();
    click(child(*page, u"openSheet"_s));
    settle();
    REQUIRE(page->showsSheet());
    overwrite(child(*page, u"controlVision"_s), u"丘のまちで暮らし続ける"_s);
    page->editor()->showScene(u"入退院支援"_s);
    settle();
    overwrite(child(*page, u"aim"_s), u"退院の日から困らない"_s);
    overwrite(child(*page, u"supportWanting"_s), u"病院の窓口が分からない"_s);
    office.desk.dialogs.text = u"入院時情報提供率"_s;
    click(child(*page, u"addControlIndicator"_s));
    settle();
    GridView *table = page->editor()->indicators()->table();
    REQUIRE(table->grid()->rowCount() == 1);
    // 指標, 評価時期, 基準値, three years, 目標値
    constexpr int target = 6;
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, target));
    press(Qt::Key_F2);
    write(u"70%"_s);
    press(Qt::Key_Return);
    settle();
    office.reopen();
    const ControlContent stored = sheetOf(office, place);
    CHECK(stored.sheet.vision == u"丘のまちで暮らし続ける"_s);
    const ControlContent::Scene &scene = stored.scenes[1];
    CHECK(scene.scene.aim == u"退院の日から困らない"_s);
    CHECK(scene.scene.supportWanting == u"病院の窓口が分からない"_s);
    REQUIRE(scene.indicators.size() == 1);
    CHECK(scene.indicators[0].indicator.target == u"70%"_s);
    CHECK(controlStateOf(scene) == ControlState::Targeted);
}

TEST_CASE("on paper every scene of a control sheet stands whole on its page")
{
    Office office;
    office.beginSample();
    ControlSheetsPage *page = openSheet(office, kAoba);
    click(child(*page, u"printControl"_s));
    const QString pdf = office.desk.path(u"シート.pdf"_s);
    saveFrom(office, preview(*page), u"savePdf"_s, pdf);
    const QStringList pages = tane::testing::pdfPages(pdf);
    REQUIRE(pages.size() == 4);
    const QStringList scenes = fourScenes();
    for (int i = 0; i < 4; ++i) {
        CHECK(pages[i].contains(scenes[i]));
        CHECK(pages[i].count(u"センターによる支援"_s) == 1);
        CHECK(pages[i].count(u"今後の改善策"_s) == 1);
    }
}

TEST_CASE("a numeric target for 看取り率 is refused in the table, with the reason on the page")
{
    Office office;
    office.beginSample();
    ControlSheetsPage *page = openSheet(office, kAoba);
    page->editor()->showScene(u"看取り"_s);
    office.desk.dialogs.text = u"在宅看取り率"_s;
    click(child(*page, u"addControlIndicator"_s));
    settle();
    GridView *table = page->editor()->indicators()->table();
    const int row = table->model()->rowCount() - 1;
    table->setFocus();
    constexpr int target = 6;
    table->setCurrentIndex(table->model()->index(row, target));
    press(Qt::Key_F2);
    write(u"30%"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(page->errorBar()->isVisible());
    CHECK(page->errorBar()->text().contains(u"数値の目標は設定できません"_s));
    CHECK(sheetOf(office, kAoba).scenes[3].indicators.back().indicator.target.isEmpty());
}

TEST_CASE("last year's sheets are carried over without their results, all in one step")
{
    Office office;
    office.beginSample();
    auto *page = office.show<ControlSheetsPage>(u"control-sheets"_s);
    const int next = page->years()->findData(2027);
    REQUIRE(next >= 0);
    page->years()->setCurrentIndex(next);
    Q_EMIT page->years()->activated(next);
    settle();
    const auto menu = child<QPushButton>(*page, u"carryOver"_s)->menu();
    REQUIRE(menu != nullptr);
    menu->actions().at(1)->trigger();
    settle();
    const ControlContent carried = sheetOf(office, kAoba, 2027);
    CHECK(carried.sheet.vision == sheetOf(office, kAoba).sheet.vision);
    REQUIRE(carried.scenes[1].indicators.size() == 2);
    CHECK(carried.scenes[1].indicators[0].indicator.target == u"7以下"_s);
    CHECK(carried.scenes[1].indicators[0].indicator.result.isEmpty());
    CHECK(sheetOf(office, kYunagi, 2027).scenes.size() == 4);
    REQUIRE(office.document().undo().has_value());
    for (const QString &name : {kAoba, kYunagi}) {
        const auto gone = controlSheetOf(office.document(), municipality(office, name), 2027);
        REQUIRE(gone.has_value());
        CHECK_FALSE(gone->has_value());
    }
}

TEST_CASE("a sheet goes out, is filled in by openpyxl and comes back, a second time changes nothing")
{
    Office office;
    office.beginSample();
    const QString out = office.desk.path(u"out.xlsx"_s), filled = office.desk.path(u"filled.xlsx"_s);
    ControlSheetsPage *page = openSheet(office, kAoba);
    const ControlContent before = sheetOf(office, kAoba);
    office.desk.dialogs.fileToSave = out;
    page->exportForm();
    REQUIRE(QFile::exists(out));
    run(kFill, {out, filled, u"3"_s});
    if (!QFile::exists(filled)) {
        WARN("openpyxl is not here");
        return;
    }
    ControlImportDialog *dialog = page->openImport();
    dialog->setSource(filled);
    settle();
    REQUIRE(dialog->importButton()->isEnabled());
    // 現状, the indicator and its target.
    CHECK(dialog->table()->model()->rowCount() == 3);
    CHECK(sheetOf(office, kAoba).saysTheSame(before)); // nothing is stored before it is asked for
    click(dialog->importButton());
    settle();
    ControlContent wanted = before;
    wanted.scenes[2].scene.present = u"夜間の相談先が一つ\n（休日はない）"_s;
    wanted.scenes[2].indicators.push_back(
        {.indicator = {.name = u"夜間に相談できる事業所数"_s, .target = u"3"_s}, .values = {}});
    CHECK(sheetOf(office, kAoba).saysTheSame(wanted)); // and all other fields are as they were

    ControlImportDialog *again = page->openImport();
    again->setSource(filled);
    settle();
    CHECK_FALSE(again->importButton()->isEnabled());
    CHECK(again->message().contains(u"同じ"_s));
    again->reject();
    REQUIRE(office.document().undo().has_value());
    CHECK(sheetOf(office, kAoba).saysTheSame(before));
}

TEST_CASE("a broken sheet is refused with its places and nothing is written")
{
    Office office;
    office.beginSample();
    const QString out = office.desk.path(u"out.xlsx"_s), filled = office.desk.path(u"broken.xlsx"_s);
    ControlSheetsPage *page = openSheet(office, kAoba);
    const ControlContent before = sheetOf(office, kAoba);
    office.desk.dialogs.fileToSave = out;
    page->exportForm();
    run(kFill, {out, filled, u"40%"_s, u"在宅看取り率"_s});
    if (!QFile::exists(filled)) {
        WARN("openpyxl is not here");
        return;
    }
    ControlImportDialog *dialog = page->openImport();
    dialog->setSource(filled);
    settle();
    CHECK_FALSE(dialog->importButton()->isEnabled());
    REQUIRE(dialog->problems()->rowCount() == 1);
    const auto said = [&](int column) {
        return dialog->problems()->data(dialog->problems()->index(0, column), Qt::DisplayRole).toString();
    };
    CHECK(said(ProblemModel::FileColumn) == u"broken.xlsx"_s);
    CHECK_FALSE(said(ProblemModel::CellColumn).isEmpty());
    CHECK(said(ProblemModel::ContentColumn) == u"40%"_s);
    CHECK(dialog->message().contains(u"取り込めません"_s));
    dialog->reject();
    CHECK(sheetOf(office, kAoba).saysTheSame(before));
}

TEST_CASE("all forms go into a folder, blank ones too, and the folder comes back unchanged")
{
    Office office;
    office.beginSample();
    auto *page = office.show<ControlSheetsPage>(u"control-sheets"_s);
    office.desk.dialogs.folderToOpen = office.desk.path(u"様式"_s);
    page->exportAllForms();
    const QDir folder(office.desk.path(u"様式"_s));
    CHECK(folder.entryList({u"*.xlsx"_s}, QDir::Files).size() == 25);
    CHECK(folder.exists(u"課題管理シート_夕凪市_令和8年度.xlsx"_s)); // whose it is can be seen from outside
    ControlImportDialog *dialog = page->openImport();
    dialog->setSource(folder.path());
    settle();
    CHECK(dialog->problems()->rowCount() == 0);
    // 23 blank forms of municipalities without a sheet are new; the two with one say what is stored.
    CHECK(child<QLabel>(*dialog, u"importSummary"_s)->text().contains(u"変わらない 2枚"_s));
    dialog->reject();
}

TEST_CASE("a hit of the search opens the very control sheet, and Alt with Left goes back to the list")
{
    Office office;
    office.beginSample();
    const qint64 sheet = sheetOf(office, kYunagi).sheet.id;
    REQUIRE(office.window->workspace()->openRow(u"control-sheets"_s, u"control_sheet"_s, sheet));
    auto *page = office.show<ControlSheetsPage>(u"control-sheets"_s);
    CHECK(page->editor()->sheet() == sheet);
    CHECK(page->editor()->isVisible());
    click(child(*page, u"backToOverview"_s));
    settle();
    CHECK(page->overview()->isVisible());
    CHECK(page->overview()->municipality() == municipality(office, kYunagi));
}

TEST_CASE("a hit of the search in a scene of a control sheet opens the sheet at that scene")
{
    Office office;
    office.beginSample();
    // From resources/sample/issues.json: what 夕凪市 is stuck with in 入退院支援, its second scene.
    const auto hits = searchFile(office.document(), u"市外の病院との調整"_s);
    REQUIRE(hits.has_value());
    const auto hit = std::ranges::find(*hits, u"control-sheets"_s, &SearchHit::page);
    REQUIRE(hit != hits->end());
    REQUIRE(office.window->workspace()->openRow(hit->page, hit->table, hit->row));
    auto *page = office.show<ControlSheetsPage>(u"control-sheets"_s);
    CHECK(page->editor()->sheet() == sheetOf(office, kYunagi).sheet.id);
    CHECK(page->editor()->scene() == u"入退院支援"_s);
    auto *scenes = child<SegmentedControl>(*page, u"controlScenes"_s);
    CHECK(scenes->currentIndex() == 1);
}

TEST_CASE("a sheet that was filled in and then saved by LibreOffice comes back with what was typed")
{
    const QString soffice = QStandardPaths::findExecutable(u"soffice"_s);
    Office office;
    office.beginSample();
    const QString out = office.desk.path(u"out.xlsx"_s), filled = office.desk.path(u"filled.xlsx"_s),
                  saved = office.desk.path(u"saved"_s);
    ControlSheetsPage *page = openSheet(office, kAoba);
    const ControlContent before = sheetOf(office, kAoba);
    office.desk.dialogs.fileToSave = out;
    page->exportForm();
    run(kFill, {out, filled, u"3"_s});
    if (soffice.isEmpty() || !QFile::exists(filled)) {
        WARN("LibreOffice or openpyxl is not here");
        return;
    }
    QProcess office2;
    office2.start(soffice,
                  {u"-env:UserInstallation=file://"_s + office.desk.path(u"profile"_s), u"--headless"_s,
                   u"--convert-to"_s, u"xlsx:Calc MS Excel 2007 XML"_s, u"--outdir"_s, saved, filled});
    constexpr int patience = 240'000;
    REQUIRE(office2.waitForFinished(patience));
    ControlImportDialog *dialog = page->openImport();
    dialog->setSource(saved + u"/filled.xlsx"_s);
    settle();
    CHECK(dialog->problems()->rowCount() == 0);
    REQUIRE(dialog->importButton()->isEnabled());
    click(dialog->importButton());
    settle();
    ControlContent wanted = before;
    wanted.scenes[2].scene.present = u"夜間の相談先が一つ\n（休日はない）"_s;
    wanted.scenes[2].indicators.push_back(
        {.indicator = {.name = u"夜間に相談できる事業所数"_s, .target = u"3"_s}, .values = {}});
    CHECK(sheetOf(office, kAoba).saysTheSame(wanted));
}
