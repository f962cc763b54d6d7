#include "core/people/peoplefile.h"
#include "exchange/tablereader.h"
#include "people/owntable.h"
#include "people/registerdiff.h"
#include "people/registeredit.h"
#include "people/surveytakeover.h"

using namespace storagetest;
using namespace Qt::StringLiterals;
using namespace peoplefile;
using tane::Centre;
using tane::Document;
using tane::ErrorCode;
using tane::Municipality;
using tane::RecordTable;
using tane::Registry;
using tane::Support;
using tane::SupportStage;
using tane::SurveyMismatch;
using tane::Vocabulary;

namespace {

struct Prefecture
{
    Folder folder;
    std::unique_ptr<Document> document = gunma(folder(u"a.tane"_s));
    Registry registry = registryOf(*document);

    qint64 centre(const QString &name, const QStringList &municipalities)
    {
        Centre added;
        added.prefecture = registry.prefectures.front().id;
        added.name = name;
        return peoplefile::addCentre(*document, added, municipalities);
    }
    tane::CaseTable cases(const std::vector<QStringList> &rows) const
    {
        const auto tables = valueOf(tane::readTables(csv(folder, u"表.csv"_s, rows)));
        return valueOf(tane::casesOfTable(tables.front()));
    }
};

} // namespace

TEST_CASE("a word is changed in its list and wherever it is used, in one undo step")
{
    Prefecture file;
    const qint64 centre = file.centre(u"東部センター"_s, {u"前橋市"_s});
    addCoordinator(*file.document, u"江口 結"_s, u"えぐち ゆい"_s, centre);
    const auto used = valueOf(tane::wordsInUse(*file.document, Vocabulary::Role));
    REQUIRE(used.value(u"コーディネーター"_s) == 1);
    CHECK(used.size() == 1); // words nobody uses are not there
    REQUIRE(tane::renameWord(*file.document, Vocabulary::Role, u"コーディネーター"_s, u"連携支援員"_s));
    CHECK(personNamed(registryOf(*file.document), u"江口 結"_s).roles == QStringList{u"連携支援員"_s});
    const QStringList words = valueOf(tane::vocabulary(*file.document, Vocabulary::Role));
    CHECK(words.contains(u"連携支援員"_s));
    CHECK_FALSE(words.contains(u"コーディネーター"_s));
    // Another word of the list, however it is written, is not taken twice.
    const auto again =
        tane::renameWord(*file.document, Vocabulary::Role, u"連携支援員"_s, u" 市町村担当者"_s);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
    REQUIRE(file.document->undo());
    CHECK(personNamed(registryOf(*file.document), u"江口 結"_s).roles == QStringList{u"コーディネーター"_s});
}

TEST_CASE("a meeting of accompanied support with nothing in it is not kept")
{
    Prefecture file;
    Support support;
    support.kind = Support::Kind::Accompany;
    support.title = u"伴走支援"_s;
    const qint64 id = added(*file.document, support);
    SupportStage stage;
    stage.support = id;
    stage.stage = 2;
    REQUIRE(tane::saveStage(*file.document, stage));
    CHECK(registryOf(*file.document).stages.empty());
    stage.advice = u"数字を一つ"_s;
    REQUIRE(tane::saveStage(*file.document, stage));
    stage.advice = u"数字を二つ"_s;
    REQUIRE(tane::saveStage(*file.document, stage)); // the same meeting, not a second one
    REQUIRE(registryOf(*file.document).stages.at(id).size() == 1);
    CHECK(registryOf(*file.document).stages.at(id)[0].advice == u"数字を二つ"_s);
    stage.advice.clear();
    REQUIRE(tane::saveStage(*file.document, stage));
    CHECK(registryOf(*file.document).stages.empty());
}

TEST_CASE("the survey's number of coordinators is taken over only when it is clear whose it is")
{
    Prefecture file;
    const qint64 alone = file.centre(u"前橋センター"_s, {u"前橋市"_s});
    file.centre(u"高崎第一センター"_s, {u"高崎市"_s});
    file.centre(u"高崎第二センター"_s, {u"高崎市"_s});
    const SurveyMismatch clear{u"前橋市"_s, u"コーディネーターの人数"_s, u"不明"_s, u"2名"_s, u"D2"_s};
    const SurveyMismatch unclear{u"高崎市"_s, u"コーディネーターの人数"_s, u"不明"_s, u"3名"_s, u"D3"_s};
    REQUIRE(tane::takeOverSurvey(*file.document, {clear}));
    CHECK(registryOf(*file.document).centre(alone)->coordinators == 2);
    // All or nothing: the operation of Maebashi is not stored beside the number that cannot be.
    const SurveyMismatch operation{u"前橋市"_s, u"運営"_s, {}, u"委託"_s, u"B2"_s};
    const auto both = tane::takeOverSurvey(*file.document, {operation, unclear});
    REQUIRE_FALSE(both);
    CHECK(both.error().code == ErrorCode::Conflict);
    const Registry registry = registryOf(*file.document);
    CHECK(registry.municipality(municipalityId(registry, u"前橋市"_s))->operation ==
          tane::Operation::Unknown);
}

TEST_CASE("what the survey says of the profile is stored as the register keeps it")
{
    Prefecture file;
    const auto take = [&](const QString &what, const QString &said) {
        return tane::takeOverSurvey(*file.document, {{u"前橋市"_s, what, {}, said, {}}});
    };
    REQUIRE(take(u"運営"_s, u"直営と委託"_s));
    REQUIRE(take(u"人口"_s, u"３３２，１４９人"_s));
    REQUIRE(take(u"高齢化率"_s, u"30.2%"_s));
    REQUIRE(take(u"要介護認定率"_s, u"18.04"_s));
    REQUIRE(take(u"拠点"_s, u"有"_s));
    REQUIRE(take(u"センター"_s, u"前橋センター、県央センター"_s));
    const auto nonsense = take(u"人口"_s, u"多い"_s);
    REQUIRE_FALSE(nonsense);
    CHECK(nonsense.error().code == ErrorCode::BadFormat);
    const Registry registry = registryOf(*file.document);
    const Municipality &city = *registry.municipality(municipalityId(registry, u"前橋市"_s));
    CHECK(city.operation == tane::Operation::Both);
    CHECK(city.population == 332'149);
    CHECK(city.agedRate == 302);
    CHECK(city.certifiedRate == 180);
    CHECK(city.hub == tane::Answered::Yes);
    CHECK(registry.centresOf(city.id).size() == 2);
    // A centre that is there already is joined, not doubled.
    REQUIRE(tane::takeOverSurvey(*file.document, {{u"高崎市"_s, u"センター"_s, {}, u"県央センター"_s, {}}}));
    CHECK(registryOf(*file.document).centres.size() == 2);
}

TEST_CASE("two states of the registers differ in what was changed, added and taken away")
{
    Prefecture file;
    const Registry before = registryOf(*file.document);
    const qint64 city = municipalityId(before, u"前橋市"_s);
    Municipality changed = *before.municipality(city);
    changed.population = 332'149;
    changed.agedRate = 302;
    REQUIRE(RecordTable<Municipality>(*file.document).update(changed, u"変更"_s));
    const qint64 centre = file.centre(u"前橋センター"_s, {u"前橋市"_s});
    Registry after = registryOf(*file.document);
    auto found = tane::registerDifferences(before, after);
    REQUIRE(found.size() == 3);
    CHECK(found[0].who == u"前橋市"_s);
    CHECK(found[0].what == u"人口"_s);
    CHECK(found[0].before.isEmpty());
    CHECK(found[0].after == u"332,149"_s);
    CHECK(found[1].after == u"30.2%"_s);
    CHECK(found[2].kind == tane::RegisterDifference::Kind::Added);
    CHECK(found[2].who == u"前橋センター"_s);
    CHECK(found[2].after.contains(u"前橋市"_s));
    CHECK(tane::registerDifferences(after, after).empty());
    REQUIRE(RecordTable<Centre>(*file.document).remove(centre, u"削除"_s));
    found = tane::registerDifferences(after, registryOf(*file.document));
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == tane::RegisterDifference::Kind::Removed);
}

TEST_CASE("one's own table is read below its title, cells with several values divided")
{
    Prefecture file;
    const tane::CaseTable cases = file.cases({{u"調査の結果"_s},
                                              {u"市町村"_s, u"資格"_s, u"資格"_s},
                                              {u"A市"_s, u"看護師、保健師"_s, u"なし"_s},
                                              {u"B町"_s, u""_s, u"あり"_s}});
    REQUIRE(cases.attributes.size() == 3);
    CHECK(cases.attributes[1] == u"資格"_s);
    CHECK(cases.attributes[2] != u"資格"_s); // two columns of one name stay apart
    REQUIRE(cases.cases.size() == 2);
    CHECK(cases.cases[0][1] == QStringList{u"看護師"_s, u"保健師"_s});
    CHECK(cases.cases[1][1].isEmpty()); // 未回答
    const auto empty = tane::casesOfTable(
        valueOf(tane::readTables(csv(file.folder, u"頭.csv"_s, {{u"a"_s, u"b"_s}}))).front());
    REQUIRE_FALSE(empty);
    CHECK(empty.error().code == ErrorCode::NothingUnderstood);
}
