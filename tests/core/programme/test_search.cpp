#include "base/textfold.h"
#include "people/registry.h"
#include "programme/cycle.h"
#include "programme/search.h"
#include "programme/searchfolder.h"

#include "core/storage/storagetest.h"

#include <algorithm>
#include <ctime>

using namespace tane;
using namespace storagetest;

namespace {

struct Office
{
    Folder folder;
    std::unique_ptr<Document> document = valueOf(Document::create(folder(QStringLiteral("a.tane"))));
    CycleRepository cycles{*document};
    qint64 programme = 0, workshop = 0, group = 0;

    Office()
    {
        programme =
            valueOf(cycles.create({.title = QStringLiteral("支援プログラム")}, QStringLiteral("half-day")));
        const Cycle cycle = valueOf(cycles.load(programme));
        workshop = cycle.workshops.front().id;
        group = cycle.targetGroups.front().id;
    }
    template<class T>
    qint64 add(const T &record)
    {
        return valueOf(RecordTable<T>(*document).add(record, QStringLiteral("追加")));
    }
    [[nodiscard]] std::vector<SearchHit> find(const char *query, int limit = 200)
    {
        return valueOf(searchFile(*document, QString::fromUtf8(query), limit));
    }
    /// Respondents with a name each and a free text for one item.
    void addAnswers(int people, const QString &name, const QString &text)
    {
        act(*document,
            {QStringLiteral("INSERT INTO questionnaire(id, code, title) VALUES (1, 'q', 'q')"),
             QStringLiteral("INSERT INTO item_set VALUES (1, 1, 0, 'Ⅰ', 's', 'other')"),
             QStringLiteral("INSERT INTO item(id, item_set, position, code, text, short_text, answer_type, "
                            "asked_before, asked_after, ordered) VALUES (1, 1, 0, 'Ⅰ-1', "
                            "'夜間の連絡はとれていますか', '', "
                            "'single', 1, 1, 1)"),
             QStringLiteral(
                 "INSERT INTO item(id, item_set, position, code, text, short_text, answer_type, "
                 "asked_before, asked_after, ordered) VALUES (2, 1, 1, 'Ⅰ-2', 'i', '', 'text', 1, 1, 1)"),
             QStringLiteral("UPDATE workshop SET questionnaire = 1"),
             QStringLiteral("INSERT INTO import_batch VALUES (1, %1, 1, 'after', 'a.csv', '2026-01-01')")
                 .arg(workshop),
             QStringLiteral(
                 "INSERT INTO response(id, import_batch, source_label, row_number, name, affiliation) "
                 "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                 "SELECT i, 1, 'a', i, '%2' || i, '市立病院' FROM n")
                 .arg(people)
                 .arg(name),
             QStringLiteral("INSERT INTO answer SELECT id, 1, 0, '' FROM response"),
             QStringLiteral("INSERT INTO answer SELECT id, 2, -1, '%1' || id FROM response").arg(text)});
    }
};

} // namespace

TEST_CASE("words are found in whatever way they are written")
{
    Office office;
    office.add(
        Goal{.targetGroup = office.group, .text = QStringLiteral("斎藤さんと髙橋さんがｹｱﾏﾈと話し合う")});
    for (const char *query :
         {"齋藤", "高橋", "ケアマネ", "けあまね", "ケ ア マネ", "話し　合う", "斉藤 ケアマネ"}) {
        INFO(query);
        const auto hits = office.find(query);
        REQUIRE(hits.size() == 1);
        CHECK(hits.front().place == QStringLiteral("目標・短期"));
        CHECK(hits.front().page == QStringLiteral("goals"));
        CHECK(hits.front().table == QStringLiteral("goal"));
        CHECK(hits.front().programme == office.programme);
    }
    office.add(Purpose{.programme = office.programme, .text = QStringLiteral("ＩＣＴの活用")});
    CHECK(office.find("ict").size() == 1);
    CHECK(office.find("斎藤 ict").empty()); // all words in one record
    CHECK(office.find("").empty());
    CHECK(office.find(" 　 ").empty());
}

TEST_CASE("every place the officer writes in is looked through, and knows its page")
{
    Office office;
    const QString word = QStringLiteral("くじらぐも");
    const Cycle cycle = valueOf(office.cycles.load(office.programme));
    const auto marked = [&word](const char *before) { return QString(QString::fromUtf8(before) + word); };
    Programme programme = cycle.programme;
    programme.note = marked("備考");
    succeeds(RecordTable<Programme>(*office.document).update(programme, QStringLiteral("変更")));
    office.add(
        Viewpoint{.programme = office.programme, .block = QStringLiteral("独自"), .text = marked("視点")});
    office.add(Finding{.viewpoint = cycle.viewpoints.front().id, .text = marked("所見")});
    office.add(Finding{.viewpoint = cycle.viewpoints.front().id, .tableCells = marked("市町村\t")});
    office.add(ReviewIssue{.targetGroup = office.group, .text = marked("課題")});
    office.add(TargetGroup{.programme = office.programme, .name = marked("対象")});
    for (const Goal::Term term : {Goal::Term::Short, Goal::Term::Middle, Goal::Term::Long})
        office.add(Goal{.targetGroup = office.group, .term = term, .text = marked("目標")});
    office.add(Purpose{.programme = office.programme, .text = marked("目的")});
    office.add(PlanLine{.targetGroup = office.group, .field = PlanField::Action, .text = marked("行動")});
    succeeds(setPlanLevel(*office.document, office.group, PlanField::Entry, {.text = marked("level")}));
    Workshop workshop = cycle.workshops.front();
    workshop.publicity = marked("周知");
    succeeds(RecordTable<Workshop>(*office.document).update(workshop, QStringLiteral("変更")));
    office.add(
        TimetableRow{.workshop = office.workshop, .title = QStringLiteral("講義"), .aim = marked("狙い")});
    office.add(Task{.workshop = office.workshop, .title = QStringLiteral("準備"), .note = marked("メモ")});
    for (const auto kind : {EvaluationLine::Kind::Achieved, EvaluationLine::Kind::Council})
        office.add(EvaluationLine{.programme = office.programme, .kind = kind, .text = marked("評価")});
    Initiative initiative{.programme = office.programme, .name = QStringLiteral("取組")};
    initiative.answers.at(6) = marked("改善");
    office.add(initiative);
    office.add(ReflectionMeeting{.programme = office.programme, .attendees = marked("出席")});
    office.addAnswers(2, word, marked("自由記述"));
    act(*office.document,
        {QStringLiteral("UPDATE item SET text = '%1' WHERE id = 1").arg(word),
         QStringLiteral("INSERT INTO reading VALUES (%1, 1, 'all', '%2')").arg(office.workshop).arg(word)});

    QStringList found;
    for (const SearchHit &hit : office.find("クジラグモ"))
        found << hit.page + u'/' + hit.table + u'/' + hit.place;
    CHECK(found == QStringList{
                       QStringLiteral("programmes/programme/研修プログラム"),
                       QStringLiteral("situation/viewpoint/実態・視点"),
                       QStringLiteral("situation/finding/実態・所見"),
                       QStringLiteral("situation/finding/実態・所見"),
                       QStringLiteral("situation/review_issue/実態・課題"),
                       QStringLiteral("goals/target_group/目標・対象"),
                       QStringLiteral("goals/goal/目標・短期"),
                       QStringLiteral("goals/goal/目標・中期"),
                       QStringLiteral("goals/goal/目標・長期"),
                       QStringLiteral("plan/purpose/企画・目的"),
                       QStringLiteral("plan/plan_line/企画・行動目標（研修後）"),
                       QStringLiteral("plan/plan_level/企画・想定レベル"),
                       QStringLiteral("workshop/workshop/研修会の設計"),
                       QStringLiteral("timetable/timetable_row/時間割"),
                       QStringLiteral("checklist/task/チェックリスト"),
                       QStringLiteral("evaluation/evaluation_line/評価・できたこと"),
                       QStringLiteral("evaluation/evaluation_line/評価・共有する協議の場"),
                       QStringLiteral("evaluation/initiative/評価・取組の振り返り"),
                       QStringLiteral("evaluation/reflection_meeting/評価・振り返り会"),
                       QStringLiteral("results/item/アンケートの設問"),
                       QStringLiteral("results/reading/結果の読み取り"),
                       QStringLiteral("answers/response/アンケートの回答者"),
                       QStringLiteral("answers/response/アンケートの回答者"),
                       QStringLiteral("answers/response/アンケートの回答"),
                       QStringLiteral("answers/response/アンケートの回答"),
                   });
    const auto hits = office.find("クジラグモ");
    CHECK(hits.back().programme == office.programme);
    CHECK(hits.back().workshop == office.workshop);
    CHECK(hits.back().row == 2);
    CHECK(office.find("クジラグモ", 3).size() == 3);
    // The words of the guided sheet are no words of the officer's.
    CHECK(office.find("運用状況").empty());
}

TEST_CASE("people, places and supports are found and lead to their pages")
{
    Office office;
    const auto word = [](const char *before) {
        return QString(QString::fromUtf8(before) + QStringLiteral("くじらぐも"));
    };
    const qint64 prefecture = office.add(Prefecture{.name = QStringLiteral("架空県")});
    const qint64 town = office.add(Municipality{.prefecture = prefecture, .department = word("課")});
    const qint64 centre = office.add(Centre{.prefecture = prefecture, .name = word("センター")});
    const qint64 person = office.add(Person{.name = QStringLiteral("森 律"), .note = word("備考")});
    office.add(Affiliation{.person = person, .title = word("役職")});
    office.add(Assessment{.person = person, .assessedOn = QDate(2026, 5, 1), .evidence = word("根拠")});
    const qint64 support = office.add(Support{.title = QStringLiteral("伴走"), .future = word("今後")});
    office.add(SupportStage{.support = support, .stage = 1, .advice = word("助言")});
    QStringList found;
    for (const SearchHit &hit : office.find("クジラグモ"))
        found << QStringLiteral("%1/%2/%3/%4").arg(hit.page, hit.table, QString::number(hit.row), hit.place);
    const auto expected = [](const char *page, const char *table, qint64 row, const char *place) {
        return QStringLiteral("%1/%2/%3/%4")
            .arg(QLatin1String(page), QLatin1String(table), QString::number(row), QString::fromUtf8(place));
    };
    CHECK(found == QStringList{expected("person", "person", person, "人材"),
                               expected("person", "person", person, "人材・所属"),
                               expected("person", "person", person, "人材・評価"),
                               expected("municipalities", "centre", centre, "センター"),
                               expected("municipality", "municipality", town, "市町村"),
                               expected("supports", "support", support, "支援"),
                               expected("supports", "support", support, "支援・段階")});
    office.add(Affiliation{.person = person, .centre = centre});
    CHECK(office.find("センター くじらぐも").size() ==
          2); // who works there is found by the centre's name, too
}

TEST_CASE("two words may stand in two fields of one person")
{
    Office office;
    office.addAnswers(3, QStringLiteral("田中"), QStringLiteral("特になし"));
    const auto hits = office.find("病院 田中2");
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().row == 2);
    CHECK(hits.front().text == QStringLiteral("市立病院")); // the text of the first word
}

TEST_CASE("a long text is shown around the word")
{
    Office office;
    const QString padding(5000, u'あ');
    office.add(Goal{.targetGroup = office.group, .text = padding + QStringLiteral("ｶﾞｲﾄﾞﾗｲﾝ") + padding});
    const auto hits = office.find("ガイドライン");
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().text.contains(QStringLiteral("ｶﾞｲﾄﾞﾗｲﾝ")));
    CHECK(hits.front().text.size() < 100);
    CHECK(hits.front().text.startsWith(u'…'));
    CHECK(hits.front().text.endsWith(u'…'));
    office.add(Purpose{.programme = office.programme, .text = QStringLiteral("一行目\n二行目の目印")});
    CHECK(office.find("目印").front().text == QStringLiteral("一行目 二行目の目印"));
}

TEST_CASE("the fast folding is the folding of names")
{
    SearchFolder folder;
    for (const char *text :
         {"", "ｶﾞｲﾄﾞ", "か゛", "か\u3099", "斎藤　髙橋", "Ａｂｃ－１２３", "㈱タネ", "ﾊﾟｰﾄ～", "𠮷野家",
          "葛󠄀城", "㌔", "a\u0301", "神\ufe00", "ゝヽ", "\u200b x\t\n", "Ⅰ-1", "①", "한글", "ẞß"}) {
        const QString original = QString::fromUtf8(text);
        INFO(text);
        CHECK(folder.fold(original).toString() == foldName(original));
    }
    for (char32_t c = 0x20; c < 0xfffe; ++c) { // every character between two ordinary ones
        if (c >= 0xd800 && c < 0xe000)
            continue;
        const QString text = QStringLiteral("あ") + QChar(static_cast<char16_t>(c)) + QStringLiteral("亜");
        if (folder.fold(text) != foldName(text))
            FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
}

TEST_CASE("100,000 free texts are looked through while typing feels immediate")
{
    Office office;
    office.addAnswers(100000, QStringLiteral("回答者"),
                      QStringLiteral("夜間の連絡がつきにくく、家族が困っている。番号"));
    const std::clock_t begin = std::clock(); // processor time: others may be using the machine
    CHECK(office.find("家族 99999").size() == 1);
    const double milliseconds = 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    INFO(milliseconds << " ms");
    CHECK(milliseconds < 1500); // about 200 here; generous for builds with sanitizers
}
