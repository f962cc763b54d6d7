// The printed kit, read back by the tools of poppler-utils.
#include "paper/kitpaper.h"
#include "ui/poppler.h"

#include <catch2/catch.hpp>

#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tane;
using namespace tane::testing;

namespace {

constexpr double kNear = 0.4; // mm: PDF pages are whole points

/// `groups` groups of `each` invented people; names say group and seat: "人3の2".
Kit kitOf(int groups, int each)
{
    Kit kit;
    kit.workshop.title = u"研修会"_s;
    for (int g = 1; g <= groups; ++g) {
        KitGroup group{g, u"%1班"_s.arg(g), {}};
        for (int i = 1; i <= each; ++i) {
            KitPerson person;
            person.participant = g * 100 + i;
            person.name = u"人%1の%2"_s.arg(g).arg(i);
            person.kana = u"かな%1の%2"_s.arg(g).arg(i);
            person.role = u"コーディネーター"_s;
            person.place = u"架空町地域包括支援センター"_s;
            person.group = g;
            group.members.push_back(person);
        }
        kit.groups.push_back(group);
    }
    return kit;
}

struct Written
{
    QTemporaryDir folder;
    QString path;
    explicit Written(const PaperPages &pages)
        : path(folder.filePath(u"a.pdf"_s))
    {
        REQUIRE(writePagesPdf(path, pages).has_value());
    }
};

bool isNear(const QSizeF &size, double width, double height)
{
    return std::abs(size.width() - width) < kNear && std::abs(size.height() - height) < kNear;
}

/// Where all words stand on the first page, in millimetres.
std::vector<QRectF> places(const QString &path)
{
    const QRegularExpression box(
        u"xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">"_s);
    constexpr double mm = 25.4 / 72;
    std::vector<QRectF> all;
    auto words = box.globalMatch(pdfText(path, {u"-bbox"_s}));
    while (words.hasNext()) {
        const auto word = words.next();
        const auto at = [&word](int i) { return word.captured(i).toDouble() * mm; };
        all.emplace_back(QPointF(at(1), at(2)), QPointF(at(3), at(4)));
    }
    return all;
}

/// Where a word stands on the first page, in millimetres.
QRectF placeOf(const QString &path, const QString &word)
{
    const QRegularExpression box(
        u"xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">"_s + word + u'<');
    const auto found = box.match(pdfText(path, {u"-bbox"_s}));
    INFO(word.toStdString());
    REQUIRE(found.hasMatch());
    constexpr double mm = 25.4 / 72;
    const auto at = [&found](int i) { return found.captured(i).toDouble() * mm; };
    return {QPointF(at(1), at(2)), QPointF(at(3), at(4))};
}

} // namespace

TEST_CASE("posters have the sizes of their papers, standing and lying")
{
    // 四六判 788 × 1091 mm; ISO 216 for the others.
    const std::pair<PosterPaper, QSizeF> sizes[] = {{PosterPaper::Shiroku, {788, 1091}},
                                                    {PosterPaper::A0, {841, 1189}},
                                                    {PosterPaper::A1, {594, 841}},
                                                    {PosterPaper::A2, {420, 594}},
                                                    {PosterPaper::A3, {297, 420}}};
    for (const auto &[paper, size] : sizes) {
        const std::vector posters{blankPoster(u"1班"_s, usualScenes()), blankPoster({}, usualScenes())};
        const Written standing(posterPages(posters, paper, false));
        const QList<QSizeF> pages = pdfPageSizes(standing.path);
        REQUIRE(pages.size() == 2);
        CHECK(isNear(pages.front(), size.width(), size.height()));
        const Written lying(posterPages(posters, paper, true));
        CHECK(isNear(pdfPageSizes(lying.path).front(), size.height(), size.width()));
        const QStringList text = pdfPages(standing.path);
        for (const QString &word :
             usualScenes() + QStringList{u"グループ名"_s, u"市町村にうまく伝えるには"_s, u"1班"_s})
            CHECK(text.front().contains(word));
        CHECK_FALSE(text.last().contains(u"1班"_s));
    }
}

TEST_CASE("the frame on 四六判 can be drawn with a ruler")
{
    // By hand: 788 = 14 + 2 × 380 + 14 and 1091 = 14 + 83 + 2 × 380 + 220 + 14.
    const PosterFrame frame = posterFrame({788, 1091}, 4);
    REQUIRE(frame.scenes.size() == 4);
    CHECK(frame.name == QRectF(14, 14, 760, 83));
    CHECK(frame.scenes[0] == QRectF(14, 97, 380, 380));
    CHECK(frame.scenes[3] == QRectF(394, 477, 380, 380));
    CHECK(frame.band == QRectF(14, 857, 760, 220));
    for (int scenes = 1; scenes <= kMostScenes; ++scenes)
        for (const QSizeF size : {QSizeF(788, 1091), QSizeF(1091, 788), QSizeF(297, 420)}) {
            const PosterFrame any = posterFrame(size, scenes);
            REQUIRE(static_cast<int>(any.scenes.size()) == scenes);
            double area = 0;
            for (const QRectF &scene : any.scenes)
                area += scene.width() * scene.height();
            CHECK(area == Approx(any.band.width() * (any.band.top() - any.name.bottom())));
        }
    const Written guide(posterGuide(usualScenes(), false));
    CHECK(isNear(pdfPageSizes(guide.path).front(), 420, 297));
    const QString text = pdfText(guide.path);
    for (const char *measure : {"38cm", "8.3cm", "22cm", "788×1091mm"})
        CHECK(text.contains(QString::fromUtf8(measure)));
}

TEST_CASE("A3 tiles cover the sheet with their overlap and say where they belong")
{
    // By hand: an upright A3 shows 277 × 400 mm and goes on every 267 × 390 mm. Across 10 + 3 × 267 = 811 ≥
    // 788, along 10 + 3 × 390 = 1180 ≥ 1091: 3 × 3. Lying, 10 + 2 × 390 = 790 and 10 + 5 × 267 = 1345: 2 × 5.
    const Tiling tiling = tilingOf({788, 1091});
    CHECK(tiling.sheet == QSizeF(297, 420));
    CHECK(tiling.columns == 3);
    CHECK(tiling.rows == 3);
    CHECK(tiling.part(0, 0) == QRectF(0, 0, 277, 400));
    CHECK(tiling.part(1, 0).left() == tiling.part(0, 0).right() - 10);
    CHECK(tiling.part(0, 2).top() == tiling.part(0, 1).bottom() - 10);
    CHECK(tiling.part(2, 2).right() >= 788);
    CHECK(tiling.part(2, 2).bottom() >= 1091);
    const Written tiles(posterPages({blankPoster(u"1班"_s, usualScenes())}, PosterPaper::A3Tiles, false));
    const QList<QSizeF> pages = pdfPageSizes(tiles.path);
    REQUIRE(pages.size() == 9);
    for (const QSizeF &page : pages)
        CHECK(isNear(page, 297, 420));
    const QStringList text = pdfPages(tiles.path);
    CHECK(text.at(0).contains(u"左から1枚目・上から1枚目（横3×縦3枚）"_s));
    CHECK(text.at(5).contains(u"左から3枚目・上から2枚目"_s));
    CHECK(text.at(0).contains(u"日常療養"_s));
    CHECK_FALSE(text.at(8).contains(u"日常療養"_s));
}

TEST_CASE("notes of the talk are set into their scenes")
{
    PosterContent poster = blankPoster(u"1班"_s, usualScenes());
    poster.scenes[1].notes = {{u"前日電話"_s, false}, {u"急な退院"_s, true}};
    poster.bandNotes = {{u"件数を示す"_s, false}};
    const Written pages(posterPages({poster}, PosterPaper::Shiroku, false));
    const PosterFrame frame = posterFrame({788, 1091}, 4);
    CHECK(frame.scenes[1].contains(placeOf(pages.path, u"前日電話"_s).center()));
    CHECK(frame.scenes[1].contains(placeOf(pages.path, u"急な退院"_s).center()));
    CHECK(frame.band.contains(placeOf(pages.path, u"件数を示す"_s).center()));
    for (int i = 0; i < 300; ++i)
        poster.scenes[1].notes.push_back({u"あ%1"_s.arg(i), false});
    const Written full(posterPages({poster}, PosterPaper::Shiroku, false));
    CHECK(frame.scenes[1].contains(placeOf(full.path, u"あ299"_s).center()));
}

TEST_CASE("a heading stands above its own notes, and notes without one come below all clusters")
{
    PosterContent poster = blankPoster(u"1班"_s, usualScenes());
    poster.scenes[1].notes = {{.text = u"連絡"_s, .heading = true},
                              {.text = u"前日電話"_s, .below = true},
                              {.text = u"急な退院"_s, .below = true},
                              {.text = u"家族"_s, .heading = true},
                              {.text = u"心構え"_s, .below = true, .kind = 1},
                              {.text = u"ひとり"_s}};
    const Written pages(posterPages({poster}, PosterPaper::Shiroku, false));
    const auto at = [&](const QString &text) { return placeOf(pages.path, text); };
    CHECK(at(u"連絡"_s).bottom() < at(u"前日電話"_s).top());
    CHECK(std::abs(at(u"連絡"_s).left() - at(u"前日電話"_s).left()) < 2);
    CHECK(std::abs(at(u"前日電話"_s).top() - at(u"急な退院"_s).top()) < 1);
    CHECK(at(u"家族"_s).bottom() < at(u"心構え"_s).top());
    CHECK(std::abs(at(u"家族"_s).left() - at(u"心構え"_s).left()) < 2);
    CHECK(at(u"心構え"_s).bottom() < at(u"ひとり"_s).top());
    CHECK(at(u"急な退院"_s).bottom() < at(u"ひとり"_s).top());
}

TEST_CASE("words stay whole on the notes of a poster, in letters that can be read from the wall")
{
    PosterContent poster = blankPoster(u"1班"_s, usualScenes());
    poster.scenes[1].notes = {{.text = u"往診できる皮膚科が見つからない"_s, .heading = true},
                              {.text = u"ケアマネジャーへの連絡が当日になる"_s, .below = true}};
    const Written pages(posterPages({poster}, PosterPaper::Shiroku, false));
    // Each is a line, or a part of one, as pdftotext reads it. A heading has 13 mm letters where it is short;
    // half of that is still read at two metres.
    for (const QString &word : {u"見つからない"_s, u"ケアマネジャー"_s, u"当日になる"_s}) {
        QRectF place;
        for (const QString &line : {word, QString(word + u"への"_s), QString(u"連絡が"_s + word)})
            if (pdfText(pages.path, {u"-bbox"_s}).contains(QString(u'>' + line + u'<')))
                place = placeOf(pages.path, line);
        INFO(word.toStdString());
        CHECK(place.height() > 6.5);
    }
}

TEST_CASE("ten name cards of 91 by 55 mm stand on a page, in their places")
{
    // Common sheets: 14 mm at the sides, 11 mm at top and bottom: 14 + 2 × 91 + 14 = 210, 11 + 5 × 55 + 11 =
    // 297.
    const Written pages(nameCards(kitOf(4, 6), {}));
    const QList<QSizeF> sizes = pdfPageSizes(pages.path);
    REQUIRE(sizes.size() == 3); // 24 cards
    for (const QSizeF &size : sizes)
        CHECK(isNear(size, 210, 297));
    const QStringList text = pdfPages(pages.path);
    CHECK(text.at(0).count(u"人"_s) == 10);
    CHECK(text.at(1).count(u"人"_s) == 10);
    CHECK(text.at(2).count(u"人"_s) == 4);
    CHECK(QRectF(14, 11, 91, 55).contains(placeOf(pages.path, u"人1の1"_s)));
    CHECK(QRectF(105, 11, 91, 55).contains(placeOf(pages.path, u"人1の2"_s)));
    CHECK(QRectF(105, 231, 91, 55).contains(placeOf(pages.path, u"人2の4"_s)));
}

TEST_CASE("names too long for a card are made smaller, not cut")
{
    Kit kit = kitOf(1, 1);
    KitPerson &person = kit.groups[0].members[0];
    person.name = u"勘解由小路左衛門佐 長々しき名之介"_s;
    person.kana = u"かでのこうじさえもんのすけ ながながしきなのすけ"_s;
    person.place = u"架空県東部地域在宅医療・介護連携推進支援センター 相談支援課地域連携推進室"_s;
    kit.groups[0].title = u"とても長い名前のグループさくら"_s;
    for (const bool large : {false, true}) {
        const Written pages(nameCards(kit, {.largeKana = large}));
        const QString text = pdfText(pages.path).remove(QRegularExpression(u"\\s"_s));
        CHECK(text.contains(u"長々しき名之介"_s));
        CHECK(text.contains(u"ながながしきなのすけ"_s));
        CHECK(text.contains(u"地域連携推進室"_s));
        CHECK(text.contains(u"グループさくら"_s));
        for (const QRectF &word : places(pages.path)) {
            CHECK(QRectF(14, 11, 91, 55).contains(word));
            // The rule above the workplace: 4 mm inset, 47 mm of words, the last 12 for the workplace.
            CHECK((word.bottom() < 50.5 || word.top() > 50 || word.right() < 40));
        }
    }
}

TEST_CASE("only the cards that changed are printed when asked")
{
    Kit kit = kitOf(2, 5);
    for (KitGroup &group : kit.groups)
        for (KitPerson &person : group.members)
            person.changed = person.name == u"人2の3"_s;
    KitPerson lecturer;
    lecturer.name = u"人講師"_s;
    lecturer.role = u"講師"_s;
    lecturer.part = Participant::Part::Lecturer;
    kit.others.push_back(lecturer);
    const Written changed(nameCards(kit, {.onlyChanged = true}));
    CHECK(pdfText(changed.path).count(u"人"_s) == 1);
    CHECK(pdfText(changed.path).contains(u"人2の3"_s));
    const Written all(nameCards(kit, {}));
    CHECK(pdfText(all.path).count(u"人"_s) == 11);
    const Written none(nameCards(Kit(), {}));
    CHECK(pdfText(none.path).count(u"お名前"_s) == 10);
}

TEST_CASE("there is one sign a group, readable from both sides when folded")
{
    Kit kit = kitOf(13, 6);
    kit.groups[2].title = u"さくら"_s;
    const Written flat(groupSigns(kit, {}));
    CHECK(pdfPageSizes(flat.path).size() == 13);
    CHECK(isNear(pdfPageSizes(flat.path).front(), 297, 210));
    CHECK(pdfPages(flat.path).at(2).contains(u"さくら"_s));
    CHECK(pdfPages(flat.path).at(2).contains(u"3班"_s));
    const Written folded(groupSigns(kit, {.folded = true}));
    CHECK(pdfPages(folded.path).at(12).count(u"13"_s) == 2);
    const Written blank(groupSigns(Kit(), {.blankGroups = 8}));
    CHECK(pdfPages(blank.path).size() == 8);
    CHECK(pdfPages(blank.path).last().contains(u"8班"_s));
}

TEST_CASE("the list for the wall has every group and name on A3")
{
    for (const int groups : {1, 5, 13, 40}) {
        const Written pages(groupWall(kitOf(groups, 6)));
        for (const QSizeF &size : pdfPageSizes(pages.path))
            CHECK(isNear(size, 420, 297));
        const QString text = pdfText(pages.path);
        for (int g = 1; g <= groups; ++g)
            CHECK(text.contains(u"人%1の6"_s.arg(g)));
        CHECK((groups > 13 || pdfPageSizes(pages.path).size() == 1));
    }
}

TEST_CASE("every theme has a slide of 16 to 9 with its points")
{
    const Written slides(themeSlides(standardThemes(), u"研修会"_s));
    const QList<QSizeF> sizes = pdfPageSizes(slides.path);
    REQUIRE(sizes.size() == 3);
    CHECK(sizes.front().width() / sizes.front().height() == Approx(16.0 / 9));
    const QStringList text = pdfPages(slides.path);
    for (std::size_t i = 0; i < 3; ++i) {
        const QString page = QString(text.at(static_cast<qsizetype>(i))).remove(QRegularExpression(u"\\s"_s));
        CHECK(page.contains(standardThemes()[i].title));
        for (const QString &point : standardThemes()[i].points)
            CHECK(page.contains(QString(point).remove(u' ')));
    }
}
