// What is printed for the day: who is on it, in which order, how much of everything.
#include "core/storage/storagetest.h"
#include "grouping/kitsheets.h"
#include "grouping/poster.h"
#include "grouping/themeguide.h"

#include <catch2/catch.hpp>

using namespace Qt::StringLiterals;
using namespace tane;
using storagetest::valueOf;

namespace {

/// A workshop whose people are added one by one; all of them are invented.
struct Day
{
    storagetest::Folder folder;
    std::unique_ptr<Document> document = valueOf(Document::create(folder(u"k.tane"_s)));
    qint64 workshop = 0, draft = 0;

    Day()
    {
        Workshop held;
        held.title = u"研修会"_s;
        held.heldOn = QDate(2025, 11, 20);
        workshop = valueOf(WorkshopRepository(*document).save(held));
        draft = valueOf(RecordTable<GroupDraft>(*document).add(
            {.workshop = workshop, .title = u"案1"_s, .inUse = true}, u"準備"_s));
    }
    qint64 add(Participant person)
    {
        person.workshop = workshop;
        if (person.state == Participant::State::Applied)
            person.state = Participant::State::Accepted;
        return valueOf(RecordTable<Participant>(*document).add(person, u"準備"_s));
    }
    qint64 seat(qint64 person, int group, GroupDuty duty = GroupDuty::Automatic,
                std::optional<int> printed = std::nullopt)
    {
        return valueOf(RecordTable<GroupSeat>(*document).add(
            {.draft = draft, .participant = person, .number = group, .duty = duty, .printed = printed},
            u"準備"_s));
    }
    Kit kit() { return valueOf(loadKit(*document, workshop)); }
};

QStringList namesOf(const std::vector<KitPerson> &people)
{
    QStringList names;
    for (const KitPerson &person : people)
        names << person.name;
    return names;
}

QString textOf(const FormSheet &sheet)
{
    QString text = sheet.title;
    for (const FormSheet::Part &part : sheet.parts) {
        if (part.paragraph)
            text += u'\n' + part.paragraph->text;
        if (part.table)
            for (const auto &row : part.table->rows) {
                text += u'\n';
                for (const FormTableCell &cell : row)
                    text += cell.text + u'|' + cell.remark + u'|';
            }
    }
    return text;
}

} // namespace

TEST_CASE("people are listed as Japanese lists have them, voiced and small letters beside the plain ones")
{
    // A dictionary's order: かとう かどの がもう きょう きよし.
    CHECK(kanaLess(u"かとう"_s, u"かどの"_s));
    CHECK(kanaLess(u"かどの"_s, u"がもう"_s));
    CHECK(kanaLess(u"がもう"_s, u"きょう"_s));
    CHECK(kanaLess(u"キョウ"_s, u"きよし"_s));
    CHECK_FALSE(kanaLess(u"がもう"_s, u"かとう"_s));
    CHECK(kanaRow(u"がもう"_s) == u"か"_s);
    CHECK(kanaRow(u"ぱく"_s) == u"は"_s);
    CHECK(kanaRow(u"ヤマダ"_s) == u"や"_s);
    CHECK(kanaRow(u"をの"_s) == u"わ"_s);
    CHECK(kanaRow(u"Smith"_s) == u"他"_s);
    CHECK(kanaRow({}) == u"他"_s);
}

TEST_CASE("who sits in a group is printed there, with the moderator and the scribe first")
{
    Day day;
    const qint64 coordinator =
        day.add({.name = u"相沢 一"_s, .kana = u"あいざわ はじめ"_s, .role = u"コーディネーター"_s});
    const qint64 officer = day.add(
        {.name = u"山田 二葉"_s, .kana = u"やまだ ふたば"_s, .role = u"市町村担当者"_s, .title = u"主任"_s});
    const qint64 scribe = day.add({.name = u"川口 三"_s, .kana = u"かわぐち みつ"_s});
    const qint64 other = day.add({.name = u"井上 四"_s, .kana = u"いのうえ よつ"_s});
    day.add({.name = u"講師 五"_s, .part = Participant::Part::Lecturer});
    day.add({.name = u"欠席 六"_s, .attendance = Participant::Attendance::Absent});
    day.add({.name = u"辞退 七"_s, .state = Participant::State::Cancelled});
    day.seat(coordinator, 2);
    day.seat(officer, 2);
    day.seat(scribe, 2, GroupDuty::Scribe);
    day.seat(other, 1);
    const Kit kit = day.kit();
    REQUIRE(kit.groups.size() == 2);
    CHECK(namesOf(kit.groups[0].members) == QStringList{u"井上 四"_s});
    // The municipal officer moderates; 川口 was chosen as scribe.
    CHECK(namesOf(kit.groups[1].members) == QStringList{u"山田 二葉"_s, u"川口 三"_s, u"相沢 一"_s});
    REQUIRE(kit.groups[1].facilitator() != nullptr);
    CHECK(kit.groups[1].facilitator()->name == u"山田 二葉"_s);
    CHECK(kit.groups[1].scribe()->name == u"川口 三"_s);
    CHECK(namesOf(kit.others) == QStringList{u"講師 五"_s});
    CHECK(kit.seated() == 4);
    CHECK(namesOf(kit.everybody()) ==
          QStringList{u"相沢 一"_s, u"井上 四"_s, u"川口 三"_s, u"山田 二葉"_s, u"講師 五"_s});
}

TEST_CASE("a card is new while its group is not the one that was printed, and printing is one undo step")
{
    Day day;
    const qint64 same = day.add({.name = u"相沢 一"_s}), moved = day.add({.name = u"山田 二"_s}),
                 never = day.add({.name = u"川口 三"_s});
    day.seat(same, 1, GroupDuty::Automatic, 1);
    day.seat(moved, 1, GroupDuty::Automatic, 2);
    day.seat(never, 1);
    const auto changed = [&day] {
        QStringList names;
        for (const KitGroup &group : day.kit().groups)
            for (const KitPerson &person : group.members)
                if (person.changed)
                    names << person.name;
        names.sort();
        return names;
    };
    const QStringList before{u"山田 二"_s, u"川口 三"_s};
    CHECK(changed() == before);
    REQUIRE(markPrinted(*day.document, day.kit(), {moved, never}).has_value());
    CHECK(changed().isEmpty());
    CHECK(day.document->undoLabel() == u"名札を印刷済みにする"_s);
    REQUIRE(day.document->undo().has_value());
    CHECK(changed() == before);
    REQUIRE(day.document->redo().has_value());
    CHECK(changed().isEmpty());
}

TEST_CASE("the sign-in sheet has everybody who passes the desk by the rows of the syllabary")
{
    Day day;
    day.add({.name = u"山田 花子"_s, .kana = u"やまだ はなこ"_s, .affiliation = u"架空市"_s});
    day.add({.name = u"蒲生 一"_s, .kana = u"がもう はじめ"_s});
    day.add({.name = u"遠くの 人"_s, .kana = u"とおくの ひと"_s, .online = true});
    const QString text = textOf(valueOf(makeKitForm(KitSheet::SignIn, day.kit())));
    CHECK(text.indexOf(u"か行"_s) < text.indexOf(u"蒲生 一"_s));
    CHECK(text.indexOf(u"蒲生 一"_s) < text.indexOf(u"や行"_s));
    CHECK(text.indexOf(u"や行"_s) < text.indexOf(u"山田 花子"_s));
    CHECK(text.contains(u"架空市"_s));
    CHECK_FALSE(text.contains(u"遠くの"_s));
}

TEST_CASE("amounts are reckoned from groups and people, and follow the officer's numbers")
{
    // 78 people in 14 groups, as trial ①; by hand: 14 + 3 sheets, 78 × 30 + 100 notes, 14 × 30 + 30 headings.
    const auto amount = [](const std::vector<Material> &all, const QString &id) {
        for (const Material &material : all)
            if (material.id == id)
                return material.amount(14, 78);
        return -1;
    };
    CHECK(amount(usualMaterials(), u"poster-sheets"_s) == 17);
    CHECK(amount(usualMaterials(), u"own-notes"_s) == 2440);
    CHECK(amount(usualMaterials(), u"heading-notes"_s) == 450);
    Day day;
    Material sheets = usualMaterials().front();
    sheets.perGroup = 2;
    sheets.spare = 5;
    REQUIRE(saveMaterial(*day.document, day.workshop, sheets).has_value());
    const auto kept = valueOf(materialsOf(*day.document, day.workshop));
    CHECK(amount(kept, u"poster-sheets"_s) == 33);
    CHECK(kept.front().formula() == u"班数×2＋予備5"_s);
    CHECK(amount(kept, u"own-notes"_s) == 2440);
    REQUIRE(day.document->undo().has_value());
    CHECK(amount(valueOf(materialsOf(*day.document, day.workshop)), u"poster-sheets"_s) == 17);
    const QString text = textOf(valueOf(makeKitForm(KitSheet::Materials, day.kit(), {kept, 4, {}})));
    CHECK(text.contains(u"13 枚"_s)); // 4 groups while none are made: 4 × 2 + 5
}

TEST_CASE("the themes are those of the timetable, and of the programme where it has none")
{
    CHECK(themesOf({}).size() == 3);
    const auto row = [](const QString &title, const QString &content, int minutes, bool theme) {
        TimetableRow made;
        made.title = title;
        made.content = content;
        made.minutes = minutes;
        made.isTheme = theme;
        return made;
    };
    const Timetable day = chainTimes(
        QTime(13, 0),
        {row(u"開会"_s, {}, 10, false), row(u"テーマ２"_s, {}, 40, true), row(u"自由討議"_s, {}, 35, true),
         row(u"テーマ３"_s, u"現場で起こっていること・地域課題を市町村にうまく伝えるには"_s, 45, true)});
    const std::vector<ThemeGuide> themes = themesOf(day);
    REQUIRE(themes.size() == 3);
    CHECK(themes[0].title == standardThemes()[1].title);
    CHECK(themes[0].start == QTime(13, 10));
    CHECK(themes[0].end == QTime(13, 50));
    CHECK(themes[1].title == u"自由討議"_s);
    CHECK(themes[1].minutes == 35);
    CHECK_FALSE(themes[1].points.isEmpty());
    CHECK(themes[2].points == standardThemes()[2].points);
    CHECK(themes[2].start == QTime(14, 25));
    CHECK_FALSE(themeOf(day, 0).has_value());
}

TEST_CASE("the steps of a theme take its minutes, no more and no less")
{
    for (int minutes = 10; minutes <= 90; ++minutes) {
        int sum = 0;
        for (const ThemeStep &step : themeSteps(minutes)) {
            CHECK(step.minutes > 0);
            sum += step.minutes;
        }
        CHECK(sum == minutes);
    }
    CHECK(themeSteps(9).empty());
}

TEST_CASE("scenes of a poster are chosen freely, one to six, and the four of the programme else")
{
    CHECK(scenesFrom({}) == QStringList{u"日常療養"_s, u"入退院支援"_s, u"急変時の対応"_s, u"看取り"_s});
    CHECK(scenesFrom(u"認知症、 災害対応,感染症対応"_s) ==
          QStringList{u"認知症"_s, u"災害対応"_s, u"感染症対応"_s});
    CHECK(scenesFrom(u"1、2、3、4、5、6、7"_s).size() == 6);
}

TEST_CASE("without groups there is no roster of them, and the others can be written on by hand")
{
    Day day;
    const Kit kit = day.kit();
    const auto roster = makeKitForm(KitSheet::Roster, kit);
    REQUIRE_FALSE(roster.has_value());
    CHECK(roster.error().code == ErrorCode::NothingUnderstood);
    CHECK(roster.error().message.contains(u"班分け"_s));
    for (const KitSheet sheet : allKitSheets()) {
        INFO(kitSheetCode(sheet).toStdString());
        CHECK(kitSheetOf(kitSheetCode(sheet)) == sheet);
        if (isKitForm(sheet) && !needsGroups(sheet)) {
            const FormSheet made = valueOf(makeKitForm(sheet, kit));
            CHECK(made.title == kitSheetTitle(sheet));
            CHECK_FALSE(made.parts.empty());
        }
    }
}
