#include "core/people/peoplefile.h"
#include "exchange/formworkbook.h"
#include "programme/workshop.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;
using namespace peoplefile;

namespace {

QStringList row(std::initializer_list<const char16_t *> cells)
{
    QStringList all;
    for (const char16_t *cell : cells)
        all << QString::fromUtf16(cell);
    return all;
}

/// 前橋 with 東部センター, 高崎 with 西部センター.
struct Region
{
    Folder folder;
    std::unique_ptr<Document> document = gunma(folder(QStringLiteral("a.tane")));
    qint64 east = addCentre(*document, {.name = QStringLiteral("東部センター")}, {QStringLiteral("前橋市")});
    qint64 west = addCentre(*document, {.name = QStringLiteral("西部センター")}, {QStringLiteral("高崎市")});

    QString list(const std::vector<QStringList> &rows) const
    {
        return csv(folder, QStringLiteral("一覧.csv"), rows);
    }
    RegisterImport people(const std::vector<QStringList> &rows) const
    {
        return stored(*document, RegisterKind::People, list(rows));
    }
    PersonRecord person(const char16_t *name) const
    {
        return personNamed(registryOf(*document), QString::fromUtf16(name));
    }
    std::size_t count() const { return registryOf(*document).people.size(); }
};

const QDate kToday(2026, 11, 21);

} // namespace

TEST_CASE("heads of a list from elsewhere are recognised below its titles, in any writing")
{
    const Region region;
    const RegisterImport import = region.people(
        {row({u"令和8年度　コーディネーター名簿"}), row({}),
         row({u"No.", u"お名前（必須）", u"氏名（フリガナ）", u"市区町村名", u"相談窓口名", u"専任・兼任",
              u"勤務形態", u"保有する専門職資格等", u"従事開始年月", u"E-mailアドレス", u"TEL"}),
         row({u"1", u"青木　はる", u"ｱｵｷ ﾊﾙ", u"前橋市", u"東部センター", u"専任", u"非常勤",
              u"看護師、社会福祉士,介護支援専門員（主任）;保健師\n看護師", u"令和５年４月",
              u"haru@example.jp", u"027-000-0000"})});
    INFO(problemsOf(import.problems).toStdString());
    CHECK(import.problems.empty());
    CHECK(import.added == 1);
    CHECK(difference(import.ignoredColumns, QStringList{QStringLiteral("No.")}) == "");
    const PersonRecord person = region.person(u"青木　はる");
    CHECK(person.person.duty == Duty::Exclusive);
    CHECK(person.person.employment == Employment::Part);
    CHECK(person.person.since == QDate(2023, 4, 1));
    CHECK(person.person.email == QStringLiteral("haru@example.jp"));
    CHECK(difference(person.qualifications,
                     QStringList{QStringLiteral("看護師"), QStringLiteral("社会福祉士"),
                                 QStringLiteral("介護支援専門員（主任）"), QStringLiteral("保健師")}) == "");
    REQUIRE(person.affiliations.size() == 1);
    CHECK(person.affiliations.front().centre == region.east);
    CHECK(person.affiliations.front().municipality == 0); // the centre's own
}

TEST_CASE("the same list twice changes nothing, and it is one step to undo")
{
    const Region region;
    const std::vector<QStringList> rows{
        row({u"氏名", u"ふりがな", u"市町村", u"センター", u"経験年数", u"立場"}),
        row({u"青木 はる", u"あおき はる", u"前橋市", u"東部センター", u"3年6か月", u"コーディネーター"}),
        row({u"石田 奏", u"", u"高崎市", u"", u"１", u"市町村担当者"})};
    const QStringList before = everything(region.document->database());
    CHECK(region.people(rows).added == 2);
    CHECK(region.person(u"青木 はる").person.since == QDate(2023, 5, 21)); // 42 months before 2026-11-21
    CHECK(region.person(u"石田 奏").person.since == QDate(2025, 11, 21));
    const QStringList after = described(registryOf(*region.document));
    const RegisterImport again = region.people(rows);
    CHECK(again.added + again.changed == 0);
    CHECK(again.unchanged == 2);
    CHECK(difference(described(registryOf(*region.document)), after) == "");
    CHECK(region.document->undoLabel() == QStringLiteral("人材の一覧の取り込み"));
    succeeds(region.document->undo());
    CHECK(difference(everything(region.document->database()), before) == "");
}

TEST_CASE("a changed workplace is a transfer: the former affiliation ends the day before and stays")
{
    const Region region;
    addCoordinator(*region.document, QStringLiteral("青木 はる"), QStringLiteral("あおき はる"), region.east);
    const std::vector<QStringList> rows{
        row({u"氏名", u"ふりがな", u"センター", u"役職", u"着任日", u"異動日"}),
        row({u"青木 はる", u"アオキ ハル", u"西部センター", u"主任", u"2024/04/01", u"R8.10.1"})};
    const RegisterImport import = region.people(rows);
    INFO(problemsOf(import.problems).toStdString());
    CHECK(import.changed == 1);
    const PersonRecord person = region.person(u"青木 はる");
    REQUIRE(person.affiliations.size() == 2);
    CHECK(person.affiliations[0].centre == region.east);
    CHECK(person.affiliations[0].fromOn == QDate(2024, 4, 1));
    CHECK(person.affiliations[0].untilOn == QDate(2026, 9, 30));
    CHECK(person.affiliations[1].centre == region.west);
    CHECK(person.affiliations[1].fromOn == QDate(2026, 10, 1));
    CHECK(person.affiliations[1].title == QStringLiteral("主任"));
    CHECK(person.affiliationOn(kToday)->centre == region.west);
    const RegisterImport again = region.people(rows);
    CHECK(again.unchanged == 1);
    CHECK(region.person(u"青木 はる").affiliations == person.affiliations);
}

TEST_CASE("a transfer without a day is of today, and one before she came is refused")
{
    const Region region;
    addCoordinator(*region.document, QStringLiteral("青木 はる"), QStringLiteral("あおき"), region.east);
    addCoordinator(*region.document, QStringLiteral("石田 奏"), QStringLiteral("いしだ"), region.east);
    const RegisterImport import = region.people({row({u"氏名", u"ふりがな", u"センター", u"異動日"}),
                                                 row({u"青木 はる", u"あおき", u"西部センター", u""}),
                                                 row({u"石田 奏", u"いしだ", u"西部センター", u"2024/4/1"})});
    CHECK(region.person(u"青木 はる").affiliations.at(0).untilOn == kToday.addDays(-1));
    CHECK(region.person(u"青木 はる").affiliations.at(1).fromOn == kToday);
    CHECK(region.person(u"石田 奏").affiliations.size() == 1);
    REQUIRE(import.problems.size() == 1);
    CHECK(import.problems.front().cell == QStringLiteral("D3"));
    CHECK(import.problems.front().file == QStringLiteral("一覧.csv"));
}

TEST_CASE("a list that only knows more about the workplace is no transfer")
{
    const Region region;
    const qint64 id = added(*region.document, Person{.name = QStringLiteral("青木 はる")});
    const Registry registry = registryOf(*region.document);
    added(*region.document, Affiliation{.person = id,
                                        .municipality = municipalityId(registry, QStringLiteral("前橋市")),
                                        .fromOn = QDate(2025, 4, 1)});
    region.people({row({u"氏名", u"市町村", u"センター", u"所属種別"}),
                   row({u"青木 はる", u"前橋市", u"東部センター", u"ちいき包括"}),
                   row({u"", u"", u"", u""})});
    const PersonRecord person = region.person(u"青木 はる");
    REQUIRE(person.affiliations.size() == 1);
    CHECK(person.affiliations[0].centre == region.east);
    CHECK(person.affiliations[0].fromOn == QDate(2025, 4, 1));
    CHECK(person.affiliations[0].kind == QStringLiteral("ちいき包括"));
}

TEST_CASE("the same name alone never tells who somebody is")
{
    const Region region;
    addCoordinator(*region.document, QStringLiteral("斎藤 茜"), {}, region.east);
    const auto import = [&](std::initializer_list<const char16_t *> cells) {
        return region.people({row({u"氏名", u"ふりがな", u"センター", u"メール"}), row(cells)});
    };
    // Another workplace, nothing else known: left out.
    RegisterImport doubtful = import({u"齋藤 茜", u"", u"西部センター", u""});
    CHECK(doubtful.added + doubtful.changed == 0);
    REQUIRE(doubtful.problems.size() == 1);
    CHECK(doubtful.problems.front().cell == QStringLiteral("A2"));
    // The same workplace: she, in another writing that is not taken over.
    CHECK(import({u"齋藤　茜", u"さいとう あかね", u"東部センター", u"akane@example.jp"}).changed == 1);
    CHECK(region.person(u"斎藤 茜").person.kana == QStringLiteral("さいとう あかね"));
    // The same e-mail: she, transferred. Another kana: somebody else.
    CHECK(import({u"齋藤 茜", u"", u"西部センター", u"AKANE@example.jp"}).changed == 1);
    CHECK(region.person(u"斎藤 茜").affiliations.size() == 2);
    CHECK(import({u"斎藤 茜", u"さいとう せん", u"西部センター", u""}).added == 1);
    CHECK(region.count() == 2);
    // Now two work there: nobody can tell.
    CHECK(import({u"斎藤 茜", u"", u"西部センター", u""}).problems.size() == 1);
}

TEST_CASE(
    "of two rows of the same name in one centre the second is left out, unless the kana tell them apart")
{
    const Region region;
    const RegisterImport import = region.people(
        {row({u"氏名", u"ふりがな", u"センター"}), row({u"佐藤 恵", u"さとう めぐみ", u"東部センター"}),
         row({u"佐藤 恵", u"さとう けい", u"東部センター"}), row({u"佐藤 恵", u"", u"東部センター"})});
    CHECK(import.added == 2);
    REQUIRE(import.problems.size() == 1);
    CHECK(import.problems.front().cell == QStringLiteral("A4"));
}

TEST_CASE("two rows about one person make two workplaces and unite her roles")
{
    const Region region;
    const std::vector<QStringList> rows{
        row({u"氏名", u"メール", u"センター", u"市町村", u"立場"}),
        row({u"木島 蓮", u"ren@example.jp", u"東部センター", u"", u"コーディネーター"}),
        row({u"木島 蓮", u"ren@example.jp", u"", u"高崎市", u"市町村担当者"})};
    CHECK(region.people(rows).added == 1);
    const PersonRecord person = region.person(u"木島 蓮");
    CHECK(person.affiliations.size() == 2);
    CHECK(difference(person.roles,
                     QStringList{QStringLiteral("コーディネーター"), QStringLiteral("市町村担当者")}) == "");
    const RegisterImport again = region.people(rows);
    CHECK(again.unchanged == 1);
    CHECK(again.changed == 0);
}

TEST_CASE("an empty cell of a known row leaves what is stored")
{
    const Region region;
    region.people({row({u"氏名", u"センター", u"メール", u"常勤・非常勤", u"資格", u"備考"}),
                   row({u"青木 はる", u"東部センター", u"haru@example.jp", u"常勤", u"看護師", u"あり"})});
    const QStringList before = described(registryOf(*region.document));
    const RegisterImport import =
        region.people({row({u"氏名", u"センター", u"メール", u"常勤・非常勤", u"資格", u"備考"}),
                       row({u"青木 はる", u"東部センター", u"", u"", u"", u""})});
    CHECK(import.unchanged == 1);
    CHECK(difference(described(registryOf(*region.document)), before) == "");
}

TEST_CASE("a successor written over her predecessor is not taken for her, a marriage is")
{
    const Region region;
    addCoordinator(*region.document, QStringLiteral("青木 はる"), {}, region.east);
    addCoordinator(*region.document, QStringLiteral("石田 奏子"), {}, region.east);
    succeeds(writeRegister(*region.document, RegisterKind::People, region.folder(QStringLiteral("a.csv"))));
    QFile file(region.folder(QStringLiteral("a.csv")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    text.replace("青木 はる", "高瀬 碧");
    text.replace("石田 奏子", "上原 奏子");
    region.folder.write(QStringLiteral("b.csv"), text);
    const RegisterImport import =
        stored(*region.document, RegisterKind::People, region.folder(QStringLiteral("b.csv")));
    CHECK(import.changed == 1);
    CHECK(region.person(u"上原 奏子").affiliations.size() == 1);
    CHECK(region.person(u"青木 はる").affiliations.size() == 1);
    REQUIRE(import.problems.size() == 1);
    CHECK(import.problems.front().content == QStringLiteral("高瀬 碧"));
}

TEST_CASE("ids of a list count in the file they come from only")
{
    const Region region;
    addCoordinator(*region.document, QStringLiteral("青木 はる"), {}, region.east);
    succeeds(
        writeRegister(*region.document, RegisterKind::People, region.folder(QStringLiteral("人材.xlsx"))));
    auto other = gunma(region.folder(QStringLiteral("other.tane")));
    act(*other, {QStringLiteral("UPDATE meta SET value = '2001-01-01T00:00:00Z' WHERE key = 'created'")});
    addCentre(*other, {.name = QStringLiteral("東部センター")}, {QStringLiteral("前橋市")});
    added(*other, Person{.name = QStringLiteral("別の はる")}); // has the same id there
    const RegisterImport import =
        stored(*other, RegisterKind::People, region.folder(QStringLiteral("人材.xlsx")));
    CHECK(import.added == 1);
    CHECK(import.changed == 0);
    CHECK(personNamed(registryOf(*other), QStringLiteral("別の はる")).affiliations.empty());
}

TEST_CASE("a centre or municipality that is not registered is noted with its place")
{
    const Region region;
    const RegisterImport import =
        region.people({row({u"氏名", u"市町村", u"センター", u"着任日", u"経験年数"}),
                       row({u"青木 はる", u"幻の町", u"幻センター", u"2026/2/30", u"1～3年未満"})});
    CHECK(import.added == 1);
    QStringList cells;
    for (const Problem &problem : import.problems)
        cells << problem.cell;
    cells.sort();
    CHECK(difference(cells, QStringList{QStringLiteral("B2"), QStringLiteral("C2"), QStringLiteral("D2"),
                                        QStringLiteral("E2")}) == "");
    CHECK(region.person(u"青木 はる").affiliations.at(0).organisation == QStringLiteral("幻センター"));
    CHECK_FALSE(region.person(u"青木 はる").person.since.isValid());
}

TEST_CASE("municipalities: numbers, rates and words in the writings of offices")
{
    const Region region;
    const RegisterImport import = stored(
        *region.document, RegisterKind::Municipalities,
        region.list({row({u"市町村", u"人口", u"高齢化率", u"認定率", u"運営形態",
                          u"在宅医療に必要な連携を担う拠点", u"圏域", u"段階"}),
                     row({u"群馬県前橋市", u"３３２，１４９人", u"28.45％", u"0.193", u"委託（一部直営）",
                          u"〇", u"前橋保健医療圏", u"②"}),
                     row({u"多野郡上野村", u"約1.1千", u"128%", u"1", u"なし", u"該当せず", u"前橋", u"5"}),
                     row({u"10202", u"372,973", u"28.5%", u"", u"直営", u"無", u"", u"成熟期"}),
                     row({u"合計", u"9,999,999", u"", u"", u"", u"", u"", u""})}));
    const Registry registry = registryOf(*region.document);
    const Municipality maebashi = *registry.municipality(municipalityId(registry, QStringLiteral("前橋市")));
    CHECK(maebashi.population == 332'149);
    CHECK(maebashi.agedRate == 285); // 28.45 half up
    CHECK(maebashi.certifiedRate == 193);
    CHECK(maebashi.operation == Operation::Both);
    CHECK(maebashi.hub == Answered::Yes);
    CHECK(maebashi.stage == 2);
    CHECK(registry.areas.size() == 1);
    CHECK(registry.area(maebashi.careArea)->name == QStringLiteral("前橋保健医療圏"));
    const Municipality ueno = *registry.municipality(municipalityId(registry, QStringLiteral("上野村")));
    CHECK(ueno.careArea == maebashi.careArea); // 前橋 is the same area
    CHECK(ueno.certifiedRate == 10);
    CHECK(ueno.operation == Operation::None);
    CHECK_FALSE(ueno.population);
    // 1.1千, 128%, 該当せず and the stage 5 are noted.
    CHECK(import.problems.size() == 4);
    const Municipality takasaki = *registry.municipality(municipalityId(registry, QStringLiteral("高崎市")));
    CHECK(takasaki.population == 372'973);
    CHECK(takasaki.stage == 4);
    CHECK(import.added == 0);
    CHECK(import.changed == 3);
}

TEST_CASE("centres: full-width counts, an unknown number, and municipalities with notes")
{
    const Region region;
    const std::vector<QStringList> rows{
        row({u"センター名", u"担当市町村", u"コーディネーター数", u"委託先", u"基幹・現場"}),
        row({u"中部センター", u"高崎市（旧新町・吉井町）、安中市", u"１ヵ所", u"郡市医師会", u"基幹型"}),
        row({u"東部センター", u"前橋市", u"わからない", u"", u""}),
        row({u"南部センター", u"幻の市", u"二人", u"", u""})};
    const QString list = region.list(rows);
    const RegisterImport import = stored(*region.document, RegisterKind::Centres, list);
    const Registry registry = registryOf(*region.document);
    const Centre *centre = registry.centre(centreId(registry, QStringLiteral("中部センター")));
    CHECK(centre->coordinators == 1);
    CHECK(centre->rank == Centre::Rank::Core);
    const auto served = registry.municipalitiesOf(centre->id);
    REQUIRE(served.size() == 2);
    const auto note = std::ranges::find_if(registry.served, [&](const CentreMunicipality &link) {
        return link.centre == centre->id && !link.note.isEmpty();
    });
    REQUIRE(note != registry.served.end());
    CHECK(note->note == QStringLiteral("旧新町・吉井町"));
    CHECK(registry.municipality(note->municipality)->name == QStringLiteral("高崎市"));
    CHECK_FALSE(registry.centre(region.east)->coordinators);
    CHECK(import.added == 2);
    QStringList cells;
    for (const Problem &problem : import.problems)
        cells << problem.cell;
    CHECK(difference(cells, QStringList{QStringLiteral("B4"), QStringLiteral("C4")}) == "");
    const RegisterImport again = stored(*region.document, RegisterKind::Centres, list);
    CHECK(again.added + again.changed == 0);
}

TEST_CASE("a centre in merged cells beside its municipalities is one centre that serves them all")
{
    const Region region;
    FormTable table;
    table.widths = {1, 1, 1};
    const auto cell = [](const char16_t *text, int rows = 1) {
        return FormTableCell{.text = QString::fromUtf16(text), .rowSpan = rows};
    };
    table.rows = {{cell(u"センター名"), cell(u"構成市町村"), cell(u"配置人数")},
                  {cell(u"北部センター", 2), cell(u"沼田市"), cell(u"２名", 2)},
                  {cell(u"片品村")},
                  {cell(u"中部センター"), cell(u"渋川市"), cell(u"")}};
    FormSheet sheet;
    sheet.name = sheet.title = QStringLiteral("設置状況");
    sheet.parts.push_back({.table = table});
    succeeds(writeFormXlsx(region.folder(QStringLiteral("a.xlsx")), sheet));
    const RegisterImport import =
        stored(*region.document, RegisterKind::Centres, region.folder(QStringLiteral("a.xlsx")));
    INFO(problemsOf(import.problems).toStdString());
    CHECK(import.problems.empty());
    CHECK(import.added == 2);
    const Registry registry = registryOf(*region.document);
    const qint64 north = centreId(registry, QStringLiteral("北部センター"));
    CHECK(registry.municipalitiesOf(north).size() == 2);
    CHECK(registry.centre(north)->coordinators == 2);
    CHECK(
        stored(*region.document, RegisterKind::Centres, region.folder(QStringLiteral("a.xlsx"))).unchanged ==
        2);
}

TEST_CASE("centres of the same name are told apart by whom they serve")
{
    const Region region;
    const QString list = region.list({row({u"センター", u"市町村", u"人数"}),
                                      row({u"在宅医療・介護連携支援センター", u"桐生市", u"1"}),
                                      row({u"在宅医療・介護連携支援センター", u"太田市", u"2"})});
    CHECK(stored(*region.document, RegisterKind::Centres, list).added == 2);
    CHECK(stored(*region.document, RegisterKind::Centres, list).unchanged == 2);
    const RegisterImport people =
        region.people({row({u"氏名", u"市町村", u"センター"}),
                       row({u"青木 はる", u"太田市", u"在宅医療・介護連携支援センター"}),
                       row({u"石田 奏", u"", u"在宅医療・介護連携支援センター"})});
    const Registry registry = registryOf(*region.document);
    const PersonRecord &person = personNamed(registry, QStringLiteral("青木 はる"));
    CHECK(registry.centre(person.affiliations.at(0).centre)->coordinators == 2);
    REQUIRE(people.problems.size() == 1);
    CHECK(people.problems.front().cell == QStringLiteral("C3"));
}

TEST_CASE("a list read into a new file of a prefecture brings its municipalities along, in the same step")
{
    const Folder folder;
    auto document = valueOf(Document::create(folder(QStringLiteral("b.tane"))));
    succeeds(WorkshopRepository(*document).setPrefecture(QStringLiteral("群馬県")));
    const QString list = csv(folder, QStringLiteral("c.csv"),
                             {row({u"センター", u"市町村"}), row({u"東部センター", u"前橋市"})});
    const QStringList before = everything(document->database());
    RegisterImport import = readOn(*document, RegisterKind::Centres, list);
    CHECK(difference(everything(document->database()), before) == ""); // only a preview
    CHECK(import.problems.empty());
    succeeds(import.apply(*document));
    const Registry registry = registryOf(*document);
    CHECK(registry.municipalities.size() == 35); // 002:562-718
    CHECK(registry.municipalitiesOf(centreId(registry, QStringLiteral("東部センター"))).at(0)->name ==
          QStringLiteral("前橋市"));
    succeeds(document->undo());
    CHECK(difference(everything(document->database()), before) == "");
}

TEST_CASE("a list without a head is refused, and says which column is missing")
{
    const Region region;
    const auto refused = readRegister(*region.document, RegisterKind::People,
                                      region.list({row({u"青木 はる", u"前橋市"})}), kToday);
    CHECK(errorOf(refused) == ErrorCode::NothingUnderstood);
    CHECK(refused.error().message.contains(QStringLiteral("氏名")));
    CHECK(refused.error().file == QStringLiteral("一覧.csv"));
}
