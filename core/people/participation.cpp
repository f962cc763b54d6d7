// Which workshops a municipality's people came to.
#include "people/peoplelinks.h"
#include "people/registerimport.h"
#include "people/storedresponses.h"
#include "programme/workshop.h"
#include "survey/identity.h"
#include "survey/roles.h"

#include <QHash>
#include <QRegularExpression>
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

/// Answers of those who looked on or taught: they did not take part for a municipality.
Result<QSet<qint64>> answersOfOthers(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query,
             document.database().prepare(
                 QStringLiteral("SELECT a.response FROM participant AS p JOIN participant_response AS a "
                                "ON a.participant = p.id WHERE p.workshop = ? AND p.part <> 'learner' UNION "
                                "SELECT a.response FROM participant AS p JOIN response_person AS a "
                                "ON a.person = p.person WHERE p.workshop = ? AND p.part <> 'learner'")));
    TANE_CHECK(query.bind(workshop).bind(workshop).run());
    QSet<qint64> found;
    while (query.next())
        found.insert(query.integer(0));
    return found;
}

/// Where the authors of answers are from: what they say, else where they work. So nobody is counted in two
/// municipalities for saying the one and working in the other.
class Origin
{
public:
    Origin(const Registry &registry, const Municipality &place)
        : m_registry(registry)
        , m_index(registry)
        , m_place(place)
    {
    }
    void setDay(QDate day)
    {
        m_people.clear();
        for (const PersonRecord *one : m_registry.peopleOfMunicipality(m_place.id, day))
            m_people.insert(one->person.id);
    }
    bool isHere(const StoredResponses &responses, int row)
    {
        switch (said(responses.sheet.text(Field::Municipality, row),
                     responses.sheet.text(Field::Prefecture, row))) {
        case Said::Here:
            return true;
        case Said::Elsewhere:
            return false;
        case Said::Nothing:
            return m_people.contains(responses.belongTo[static_cast<std::size_t>(row)]);
        }
        Q_UNREACHABLE();
    }

private:
    enum class Said { Nothing, Here, Elsewhere };
    Said said(const QString &text, const QString &prefecture)
    {
        const QString key = QString(prefecture + u'\n' + text);
        if (const auto known = m_said.constFind(key); known != m_said.constEnd())
            return *known;
        static const QRegularExpression dividers(QStringLiteral("[・、，,;／/\\n]+"));
        Said found = Said::Nothing;
        for (const QString &part : text.split(dividers, Qt::SkipEmptyParts)) {
            const auto named = m_index.municipalities(part, prefecture);
            if (named.size() == 1 && found != Said::Here)
                found = named.front()->id == m_place.id ? Said::Here : Said::Elsewhere;
        }
        m_said.insert(key, found);
        return found;
    }

    const Registry &m_registry;
    registers::RegisterIndex m_index;
    const Municipality &m_place;
    QSet<qint64> m_people;
    QHash<QString, Said> m_said;
};

/// Counts who of the municipality answered at one workshop.
Participation count(const Registry &registry, Origin &origin, const Workshop &workshop,
                    const StoredResponses &responses, const QSet<qint64> &others)
{
    Participation found{.workshop = workshop.id, .title = workshop.title, .heldOn = workshop.heldOn};
    origin.setDay(workshop.heldOn.isValid() ? workshop.heldOn : QDate::currentDate());
    const Identity identity(responses.sheet);
    // Who is known first, so that another answer under her name is not taken for somebody else's.
    std::vector<int> rows(static_cast<std::size_t>(responses.sheet.size()));
    std::iota(rows.begin(), rows.end(), 0);
    const auto owner = [&](int row) { return responses.belongTo[static_cast<std::size_t>(row)]; };
    std::ranges::stable_partition(rows, [&](int row) { return owner(row) != 0; });
    QSet<QString> counted;
    for (const int row : rows) {
        if (others.contains(responses.sheet.id(row)) || !origin.isHere(responses, row))
            continue;
        const QStringList keys = keysOf(identity, row, owner(row));
        const bool again =
            std::ranges::any_of(keys, [&](const QString &key) { return counted.contains(key); });
        for (const QString &key : keys)
            counted.insert(key);
        if (again)
            continue;
        switch (kindOf(responses, row, registry.person(owner(row)))) {
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
    Origin origin(registry, *place);
    for (const Workshop &workshop : workshops) {
        TANE_TRY(const StoredResponses responses, storedResponses(document, workshop.id));
        TANE_TRY(const QSet<qint64> others, answersOfOthers(document, workshop.id));
        Participation found = count(registry, origin, workshop, responses, others);
        if (found.coordinators + found.officers + found.others > 0)
            all.push_back(std::move(found));
    }
    std::ranges::stable_sort(all, [](const Participation &a, const Participation &b) {
        return a.heldOn.isValid() != b.heldOn.isValid() ? a.heldOn.isValid() : a.heldOn > b.heldOn;
    });
    return all;
}

} // namespace tane
