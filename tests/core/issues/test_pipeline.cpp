#include "core/issues/issuesoffice.h"
#include "issues/scenario.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = QStringLiteral("操作");

QStringList titles(const std::vector<const IssueCard *> &cards)
{
    QStringList all;
    for (const IssueCard *card : cards)
        all << card->title;
    return all;
}

} // namespace

TEST_CASE("the stages from trouble to policy carry the names of the report, in their order")
{
    QStringList names;
    for (int i = 0; i < kIssueStages; ++i)
        names << issueStageText(static_cast<IssueStage>(i));
    CHECK(names.join(QStringLiteral(" → ")) ==
          QStringLiteral("困りごと → 個別課題 → 地域課題のタネ → 真因等の仮説 → 地域課題 → 協議の場 → 施策"));
}

TEST_CASE("a cluster becomes a chain, the chain a seed, and the seed knows the very notes it came from")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(3, 0, office.sakura);
    const qint64 scene = office.board(board).scenes[1].id;
    const qint64 first = office.addNote(board, QStringLiteral("退院の連絡が当日になる"), scene);
    const qint64 second = office.addNote(board, QStringLiteral("病院の窓口が分からない"), scene);
    const qint64 cluster = valueOf(
        clusterNotes(*office.document, board, QStringLiteral("退院時の連絡"), {first, second}, kLabel));
    const qint64 chain =
        office.add(IssueChain{.board = board,
                              .cluster = cluster,
                              .what = QStringLiteral("退院前にケアマネへ連絡が届かない"),
                              .why = QStringLiteral("窓口が病院ごとに違う\n連絡の決まりがない"),
                              .mainCause = QStringLiteral("連絡の決まりがない"),
                              .best = QStringLiteral("入退院連絡の手引きを作る")});
    const qint64 seed = valueOf(seedFromChain(*office.document, chain, office.today, kLabel));
    CHECK(valueOf(seedFromChain(*office.document, chain, office.today, kLabel)) == seed);
    const Pipeline pipeline = office.pipeline();
    const IssueCard *card = pipeline.card(seed);
    REQUIRE(card);
    CHECK(card->stage == IssueStage::Seed);
    CHECK(card->title == QStringLiteral("退院前にケアマネへ連絡が届かない"));
    CHECK(card->scenes == QStringList{QStringLiteral("入退院支援")});
    CHECK(card->municipality == office.sakura);
    CHECK(card->workshop == office.workshop);
    CHECK(card->notedOn == QDate(2026, 9, 1));
    CHECK(card->source == QStringLiteral("模造紙"));
    CHECK(pipeline.notesOf(seed) == std::vector{first, second});
    succeeds(office.document->undo());
    CHECK(office.pipeline().cards.empty());
    CHECK(office.board(board).chains.front().seed == 0);

    SECTION("the scenario starts from what theme 2 found")
    {
        succeeds(office.document->redo());
        const Scenario draft = valueOf(scenarioFromCard(*office.document, seed, office.today));
        CHECK(draft.theme == QStringLiteral("【入退院支援】退院前にケアマネへ連絡が届かない"));
        CHECK(draft.causes[0] == QStringLiteral("窓口が病院ごとに違う"));
        CHECK(draft.causes[1] == QStringLiteral("連絡の決まりがない"));
        CHECK(draft.rootCause == QStringLiteral("連絡の決まりがない"));
        CHECK(draft.measures[0] == QStringLiteral("入退院連絡の手引きを作る"));
        CHECK(draft.municipality == office.sakura);
        CHECK(scenarioGaps(draft).size() == 3); // 目指す姿, 誰に対する, 何がどうなる
    }
    SECTION("and the message carries the notes as its facts")
    {
        succeeds(office.document->redo());
        const BoardContent content = office.board(board);
        const auto band = std::ranges::find_if(content.scenes, &BoardScene::isBand);
        REQUIRE(band != content.scenes.end());
        office.addNote(board, QStringLiteral("窓口を一つにしてほしい"), band->id);
        const IssueMessage draft = valueOf(messageFromCard(*office.document, seed));
        CHECK(draft.request == QStringLiteral("窓口を一つにしてほしい"));
        CHECK(draft.facts == QStringLiteral("退院の連絡が当日になる\n病院の窓口が分からない"));
        CHECK(draft.municipality == office.sakura);
    }
}

TEST_CASE("a card of a workshop still to come is noted today")
{
    IssuesOffice office;
    const IssueCard card{.title = QStringLiteral("先"), .notedOn = office.today.addDays(30)};
    const qint64 id = valueOf(addCard(*office.document, card, office.today, kLabel));
    CHECK(office.pipeline().card(id)->notedOn == office.today);
}

TEST_CASE("an empty chain makes no seed")
{
    IssuesOffice office;
    const qint64 chain = office.add(IssueChain{.board = office.addBoard(1)});
    CHECK(errorOf(seedFromChain(*office.document, chain, office.today, kLabel)) == ErrorCode::Conflict);
    CHECK(office.pipeline().cards.empty());
}

TEST_CASE("several troubles become one issue that leads back to all of their notes and consultations")
{
    IssuesOffice office;
    const qint64 note = office.addNote(office.addBoard(1), QStringLiteral("夜間に連絡がつかない"));
    const qint64 first =
        valueOf(cardsFromNotes(*office.document, {note}, IssueStage::Trouble, office.today, kLabel)).front();
    const qint64 consultation = office.add(
        Consultation{.asker = Asker::CareManager, .excerpt = QStringLiteral("往診できる皮膚科は？")});
    succeeds(sortConsultations(*office.document, {consultation}, QStringLiteral("往診できる皮膚科"), kLabel));
    const qint64 topic = valueOf(loadConsultations(*office.document)).topics.front().id;
    const qint64 second =
        valueOf(cardFromTopic(*office.document, topic, IssueStage::Individual, office.today, kLabel));
    const qint64 joined = valueOf(
        joinCards(*office.document, {first, second},
                  {.stage = IssueStage::Seed, .title = QStringLiteral("医療の窓口")}, office.today, kLabel));
    Pipeline pipeline = office.pipeline();
    CHECK(titles(pipeline.originsOf(joined)) ==
          QStringList{QStringLiteral("夜間に連絡がつかない"), QStringLiteral("往診できる皮膚科")});
    CHECK(titles(pipeline.resultsOf(first)) == QStringList{QStringLiteral("医療の窓口")});
    CHECK(pipeline.notesOf(joined).empty());
    CHECK(pipeline.notesOf(joined, true) == std::vector{note});
    CHECK(pipeline.consultationsOf(joined, true) == std::vector{consultation});
    CHECK(pipeline.card(second)->source == QStringLiteral("相談窓口"));

    SECTION("without the troubles the issue stays")
    {
        succeeds(RecordTable<IssueCard>(*office.document).remove(first, kLabel));
        pipeline = office.pipeline();
        CHECK(pipeline.card(joined));
        CHECK(pipeline.originsOf(joined).size() == 1);
        succeeds(office.document->undo());
        CHECK(office.pipeline().originsOf(joined).size() == 2);
    }
    SECTION("a circle is refused")
    {
        CHECK(errorOf(setCardLink(*office.document, joined, first, true, kLabel)) == ErrorCode::Conflict);
        CHECK(errorOf(setCardLink(*office.document, joined, joined, true, kLabel)) == ErrorCode::Conflict);
        succeeds(setCardLink(*office.document, first, joined, true, kLabel)); // there already
        CHECK(office.pipeline().links.size() == 2);
    }
    SECTION("the draft to the municipality says who asked")
    {
        const IssueMessage draft = valueOf(messageFromCard(*office.document, joined));
        CHECK(draft.facts == QStringLiteral("夜間に連絡がつかない\n（ケアマネ）往診できる皮膚科は？"));
    }
}

TEST_CASE("a card that moves on keeps its place and counts its stage from that day")
{
    IssuesOffice office;
    const qint64 first = office.addCard(QStringLiteral("一"));
    const qint64 second = office.addCard(QStringLiteral("二"));
    office.addCard(QStringLiteral("先"), IssueStage::Seed);
    const QDate later(2026, 12, 1);
    succeeds(moveCard(*office.document, second, IssueStage::Seed, 0, later, kLabel));
    Pipeline pipeline = office.pipeline();
    CHECK(titles(pipeline.at(IssueStage::Seed)) == QStringList{QStringLiteral("二"), QStringLiteral("先")});
    CHECK(pipeline.card(second)->stageOn == later);
    CHECK(pipeline.card(second)->notedOn == office.today);
    CHECK(pipeline.card(first)->stageOn == office.today);
    succeeds(office.document->undo());
    pipeline = office.pipeline();
    CHECK(titles(pipeline.at(IssueStage::Trouble)) ==
          QStringList{QStringLiteral("一"), QStringLiteral("二")});
}

TEST_CASE("a solved card is closed on its day and open again without one")
{
    IssuesOffice office;
    const qint64 card = office.addCard(QStringLiteral("課題"));
    succeeds(setCardStatus(*office.document, card, IssueStatus::Solved, QDate(2027, 2, 3), kLabel));
    CHECK(office.pipeline().card(card)->closedOn == QDate(2027, 2, 3));
    CHECK_FALSE(office.pipeline().card(card)->isOpen());
    succeeds(setCardStatus(*office.document, card, IssueStatus::Doing, QDate(2027, 3, 1), kLabel));
    CHECK_FALSE(office.pipeline().card(card)->closedOn.isValid());
}

TEST_CASE("cards are found by words in any width, by where they are from and by their day")
{
    IssuesOffice office;
    const auto card = [&](const char16_t *title, qint64 place, QDate day, const QStringList &scenes) {
        office.add(IssueCard{
            .title = QString::fromUtf16(title), .notedOn = day, .municipality = place, .scenes = scenes});
    };
    card(u"ﾊﾟｰｷﾝｿﾝ病の訪問診療", office.sakura, QDate(2026, 4, 1), {QStringLiteral("日常の療養支援")});
    card(u"パーキンソンのショートステイ", office.momiji, QDate(2026, 5, 1), {});
    card(u"退院時の連絡", office.kaede, QDate(), {QStringLiteral("入退院支援"), QStringLiteral("看取り")});
    const Pipeline pipeline = office.pipeline();
    CHECK(filterCards(pipeline, {}).size() == 3);
    CHECK(filterCards(pipeline, {.words = QStringLiteral("パーキンソン")}).size() == 2);
    CHECK(titles(filterCards(pipeline, {.words = QStringLiteral("ぱーきんそん　訪問")})) ==
          QStringList{QStringLiteral("ﾊﾟｰｷﾝｿﾝ病の訪問診療")});
    CHECK(filterCards(pipeline, {.scene = QStringLiteral("看取り")}).size() == 1);
    CHECK(
        filterCards(pipeline, {.careArea = office.east, .areaMunicipalities = {office.sakura, office.kaede}})
            .size() == 2);
    CHECK(filterCards(pipeline, {.municipality = office.momiji}).size() == 1);
    CHECK(filterCards(pipeline, {.from = QDate(2026, 4, 2)}).size() == 1);
}

TEST_CASE("a council knows what was put forward, and goes without its cards")
{
    IssuesOffice office;
    const qint64 card = office.addCard(QStringLiteral("退院時の連絡"), IssueStage::Council);
    const qint64 council = office.add(CouncilRecord{.heldOn = QDate(2026, 11, 1),
                                                    .body = QStringLiteral("医療・介護連携推進協議会"),
                                                    .municipality = office.sakura,
                                                    .agreed = QStringLiteral("手引きを作る")});
    succeeds(setCouncilCard(*office.document, council, card, true, kLabel));
    office.add(CouncilAction{.council = council,
                             .what = QStringLiteral("案を作る"),
                             .who = QStringLiteral("市町村"),
                             .dueOn = QDate(2027, 1, 31)});
    Pipeline pipeline = office.pipeline();
    REQUIRE(pipeline.councilsOf(card).size() == 1);
    CHECK(pipeline.councilsOf(card).front()->actions.front().who == QStringLiteral("市町村"));
    succeeds(RecordTable<CouncilRecord>(*office.document).remove(council, kLabel));
    pipeline = office.pipeline();
    CHECK(pipeline.councils.empty());
    CHECK(pipeline.card(card));
    succeeds(office.document->undo());
    CHECK(office.pipeline().councilsOf(card).size() == 1);
}

TEST_CASE("everything of a municipality and what a person raised can be listed, newest first")
{
    IssuesOffice office;
    const qint64 person = office.add(Person{.name = QStringLiteral("架空 花子")});
    const qint64 card = office.add(IssueCard{.stage = IssueStage::Regional,
                                             .title = QStringLiteral("夜間の相談先"),
                                             .notedOn = QDate(2025, 6, 1),
                                             .person = person,
                                             .municipality = office.sakura,
                                             .status = IssueStatus::Doing});
    office.add(IssueReview{.card = card, .reviewedOn = QDate(2026, 9, 1)});
    office.add(IssueCard{.title = QStringLiteral("よその課題"), .municipality = office.momiji});
    office.add(CouncilRecord{
        .heldOn = QDate(2026, 3, 1), .body = QStringLiteral("協議会"), .municipality = office.sakura});
    office.add(
        Consultation{.excerpt = QStringLiteral("往診できる皮膚科は？"), .municipality = office.sakura});
    const auto all = valueOf(issuesOf(*office.document, office.sakura));
    QStringList said;
    for (const IssueMention &one : all)
        said << one.what + u'/' + one.text + u'/' + one.state;
    CHECK(said == QStringList{QStringLiteral("協議の場/協議会/"),
                              QStringLiteral("地域課題/夜間の相談先/対応中（研修会での確認：まだ挙がる）"),
                              QStringLiteral("相談（抜粋）/往診できる皮膚科は？/")});
    const auto raised = valueOf(raisedBy(*office.document, person));
    REQUIRE(raised.size() == 1);
    CHECK(raised.front().id == card);
    CHECK(valueOf(issuesOf(*office.document, 0)).empty());
}

TEST_CASE("a consultation typed with who asked is taken apart, other brackets are left")
{
    // The writing of the table of 稲城市 (002:6841).
    const Consultation asked =
        consultationFromLine(QStringLiteral("(ケアマネ)往診できる皮膚科は？(市外2カ所を紹介)"));
    CHECK(asked.asker == Asker::CareManager);
    CHECK(asked.excerpt == QStringLiteral("往診できる皮膚科は？(市外2カ所を紹介)"));
    CHECK(consultationFromLine(QStringLiteral("（介護支援専門員） 皮膚科")).asker == Asker::CareManager);
    const Consultation plain = consultationFromLine(QStringLiteral("(仮)転入した後のかかりつけ医"));
    CHECK(plain.asker == Asker::Unknown);
    CHECK(plain.excerpt == QStringLiteral("(仮)転入した後のかかりつけ医"));
}

TEST_CASE("consultations sorted under the same heading, however it is written, share one topic")
{
    IssuesOffice office;
    const qint64 first = office.add(Consultation{.excerpt = QStringLiteral("一")});
    const qint64 second = office.add(Consultation{.excerpt = QStringLiteral("二")});
    succeeds(sortConsultations(*office.document, {first}, QStringLiteral("かかりつけ医"), kLabel));
    succeeds(sortConsultations(*office.document, {second}, QStringLiteral("ｶｶﾘﾂｹ 医"), kLabel));
    Consultations all = valueOf(loadConsultations(*office.document));
    REQUIRE(all.topics.size() == 1);
    CHECK(all.of(all.topics.front().id).size() == 2);
    succeeds(RecordTable<ConsultationTopic>(*office.document).remove(all.topics.front().id, kLabel));
    all = valueOf(loadConsultations(*office.document));
    CHECK(all.of(0).size() == 2);
}
