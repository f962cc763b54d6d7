#include "people/person.h"

namespace tane {

namespace {

constexpr std::array kEmployments{"", "full", "part"};
constexpr std::array kDuties{"", "exclusive", "concurrent"};

} // namespace

std::vector<RecordColumn<Person>> RecordSchema<Person>::columns()
{
    return {recordColumn("name", &Person::name),
            recordColumn("kana", &Person::kana),
            recordColumn("email", &Person::email),
            recordColumn("phone", &Person::phone),
            wordColumn("employment", &Person::employment, kEmployments),
            wordColumn("duty", &Person::duty, kDuties),
            recordColumn("since", &Person::since),
            recordColumn("consent", &Person::consent),
            recordColumn("keep_until", &Person::keepUntil),
            recordColumn("left_on", &Person::leftOn),
            recordColumn("anonymous", &Person::anonymous),
            recordColumn("note", &Person::note)};
}

std::vector<RecordColumn<PersonRole>> RecordSchema<PersonRole>::columns()
{
    return {referenceColumn("person", &PersonRole::person), recordColumn("name", &PersonRole::name)};
}

std::vector<RecordColumn<PersonQualification>> RecordSchema<PersonQualification>::columns()
{
    return {referenceColumn("person", &PersonQualification::person),
            recordColumn("name", &PersonQualification::name)};
}

std::vector<RecordColumn<Affiliation>> RecordSchema<Affiliation>::columns()
{
    return {referenceColumn("person", &Affiliation::person),
            referenceColumn("centre", &Affiliation::centre),
            referenceColumn("municipality", &Affiliation::municipality),
            recordColumn("organisation", &Affiliation::organisation),
            recordColumn("kind", &Affiliation::kind),
            recordColumn("title", &Affiliation::title),
            recordColumn("from_on", &Affiliation::fromOn),
            recordColumn("until_on", &Affiliation::untilOn),
            recordColumn("note", &Affiliation::note)};
}

} // namespace tane
