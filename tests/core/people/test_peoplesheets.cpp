#include "core/people/peoplefile.h"
#include "people/peoplesheets.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;
using namespace peoplefile;

namespace {

const QDate kToday(2026, 11, 21);

/// Every text of a sheet.
QString textOf(const FormSheet &sheet)
{
    QStringList all{sheet.title, sheet.subtitle, sheet.footer};
    for (const FormSheet::Part &part : sheet.parts) {
        if (part.paragraph)
            all << part.paragraph->text;
        if (!part.table)
            continue;
        all << part.table->caption;
        for (const auto &row : part.table->rows)
            for (const FormTableCell &cell : row)
                all << cell.text << cell.remark;
    }
    return all.join(u'\n');
}

struct Gunma
{
    Folder folder;
    std::unique_ptr<Document> document = gunma(folder(QStringLiteral("a.tane")));
    qint64 centre =
        addCentre(*document,
                  {.name = QStringLiteral("東部センター"),
                   .rank = Centre::Rank::Core,
                   .operatedBy = QStringLiteral("郡市医師会")},
                  {QStringLiteral("前橋市"), QStringLiteral("上野村")}, {QStringLiteral("旧大胡町のみ"), {}});
    qint64 haru =
        addCoordinator(*document, QStringLiteral("青木 はる"), QStringLiteral("あおき はる"), centre);
    qint64 kana = addCoordinator(*document, QStringLiteral("石田 奏"), QStringLiteral("いしだ かな"), centre);

    Gunma()
    {
        Person person = registryOf(*document).person(haru)->person;
        person.email = QStringLiteral("haru@example.jp");
        person.phone = QStringLiteral("090-0000-0000");
        person.since = QDate(2023, 4, 1);
        person.employment = Employment::Full;
        person.duty = Duty::Exclusive;
        succeeds(RecordTable<Person>(*document).update(person, QStringLiteral("変更")));
        added(*document, PersonQualification{0, haru, QStringLiteral("看護師")});
        assess(haru, QDate(2025, 5, 10), 0, QStringLiteral("始めたばかり"), {});
        assess(haru, QDate(2026, 6, 1), 2, QStringLiteral("石田 奏さんとタネを3つ共有"),
               QStringLiteral("月1回の打合せ"));
        const qint64 support =
            added(*document, Support{.kind = Support::Kind::Network,
                                     .title = QStringLiteral("連絡会"),
                                     .heldOn = QDate(2026, 9, 3),
                                     .outcome = QStringLiteral("青木さんと石田　奏さんが事例を話した")});
        added(*document, SupportPerson{0, support, haru});
    }
    void assess(qint64 person, QDate on, int level, const QString &evidence, const QString &next) const
    {
        added(*document, Assessment{.person = person,
                                    .assessedOn = on,
                                    .level = level,
                                    .assessor = Assessment::Assessor::Municipality,
                                    .assessorName = QStringLiteral("市の上原"),
                                    .evidence = evidence,
                                    .nextAction = next});
    }
    PeopleSheetOptions options(bool masked = false) const
    {
        return {.prefecture = QStringLiteral("群馬県"), .today = kToday, .masked = masked, .paper = {}};
    }
    FormSheet person(bool masked = false) const
    {
        return valueOf(makePersonSheet(*document, registryOf(*document), haru, options(masked)));
    }
    FormSheet municipality(const char16_t *name, bool masked = false) const
    {
        const Registry registry = registryOf(*document);
        return valueOf(makeMunicipalitySheet(
            *document, registry, municipalityId(registry, QString::fromUtf16(name)), options(masked)));
    }
    FormSheet ladder(const PeopleFilter &filter, QDate since = QDate(2026, 4, 1), bool masked = false) const
    {
        return makeLadderSheet(registryOf(*document), filter, since, options(masked));
    }
};

void checkHolds(const FormSheet &sheet, std::initializer_list<const char16_t *> texts)
{
    const QString all = textOf(sheet);
    for (const char16_t *text : texts) {
        INFO(QString::fromUtf16(text).toStdString() << "\nis missing in\n" << all.toStdString());
        CHECK(all.contains(QString::fromUtf16(text)));
    }
}

void checkLacks(const FormSheet &sheet, std::initializer_list<const char16_t *> texts)
{
    const QString all = textOf(sheet);
    for (const char16_t *text : texts) {
        INFO(QString::fromUtf16(text).toStdString());
        CHECK_FALSE(all.contains(QString::fromUtf16(text)));
    }
}

} // namespace

TEST_CASE("the sheet for a visit says who she is, where she stands and how she got there")
{
    const Gunma prefecture;
    const FormSheet sheet = prefecture.person();
    CHECK(sheet.paper == FormSheet::Paper::A4);
    CHECK_FALSE(sheet.landscape);
    checkHolds(sheet, {u"青木 はる", u"あおき はる", u"東部センター", u"前橋市", u"コーディネーター",
                       u"看護師", u"常勤・専従", u"3～5年未満", u"090-0000-0000", u"haru@example.jp",
                       // 図表-29, 002:1795-1870
                       u"日々の業務（相談支援、地域資源の把握、連携への働きかけ等）から地域課題につながる可能"
                       u"性のある地域課題のタネを見つけ、市町村担当者と共有する。",
                       u"令和8年6月から（5か月）", u"石田 奏さんとタネを3つ共有", u"月1回の打合せ",
                       u"令和7年5月10日", u"令和8年6月1日", u"市町村担当者（市の上原）", u"連絡会",
                       u"令和8年9月3日", u"訪問の記録"});
    int rooms = 0;
    for (const FormSheet::Part &part : sheet.parts)
        for (const auto &row : part.table ? part.table->rows : std::vector<std::vector<FormTableCell>>())
            for (const FormTableCell &cell : row)
                rooms += cell.text.isEmpty() && cell.roomMm >= 8;
    CHECK(rooms >= 5); // lines for the visit
}

TEST_CASE("a masked sheet names nobody, in free texts neither")
{
    const Gunma prefecture;
    for (const FormSheet &sheet : {prefecture.person(true), prefecture.municipality(u"前橋市", true),
                                   prefecture.ladder({.on = kToday}, QDate(2026, 4, 1), true)}) {
        INFO(sheet.title.toStdString());
        checkLacks(sheet, {u"青木", u"はる", u"あおき", u"石田", u"haru@", u"090-", u"上原"});
        checkHolds(sheet, {u"M"});
    }
}

TEST_CASE("the sheet of a municipality shows its profile, its part of a shared centre and its people")
{
    const Gunma prefecture;
    const Registry registry = registryOf(*prefecture.document);
    Municipality maebashi = *registry.municipality(municipalityId(registry, QStringLiteral("前橋市")));
    maebashi.population = 332'149;
    maebashi.agedRate = 300;
    maebashi.operation = Operation::Commissioned;
    maebashi.hub = Answered::Yes;
    maebashi.department = QStringLiteral("長寿包括ケア課");
    maebashi.stage = 2;
    succeeds(RecordTable<Municipality>(*prefecture.document).update(maebashi, QStringLiteral("変更")));
    const qint64 officer = added(*prefecture.document, Person{.name = QStringLiteral("上原 湊")});
    added(*prefecture.document, PersonRole{0, officer, QStringLiteral("市町村担当者")});
    added(*prefecture.document, Affiliation{.person = officer, .municipality = maebashi.id});
    const FormSheet sheet = prefecture.municipality(u"前橋市");
    checkHolds(sheet,
               {u"前橋市",     u"332,149人",    u"30.0%",        u"委託",    u"あり",       u"長寿包括ケア課",
                u"拡充期",     u"東部センター", u"旧大胡町のみ", u"基幹",    u"郡市医師会", u"不明",
                u"1市町村",    u"青木 はる",    u"石田 奏",      u"上原 湊", u"1-1",        u"未評価",
                u"令和8年6月", u"令和8年9月",   u"連絡会",       u"計3名",   u"1-1 1名"});
    checkLacks(prefecture.municipality(u"上野村"), {u"上原 湊", u"旧大胡町のみ"});
}

TEST_CASE("the ladder on paper stands in columns, marks who moved, and never leaves out those who did not "
          "stand still")
{
    const Gunma prefecture;
    PeopleFilter filter{.on = kToday};
    filter.unmovedSince = QDate(2026, 1, 1);
    const FormSheet sheet = prefecture.ladder(filter);
    CHECK(sheet.paper == FormSheet::Paper::A3);
    CHECK(sheet.landscape);
    // She moved in June: the filter of the screen would hide her.
    checkHolds(sheet, {u"0（0名）", u"1-1（1名）", u"1-2（0名）", u"2-1（0名）", u"2-2（0名）",
                       u"青木 はる ↑", u"東部センター・前橋市・上野村", u"令和8年6月から",
                       u"まだ評価を記録していない方（1名）", u"石田 奏", u"計2名"});
    checkLacks(prefecture.ladder(filter, {}), {u"↑"});
    PeopleFilter other{.on = kToday};
    other.role = QStringLiteral("市町村担当者");
    checkLacks(prefecture.ladder(other), {u"青木 はる"});
    checkHolds(prefecture.ladder(other), {u"市町村担当者", u"計0名"});
}

TEST_CASE("a full step gets more lanes, so that its people do not run over page after page")
{
    const Gunma prefecture;
    constexpr int people = 60;
    for (int i = 0; i < people; ++i)
        prefecture.assess(
            addCoordinator(*prefecture.document, QStringLiteral("仮の%1").arg(i), {}, prefecture.centre),
            QDate(2026, 5, 1), 0, {}, {});
    const FormSheet sheet = prefecture.ladder({.on = kToday});
    const FormTable &table = *sheet.parts.front().table;
    CHECK(table.rows.front().size() == 5); // one head a step
    CHECK(table.rows.front().front().columnSpan >= 4);
    CHECK(table.rows.size() <= 1 + 15);
    const QString all = textOf(sheet);
    for (int i = 0; i < people; ++i)
        CHECK(all.contains(QStringLiteral("仮の%1").arg(i)));
}

TEST_CASE("file names of sheets hold numbers, never names")
{
    const Gunma prefecture;
    const Registry registry = registryOf(*prefecture.document);
    CHECK(peopleSheetFileName(PeopleSheetKind::Person, registry, prefecture.haru) ==
          QStringLiteral("支援訪問票-001"));
    // 前橋市's code: 102016, 全国地方公共団体コード
    CHECK(peopleSheetFileName(PeopleSheetKind::Municipality, registry,
                              municipalityId(registry, QStringLiteral("前橋市"))) ==
          QStringLiteral("市町村票-102016"));
    CHECK(peopleSheetFileName(PeopleSheetKind::Ladder, registry, 0) == QStringLiteral("人材のレベル一覧"));
}

TEST_CASE("somebody or a municipality that is not registered has no sheet")
{
    const Gunma prefecture;
    const Registry registry = registryOf(*prefecture.document);
    CHECK(errorOf(makePersonSheet(*prefecture.document, registry, 9999, prefecture.options())) ==
          ErrorCode::NotFound);
    CHECK(errorOf(makeMunicipalitySheet(*prefecture.document, registry, 9999, prefecture.options())) ==
          ErrorCode::NotFound);
}
