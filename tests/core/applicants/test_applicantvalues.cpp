#include "participants/applicantfield.h"

#include "base/textfold.h"
#include "people/person.h"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tane;

namespace {

const QDate kOn(2026, 10, 1);

int months(const QString &text)
{
    return experienceInMonths(text, kOn).value_or(-1);
}

QStringList qualifications(const QString &text)
{
    return qualificationsIn(text, builtInVocabulary(Vocabulary::Qualification));
}

QString band(const QString &written, QDate applied, QDate heldOn)
{
    Participant participant;
    setApplicantField(participant, ApplicantField::Experience, written, {}, applied);
    return experienceBandAt(participant, heldOn);
}

} // namespace

// Counted by hand: twelve months a year, a month that has begun does not count.
TEST_CASE("experience is months however it is written, and nothing where it is only a band")
{
    CHECK(months(u"3年"_s) == 36);
    CHECK(months(u"３年"_s) == 36);
    CHECK(months(u"2年6か月"_s) == 30);
    CHECK(months(u"２年６ヶ月"_s) == 30);
    CHECK(months(u"8ヵ月"_s) == 8);
    CHECK(months(u"0年8か月"_s) == 8);
    CHECK(months(u"1.5"_s) == 18);
    CHECK(months(u"5"_s) == 60);
    CHECK(months(u"約5年"_s) == 60);
    CHECK(months(u"10年程度"_s) == 120);
    CHECK(months(u"１年半"_s) == 18);
    CHECK(months(u"半年"_s) == 6);
    CHECK(months(u"3年目"_s) == 24); // two are full
    CHECK(months(u"2年（うち非常勤1年）"_s) == 24);
    CHECK(months(u"2024年4月から"_s) == 30);
    CHECK(months(u"令和5年10月～"_s) == 36);
    CHECK(months(u"令和5年10月2日より"_s) == 35);
    for (const QString &text :
         {u""_s, u"1年未満"_s, u"1～3年未満"_s, u"5年以上"_s, u"長い"_s, u"2030年4月から"_s})
        CHECK(months(text) == -1);
}

TEST_CASE("the band is that of the day of the workshop, not of the day she applied")
{
    // 11 months in October are a full year in November.
    CHECK(band(u"11か月"_s, kOn, QDate(2026, 10, 31)) == u"1年未満"_s);
    CHECK(band(u"11か月"_s, kOn, QDate(2026, 11, 1)) == u"1～3年未満"_s);
    CHECK(band(u"2年11か月"_s, kOn, QDate(2026, 11, 19)) == u"3～5年未満"_s);
    CHECK(band(u"5年"_s, kOn, {}) == u"5年以上"_s);
    // What is written as a band stays one.
    CHECK(band(u"１年未満"_s, kOn, QDate(2026, 11, 19)) == u"1年未満"_s);
    CHECK(band(u"1～3年未満"_s, kOn, QDate(2026, 11, 19)) == u"1～3年未満"_s);
    CHECK(band(u"10年以上"_s, kOn, QDate(2026, 11, 19)) == u"5年以上"_s);
    CHECK(band(u"3年以上"_s, kOn, QDate(2026, 11, 19)).isEmpty()); // 3 to 5, or more
    CHECK(band(u"わからない"_s, kOn, QDate(2026, 11, 19)).isEmpty());
}

TEST_CASE("qualifications are the words of the list where they mean one, and stay as written where not")
{
    CHECK(qualifications(u"保健師、看護師"_s) == QStringList{u"保健師"_s, u"看護師"_s});
    CHECK(qualifications(u"看護師,ケアマネ;MSW"_s) ==
          QStringList{u"看護師"_s, u"介護支援専門員"_s, u"医療ソーシャルワーカー"_s});
    CHECK(qualifications(u"ｹｱﾏﾈｼﾞｬｰ\n歯科医"_s) == QStringList{u"介護支援専門員"_s, u"歯科医師"_s});
    CHECK(qualifications(u"看護師・保健師"_s) == QStringList{u"看護師"_s, u"保健師"_s});
    CHECK(qualifications(u"看護師、看護師、診療情報管理士"_s) ==
          QStringList{u"看護師"_s, u"診療情報管理士"_s});
    CHECK(qualifications(u"特になし"_s).isEmpty());
    CHECK(qualifications(u"なし"_s).isEmpty());
}

TEST_CASE("the kind of taking part is told from the words that lists use")
{
    using Part = Participant::Part;
    CHECK(partOfText(u"受講"_s) == Part::Learner);
    CHECK(partOfText(u"参加"_s) == Part::Learner);
    CHECK(partOfText(u"講師"_s) == Part::Lecturer);
    CHECK(partOfText(u"アドバイザー"_s) == Part::Adviser);
    CHECK(partOfText(u"オブザーバー参加"_s) == Part::Observer);
    CHECK(partOfText(u"傍聴（オンライン）"_s) == Part::Audience);
    CHECK_FALSE(partOfText(u"コーディネーター"_s).has_value());

    // 参加区分 holds the role in some lists.
    const ApplicantWords words{builtInVocabulary(Vocabulary::Role), {}, {}};
    Participant participant;
    CHECK(setApplicantField(participant, ApplicantField::Part, u"市町村担当者"_s, words, kOn));
    CHECK(participant.role == u"市町村担当者"_s);
    CHECK(participant.part == Part::Learner);
    CHECK(setApplicantField(participant, ApplicantField::Part, u"オブザーバー（オンライン）"_s, words, kOn));
    CHECK(participant.part == Part::Observer);
    CHECK(participant.online);
    CHECK_FALSE(setApplicantField(participant, ApplicantField::Part, u"？"_s, words, kOn));
}

TEST_CASE("somebody is from outside when she names another prefecture, with or without its last letter")
{
    Participant participant;
    CHECK_FALSE(isFromOutside(participant, u"架空県"_s));
    participant.prefecture = u"架空"_s;
    CHECK_FALSE(isFromOutside(participant, u"架空県"_s));
    participant.prefecture = u"隣が丘県"_s;
    CHECK(isFromOutside(participant, u"架空県"_s));
    CHECK_FALSE(isFromOutside(participant, {}));
}

TEST_CASE("heads of lists of applicants are known by their usual words, and by what the officer said")
{
    using F = ApplicantField;
    const std::vector<std::pair<QString, F>> heads{{u"氏名（漢字）"_s, F::Name},
                                                   {u"ふりがな"_s, F::Kana},
                                                   {u"メールアドレス※必須"_s, F::Email},
                                                   {u"所属と役職"_s, F::Affiliation},
                                                   {u"参加区分"_s, F::Part},
                                                   {u"参加方法"_s, F::Online},
                                                   {u"保有する専門職資格等"_s, F::Qualifications},
                                                   {u"事業に携わってからの期間"_s, F::Experience},
                                                   {u"その他（知りたいこと・質問）"_s, F::Question},
                                                   {u"タイムスタンプ"_s, F::AppliedOn},
                                                   {u"備考"_s, F::Note}};
    for (const auto &[head, field] : heads) {
        INFO(head.toStdString());
        CHECK(applicantFieldOfHead(head) == field);
    }
    CHECK_FALSE(applicantFieldOfHead(u"昼食の希望"_s).has_value());
    CHECK(applicantFieldOfHead(u"昼食の希望"_s, {{foldText(u"昼食の希望"_s), F::Note}}) == F::Note);
    for (const F field : allApplicantFields()) {
        CHECK(applicantFieldOf(applicantFieldKey(field)) == field);
        CHECK_FALSE(applicantFieldName(field).isEmpty());
    }
}
