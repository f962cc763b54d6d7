// Participants and the people of the registers.
#include "participants/participantedit.h"
#include "participants/participantlinks.h"
#include "participants/participantsheet.h"
#include "people/authors.h"
#include "people/registervalues.h"
#include "programme/workshop.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ParticipantEdit)
};

/// "3年6か月".
QString experienceText(int months)
{
    constexpr int year = 12;
    QString text;
    if (months >= year)
        text = Texts::tr("%1年").arg(months / year);
    if (months % year > 0 || months == 0)
        text += Texts::tr("%1か月").arg(months % year);
    return text;
}

/// Her own of a workshop, or the first of the registers' of whom she surely is one.
Result<std::set<qint64>> peopleThere(Document &document, const Registry &registry, qint64 workshop)
{
    std::set<qint64> there;
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop));
    for (const Participant &participant : participants)
        if (participant.person != 0)
            there.insert(participant.person);
    TANE_TRY(const std::vector<PersonMatch> matches, matchPeople(document, registry, workshop));
    for (const PersonMatch &match : matches)
        if (match.certain)
            there.insert(match.person);
    return there;
}

} // namespace

Result<std::vector<PersonMatch>> matchPeople(Document &document, const Registry &registry, qint64 workshop)
{
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop));
    std::vector<PersonMatch> all;
    for (const ResponseMatch &match : matchAuthors(registry, participantsAsAuthors(participants)))
        all.push_back({match.response, match.person, match.certain, match.why});
    return all;
}

Result<> setParticipantPeople(Document &document, const std::vector<PersonMatch> &links)
{
    const QString label = Texts::tr("名簿との結びつけ");
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<Participant> table(document);
        for (const PersonMatch &link : links) {
            TANE_TRY(Participant participant, table.load(link.participant));
            participant.person = link.person;
            TANE_CHECK(table.update(participant, label));
        }
        return {};
    });
}

Result<int> addParticipantsToRegisters(Document &document, qint64 workshop,
                                       const std::vector<qint64> &participants)
{
    TANE_TRY(const std::vector<Participant> all, participantsOf(document, workshop));
    TANE_TRY(Registry registry, loadRegistry(document));
    const StoredResponses authors = participantsAsAuthors(all);
    const std::vector<ResponseMatch> matches = matchAuthors(registry, authors);
    AuthorAdder adder(document, std::move(registry), authors, Texts::tr("参加者の名簿登録"));
    TANE_CHECK(adder.readWords());
    int added = 0;
    const auto work = [&](Database &) -> Result<> {
        std::vector<PersonMatch> links;
        for (const qint64 id : participants) {
            const int row = authors.indexOf(id);
            if (row < 0 || authors.belongTo[static_cast<std::size_t>(row)] != 0 ||
                all[static_cast<std::size_t>(row)].name.isEmpty())
                continue;
            const auto match = std::ranges::find(matches, id, &ResponseMatch::response);
            qint64 person = match != matches.end() && match->certain ? match->person : 0;
            if (person == 0) {
                TANE_TRY(person, adder.add({row}));
                ++added;
            }
            links.push_back({id, person, true, {}});
        }
        return setParticipantPeople(document, links);
    };
    TANE_CHECK(document.perform(adder.label(), work));
    return added;
}

Participant participantFrom(const Registry &registry, const PersonRecord &record, QDate on)
{
    Participant made;
    made.person = record.person.id;
    made.name = record.person.name;
    made.kana = record.person.kana;
    made.email = record.person.email;
    made.phone = record.person.phone;
    made.role = record.roles.value(0);
    made.qualifications = registers::joinWords(record.qualifications);
    made.state = Participant::State::Invited;
    if (const auto months = experienceMonths(record.person, on)) {
        made.experience = experienceText(*months);
        made.experienceMonths = months;
        made.experienceOn = on;
    }
    const Affiliation *affiliation = record.affiliationOn(on);
    if (!affiliation)
        return made;
    made.affiliation =
        affiliation->organisation.isEmpty() ? registry.workplace(record, on) : affiliation->organisation;
    made.affiliationType = affiliation->kind;
    made.title = affiliation->title;
    if (const Centre *centre = registry.centre(affiliation->centre))
        made.centre = centre->name;
    made.municipality = registry.municipalityText(record, on);
    const auto places = registry.municipalitiesOf(*affiliation);
    if (!places.empty())
        if (const Prefecture *prefecture = registry.prefecture(places.front()->prefecture))
            made.prefecture = prefecture->name;
    QStringList areas;
    for (const qint64 id : registry.areasOf(record, on))
        if (const CareArea *area = registry.area(id))
            areas << area->name;
    made.area = areas.join(QStringLiteral("・"));
    return made;
}

Result<int> inviteFromRegisters(Document &document, const Registry &registry, qint64 workshop,
                                const std::vector<qint64> &people)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    TANE_TRY(std::set<qint64> there, peopleThere(document, registry, workshop));
    const QDate on = held.heldOn.isValid() ? held.heldOn : QDate::currentDate();
    const QString label = Texts::tr("名簿からの案内");
    int invited = 0;
    const auto work = [&](Database &) -> Result<> {
        for (const qint64 id : people) {
            const PersonRecord *record = registry.person(id);
            if (!record || record->person.anonymous || !there.insert(id).second)
                continue;
            Participant made = participantFrom(registry, *record, on);
            made.workshop = workshop;
            const auto added = addParticipant(document, made, label);
            if (!added)
                return std::unexpected(added.error());
            ++invited;
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return invited;
}

namespace {

/// The first row of somebody that says something about a field counts.
Participant participantOf(const StoredResponses &stored, const std::vector<int> &rows,
                          const ApplicantWords &words, QDate on)
{
    Participant made;
    made.state = Participant::State::Accepted;
    for (int i = 0; i < kFieldCount; ++i) {
        const auto field = applicantFieldOf(static_cast<Field>(i));
        for (const int row : rows) {
            const QString text = stored.sheet.text(static_cast<Field>(i), row);
            if (!field || text.isEmpty())
                continue;
            setApplicantField(made, *field, text, words, on);
            break;
        }
    }
    for (const int row : rows) {
        const auto at = static_cast<std::size_t>(row);
        if (stored.waves[at] == QLatin1String("after"))
            made.attendance = Participant::Attendance::Present;
        if (made.person == 0)
            made.person = stored.belongTo[at];
    }
    return made;
}

} // namespace

Result<int> participantsFromAnswers(Document &document, qint64 workshop)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    TANE_TRY(const StoredResponses stored, storedResponses(document, workshop));
    TANE_TRY(const JoinedResponses joined, joinedResponses(document, workshop));
    TANE_TRY(const std::vector<AnswerMatch> matches, answerMatches(document, workshop));
    TANE_TRY(const ApplicantWords words, applicantWords(document));
    const QDate on = held.heldOn.isValid() ? held.heldOn : QDate::currentDate();
    std::vector<qint64> open;
    for (const AnswerMatch &match : matches)
        if (match.participant == 0 && !match.decided)
            open.push_back(match.response);
    const QString label = Texts::tr("回答からの参加者の登録");
    int added = 0;
    const auto work = [&](Database &database) -> Result<> {
        TANE_TRY(Statement link, database.prepare(QStringLiteral(
                                     "INSERT INTO participant_response(response, participant) VALUES (?, ?) "
                                     "ON CONFLICT(response) DO NOTHING")));
        for (const std::vector<int> &rows : groupAuthors(stored, joined, open)) {
            Participant made = participantOf(stored, rows, words, on);
            if (made.name.isEmpty() && made.number.isEmpty() && made.email.isEmpty())
                continue; // an anonymous answer
            made.workshop = workshop;
            TANE_TRY(const qint64 id, addParticipant(document, made, label));
            for (const int row : rows)
                TANE_CHECK(link.bind(qint64{stored.sheet.id(row)}).bind(id).run());
            ++added;
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return added;
}

} // namespace tane
