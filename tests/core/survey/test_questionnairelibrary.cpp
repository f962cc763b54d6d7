#include "survey/questionnairelibrary.h"

#include "core/storage/storagetest.h"
#include "programme/workshop.h"
#include "survey/questionnairechanges.h"
#include "survey/questionnaireedit.h"
#include "survey/surveyrepository.h"

using namespace tane;
using namespace storagetest;

namespace {

using Kind = QuestionnaireChange::Kind;

/// One item of every type, one of them for a role and one that looks back.
Questionnaire everyKind()
{
    const std::vector<Option> options{{QStringLiteral("a"), QStringLiteral("できている"), {}},
                                      {QStringLiteral("b"), QStringLiteral("概ねできている"), {}},
                                      {QStringLiteral("c"), QStringLiteral("できていない"), {}}};
    Item practice;
    practice.code = QStringLiteral("Ⅰ-1");
    practice.text = QStringLiteral("結果を共有する");
    practice.options = options;
    practice.askedFollowUp = true;
    practice.required = true;
    Item back = practice;
    back.code = QStringLiteral("Ⅰ-1R");
    back.text = QStringLiteral("研修前を今ふり返ると");
    back.askedBefore = back.askedFollowUp = back.required = false;
    back.looksBack = QStringLiteral("Ⅰ-1");
    Item several = practice;
    several.code = QStringLiteral("Ⅱ-1");
    several.text = QStringLiteral("あてはまるもの");
    several.type = AnswerType::Multiple;
    several.ordered = false;
    several.forRole = QStringLiteral("コーディネーター");
    several.note = QStringLiteral("いくつでも");
    Item number;
    number.code = QStringLiteral("Ⅱ-2");
    number.text = QStringLiteral("年数");
    number.type = AnswerType::Number;
    Item text = number;
    text.code = QStringLiteral("Ⅱ-3");
    text.text = QStringLiteral("ご意見");
    text.type = AnswerType::Text;
    return {QStringLiteral("own"),
            QStringLiteral("わたしたちの調査票"),
            {{QStringLiteral("Ⅰ"), QStringLiteral("状況"), ItemKind::Practice, {practice, back}},
             {QStringLiteral("Ⅱ"), QStringLiteral("ほか"), ItemKind::Other, {several, number, text}}},
            QStringLiteral("ご協力をお願いします。")};
}

struct Library
{
    Folder folder;
    QString path = folder(QStringLiteral("a.tane"));
    std::unique_ptr<Document> document = valueOf(Document::create(path));
    QuestionnaireLibrary library{*document};
    SurveyRepository survey{*document};
    qint64 own = valueOf(library.add(everyKind(), QStringLiteral("調査票の作成")));
    qint64 workshop = valueOf(WorkshopRepository(*document).save(
        {.questionnaire = own, .title = QStringLiteral("研修会"), .heldOn = QDate(2026, 6, 15)}));

    /// One person: Ⅰ-1 marked `mark`, the several marks a and c.
    void answer(qint64 questionnaire, int mark, Wave wave = Wave::Before)
    {
        ReadAnswers read;
        AnswerSheet sheet(5);
        sheet.wave = wave;
        const int person = sheet.addPerson(0, sheet.addSource(QStringLiteral("紙")), 1);
        sheet.setMark(person, 0, static_cast<Mark>(mark));
        sheet.setSeveral(person, 2, {2, 0});
        sheet.setFreeText(person, 2, QStringLiteral("そのほか"));
        sheet.setFreeText(person, 3, QStringLiteral("12"));
        read.sheet = std::move(sheet);
        (void)valueOf(survey.importAnswers(workshop, questionnaire, read, QStringLiteral("紙")));
    }
};

} // namespace

TEST_CASE("everything that can be said of an item survives the file and the JSON form")
{
    Library file;
    CHECK(valueOf(file.survey.questionnaire(file.own)) == everyKind());
    const auto again = parseQuestionnaire(questionnaireToJson(everyKind()), QStringLiteral("own.json"));
    CHECK(valueOf(again) == everyKind());
    file.document.reset();
    const auto reopened = valueOf(Document::open(file.path));
    CHECK(valueOf(SurveyRepository(*reopened).questionnaire(file.own)) == everyKind());
}

TEST_CASE("several marks and the text beside them come back from the file as they were put in")
{
    Library file;
    file.answer(file.own, 1);
    const AnswerSheet sheet = valueOf(file.survey.answers(file.workshop, everyKind(), Wave::Before));
    REQUIRE(sheet.size() == 1);
    CHECK(sheet.several(0, 2) == QList<Mark>{0, 2});
    CHECK(sheet.freeText(0, 2) == QStringLiteral("そのほか"));
    CHECK(sheet.mark(0, 2) == kUnanswered);
    CHECK(sheet.freeText(0, 3) == QStringLiteral("12"));

    succeeds(file.document->undo());
    CHECK(valueOf(file.survey.answers(file.workshop, everyKind(), Wave::Before)).isEmpty());
    succeeds(file.document->redo());
    CHECK(valueOf(file.survey.answers(file.workshop, everyKind(), Wave::Before)).several(0, 2) ==
          QList<Mark>{0, 2});
}

TEST_CASE("several marks that an earlier version kept as a text are read as marks")
{
    Library file;
    file.answer(file.own, 1);
    succeeds(file.document->database().execute(QStringLiteral("DELETE FROM answer_mark")));
    succeeds(file.document->database().execute(
        QStringLiteral("UPDATE answer SET free_text = 'a、c' WHERE free_text = 'そのほか'")));
    const AnswerSheet sheet = valueOf(file.survey.answers(file.workshop, everyKind(), Wave::Before));
    CHECK(sheet.several(0, 2) == QList<Mark>{0, 2});
    CHECK(sheet.freeText(0, 2).isEmpty());
}

TEST_CASE("the new schema keeps every questionnaire and every answer of a file of before")
{
    Folder folder;
    const QString path = folder(QStringLiteral("old.tane"));
    std::vector<Migration> former;
    for (const Migration &migration : builtInMigrations())
        if (migration.version < 5)
            former.push_back(migration);
    REQUIRE(former.size() == 4);
    DocumentOptions options;
    options.migrations = former;
    QStringList before;
    const auto rows = [](Document &document) {
        QStringList kept = everything(document.database());
        // Of the items only what they had before.
        kept.removeIf([](const QString &row) { return row.startsWith(QStringLiteral("item: ")); });
        Statement items = valueOf(document.database().prepare(QStringLiteral(
            "SELECT id || '|' || item_set || '|' || position || '|' || code || '|' || text || '|' || "
            "short_text || '|' || answer_type || '|' || asked_before || asked_after || ordered FROM item")));
        succeeds(items.run());
        while (items.next())
            kept << items.text(0);
        kept.removeIf([](const QString &row) { return row.startsWith(QStringLiteral("questionnaire: ")); });
        return kept;
    };
    {
        const auto old = valueOf(Document::create(path, options));
        act(*old,
            {QStringLiteral("INSERT INTO questionnaire VALUES (3, 'q', '調査票')"),
             QStringLiteral("INSERT INTO item_set VALUES (5, 3, 0, 'Ⅰ', '状況', 'practice')"),
             QStringLiteral(
                 "INSERT INTO item VALUES (70, 5, 0, 'Ⅰ-1', '共有する', '共有', 'single', 1, 1, 1)"),
             QStringLiteral("INSERT INTO item VALUES (71, 5, 1, 'Ⅰ-2', 'すべて', '', 'multiple', 0, 1, 0)"),
             QStringLiteral("INSERT INTO item_alias VALUES (70, 0, '知らせる')"),
             QStringLiteral("INSERT INTO item_option VALUES (70, 0, 'a', 'はい', '')"),
             QStringLiteral("INSERT INTO item_option VALUES (70, 1, 'b', 'いいえ', '')"),
             QStringLiteral("INSERT INTO workshop(id, title, questionnaire) VALUES (2, '研修会', 3)"),
             QStringLiteral("INSERT INTO import_batch VALUES (8, 2, 3, 'before', 'f.xlsx', '2026-06-01')"),
             QStringLiteral("INSERT INTO response(id, import_batch, source_label, row_number, name) "
                            "VALUES (9, 8, 'f.xlsx', 2, '架空 花子')"),
             QStringLiteral("INSERT INTO answer VALUES (9, 70, 1, '理由')"),
             QStringLiteral("INSERT INTO reading VALUES (2, 70, 'all', '読み')"),
             QStringLiteral("INSERT INTO column_mapping VALUES (1, 3, '見出し', 'answer', '', 70)")});
        before = rows(*old);
        REQUIRE(before.filter(QStringLiteral("answer: ")).size() == 1);
    }
    const auto document = valueOf(Document::open(path));
    QStringList after = rows(*document);
    before.sort();
    after.sort();
    CHECK(after == before);
    succeeds(document->check());
    const Questionnaire questionnaire = valueOf(SurveyRepository(*document).questionnaire(3));
    CHECK_FALSE(questionnaire.sets[0].items[0].askedFollowUp);
    CHECK(questionnaire.lead.isEmpty());
    CHECK(valueOf(SurveyRepository(*document).answers(2, questionnaire, Wave::Before)).mark(0, 0) == 1);
    // What hangs on an item still does.
    act(*document, {QStringLiteral("DELETE FROM answer"), QStringLiteral("DELETE FROM item WHERE id = 70")});
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM item_option"))) == 0);
}

TEST_CASE("a questionnaire is changed in place as long as nobody has answered it")
{
    Library file;
    Questionnaire changed = everyKind();
    std::swap(changed.sets[0].items[0], changed.sets[0].items[1]);
    changed.sets[1].items.erase(changed.sets[1].items.begin());
    changed.sets.push_back({QStringLiteral("Ⅲ"), QStringLiteral("新しい組"), ItemKind::Other, {}});
    changed.sets[2].items = {changed.sets[1].items.back()};
    changed.sets[1].items.pop_back();
    const QString idOfItem = QStringLiteral("SELECT id FROM item WHERE code = 'Ⅱ-3'");
    const qint64 kept = valueOf(file.document->database().integer(idOfItem));
    succeeds(file.library.save(file.own, changed, QStringLiteral("設問の変更")));
    CHECK(valueOf(file.survey.questionnaire(file.own)) == changed);
    CHECK(valueOf(file.document->database().integer(idOfItem)) == kept);
    succeeds(file.document->undo());
    CHECK(valueOf(file.survey.questionnaire(file.own)) == everyKind());
    succeeds(file.document->redo());
    CHECK(valueOf(file.survey.questionnaire(file.own)) == changed);
}

TEST_CASE("an item that gets another number keeps what the officer wrote about it")
{
    Library file;
    succeeds(file.survey.saveReading(file.workshop, QStringLiteral("Ⅱ-1"), QStringLiteral("all"),
                                     QStringLiteral("資格の多い会")));
    Questionnaire changed = everyKind();
    std::swap(changed.sets[1].items[0], changed.sets[1].items[1]);
    succeeds(file.library.save(file.own, changed, QStringLiteral("設問の移動")));
    CHECK(renumberItems(changed) == 2);
    succeeds(file.library.save(file.own, changed, QStringLiteral("番号の振り直し")));
    CHECK(valueOf(file.survey.questionnaire(file.own)) == changed);
    CHECK(changed.sets[1].items[1].code == QStringLiteral("Ⅱ-2"));
    CHECK(valueOf(file.survey.reading(file.workshop, QStringLiteral("Ⅱ-2"), QStringLiteral("all"))) ==
          QStringLiteral("資格の多い会"));
    succeeds(file.document->undo());
    CHECK(valueOf(file.survey.reading(file.workshop, QStringLiteral("Ⅱ-1"), QStringLiteral("all"))) ==
          QStringLiteral("資格の多い会"));
}

TEST_CASE("one that was answered is not changed but followed by a version, which still shows the answers")
{
    Library file;
    file.answer(file.own, 0);
    CHECK(errorOf(file.library.save(file.own, everyKind(), QStringLiteral("変更"))) == ErrorCode::Conflict);
    CHECK(errorOf(file.library.remove(file.own)) == ErrorCode::Conflict);

    const qint64 version = valueOf(file.library.addVersion(file.own, QStringLiteral("新しい版")));
    Questionnaire changed = everyKind();
    // "b" goes, "c" gets its code, and a new one comes in front: what was first is second.
    std::vector<Option> &options = changed.sets[0].items[0].options;
    options.erase(options.begin() + 1);
    options[1].code = QStringLiteral("b");
    options.insert(options.begin(), {QStringLiteral("z"), QStringLiteral("とてもできている"), {}});
    changed.sets[1].items[0].options = {changed.sets[1].items[0].options[2],
                                        changed.sets[1].items[0].options[0]};
    succeeds(file.library.save(version, changed, QStringLiteral("設問の変更")));
    succeeds(file.library.assign(file.workshop, version));

    const AnswerSheet sheet = valueOf(file.survey.answers(file.workshop, changed, Wave::Before));
    REQUIRE(sheet.size() == 1);
    CHECK(sheet.mark(0, 0) == 1);
    CHECK(sheet.several(0, 2) == QList<Mark>{0, 1});
    // The first version stays as it was answered.
    CHECK(valueOf(file.survey.questionnaire(file.own)) == everyKind());
    const auto all = valueOf(file.library.all());
    REQUIRE(all.size() == 2);
    CHECK(all[0].responses == 1);
    CHECK(all[0].workshops.empty());
    CHECK(all[1].version == 2);
    CHECK(all[1].responses == 0);
    CHECK(all[1].workshops == std::vector<qint64>{file.workshop});
}

TEST_CASE("an answer whose option is gone counts as unanswered and comes back with the option")
{
    Library file;
    file.answer(file.own, 1);
    Questionnaire changed = everyKind();
    changed.sets[0].items[0].options.erase(changed.sets[0].items[0].options.begin() + 1);
    CHECK(valueOf(file.survey.answers(file.workshop, changed, Wave::Before)).mark(0, 0) == kNotUnderstood);
    CHECK(valueOf(file.survey.answers(file.workshop, everyKind(), Wave::Before)).mark(0, 0) == 1);
}

TEST_CASE("what the officer wrote about an item follows to the new version")
{
    Library file;
    succeeds(file.survey.saveReading(file.workshop, QStringLiteral("Ⅰ-1"), QStringLiteral("all"),
                                     QStringLiteral("気づきの表れ")));
    const qint64 version = valueOf(file.library.addVersion(file.own, QStringLiteral("新しい版")));
    succeeds(file.library.assign(file.workshop, version));
    CHECK(valueOf(file.survey.reading(file.workshop, QStringLiteral("Ⅰ-1"), QStringLiteral("all"))) ==
          QStringLiteral("気づきの表れ"));
}

TEST_CASE("a copy gets a name of its own, and a built-in one is known as such")
{
    Library file;
    const Questionnaire trial = valueOf(loadQuestionnaire(QStringLiteral("trial1")));
    const qint64 builtIn = valueOf(file.survey.addQuestionnaire(trial));
    const qint64 copy = valueOf(file.library.add(trial, QStringLiteral("写しの作成")));
    CHECK(valueOf(file.library.find(builtIn)).builtIn);
    CHECK_FALSE(valueOf(file.library.find(builtIn)).isEditable());
    CHECK_FALSE(valueOf(file.library.find(copy)).builtIn);
    CHECK(valueOf(file.library.find(copy)).code == QStringLiteral("trial1-2"));
    // A version of it is not, although it says the same at first.
    const qint64 version = valueOf(file.library.addVersion(builtIn, QStringLiteral("新しい版")));
    CHECK(valueOf(file.library.find(version)).isEditable());
    CHECK(errorOf(file.library.remove(file.own)) == ErrorCode::Conflict); // the workshop asks it
    succeeds(file.library.remove(copy));
    CHECK(errorOf(file.library.find(copy)) == ErrorCode::NotFound);
}

TEST_CASE("what a change breaks is said before it is used")
{
    const Questionnaire before = everyKind();
    CHECK(questionnaireChanges(before, before).empty());
    Questionnaire now = before;
    now.sets[0].items[0].text = QStringLiteral("結果をいつも共有する");
    now.sets[0].items[0].options.erase(now.sets[0].items[0].options.begin());
    now.sets[0].items[0].options.push_back({QStringLiteral("d"), QStringLiteral("わからない"), {}});
    now.sets[0].items[1].askedAfter = false;
    now.sets[1].items[1].type = AnswerType::Text;
    now.sets[1].items[2].code = QStringLiteral("Ⅱ-4");
    const std::vector<QuestionnaireChange> expected{
        {Kind::Reworded, QStringLiteral("Ⅰ-1"), QStringLiteral("結果を共有する")},
        {Kind::OptionGone, QStringLiteral("Ⅰ-1"), QStringLiteral("できている")},
        {Kind::OptionNew, QStringLiteral("Ⅰ-1"), QStringLiteral("わからない")},
        {Kind::WaveGone, QStringLiteral("Ⅰ-1R"), {}},
        {Kind::TypeChanged, QStringLiteral("Ⅱ-2"), {}},
        {Kind::ItemGone, QStringLiteral("Ⅱ-3"), QStringLiteral("ご意見")},
        {Kind::ItemNew, QStringLiteral("Ⅱ-4"), QStringLiteral("ご意見")},
    };
    const std::vector<QuestionnaireChange> found = questionnaireChanges(before, now);
    CHECK(found == expected);
    for (const QuestionnaireChange &change : found)
        CHECK(changeText(change).contains(change.item));

    keepFormerWordings(before, now);
    CHECK(now.sets[0].items[0].aliases == QStringList{QStringLiteral("結果を共有する")});
    CHECK(now.sets[0].items[1].aliases.isEmpty());
}

TEST_CASE("options in another order turn up and down around")
{
    const Questionnaire before = everyKind();
    Questionnaire now = before;
    std::swap(now.sets[0].items[0].options[0], now.sets[0].items[0].options[2]);
    const auto changes = questionnaireChanges(before, now);
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().kind == Kind::OrderChanged);
    CHECK(changes.front().breaks());
    CHECK(marksNow(before.sets[0].items[0].options, now.sets[0].items[0].options) == QList<Mark>{2, 1, 0});
}

TEST_CASE("everybody is asked what is meant for her role and the wave, and nothing else")
{
    const auto codes = [](const Questionnaire &part) {
        QStringList list;
        for (const auto &ref : part.items())
            list << ref.item->code;
        return list.join(u' ');
    };
    const Questionnaire all = everyKind();
    CHECK(codes(askedPart(all, Wave::Before)) == QStringLiteral("Ⅰ-1 Ⅱ-1 Ⅱ-2 Ⅱ-3"));
    CHECK(codes(askedPart(all, Wave::After, QStringLiteral("市町村担当者"))) ==
          QStringLiteral("Ⅰ-1 Ⅰ-1R Ⅱ-2 Ⅱ-3"));
    CHECK(codes(askedPart(all, Wave::After, QStringLiteral("ｺｰﾃﾞｨﾈｰﾀｰ"))) ==
          QStringLiteral("Ⅰ-1 Ⅰ-1R Ⅱ-1 Ⅱ-2 Ⅱ-3"));
    CHECK(codes(askedPart(all, Wave::After, QStringLiteral("在宅医療・介護連携コーディネーター"))) ==
          QStringLiteral("Ⅰ-1 Ⅰ-1R Ⅱ-1 Ⅱ-2 Ⅱ-3"));
    const Questionnaire followUp = askedPart(all, Wave::FollowUp, QStringLiteral("市町村担当者"));
    CHECK(codes(followUp) == QStringLiteral("Ⅰ-1"));
    CHECK(followUp.sets.size() == 1);
}
