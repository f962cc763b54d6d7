#include "../cycle/cyclefixture.h"

#include "exchange/tablereader.h"
#include "programme/plan.h"
#include "programme/workshoppage.h"
#include "shell/editors/growingedit.h"
#include "shell/editors/linelist.h"
#include "shell/editors/savedline.h"
#include "shell/editors/savedtext.h"
#include "shell/widgets.h"
#include "survey/questionnairedetails.h"
#include "survey/questionnairelibrary.h"
#include "survey/questionnairepage.h"
#include "survey/questionnairepreview.h"
#include "survey/questionnairetree.h"
#include "survey/surveyrepository.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

namespace {

template<class W>
W *named(QWidget *root, const QString &name)
{
    W *found = root->findChild<W *>(name);
    INFO(name.toStdString());
    REQUIRE(found != nullptr);
    return found;
}

void trigger(QWidget *root, const QString &action)
{
    for (QPushButton *button : root->findChildren<QPushButton *>())
        if (button->menu())
            for (QAction *each : button->menu()->actions())
                if (each->objectName() == action) {
                    REQUIRE(each->isEnabled());
                    each->trigger();
                    settle();
                    return;
                }
    FAIL("no action " << action.toStdString());
}

QuestionnairePage *begin(Office &office)
{
    office.begin(u"half-day"_s);
    auto *page = office.show<QuestionnairePage>(u"questionnaire"_s);
    settle();
    return page;
}

void overwriteText(QuestionnairePage *page, const QString &text)
{
    GrowingEdit *edit = page->details()->text()->edit();
    edit->setFocus();
    edit->selectAll();
    write(text);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
}

void chooseItem(QuestionnairePage *page, int set, int item)
{
    QTreeWidgetItem *top = page->tree()->topLevelItem(set);
    REQUIRE(top != nullptr);
    page->tree()->setFocus();
    page->tree()->setCurrentItem(item < 0 ? top : top->child(item));
    settle();
}

QString codes(const Questionnaire &questionnaire)
{
    QStringList all;
    for (const auto &ref : questionnaire.items())
        all << ref.item->code;
    return all.join(u' ');
}

/// One answer of one person before the workshop, to what it asks now.
void answer(Office &office)
{
    const qint64 workshop = office.window->controller()->context()->workshop;
    const auto held = WorkshopRepository(office.document()).load(workshop);
    REQUIRE(held.has_value());
    SurveyRepository survey(office.document());
    const auto questionnaire = survey.questionnaire(held->questionnaire);
    REQUIRE(questionnaire.has_value());
    ReadAnswers read;
    AnswerSheet sheet(static_cast<int>(questionnaire->items().size()));
    sheet.addPerson(0, sheet.addSource(u"before.csv"_s), 2);
    sheet.setField(0, Field::Name, "架空 花子");
    sheet.setMark(0, 0, 1);
    read.sheet = std::move(sheet);
    REQUIRE(survey.importAnswers(workshop, held->questionnaire, read, u"before.csv"_s).has_value());
    settle();
}

} // namespace

TEST_CASE("A built-in questionnaire is shown but changed only as a copy")
{
    Office office;
    QuestionnairePage *page = begin(office);
    CHECK(page->questionnaire().id == u"trial1"_s);
    CHECK(page->stored() == 0);
    CHECK_FALSE(named<QPushButton>(page, u"addItem"_s)->isVisible());
    auto *state = named<NoticeBar>(page, u"questionnaireState"_s);
    REQUIRE(state->isVisible());
    CHECK(state->text().contains(u"写し"_s));
    Q_EMIT state->actionTriggered();
    settle();
    CHECK(page->stored() != 0);
    CHECK(page->questionnaire().id == u"trial1-2"_s);
    CHECK_FALSE(state->isVisible());
    CHECK(named<QPushButton>(page, u"addItem"_s)->isVisible());
    // The person sees the nine items that are asked before.
    REQUIRE(page->preview()->sheet().has_value());
}

TEST_CASE("A questionnaire is written by keys, each change one step back, and is there after reopening")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addEmpty"_s);
    const qint64 id = page->stored();
    REQUIRE(id != 0);
    chooseItem(page, 0, 0);
    overwriteText(page, u"相談の結果を共有している"_s);
    CHECK(page->questionnaire().sets[0].items[0].text == u"相談の結果を共有している"_s);

    // A third option by Enter behind the second.
    LineList *options = page->details()->options();
    REQUIRE(options->count() == 2);
    auto *second = qobject_cast<GrowingEdit *>(options->editorAt(1));
    REQUIRE(second != nullptr);
    second->setFocus();
    second->moveCursor(QTextCursor::End);
    press(Qt::Key_Return);
    write(u"わからない"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    REQUIRE(page->questionnaire().sets[0].items[0].options.size() == 3);
    CHECK(page->questionnaire().sets[0].items[0].options[2].code == u"c"_s);
    CHECK(page->questionnaire().sets[0].items[0].options[2].text == u"わからない"_s);

    // Up by Alt+↑: letters follow the place.
    auto *third = qobject_cast<GrowingEdit *>(options->editorAt(2));
    REQUIRE(third != nullptr);
    third->setFocus();
    press(Qt::Key_Up, Qt::AltModifier);
    settle();
    CHECK(page->questionnaire().sets[0].items[0].options[1].text == u"わからない"_s);
    CHECK(page->questionnaire().sets[0].items[0].options[1].code == u"b"_s);

    // A second item from the tree, for coordinators only, required, several marks.
    chooseItem(page, 0, 0);
    press(Qt::Key_Insert);
    settle();
    CHECK(codes(page->questionnaire()) == u"Ⅰ-1 Ⅰ-2"_s);
    write(u"保有する資格"_s); // its wording was chosen to be written over
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    CHECK(page->questionnaire().sets[0].items[1].text == u"保有する資格"_s);
    click(named<QCheckBox>(page, u"itemRequired"_s));
    auto *role = named<QComboBox>(page, u"itemRole"_s);
    role->setFocus();
    QTest::keyClick(role, Qt::Key_Down);
    settle();
    auto *type = named<QComboBox>(page, u"itemType"_s);
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Down);
    settle();
    // Scrolling over a box changes nothing.
    const QPointF middle(type->width() / 2.0, type->height() / 2.0);
    QWheelEvent wheel(middle, type->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(type, &wheel);
    settle();
    const Item made = page->questionnaire().sets[0].items[1];
    CHECK(made.required);
    CHECK(made.forRole == u"コーディネーター"_s);
    CHECK(made.type == AnswerType::Multiple);
    CHECK_FALSE(made.ordered);

    // Up in the tree, and back by undo.
    chooseItem(page, 0, 1);
    press(Qt::Key_Up, Qt::AltModifier);
    settle();
    CHECK(codes(page->questionnaire()) == u"Ⅰ-2 Ⅰ-1"_s);
    CHECK(page->tree()->chosen() == ItemPlace{0, 0});
    REQUIRE(office.document().undoLabel() == u"設問の移動"_s);
    REQUIRE(office.document().undo().has_value());
    settle();
    CHECK(codes(page->questionnaire()) == u"Ⅰ-1 Ⅰ-2"_s);
    REQUIRE(office.document().undo().has_value());
    settle();
    CHECK(page->questionnaire().sets[0].items[1].type == AnswerType::Single);
    REQUIRE(office.document().redo().has_value());
    settle();

    click(named<QPushButton>(page, u"assignQuestionnaire"_s));
    settle();
    const Questionnaire shown = page->questionnaire();
    office.reopen();
    page = office.show<QuestionnairePage>(u"questionnaire"_s);
    settle();
    CHECK(page->stored() == id);
    CHECK(page->questionnaire() == shown);
}

TEST_CASE("A new item begins with options of its own behind the others, and takes over the scale when asked")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addCopy"_s);
    const Questionnaire copied = page->questionnaire();
    chooseItem(page, 0, 1); // Ⅰ-2
    click(named<QPushButton>(page, u"addItem"_s));
    settle();
    REQUIRE(page->questionnaire().sets[0].items.size() == 7);
    CHECK(page->tree()->chosen() == ItemPlace{0, 6});
    CHECK(page->questionnaire().sets[0].items[6].code == u"Ⅰ-7"_s);
    CHECK(page->details()->text()->edit()->hasFocus());
    CHECK(page->details()->options()->count() == 2);
    CHECK_FALSE(named<QCheckBox>(page, u"optionsTogether"_s)->isVisible());
    CHECK_FALSE(named<QPushButton>(page, u"renumberItems"_s)->isVisible());
    // A third option of its own changes nobody else's.
    auto *second = qobject_cast<GrowingEdit *>(page->details()->options()->editorAt(1));
    REQUIRE(second != nullptr);
    second->setFocus();
    second->moveCursor(QTextCursor::End);
    press(Qt::Key_Return);
    write(u"わからない"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    CHECK(page->questionnaire().sets[0].items[6].options.size() == 3);
    CHECK(page->questionnaire().sets[0].items[0] == copied.sets[0].items[0]);
    // The scale of the set, by one button; then they are changed together again.
    auto *common = named<QPushButton>(page, u"optionsOfSet"_s);
    REQUIRE(common->isVisible());
    click(common);
    settle();
    CHECK(page->questionnaire().sets[0].items[6].options == copied.sets[0].items[0].options);
    CHECK_FALSE(common->isVisible());
    CHECK(named<QCheckBox>(page, u"optionsTogether"_s)->isVisible());
    REQUIRE(office.document().undo().has_value());
    settle();
    CHECK(page->questionnaire().sets[0].items[6].options.size() == 3);
    CHECK(page->details()->options()->count() == 3);
}

TEST_CASE("Items that were moved are numbered in their order by one button")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addCopy"_s);
    auto *renumber = named<QPushButton>(page, u"renumberItems"_s);
    CHECK_FALSE(renumber->isVisible());
    chooseItem(page, 1, 0);
    press(Qt::Key_Down, Qt::AltModifier);
    settle();
    CHECK(codes(page->questionnaire()).contains(u"Ⅱ-2 Ⅱ-1 Ⅱ-3"_s));
    REQUIRE(renumber->isVisible());
    click(renumber);
    settle();
    CHECK(codes(page->questionnaire()).contains(u"Ⅱ-1 Ⅱ-2 Ⅱ-3"_s));
    CHECK(page->questionnaire().sets[1].items[1].text.startsWith(u"なぜ地域包括ケアシステム"_s));
    CHECK_FALSE(renumber->isVisible());
    REQUIRE(office.document().undoLabel() == u"設問の番号の振り直し"_s);
}

TEST_CASE("A workshop chooses among the questionnaires of its file, too")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addCopy"_s);
    const qint64 own = page->stored();
    const QString title = page->questionnaire().title;
    auto *workshop = office.show<WorkshopPage>(u"workshop"_s);
    settle();
    auto *box = named<QComboBox>(workshop, u"questionnaire"_s);
    const int index = box->findText(title);
    REQUIRE(index >= 0);
    box->setFocus();
    while (box->currentIndex() != index)
        QTest::keyClick(box, box->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    settle();
    const qint64 id = office.window->controller()->context()->workshop;
    CHECK(WorkshopRepository(office.document()).load(id)->questionnaire == own);
    office.reopen();
    workshop = office.show<WorkshopPage>(u"workshop"_s);
    settle();
    CHECK(named<QComboBox>(workshop, u"questionnaire"_s)->currentText() == title);
}

TEST_CASE("What cannot be is refused where it was written, and nothing is stored")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addEmpty"_s);
    chooseItem(page, 0, 0);
    press(Qt::Key_Insert);
    settle();
    chooseItem(page, 0, 1);
    auto *code = named<SavedLine>(page, u"itemCode"_s);
    code->edit()->setFocus();
    code->edit()->selectAll();
    write(u"Ⅰ-1"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(code->errorText().contains(u"Ⅰ-1"_s));
    CHECK(codes(page->questionnaire()) == u"Ⅰ-1 Ⅰ-2"_s);
    press(Qt::Key_Escape);
    // No time left to ask it.
    click(named<QCheckBox>(page, u"askedBefore"_s));
    settle();
    CHECK_FALSE(page->questionnaire().sets[0].items[1].askedBefore);
    click(named<QCheckBox>(page, u"askedAfter"_s));
    settle();
    CHECK(page->errorBar()->isVisible());
    CHECK(named<QCheckBox>(page, u"askedAfter"_s)->isChecked());
    CHECK(page->questionnaire().sets[0].items[1].askedAfter);
}

TEST_CASE("Options that a set shares are changed together, and an item may look back to before")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addCopy"_s);
    chooseItem(page, 1, 0);
    REQUIRE(named<QCheckBox>(page, u"optionsTogether"_s)->isVisible());
    auto *first = qobject_cast<GrowingEdit *>(page->details()->options()->editorAt(0));
    REQUIRE(first != nullptr);
    first->setFocus();
    first->selectAll();
    write(u"すぐに説明できる"_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    settle();
    for (const Item &item : page->questionnaire().sets[1].items)
        CHECK(item.options[0].text == u"すぐに説明できる"_s);
    click(named<QPushButton>(page, u"addLookingBack"_s));
    settle();
    CHECK(page->questionnaire().sets[1].items[1].looksBack == u"Ⅱ-1"_s);
    CHECK(codes(page->questionnaire()).contains(u"Ⅱ-1 Ⅱ-1R Ⅱ-2"_s));
}

TEST_CASE("An answered questionnaire is followed by a version that says what can no longer be compared")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addCopy"_s);
    click(named<QPushButton>(page, u"assignQuestionnaire"_s));
    settle();
    const qint64 first = page->stored();
    answer(office);
    auto *state = named<NoticeBar>(page, u"questionnaireState"_s);
    REQUIRE(state->isVisible());
    CHECK(state->text().contains(u"回答が1件"_s));
    CHECK_FALSE(named<QPushButton>(page, u"removeItem"_s)->isVisible());
    Q_EMIT state->actionTriggered();
    settle();
    const qint64 second = page->stored();
    CHECK(second != first);
    auto *changes = named<QLabel>(page, u"changeList"_s);
    CHECK(changes->isVisible());
    CHECK(changes->text().contains(u"前の版と同じ"_s));
    chooseItem(page, 0, 1);
    press(Qt::Key_Delete);
    settle();
    CHECK(changes->text().contains(u"Ⅰ-2"_s));
    chooseItem(page, 0, 0);
    overwriteText(page, u"相談への対応結果を共有する"_s);
    CHECK(page->questionnaire().sets[0].items[0].aliases.contains(
        u"受け付けた相談への対応結果をコーディネーターと市町村担当者で共有する"_s));

    // Asked before it is used; no leaves all as it is.
    auto *assign = named<QPushButton>(page, u"assignQuestionnaire"_s);
    const qint64 workshop = office.window->controller()->context()->workshop;
    const auto asks = [&] { return WorkshopRepository(office.document()).load(workshop)->questionnaire; };
    click(assign);
    settle();
    REQUIRE_FALSE(office.desk.dialogs.asked.isEmpty());
    CHECK(office.desk.dialogs.asked.last().contains(u"Ⅰ-2"_s));
    CHECK(asks() == first);
    office.desk.dialogs.confirmed = true;
    click(assign);
    settle();
    CHECK(asks() == second);
    // The answer is there under the new wording.
    const auto sheet =
        SurveyRepository(office.document()).answers(workshop, page->questionnaire(), Wave::Before);
    REQUIRE(sheet.has_value());
    REQUIRE(sheet->size() == 1);
    CHECK(sheet->mark(0, 0) == 1);
}

TEST_CASE("A questionnaire goes into a file and comes back as one of its own, and forms are written")
{
    Office office;
    QuestionnairePage *page = begin(office);
    trigger(page, u"addCopy"_s);
    const Questionnaire shown = page->questionnaire();
    office.desk.dialogs.fileToSave = office.desk.path(u"own.json"_s);
    trigger(page, u"exportQuestionnaire"_s);
    office.desk.dialogs.fileToOpen = office.desk.dialogs.fileToSave;
    trigger(page, u"importQuestionnaire"_s);
    CHECK(page->questionnaire().sets == shown.sets);
    CHECK(page->questionnaire().id == u"trial1-2-2"_s);
    trigger(page, u"removeQuestionnaire"_s);
    CHECK(page->questionnaire().id != u"trial1-2-2"_s);

    office.desk.dialogs.fileToSave = office.desk.path(u"blank.xlsx"_s);
    trigger(page, u"saveBlank"_s);
    const auto tables = readTables(office.desk.path(u"blank.xlsx"_s));
    REQUIRE(tables.has_value());
    CHECK(isQuestionnaireForm(tables->front()));
    // For everybody only what the workshop asks.
    trigger(page, u"saveEach"_s);
    CHECK(page->errorBar()->isVisible());
}

TEST_CASE("The goals of the plan become the questions some months later, word for word")
{
    Office office;
    QuestionnairePage *page = begin(office);
    const TargetGroup group = office.groups().front();
    PlanLine line;
    line.targetGroup = group.id;
    line.field = PlanField::Action;
    line.text = u"月に1回、市町村担当者と話す場を持つ"_s;
    REQUIRE(RecordTable<PlanLine>(office.document()).add(line, u"追加"_s).has_value());
    trigger(page, u"addCopy"_s);
    trigger(page, u"addFollowUp"_s);
    const Questionnaire later = askedPart(page->questionnaire(), Wave::FollowUp);
    // Asked of the coordinators themselves, of the officers as they see it, and of all what hindered.
    REQUIRE(later.items().size() == 3);
    CHECK(later.items()[0].item->text == line.text);
    CHECK(later.items()[0].item->forRole == group.name);
    CHECK(later.items()[1].item->text == line.text);
    CHECK(later.items()[1].item->forRole == u"市町村担当者"_s);
    CHECK(later.items()[2].item->type == AnswerType::Text);
    CHECK(later.items()[2].item->forRole.isEmpty());
}
