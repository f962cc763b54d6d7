#include "core/people/peoplefile.h"

#include "programme/workshop.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace peoplefile {

namespace {

/// A fault that a spreadsheet might run, cut, trim, number or escape.
const QString kFormula = QStringLiteral("=HYPERLINK(\"x\")");

Result<Registry> loaded(Document &document)
{
    return loadRegistry(document);
}

void setArea(Document &document, const QString &municipality, qint64 area)
{
    const Registry registry = registryOf(document);
    Municipality one = *registry.municipality(municipalityId(registry, municipality));
    one.careArea = area;
    succeeds(RecordTable<Municipality>(document).update(one, QStringLiteral("圏域")));
}

void fillMunicipalities(Document &document)
{
    const Registry registry = registryOf(document);
    const qint64 prefecture = registry.prefectures.front().id;
    Municipality takasaki = *registry.municipality(municipalityId(registry, QStringLiteral("高崎市")));
    takasaki.population = 372'973;
    takasaki.agedRate = 285;
    takasaki.certifiedRate = 0;
    takasaki.operation = Operation::Both;
    takasaki.department = QStringLiteral("長寿社会課, \"在宅\"係");
    takasaki.hub = Answered::Yes;
    takasaki.stage = 4;
    takasaki.note = QStringLiteral("一行目\n\n三行目_x0041_\tおわり");
    succeeds(RecordTable<Municipality>(document).update(takasaki, QStringLiteral("高崎")));
    Municipality ueno = *registry.municipality(municipalityId(registry, QStringLiteral("上野村")));
    ueno.agedRate = 1000;
    ueno.operation = Operation::None;
    ueno.hub = Answered::No;
    ueno.kana = QStringLiteral("うえのむら");
    succeeds(RecordTable<Municipality>(document).update(ueno, QStringLiteral("上野")));
    setArea(document, QStringLiteral("高崎市"),
            added(document, CareArea{0, prefecture, QStringLiteral("高崎・安中"), {}}));
    setArea(document, QStringLiteral("上野村"),
            added(document, CareArea{0, prefecture, QStringLiteral("=藤岡"), {}}));
    Municipality own{.prefecture = prefecture, .name = QStringLiteral("架空町（旧あ村、い村）")};
    added(document, own);
}

void fillCentres(Document &document)
{
    const qint64 prefecture = registryOf(document).prefectures.front().id;
    addCentre(document,
              {.prefecture = prefecture,
               .name = QStringLiteral("在宅医療・介護連携支援センター"),
               .kana = QStringLiteral("ざいたく"),
               .rank = Centre::Rank::Core,
               .hub = Answered::Yes,
               .operatedBy = QStringLiteral("郡市医師会"),
               .coordinators = 0,
               .phone = QStringLiteral("0270-00-0000"),
               .email = QStringLiteral("a+b@example.jp"),
               .closedOn = QDate(2026, 3, 31),
               .note = QString(5000, QChar(u'長')) + QStringLiteral("\n=1+1")},
              {QStringLiteral("高崎市"), QStringLiteral("上野村"), QStringLiteral("架空町（旧あ村、い村）")},
              {QStringLiteral("旧新町・吉井町"), QStringLiteral("「東」だけ、(西)は除く \"仮\""), QString()});
    addCentre(document,
              {.prefecture = prefecture,
               .name = QStringLiteral("在宅医療・介護連携支援センター"),
               .rank = Centre::Rank::Field,
               .hub = Answered::No,
               .operatedBy = kFormula},
              {QStringLiteral("前橋市")});
    addCentre(document, {.prefecture = prefecture, .name = QStringLiteral("007"), .coordinators = 12}, {});
}

void fillPeople(Document &document)
{
    const Registry registry = registryOf(document);
    const qint64 centre = centreId(registry, QStringLiteral("007"));
    const qint64 maebashi = municipalityId(registry, QStringLiteral("前橋市"));
    Person hard{.name = QStringLiteral("𠮷田 髙﨑子"),
                .kana = QStringLiteral("よしだ たかさきこ"),
                .email = QStringLiteral("+o'hara@例え.jp"),
                .phone = QStringLiteral("007"),
                .employment = Employment::Part,
                .duty = Duty::Concurrent,
                .since = QDate(1999, 12, 31),
                .consent = QStringLiteral("書面\n2026年4月"),
                .keepUntil = QDate(2031, 3, 31),
                .leftOn = QDate(2026, 10, 1),
                .note = QStringLiteral("😀 ①㈱ ＡＢＣ ﾊﾝｶｸ")};
    const qint64 id = added(document, hard);
    for (const char16_t *role : {u"コーディネーター", u"その他、外部", u"\"引用\"", u"A;B"})
        added(document, PersonRole{0, id, QString::fromUtf16(role)});
    for (const char16_t *one : {u"介護支援専門員（主任、更新済）", u"看護師", u"（閉じない"})
        added(document, PersonQualification{0, id, QString::fromUtf16(one)});
    added(document, Affiliation{.person = id,
                                .organisation = QStringLiteral("前の病院, \"本館\""),
                                .kind = QStringLiteral("病院"),
                                .untilOn = QDate(2020, 3, 31),
                                .note = QStringLiteral("-1")});
    added(document, Affiliation{.person = id,
                                .centre = centre,
                                .municipality = maebashi,
                                .title = QStringLiteral("係長=1"),
                                .fromOn = QDate(2020, 4, 1)});
    added(document, Affiliation{.person = id,
                                .municipality = maebashi,
                                .kind = QStringLiteral("市町村"),
                                .fromOn = QDate(2024, 4, 1),
                                .note = QStringLiteral("兼務")});
    for (int i = 0; i < 2; ++i)
        added(document, Person{.name = QStringLiteral("（匿名）"), .anonymous = true});
    const qint64 full =
        added(document,
              Person{.name = QStringLiteral("@1"), .employment = Employment::Full, .duty = Duty::Exclusive});
    const qint64 shared = registry.served.front().centre;
    added(document, Affiliation{.person = full, .centre = shared, .fromOn = QDate(2027, 4, 1)});
    added(document, Person{.name = QStringLiteral("所属のない方")});
}

} // namespace

Registry registryOf(Document &document)
{
    return valueOf(loaded(document));
}

std::unique_ptr<Document> gunma(const QString &path)
{
    auto document = valueOf(Document::create(path));
    succeeds(WorkshopRepository(*document).setPrefecture(QStringLiteral("群馬県")));
    valueOf(addPrefecture(*document, QStringLiteral("群馬県")));
    return document;
}

qint64 municipalityId(const Registry &registry, const QString &name)
{
    const auto found = std::ranges::find(registry.municipalities, name, &Municipality::name);
    REQUIRE(found != registry.municipalities.end());
    return found->id;
}

qint64 centreId(const Registry &registry, const QString &name)
{
    const auto found = std::ranges::find(registry.centres, name, &Centre::name);
    REQUIRE(found != registry.centres.end());
    return found->id;
}

const PersonRecord &personNamed(const Registry &registry, const QString &name)
{
    const auto found = std::ranges::find_if(
        registry.people, [&](const PersonRecord &each) { return each.person.name == name; });
    REQUIRE(found != registry.people.end());
    return *found;
}

qint64 addCentre(Document &document, const Centre &centre, const QStringList &municipalities,
                 const QStringList &notes)
{
    const Registry registry = registryOf(document);
    Centre made = centre;
    if (made.prefecture == 0)
        made.prefecture = registry.prefectures.front().id;
    const qint64 id = added(document, made);
    for (qsizetype i = 0; i < municipalities.size(); ++i)
        added(document,
              CentreMunicipality{0, id, municipalityId(registry, municipalities[i]), notes.value(i)});
    return id;
}

qint64 addCoordinator(Document &document, const QString &name, const QString &kana, qint64 centre, QDate from)
{
    const qint64 id = added(document, Person{.name = name, .kana = kana});
    added(document, PersonRole{0, id, QStringLiteral("コーディネーター")});
    added(document, Affiliation{.person = id, .centre = centre, .fromOn = from});
    return id;
}

void fillWithNastyValues(Document &document)
{
    fillMunicipalities(document);
    fillCentres(document);
    fillPeople(document);
}

QStringList described(const Registry &registry)
{
    QStringList all;
    const auto say = [&all](const QStringList &parts) { all << parts.join(u'|'); };
    const auto text = [](const auto &optional) {
        return optional ? QString::number(*optional) : QString(u'?');
    };
    const auto day = [](QDate date) { return date.toString(Qt::ISODate); };
    const auto nameOf = [](const auto *record) { return record ? record->name : QString(); };
    const auto number = [](auto value) { return QString::number(static_cast<int>(value)); };
    for (const Municipality &one : registry.municipalities)
        say({nameOf(registry.prefecture(one.prefecture)), nameOf(registry.area(one.careArea)), one.code,
             one.name, one.kana, text(one.population), text(one.agedRate), text(one.certifiedRate),
             number(one.operation), one.department, number(one.hub), text(one.stage), one.note});
    for (const Centre &one : registry.centres) {
        QStringList served;
        for (const CentreMunicipality &link : registry.served)
            if (link.centre == one.id)
                served << nameOf(registry.municipality(link.municipality)) + u'=' + link.note;
        served.sort();
        say({nameOf(registry.prefecture(one.prefecture)), one.name, one.kana, number(one.rank),
             number(one.hub), one.operatedBy, text(one.coordinators), one.phone, one.email, day(one.closedOn),
             one.note, served.join(u'+')});
    }
    for (const PersonRecord &record : registry.people) {
        const Person &one = record.person;
        say({one.name, one.kana, one.email, one.phone, number(one.employment), number(one.duty),
             day(one.since), one.consent, day(one.keepUntil), day(one.leftOn), number(one.anonymous),
             one.note, record.roles.join(u'+'), record.qualifications.join(u'+')});
        for (const Affiliation &each : record.affiliations)
            say({one.name, nameOf(registry.centre(each.centre)),
                 nameOf(registry.municipality(each.municipality)), each.organisation, each.kind, each.title,
                 day(each.fromOn), day(each.untilOn), each.note});
    }
    return all;
}

std::string difference(const QStringList &first, const QStringList &second)
{
    if (first == second)
        return {};
    QStringList lines;
    for (const QString &line : first)
        if (!second.contains(line))
            lines << QStringLiteral("< ") + line;
    for (const QString &line : second)
        if (!first.contains(line))
            lines << QStringLiteral("> ") + line;
    return lines.isEmpty() ? std::string("the order differs") : lines.join(u'\n').toStdString();
}

QString csv(const Folder &folder, const QString &name, const std::vector<QStringList> &rows)
{
    CsvWriter writer;
    for (const QStringList &row : rows)
        writer.row(row);
    succeeds(writer.save(folder(name)));
    return folder(name);
}

RegisterImport readOn(Document &document, RegisterKind kind, const QString &path, QDate today)
{
    return valueOf(readRegister(document, kind, path, today));
}

RegisterImport stored(Document &document, RegisterKind kind, const QString &path, QDate today)
{
    RegisterImport import = readOn(document, kind, path, today);
    succeeds(import.apply(document));
    return import;
}

QString problemsOf(const std::vector<Problem> &problems)
{
    QStringList all;
    for (const Problem &problem : problems)
        all << problem.toString();
    return all.join(u'\n');
}

} // namespace peoplefile
