// Who comes from where, and who the participants are, in numbers.
#include "participants/participationview.h"

#include "base/textfold.h"
#include "participants/applicantfield.h"
#include "people/registerimport.h"
#include "people/registervalues.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ParticipationView)
};

bool isLearner(const Participant &participant)
{
    return participant.part == Participant::Part::Learner;
}

bool counts(const Participant &participant, Counted counted)
{
    using Attendance = Participant::Attendance;
    const bool came =
        participant.attendance == Attendance::Present || participant.attendance == Attendance::Late;
    const bool accepted = participant.state == Participant::State::Accepted || participant.walkIn;
    return counted == Counted::Accepted ? accepted : came;
}

/// The municipalities somebody comes from: what she wrote, else those of her centre or of the registers.
class Origins
{
public:
    Origins(const Registry &registry, QDate on)
        : m_registry(registry)
        , m_index(registry)
        , m_on(on)
    {
    }
    std::vector<const Municipality *> of(const Participant &participant, QStringList &unknown) const
    {
        static const QRegularExpression dividers(QStringLiteral("[・、，,;／/\\n]+"));
        std::vector<const Municipality *> found;
        for (const QString &part : participant.municipality.split(dividers, Qt::SkipEmptyParts)) {
            const auto known = m_index.municipalities(part, participant.prefecture);
            if (known.size() == 1)
                found.push_back(known.front());
            else if (!tidy(part).isEmpty())
                unknown << tidy(part);
        }
        if (!found.empty() || !unknown.isEmpty())
            return found;
        for (const QString &name : {participant.centre, participant.affiliation}) {
            const auto centres = m_index.centres(name);
            if (centres.size() == 1)
                return m_registry.municipalitiesOf(centres.front()->id);
        }
        if (const PersonRecord *person = m_registry.person(participant.person))
            if (const Affiliation *affiliation = person->affiliationOn(m_on))
                return m_registry.municipalitiesOf(*affiliation);
        return {};
    }

private:
    const Registry &m_registry;
    registers::RegisterIndex m_index;
    QDate m_on;
};

void note(MunicipalityTurnout &turnout, const QString &role)
{
    switch (attendeeOf(role)) {
    case Attendee::Coordinator:
        ++turnout.coordinators;
        break;
    case Attendee::Officer:
        ++turnout.officers;
        break;
    case Attendee::Other:
        ++turnout.others;
        break;
    }
}

std::vector<const Participant *> ofRole(const std::vector<Participant> &participants, const QString &role)
{
    std::vector<const Participant *> group;
    for (const Participant &participant : participants)
        if (role.isEmpty() || foldText(participant.role) == foldText(role))
            group.push_back(&participant);
    return group;
}

void setBase(CountTable &table, CountBase base, const QString &role, int answered, int group, int everybody)
{
    const QString who = role.isEmpty() ? Texts::tr("参加者") : role;
    switch (base) {
    case CountBase::Answered:
        table.base = answered;
        table.baseText = Texts::tr("%1のうち回答のあった%2人を100%とした割合").arg(who).arg(answered);
        break;
    case CountBase::Group:
        table.base = group;
        table.baseText = Texts::tr("%1%2人を100%とした割合").arg(who).arg(group);
        break;
    case CountBase::Everybody:
        table.base = everybody;
        table.baseText = Texts::tr("参加者全員%1人を100%とした割合").arg(everybody);
        break;
    }
    table.unanswered = group - answered;
    for (CountRow &row : table.rows)
        row.percent = Percent::of(std::min(row.count, table.base), table.base);
}

QString otherWord()
{
    return Texts::tr("その他");
}

} // namespace

Attendee attendeeOf(const QString &role)
{
    const QString folded = foldText(role);
    const auto says = [&](const char16_t *word) {
        return folded.contains(foldText(QString::fromUtf16(word)));
    };
    if (says(u"コーディネータ"))
        return Attendee::Coordinator;
    const bool municipal = says(u"市町村") || says(u"市区町村") || says(u"行政担当");
    return municipal && !says(u"以外") && !says(u"その他") ? Attendee::Officer : Attendee::Other;
}

MunicipalityTurnout::Who MunicipalityTurnout::who() const
{
    if (coordinators > 0)
        return officers > 0 ? Who::Both : Who::OnlyCoordinator;
    if (officers > 0)
        return Who::OnlyOfficer;
    return others > 0 ? Who::OnlyOthers : Who::Nobody;
}

QString turnoutText(MunicipalityTurnout::Who who)
{
    switch (who) {
    case MunicipalityTurnout::Who::Both:
        return Texts::tr("両方が参加");
    case MunicipalityTurnout::Who::OnlyCoordinator:
        return Texts::tr("コーディネーターのみ");
    case MunicipalityTurnout::Who::OnlyOfficer:
        return Texts::tr("市町村担当者のみ");
    case MunicipalityTurnout::Who::OnlyOthers:
        return Texts::tr("ほかの方のみ");
    case MunicipalityTurnout::Who::Nobody:
        return Texts::tr("参加なし");
    }
    Q_UNREACHABLE();
}

std::vector<MunicipalityTurnout>
turnoutOf(const Registry &registry, const std::vector<Participant> &participants, Counted counted, QDate on)
{
    std::vector<MunicipalityTurnout> all;
    std::map<qint64, std::size_t> places;
    for (const Municipality &municipality : registry.municipalities) {
        const CareArea *area = registry.area(municipality.careArea);
        places.emplace(municipality.id, all.size());
        MunicipalityTurnout turnout;
        turnout.municipality = municipality.id;
        turnout.name = municipality.name;
        turnout.area = area ? area->name : QString();
        all.push_back(std::move(turnout));
    }
    std::map<QString, std::size_t> named;
    const Origins origins(registry, on);
    for (const Participant &participant : participants) {
        if (!isLearner(participant) || !counts(participant, counted))
            continue;
        QStringList unknown;
        for (const Municipality *municipality : origins.of(participant, unknown))
            note(all[places.at(municipality->id)], participant.role);
        for (const QString &name : unknown) {
            const auto [at, isNew] = named.try_emplace(foldText(name), all.size());
            if (isNew) {
                MunicipalityTurnout turnout;
                turnout.name = name;
                turnout.area = participant.area;
                all.push_back(std::move(turnout));
            }
            note(all[at->second], participant.role);
        }
    }
    return all;
}

std::vector<Participant> countedParticipants(const std::vector<Participant> &participants, Counted counted)
{
    std::vector<Participant> found;
    std::ranges::copy_if(participants, std::back_inserter(found),
                         [&](const Participant &one) { return counts(one, counted); });
    std::ranges::stable_partition(found, isLearner);
    return found;
}

CountTable countRoles(const std::vector<Participant> &participants, const QStringList &roles)
{
    CountTable table;
    table.title = Texts::tr("立場");
    for (const QString &role : roles)
        table.rows.push_back({role, 0, {}});
    int answered = 0;
    for (const Participant &participant : participants) {
        if (participant.role.isEmpty())
            continue;
        ++answered;
        const QString folded = foldText(participant.role);
        auto row = std::ranges::find_if(table.rows,
                                        [&](const CountRow &one) { return foldText(one.value) == folded; });
        if (row == table.rows.end())
            row = table.rows.insert(table.rows.end(), {participant.role, 0, {}});
        ++row->count;
    }
    const int size = static_cast<int>(participants.size());
    setBase(table, CountBase::Answered, {}, answered, size, size);
    return table;
}

CountSplit countRolesByPrefecture(const std::vector<Participant> &participants, const QStringList &roles,
                                  const QStringList &inside)
{
    CountSplit split;
    split.roles = roles;
    const auto size = static_cast<std::size_t>(roles.size());
    for (std::vector<int> *counts : {&split.all, &split.inside, &split.outside})
        counts->assign(size, 0);
    for (const Participant &participant : participants) {
        const auto role = std::ranges::find_if(
            roles, [&](const QString &one) { return foldText(one) == foldText(participant.role); });
        if (role == roles.end())
            continue;
        const auto at = static_cast<std::size_t>(role - roles.begin());
        const bool isInside = std::ranges::any_of(inside, [&](const QString &prefecture) {
            return !participant.prefecture.isEmpty() && !isFromOutside(participant, prefecture);
        });
        ++split.all[at];
        ++(isInside ? split.inside : split.outside)[at];
    }
    return split;
}

CountTable countQualifications(const std::vector<Participant> &participants, const QString &role,
                               const QStringList &words, CountBase base)
{
    CountTable table;
    table.title = Texts::tr("保有する専門職資格等");
    table.multiple = true;
    for (const QString &word : words)
        if (foldText(word) != foldText(otherWord()))
            table.rows.push_back({word, 0, {}});
    const std::size_t other = table.rows.size();
    table.rows.push_back({otherWord(), 0, {}});
    const auto group = ofRole(participants, role);
    int answered = 0;
    for (const Participant *participant : group) {
        const QStringList has = registers::splitWords(participant->qualifications);
        answered += has.isEmpty() ? 0 : 1;
        bool others = false;
        for (const QString &word : has) {
            const auto row = std::ranges::find_if(
                table.rows, [&](const CountRow &one) { return foldText(one.value) == foldText(word); });
            if (row == table.rows.end() || row == table.rows.begin() + static_cast<std::ptrdiff_t>(other))
                others = true;
            else
                ++row->count;
        }
        table.rows[other].count += others ? 1 : 0; // somebody with two others is one
    }
    setBase(table, base, role, answered, static_cast<int>(group.size()),
            static_cast<int>(participants.size()));
    return table;
}

CountTable countExperience(const std::vector<Participant> &participants, const QString &role, QDate heldOn,
                           CountBase base)
{
    CountTable table;
    table.title = Texts::tr("事業に携わってからの期間");
    for (const int months : {0, 12, 36, 60})
        table.rows.push_back({experienceBandOf(months), 0, {}});
    const auto group = ofRole(participants, role);
    int answered = 0;
    for (const Participant *participant : group) {
        const auto row =
            std::ranges::find(table.rows, experienceBandAt(*participant, heldOn), &CountRow::value);
        if (row == table.rows.end())
            continue;
        ++answered;
        ++row->count;
    }
    setBase(table, base, role, answered, static_cast<int>(group.size()),
            static_cast<int>(participants.size()));
    return table;
}

} // namespace tane
