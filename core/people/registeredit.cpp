#include "people/registeredit.h"

#include "base/textfold.h"
#include "programme/workshop.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::RegisterEdit)
};

/// Table and column that hold the words of a list.
std::pair<QString, QString> columnOf(Vocabulary list)
{
    switch (list) {
    case Vocabulary::Role:
        return {QStringLiteral("person_role"), QStringLiteral("name")};
    case Vocabulary::Organisation:
        return {QStringLiteral("affiliation"), QStringLiteral("kind")};
    case Vocabulary::Qualification:
        return {QStringLiteral("person_qualification"), QStringLiteral("name")};
    case Vocabulary::Operator:
        return {QStringLiteral("centre"), QStringLiteral("operator")};
    }
    Q_UNREACHABLE();
}

Result<std::vector<qint64>> peopleWhoAnswered(Database &database, qint64 workshop)
{
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral(
                 "SELECT DISTINCT p.person FROM response_person AS p JOIN response AS r ON r.id = p.response "
                 "JOIN import_batch AS b ON b.id = r.import_batch WHERE b.workshop = ? ORDER BY p.person")));
    TANE_CHECK(query.bind(workshop).run());
    std::vector<qint64> people;
    while (query.next())
        people.push_back(query.integer(0));
    return people;
}

} // namespace

Result<> assignArea(Document &document, const std::vector<qint64> &municipalities, qint64 area)
{
    const QString label = area == 0 ? Texts::tr("圏域から外す") : Texts::tr("圏域への割り当て");
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<Municipality> table(document);
        for (const qint64 id : municipalities) {
            TANE_TRY(Municipality municipality, table.load(id));
            municipality.careArea = area;
            TANE_CHECK(table.update(municipality, label));
        }
        return {};
    });
}

Result<qint64> addCentre(Document &document, const Centre &centre, const std::vector<qint64> &municipalities)
{
    const QString label = Texts::tr("センターの追加");
    qint64 id = 0;
    const Result<> done = document.perform(label, [&](Database &) -> Result<> {
        TANE_TRY(id, RecordTable<Centre>(document).add(centre, label));
        for (const qint64 municipality : municipalities)
            TANE_CHECK(setServed(document, id, municipality, true));
        return {};
    });
    TANE_CHECK(done);
    return id;
}

Result<> setServed(Document &document, qint64 centre, qint64 municipality, bool served)
{
    RecordTable<CentreMunicipality> table(document);
    TANE_TRY(const std::vector<CentreMunicipality> links, table.all(QStringLiteral("centre"), centre));
    const auto link = std::ranges::find(links, municipality, &CentreMunicipality::municipality);
    if ((link != links.end()) == served)
        return {};
    if (!served)
        return table.remove(link->id, Texts::tr("センターの担当市町村を外す"));
    TANE_CHECK(table.add({0, centre, municipality, {}}, Texts::tr("センターの担当市町村の追加")));
    return {};
}

Result<> setAttendee(Document &document, qint64 support, qint64 person, bool tookPart)
{
    RecordTable<SupportPerson> table(document);
    TANE_TRY(const std::vector<SupportPerson> there, table.all(QStringLiteral("support"), support));
    const auto found = std::ranges::find(there, person, &SupportPerson::person);
    if ((found != there.end()) == tookPart)
        return {};
    if (!tookPart)
        return table.remove(found->id, Texts::tr("参加者を外す"));
    TANE_CHECK(table.add({0, support, person}, Texts::tr("参加者の追加")));
    return {};
}

Result<> saveStage(Document &document, const SupportStage &stage)
{
    RecordTable<SupportStage> table(document);
    const QString label = Texts::tr("「%1」の記録").arg(supportStageText(stage.stage));
    TANE_TRY(const std::vector<SupportStage> stored, table.all(QStringLiteral("support"), stage.support));
    const auto found = std::ranges::find(stored, stage.stage, &SupportStage::stage);
    const bool empty = !stage.heldOn.isValid() && stage.situation.isEmpty() && stage.advice.isEmpty();
    if (found == stored.end()) {
        if (!empty)
            TANE_CHECK(table.add(stage, label));
        return {};
    }
    if (empty)
        return table.remove(found->id, label);
    SupportStage changed = stage;
    changed.id = found->id;
    return table.update(changed, label);
}

Result<qint64> takeOverWorkshop(Document &document, qint64 workshop)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(workshop));
    const QString label = Texts::tr("研修会を支援の記録に加える");
    qint64 id = 0;
    const Result<> done = document.perform(label, [&](Database &database) -> Result<> {
        RecordTable<Support> table(document);
        TANE_TRY(const std::vector<Support> known, table.all(QStringLiteral("workshop"), workshop));
        if (known.empty()) {
            Support support;
            support.title = held.title;
            support.method = Texts::tr("研修会");
            support.heldOn = held.heldOn;
            support.workshop = workshop;
            TANE_TRY(id, table.add(support, label));
        } else {
            id = known.front().id;
        }
        TANE_TRY(const std::vector<qint64> people, peopleWhoAnswered(database, workshop));
        for (const qint64 person : people)
            TANE_CHECK(setAttendee(document, id, person, true));
        return {};
    });
    TANE_CHECK(done);
    return id;
}

Result<QHash<QString, int>> wordsInUse(Document &document, Vocabulary list)
{
    const auto [table, column] = columnOf(list);
    TANE_TRY(
        Statement query,
        document.database().prepare(
            QStringLiteral("SELECT %2, count(*) FROM %1 WHERE %2 <> '' GROUP BY %2").arg(table, column)));
    TANE_CHECK(query.run());
    QHash<QString, int> used;
    while (query.next())
        used.insert(query.text(0), static_cast<int>(query.integer(1)));
    return used;
}

Result<> renameWord(Document &document, Vocabulary list, const QString &from, const QString &to)
{
    TANE_TRY(QStringList words, vocabulary(document, list));
    const auto same = [folded = foldText(to), &from](const QString &word) {
        return word != from && foldText(word) == folded;
    };
    if (std::ranges::any_of(words, same))
        return fail(ErrorCode::Conflict, Texts::tr("「%1」は、もう選択肢にあります。").arg(to));
    const auto [table, column] = columnOf(list);
    return document.perform(
        Texts::tr("選択肢の変更"), [&, table = table, column = column](Database &database) -> Result<> {
            std::ranges::replace(words, from, to);
            TANE_CHECK(setVocabulary(document, list, words));
            TANE_TRY(
                Statement update,
                database.prepare(QStringLiteral("UPDATE %1 SET %2 = ? WHERE %2 = ?").arg(table, column)));
            return update.bind(to).bind(from).run();
        });
}

} // namespace tane
