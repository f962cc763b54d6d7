#include "participants/questionnaireforms.h"

#include "base/textfold.h"
#include "exchange/formworkbook.h"
#include "participants/participantedit.h"
#include "programme/workshop.h"
#include "survey/questionnaireparts.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::QuestionnaireForms)
};

Result<> checkAsks(const QuestionnaireFormContext &context, Wave wave)
{
    if (!askedPart(context.questionnaire, wave).sets.empty())
        return {};
    return fail(ErrorCode::NothingUnderstood,
                Texts::tr("この調査票には、%1に聞く設問がありません。").arg(waveText(wave)));
}

/// Words that a file name may not hold.
QString fileWord(QString text)
{
    for (QChar &c : text)
        if (c < u' ' || QStringView(u"\\/:*?\"<>|").contains(c))
            c = u'_';
    return text.trimmed();
}

QString fileName(Wave wave, const Participant &participant, std::size_t place, bool withName)
{
    const QString number = participant.number.isEmpty()
                               ? QStringLiteral("%1").arg(place + 1, 3, 10, QChar(u'0'))
                               : fileWord(participant.number);
    QString name = questionnaireparts::formTitle(wave) + u'-' + number;
    if (withName && !participant.name.isEmpty())
        name += u'_' + fileWord(participant.name);
    return name + QStringLiteral(".xlsx");
}

/// Everybody asked for, with a token.
Result<std::vector<Participant>> withTokens(Document &document, qint64 workshop,
                                            const std::vector<qint64> &ids)
{
    TANE_TRY(std::vector<Participant> everybody, participantsOf(document, workshop));
    std::vector<Participant> people;
    for (Participant &participant : everybody)
        if (std::ranges::find(ids, participant.id) != ids.end())
            people.push_back(std::move(participant));
    const QString label = Texts::tr("回答用紙の作成");
    const auto give = [&](Database &) -> Result<> {
        RecordTable<Participant> table(document);
        for (Participant &participant : people) {
            if (!participant.token.isEmpty())
                continue;
            participant.token = newParticipantToken();
            TANE_CHECK(table.update(participant, label));
        }
        return {};
    };
    TANE_CHECK(document.perform(label, give));
    return people;
}

/// Does what is written in a form allow that it is hers?
bool mayBe(const Participant &participant, const AnswerSheet &sheet, int person)
{
    const QString number = foldText(sheet.text(Field::Number, person));
    const QString name = foldName(sheet.text(Field::Name, person));
    const bool numberFits = number.isEmpty() || number == foldText(participant.number);
    const bool nameFits = name.isEmpty() || name == foldName(participant.name);
    return numberFits && nameFits;
}

} // namespace

Result<QuestionnaireFormContext> questionnaireFormContext(Document &document, qint64 workshop)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    if (held.questionnaire == 0)
        return fail(ErrorCode::NothingUnderstood,
                    Texts::tr("この研修会には、アンケートの調査票がまだ選ばれていません。"));
    TANE_TRY(const Questionnaire asked, SurveyRepository(document).questionnaire(held.questionnaire));
    return questionnaireFormContext(document, workshop, asked);
}

Result<QuestionnaireFormContext> questionnaireFormContext(Document &document, qint64 workshop,
                                                          const Questionnaire &questionnaire)
{
    WorkshopRepository workshops(document);
    TANE_TRY(const Workshop held, workshops.load(workshop));
    QuestionnaireFormContext context;
    context.questionnaire = questionnaire;
    TANE_TRY(context.prefecture, workshops.prefecture());
    TANE_TRY(context.mark.file, fileMark(document));
    context.mark.workshop = workshop;
    context.workshopTitle = held.title;
    context.heldOn = held.heldOn;
    context.roles = {Texts::tr("コーディネーター"), Texts::tr("市町村担当者"), Texts::tr("その他")};
    TANE_TRY(const auto participants, participantsOf(document, workshop));
    QStringList more; // what a role is called here, before その他
    for (const Participant &participant : participants)
        if (!participant.role.isEmpty() && !context.roles.contains(participant.role) &&
            !more.contains(participant.role))
            more << participant.role;
    for (const Questionnaire::ItemRef &ref : context.questionnaire.items())
        if (!ref.item->forRole.isEmpty() && !context.roles.contains(ref.item->forRole) &&
            !more.contains(ref.item->forRole))
            more << ref.item->forRole;
    for (const QString &role : std::as_const(more))
        context.roles.insert(context.roles.size() - 1, role);
    return context;
}

FormPerson formPerson(const Participant &participant)
{
    return {participant.number, participant.name, participant.role, participant.affiliation,
            participant.token};
}

Result<> writeQuestionnaireForm(Document &document, qint64 workshop, Wave wave, const QString &path,
                                const Participant *participant)
{
    TANE_TRY(const QuestionnaireFormContext context, questionnaireFormContext(document, workshop));
    TANE_CHECK(checkAsks(context, wave));
    const FormPerson person = participant ? formPerson(*participant) : FormPerson();
    return writeFormXlsx(path, makeQuestionnaireForm(context, wave, participant ? &person : nullptr));
}

Result<int> writeQuestionnaireForms(Document &document, qint64 workshop, Wave wave, const QString &folder,
                                    const std::vector<qint64> &participants, bool withNames)
{
    TANE_TRY(const QuestionnaireFormContext context, questionnaireFormContext(document, workshop));
    TANE_CHECK(checkAsks(context, wave));
    TANE_TRY(const std::vector<Participant> people, withTokens(document, workshop, participants));
    if (!QDir().mkpath(folder))
        return std::unexpected(
            Error{ErrorCode::CannotWrite,
                  Texts::tr("フォルダーを作れませんでした。書き込める場所か確かめてください。"),
                  QFileInfo(folder).fileName(),
                  {},
                  {},
                  {}});
    for (std::size_t i = 0; i < people.size(); ++i) {
        const FormPerson person = formPerson(people[i]);
        const QString name = fileName(wave, people[i], i, withNames);
        TANE_CHECK(writeFormXlsx(QDir(folder).filePath(name), makeQuestionnaireForm(context, wave, &person)));
    }
    return static_cast<int>(people.size());
}

Result<int> joinFormAnswers(Document &document, qint64 workshop, qint64 import, const ReadAnswers &answers)
{
    if (answers.forms.isEmpty())
        return 0;
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop));
    std::vector<qint64> responses;
    {
        TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                      "SELECT id FROM response WHERE import_batch = ? ORDER BY id")));
        TANE_CHECK(query.bind(import).run());
        while (query.next())
            responses.push_back(query.integer(0));
    }
    int joined = 0;
    const auto join = [&](Database &database) -> Result<> {
        TANE_TRY(Statement insert,
                 database.prepare(QStringLiteral("INSERT INTO participant_response(response, participant, "
                                                 "decided) VALUES (?, ?, 1) ON CONFLICT DO NOTHING")));
        for (std::size_t i = 0; i < responses.size(); ++i) {
            const int person = static_cast<int>(i);
            const QString token = answers.forms.value(person).token;
            const auto whose = std::ranges::find(participants, token, &Participant::token);
            if (token.isEmpty() || whose == participants.end() || !mayBe(*whose, answers.sheet, person))
                continue;
            TANE_CHECK(insert.bind(responses[i]).bind(whose->id).run());
            ++joined;
        }
        return {};
    };
    TANE_CHECK(document.perform(Texts::tr("回答の取り込み"), join));
    return joined;
}

} // namespace tane
