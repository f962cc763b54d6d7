#include "participants/questionnaireforms.h"

#include "core/storage/storagetest.h"
#include "exchange/formworkbook.h"
#include "exchange/tablereader.h"
#include "programme/workshop.h"
#include "survey/questionnairelibrary.h"
#include "survey/surveyrepository.h"

#include <QDir>

using namespace tane;
using namespace storagetest;

namespace {

/// The built-in questionnaire with an item of every other type behind it.
Questionnaire asked()
{
    Questionnaire questionnaire = valueOf(loadQuestionnaire(QStringLiteral("trial1")));
    questionnaire.id = QStringLiteral("our own");
    questionnaire.sets[0].items[0].required = true;
    Item several;
    several.code = QStringLiteral("Ⅳ-1");
    several.text = QStringLiteral("保有する専門職資格等");
    several.type = AnswerType::Multiple;
    several.ordered = false;
    several.options = {{QStringLiteral("a"), QStringLiteral("保健師"), {}},
                       {QStringLiteral("b"), QStringLiteral("看護師"), {}},
                       {QStringLiteral("c"), QStringLiteral("その他"), {}}};
    Item place = several;
    place.code = QStringLiteral("Ⅳ-2");
    place.text = QStringLiteral("主な勤務先");
    place.type = AnswerType::Single;
    place.forRole = QStringLiteral("コーディネーター");
    Item years;
    years.code = QStringLiteral("Ⅳ-3");
    years.text = QStringLiteral("携わってからの年数");
    years.type = AnswerType::Number;
    Item opinion = years;
    opinion.code = QStringLiteral("Ⅳ-4");
    opinion.text = QStringLiteral("知りたいこと");
    opinion.type = AnswerType::Text;
    questionnaire.sets.push_back({QStringLiteral("Ⅳ"),
                                  QStringLiteral("あなたについて"),
                                  ItemKind::Other,
                                  {several, place, years, opinion}});
    return questionnaire;
}

QuestionnaireFormContext context()
{
    QuestionnaireFormContext result;
    result.questionnaire = asked();
    result.mark = {QStringLiteral("0a1b2c3d"), 7, Wave::Before, {}, {}};
    result.prefecture = QStringLiteral("架空県");
    result.workshopTitle = QStringLiteral("コーディネーター研修会");
    result.heldOn = QDate(2026, 11, 19);
    result.roles = {QStringLiteral("コーディネーター"), QStringLiteral("市町村担当者")};
    return result;
}

/// The rows of the lists of items: number, wording (or option), answer.
FormTableCell *answerCell(FormSheet &sheet, const QString &code, const QString &below = {})
{
    bool inItem = false;
    for (FormSheet::Part &part : sheet.parts) {
        if (!part.table || part.table->widths.size() != 3)
            continue;
        for (auto &row : part.table->rows) {
            if (row.front().text == code)
                inItem = true;
            else if (row.size() == 3)
                inItem = false;
            if (inItem && (below.isEmpty() ? row.front().text == code : row.front().text == below))
                return &row.back();
        }
    }
    return nullptr;
}

void fill(FormSheet &sheet, const char *code, const char *answer, const char *below = "")
{
    FormTableCell *cell = answerCell(sheet, QString::fromUtf8(code), QString::fromUtf8(below));
    REQUIRE(cell != nullptr);
    REQUIRE(cell->input);
    if (!cell->choices.isEmpty())
        REQUIRE(cell->choices.contains(QString::fromUtf8(answer)));
    cell->text = QString::fromUtf8(answer);
}

ReadAnswers readBack(const QString &path, const std::optional<FormMark> &expected = {},
                     Wave wave = Wave::Before)
{
    std::vector<Problem> problems;
    AnswerSource source = valueOf(openAnswerSource(path, problems));
    source.expected = expected;
    return valueOf(readAnswers(source, asked(), wave));
}

int itemIndex(const char *code)
{
    const int index = asked().indexOf(QString::fromUtf8(code));
    REQUIRE(index >= 0);
    return index;
}

} // namespace

TEST_CASE("a questionnaire workbook comes back with exactly what was put in")
{
    Folder folder;
    const FormPerson person{QStringLiteral("A-012"), QStringLiteral("架空 花子"),
                            QStringLiteral("コーディネーター"), QStringLiteral("架空市医師会"),
                            QStringLiteral("tok123")};
    FormSheet sheet = makeQuestionnaireForm(context(), Wave::Before, &person);
    fill(sheet, "Ⅰ-1", "b.概ねそのようにできている");
    fill(sheet, "Ⅱ-3", "d.時間と資料があっても難しそうだ");
    fill(sheet, "Ⅳ-1", "○", "b.看護師");
    fill(sheet, "Ⅳ-1", "○", "c.その他");
    fill(sheet, "Ⅳ-1", "管理栄養士", "その他の内容");
    fill(sheet, "Ⅳ-2", "c.その他");
    fill(sheet, "Ⅳ-2", "訪問看護ステーション", "その他の内容");
    fill(sheet, "Ⅳ-3", "３");
    fill(sheet, "Ⅳ-4", "1. 看取りの進め方\nほかの県の取組");
    const QString path = folder(QStringLiteral("renamed by somebody.xlsx"));
    succeeds(writeFormXlsx(path, sheet));

    const ReadAnswers read = readBack(path);
    REQUIRE(read.sheet.size() == 1);
    CHECK(read.problems.empty());
    CHECK(read.sheet.text(Field::Number, 0) == QStringLiteral("A-012"));
    CHECK(read.sheet.text(Field::Name, 0) == QStringLiteral("架空 花子"));
    CHECK(read.sheet.text(Field::Role, 0) == QStringLiteral("コーディネーター"));
    CHECK(read.sheet.text(Field::Affiliation, 0) == QStringLiteral("架空市医師会"));
    for (int item = 0; item < read.sheet.itemCount(); ++item) {
        const int expected = item == itemIndex("Ⅰ-1")   ? 1
                             : item == itemIndex("Ⅱ-3") ? 3
                             : item == itemIndex("Ⅳ-2") ? 2
                                                        : kUnanswered;
        CHECK(int(read.sheet.mark(0, item)) == expected);
    }
    CHECK(read.sheet.several(0, itemIndex("Ⅳ-1")) == QList<Mark>{1, 2});
    CHECK(read.sheet.freeText(0, itemIndex("Ⅳ-1")) == QStringLiteral("管理栄養士"));
    CHECK(read.sheet.freeText(0, itemIndex("Ⅳ-2")) == QStringLiteral("訪問看護ステーション"));
    CHECK(read.sheet.freeText(0, itemIndex("Ⅳ-3")) == QStringLiteral("3"));
    CHECK(read.sheet.freeText(0, itemIndex("Ⅳ-4")) == QStringLiteral("1. 看取りの進め方\nほかの県の取組"));
    REQUIRE(read.forms.contains(0));
    CHECK(read.forms.value(0) == FormMark{QStringLiteral("0a1b2c3d"), 7, Wave::Before,
                                          QStringLiteral("our own"), QStringLiteral("tok123")});
}

TEST_CASE("a form asks each role and wave only what is meant for it, and marks what must be answered")
{
    const FormPerson officer{{}, {}, QStringLiteral("市町村担当者"), {}, {}};
    FormSheet before = makeQuestionnaireForm(context(), Wave::Before, &officer);
    CHECK(answerCell(before, QStringLiteral("Ⅳ-1")) != nullptr);
    CHECK(answerCell(before, QStringLiteral("Ⅳ-2")) == nullptr);
    CHECK(answerCell(before, QStringLiteral("Ⅲ-1")) == nullptr);
    FormSheet after = makeQuestionnaireForm(context(), Wave::After);
    CHECK(answerCell(after, QStringLiteral("Ⅲ-1")) != nullptr);
    CHECK(answerCell(after, QStringLiteral("Ⅳ-2")) != nullptr);
    int required = 0;
    for (const FormSheet::Part &part : after.parts)
        for (const auto &row : part.table ? part.table->rows : std::vector<std::vector<FormTableCell>>())
            required += row.front().remark == QStringLiteral("必須") ? 1 : 0;
    CHECK(required == 1);
    CHECK(after.locked);
}

TEST_CASE("the paper version asks the same with boxes to tick")
{
    const auto boxes = [](const FormSheet &sheet) {
        qsizetype count = 0;
        for (const FormSheet::Part &part : sheet.parts)
            for (const auto &row : part.table ? part.table->rows : std::vector<std::vector<FormTableCell>>())
                for (const FormTableCell &cell : row)
                    count += cell.text.count(u'□');
        return count;
    };
    // Ⅰ: 6 items of 5, Ⅱ: 3 of 4, Ⅳ-1 and Ⅳ-2: 3 each; after the workshop Ⅲ: 5, 5, 5 and 4.
    CHECK(boxes(makeQuestionnairePaper(context(), Wave::Before)) == 6 * 5 + 3 * 4 + 3 + 3);
    CHECK(boxes(makeQuestionnairePaper(context(), Wave::After)) == 6 * 5 + 3 * 4 + 3 + 3 + 19);
    CHECK(boxes(makeQuestionnairePaper(context(), Wave::Before, nullptr, QStringLiteral("市町村担当者"))) ==
          6 * 5 + 3 * 4 + 3);
    CHECK(boxes(makeQuestionnairePaper(context(), Wave::FollowUp)) == 0);
}

TEST_CASE("an item with options of its own leaves the layout of the others on paper as it was")
{
    QuestionnaireFormContext changed = context();
    const FormSheet before = makeQuestionnairePaper(changed, Wave::Before);
    changed.questionnaire.sets[0].items[2].options.push_back(
        {QStringLiteral("f"), QStringLiteral("わからない"), {}});
    const FormSheet sheet = makeQuestionnairePaper(changed, Wave::Before);
    const auto tables = [](const FormSheet &of) {
        std::vector<FormTable> found;
        for (const FormSheet::Part &part : of.parts)
            if (part.table)
                found.push_back(*part.table);
        return found;
    };
    const std::vector<FormTable> now = tables(sheet), former = tables(before);
    // The person; Ⅰ-1 and Ⅰ-2, Ⅰ-3, Ⅰ-4 to Ⅰ-6; Ⅱ; Ⅳ.
    REQUIRE(former.size() == 4);
    REQUIRE(now.size() == 6);
    CHECK(now[1].widths == former[1].widths);
    CHECK(now[1].rows.size() == 1 + 2);
    CHECK(now[2].rows.size() == 1 + 1);
    CHECK(now[3].rows.size() == 1 + 3);
    CHECK(now[3].rows.back()[1].text == former[1].rows.back()[1].text);
    CHECK(now[3].rows.back().size() == 2 + 5);
    CHECK(now[1].caption == former[1].caption);
    CHECK(now[2].caption.isEmpty());
    CHECK(now[4].widths == former[2].widths);
    CHECK(now[4].rows.size() == former[2].rows.size());
}

TEST_CASE("a form of another workshop or another time is left out with the reason")
{
    Folder folder;
    FormSheet sheet = makeQuestionnaireForm(context(), Wave::Before);
    fill(sheet, "Ⅰ-1", "a.常にそのようにできている");
    succeeds(writeFormXlsx(folder(QStringLiteral("1.xlsx")), sheet));
    FormSheet after = makeQuestionnaireForm(context(), Wave::After);
    fill(after, "Ⅰ-1", "a.常にそのようにできている");
    succeeds(writeFormXlsx(folder(QStringLiteral("2.xlsx")), after));
    QuestionnaireFormContext elsewhere = context();
    elsewhere.mark.workshop = 8;
    FormSheet other = makeQuestionnaireForm(elsewhere, Wave::Before);
    fill(other, "Ⅰ-1", "a.常にそのようにできている");
    succeeds(writeFormXlsx(folder(QStringLiteral("3.xlsx")), other));

    const ReadAnswers read = readBack(folder.dir.path(), context().mark);
    CHECK(read.sheet.size() == 1);
    REQUIRE(read.problems.size() == 2);
    CHECK(read.problems[0].file == QStringLiteral("2.xlsx"));
    CHECK(read.problems[0].message.contains(QStringLiteral("研修後")));
    CHECK(read.problems[1].file == QStringLiteral("3.xlsx"));
    // Where it does not matter whose they are, only the time does.
    CHECK(readBack(folder.dir.path()).sheet.size() == 2);
}

TEST_CASE("an identification survives any code of a questionnaire, and others are not taken for one")
{
    const FormMark mark{QStringLiteral("ffff0000"), 12, Wave::FollowUp, QStringLiteral("my survey 2"), {}};
    CHECK(parseFormMark(formMarkText(mark)) == mark);
    CHECK_FALSE(parseFormMark(QStringLiteral("tane-application-1 a 1")));
    CHECK_FALSE(parseFormMark(QStringLiteral("tane-questionnaire-1 a x before - q")));
    CHECK_FALSE(parseFormMark(QStringLiteral("tane-questionnaire-1 a 1 sometime - q")));
}

TEST_CASE("forms for a whole workshop are named by number, and their answers find their people again")
{
    Folder folder;
    const auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    const qint64 questionnaire =
        valueOf(QuestionnaireLibrary(*document).add(asked(), QStringLiteral("調査票の作成")));
    const qint64 workshop = valueOf(WorkshopRepository(*document).save(
        {.questionnaire = questionnaire, .title = QStringLiteral("研修会")}));
    RecordTable<Participant> table(*document);
    std::vector<qint64> ids;
    for (const char *name : {"架空 花子", "架空 次郎", "架空 三郎"}) {
        Participant participant;
        participant.workshop = workshop;
        participant.name = QString::fromUtf8(name);
        participant.number = ids.empty() ? QStringLiteral("B/7") : QString();
        ids.push_back(valueOf(table.add(participant, QStringLiteral("追加"))));
    }
    const QString out = folder(QStringLiteral("out"));
    CHECK(valueOf(writeQuestionnaireForms(*document, workshop, Wave::Before, out, ids)) == 3);
    CHECK(QDir(out).entryList(QDir::Files, QDir::Name) ==
          QStringList{QStringLiteral("研修前アンケート-002.xlsx"),
                      QStringLiteral("研修前アンケート-003.xlsx"),
                      QStringLiteral("研修前アンケート-B_7.xlsx")});
    const auto people = valueOf(participantsOf(*document, workshop));
    CHECK(people[1].token.size() == 12);
    CHECK(people[1].token != people[2].token);
    // A second time the same tokens: what is out already still finds its way back.
    CHECK(valueOf(writeQuestionnaireForms(*document, workshop, Wave::After, out, {ids[1]}, true)) == 1);
    CHECK(QFile::exists(QDir(out).filePath(QStringLiteral("研修後アンケート-001_架空 次郎.xlsx"))));
    CHECK(valueOf(participantsOf(*document, workshop)) == people);

    // 次郎 answers; 三郎 hands his on to somebody else, who writes her own name.
    const QuestionnaireFormContext forms = valueOf(questionnaireFormContext(*document, workshop));
    const QString back = folder(QStringLiteral("back"));
    REQUIRE(QDir().mkpath(back));
    for (int i : {1, 2}) {
        FormPerson person = formPerson(people[static_cast<std::size_t>(i)]);
        if (i == 2)
            person.name = QStringLiteral("架空 桜");
        FormSheet sheet = makeQuestionnaireForm(forms, Wave::Before, &person);
        fill(sheet, "Ⅰ-1", "a.常にそのようにできている");
        succeeds(writeFormXlsx(QDir(back).filePath(QStringLiteral("%1.xlsx").arg(i)), sheet));
    }
    const ReadAnswers read = readBack(back, forms.mark);
    REQUIRE(read.sheet.size() == 2);
    const qint64 import = valueOf(
        SurveyRepository(*document).importAnswers(workshop, questionnaire, read, QStringLiteral("back")));
    CHECK(valueOf(joinFormAnswers(*document, workshop, import, read)) == 1);
    CHECK(valueOf(document->database().integer(
              QStringLiteral("SELECT participant FROM participant_response"))) == ids[1]);
}

TEST_CASE("a workshop without a questionnaire, or a time without items, has no forms")
{
    Folder folder;
    const auto document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    const qint64 bare = valueOf(WorkshopRepository(*document).save({.title = QStringLiteral("研修会")}));
    CHECK(errorOf(questionnaireFormContext(*document, bare)) == ErrorCode::NothingUnderstood);
    const qint64 questionnaire =
        valueOf(QuestionnaireLibrary(*document).add(asked(), QStringLiteral("調査票の作成")));
    const qint64 workshop = valueOf(WorkshopRepository(*document).save(
        {.questionnaire = questionnaire, .title = QStringLiteral("研修会")}));
    CHECK(errorOf(writeQuestionnaireForm(*document, workshop, Wave::FollowUp,
                                         folder(QStringLiteral("f.xlsx")))) == ErrorCode::NothingUnderstood);
    CHECK_FALSE(QFile::exists(folder(QStringLiteral("f.xlsx"))));
}

TEST_CASE("workbooks that openpyxl and LibreOffice filled in hold exactly what was put in")
{
    // tests/data/questionnaire/make_forms.py says what: one renamed, one saved by LibreOffice, one without
    // its protection and with rows inserted, one whose sheet was copied for a colleague.
    std::vector<Problem> problems;
    const AnswerSource source =
        valueOf(openAnswerSource(QStringLiteral(TANE_TEST_DATA "/questionnaire"), problems));
    CHECK(problems.empty());
    CHECK(waveOfForms(source) == Wave::After);
    const Questionnaire trial = valueOf(loadQuestionnaire(QStringLiteral("trial1")));
    const ReadAnswers read = valueOf(readAnswers(source, trial, Wave::After));
    for (const Problem &problem : read.problems)
        UNSCOPED_INFO(problem.toString().toStdString());
    CHECK(read.problems.empty());
    CHECK(read.files == 4);
    const auto marks = [&](int person) {
        QString text;
        for (const auto &ref : trial.items())
            if (ref.item->hasOptions())
                text += QString::number(read.sheet.mark(person, trial.indexOf(ref.item->code)));
        return text;
    };
    // a b c d e a, a b d, b a c d; and the next option each.
    const QString first = QStringLiteral("0123400131023"), next = QStringLiteral("1234011202130");
    const struct
    {
        const char *place, *name, *role;
        const QString &marks;
    } expected[] = {
        {"copied.xlsx", "試験 四郎", "コーディネーター", first},
        {"copied.xlsx", "試験 五郎", "市町村担当者", next},
        {"libreoffice.xlsx", "見本 次郎", "市町村担当者", next},
        {"renamed.xlsx", "架空 花子", "コーディネーター", first},
        {"rows.xlsx", "例示 三郎", "コーディネーター", first},
    };
    REQUIRE(read.sheet.size() == 5);
    for (int person = 0; person < 5; ++person) {
        INFO(expected[person].place << " " << expected[person].name);
        CHECK(read.sheet.place(person).startsWith(QString::fromUtf8(expected[person].place)));
        CHECK(read.sheet.text(Field::Name, person) == QString::fromUtf8(expected[person].name));
        CHECK(read.sheet.text(Field::Role, person) == QString::fromUtf8(expected[person].role));
        CHECK(marks(person) == expected[person].marks);
        CHECK(read.sheet.freeText(person, trial.indexOf(QStringLiteral("Ⅲ-1理由"))) ==
              QStringLiteral("話し合えた。\n1. 時間が短い"));
        CHECK(read.forms.contains(person));
    }
}
