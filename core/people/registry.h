#pragma once

#include "people/ladder.h"
#include "people/person.h"
#include "people/registers.h"
#include "people/support.h"

#include <unordered_map>

namespace tane {

/// Everything of somebody, lists in their order.
struct PersonRecord
{
    Person person;
    QStringList roles;
    QStringList qualifications;
    std::vector<Affiliation> affiliations; ///< the main one first
    std::vector<Assessment> assessments;   ///< oldest first; of one day the one entered last counts
    std::vector<qint64> supports;          ///< newest first
    std::vector<qint64> responses;         ///< the answers that are hers

    /// Where she works on a day; nothing when it is not known.
    [[nodiscard]] const Affiliation *affiliationOn(QDate day) const;
    /// The last assessment up to and including a day; nothing when there was none.
    [[nodiscard]] const Assessment *assessmentOn(QDate day) const;
    /// Since when she stands at the step of `assessmentOn(on)`: the first of the unbroken row of assessments
    /// at that step. Invalid when there was none.
    [[nodiscard]] QDate atStepSince(const Ladder &ladder, QDate on) const;
    /// The assessments that count up to and including a day, one a day, oldest first.
    [[nodiscard]] std::vector<const Assessment *> assessmentsUntil(QDate day) const;
    /// In this work on a day: `leftOn`, if any, has not passed.
    [[nodiscard]] bool worksOn(QDate day) const { return !person.leftOn.isValid() || day <= person.leftOn; }
};

/// All registers as values, with what pages look up: made by one load (400 people of 5 years in a few
/// milliseconds), thrown away when the document changes.
struct Registry
{
    std::vector<Prefecture> prefectures;
    std::vector<CareArea> areas;
    std::vector<Municipality> municipalities; ///< by code
    std::vector<Centre> centres;
    std::vector<CentreMunicipality> served;
    std::vector<PersonRecord> people;                             ///< by kana, then name, then id
    std::vector<Support> supports;                                ///< newest first
    std::unordered_map<qint64, std::vector<SupportStage>> stages; ///< by support
    std::unordered_map<qint64, std::vector<qint64>> attendees;    ///< people by support
    Ladder ladder;

    /// Where the records with an id stand. Who changes the lists calls buildIndex() before looking up.
    struct Index
    {
        std::unordered_map<qint64, std::size_t> prefectures, areas, municipalities, centres, people, supports;
        std::unordered_map<qint64, std::vector<std::size_t>> servedBy;  ///< centre -> `served`
        std::unordered_map<qint64, std::vector<std::size_t>> servesFor; ///< municipality -> `served`
    };
    Index index;
    void buildIndex();

    [[nodiscard]] const Prefecture *prefecture(qint64 id) const;
    [[nodiscard]] const CareArea *area(qint64 id) const;
    [[nodiscard]] const Municipality *municipality(qint64 id) const;
    [[nodiscard]] const Centre *centre(qint64 id) const;
    [[nodiscard]] const PersonRecord *person(qint64 id) const;
    [[nodiscard]] const Support *support(qint64 id) const;

    [[nodiscard]] std::vector<const Municipality *> municipalitiesOf(qint64 centre) const;
    [[nodiscard]] std::vector<const Centre *> centresOf(qint64 municipality) const;
    /// Who works there on the day by any of her affiliations.
    [[nodiscard]] std::vector<const PersonRecord *> peopleOfCentre(qint64 centre, QDate on) const;
    /// Who works for it, itself or at a centre that serves it and not for another municipality there.
    [[nodiscard]] std::vector<const PersonRecord *> peopleOfMunicipality(qint64 municipality, QDate on) const;

    /// "東部センター", the organisation, or the municipality.
    [[nodiscard]] QString workplace(const PersonRecord &person, QDate on) const;
    /// The municipalities of the affiliation: its own, or else those its centre serves.
    [[nodiscard]] std::vector<const Municipality *> municipalitiesOf(const Affiliation &affiliation) const;
    /// The municipality she works in or for; of a centre with several their names joined by "・".
    [[nodiscard]] QString municipalityText(const PersonRecord &person, QDate on) const;
    /// Care areas of the municipalities of all her affiliations on the day, without repeats.
    [[nodiscard]] std::vector<qint64> areasOf(const PersonRecord &person, QDate on) const;
};

[[nodiscard]] Result<Registry> loadRegistry(Document &document);

/// A municipality as built in.
struct KnownMunicipality
{
    QString code, prefecture, name, kana;
};
/// The 1,741 municipalities (wards of designated cities left out), by code. Source named in THIRD_PARTY.md.
[[nodiscard]] const std::vector<KnownMunicipality> &knownMunicipalities();
/// "北海道" … "沖縄県" in the order of their codes.
[[nodiscard]] const QStringList &prefectureNames();
/// Adds a prefecture with all its municipalities; those that are there (by code) stay as they are. Gives its
/// id. NotFound: no such prefecture. One undo step.
[[nodiscard]] Result<qint64> addPrefecture(Document &document, const QString &name);

} // namespace tane
