// Which workshops a municipality's people came to.
#include "people/peoplelinks.h"
#include "people/storedresponses.h"
#include "programme/workshop.h"
#include "survey/identity.h"
#include "survey/roles.h"

#include "base/textfold.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace tane {

namespace {

/// As what somebody came: what the answer says, as a role may have changed since; else the register.
RoleKind kindOf(const StoredResponses &responses, int row, const PersonRecord *record)
{
    if (const QString role = responses.sheet.text(Field::Role, row); !role.isEmpty() || !record)
        return roleKindOf(role);
    RoleKind best = RoleKind::Other;
    for (const QString &role : record->roles)
        best = std::min(best, roleKindOf(role));
    return best;
}

/// By what somebody is known again in another wave: who she is, and the name or number she answered under.
QStringList keysOf(const Identity &identity, int row, qint64 person)
{
    QStringList keys;
    if (person != 0)
        keys << QStringLiteral("p%1").arg(person);
    if (const std::string &name = identity.foldedName(row); !name.empty())
        keys << QStringLiteral("n%1\n%2").arg(QString::fromStdString(name),
                                              QString::fromStdString(identity.affiliation(row)));
    else if (const std::string_view number = identity.number(row); !number.empty())
        keys << QString(u'#' + QString::fromUtf8(number.data(), static_cast<qsizetype>(number.size())));
    return keys;
}

/// Counts who of one municipality answered at one workshop.
Participation count(const Registry &registry, const Municipality &place, const Workshop &workshop,
                    const StoredResponses &responses)
{
    Participation found{.workshop = workshop.id, .title = workshop.title, .heldOn = workshop.heldOn};
    const QDate day = workshop.heldOn.isValid() ? workshop.heldOn : QDate::currentDate();
    const auto people = registry.peopleOfMunicipality(place.id, day);
    const QString name = foldText(place.name);
    const Identity identity(responses.sheet);
    // Who is known first, so that another answer under her name is not taken for somebody else's.
    std::vector<int> rows(static_cast<std::size_t>(responses.sheet.size()));
    std::iota(rows.begin(), rows.end(), 0);
    const auto owner = [&](int row) { return responses.belongTo[static_cast<std::size_t>(row)]; };
    std::ranges::stable_partition(rows, [&](int row) { return owner(row) != 0; });
    QSet<QString> counted;
    for (const int row : rows) {
        const PersonRecord *record = registry.person(owner(row));
        const bool works = record && std::ranges::find(people, record) != people.end();
        if (!works && foldText(responses.sheet.text(Field::Municipality, row)) != name)
            continue;
        const QStringList keys = keysOf(identity, row, owner(row));
        const bool again =
            std::ranges::any_of(keys, [&](const QString &key) { return counted.contains(key); });
        for (const QString &key : keys)
            counted.insert(key);
        if (again)
            continue;
        switch (kindOf(responses, row, record)) {
        case RoleKind::Coordinator:
            ++found.coordinators;
            break;
        case RoleKind::Officer:
            ++found.officers;
            break;
        case RoleKind::Other:
            ++found.others;
            break;
        }
    }
    return found;
}

} // namespace

Result<std::vector<Participation>> participationOf(Document &document, const Registry &registry,
                                                   qint64 municipality)
{
    std::vector<Participation> all;
    const Municipality *place = registry.municipality(municipality);
    if (!place)
        return all;
    TANE_TRY(const std::vector<Workshop> workshops, WorkshopRepository(document).all());
    for (const Workshop &workshop : workshops) {
        TANE_TRY(const StoredResponses responses, storedResponses(document, workshop.id));
        Participation found = count(registry, *place, workshop, responses);
        if (found.coordinators + found.officers + found.others > 0)
            all.push_back(std::move(found));
    }
    std::ranges::stable_sort(all, [](const Participation &a, const Participation &b) {
        return a.heldOn.isValid() != b.heldOn.isValid() ? a.heldOn.isValid() : a.heldOn > b.heldOn;
    });
    return all;
}

} // namespace tane
