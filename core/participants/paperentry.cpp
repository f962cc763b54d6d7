#include "participants/paperentry.h"

#include "participants/participantlinks.h"
#include "programme/workshop.h"
#include "survey/storeditems.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::PaperEntry)
};

const QString kOfPaper = QStringLiteral("b.workshop = ? AND b.wave = ? AND b.source = ?");

Result<qint64> questionnaireOf(Document &document, qint64 workshop)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    if (held.questionnaire == 0)
        return fail(ErrorCode::NotFound,
                    Texts::tr("この研修会には、アンケートの調査票がまだ選ばれていません。"));
    return held.questionnaire;
}

/// The import of what was typed, made when there is none yet.
Result<qint64> paperBatch(Database &database, qint64 workshop, qint64 questionnaire, Wave wave)
{
    {
        TANE_TRY(Statement query, database.prepare(QStringLiteral("SELECT b.id FROM import_batch b WHERE %1 "
                                                                  "AND b.questionnaire = ?")
                                                       .arg(kOfPaper)));
        TANE_CHECK(query.bind(workshop)
                       .bind(storedWord(kWaveWords, wave))
                       .bind(paperSource())
                       .bind(questionnaire)
                       .run());
        if (query.next())
            return query.integer(0);
    }
    return insertBatch(database, workshop, questionnaire, wave, paperSource());
}

AnswerSheet sheetOf(const PaperAnswer &answer, const Participant &participant, Wave wave, int number)
{
    AnswerSheet sheet(static_cast<int>(answer.items.size()));
    sheet.wave = wave;
    const int person = sheet.addPerson(0, sheet.addSource(paperSource()), number);
    const std::pair<Field, QString> fields[] = {
        {Field::Number, participant.number},
        {Field::Name, participant.name},
        {Field::Kana, participant.kana},
        {Field::Email, participant.email},
        {Field::Role, answer.participant != 0 ? participant.role : answer.role},
        {Field::Affiliation, participant.affiliation},
        {Field::AffiliationType, participant.affiliationType},
        {Field::Title, participant.title},
        {Field::Prefecture, participant.prefecture},
        {Field::Municipality, participant.municipality},
        {Field::Area, participant.area},
        {Field::Centre, participant.centre},
        {Field::Experience, participant.experience},
        {Field::Qualifications, participant.qualifications}};
    for (const auto &[field, text] : fields)
        sheet.setField(person, field, sheet.store(text));
    for (int item = 0; item < sheet.itemCount(); ++item) {
        const PaperAnswer::Of &of = answer.items[static_cast<std::size_t>(item)];
        sheet.setMark(person, item, of.mark);
        sheet.setSeveral(person, item, of.several);
        sheet.setFreeText(person, item, of.text);
    }
    return sheet;
}

Result<> insertAnswer(Document &document, qint64 workshop, Wave wave, const PaperAnswer &answer)
{
    Database &database = document.database();
    TANE_TRY(const qint64 questionnaire, questionnaireOf(document, workshop));
    TANE_TRY(const std::vector<qint64> items, storedItemIds(database, questionnaire));
    if (items.size() != answer.items.size())
        return fail(ErrorCode::Conflict,
                    Texts::tr("調査票が変わっています。画面を開き直してから入力してください。"));
    Participant participant;
    if (answer.participant != 0) {
        TANE_TRY(participant, RecordTable<Participant>(document).load(answer.participant));
    }
    TANE_TRY(const qint64 batch, paperBatch(database, workshop, questionnaire, wave));
    const auto count = [&](const QString &what) -> Result<qint64> {
        TANE_TRY(Statement query, database.prepare(QStringLiteral("SELECT ifnull(max(%1), 0) FROM response "
                                                                  "WHERE import_batch = ?")
                                                       .arg(what)));
        TANE_CHECK(query.bind(batch).run());
        return query.next() ? query.integer(0) : 0;
    };
    TANE_TRY(const qint64 last, count(QStringLiteral("row_number")));
    TANE_CHECK(
        insertPeople(database, batch, sheetOf(answer, participant, wave, static_cast<int>(last) + 1), items));
    if (answer.participant == 0)
        return {};
    TANE_TRY(const qint64 response, count(QStringLiteral("id")));
    TANE_TRY(Statement join, database.prepare(QStringLiteral(
                                 "INSERT INTO participant_response(response, participant, decided) "
                                 "VALUES (?, ?, 1)")));
    return join.bind(response).bind(answer.participant).run();
}

std::unexpected<Error> nothing()
{
    return fail(ErrorCode::NothingUnderstood, Texts::tr("回答が1つも入力されていません。"));
}

} // namespace

bool PaperAnswer::isEmpty() const
{
    return std::ranges::all_of(items, &Of::isEmpty);
}

QString paperSource()
{
    return Texts::tr("紙の回答（手入力）");
}

Result<> storePaperAnswer(Document &document, qint64 workshop, Wave wave, const PaperAnswer &answer)
{
    if (answer.isEmpty())
        return nothing();
    return document.perform(Texts::tr("紙の回答の入力"),
                            [&](Database &) { return insertAnswer(document, workshop, wave, answer); });
}

Result<> replacePaperAnswer(Document &document, qint64 workshop, Wave wave, const PaperAnswer &answer)
{
    if (answer.isEmpty())
        return nothing();
    return document.perform(Texts::tr("紙の回答の訂正"), [&](Database &database) -> Result<> {
        TANE_TRY(
            Statement remove,
            database.prepare(QStringLiteral("DELETE FROM response WHERE id IN (SELECT r.id FROM response r "
                                            "JOIN import_batch b ON b.id = r.import_batch "
                                            "JOIN participant_response p ON p.response = r.id "
                                            "WHERE %1 AND p.participant = ?)")
                                 .arg(kOfPaper)));
        TANE_CHECK(remove.bind(workshop)
                       .bind(storedWord(kWaveWords, wave))
                       .bind(paperSource())
                       .bind(answer.participant)
                       .run());
        return insertAnswer(document, workshop, wave, answer);
    });
}

Result<PaperState> paperState(Document &document, qint64 workshop, const Questionnaire &questionnaire,
                              Wave wave)
{
    PaperState state;
    // By the same rules as the chasing: an answer nobody has yet confirmed to be hers is one, too.
    TANE_TRY(const AnsweredWaves answered, answeredWaves(document, workshop));
    for (const qint64 id : answered.surely.keys())
        if (answered.surely.value(id).has(wave))
            state.answered.insert(id);
    for (const qint64 id : answered.maybe.keys())
        if (answered.maybe.value(id).has(wave) && !state.answered.contains(id))
            state.maybe.insert(id);
    QHash<qint64, qint64> whose;
    QSet<qint64> typed;
    {
        TANE_TRY(Statement query,
                 document.database().prepare(
                     QStringLiteral("SELECT r.id, ifnull(p.participant, 0), b.source = ? FROM import_batch b "
                                    "JOIN response r ON r.import_batch = b.id "
                                    "LEFT JOIN participant_response p ON p.response = r.id "
                                    "WHERE b.workshop = ? AND b.wave = ?")));
        TANE_CHECK(query.bind(paperSource()).bind(workshop).bind(storedWord(kWaveWords, wave)).run());
        while (query.next()) {
            whose.insert(query.integer(0), query.integer(1));
            if (query.integer(2) != 0)
                typed.insert(query.integer(0));
        }
    }
    if (typed.isEmpty())
        return state;
    TANE_TRY(const AnswerSheet sheet, SurveyRepository(document).answers(workshop, questionnaire, wave));
    for (int person = 0; person < sheet.size(); ++person) {
        if (!typed.contains(sheet.id(person)))
            continue;
        PaperAnswer answer;
        answer.participant = whose.value(sheet.id(person));
        for (int item = 0; item < sheet.itemCount(); ++item)
            answer.items.push_back(
                {sheet.mark(person, item), sheet.several(person, item), sheet.freeText(person, item)});
        if (answer.participant == 0)
            ++state.nameless;
        else
            state.typed.insert(answer.participant, answer);
    }
    return state;
}

std::vector<int> differences(const PaperAnswer &first, const PaperAnswer &second)
{
    std::vector<int> items;
    for (std::size_t i = 0; i < std::max(first.items.size(), second.items.size()); ++i) {
        const PaperAnswer::Of a = i < first.items.size() ? first.items[i] : PaperAnswer::Of();
        const PaperAnswer::Of b = i < second.items.size() ? second.items[i] : PaperAnswer::Of();
        if (!(a == b))
            items.push_back(static_cast<int>(i));
    }
    return items;
}

} // namespace tane
