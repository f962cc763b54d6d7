#include "../cycle/cyclefixture.h"

#include "participants/paperentry.h"
#include "shell/widgets.h"
#include "survey/answerspage.h"
#include "survey/paperentryform.h"
#include "survey/paperentrypage.h"
#include "survey/questionnairelibrary.h"
#include "survey/surveyrepository.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::cycletest;

namespace {

/// A workshop that asks the built-in questionnaire, with two people.
struct Desk
{
    Office office;
    qint64 workshop = 0;
    Questionnaire questionnaire;
    std::vector<qint64> people;
    PaperEntryPage *page = nullptr;

    Desk()
    {
        office.begin(u"half-day"_s);
        workshop = office.window->controller()->context()->workshop;
        SurveyRepository survey(office.document());
        auto trial = loadQuestionnaire(u"trial1"_s);
        REQUIRE(trial.has_value());
        questionnaire = *trial;
        const auto id = survey.addQuestionnaire(questionnaire);
        REQUIRE(id.has_value());
        REQUIRE(QuestionnaireLibrary(office.document()).assign(workshop, *id).has_value());
        add(u"011"_s, u"架空 花子"_s, u"かくう はなこ"_s);
        add(u"012"_s, u"見本 次郎"_s, u"みほん じろう"_s);
        auto *answers = office.show<AnswersPage>(u"answers"_s);
        click(answers->findChild<QPushButton *>(u"paperEntry"_s));
        settle();
        page = qobject_cast<PaperEntryPage *>(office.window->workspace()->page(u"paperentry"_s));
        REQUIRE(page != nullptr);
        CHECK(page->filter()->hasFocus());
    }
    void add(const QString &number, const QString &name, const QString &kana)
    {
        Participant participant;
        participant.workshop = workshop;
        participant.number = number;
        participant.name = name;
        participant.kana = kana;
        participant.role = u"コーディネーター"_s;
        const auto id = RecordTable<Participant>(office.document()).add(participant, u"追加"_s);
        REQUIRE(id.has_value());
        people.push_back(*id);
    }
    void find(const QString &letters)
    {
        page->filter()->setFocus();
        write(letters);
        press(Qt::Key_Return);
        settle();
    }
    void keys(const char *letters)
    {
        for (const char *c = letters; *c != '\0'; ++c)
            QTest::keyClick(QApplication::focusWidget(), *c);
        settle();
    }
    AnswerSheet sheet(Wave wave = Wave::Before)
    {
        auto answers = SurveyRepository(office.document()).answers(workshop, questionnaire, wave);
        REQUIRE(answers.has_value());
        return std::move(*answers);
    }
    QString marks(int person)
    {
        QString text;
        const AnswerSheet answers = sheet();
        for (int item = 0; item < 9; ++item)
            text +=
                answers.mark(person, item) < 0 ? QString(u'-') : QString::number(answers.mark(person, item));
        return text;
    }
};

} // namespace

TEST_CASE("A pile of paper is typed without the mouse, one key an item and Enter for the next person")
{
    Desk desk;
    desk.find(u"011"_s);
    CHECK(desk.page->form()->hasFocus());
    // By letter and by number, one left out, one corrected.
    desk.keys("ab3");
    press(Qt::Key_Space);
    desk.keys("e");
    press(Qt::Key_Backspace);
    desk.keys("d");
    desk.keys("aabcd"); // one key too many
    press(Qt::Key_Return);
    settle();
    CHECK(desk.page->filter()->hasFocus());
    REQUIRE(desk.sheet().size() == 1);
    CHECK(desk.marks(0) == u"012-30012"_s);
    CHECK(desk.sheet().text(Field::Name, 0) == u"架空 花子"_s);
    CHECK(desk.page->message()->text().contains(u"架空 花子"_s));

    desk.find(u"じろう"_s);
    desk.keys("eeeeeeddd");
    press(Qt::Key_Return);
    settle();
    // Without a name: Enter in the empty field.
    press(Qt::Key_Return);
    settle();
    desk.keys("a");
    press(Qt::Key_Return);
    settle();
    REQUIRE(desk.sheet().size() == 3);
    CHECK(desk.marks(1) == u"444444333"_s);
    CHECK(desk.sheet().text(Field::Name, 2).isEmpty());
    const auto imports = SurveyRepository(desk.office.document()).imports(desk.workshop);
    REQUIRE(imports.has_value());
    CHECK(imports->size() == 1);

    // Each person is one step back.
    REQUIRE(desk.office.document().undo().has_value());
    REQUIRE(desk.office.document().undo().has_value());
    CHECK(desk.sheet().size() == 1);
    desk.office.reopen();
    CHECK(desk.marks(0) == u"012-30012"_s);
    const auto state = paperState(desk.office.document(), desk.workshop, desk.questionnaire, Wave::Before);
    REQUIRE(state.has_value());
    CHECK(state->typed.contains(desk.people[0]));
}

TEST_CASE("Who has answered is marked, also where nobody has confirmed whose the answer is")
{
    Desk desk;
    ReadAnswers read;
    AnswerSheet sheet(static_cast<int>(desk.questionnaire.items().size()));
    sheet.addPerson(0, sheet.addSource(u"before.csv"_s), 2);
    sheet.setField(0, Field::Number, "012");
    sheet.setField(0, Field::Name, "見本 次郎");
    sheet.setMark(0, 0, 1);
    read.sheet = std::move(sheet);
    SurveyRepository survey(desk.office.document());
    const auto stored = survey.findQuestionnaire(desk.questionnaire);
    REQUIRE((stored.has_value() && stored->has_value()));
    REQUIRE(survey.importAnswers(desk.workshop, **stored, read, u"before.csv"_s).has_value());
    settle();
    const auto *list = desk.page->findChild<QListWidget *>(u"paperPeople"_s);
    REQUIRE(list != nullptr);
    REQUIRE(list->count() == 3);
    CHECK(list->item(1)->text() == u"011　架空 花子"_s);
    CHECK(list->item(2)->text() == u"012　見本 次郎（回答済み）"_s);
    CHECK(desk.page->findChild<QLabel *>(u"paperWho"_s)->text().contains(u"1／2名"_s));
    // Opened for her, the page says so; what was saved is said in one line.
    desk.find(u"012"_s);
    CHECK(desk.page->message()->text().contains(u"回答済み"_s));
    desk.find(u"011"_s);
    desk.keys("a");
    press(Qt::Key_Return);
    settle();
    CHECK(desk.page->message()->height() <= 60);
    CHECK(list->item(1)->text() == u"011　架空 花子（入力済み）"_s);
}

TEST_CASE("After the workshop words are reached by Tab and Enter there hands the sheet over")
{
    Desk desk;
    auto *wave = desk.page->findChild<SegmentedControl *>(u"paperWave"_s);
    REQUIRE(wave != nullptr);
    wave->setCurrentIndex(1);
    settle();
    desk.find(u"012"_s);
    desk.keys("aaaaaaaaab");                    // Ⅰ, Ⅱ and Ⅲ-1
    CHECK_FALSE(desk.page->form()->hasFocus()); // in the reason of Ⅲ-1
    write(u"話し合えた"_s);
    press(Qt::Key_Tab);
    write(u"時間が短い"_s); // the reason of Ⅲ-2
    press(Qt::Key_Return);
    settle();
    const AnswerSheet after = desk.sheet(Wave::After);
    REQUIRE(after.size() == 1);
    CHECK(after.mark(0, desk.questionnaire.indexOf(u"Ⅲ-1"_s)) == 1);
    CHECK(after.freeText(0, desk.questionnaire.indexOf(u"Ⅲ-1理由"_s)) == u"話し合えた"_s);
    CHECK(after.mark(0, desk.questionnaire.indexOf(u"Ⅲ-2"_s)) == kUnanswered);
    CHECK(after.freeText(0, desk.questionnaire.indexOf(u"Ⅲ-2理由"_s)) == u"時間が短い"_s);
}

TEST_CASE("Typed a second time, a sheet is compared with the first and put right only when asked")
{
    Desk desk;
    desk.find(u"011"_s);
    desk.keys("aaaaaaaaa");
    press(Qt::Key_Return);
    settle();
    desk.find(u"011"_s);
    CHECK(desk.page->message()->text().contains(u"照らし合わせ"_s));
    desk.keys("aaaaaaaaa");
    press(Qt::Key_Return);
    settle();
    CHECK(desk.page->message()->text().contains(u"同じ"_s));
    CHECK(desk.sheet().size() == 1);

    desk.find(u"011"_s);
    desk.keys("aabaaaaaa");
    press(Qt::Key_Return);
    settle();
    CHECK(desk.page->message()->text().contains(u"1か所"_s));
    CHECK(desk.page->form()->current() == 2);
    CHECK(desk.marks(0) == u"000000000"_s);
    Q_EMIT desk.page->message()->actionTriggered();
    settle();
    CHECK(desk.marks(0) == u"001000000"_s);
    CHECK(desk.sheet().size() == 1);
    CHECK(desk.office.document().undoLabel() == u"紙の回答の訂正"_s);
}

TEST_CASE("Where no answer came yet, paper is typed from the empty page")
{
    Office office;
    office.begin(u"half-day"_s);
    auto *answers = office.show<AnswersPage>(u"answers"_s);
    click(answers->findChild<QPushButton *>(u"emptyPaperEntry"_s));
    settle();
    CHECK(office.window->workspace()->currentPage() == u"paperentry"_s);
    auto *page = qobject_cast<PaperEntryPage *>(office.window->workspace()->page(u"paperentry"_s));
    REQUIRE(page != nullptr);
    CHECK(page->isVisible());
    CHECK(page->filter()->hasFocus());
}

TEST_CASE("An empty sheet is refused and stays open")
{
    Desk desk;
    desk.find(u"011"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(desk.sheet().size() == 0);
    CHECK(desk.page->message()->text().contains(u"1つも"_s));
    desk.keys("a");
    press(Qt::Key_Return);
    settle();
    CHECK(desk.sheet().size() == 1);
}
