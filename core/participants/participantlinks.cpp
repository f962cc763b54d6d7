// Whose answers a response is, among the participants of its workshop.
#include "participants/participantlinks.h"

#include "participants/participantsheet.h"
#include "survey/storedwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <map>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ParticipantLinks)
};

constexpr std::size_t kMostCandidates = 5;

/// The answers at some places of a sheet, as a sheet.
AnswerSheet someOf(const AnswerSheet &all, const std::vector<int> &places)
{
    AnswerSheet some;
    for (const int place : places) {
        const int person = some.addPerson(all.id(place), 0, 0);
        for (int i = 0; i < kFieldCount; ++i)
            if (const QString text = all.text(static_cast<Field>(i), place); !text.isEmpty())
                some.setField(person, static_cast<Field>(i), some.store(text));
    }
    return some;
}

LinkOptions listOptions()
{
    LinkOptions options;
    options.beforeIsList = true;
    return options;
}

/// Links stand in the order of the stages within a participant; the surest of an answer counts.
void take(const std::vector<Link> &links, const AnswerSheet &people, int after, AnswerMatch &match)
{
    std::vector<Link> mine;
    std::ranges::copy_if(links, std::back_inserter(mine),
                         [after](const Link &link) { return link.after == after; });
    std::ranges::stable_sort(mine, {}, [](const Link &link) { return link.method; });
    for (const Link &link : mine) {
        const qint64 participant = people.id(link.before);
        if (match.candidates.size() < kMostCandidates)
            match.candidates.push_back(participant);
        if (match.certain || (match.participant != 0 && !link.counts()))
            continue;
        match.participant = participant;
        match.certain = link.counts();
        match.method = link.method;
        match.reason = link.reason;
    }
}

} // namespace

QString AnswerMatch::why() const
{
    if (decided)
        return participant != 0 ? Texts::tr("この方の回答と確認しました")
                                : Texts::tr("どの参加者の回答でもないと確認しました");
    return participant != 0 ? linkReasonText(reason) : QString();
}

std::vector<AnswerMatch> matchAnswers(const std::vector<Participant> &participants,
                                      const AnswerSheet &answers, Wave wave)
{
    const AnswerSheet people = participantSheet(participants);
    const Linking linking = linkAnswers(people, answers, listOptions());
    std::vector<AnswerMatch> matches(static_cast<std::size_t>(answers.size()));
    std::vector<std::vector<Link>> links(matches.size()); // by answer
    for (const Link &link : linking.links)
        links[static_cast<std::size_t>(link.after)].push_back(link);
    std::vector<char> repeated(matches.size());
    for (const AnsweredTwice &group : linking.twice)
        for (const int person : group.people)
            repeated[static_cast<std::size_t>(person)] = 1;
    std::vector<int> single;
    for (int person = 0; person < answers.size(); ++person) {
        const auto at = static_cast<std::size_t>(person);
        AnswerMatch &match = matches[at];
        match.response = answers.id(person);
        match.wave = wave;
        match.name = answers.text(Field::Name, person);
        match.affiliation = answers.text(Field::Affiliation, person);
        if (repeated[at])
            continue;
        single.push_back(person);
        take(links[at], people, person, match);
    }
    // Answers that look like one person's second one are looked at without each other: both may be hers.
    for (const AnsweredTwice &group : linking.twice)
        for (const int person : group.people) {
            std::vector<int> places = single;
            places.push_back(person);
            const int last = static_cast<int>(places.size()) - 1;
            take(linkAnswers(people, someOf(answers, places), listOptions()).links, people, last,
                 matches[static_cast<std::size_t>(person)]);
        }
    return matches;
}

namespace {

struct StoredLink
{
    qint64 participant = 0; ///< 0: nobody's
    bool decided = false;
};

Result<std::map<qint64, StoredLink>> storedLinks(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT p.response, ifnull(p.participant, 0), p.decided "
                                  "FROM participant_response AS p JOIN response AS r ON r.id = p.response "
                                  "JOIN import_batch AS b ON b.id = r.import_batch WHERE b.workshop = ?")));
    TANE_CHECK(query.bind(workshop).run());
    std::map<qint64, StoredLink> links;
    while (query.next())
        links[query.integer(0)] = {query.integer(1), query.integer(2) != 0};
    return links;
}

/// The answers of one wave as their own sheet.
AnswerSheet waveOf(const StoredResponses &all, const QString &wave)
{
    AnswerSheet sheet;
    for (int row = 0; row < all.sheet.size(); ++row) {
        if (all.waves[static_cast<std::size_t>(row)] != wave)
            continue;
        const int person = sheet.addPerson(all.sheet.id(row), 0, 0);
        for (int i = 0; i < kFieldCount; ++i)
            if (const QString text = all.sheet.text(static_cast<Field>(i), row); !text.isEmpty())
                sheet.setField(person, static_cast<Field>(i), sheet.store(text));
    }
    return sheet;
}

} // namespace

Result<std::vector<AnswerMatch>> answerMatches(Document &document, qint64 workshop)
{
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop));
    TANE_TRY(const StoredResponses stored, storedResponses(document, workshop));
    TANE_TRY(const auto links, storedLinks(document, workshop));
    std::map<qint64, AnswerMatch> matches;
    for (const Wave wave : {Wave::Before, Wave::After, Wave::FollowUp})
        for (AnswerMatch &match :
             matchAnswers(participants, waveOf(stored, storedWord(kWaveWords, wave)), wave))
            matches.emplace(match.response, std::move(match));
    std::vector<AnswerMatch> all;
    for (auto &[response, match] : matches) {
        if (const auto link = links.find(response); link != links.end()) {
            const bool other = link->second.participant != match.participant;
            if (link->second.decided || (link->second.participant != 0 && !match.certain)) {
                // Her own form told it, or she said so.
                match.participant = link->second.participant;
                match.certain = link->second.participant != 0;
                match.decided = link->second.decided;
                if (other && !match.decided) {
                    match.method = LinkMethod::Number;
                    match.reason = LinkReason::Number;
                }
            }
        }
        all.push_back(std::move(match));
    }
    return all;
}

Result<int> relinkAnswers(Document &document, qint64 workshop)
{
    TANE_TRY(const std::vector<Participant> participants, participantsOf(document, workshop));
    if (participants.empty())
        return 0; // nobody to link, however many have answered
    TANE_TRY(const std::vector<AnswerMatch> matches, answerMatches(document, workshop));
    TANE_TRY(const auto links, storedLinks(document, workshop));
    int changed = 0;
    const auto work = [&](Database &database) -> Result<> {
        TANE_TRY(Statement insert,
                 database.prepare(QStringLiteral(
                     "INSERT INTO participant_response(response, participant) VALUES (?, ?) "
                     "ON CONFLICT(response) DO UPDATE SET participant = excluded.participant")));
        for (const AnswerMatch &match : matches) {
            const auto link = links.find(match.response);
            const bool there = link != links.end();
            if (match.decided || !match.certain || (there && link->second.participant == match.participant))
                continue;
            TANE_CHECK(insert.bind(match.response).bind(match.participant).run());
            ++changed;
        }
        return {};
    };
    TANE_CHECK(document.perform(Texts::tr("回答と参加者の結びつけ"), work));
    return changed;
}

namespace {

/// The workshop of the first of these answers; 0 when there is none.
Result<qint64> workshopOf(Database &database, const std::vector<qint64> &responses)
{
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral("SELECT b.workshop FROM response AS r JOIN import_batch AS b "
                                             "ON b.id = r.import_batch WHERE r.id = ?")));
    TANE_CHECK(query.bind(responses.empty() ? 0 : responses.front()).run());
    return query.next() ? query.integer(0) : 0;
}

} // namespace

Result<> decideAnswers(Document &document, const std::vector<qint64> &responses, qint64 participant,
                       const QString &label)
{
    return document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(Statement insert,
                 database.prepare(QStringLiteral(
                     "INSERT INTO participant_response(response, participant, decided) VALUES (?, ?, 1) "
                     "ON CONFLICT(response) DO UPDATE SET participant = excluded.participant, decided = 1")));
        for (const qint64 response : responses)
            TANE_CHECK(insert.bind(response)
                           .bind(participant != 0 ? std::optional(participant) : std::nullopt)
                           .run());
        // What is certain beside it is stored, too: together they say who is who before and after.
        TANE_TRY(const qint64 workshop, workshopOf(database, responses));
        const auto linked = workshop != 0 ? relinkAnswers(document, workshop) : Result<int>(0);
        return linked ? Result<>() : std::unexpected(linked.error());
    });
}

Result<> undecideAnswers(Document &document, const std::vector<qint64> &responses)
{
    return document.perform(Texts::tr("結びつけの決定の取り消し"), [&](Database &database) -> Result<> {
        TANE_TRY(Statement remove,
                 database.prepare(QStringLiteral("DELETE FROM participant_response WHERE response = ?")));
        for (const qint64 response : responses)
            TANE_CHECK(remove.bind(response).run());
        return {};
    });
}

Result<AnsweredWaves> answeredWaves(Document &document, qint64 workshop)
{
    TANE_TRY(const std::vector<AnswerMatch> matches, answerMatches(document, workshop));
    AnsweredWaves waves;
    for (const AnswerMatch &match : matches) {
        if (match.certain) {
            waves.surely[match.participant].set(match.wave);
            continue;
        }
        ++waves.unassigned;
        if (match.decided)
            continue;
        for (const qint64 candidate : match.candidates)
            waves.maybe[candidate].set(match.wave);
        if (match.participant != 0)
            waves.maybe[match.participant].set(match.wave);
    }
    return waves;
}

} // namespace tane
