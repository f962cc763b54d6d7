#include "peoplefixture.h"

#include "base/fiscalyear.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane::test {

namespace {

template<class T>
qint64 add(Document &document, const T &record)
{
    const auto id = RecordTable<T>(document).add(record, u"準備"_s);
    REQUIRE(id.has_value());
    return *id;
}

} // namespace

Kakuken::Kakuken(Empty)
{
    open(Document::create(m_folder.filePath(u"people.tane"_s)));
}

Kakuken::Kakuken()
    : Kakuken(Empty::Yes)
{
    Prefecture prefecture;
    prefecture.name = u"架空県"_s;
    m_prefecture = add(*m_document, prefecture);
    east = add(*m_document, CareArea{0, m_prefecture, u"東部圏域"_s, {}});
    west = add(*m_document, CareArea{0, m_prefecture, u"西部圏域"_s, {}});
    eastCentre = addCentre(u"東部センター"_s, u"A市"_s, east);
    westCentre = addCentre(u"西部センター"_s, u"D市"_s, west);
    const QString role = u"コーディネーター"_s;
    const QDate today = QDate::currentDate();
    const QDate longAgo = today.addYears(-2);
    assess(addPerson(u"青木 はる"_s, u"あおき はる"_s, eastCentre, role), longAgo, 0);
    const qint64 moved = addPerson(u"江口 結"_s, u"えぐち ゆい"_s, westCentre, role);
    assess(moved, longAgo, 0);
    assess(moved, FiscalYear::of(today).firstDay(), 2);
    assess(addPerson(u"小森 凛"_s, u"こもり りん"_s, eastCentre, role), longAgo, 4);
    assess(addPerson(u"高瀬 碧"_s, u"たかせ あおい"_s, westCentre, role), longAgo, 8);
    addPerson(u"和田 澄"_s, u"わだ すみ"_s, westCentre, role);
    reopen(); // preparing is nothing to undo
}

qint64 Kakuken::addCentre(const QString &name, const QString &municipality, qint64 area)
{
    Municipality served;
    served.prefecture = m_prefecture;
    served.careArea = area;
    served.name = municipality;
    const qint64 place = add(*m_document, served);
    Centre centre;
    centre.prefecture = m_prefecture;
    centre.name = name;
    const qint64 id = add(*m_document, centre);
    add(*m_document, CentreMunicipality{0, id, place, {}});
    return id;
}

qint64 Kakuken::addPerson(const QString &name, const QString &kana, qint64 centre, const QString &role)
{
    Person person;
    person.name = name;
    person.kana = kana;
    const qint64 id = add(*m_document, person);
    add(*m_document, PersonRole{0, id, role});
    Affiliation affiliation;
    affiliation.person = id;
    affiliation.centre = centre;
    add(*m_document, affiliation);
    return id;
}

void Kakuken::assess(qint64 person, QDate day, int level)
{
    Assessment assessment;
    assessment.person = person;
    assessment.assessedOn = day;
    assessment.level = level;
    assessment.evidence = u"面談で確認"_s;
    add(*m_document, assessment);
}

void Kakuken::open(Result<std::unique_ptr<Document>> document)
{
    REQUIRE(document.has_value());
    m_context.reset();
    m_document = std::move(*document);
    m_settings = std::make_unique<Settings>(m_folder.filePath(u"settings.ini"_s));
    m_context = std::make_unique<PageContext>(PageContext{*m_document, *m_settings, dialogs});
}

void Kakuken::reopen()
{
    const QString file = m_document->path();
    m_document.reset();
    open(Document::open(file));
}

Registry Kakuken::registry()
{
    auto loaded = loadRegistry(*m_document);
    REQUIRE(loaded.has_value());
    return std::move(*loaded);
}

PersonRecord Kakuken::record(const QString &name)
{
    const Registry all = registry();
    const auto found = std::ranges::find_if(
        all.people, [&](const PersonRecord &person) { return person.person.name == name; });
    INFO(name.toStdString());
    REQUIRE(found != all.people.end());
    return *found;
}

qint64 Kakuken::person(const QString &name)
{
    return record(name).person.id;
}

} // namespace tane::test
