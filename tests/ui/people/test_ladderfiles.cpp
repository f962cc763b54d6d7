#include "peoplefixture.h"

#include "base/fiscalyear.h"
#include "exchange/formworkbook.h"
#include "people/assessmentpanel.h"
#include "people/ladderboard.h"
#include "people/ladderpage.h"
#include "people/peoplefilterbar.h"
#include "people/peoplesheets.h"
#include "people/registerimportdialog.h"
#include "printing/previewdialog.h"
#include "shell/documentcontroller.h"
#include "shell/mainwindow.h"
#include "shell/theme.h"
#include "shell/widgets.h"
#include "shell/workspace.h"
#include "ui/poppler.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

/// Opens the menu of a button and chooses from it.
void choose(Page &page, const QString &button, const QString &text)
{
    auto *menu = child<QPushButton>(page, button)->menu();
    REQUIRE(menu != nullptr);
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(text)) {
            REQUIRE(action->isEnabled());
            action->trigger();
            QCoreApplication::processEvents();
            return;
        }
    }
    FAIL("no entry " << text.toStdString());
}

/// The file as a coordinator sends it back, with はい to everything up to a step of the ladder.
void fillIn(Kakuken &office, const QString &name, int lastStep, const QString &path)
{
    const Registry registry = office.registry();
    FormSheet sheet = makeSelfAssessmentSheet(
        registry, registry.person(office.person(name)),
        {.prefecture = {}, .today = QDate(2026, 11, 1), .masked = false, .paper = {}});
    QStringList yes, texts{eraDate(QDate(2026, 11, 20)), u"窓口の記録を読み返した"_s, u"担当者と月1回話す"_s};
    for (const Behaviour &behaviour : behaviours())
        if (behaviour.step <= lastStep)
            yes << behaviour.code;
    for (FormSheet::Part &part : sheet.parts) {
        if (!part.table)
            continue;
        for (auto &row : part.table->rows) {
            FormTableCell &cell = row.back();
            if (cell.input && !cell.choices.isEmpty())
                cell.text = yes.contains(row[row.size() - 3].text) ? u"はい"_s : u"いいえ"_s;
            else if (cell.input && !texts.isEmpty())
                cell.text = texts.takeFirst();
        }
    }
    REQUIRE(texts.isEmpty());
    REQUIRE(writeFormXlsx(path, sheet).has_value());
}

} // namespace

TEST_CASE("the board is previewed on A3 as it is filtered, with and without names, and saved as PDF")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    auto *areas = child<QComboBox>(page, u"area"_s);
    areas->setCurrentIndex(areas->findText(u"東部圏域"_s));
    REQUIRE(areas->currentIndex() > 0);
    for (const bool masked : {false, true}) {
        choose(page, u"output"_s, masked ? u"氏名を伏せて A3"_s : u"ボードを A3"_s);
        auto *preview = page.findChild<PreviewDialog *>();
        REQUIRE(preview != nullptr);
        REQUIRE(preview->isVisible());
        const QString path = office.path(masked ? u"masked.pdf"_s : u"board.pdf"_s);
        office.dialogs.fileToSave = path;
        click(child<QPushButton>(*preview, u"savePdf"_s));
        CHECK(office.dialogs.suggested.endsWith(u".pdf"_s));
        const QString text = testing::pdfText(path);
        CHECK(text.contains(u"青木 はる"_s) != masked);
        CHECK(text.contains(u"小森 凛"_s) != masked);
        CHECK(text.contains(u"M0"_s) == masked);
        CHECK_FALSE(text.contains(u"江口"_s)); // of the other area
        CHECK(testing::pdfPages(path).size() == 1);
        // A3 across, in points: 420 × 297 mm.
        const QString boxes = testing::pdfText(path, {u"-bbox"_s});
        CHECK(
            boxes.contains(QRegularExpression(u"page width=\"119[01]\\.\\d+\" height=\"84[12]\\.\\d+\""_s)));
        preview->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

TEST_CASE("self-assessments go out by number and come back as assessments in one undo step")
{
    Kakuken office;
    LadderPage page(office.context());
    present(page);
    const QString out = office.path(u"out"_s), back = office.path(u"back"_s);
    REQUIRE((QDir().mkpath(out) && QDir().mkpath(back)));
    office.dialogs.folderToOpen = out;
    choose(page, u"more"_s, u"自己評価シートを作る"_s);
    const QStringList files = QDir(out).entryList({u"*.xlsx"_s});
    CHECK(files.size() == 5);
    for (const QString &file : files)
        CHECK_FALSE(file.contains(QRegularExpression(u"青木|江口|小森|高瀬|和田"_s)));

    fillIn(office, u"和田 澄"_s, 1, QDir(back).filePath(u"提出します.xlsx"_s));
    REQUIRE(QFile::copy(QDir(out).filePath(files.first()), QDir(back).filePath(u"空のまま.xlsx"_s)));
    office.dialogs.folderToOpen = back;
    Notice said;
    QObject::connect(&page, &Page::notice, [&](const Notice &notice) { said = notice; });
    choose(page, u"more"_s, u"自己評価シートを読み込む"_s);
    CHECK(said.text.contains(u"1件"_s));
    const PersonRecord wada = office.record(u"和田 澄"_s);
    REQUIRE(wada.assessments.size() == 1);
    CHECK(wada.assessments[0].assessor == Assessment::Assessor::Self);
    CHECK(wada.assessments[0].level == 2); // everything of 0 and 1-1, nothing above: two half steps
    CHECK(wada.assessments[0].nextAction == u"担当者と月1回話す"_s);
    const LadderBoard::Place place = page.board()->placeOf(wada.person.id);
    REQUIRE(place.isValid());
    CHECK(page.board()->columns()[static_cast<std::size_t>(place.column)].name == u"1-1"_s);
    // The one that came back empty is named with its file.
    bool told = false;
    for (const NoticeBar *bar : page.findChildren<NoticeBar *>())
        told = told || (bar->isVisible() && bar->text().contains(u"空のまま.xlsx"_s));
    CHECK(told);

    choose(page, u"more"_s, u"自己評価シートを読み込む"_s); // the same folder again
    CHECK(office.record(u"和田 澄"_s).assessments.size() == 1);
    REQUIRE(office.document().undo().has_value());
    office.reopen();
    CHECK(office.record(u"和田 澄"_s).assessments.empty());
}

TEST_CASE("a list read before the municipalities are there says what to do first, and is read all the same")
{
    Kakuken office(Kakuken::Empty::Yes);
    LadderPage page(office.context());
    present(page);
    office.dialogs.fileToOpen = office.path(u"名簿.csv"_s);
    QFile list(office.dialogs.fileToOpen);
    REQUIRE(list.open(QIODevice::WriteOnly));
    list.write("氏名,フリガナ,立場,市町村\n架空 花子,カクウ ハナコ,コーディネーター,前橋市\n"
               "青木 はる,あおき はる,コーディネーター,\n");
    list.close();
    auto *empty = child(page, u"noPeople"_s);
    for (QPushButton *button : empty->findChildren<QPushButton *>())
        if (button->text() == u"名簿を取り込む"_s)
            click(button);
    auto *dialog = page.findChild<RegisterImportDialog *>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->summary().contains(u"追加 2件"_s));
    auto *message = child<NoticeBar>(*dialog, u"importMessage"_s);
    CHECK(message->isVisible());
    CHECK(message->text().contains(u"都道府県を選ぶ"_s));
    click(child(*dialog, u"importNow"_s));
    const Registry registry = office.registry();
    REQUIRE(registry.people.size() == 2);
    // One order for hiragana and katakana: あおき before カクウ.
    CHECK(registry.people[0].person.name == u"青木 はる"_s);
    CHECK(page.board()->isVisible());
}

TEST_CASE("a file is not closed over an assessment that was begun without asking")
{
    Kakuken office;
    applyTheme(*qApp, ThemeChoice::Light);
    Settings settings(office.path(u"window.ini"_s));
    MainWindow window(settings, office.dialogs, pageRegistry());
    const QString copy = office.path(u"copy.tane"_s);
    REQUIRE(QFile::copy(office.document().path(), copy));
    window.controller()->openPath(copy);
    window.show();
    REQUIRE(QTest::qWaitForWindowActive(&window));
    window.workspace()->showPage(u"people"_s);
    auto *page = qobject_cast<LadderPage *>(window.workspace()->page(u"people"_s));
    REQUIRE(page != nullptr);
    page->board()->showPerson(office.person(u"青木 はる"_s));
    click(child(*page, u"assess"_s));
    REQUIRE(page->panel()->isVisible());
    office.dialogs.confirmed = false;

    SECTION("nothing was written: it closes")
    {
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        CHECK(window.controller()->document() == nullptr);
        CHECK(office.dialogs.asked.isEmpty());
    }
    SECTION("something was written, even when another page is shown by now")
    {
        write(u"会議で提案していた"_s);
        window.workspace()->showPage(u"supports"_s);
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        CHECK(window.controller()->document() != nullptr);
        REQUIRE(office.dialogs.asked.size() == 1);
        CHECK(office.dialogs.asked.first().contains(u"青木 はるさんの評価"_s));
        window.workspace()->showPage(u"people"_s);
        CHECK(page->panel()->isDirty()); // it is still there
        office.dialogs.confirmed = true;
        QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
        CHECK(window.controller()->document() == nullptr);
    }
    SECTION("only the step was changed")
    {
        page->panel()->setLevel(4);
        CHECK_FALSE(window.close());
        CHECK(office.dialogs.asked.size() == 1);
    }
}
