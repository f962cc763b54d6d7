#include "core/people/peopleoffice.h"
#include "people/peoplelinks.h"
#include "programme/workshop.h"
#include "survey/sample.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;
using namespace peopletest;

namespace {

/// A workshop with a questionnaire of two items and what people answered.
struct Survey : Office
{
    qint64 workshop = 0, prefecture = 0, town = 0, centre = 0;

    Survey()
    {
        workshop = valueOf(WorkshopRepository(*document).save(
            Workshop{.title = QStringLiteral("研修会"), .heldOn = QDate(2025, 11, 20)}));
        act(*document,
            {QStringLiteral("INSERT INTO questionnaire(id, code, title) VALUES (1, 'q', 'q')"),
             QStringLiteral("INSERT INTO item_set VALUES (1, 1, 0, 'Ⅰ', 's', 'practice')"),
             QStringLiteral(
                 "INSERT INTO item(id, item_set, position, code, text, short_text, answer_type, "
                 "asked_before, asked_after, ordered) VALUES (1, 1, 0, 'Ⅰ-1', 'i', '', 'single', 1, 1, 1)"),
             QStringLiteral(
                 "INSERT INTO item(id, item_set, position, code, text, short_text, answer_type, "
                 "asked_before, asked_after, ordered) VALUES (2, 1, 1, 'Ⅰ-2', 'j', '', 'single', 1, 1, 1)"),
             QStringLiteral("INSERT INTO item_option VALUES (1, 0, 'a', 'できている', ''), "
                            "(1, 1, 'b', 'できていない', ''), (2, 0, 'a', 'できている', ''), "
                            "(2, 1, 'b', 'できていない', '')"),
             QStringLiteral("UPDATE workshop SET questionnaire = 1"),
             QStringLiteral("INSERT INTO import_batch VALUES (1, %1, 1, 'before', 'b', '2025-11-01')")
                 .arg(workshop),
             QStringLiteral("INSERT INTO import_batch VALUES (2, %1, 1, 'after', 'a', '2025-12-01')")
                 .arg(workshop)});
        prefecture = add(Prefecture{.name = QStringLiteral("架空県")});
        town = add(Municipality{.prefecture = prefecture, .name = QStringLiteral("夕凪市")});
        centre = add(Centre{.prefecture = prefecture, .name = QStringLiteral("西部センター")});
        add(CentreMunicipality{.centre = centre, .municipality = town});
    }
    qint64 respond(int import, const std::map<QString, QString> &fields, int first = 0, int second = 0)
    {
        QStringList names{QStringLiteral("import_batch"), QStringLiteral("source_label"),
                          QStringLiteral("row_number")};
        QStringList values{QString::number(import), QStringLiteral("'x'"), QStringLiteral("1")};
        for (const auto &[name, value] : fields) {
            names << name;
            values << QString(u'\'' + value + u'\'');
        }
        act(*document, {QStringLiteral("INSERT INTO response(%1) VALUES (%2)")
                            .arg(names.join(u','), values.join(u','))});
        const qint64 id =
            valueOf(document->database().integer(QStringLiteral("SELECT max(id) FROM response")));
        act(*document, {QStringLiteral("INSERT INTO answer VALUES (%1, 1, %2, ''), (%1, 2, %3, '')")
                            .arg(id)
                            .arg(first)
                            .arg(second)});
        return id;
    }
    qint64 coordinator(const QString &name, const QString &kana = {}, const QString &email = {})
    {
        const qint64 id = add(Person{.name = name, .kana = kana, .email = email});
        add(PersonRole{.person = id, .name = QStringLiteral("コーディネーター")});
        add(Affiliation{.person = id, .centre = centre, .organisation = QStringLiteral("夕凪市立病院")});
        return id;
    }
    ResponseMatch match(qint64 response)
    {
        const auto all = valueOf(matchResponses(*document, registry(), workshop));
        const auto found = std::ranges::find(all, response, &ResponseMatch::response);
        REQUIRE(found != all.end());
        return *found;
    }
};

const QString kName = QStringLiteral("name"), kEmail = QStringLiteral("email"),
              kPlace = QStringLiteral("affiliation"), kKana = QStringLiteral("kana"),
              kNumber = QStringLiteral("number");

} // namespace

TEST_CASE("an answer is somebody's by an address nobody else has, or by name and workplace")
{
    Survey survey;
    const qint64 person = survey.coordinator(QStringLiteral("斎藤 真央"), QStringLiteral("さいとう まお"),
                                             QStringLiteral("saito@example.jp"));
    const auto check = [&](const std::map<QString, QString> &fields, bool certain) {
        const ResponseMatch match = survey.match(survey.respond(1, fields));
        INFO(match.why.toStdString());
        CHECK(match.person == person);
        CHECK(match.certain == certain);
        CHECK_FALSE(match.why.isEmpty());
        succeeds(survey.document->undo());
        succeeds(survey.document->undo());
    };
    check({{kEmail, QStringLiteral("ＳＡＩＴＯ＠example.jp")}}, true);
    check({{kName, QStringLiteral("斎藤　真央")}, {kPlace, QStringLiteral("夕凪市立病院")}}, true);
    check({{kName, QStringLiteral("齋藤真央")}, {kPlace, QStringLiteral("西部センター")}}, true);
    check({{kName, QStringLiteral("別人 花")}, {kEmail, QStringLiteral("saito@example.jp")}}, false);
    check({{kName, QStringLiteral("斎藤 真央")}}, false); // the name alone never joins
    check({{kName, QStringLiteral("斎藤 真央")}, {kPlace, QStringLiteral("白樺市立病院")}}, false);
    check({{kName, QStringLiteral("斎藤 真央")},
           {kPlace, QStringLiteral("夕凪市立病院")},
           {kKana, QStringLiteral("さいとう まひろ")}},
          false);
    const ResponseMatch nobody = survey.match(survey.respond(1, {{kName, QStringLiteral("知らない 人")}}));
    CHECK(nobody.person == 0);
    CHECK_FALSE(nobody.certain);
}

TEST_CASE("a shared mailbox and namesakes of one centre prove nothing")
{
    Survey survey;
    survey.coordinator(QStringLiteral("三浦 由紀"), {}, QStringLiteral("centre@example.jp"));
    const qint64 first = survey.respond(
        1, {{kEmail, QStringLiteral("centre@example.jp")}, {kName, QStringLiteral("三浦 由紀")}});
    survey.respond(1, {{kEmail, QStringLiteral("centre@example.jp")}, {kName, QStringLiteral("森 律")}});
    CHECK_FALSE(survey.match(first).certain); // no workplace to make sure by

    survey.coordinator(QStringLiteral("田中 晴"));
    const std::map<QString, QString> tanaka{{kName, QStringLiteral("田中 晴")},
                                            {kPlace, QStringLiteral("夕凪市立病院")}};
    auto one = tanaka, other = tanaka;
    one[kNumber] = QStringLiteral("11");
    other[kNumber] = QStringLiteral("12");
    const qint64 a = survey.respond(2, one);
    CHECK(survey.match(a).certain);
    const qint64 b = survey.respond(2, other); // which of the two is registered?
    CHECK_FALSE(survey.match(a).certain);
    CHECK_FALSE(survey.match(b).certain);
    CHECK(survey.match(b).person != 0);

    survey.coordinator(QStringLiteral("森 律"));
    survey.coordinator(QStringLiteral("森 律"));
    const qint64 twice =
        survey.respond(2, {{kName, QStringLiteral("森 律")}, {kPlace, QStringLiteral("夕凪市立病院")}});
    CHECK_FALSE(survey.match(twice).certain);
}

TEST_CASE("what is certain of an answer before is certain of the answer after that is joined to it")
{
    Survey survey;
    const qint64 person = survey.coordinator(QStringLiteral("斎藤 真央"));
    const qint64 before = survey.respond(1, {{kNumber, QStringLiteral("7")},
                                             {kName, QStringLiteral("斎藤 真央")},
                                             {kPlace, QStringLiteral("夕凪市立病院")}});
    const qint64 after = survey.respond(2, {{kNumber, QStringLiteral("7")}});
    CHECK(survey.match(after).person == person);
    CHECK(survey.match(after).certain);
    succeeds(setResponsePeople(*survey.document, {{before, person, true, {}}}, QStringLiteral("結びつけ")));
    CHECK(survey.match(after).person == person);
    CHECK(valueOf(matchResponses(*survey.document, survey.registry(), survey.workshop)).size() == 1);
    CHECK(survey.registry().people.front().responses == std::vector{before});
    succeeds(setResponsePeople(*survey.document, {{before, 0, true, {}}}, QStringLiteral("取り消し")));
    CHECK(survey.registry().people.front().responses.empty());
    succeeds(survey.document->undo());
    CHECK(survey.registry().people.front().responses == std::vector{before});
}

TEST_CASE("people whom nobody fits are added once, from what they wrote before and after")
{
    Survey survey;
    const qint64 known = survey.coordinator(QStringLiteral("斎藤 真央"));
    const qint64 hers =
        survey.respond(1, {{kName, QStringLiteral("斎藤 真央")}, {kPlace, QStringLiteral("夕凪市立病院")}});
    const qint64 before =
        survey.respond(1, {{kNumber, QStringLiteral("8")},
                           {kName, QStringLiteral("森　律")},
                           {kPlace, QStringLiteral("夕凪市高齢福祉課")},
                           {QStringLiteral("municipality"), QStringLiteral("夕凪市")},
                           {QStringLiteral("affiliation_type"), QStringLiteral("市町村")},
                           {QStringLiteral("role"), QStringLiteral("市町村担当者")},
                           {QStringLiteral("experience"), QStringLiteral("2年6か月")},
                           {QStringLiteral("qualifications"), QStringLiteral("保健師、看護師")}});
    const qint64 after =
        survey.respond(2, {{kNumber, QStringLiteral("8")}, {kEmail, QStringLiteral("mori@example.jp")}});
    const qint64 nameless = survey.respond(2, {{kNumber, QStringLiteral("9")}});
    CHECK(valueOf(addPeopleOf(*survey.document, survey.workshop, {after, before, hers, nameless})) == 1);

    const Registry registry = survey.registry();
    REQUIRE(registry.people.size() == 2);
    CHECK(registry.person(known)->responses == std::vector{hers});
    const auto added = std::ranges::find(registry.people, QStringLiteral("森 律"),
                                         [](const PersonRecord &record) { return record.person.name; });
    REQUIRE(added != registry.people.end());
    CHECK(added->responses == std::vector{before, after});
    CHECK(added->person.email == QStringLiteral("mori@example.jp"));
    CHECK(added->roles == QStringList{QStringLiteral("市町村担当者")});
    CHECK(added->qualifications == QStringList{QStringLiteral("保健師"), QStringLiteral("看護師")});
    REQUIRE(added->affiliations.size() == 1);
    CHECK(added->affiliations[0].municipality == survey.town);
    CHECK(added->affiliations[0].kind == QStringLiteral("市町村"));
    CHECK(added->person.note.contains(QStringLiteral("2年6か月")));
    succeeds(survey.document->undo()); // one step
    CHECK(survey.registry().people.size() == 1);
    CHECK(survey.registry().people.front().responses.empty());
}

TEST_CASE("the behaviours that were ticked stand with the assessment in the timeline, in words")
{
    Survey survey;
    const qint64 person = survey.coordinator(QStringLiteral("斎藤 真央"));
    const Behaviour &seen = behaviours().front();
    survey.add(Assessment{.person = person,
                          .assessedOn = QDate(2026, 5, 1),
                          .evidence = QStringLiteral("面談"),
                          .observed = seen.code + QStringLiteral(",gone")});
    const auto entries = valueOf(timelineOf(*survey.document, survey.registry(), person));
    REQUIRE(!entries.empty());
    CHECK(entries[0].detail.contains(QStringLiteral("見られた行動：") + seen.text));
    CHECK_FALSE(entries[0].detail.contains(QStringLiteral("gone")));
}

TEST_CASE("a timeline tells workshops with her own up, stay and down, assessments, supports and places, "
          "newest first")
{
    Survey survey;
    const qint64 person = survey.coordinator(QStringLiteral("斎藤 真央"));
    // Ⅰ-1 from b to a is up, Ⅰ-2 stays at b.
    const qint64 before = survey.respond(1, {{kNumber, QStringLiteral("7")}}, 1, 1);
    const qint64 after = survey.respond(
        2,
        {{kNumber, QStringLiteral("7")}, {QStringLiteral("answered_at"), QStringLiteral("2025-11-25 10:30")}},
        0, 1);
    succeeds(setResponsePeople(*survey.document, {{before, person, true, {}}, {after, person, true, {}}},
                               QStringLiteral("結びつけ")));
    survey.assess(person, QDate(2026, 5, 1), 3);
    const qint64 support = survey.add(Support{.kind = Support::Kind::Network,
                                              .title = QStringLiteral("情報交換会"),
                                              .heldOn = QDate(2026, 6, 25),
                                              .outcome = QStringLiteral("様式を決めた")});
    survey.add(SupportPerson{.support = support, .person = person});

    const auto entries = valueOf(timelineOf(*survey.document, survey.registry(), person));
    REQUIRE(entries.size() == 6);
    CHECK(entries[0].kind == TimelineEntry::Kind::Support);
    CHECK(entries[0].detail == QStringLiteral("様式を決めた"));
    CHECK(entries[1].kind == TimelineEntry::Kind::Assessment);
    CHECK(entries[1].title.contains(QStringLiteral("1-1と1-2の間")));
    CHECK(entries[2].kind == TimelineEntry::Kind::Answer);
    CHECK(entries[2].day == QDate(2025, 11, 25));
    CHECK(entries[3].kind == TimelineEntry::Kind::Workshop);
    CHECK(entries[3].detail == QStringLiteral("up 1（Ⅰ-1） ・ stay 1 ・ down 0"));
    CHECK_FALSE(entries[5].day.isValid()); // what has no day comes last
    CHECK(errorOf(timelineOf(*survey.document, survey.registry(), 999)) == ErrorCode::NotFound);
}

TEST_CASE("a municipality's participation counts each person once, as what she came")
{
    Survey survey;
    const qint64 person = survey.coordinator(QStringLiteral("斎藤 真央"));
    const QString role = QStringLiteral("role"), place = QStringLiteral("municipality");
    const qint64 before =
        survey.respond(1, {{kName, QStringLiteral("斎藤 真央")}, {kPlace, QStringLiteral("夕凪市立病院")}});
    succeeds(setResponsePeople(*survey.document, {{before, person, true, {}}}, QStringLiteral("結びつけ")));
    // The same person after the workshop, not tied to her yet, and an officer who answered twice.
    survey.respond(2, {{kName, QStringLiteral("齋藤 真央")},
                       {kPlace, QStringLiteral("夕凪市立病院")},
                       {place, QStringLiteral("夕凪市")},
                       {role, QStringLiteral("コーディネーター")}});
    for (const int import : {1, 2})
        survey.respond(import, {{kName, QStringLiteral("森 律")},
                                {place, QStringLiteral("夕凪市")},
                                {role, QStringLiteral("市町村担当者")}});
    survey.respond(1, {{kName, QStringLiteral("他町 人")}, {place, QStringLiteral("西浜町")}});
    const auto all = valueOf(participationOf(*survey.document, survey.registry(), survey.town));
    REQUIRE(all.size() == 1);
    CHECK(all[0].coordinators == 1);
    CHECK(all[0].officers == 1);
    CHECK(all[0].others == 0);
    CHECK(all[0].heldOn == QDate(2025, 11, 20));
}

TEST_CASE("who looked on is not counted as taking part, and nobody counts for two municipalities")
{
    Survey survey;
    const qint64 works = survey.coordinator(QStringLiteral("斎藤 真央"));
    const qint64 watched = survey.coordinator(QStringLiteral("原田 由紀"));
    const QString role = QStringLiteral("role"), place = QStringLiteral("municipality");
    const qint64 other =
        survey.add(Municipality{.prefecture = survey.prefecture, .name = QStringLiteral("西浜町")});
    const QString coordinator = QStringLiteral("コーディネーター");
    // She works at 夕凪市's centre and says that she came for 西浜町.
    const qint64 said = survey.respond(
        1,
        {{kName, QStringLiteral("斎藤 真央")}, {role, coordinator}, {place, QStringLiteral("架空県西浜町")}});
    const qint64 looked = survey.respond(1, {{kName, QStringLiteral("原田 由紀")}, {role, coordinator}});
    const qint64 unknown = survey.respond(
        1, {{kName, QStringLiteral("森 律")}, {role, coordinator}, {place, QStringLiteral("夕凪市")}});
    succeeds(setResponsePeople(*survey.document, {{said, works, true, {}}, {looked, watched, true, {}}},
                               QStringLiteral("結びつけ")));
    const auto counted = [&](qint64 municipality) {
        int all = 0;
        for (const Participation &one :
             valueOf(participationOf(*survey.document, survey.registry(), municipality)))
            all += one.coordinators;
        return all;
    };
    CHECK(counted(survey.town) == 2); // 原田, 森
    CHECK(counted(other) == 1);       // 斎藤
    act(*survey.document,
        {QStringLiteral("INSERT INTO participant(workshop, position, name, part, person) VALUES "
                        "(%1, 0, '原田 由紀', 'observer', %2)")
             .arg(survey.workshop)
             .arg(watched),
         QStringLiteral("INSERT INTO participant(id, workshop, position, name, part) VALUES "
                        "(77, %1, 1, '森 律', 'audience')")
             .arg(survey.workshop),
         QStringLiteral("INSERT INTO participant_response(response, participant) VALUES (%1, 77)")
             .arg(unknown)});
    CHECK(counted(survey.town) == 0);
    CHECK(counted(other) == 1);
}

TEST_CASE("the sample's registers: 43 people of 25 municipalities at five steps, and their answers")
{
    Folder folder;
    const QString path = folder(QStringLiteral("s.tane"));
    succeeds(createSample(path));
    const auto document = valueOf(Document::open(path));
    const Registry registry = valueOf(loadRegistry(*document));
    CHECK(registry.people.size() == 43);
    CHECK(registry.municipalities.size() == 25);
    CHECK(registry.areas.size() == 4);
    int answered = 0;
    for (const PersonRecord &record : registry.people)
        answered += record.responses.empty() ? 0 : 1;
    CHECK(answered == 40); // three were not there
    // Who stands where in the picture the board was drawn after.
    std::vector<int> steps(5, 0);
    const QDate on(2026, 11, 21);
    for (const PersonRecord &record : registry.people)
        ++steps[static_cast<std::size_t>(registry.ladder.stepOf(record.assessmentOn(on)->level))];
    CHECK(steps == std::vector{14, 13, 9, 5, 2});
    std::vector<int> kinds(3, 0);
    for (const Support &support : registry.supports) {
        ++kinds[static_cast<std::size_t>(support.kind)];
        if (support.kind == Support::Kind::Accompany)
            CHECK(registry.stages.at(support.id).size() == 5);
    }
    CHECK(kinds == std::vector{2, 2, 1});
}
