#include "peoplefixture.h"

#include "parts/recordpicker.h"
#include "people/answerreview.h"
#include "people/ladderpage.h"
#include "programme/cycle.h"
#include "shell/widgets.h"
#include "survey/surveyrepository.h"

#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::test;

namespace {

/// One answer before a workshop, as an import stores it.
qint64 addAnswer(Database &database, qint64 import, const QString &name, const QString &centre,
                 const QString &email = {})
{
    auto statement = database.prepare(
        u"INSERT INTO response(import_batch, source_label, row_number, name, centre, email, role) "
        "VALUES (?, 'answers.csv', 2, ?, ?, ?, 'コーディネーター')"_s);
    REQUIRE(statement.has_value());
    const auto id = statement->bind(import).bind(name).bind(centre).bind(email).insert();
    REQUIRE(id.has_value());
    return *id;
}

struct Answers
{
    qint64 byEmail = 0, sameName = 0, unknown = 0;
};

/// 青木 はる by her e-mail, somebody called as 江口 結 elsewhere, and one whom nobody knows.
Answers addAnswers(Kakuken &office)
{
    Programme programme;
    programme.title = u"架空県コーディネーター研修"_s;
    const auto cycle = CycleRepository(office.document()).create(programme, u"full-day"_s);
    REQUIRE(cycle.has_value());
    const auto workshops = WorkshopRepository(office.document()).of(*cycle);
    REQUIRE((workshops.has_value() && !workshops->empty()));
    Person aoki = office.record(u"青木 はる"_s).person;
    aoki.email = u"haru@example.jp"_s;
    REQUIRE(RecordTable<Person>(office.document()).update(aoki, u"準備"_s).has_value());
    const auto trial = loadQuestionnaire(u"trial1"_s);
    REQUIRE(trial.has_value());
    const auto questionnaire = SurveyRepository(office.document()).addQuestionnaire(*trial);
    REQUIRE(questionnaire.has_value());
    Answers answers;
    const auto stored = office.document().perform(u"準備"_s, [&](Database &database) -> Result<> {
        TANE_TRY(
            Statement batch,
            database.prepare(u"INSERT INTO import_batch(workshop, questionnaire, wave, source, imported_at) "
                             "VALUES (?, ?, 'before', 'answers.csv', '2026-06-01T09:00:00')"_s));
        TANE_TRY(const qint64 import, batch.bind(workshops->front().id).bind(*questionnaire).insert());
        answers.byEmail = addAnswer(database, import, u"青木はる"_s, u"東部センター"_s, u"haru@example.jp"_s);
        answers.sameName = addAnswer(database, import, u"江口 結"_s, u"南部病院"_s);
        answers.unknown = addAnswer(database, import, u"町田 空"_s, u"北部センター"_s);
        return {};
    });
    REQUIRE(stored.has_value());
    return answers;
}

qint64 ownerOf(Kakuken &office, qint64 response)
{
    const Registry all = office.registry();
    for (const PersonRecord &person : all.people) {
        if (std::ranges::find(person.responses, response) != person.responses.end())
            return person.person.id;
    }
    return 0;
}

} // namespace

TEST_CASE("answers that belong to nobody are joined: the certain ones at once, the others one by one")
{
    Kakuken office;
    const Answers answers = addAnswers(office);
    LadderPage page(office.context());
    present(page);
    auto *notice = child<NoticeBar>(page, u"unassigned"_s);
    REQUIRE(notice->isVisible());
    CHECK(notice->text() == u"名簿と結びついていない回答が 3件あります。"_s);
    Q_EMIT notice->actionTriggered();
    AnswerReview &review = *page.review();
    REQUIRE(review.isVisible());
    CHECK(review.openCount() == 3);
    CHECK(review.certainCount() == 1); // the same name alone never joins
    click(child(review, u"joinCertain"_s));
    CHECK(ownerOf(office, answers.byEmail) == office.person(u"青木 はる"_s));
    CHECK(ownerOf(office, answers.sameName) == 0);
    CHECK(review.openCount() == 2);

    // The one with the same name is somebody else: she is chosen from the register.
    QWidget *row = child(review, u"answer%1"_s.arg(answers.sameName));
    click(child(*row, u"choose"_s));
    auto *who = child<RecordPicker>(*row, u"who"_s);
    write(u"わだ"_s);
    QTest::keyClick(who, Qt::Key_Return);
    CHECK(ownerOf(office, answers.sameName) == office.person(u"和田 澄"_s));

    // Nobody knows the third: she is added.
    click(child(review, u"addAll"_s));
    CHECK(ownerOf(office, answers.unknown) == office.person(u"町田 空"_s));
    CHECK(office.record(u"町田 空"_s).roles == QStringList{u"コーディネーター"_s});
    CHECK(review.openCount() == 0);
    CHECK_FALSE(notice->isVisible());
    REQUIRE(office.document().undo().has_value());
    CHECK(ownerOf(office, answers.unknown) == 0);
    office.reopen();
    CHECK(ownerOf(office, answers.byEmail) == office.person(u"青木 はる"_s));
    CHECK(ownerOf(office, answers.sameName) == office.person(u"和田 澄"_s));
}
