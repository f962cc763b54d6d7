#include "applicantfile.h"
#include "exchange/workbookwriter.h"
#include "participants/participantlinks.h"
#include "participants/questionnaireforms.h"
#include "survey/surveyrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace applicantfile;
using storagetest::succeeds;
using storagetest::valueOf;

namespace {

/// A workbook with an application and the questionnaire beside it, every item answered by its second option.
void returnBoth(const Held &held, const QString &name, const QString &who, int option = 1)
{
    FormSheet application = makeApplicationForm(held.context());
    fillIn(application, somebody(who, u"東部センター"_s));
    FormSheet asked =
        makeQuestionnaireForm(valueOf(questionnaireFormContext(*held.document, held.workshop)), Wave::Before);
    for (FormSheet::Part &part : asked.parts)
        if (part.table)
            for (auto &row : part.table->rows)
                for (FormTableCell &cell : row)
                    if (cell.input && cell.choices.size() >= 4 && cell.choices.front().startsWith(u'a'))
                        cell.text = cell.choices.at(option);
    WorkbookWriter workbook;
    workbook.addForm(application);
    workbook.addForm(asked);
    succeeds(workbook.save(held.folder(name)));
}

AnswerSheet answers(const Held &held)
{
    const Questionnaire questionnaire = valueOf(loadQuestionnaire(u"trial1"_s));
    return valueOf(SurveyRepository(*held.document).answers(held.workshop, questionnaire, Wave::Before));
}

} // namespace

TEST_CASE("the questionnaire in the workbook of an application is taken in with it, once, and is hers")
{
    const Held held({}, true);
    returnBoth(held, u"1.xlsx"_s, u"青木 葵"_s);
    const ApplicantImport import = held.read(u"1.xlsx"_s);
    INFO(problemsOf(import.problems).toStdString());
    REQUIRE(import.rows.size() == 1);
    CHECK(import.rows.front().before == 0);
    CHECK(import.before.sheet.size() == 1);
    CHECK(valueOf(storeApplicants(*held.document, import)) == 1);
    const AnswerSheet stored = answers(held);
    REQUIRE(stored.size() == 1);
    CHECK(stored.text(Field::Name, 0) == u"青木 葵"_s);
    CHECK(stored.mark(0, 0) == 1);
    CHECK(stored.mark(0, 8) == 1); // Ⅱ-3
    const auto matches = valueOf(answerMatches(*held.document, held.workshop));
    REQUIRE(matches.size() == 1);
    CHECK(matches.front().participant == held.participants().front().id);

    // The same workbook again changes nothing.
    const ApplicantImport again = held.read(u"1.xlsx"_s);
    CHECK_FALSE(again.changesSomething());
    CHECK(held.take(u"1.xlsx"_s) == 0);
    CHECK(answers(held).size() == 1);
    // Other answers of hers come in beside the first, and the officer decides.
    returnBoth(held, u"2.xlsx"_s, u"青木 葵"_s, 0);
    CHECK(held.read(u"2.xlsx"_s).changesSomething());
    CHECK(held.take(u"2.xlsx"_s) == 0); // nothing of the application
    CHECK(answers(held).size() == 2);
    CHECK(held.participants().size() == 1);
    succeeds(held.document->undo());
    CHECK(answers(held).size() == 1);
}

TEST_CASE("an application whose questionnaire was left blank is an application all the same")
{
    const Held held({}, true);
    FormSheet application = makeApplicationForm(held.context());
    fillIn(application, somebody(u"石田 奏"_s, u"東部センター"_s));
    WorkbookWriter workbook;
    workbook.addForm(application);
    workbook.addForm(makeQuestionnaireForm(valueOf(questionnaireFormContext(*held.document, held.workshop)),
                                           Wave::Before));
    succeeds(workbook.save(held.folder(u"1.xlsx"_s)));
    CHECK(held.take(u"1.xlsx"_s) == 1);
    CHECK(answers(held).size() == 0);
}

TEST_CASE("the form with its questionnaire is written as one workbook, and not where there is none to ask")
{
    const Held with({}, true), without;
    succeeds(writeApplicationForm(*with.document, with.workshop, with.folder(u"a.xlsx"_s), true));
    CHECK(storagetest::errorOf(
              writeApplicationForm(*without.document, without.workshop, without.folder(u"a.xlsx"_s), true)) ==
          ErrorCode::NothingUnderstood);
    const qint64 id = with.add(person(u"青木 葵"_s, Participant::State::Invited));
    CHECK(valueOf(writeApplicationForms(*with.document, with.workshop, with.folder(u"forms"_s), {id},
                                        true)) == 1);
    CHECK(QFile::exists(with.folder(u"forms/申込書-001.xlsx"_s)));
}
