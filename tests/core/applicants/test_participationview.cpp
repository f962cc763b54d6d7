#include "participants/participationview.h"

#include "applicantfile.h"
#include "core/people/peoplefile.h"
#include "participants/applicantfield.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;
using namespace tane;
using applicantfile::person;

namespace {

// The participants of the report meeting (research report of 2024, tables of participants): of ten
// prefectures and of others. Everything else about them is made up.
const QStringList kRoles{u"コーディネーター"_s, u"市町村担当者"_s,   u"市町村その他"_s,
                         u"都道府県担当者"_s,   u"都道府県その他"_s, u"その他"_s};
const QStringList kInside{u"茨城県"_s, u"栃木県"_s,   u"群馬県"_s, u"埼玉県"_s, u"千葉県"_s,
                          u"東京都"_s, u"神奈川県"_s, u"新潟県"_s, u"山梨県"_s, u"長野県"_s};
const QStringList kQualifications{u"保健師"_s, u"看護師"_s, u"社会福祉士"_s, u"介護支援専門員"_s};

std::vector<Participant> people()
{
    const int inside[] = {92, 58, 4, 17, 3, 9}, outside[] = {89, 76, 6, 36, 6, 24};
    std::vector<Participant> all;
    for (int role = 0; role < 6; ++role)
        for (int i = 0; i < inside[role] + outside[role]; ++i) {
            Participant one =
                person(u"参加 %1"_s.arg(all.size() + 1), Participant::State::Accepted, kRoles.at(role));
            one.prefecture = i < inside[role] ? kInside.at(i % 10) : u"架空県"_s;
            all.push_back(one);
        }
    return all;
}

/// Gives the people of a role, in their prefectures, what `counts` says, one value after the other.
void give(std::vector<Participant> &all, const QString &role, bool isInside, const std::vector<int> &counts,
          const std::function<void(Participant &, int)> &set)
{
    std::size_t value = 0;
    int left = counts.front();
    for (Participant &one : all) {
        if (one.role != role || kInside.contains(one.prefecture) != isInside)
            continue;
        while (left == 0 && value + 1 < counts.size())
            left = counts[++value];
        if (left-- > 0)
            set(one, static_cast<int>(value));
    }
}

std::vector<int> countsOf(const CountTable &table)
{
    std::vector<int> counts;
    for (const CountRow &row : table.rows)
        counts.push_back(row.count);
    return counts;
}

QStringList percentagesOf(const CountTable &table)
{
    QStringList texts;
    for (const CountRow &row : table.rows)
        texts << row.percent.number();
    return texts;
}

void setBand(Participant &one, int band)
{
    setApplicantField(one, ApplicantField::Experience,
                      QStringList{u"1年未満"_s, u"1～3年未満"_s, u"3～5年未満"_s, u"5年以上"_s}.at(band), {},
                      QDate(2025, 3, 1));
}

const QDate kHeld(2025, 3, 21);

std::vector<Participant> ofPrefectures(const std::vector<Participant> &all, bool isInside)
{
    std::vector<Participant> some;
    std::ranges::copy_if(all, std::back_inserter(some), [&](const Participant &one) {
        return kInside.contains(one.prefecture) == isInside;
    });
    return some;
}

} // namespace

TEST_CASE("table A of the report meeting comes out as printed, with its base")
{
    const std::vector<Participant> all = people();
    const CountSplit split = countRolesByPrefecture(all, kRoles, kInside);
    CHECK(split.all == std::vector{181, 134, 10, 53, 9, 33});
    CHECK(split.inside == std::vector{92, 58, 4, 17, 3, 9});
    CHECK(split.outside == std::vector{89, 76, 6, 36, 6, 24});
    const CountTable table = countRoles(all, kRoles);
    CHECK(table.base == 420);
    CHECK(table.baseText.contains(u"420人"_s));
    CHECK(percentagesOf(table) == QStringList{u"43.1"_s, u"31.9"_s, u"2.4"_s, u"12.6"_s, u"2.1"_s, u"7.9"_s});
    CHECK(percentagesOf(countRoles(ofPrefectures(all, true), kRoles)) ==
          QStringList{u"50.3"_s, u"31.7"_s, u"2.2"_s, u"9.3"_s, u"1.6"_s, u"4.9"_s});
    CHECK(percentagesOf(countRoles(ofPrefectures(all, false), kRoles)) ==
          QStringList{u"37.6"_s, u"32.1"_s, u"2.5"_s, u"15.2"_s, u"2.5"_s, u"10.1"_s});
}

TEST_CASE("table B comes out as printed by the base of everybody, and rightly by the base of coordinators")
{
    std::vector<Participant> all = people();
    // Several qualifications for some: one after the other over the 92 and the 89 coordinators.
    const auto addWords = [&](bool isInside, const std::vector<int> &counts) {
        const QStringList words = kQualifications + QStringList{u"診療情報管理士"_s};
        std::vector<Participant *> group;
        for (Participant &one : all)
            if (one.role == kRoles.front() && kInside.contains(one.prefecture) == isInside)
                group.push_back(&one);
        std::size_t next = 0;
        for (std::size_t word = 0; word < counts.size(); ++word)
            for (int i = 0; i < counts[word]; ++i, ++next) {
                QString &has = group[next % group.size()]->qualifications;
                has += (has.isEmpty() ? QString() : u"、"_s) + words.at(static_cast<qsizetype>(word));
            }
    };
    addWords(true, {9, 61, 20, 44, 15});
    addWords(false, {15, 49, 22, 43, 17});
    const QString role = kRoles.front();
    const CountTable printed = countQualifications(all, role, kQualifications, CountBase::Everybody);
    CHECK(countsOf(printed) == std::vector{24, 110, 42, 87, 32});
    CHECK(printed.base == 420);
    CHECK(printed.multiple);
    CHECK(printed.baseText.contains(u"参加者全員420人"_s));
    CHECK(percentagesOf(printed) == QStringList{u"5.7"_s, u"26.2"_s, u"10.0"_s, u"20.7"_s, u"7.6"_s});
    CHECK(percentagesOf(
              countQualifications(ofPrefectures(all, true), role, kQualifications, CountBase::Everybody)) ==
          QStringList{u"4.9"_s, u"33.3"_s, u"10.9"_s, u"24.0"_s, u"8.2"_s});
    CHECK(percentagesOf(
              countQualifications(ofPrefectures(all, false), role, kQualifications, CountBase::Everybody)) ==
          QStringList{u"6.3"_s, u"20.7"_s, u"9.3"_s, u"18.1"_s, u"7.2"_s});
    // Of the 181 coordinators the table is about: 24/181 = 13.26 %, 110/181 = 60.77 %, 42/181 = 23.20 %,
    // 87/181 = 48.07 %, 32/181 = 17.68 %.
    const CountTable right = countQualifications(all, role, kQualifications, CountBase::Group);
    CHECK(right.base == 181);
    CHECK(percentagesOf(right) == QStringList{u"13.3"_s, u"60.8"_s, u"23.2"_s, u"48.1"_s, u"17.7"_s});
}

TEST_CASE("tables C and D come out as printed, D without the one who did not say")
{
    std::vector<Participant> all = people();
    give(all, kRoles[0], true, {13, 20, 13, 46}, setBand);
    give(all, kRoles[0], false, {13, 27, 9, 40}, setBand);
    give(all, kRoles[1], true, {15, 33, 4, 6}, setBand);
    give(all, kRoles[1], false, {28, 33, 7, 7}, setBand);
    const CountTable c = countExperience(all, kRoles[0], kHeld, CountBase::Answered);
    CHECK(countsOf(c) == std::vector{26, 47, 22, 86});
    CHECK(c.base == 181);
    CHECK(percentagesOf(c) == QStringList{u"14.4"_s, u"26.0"_s, u"12.2"_s, u"47.5"_s});
    CHECK(percentagesOf(countExperience(ofPrefectures(all, true), kRoles[0], kHeld, CountBase::Answered)) ==
          QStringList{u"14.1"_s, u"21.7"_s, u"14.1"_s, u"50.0"_s});
    CHECK(percentagesOf(countExperience(ofPrefectures(all, false), kRoles[0], kHeld, CountBase::Answered)) ==
          QStringList{u"14.6"_s, u"30.3"_s, u"10.1"_s, u"44.9"_s});
    const CountTable d = countExperience(all, kRoles[1], kHeld, CountBase::Answered);
    CHECK(countsOf(d) == std::vector{43, 66, 11, 13});
    CHECK(d.base == 133);
    CHECK(d.unanswered == 1);
    CHECK(d.baseText.contains(u"133人"_s));
    CHECK(percentagesOf(d) == QStringList{u"32.3"_s, u"49.6"_s, u"8.3"_s, u"9.8"_s});
    CHECK(percentagesOf(countExperience(ofPrefectures(all, true), kRoles[1], kHeld, CountBase::Answered)) ==
          QStringList{u"25.9"_s, u"56.9"_s, u"6.9"_s, u"10.3"_s});
    CHECK(percentagesOf(countExperience(ofPrefectures(all, false), kRoles[1], kHeld, CountBase::Answered)) ==
          QStringList{u"37.3"_s, u"44.0"_s, u"9.3"_s, u"9.3"_s});
    CHECK(countExperience(all, kRoles[1], kHeld, CountBase::Group).base == 134);
}

TEST_CASE("the matrix says of every municipality whether both, one or nobody came")
{
    storagetest::Folder folder;
    const auto document = peoplefile::gunma(folder(u"a.tane"_s));
    // One centre for a city and a town (as around Takasaki), one for another city.
    peoplefile::addCentre(*document, {.name = u"東部センター"_s}, {u"前橋市"_s, u"上野村"_s});
    const Registry registry = peoplefile::registryOf(*document);
    const auto from = [](const QString &name, const QString &role, const QString &municipality,
                         const QString &centre = {}) {
        Participant one = person(name, Participant::State::Accepted, role);
        one.municipality = municipality;
        one.centre = centre;
        return one;
    };
    std::vector<Participant> all{from(u"青木 葵"_s, u"コーディネーター"_s, {}, u"東部センター"_s),
                                 from(u"石田 奏"_s, u"市町村担当者"_s, u"群馬県前橋市"_s),
                                 from(u"上原 湊"_s, u"市町村担当者"_s, u"高崎市"_s),
                                 from(u"江口 結"_s, u"その他"_s, u"桐生市"_s),
                                 from(u"小川 律"_s, u"コーディネーター"_s, u"隣が丘市"_s),
                                 from(u"川島 凪"_s, u"コーディネーター"_s, u"伊勢崎市"_s)};
    all[5].state = Participant::State::Waiting;
    const auto whoAt = [&](const std::vector<MunicipalityTurnout> &turnout, const QString &name) {
        return std::ranges::find(turnout, name, &MunicipalityTurnout::name)->who();
    };
    using Who = MunicipalityTurnout::Who;
    const auto turnout = turnoutOf(registry, all, Counted::Accepted, QDate(2026, 11, 19));
    CHECK(turnout.size() == 36); // 35 municipalities of 群馬県, and one that only a participant names
    CHECK(whoAt(turnout, u"前橋市"_s) == Who::Both);
    CHECK(whoAt(turnout, u"上野村"_s) == Who::OnlyCoordinator);
    CHECK(whoAt(turnout, u"高崎市"_s) == Who::OnlyOfficer);
    CHECK(whoAt(turnout, u"桐生市"_s) == Who::OnlyOthers);
    CHECK(whoAt(turnout, u"隣が丘市"_s) == Who::OnlyCoordinator);
    CHECK(whoAt(turnout, u"伊勢崎市"_s) == Who::Nobody); // she waits
    // On the day only the officer came.
    all[1].attendance = Participant::Attendance::Late;
    const auto came = turnoutOf(registry, all, Counted::Present, QDate(2026, 11, 19));
    CHECK(whoAt(came, u"前橋市"_s) == Who::OnlyOfficer);
    CHECK(whoAt(came, u"高崎市"_s) == Who::Nobody);
}

TEST_CASE("a coordinator of a municipality is a coordinator, and its other staff are not the officer")
{
    CHECK(attendeeOf(u"市町村コーディネーター"_s) == Attendee::Coordinator);
    CHECK(attendeeOf(u"市町村担当者"_s) == Attendee::Officer);
    CHECK(attendeeOf(u"市町村の職員（担当者以外）"_s) == Attendee::Other);
    CHECK(attendeeOf(u"都道府県担当者"_s) == Attendee::Other);
}
