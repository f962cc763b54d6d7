#include "survey/surveyrepository.h"

#include "core/storage/storagetest.h"
#include "programme/workshop.h"

using namespace tane;
using namespace storagetest;

namespace {

Questionnaire smallQuestionnaire()
{
    Item practice{QStringLiteral("Ⅰ-1"),
                  QStringLiteral("結果を共有する"),
                  QStringLiteral("共有"),
                  {QStringLiteral("結果を知らせる"), QStringLiteral("結果の共有")},
                  AnswerType::Single,
                  true,
                  true,
                  {{QStringLiteral("a"), QStringLiteral("できている"), QStringLiteral("常に")},
                   {QStringLiteral("b"), QStringLiteral("概ねできている"), {}},
                   {QStringLiteral("c"), QStringLiteral("できていない"), {}}},
                  true};
    Item satisfaction = practice;
    satisfaction.code = QStringLiteral("満足-1");
    satisfaction.askedBefore = false;
    satisfaction.ordered = false;
    satisfaction.aliases.clear();
    Item comment{
        QStringLiteral("感想"), QStringLiteral("ご感想"), {}, {}, AnswerType::Text, false, true, {}, false};
    return {QStringLiteral("small"),
            QStringLiteral("小さな調査票"),
            {{QStringLiteral("Ⅰ"), QStringLiteral("状況"), ItemKind::Practice, {practice}},
             {QStringLiteral("満足"),
              QStringLiteral("満足度"),
              ItemKind::Satisfaction,
              {satisfaction, comment}}}};
}

/// Two people on two sheets, with everything that can be said of an answer.
ReadAnswers twoPeople(Wave wave = Wave::Before)
{
    ReadAnswers read;
    AnswerSheet sheet(3);
    sheet.wave = wave;
    const int first = sheet.addPerson(0, sheet.addSource(QStringLiteral("前.xlsx:回答")), 5);
    const int second = sheet.addPerson(0, sheet.addSource(QStringLiteral("前.csv")), 12);
    sheet.setField(first, Field::Name, "髙橋 花子");
    sheet.setField(first, Field::Number, "007");
    sheet.setField(second, Field::Name, "齋藤'太郎");
    sheet.setField(second, Field::AnsweredAt, "2026-06-01");
    sheet.setMark(first, 0, 2);
    sheet.setMark(first, 1, kNotUnderstood);
    sheet.setFreeText(first, 1, QStringLiteral("a、c"));
    sheet.setFreeText(first, 2, QStringLiteral("とても「よい」,1:2*"));
    sheet.setMark(second, 0, 0);
    read.sheet = std::move(sheet);
    read.problems = {{QStringLiteral("前.xlsx"), QStringLiteral("回答"), QStringLiteral("C5"),
                      QStringLiteral("読めません"), QStringLiteral("a、c")}};
    read.files = 2;
    return read;
}

/// A file with one workshop and the small questionnaire.
struct Survey
{
    Folder folder;
    QString path = folder(QStringLiteral("a.tane"));
    std::unique_ptr<Document> document = valueOf(Document::create(path));
    SurveyRepository repository{*document};
    qint64 questionnaire = valueOf(repository.addQuestionnaire(smallQuestionnaire()));
    qint64 workshop = valueOf(WorkshopRepository(*document).save(
        {.questionnaire = questionnaire, .title = QStringLiteral("研修会"), .heldOn = QDate(2026, 6, 15)}));

    qint64 import(const ReadAnswers &answers, const QString &name = QStringLiteral("回答"))
    {
        return valueOf(repository.importAnswers(workshop, questionnaire, answers, name));
    }
    AnswerSheet answers(Wave wave = Wave::Before)
    {
        return valueOf(repository.answers(workshop, smallQuestionnaire(), wave));
    }
    qint64 count(const QString &table)
    {
        return valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM ") + table));
    }
};

void checkSame(const AnswerSheet &stored, const AnswerSheet &read)
{
    REQUIRE(stored.size() == read.size());
    CHECK(stored.wave == read.wave);
    for (int person = 0; person < read.size(); ++person) {
        CHECK(stored.id(person) > 0);
        CHECK(stored.place(person) == read.place(person));
        for (int i = 0; i < kFieldCount; ++i) {
            INFO(fieldKey(static_cast<Field>(i)).toStdString());
            CHECK(stored.text(static_cast<Field>(i), person) == read.text(static_cast<Field>(i), person));
        }
        for (int item = 0; item < read.itemCount(); ++item) {
            CHECK(int(stored.mark(person, item)) == int(read.mark(person, item)));
            CHECK(stored.freeText(person, item) == read.freeText(person, item));
        }
    }
}

} // namespace

TEST_CASE("a questionnaire comes back word for word")
{
    Survey survey;
    CHECK(valueOf(survey.repository.questionnaire(survey.questionnaire)) == smallQuestionnaire());
    const Questionnaire trial = valueOf(loadQuestionnaire(QStringLiteral("trial1")));
    const qint64 id = valueOf(survey.repository.addQuestionnaire(trial));
    CHECK(valueOf(survey.repository.questionnaire(id)) == trial);
    CHECK(errorOf(survey.repository.questionnaire(999)) == ErrorCode::NotFound);
}

TEST_CASE("the same questionnaire is stored once, and one with another word beside it")
{
    Survey survey;
    CHECK(valueOf(survey.repository.addQuestionnaire(smallQuestionnaire())) == survey.questionnaire);
    Questionnaire other = smallQuestionnaire();
    other.sets[0].items[0].options[2].text += QStringLiteral("。");
    const qint64 otherId = valueOf(survey.repository.addQuestionnaire(other));
    CHECK(otherId != survey.questionnaire);
    CHECK(valueOf(survey.repository.addQuestionnaire(other)) == otherId);
    CHECK(survey.count(QStringLiteral("questionnaire")) == 2);
}

TEST_CASE("what was read from files is the same after it was stored and the file reopened")
{
    Survey survey;
    const ReadAnswers read = twoPeople();
    const qint64 import = survey.import(read, QStringLiteral("回答フォルダー"));
    checkSame(survey.answers(), read.sheet);
    CHECK(survey.answers(Wave::After).isEmpty());

    survey.document.reset();
    survey.document = valueOf(Document::open(survey.path));
    SurveyRepository repository(*survey.document);
    checkSame(valueOf(repository.answers(survey.workshop, smallQuestionnaire(), Wave::Before)), read.sheet);
    const auto imports = valueOf(repository.imports(survey.workshop));
    REQUIRE(imports.size() == 1);
    CHECK(imports[0].id == import);
    CHECK(imports[0].wave == Wave::Before);
    CHECK(imports[0].source == QStringLiteral("回答フォルダー"));
    CHECK(imports[0].responses == 2);
    CHECK(imports[0].problems == 1);
    CHECK(qAbs(imports[0].importedAt.secsTo(QDateTime::currentDateTime())) < 60);
    const auto problems = valueOf(repository.problems(import));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].toString() == read.problems[0].toString());
    CHECK(problems[0].content == QStringLiteral("a、c"));
}

TEST_CASE("every field of a person has its place in the file")
{
    Survey survey;
    ReadAnswers read;
    read.sheet = AnswerSheet(3);
    const int person = read.sheet.addPerson(0, read.sheet.addSource(QStringLiteral("f.csv")), 2);
    for (int i = 0; i < kFieldCount; ++i)
        read.sheet.setField(person, static_cast<Field>(i),
                            read.sheet.store(fieldName(static_cast<Field>(i))));
    survey.import(read);
    checkSame(survey.answers(), read.sheet);
}

TEST_CASE("several imports of one wave follow each other, and each can be removed and brought back")
{
    Survey survey;
    const qint64 first = survey.import(twoPeople());
    survey.import(twoPeople());
    survey.import(twoPeople(Wave::After));
    const AnswerSheet all = survey.answers();
    REQUIRE(all.size() == 4);
    CHECK(all.text(Field::Number, 2) == QStringLiteral("007"));
    CHECK(all.freeText(2, 1) == QStringLiteral("a、c"));

    succeeds(survey.repository.removeImport(first));
    CHECK(survey.answers().size() == 2);
    CHECK(survey.answers().id(0) == all.id(2));
    CHECK(errorOf(survey.repository.removeImport(first)) == ErrorCode::NotFound);
    succeeds(survey.document->undo());
    checkSame(survey.answers(), all);
}

TEST_CASE("an import that is undone leaves nothing, and its ids never mean somebody else")
{
    Survey survey;
    const QStringList before = everything(survey.document->database());
    survey.import(twoPeople());
    const qint64 id = survey.answers().id(1);
    CHECK(survey.document->undoLabel() == QStringLiteral("回答の取り込み"));
    succeeds(survey.document->undo());
    CHECK(everything(survey.document->database()) == before);
    survey.import(twoPeople());
    CHECK(survey.answers().id(0) > id);
}

TEST_CASE("a cancelled import stores nothing")
{
    Survey survey;
    const QStringList before = everything(survey.document->database());
    const auto result =
        survey.repository.importAnswers(survey.workshop, survey.questionnaire, twoPeople(),
                                        QStringLiteral("回答"), [](long long, long long) { return false; });
    CHECK(errorOf(result) == ErrorCode::Cancelled);
    CHECK(everything(survey.document->database()) == before);
}

TEST_CASE("answers to another questionnaire are refused, and so is a workshop that does not exist")
{
    Survey survey;
    ReadAnswers read = twoPeople();
    CHECK(errorOf(survey.repository.importAnswers(999, survey.questionnaire, read, {})) ==
          ErrorCode::Conflict);
    read.sheet = AnswerSheet(2);
    CHECK(errorOf(survey.repository.importAnswers(survey.workshop, survey.questionnaire, read, {})) ==
          ErrorCode::Conflict);
    CHECK(survey.count(QStringLiteral("import_batch")) == 0);
}

TEST_CASE("answers are found again by item code when the questionnaire was corrected")
{
    Survey survey;
    survey.import(twoPeople());
    Questionnaire corrected = smallQuestionnaire();
    std::swap(corrected.sets[0], corrected.sets[1]); // Ⅰ-1 is now the last item …
    corrected.sets[1].items[0].options.pop_back();   // … and has no option c
    const AnswerSheet sheet = valueOf(survey.repository.answers(survey.workshop, corrected, Wave::Before));
    REQUIRE(sheet.size() == 2);
    CHECK(int(sheet.mark(0, 2)) == int(kNotUnderstood));
    CHECK(int(sheet.mark(1, 2)) == 0);
    CHECK(sheet.freeText(0, 0) == QStringLiteral("a、c"));
}

TEST_CASE("a large import is one step back, with 100,000 people stored and read")
{
    Survey survey;
    constexpr int people = 100'000;
    ReadAnswers read;
    read.sheet = AnswerSheet(3);
    read.sheet.reserve(people);
    const int source = read.sheet.addSource(QStringLiteral("全国.csv"));
    for (int i = 0; i < people; ++i) {
        const int person = read.sheet.addPerson(0, source, i + 2);
        read.sheet.setField(person, Field::Number, read.sheet.store(QString::number(i)));
        read.sheet.setMark(person, 0, static_cast<Mark>(i % 3));
        read.sheet.setMark(person, 1, static_cast<Mark>(i % 2));
    }
    const QStringList before = everything(survey.document->database());
    int calls = 0;
    valueOf(survey.repository.importAnswers(survey.workshop, survey.questionnaire, read,
                                            QStringLiteral("全国.csv"), [&calls](long long, long long total) {
                                                ++calls;
                                                return total == people;
                                            }));
    const AnswerSheet sheet = survey.answers();
    CHECK(calls > 100);
    REQUIRE(sheet.size() == people);
    CHECK(sheet.text(Field::Number, people - 1) == QStringLiteral("99999"));
    CHECK(int(sheet.mark(people - 1, 0)) == (people - 1) % 3);
    CHECK(int(sheet.mark(people - 1, 1)) == 1);
    CHECK(int(sheet.mark(people - 1, 2)) == int(kUnanswered));
    succeeds(survey.document->undo());
    CHECK(everything(survey.document->database()) == before);
    CHECK_FALSE(survey.document->canRedo());
}

TEST_CASE("decisions about responses are kept, replaced and taken back")
{
    Survey survey;
    survey.import(twoPeople());
    survey.import(twoPeople(Wave::After));
    const AnswerSheet before = survey.answers(), after = survey.answers(Wave::After);
    const auto key = [](const AnswerSheet &sheet, int person) { return QString::number(sheet.id(person)); };
    const auto saved = [&survey] {
        QStringList lines;
        for (const LinkDecision &d : valueOf(survey.repository.decisions(survey.workshop)))
            lines << d.before + u'/' + d.after + (d.accept ? u'+' : u'-');
        return lines;
    };
    const LinkDecision pair{key(before, 0), key(after, 1), true};
    const LinkDecision choice{{}, key(after, 0), true};
    const QString pairLine = pair.before + u'/' + pair.after;
    const QString choiceLine = u'/' + choice.after + u'+';
    const QString label = QStringLiteral("同じ人として結ぶ");
    succeeds(survey.repository.saveDecision(survey.workshop, pair, label));
    succeeds(survey.repository.saveDecision(survey.workshop, choice, label));
    CHECK(survey.document->undoLabel() == label);
    CHECK(saved() == QStringList{QString(pairLine + u'+'), choiceLine});

    LinkDecision rejected = pair;
    rejected.accept = false;
    succeeds(survey.repository.saveDecision(survey.workshop, rejected, label));
    CHECK(saved() == QStringList{choiceLine, QString(pairLine + u'-')});
    succeeds(survey.document->undo());
    CHECK(saved() == QStringList{QString(pairLine + u'+'), choiceLine});

    succeeds(survey.repository.removeDecision(survey.workshop, choice, QStringLiteral("取り消し")));
    CHECK(saved() == QStringList{QString(pairLine + u'+')});
    // With the answers the decisions about them go, and come back with them.
    const qint64 import = valueOf(survey.repository.imports(survey.workshop)).back().id;
    succeeds(survey.repository.removeImport(import));
    CHECK(saved().isEmpty());
    succeeds(survey.document->undo());
    CHECK(saved() == QStringList{QString(pairLine + u'+')});
}

TEST_CASE("a decision about nobody, or about people of another workshop, is refused")
{
    Survey survey;
    survey.import(twoPeople());
    const QString key = QString::number(survey.answers().id(0));
    const qint64 other =
        valueOf(WorkshopRepository(*survey.document)
                    .save({.questionnaire = survey.questionnaire, .title = QStringLiteral("別の研修会")}));
    const auto save = [&survey](qint64 workshop, const LinkDecision &decision) {
        return errorOf(survey.repository.saveDecision(workshop, decision, QStringLiteral("決定")));
    };
    CHECK(save(survey.workshop, {}) == ErrorCode::NotFound);
    CHECK(save(survey.workshop, {QStringLiteral("前.csv:3"), key, true}) == ErrorCode::NotFound);
    CHECK(save(survey.workshop, {key, QStringLiteral("999"), true}) == ErrorCode::NotFound);
    CHECK(save(other, {key, {}, true}) == ErrorCode::NotFound);
    CHECK(survey.count(QStringLiteral("link_decision")) == 0);
}

TEST_CASE("the rule for those who answered twice belongs to the workshop")
{
    Survey survey;
    CHECK(valueOf(survey.repository.twiceRule(survey.workshop)) == LinkOptions::Twice::Ask);
    succeeds(survey.repository.setTwiceRule(survey.workshop, LinkOptions::Twice::Latest));
    CHECK(valueOf(survey.repository.twiceRule(survey.workshop)) == LinkOptions::Twice::Latest);
    // Saving the workshop itself leaves the rule alone.
    WorkshopRepository workshops(*survey.document);
    valueOf(workshops.save(valueOf(workshops.load(survey.workshop))));
    CHECK(valueOf(survey.repository.twiceRule(survey.workshop)) == LinkOptions::Twice::Latest);
    CHECK(errorOf(survey.repository.twiceRule(999)) == ErrorCode::NotFound);
    CHECK(errorOf(survey.repository.setTwiceRule(999, LinkOptions::Twice::Ask)) == ErrorCode::NotFound);
}

TEST_CASE("a person's column is remembered for all questionnaires, an item's for its own")
{
    Survey survey;
    const ColumnMeaning name{ColumnMeaning::Kind::Person, Field::Name, -1};
    const ColumnMeaning item{ColumnMeaning::Kind::Answer, ColumnMeaning().field, 1};
    const ColumnMeaning text{ColumnMeaning::Kind::FreeText, ColumnMeaning().field, 2};
    const ColumnMeaning ignored;
    const QString nameHead = QStringLiteral("おなまえ"), q1 = QStringLiteral("q1"), q2 = QStringLiteral("q2"),
                  memo = QStringLiteral("備考");
    const ColumnMappings mappings{{nameHead, name}, {q1, item}, {q2, text}, {memo, ignored}};
    succeeds(survey.repository.rememberMappings(smallQuestionnaire(), mappings));
    CHECK(valueOf(survey.repository.columnMappings(smallQuestionnaire())) == mappings);

    Questionnaire other = smallQuestionnaire();
    other.title = QStringLiteral("別の調査票");
    CHECK(valueOf(survey.repository.columnMappings(other)) == ColumnMappings{{nameHead, name}});
    // Another word of hers about the same head wins, and what she did not mention stays.
    succeeds(survey.repository.rememberMappings(smallQuestionnaire(), {{q1, name}, {nameHead, ignored}}));
    CHECK(valueOf(survey.repository.columnMappings(smallQuestionnaire())) ==
          ColumnMappings{{nameHead, ignored}, {q1, name}, {q2, text}, {memo, ignored}});
    CHECK(valueOf(survey.repository.columnMappings(other)) == ColumnMappings{{nameHead, name}, {q1, name}});
    succeeds(survey.document->undo());
    CHECK(valueOf(survey.repository.columnMappings(smallQuestionnaire())) == mappings);
}

TEST_CASE("the officer's wording of a reading is kept for each item and group, and an empty one gives the "
          "draft back")
{
    Survey survey;
    const QString item = QStringLiteral("Ⅰ-1"), all = QStringLiteral("all"),
                  role = QStringLiteral("コーディネーター");
    CHECK(valueOf(survey.repository.reading(survey.workshop, item, all)).isEmpty());
    succeeds(survey.repository.saveReading(survey.workshop, item, all, QStringLiteral("意識が変わった。")));
    succeeds(survey.repository.saveReading(survey.workshop, item, role, QStringLiteral("別の読み方。")));
    succeeds(survey.repository.saveReading(survey.workshop, item, all, QStringLiteral("気づきがあった。")));
    CHECK(valueOf(survey.repository.reading(survey.workshop, item, all)) ==
          QStringLiteral("気づきがあった。"));
    CHECK(valueOf(survey.repository.reading(survey.workshop, item, role)) == QStringLiteral("別の読み方。"));
    succeeds(survey.repository.saveReading(survey.workshop, item, all, {}));
    CHECK(valueOf(survey.repository.reading(survey.workshop, item, all)).isEmpty());
    CHECK(survey.count(QStringLiteral("reading")) == 1);
    CHECK(errorOf(survey.repository.saveReading(survey.workshop, QStringLiteral("Ⅸ-9"), all,
                                                QStringLiteral("x"))) == ErrorCode::NotFound);
}

TEST_CASE("deleting a workshop takes everything about it along, and undo brings all of it back")
{
    Survey survey;
    survey.import(twoPeople());
    succeeds(survey.repository.saveDecision(
        survey.workshop, {QString::number(survey.answers().id(0)), {}, true}, QStringLiteral("決定")));
    succeeds(survey.repository.saveReading(survey.workshop, QStringLiteral("Ⅰ-1"), QStringLiteral("all"),
                                           QStringLiteral("読み")));
    const QStringList before = everything(survey.document->database());
    succeeds(WorkshopRepository(*survey.document).remove(survey.workshop));
    for (const char *table :
         {"workshop", "import_batch", "import_problem", "response", "answer", "link_decision", "reading"}) {
        INFO(table);
        CHECK(survey.count(QString::fromLatin1(table)) == 0);
    }
    CHECK(survey.count(QStringLiteral("questionnaire")) == 1);
    succeeds(survey.document->undo());
    CHECK(everything(survey.document->database()) == before);
    succeeds(survey.document->check());
}

TEST_CASE("the state of a survey shows what was stored")
{
    Survey survey;
    survey.import(twoPeople());
    survey.import(twoPeople(Wave::After));
    succeeds(survey.repository.setTwiceRule(survey.workshop, LinkOptions::Twice::Latest));
    const SurveyState state = valueOf(loadSurveyState(*survey.document, survey.workshop, GroupBy::Role));
    CHECK(state.questionnaire == smallQuestionnaire());
    CHECK(state.before.size() == 2);
    CHECK(state.after.size() == 2);
    CHECK(state.problems == 2);
    CHECK(state.options.twice == LinkOptions::Twice::Latest);
    CHECK(state.linking.pairs() == state.analysis.pairs);
    CHECK(errorOf(loadSurveyState(*survey.document, 999, GroupBy::Role)) == ErrorCode::NotFound);
    const qint64 planned =
        valueOf(WorkshopRepository(*survey.document).save({.title = QStringLiteral("計画中")}));
    CHECK(errorOf(loadSurveyState(*survey.document, planned, GroupBy::Role)) == ErrorCode::NotFound);
}
