#include "core/issues/issuesoffice.h"
#include "issues/recurrence.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = QStringLiteral("操作");

struct Pair
{
    const char16_t *first;
    const char16_t *second;
};
// Headings as groups write them, labelled by hand: the same trouble, or another one that looks alike.
constexpr Pair kSame[] = {{u"往診できる皮膚科", u"皮膚科の往診"},
                          {u"夜間の相談先がない", u"夜間に相談できる先がない"},
                          {u"退院時の連絡", u"退院の連絡が当日になる"},
                          {u"独居の見守り", u"一人暮らしの見守り"},
                          {u"通院の足がない", u"通院手段がない"},
                          {u"家族の介護負担", u"介護する家族の負担"},
                          {u"看取りの心構え", u"看取りへの家族の心構え"},
                          {u"かかりつけ医がいない", u"かかりつけ医を持っていない"},
                          {u"認知症の受診拒否", u"認知症で受診を拒む"},
                          {u"訪問看護の不足", u"訪問看護が足りない"},
                          {u"薬の飲み残し", u"残薬の管理"},
                          {u"救急車を呼んでしまう", u"急変時に救急車を呼ぶ"},
                          {u"入院時の情報提供", u"入院時の情報共有"},
                          {u"ショートステイが使えない", u"ショートステイの空きがない"},
                          {u"本人の意向の確認", u"本人の意向が確認できない"},
                          {u"病院とケアマネの連携", u"ケアマネと病院の連携"},
                          {u"訪問診療医が少ない", u"訪問診療医の不足"},
                          {u"相談窓口が分からない", u"相談窓口の周知"},
                          {u"多職種の顔の見える関係", u"顔の見える関係づくり"},
                          {u"歯科の訪問診療", u"訪問歯科診療"}};
constexpr Pair kDifferent[] = {{u"夜間の相談先がない", u"通院の足がない"},
                               {u"退院時の連絡", u"入院時の情報提供"},
                               {u"訪問看護の不足", u"訪問診療医の不足"},
                               {u"家族の介護負担", u"家族の看取りの不安"},
                               {u"独居の見守り", u"認知症の受診拒否"},
                               {u"薬の飲み残し", u"薬局との連携"},
                               {u"救急車を呼んでしまう", u"往診できる皮膚科"},
                               {u"かかりつけ医がいない", u"身寄りがいない"},
                               {u"ショートステイが使えない", u"デイサービスが使えない"},
                               {u"本人の意向の確認", u"服薬の確認"},
                               {u"病院とケアマネの連携", u"病院と薬局の連携"},
                               {u"相談窓口の周知", u"災害時の連絡網"},
                               {u"看取りの心構え", u"施設での看取り"},
                               {u"通院の足がない", u"買い物の足がない"},
                               {u"入退院支援", u"生活支援"},
                               {u"認知症の理解", u"薬の理解"},
                               {u"多職種の研修", u"住民の講座"},
                               {u"訪問歯科診療", u"歯科衛生士の不足"},
                               {u"退院後の生活", u"退院前の会議"},
                               {u"急変時の対応", u"災害時の対応"}};

QString text(const char16_t *words)
{
    return QString::fromUtf16(words);
}

RaisedThing cluster(qint64 id, const QString &heading, qint64 board, QDate day, qint64 workshop = 1)
{
    RaisedThing one{.id = id, .heading = heading, .board = board, .workshop = workshop, .day = day};
    one.where = QStringLiteral("%1班").arg(board);
    return one;
}

QStringList headings(const std::vector<Recurrence> &all)
{
    QStringList found;
    for (const Recurrence &one : all)
        found << one.heading;
    return found;
}

} // namespace

TEST_CASE("the same heading of two groups recurs, whatever its width, kana and old characters")
{
    const QDate day(2026, 9, 1);
    const auto all = findRecurrences(
        {cluster(1, QStringLiteral("ショートステイ"), 1, day), cluster(2, QStringLiteral("ｼｮｰﾄ ｽﾃｲ"), 2, day),
         cluster(3, QStringLiteral("高齢の介護者"), 1, day),
         cluster(4, QStringLiteral("髙齢の介護者"), 3, day), cluster(5, QStringLiteral("一度だけ"), 2, day)},
        {});
    CHECK(headings(all).size() == 2);
    for (const Recurrence &one : all) {
        CHECK(one.places == 2);
        CHECK(one.years == std::vector{2026});
    }
}

TEST_CASE("twice on one poster is once")
{
    const QDate day(2026, 9, 1);
    CHECK(findRecurrences(
              {cluster(1, QStringLiteral("夜間"), 1, day), cluster(2, QStringLiteral("夜間"), 1, day)}, {})
              .empty());
}

TEST_CASE("what comes back over the years stands before what many groups say once")
{
    const QString often = QStringLiteral("通院の足"), long_ago = QStringLiteral("夜間の相談先");
    // 1 March still belongs to the fiscal year before.
    const auto all = findRecurrences(
        {cluster(1, often, 1, QDate(2026, 9, 1)), cluster(2, often, 2, QDate(2026, 9, 1)),
         cluster(3, often, 3, QDate(2026, 9, 1)), cluster(4, often, 4, QDate(2027, 3, 1)),
         cluster(5, long_ago, 5, QDate(2025, 9, 1), 2), cluster(6, long_ago, 6, QDate(2026, 9, 1), 1)},
        {});
    REQUIRE(headings(all) == QStringList{long_ago, often});
    CHECK(all[0].years == std::vector{2025, 2026});
    CHECK(all[0].workshops == 2);
    CHECK(all[1].years == std::vector{2026});
    CHECK(all[1].places == 4);
    CHECK(all[0].things.front().day == QDate(2026, 9, 1));
    CHECK(all[0].last == QDate(2026, 9, 1));
}

TEST_CASE("the officer's theme joins different headings, and whatever has one of those headings")
{
    const QDate day(2026, 9, 1);
    auto first = cluster(1, QStringLiteral("通院の足がない"), 1, day);
    auto second = cluster(2, QStringLiteral("移動手段"), 2, day);
    first.theme = second.theme = 7;
    const auto all = findRecurrences({first, second, cluster(3, QStringLiteral("移動手段"), 3, day)},
                                     {{7, QStringLiteral("通院と移動")}});
    REQUIRE(all.size() == 1);
    CHECK(all.front().heading == QStringLiteral("通院と移動"));
    CHECK(all.front().places == 3);
    CHECK(all.front().theme == 7);
}

TEST_CASE("the likeness of headings is Dice's coefficient of their bigrams")
{
    // By hand: 往診 診で でき きる る皮 皮膚 膚科 against 皮膚 膚科 科の の往 往診: 2 × 3 / (7 + 5).
    CHECK(likeness(QStringLiteral("往診できる皮膚科"), QStringLiteral("皮膚科の往診")) == Approx(0.5));
    CHECK(likeness(QStringLiteral("急変時の対応"), QStringLiteral("災害時の対応")) == Approx(0.6));
    CHECK(likeness(QStringLiteral("ｼｮｰﾄ"), QStringLiteral("しょーと")) == Approx(1.0));
    CHECK(likeness(QStringLiteral("薬"), QStringLiteral("医")) == Approx(0.0));
    CHECK(likeness({}, {}) == Approx(0.0));
}

TEST_CASE(
    "at the proposed threshold 19 of 20 pairs that mean the same are found, 6 of 20 others are proposed")
{
    // Counted by another program (Python) over the same pairs.
    const auto proposed = [](const Pair &pair) {
        return likeness(text(pair.first), text(pair.second)) >= kLikenessProposed;
    };
    CHECK(std::ranges::count_if(kSame, proposed) == 19);
    CHECK(std::ranges::count_if(kDifferent, proposed) == 6);
}

TEST_CASE("similar headings are proposed once, the most alike first, unless a theme joins them")
{
    const QDate day(2026, 9, 1);
    std::vector<RaisedThing> things{cluster(1, QStringLiteral("訪問看護の不足"), 1, day),
                                    cluster(2, QStringLiteral("訪問看護が足りない"), 2, day),
                                    cluster(3, QStringLiteral("訪問看護の不足"), 3, day),
                                    cluster(4, QStringLiteral("入院時の情報提供"), 4, day),
                                    cluster(5, QStringLiteral("入院時の情報共有"), 5, day)};
    auto pairs = similarHeadings(things);
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].first == QStringLiteral("入院時の情報提供"));
    CHECK(pairs[0].likeness == Approx(0.714).margin(0.001)); // by the same Python program
    CHECK(pairs[1].second == QStringLiteral("訪問看護が足りない"));
    things[3].theme = things[4].theme = 1;
    pairs = similarHeadings(things);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].first == QStringLiteral("訪問看護の不足"));
}

TEST_CASE("what was raised is read with where it comes from, and themes are kept")
{
    IssuesOffice office;
    const qint64 first = office.addBoard(1, 0, office.sakura);
    const qint64 later = office.addWorkshop(QStringLiteral("次の研修会"), QDate(2027, 9, 1));
    const qint64 second = office.addBoard(2, later, office.momiji);
    valueOf(clusterNotes(*office.document, first, QStringLiteral("夜間の相談先"),
                         {office.addNote(first, QStringLiteral("夜は電話がつながらない"))}, kLabel));
    const qint64 cluster =
        valueOf(clusterNotes(*office.document, second, QStringLiteral("夜間の 相談先"), {}, kLabel));
    // A card made of a cluster says the same once more: it is no further place.
    valueOf(cardFromCluster(*office.document, cluster, IssueStage::Trouble, office.today, kLabel));
    office.addNote(second, QStringLiteral("ひとりの付箋"));
    office.add(StickyNote{.board = second, .text = QStringLiteral("進行のメモ"), .kind = NoteKind::Memo});
    const qint64 asked = office.add(Consultation{.receivedOn = QDate(2026, 5, 1),
                                                 .excerpt = QStringLiteral("夜はどこへ"),
                                                 .municipality = office.kaede});
    succeeds(sortConsultations(*office.document, {asked}, QStringLiteral("夜間の相談先"), kLabel));

    std::vector<RaisedThing> things = valueOf(raisedThings(*office.document));
    CHECK(things.size() == 5);
    std::vector<Recurrence> all = findRecurrences(things, {});
    REQUIRE(all.size() == 1);
    CHECK(all[0].things.size() == 4);
    CHECK(all[0].places == 3);
    CHECK(all[0].areas == 2);
    CHECK(all[0].municipalities == 3);
    CHECK(all[0].years == std::vector{2026, 2027});
    CHECK(all[0].things.front().where == QStringLiteral("次の研修会 2班"));

    const auto found = std::ranges::find(things, QStringLiteral("ひとりの付箋"), &RaisedThing::heading);
    REQUIRE(found != things.end());
    const RaisedThing lone = *found;
    const qint64 theme = valueOf(
        linkToTheme(*office.document, {lone, all[0].things.back()}, 0, QStringLiteral("夜間"), kLabel));
    office.reopen();
    things = valueOf(raisedThings(*office.document));
    all = findRecurrences(things, {{theme, QStringLiteral("夜間")}});
    REQUIRE(all.size() == 1);
    CHECK(all[0].heading == QStringLiteral("夜間"));
    CHECK(all[0].things.size() == 5);
    succeeds(unlinkFromTheme(*office.document, lone, kLabel));
    CHECK(findRecurrences(valueOf(raisedThings(*office.document)), {}).front().things.size() == 4);
    succeeds(office.document->undo());
    succeeds(office.document->check());
}
