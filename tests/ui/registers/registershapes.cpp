#include "registershapes.h"

#include "people/registeredit.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace tane::registertest {

qint64 beginPrefecture(Document &document, const QString &name)
{
    const auto id = addPrefecture(document, name);
    REQUIRE(id.has_value());
    return *id;
}

qint64 municipalityNamed(Document &document, const QString &name)
{
    const auto all = RecordTable<Municipality>(document).all();
    REQUIRE(all.has_value());
    for (const Municipality &each : *all)
        if (each.name == name)
            return each.id;
    FAIL("no municipality " << name.toStdString());
    return 0;
}

qint64 addCentreFor(Document &document, qint64 prefecture, const QString &name,
                    const QStringList &municipalities)
{
    Centre centre;
    centre.prefecture = prefecture;
    centre.name = name;
    std::vector<qint64> ids;
    for (const QString &each : municipalities)
        ids.push_back(municipalityNamed(document, each));
    const auto id = addCentre(document, centre, ids);
    REQUIRE(id.has_value());
    return *id;
}

qint64 addPerson(Document &document, const QString &name, const QString &kana, const QString &role,
                 qint64 centre, qint64 municipality)
{
    Person person;
    person.name = name;
    person.kana = kana;
    const auto id = RecordTable<Person>(document).add(person, u"人材の追加"_s);
    REQUIRE(id.has_value());
    REQUIRE(RecordTable<PersonRole>(document).add({0, *id, role}, {}).has_value());
    Affiliation affiliation;
    affiliation.person = *id;
    affiliation.centre = centre;
    affiliation.municipality = municipality;
    REQUIRE(RecordTable<Affiliation>(document).add(affiliation, {}).has_value());
    return *id;
}

void assess(Document &document, qint64 person, QDate day, int level)
{
    Assessment assessment;
    assessment.person = person;
    assessment.assessedOn = day;
    assessment.level = level;
    REQUIRE(RecordTable<Assessment>(document).add(assessment, u"評価の記録"_s).has_value());
}

Registry registryOf(Document &document)
{
    auto registry = loadRegistry(document);
    REQUIRE(registry.has_value());
    return std::move(*registry);
}

void makeGunma(Document &document)
{
    const Result<> done = document.perform(u"見本"_s, [&](Database &) -> Result<> {
        const qint64 prefecture = beginPrefecture(document, u"群馬県"_s);
        const std::vector<Municipality> all = registryOf(document).municipalities;
        // One centre for a city and five others, then the rest in turns: the last ones share theirs.
        const qint64 first = addCentreFor(document, prefecture, u"第1センター"_s, {});
        for (std::size_t i = 0; i < 6; ++i)
            REQUIRE(setServed(document, first, all[i].id, true).has_value());
        addPerson(document, u"第一 花子"_s, u"だいいち はなこ"_s, u"コーディネーター"_s, first);
        for (int n = 2; n <= 15; ++n) {
            const qint64 centre = addCentreFor(document, prefecture, u"第%1センター"_s.arg(n), {});
            for (std::size_t i = 6 + static_cast<std::size_t>(n) - 2; i < all.size(); i += 13)
                REQUIRE(setServed(document, centre, all[i].id, true).has_value());
            addPerson(document, u"架空 %1子"_s.arg(n), u"かくう %1こ"_s.arg(n), u"コーディネーター"_s,
                      centre);
        }
        return {};
    });
    REQUIRE(done.has_value());
}

void makeTokyo(Document &document)
{
    const Result<> done = document.perform(u"見本"_s, [&](Database &) -> Result<> {
        const qint64 prefecture = beginPrefecture(document, u"東京都"_s);
        const std::vector<Municipality> all = registryOf(document).municipalities;
        std::vector<qint64> centres;
        for (int n = 0; n < 234; ++n) {
            const qint64 centre = addCentreFor(document, prefecture, u"相談窓口%1"_s.arg(n + 1), {});
            const auto i = static_cast<std::size_t>(n) % all.size();
            REQUIRE(setServed(document, centre, all[i].id, true).has_value());
            centres.push_back(centre);
        }
        std::vector<qint64> people;
        for (int n = 0; n < 400; ++n) {
            const auto i = static_cast<std::size_t>(n);
            const bool officer = n % 4 == 3;
            const qint64 person =
                addPerson(document, u"架空 %1"_s.arg(n + 1), u"かくう %1"_s.arg(n + 1),
                          officer ? u"市町村担当者"_s : u"コーディネーター"_s,
                          officer ? 0 : centres[i % centres.size()], officer ? all[i % all.size()].id : 0);
            for (int year = 2022; year <= 2026; ++year)
                assess(document, person, QDate(year, 6, 1 + n % 28), qMin(8, (n % 5 + year - 2022)));
            people.push_back(person);
        }
        for (int n = 0; n < 60; ++n) {
            Support support;
            support.kind = static_cast<Support::Kind>(n % 3);
            support.title = u"支援%1"_s.arg(n + 1);
            support.heldOn = QDate(2022, 4, 10).addMonths(n);
            support.municipality = n % 3 == 2 ? all[static_cast<std::size_t>(n) % all.size()].id : 0;
            const auto id = RecordTable<Support>(document).add(support, {});
            REQUIRE(id.has_value());
            for (int p = 0; p < 30; ++p)
                REQUIRE(setAttendee(document, *id, people[static_cast<std::size_t>(n * 7 + p) % 400], true)
                            .has_value());
        }
        return {};
    });
    REQUIRE(done.has_value());
}

QModelIndex cell(GridView *table, qint64 id, int column)
{
    return table->filter()->mapFromSource(table->grid()->index(table->grid()->rowOf(id), column));
}

void choose(QComboBox *box, const QString &text)
{
    REQUIRE(box != nullptr);
    const int index = box->findText(text);
    REQUIRE(index >= 0);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

} // namespace tane::registertest
