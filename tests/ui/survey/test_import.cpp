#include "shell/widgets.h"
#include "survey/answerspage.h"
#include "survey/columnchoices.h"
#include "survey/importdialog.h"
#include "survey/sheetpreview.h"
#include "surveyfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>

#include <algorithm>

using namespace tane;
using namespace tane::test;
using namespace Qt::StringLiterals;

namespace {

// Nine items of trial ①, one of them under a head nobody can recognise, and one cell that says nothing.
const QByteArray kBefore = "氏名,所属,立場,相談の共有について,Ⅰ-2,Ⅰ-3,Ⅰ-4,Ⅰ-5,Ⅰ-6,Ⅱ-1,Ⅱ-2,Ⅱ-3\n"
                           "佐藤 花,北部医師会,コーディネーター,b,c,c,c,b,c,b,b,c\n"
                           "鈴木 一,南部病院,市町村担当者,a,c,?,c,b,c,b,b,c\n";

ImportDialog *open(AnswersPage &page, Office &office, const QString &file)
{
    office.dialogs.fileToOpen = file;
    ImportDialog *dialog = page.openImport();
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    if (auto *title = dialog->findChild<QLineEdit *>(u"workshopTitle"_s))
        QTest::keyClicks(title, u"R8"_s);
    click(dialog->findChild<QPushButton *>(u"chooseFile"_s));
    return dialog;
}

QString summary(ImportDialog *dialog)
{
    return dialog->findChild<QLabel *>(u"importSummary"_s)->text();
}

void finish(AnswersPage &page, ImportDialog *dialog)
{
    waitUntil([dialog] { return dialog->importButton()->isEnabled(); });
    click(dialog->importButton());
    waitUntil([&page] { return page.findChild<ImportDialog *>() == nullptr; });
}

void correctColumn(ImportDialog *dialog, int column, const ColumnMeaning &meaning)
{
    QComboBox *box = dialog->preview()->choice(column);
    REQUIRE(box != nullptr);
    chooseMeaning(box, meaning);
    Q_EMIT box->activated(box->currentIndex());
    waitUntil([dialog] { return dialog->importButton()->isEnabled(); });
}

} // namespace

TEST_CASE("A column nobody recognised stands out, can be corrected, and the correction is remembered for the "
          "next file")
{
    Office office;
    AnswersPage page(office.context());
    present(page);
    ImportDialog *dialog = open(page, office, office.write(u"before.csv"_s, kBefore));
    waitUntil([dialog] { return dialog->importButton()->isEnabled(); });
    CHECK(summary(dialog).contains(u"2件の回答"_s));
    CHECK(summary(dialog).contains(u"Ⅰ-1"_s)); // named as missing
    auto *model = qobject_cast<SheetPreviewModel *>(dialog->preview()->model());
    CHECK(model->isUndecided(3));
    CHECK_FALSE(model->isUndecided(4));

    correctColumn(dialog, 3, {ColumnMeaning::Kind::Answer, Field::Name, 0});
    CHECK_FALSE(model->isUndecided(3));
    CHECK_FALSE(summary(dialog).contains(u"見つからない設問"_s));
    CHECK(summary(dialog).contains(u"読み取れないセル 1件"_s));
    finish(page, dialog);
    CHECK(page.state()->before.mark(0, 0) == 1);
    CHECK(page.state()->before.mark(1, 0) == 0);
    CHECK(page.state()->before.mark(1, 2) == kNotUnderstood);

    ImportDialog *next = open(page, office, office.write(u"after.csv"_s, kBefore));
    waitUntil([next] { return next->importButton()->isEnabled(); });
    CHECK(chosenMeaning(next->preview()->choice(3)) ==
          ColumnMeaning{ColumnMeaning::Kind::Answer, Field::Name, 0});
    next->reject();
}

TEST_CASE("The date of a new workshop is open until she gives one")
{
    for (const bool given : {false, true}) {
        Office office;
        AnswersPage page(office.context());
        present(page);
        ImportDialog *dialog = open(page, office, office.write(u"before.csv"_s, kBefore));
        auto *date = dialog->findChild<QDateEdit *>(u"heldOn"_s);
        auto *undecided = dialog->findChild<QCheckBox *>(u"heldOnOpen"_s);
        CHECK(undecided->isChecked());
        CHECK(date->text() == u"未定"_s);
        if (given) {
            undecided->setChecked(false);
            CHECK(date->isEnabled());
            date->setDate(QDate(2026, 7, 15));
        }
        finish(page, dialog);
        const auto workshop = WorkshopRepository(office.document()).load(office.context().workshop);
        REQUIRE(workshop.has_value());
        CHECK(workshop->heldOn.isValid() == given);
        if (given)
            CHECK(workshop->heldOn == QDate(2026, 7, 15));
    }
}

TEST_CASE("What could not be read is listed with its cell, from the page, too")
{
    Office office;
    AnswersPage page(office.context());
    present(page);
    ImportDialog *dialog = open(page, office, office.write(u"before.csv"_s, kBefore));
    finish(page, dialog);
    click(page.findChild<QWidget *>(u"before"_s)->findChild<QPushButton *>(u"showProblems"_s));
    auto *problems = page.findChild<QTableView *>(u"problems"_s);
    REQUIRE(problems->isVisible());
    REQUIRE(problems->model()->rowCount() == 1);
    QString row;
    for (int column = 0; column < problems->model()->columnCount(); ++column)
        row += problems->model()->index(0, column).data().toString() + u' ';
    CHECK(row.contains(u"before.csv"_s));
    CHECK(row.contains(u"F3"_s));
    CHECK(row.contains(u'?'));
}

TEST_CASE("An import is one undo step, and removing an import can be taken back")
{
    Office office;
    AnswersPage page(office.context());
    present(page);
    finish(page, open(page, office, office.write(u"before.csv"_s, kBefore)));
    REQUIRE(page.state()->before.size() == 2);

    click(page.findChild<QWidget *>(u"before"_s)->findChild<QPushButton *>(u"removeImport"_s));
    CHECK(page.state()->before.size() == 0);
    REQUIRE(office.document().undo().has_value());
    page.refresh();
    CHECK(page.state()->before.size() == 2);

    REQUIRE(office.document().undo().has_value());
    page.refresh();
    CHECK_FALSE(page.state().has_value()); // the workshop was made by the same step
    CHECK_FALSE(office.document().canUndo());
    REQUIRE(office.document().redo().has_value());
    page.refresh();
    REQUIRE(page.state().has_value());
    CHECK(page.state()->before.size() == 2);
}

TEST_CASE("A file in which nothing can be understood is refused inside the dialog, and nothing is stored")
{
    Office office;
    AnswersPage page(office.context());
    present(page);
    ImportDialog *dialog = open(page, office, office.write(u"menu.csv"_s, "料理,値段\nカレー,800\n"));
    auto *message = dialog->findChild<NoticeBar *>(u"message"_s);
    waitUntil([message] { return message->isVisible(); });
    CHECK_FALSE(message->text().isEmpty());
    CHECK_FALSE(dialog->importButton()->isEnabled());
    dialog->reject();
    CHECK(WorkshopRepository(office.document()).all()->empty());
}

TEST_CASE("Reading the same answers twice is announced before it happens, whatever the file is called now")
{
    const bool renamed = GENERATE(false, true);
    Office office;
    AnswersPage page(office.context());
    present(page);
    const QString file = office.write(u"before.csv"_s, kBefore);
    finish(page, open(page, office, file));
    ImportDialog *again = open(page, office, renamed ? office.write(u"renamed.csv"_s, kBefore) : file);
    waitUntil([again] { return again->importButton()->isEnabled(); });
    auto *message = again->findChild<NoticeBar *>(u"message"_s);
    CHECK_FALSE(message->isVisible()); // it would be the answers after
    auto *wave = again->findChild<SegmentedControl *>(u"wave"_s);
    wave->setCurrentIndex(0);
    waitUntil([again] { return again->importButton()->isEnabled(); });
    CHECK(message->isVisible());
    CHECK(message->text().contains(u"before.csv"_s));
    again->reject();
}

TEST_CASE(
    "A questionnaire of one's own is chosen from a file, and what is wrong in one is said with its place")
{
    Office office;
    AnswersPage page(office.context());
    present(page);
    ImportDialog *dialog = page.openImport();
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    auto *list = dialog->findChild<QComboBox *>(u"questionnaire"_s);
    auto *message = dialog->findChild<NoticeBar *>(u"message"_s);
    const int builtIn = list->count();
    // An option set that does not exist.
    office.dialogs.fileToOpen = office.write(
        u"wrong.json"_s,
        R"({"id":"own","title":"自作","sets":[{"code":"Q","title":"問","options":"good","items":[]}]})");
    click(dialog->findChild<QPushButton *>(u"questionnaireFile"_s));
    CHECK(message->isVisible());
    CHECK(message->text().contains(u"wrong.json"_s));
    CHECK(message->text().contains(u"sets[0]"_s));
    CHECK(list->count() == builtIn);

    office.dialogs.fileToOpen = office.write(u"own.json"_s, R"({"id":"own","title":"自作の調査票","sets":[
        {"code":"Q","title":"問","kind":"practice",
         "options":[{"code":"a","text":"はい"},{"code":"b","text":"いいえ"}],
         "items":[{"code":"Q1","text":"記録しているか"},{"code":"Q2","text":"共有しているか"}]}]})");
    click(dialog->findChild<QPushButton *>(u"questionnaireFile"_s));
    CHECK_FALSE(message->isVisible());
    CHECK(list->currentText().contains(u"自作の調査票"_s));
    dialog->setSource(office.write(u"before.csv"_s, "氏名,Q1,Q2\n佐藤 花,a,b\n"));
    auto *needed = dialog->findChild<QLabel *>(u"needed"_s);
    waitUntil([needed] { return needed->isVisible(); }); // read, and only the name is missing
    CHECK(summary(dialog).contains(u"2／2"_s));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"workshopTitle"_s), u"R8"_s);
    CHECK_FALSE(needed->isVisible());
    finish(page, dialog);
    REQUIRE(page.state().has_value());
    CHECK(page.state()->questionnaire.title == u"自作の調査票"_s);
    CHECK(page.state()->before.mark(0, 1) == 1);
}

TEST_CASE("The file of a forms service is read by its questions, with several marks in a cell")
{
    Office office;
    AnswersPage page(office.context());
    present(page);
    office.dialogs.fileToOpen = office.write(u"own.json"_s, R"({"id":"own","title":"自作の調査票","sets":[
        {"code":"Q","title":"問","kind":"practice",
         "items":[{"code":"Q1","text":"相談の結果を共有しているか",
                   "options":[{"code":"a","text":"している"},{"code":"b","text":"していない"}]},
                  {"code":"Q2","text":"保有する専門職資格等","type":"multiple","ordered":false,
                   "options":[{"code":"a","text":"保健師"},{"code":"b","text":"看護師"},
                              {"code":"c","text":"その他"}]}]}]})");
    ImportDialog *dialog = page.openImport();
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    click(dialog->findChild<QPushButton *>(u"questionnaireFile"_s));
    CHECK_FALSE(dialog->findChild<NoticeBar *>(u"message"_s)->isVisible());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"workshopTitle"_s), u"R8"_s);
    dialog->setSource(office.write(u"forms.csv"_s,
                                   "タイムスタンプ,お名前,相談の結果を共有しているか（必須）,"
                                   "保有する専門職資格等\n"
                                   "2026/06/01 10:12:03,架空 花子,している,\"保健師, その他：歯科技工士\"\n"
                                   "2026/06/01 11:00:00,架空 次郎,していない,看護師;保健師\n"));
    finish(page, dialog);
    REQUIRE(page.state().has_value());
    const AnswerSheet &sheet = page.state()->before;
    REQUIRE(sheet.size() == 2);
    CHECK(sheet.text(Field::Name, 0) == u"架空 花子"_s);
    CHECK(sheet.mark(0, 0) == 0);
    CHECK(sheet.several(0, 1) == QList<Mark>{0, 2});
    CHECK(sheet.freeText(0, 1) == u"歯科技工士"_s);
    CHECK(sheet.several(1, 1) == QList<Mark>{0, 1});
}

TEST_CASE("Of a folder the whole files are taken in, the broken one is listed, and it can be read again")
{
    Office office;
    AnswersPage page(office.context());
    present(page);
    REQUIRE(QDir().mkpath(office.path(u"answers"_s)));
    office.write(u"answers/01.csv"_s, kBefore);
    office.write(u"answers/02.xlsx"_s, "no workbook at all");
    office.dialogs.folderToOpen = office.path(u"answers"_s);
    ImportDialog *dialog = page.openImport();
    REQUIRE(QTest::qWaitForWindowExposed(dialog));
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"workshopTitle"_s), u"R8"_s);
    click(dialog->findChild<QPushButton *>(u"chooseFolder"_s));
    finish(page, dialog);
    REQUIRE(page.state().has_value());
    CHECK(page.state()->before.size() == 2);
    SurveyRepository survey(office.document());
    const auto imports = survey.imports(office.context().workshop);
    REQUIRE(imports.has_value());
    REQUIRE(imports->size() == 1);
    const auto problems = survey.problems(imports->front().id);
    REQUIRE(problems.has_value());
    CHECK(
        std::ranges::any_of(*problems, [](const Problem &problem) { return problem.file == u"02.xlsx"_s; }));
}
