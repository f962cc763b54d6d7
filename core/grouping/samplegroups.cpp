#include "grouping/samplegroups.h"

#include "base/sampledata.h"
#include "grouping/groupedit.h"
#include "grouping/workshopgroups.h"
#include "people/storedresponses.h"
#include "programme/workshop.h"

#include <QJsonArray>
#include <QJsonObject>

namespace tane {

using namespace sampledata;

namespace {

constexpr int kDaysBefore = 45; ///< the first applied so long before the workshop
constexpr int kADay = 3;        ///< people who apply a day

Participant fromAnswers(const AnswerSheet &sheet, int person)
{
    const auto text = [&](Field field) { return sheet.text(field, person); };
    Participant participant;
    participant.number = text(Field::Number);
    participant.name = text(Field::Name);
    participant.kana = text(Field::Kana);
    participant.email = text(Field::Email);
    participant.phone = text(Field::Phone);
    participant.role = text(Field::Role);
    participant.affiliation = text(Field::Affiliation);
    participant.affiliationType = text(Field::AffiliationType);
    participant.title = text(Field::Title);
    participant.prefecture = text(Field::Prefecture);
    participant.municipality = text(Field::Municipality);
    participant.area = text(Field::Area);
    participant.centre = text(Field::Centre);
    participant.experience = text(Field::Experience);
    participant.qualifications = text(Field::Qualifications);
    return participant;
}

Result<Participant> fromJson(const QJsonObject &object)
{
    const auto text = [&](const char *key) { return object.value(QLatin1String(key)).toString(); };
    Participant participant;
    participant.number = text("number");
    participant.name = text("name");
    participant.kana = text("kana");
    participant.role = text("role");
    participant.affiliation = text("affiliation");
    participant.title = text("title");
    participant.prefecture = text("prefecture");
    participant.online = object.value(QLatin1String("online")).toBool();
    const QString part = text("part");
    if (part == QLatin1String("lecturer"))
        participant.part = Participant::Part::Lecturer;
    else if (part == QLatin1String("adviser"))
        participant.part = Participant::Part::Adviser;
    else if (part == QLatin1String("observer"))
        participant.part = Participant::Part::Observer;
    else if (part == QLatin1String("audience"))
        participant.part = Participant::Part::Audience;
    else
        return damaged(part);
    return participant;
}

Result<std::vector<Participant>> everybody(Document &document, qint64 workshop, const QJsonArray &others)
{
    TANE_TRY(const StoredResponses answers, storedResponses(document, workshop));
    std::vector<Participant> people;
    for (int person = 0; person < answers.sheet.size(); ++person) {
        const auto index = static_cast<std::size_t>(person);
        if (answers.waves[index] != QLatin1String("before"))
            continue;
        people.push_back(fromAnswers(answers.sheet, person));
        people.back().person = answers.belongTo[index];
    }
    for (const QJsonValue &other : others) {
        TANE_TRY(Participant participant, fromJson(other.toObject()));
        people.push_back(std::move(participant));
    }
    return people;
}

Result<> fill(Document &document, qint64 workshop, const QJsonObject &content)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    TANE_TRY(std::vector<Participant> people,
             everybody(document, workshop, content.value(QLatin1String("others")).toArray()));
    QHash<QString, qint64> byNumber;
    int place = 0;
    for (Participant &participant : people) {
        participant.workshop = workshop;
        participant.state = Participant::State::Accepted;
        participant.attendance = Participant::Attendance::Present;
        participant.appliedOn = held.heldOn.addDays(place++ / kADay - kDaysBefore);
        TANE_TRY(const qint64 id, RecordTable<Participant>(document).add(participant, {}));
        byNumber.insert(participant.number, id);
    }
    GroupDraft draft;
    draft.workshop = workshop;
    draft.title = content.value(QLatin1String("draft")).toString();
    draft.rules = QString::fromUtf8(groupPlanJson(presetPlan(GroupPreset::Mixed)));
    TANE_TRY(const qint64 id, addGroupDraft(document, draft));
    std::vector<SeatAt> seats;
    int number = 0;
    for (const QJsonValue &group : content.value(QLatin1String("groups")).toArray()) {
        ++number;
        for (const QJsonValue &member : group.toArray()) {
            if (!byNumber.contains(member.toString()))
                return damaged(member.toString());
            seats.push_back({byNumber.value(member.toString()), number});
        }
    }
    return replaceSeats(document, id, seats, {});
}

} // namespace

Result<> addSampleGroups(Document &document, qint64 workshop)
{
    TANE_TRY(const QJsonObject content, read(QStringLiteral("participants")));
    return document.perform(label(), [&](Database &) { return fill(document, workshop, content); });
}

} // namespace tane
