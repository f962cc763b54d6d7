#include "people/sampleregisters.h"

#include "base/sampledata.h"
#include "people/peoplelinks.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace tane {

using namespace sampledata;

namespace {

constexpr std::array kAnswered{"", "yes", "no"};

class RegisterFiller
{
public:
    RegisterFiller(Document &document, const QJsonObject &content, qint64 workshop)
        : m_document(document)
        , m_content(content)
        , m_workshop(workshop)
    {
    }
    Result<> fill();

private:
    Result<> addPlaces();
    Result<> addCentres();
    Result<> addPeople();
    Result<> addPerson(const QJsonObject &object);
    Result<> addAssessments(const QJsonObject &object, qint64 person);
    Result<> tieAnswers();
    Result<> addSupports();
    Result<> addStages(const QJsonObject &object, qint64 support);

    using Ids = std::map<QString, qint64>;
    template<class T>
    Result<qint64> add(const T &record)
    {
        return RecordTable<T>(m_document).add(record, label());
    }
    /// For records nobody refers to.
    template<class T>
    Result<> store(const T &record)
    {
        const auto added = add(record);
        return added ? Result<>() : std::unexpected(added.error());
    }
    /// The row that was stored under this name; 0 for an empty one.
    static Result<qint64> known(const Ids &ids, const QString &name)
    {
        if (name.isEmpty())
            return 0;
        const auto found = ids.find(name);
        return found == ids.end() ? Result<qint64>(damaged(name)) : found->second;
    }

    Document &m_document;
    QJsonObject m_content;
    qint64 m_workshop;
    qint64 m_prefecture = 0;
    Ids m_areas, m_municipalities, m_centres, m_people;
    std::vector<qint64> m_answered; ///< people with an answer at the workshop
};

Result<> RegisterFiller::fill()
{
    TANE_CHECK(addPlaces());
    TANE_CHECK(addCentres());
    TANE_CHECK(addPeople());
    TANE_CHECK(tieAnswers());
    return addSupports();
}

Result<> RegisterFiller::addPlaces()
{
    const QJsonObject about = m_content.value(QLatin1String("prefecture")).toObject();
    TANE_TRY(m_prefecture, add(Prefecture{.name = text(about, "name"),
                                          .department = text(about, "department"),
                                          .secondDepartment = text(about, "secondDepartment"),
                                          .medicalAreas = number(about, "medicalAreas"),
                                          .healthCentres = number(about, "healthCentres")}));
    for (const QString &name : texts(m_content, "areas")) {
        TANE_TRY(m_areas[name], add(CareArea{.prefecture = m_prefecture, .name = name}));
    }
    constexpr std::array operations{"", "direct", "commissioned", "both", "none"};
    for (const QJsonObject &object : objects(m_content, "municipalities")) {
        Municipality place{.prefecture = m_prefecture};
        TANE_TRY(place.careArea, known(m_areas, text(object, "area")));
        place.name = text(object, "name");
        place.kana = text(object, "kana");
        place.population = number(object, "population");
        place.agedRate = number(object, "agedRate");
        place.certifiedRate = number(object, "certifiedRate");
        TANE_TRY(place.operation, wordIn<Operation>(object, "operation", operations));
        place.department = text(object, "department");
        TANE_TRY(place.hub, wordIn<Answered>(object, "hub", kAnswered));
        place.stage = number(object, "stage");
        TANE_TRY(m_municipalities[place.name], add(place));
    }
    return {};
}

Result<> RegisterFiller::addCentres()
{
    constexpr std::array ranks{"", "core", "field"};
    for (const QJsonObject &object : objects(m_content, "centres")) {
        Centre centre{.prefecture = m_prefecture, .name = text(object, "name"), .kana = text(object, "kana")};
        TANE_TRY(centre.rank, wordIn<Centre::Rank>(object, "rank", ranks));
        TANE_TRY(centre.hub, wordIn<Answered>(object, "hub", kAnswered));
        centre.operatedBy = text(object, "operator");
        centre.coordinators = number(object, "coordinators");
        centre.phone = text(object, "phone");
        centre.email = text(object, "email");
        TANE_TRY(const qint64 id, add(centre));
        m_centres[centre.name] = id;
        for (const QJsonObject &served : objects(object, "serves")) {
            TANE_TRY(const qint64 place, known(m_municipalities, text(served, "name")));
            TANE_CHECK(
                store(CentreMunicipality{.centre = id, .municipality = place, .note = text(served, "note")}));
        }
    }
    return {};
}

Result<> RegisterFiller::addPeople()
{
    for (const QJsonObject &object : objects(m_content, "people"))
        TANE_CHECK(addPerson(object));
    return {};
}

Result<> RegisterFiller::addPerson(const QJsonObject &object)
{
    constexpr std::array employments{"", "full", "part"};
    constexpr std::array duties{"", "exclusive", "concurrent"};
    Person person{.name = text(object, "name"),
                  .kana = text(object, "kana"),
                  .email = text(object, "email"),
                  .since = day(object, "since"),
                  .consent = text(object, "consent"),
                  .keepUntil = day(object, "keepUntil")};
    TANE_TRY(person.employment, wordIn<Employment>(object, "employment", employments));
    TANE_TRY(person.duty, wordIn<Duty>(object, "duty", duties));
    TANE_TRY(const qint64 id, add(person));
    m_people[person.name] = id;
    for (const QString &role : texts(object, "roles"))
        TANE_CHECK(store(PersonRole{.person = id, .name = role}));
    for (const QString &name : texts(object, "qualifications"))
        TANE_CHECK(store(PersonQualification{.person = id, .name = name}));
    for (const QJsonObject &place : objects(object, "affiliations")) {
        Affiliation affiliation{.person = id,
                                .organisation = text(place, "organisation"),
                                .kind = text(place, "kind"),
                                .title = text(place, "title"),
                                .fromOn = day(place, "from"),
                                .untilOn = day(place, "until"),
                                .note = text(place, "note")};
        TANE_TRY(affiliation.centre, known(m_centres, text(place, "centre")));
        TANE_TRY(affiliation.municipality, known(m_municipalities, text(place, "municipality")));
        TANE_CHECK(store(affiliation));
    }
    return addAssessments(object, id);
}

Result<> RegisterFiller::addAssessments(const QJsonObject &object, qint64 person)
{
    constexpr std::array assessors{"self", "municipality", "prefecture", "other"};
    for (const QJsonObject &seen : objects(object, "assessments")) {
        Assessment assessment{.person = person, .assessedOn = day(seen, "on")};
        assessment.level = number(seen, "level").value_or(0);
        TANE_TRY(assessment.assessor, wordIn<Assessment::Assessor>(seen, "assessor", assessors));
        assessment.assessorName = text(seen, "assessorName");
        assessment.evidence = text(seen, "evidence");
        assessment.nextAction = text(seen, "nextAction");
        TANE_CHECK(store(assessment));
    }
    return {};
}

Result<> RegisterFiller::tieAnswers()
{
    TANE_TRY(const Registry registry, loadRegistry(m_document));
    TANE_TRY(std::vector<ResponseMatch> matches, matchResponses(m_document, registry, m_workshop));
    std::erase_if(matches, [](const ResponseMatch &match) { return !match.certain; });
    for (const ResponseMatch &match : matches)
        if (std::ranges::find(m_answered, match.person) == m_answered.end())
            m_answered.push_back(match.person);
    return setResponsePeople(m_document, matches, label());
}

Result<> RegisterFiller::addSupports()
{
    constexpr std::array kinds{"input", "network", "accompany"};
    for (const QJsonObject &object : objects(m_content, "supports")) {
        Support support{.title = text(object, "title"), .method = text(object, "method")};
        TANE_TRY(support.kind, wordIn<Support::Kind>(object, "kind", kinds));
        support.heldOn = day(object, "on");
        support.untilOn = day(object, "until");
        TANE_TRY(support.municipality, known(m_municipalities, text(object, "municipality")));
        support.workshop = object.value(QLatin1String("workshop")).toBool() ? m_workshop : 0;
        support.outcome = text(object, "outcome");
        support.issuesBefore = text(object, "issuesBefore");
        support.change = text(object, "change");
        support.future = text(object, "future");
        TANE_TRY(const qint64 id, add(support));
        std::vector<qint64> people = support.workshop != 0 ? m_answered : std::vector<qint64>();
        for (const QString &name : texts(object, "people")) {
            TANE_TRY(const qint64 person, known(m_people, name));
            people.push_back(person);
        }
        for (const qint64 person : people)
            TANE_CHECK(store(SupportPerson{.support = id, .person = person}));
        TANE_CHECK(addStages(object, id));
    }
    return {};
}

Result<> RegisterFiller::addStages(const QJsonObject &object, qint64 support)
{
    for (const QJsonObject &stage : objects(object, "stages"))
        TANE_CHECK(store(SupportStage{.support = support,
                                      .stage = number(stage, "stage").value_or(0),
                                      .heldOn = day(stage, "on"),
                                      .situation = text(stage, "situation"),
                                      .advice = text(stage, "advice")}));
    return {};
}

} // namespace

Result<> addSampleRegisters(Document &document, qint64 workshop)
{
    TANE_TRY(const QJsonObject content, read(QStringLiteral("registers")));
    return document.perform(label(),
                            [&](Database &) { return RegisterFiller(document, content, workshop).fill(); });
}

} // namespace tane
