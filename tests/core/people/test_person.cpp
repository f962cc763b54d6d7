#include "core/people/peopleoffice.h"

using namespace tane;
using namespace storagetest;
using namespace peopletest;

TEST_CASE("experience is counted in full months from the beginning of the work")
{
    Person person;
    CHECK_FALSE(experienceMonths(person, QDate(2026, 4, 1)).has_value());
    person.since = QDate(2024, 4, 1);
    CHECK(experienceMonths(person, QDate(2024, 4, 1)) == 0);
    CHECK(experienceMonths(person, QDate(2025, 3, 31)) == 11);
    CHECK(experienceMonths(person, QDate(2025, 4, 1)) == 12);
    CHECK_FALSE(experienceMonths(person, QDate(2024, 3, 31)).has_value());
    person.since = QDate(2025, 1, 31); // a month from the 31st is full on the last of a shorter one
    CHECK(experienceMonths(person, QDate(2025, 2, 27)) == 0);
    CHECK(experienceMonths(person, QDate(2025, 2, 28)) == 1);
}

TEST_CASE("the bands of experience are those of the application form")
{
    CHECK(experienceBandOf(0) == QStringLiteral("1年未満"));
    CHECK(experienceBandOf(11) == QStringLiteral("1年未満"));
    CHECK(experienceBandOf(12) == QStringLiteral("1～3年未満"));
    CHECK(experienceBandOf(35) == QStringLiteral("1～3年未満"));
    CHECK(experienceBandOf(36) == QStringLiteral("3～5年未満"));
    CHECK(experienceBandOf(59) == QStringLiteral("3～5年未満"));
    CHECK(experienceBandOf(60) == QStringLiteral("5年以上"));
}

TEST_CASE("the lists of words are those of the published forms until the officer edits one")
{
    Office office;
    // 2024 research report, application form (figure 76) and tables of affiliation and qualification.
    CHECK(valueOf(vocabulary(*office.document, Vocabulary::Role)) ==
          QStringList{QStringLiteral("コーディネーター"), QStringLiteral("市町村担当者"),
                      QStringLiteral("その他")});
    CHECK(builtInVocabulary(Vocabulary::Organisation).join(u' ') ==
          QStringLiteral("病院 診療所 薬局 医師会 歯科医師会 薬剤師会 訪問看護事業所 都道府県 保健所 市町村 "
                         "地域包括支援センター その他"));
    CHECK(builtInVocabulary(Vocabulary::Qualification).join(u' ') ==
          QStringLiteral(
              "医師 歯科医師 薬剤師 保健師 看護師 理学療法士 作業療法士 言語聴覚士 歯科衛生士 "
              "医療ソーシャルワーカー 介護福祉士 社会福祉士 精神保健福祉士 介護支援専門員 その他 特になし"));
    CHECK(builtInVocabulary(Vocabulary::Operator).join(u' ') ==
          QStringLiteral("郡市医師会 病院 地域包括支援センター 大学 直営"));

    succeeds(setVocabulary(*office.document, Vocabulary::Role,
                           {QStringLiteral(" 保健所 "), QStringLiteral("コーディネーター"), QString(),
                            QStringLiteral("保健所")}));
    CHECK(valueOf(vocabulary(*office.document, Vocabulary::Role)) ==
          QStringList{QStringLiteral("保健所"), QStringLiteral("コーディネーター")});
    CHECK(valueOf(vocabulary(*office.document, Vocabulary::Operator)) ==
          builtInVocabulary(Vocabulary::Operator));
    succeeds(office.document->undo());
    CHECK(valueOf(vocabulary(*office.document, Vocabulary::Role)) == builtInVocabulary(Vocabulary::Role));
    succeeds(setVocabulary(*office.document, Vocabulary::Role, builtInVocabulary(Vocabulary::Role)));
    CHECK_FALSE(office.document->canUndo()); // nothing changed
}
