// 模造紙: notes that are moved, grouped, rewritten and carried on.
#include "posteroffice.h"

#include "exchange/table.h"
#include "issues/chainpanel.h"
#include "issues/noteeditor.h"
#include "issues/photopanel.h"
#include "issues/pipeline.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QFile>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

using namespace tane;
using namespace tane::cycletest;
using namespace tane::issuestest;
using namespace Qt::StringLiterals;

namespace {

PosterKey noteKey(qint64 id)
{
    return {PosterKey::Kind::Note, id};
}

QString writePicture(const QString &path, const char *format)
{
    QImage image(640, 400, QImage::Format_RGB32);
    image.fill(QColor(0xff, 0xf4, 0xbf));
    REQUIRE(image.save(path, format));
    return path;
}

} // namespace

TEST_CASE("the page of the posters opens in a file without a workshop, where posters need none")
{
    Office office;
    office.beginEmpty();
    BoardPage *page = office.show<BoardPage>(u"board"_s);
    click(page->findChild<QWidget *>(u"addFirstBoard"_s));
    settle();
    const auto boards = boardsOf(office.document(), 0);
    REQUIRE(boards.has_value());
    REQUIRE(boards->size() == 1);
    CHECK(page->board() == boards->front().board.id);
    write(u"会議で出た困りごと"_s);
    press(Qt::Key_Return);
    CHECK(loadBoard(office.document(), page->board())->notes.size() == 1);
}

TEST_CASE("notes chosen by keys are put under a heading, taken out again, and all of it can be undone")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"連絡が遅い"_s, u"当日に知る"_s, u"薬が余る"_s}, 1);
    office.forget();
    BoardPage *page = office.page();
    PosterBoard *poster = page->poster();
    poster->setFocus();
    REQUIRE(poster->showKey(noteKey(ids[0])));
    press(Qt::Key_Right, Qt::ShiftModifier);
    CHECK(poster->pick().notes == std::vector<qint64>{ids[0], ids[1]});
    press(Qt::Key_G, Qt::ControlModifier);
    REQUIRE(poster->editor() != nullptr);
    write(u"退院時の連絡"_s);
    press(Qt::Key_Return);
    settle();
    BoardContent board = office.board(1);
    REQUIRE(board.clusters.size() == 1);
    CHECK(board.clusters.front().heading == u"退院時の連絡"_s);
    CHECK(PosterOffice::textsOf(board.notesOf(board.clusters.front().id)) ==
          QStringList{u"連絡が遅い"_s, u"当日に知る"_s});
    CHECK(poster->isChosen({PosterKey::Kind::Cluster, board.clusters.front().id}));
    CHECK(QApplication::focusWidget() == poster);

    press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier); // the heading goes, its notes stay
    settle();
    board = office.board(1);
    CHECK(board.clusters.empty());
    CHECK(board.loose(board.scenes[1].id).size() == 3);
    office.undo();
    CHECK(office.board(1).clusters.size() == 1);
    office.undo();
    CHECK(office.board(1).clusters.empty());
    CHECK_FALSE(office.document().canUndo());
    office.redo();
    office.reopen();
    CHECK(office.board(1).clusters.size() == 1);
}

TEST_CASE("Escape leaves notes ungrouped when no heading was wanted after all")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"一"_s, u"二"_s});
    office.forget();
    PosterBoard *poster = office.page()->poster();
    poster->setFocus();
    poster->choose(ids);
    press(Qt::Key_G, Qt::ControlModifier);
    write(u"やめる"_s);
    press(Qt::Key_Escape);
    settle();
    CHECK(office.board(1).clusters.empty());
    CHECK(poster->editor() == nullptr);
}

TEST_CASE("a note is rewritten in place with F2, and an empty one is refused with a word what to do")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"連絡が遅い"_s});
    office.forget();
    BoardPage *page = office.page();
    PosterBoard *poster = page->poster();
    poster->setFocus();
    poster->showKey(noteKey(ids[0]));
    press(Qt::Key_F2);
    REQUIRE(poster->editor() != nullptr);
    poster->editor()->selectAll();
    write(u"退院の連絡が当日になる"_s);
    press(Qt::Key_Return);
    settle();
    CHECK(office.board(1).notes.front().text == u"退院の連絡が当日になる"_s);
    press(Qt::Key_F2);
    poster->editor()->selectAll();
    press(Qt::Key_Delete);
    press(Qt::Key_Return);
    settle();
    CHECK(office.board(1).notes.front().text == u"退院の連絡が当日になる"_s);
    CHECK(page->errorBar()->text().contains(u"Delete"_s));
}

TEST_CASE("digits put chosen notes into a scene, Delete takes them off, undo brings them back in place")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"一"_s, u"二"_s, u"三"_s});
    office.forget();
    PosterBoard *poster = office.page()->poster();
    poster->setFocus();
    poster->choose({ids[0], ids[2]});
    press(Qt::Key_4);
    settle();
    BoardContent board = office.board(1);
    CHECK(PosterOffice::textsOf(board.loose(board.scenes[3].id)) == QStringList{u"一"_s, u"三"_s});
    press(Qt::Key_5); // the band
    settle();
    board = office.board(1);
    CHECK(board.count(board.scenes.back().id) == 2);
    press(Qt::Key_Delete);
    settle();
    CHECK(office.board(1).notes.size() == 1);
    office.undo();
    board = office.board(1);
    CHECK(board.count(board.scenes.back().id) == 2);
    CHECK(PosterOffice::textsOf({&board.notes[0], &board.notes[1], &board.notes[2]}) ==
          QStringList{u"一"_s, u"二"_s, u"三"_s});
}

TEST_CASE("a dragged note goes to another field, to a free place there, and under a heading")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"一"_s, u"二"_s, u"三"_s});
    const BoardContent before = office.board(1);
    const auto cluster = clusterNotes(office.document(), before.board.id, u"見出し"_s, {ids[2]}, u"準備"_s);
    REQUIRE(cluster.has_value());
    office.forget();
    PosterBoard *poster = office.page()->poster();
    const qint64 second = before.scenes[1].id;

    // Where papers stand in order: right below the head of the empty field.
    const int field = poster->picture().fieldOf(second);
    const QRect box = poster->fieldRect(field);
    drag(poster, placeOf(poster, noteKey(ids[0])), {box.center().x(), box.top() + 14});
    BoardContent board = office.board(1);
    CHECK(PosterOffice::textsOf(board.loose(second)) == QStringList{u"一"_s});
    CHECK_FALSE(board.notes[0].x.has_value());

    // On the bare sheet it stays where it was let go.
    const QRect there = poster->fieldRect(poster->picture().fieldOf(second));
    drag(poster, placeOf(poster, noteKey(ids[1])), {there.center().x(), there.bottom() - 40});
    board = office.board(1);
    REQUIRE(board.notes[1].x.has_value());
    CHECK(board.notes[1].scene == second);
    CHECK(*board.notes[1].y > 500);
    const QPoint shown = placeOf(poster, noteKey(ids[1]));
    const QRect after = poster->fieldRect(poster->picture().fieldOf(second));
    // The view may have grown meanwhile: less stands in the field it came from.
    CHECK(std::abs(shown.x() - after.center().x()) <= 4);

    drag(poster, placeOf(poster, noteKey(ids[1])), placeOf(poster, {PosterKey::Kind::Cluster, *cluster}));
    board = office.board(1);
    CHECK(board.notesOf(*cluster).size() == 2);
    CHECK(board.notes[1].scene == before.scenes[0].id); // the field of the heading
    CHECK_FALSE(board.notes[1].x.has_value());
    office.undo();
    office.undo();
    office.undo();
    CHECK(office.board(1).notes == std::vector<StickyNote>(office.board(1).notes));
    CHECK(office.board(1).loose(before.scenes[0].id).size() == 2);
}

TEST_CASE("a note dropped on another one asks for their heading in place")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"連絡が遅い"_s, u"当日に知る"_s});
    office.forget();
    PosterBoard *poster = office.page()->poster();
    drag(poster, placeOf(poster, noteKey(ids[0])), placeOf(poster, noteKey(ids[1])));
    REQUIRE(poster->editor() != nullptr);
    write(u"連絡"_s);
    press(Qt::Key_Return);
    settle();
    const BoardContent board = office.board(1);
    REQUIRE(board.clusters.size() == 1);
    CHECK(board.notesOf(board.clusters.front().id).size() == 2);
}

TEST_CASE("every note keeps its place inside its field, with forty of them and at any size of the view")
{
    PosterOffice office(1);
    QStringList texts;
    for (int i = 1; i <= 40; ++i)
        texts << u"退院の連絡が当日になることがあり、準備が間に合わない（%1）"_s.arg(i);
    office.stick(1, texts.mid(0, 25), 0);
    office.stick(1, texts.mid(25), 2);
    office.forget();
    PosterBoard *poster = office.page()->poster();
    for (const double zoom : {0.4, 1.0, 2.5}) {
        poster->setZoom(zoom);
        const PosterLayout &picture = poster->picture();
        REQUIRE(picture.items().size() == 40);
        for (std::size_t i = 0; i < picture.items().size(); ++i) {
            const PosterItem &item = picture.items()[i];
            const auto field = static_cast<std::size_t>(picture.fieldOf(item.scene));
            CHECK(picture.fields()[field].box.contains(item.box));
            for (std::size_t j = 0; j < i; ++j)
                REQUIRE_FALSE(picture.items()[j].box.intersects(item.box));
        }
    }
    poster->zoomToFit();
    CHECK(poster->picture().size().height() * poster->zoom() <= poster->viewport()->height() + 1);
}

TEST_CASE("photographs are attached, shown from the file again, and what is no picture is refused")
{
    PosterOffice office(1);
    BoardPage *page = office.page();
    click(page->findChild<QWidget *>(u"showPhotos"_s));
    settle();
    office.desk.dialogs.fileToOpen = writePicture(office.desk.path(u"1班.png"_s), "PNG");
    click(page->findChild<QWidget *>(u"addPhoto"_s));
    REQUIRE(QTest::qWaitFor([&] { return page->photos()->picture().width() == 640; }));
    CHECK(page->photos()->count() == 1);
    QFile broken(office.desk.path(u"写真.jpg"_s));
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("no picture");
    broken.close();
    office.desk.dialogs.fileToOpen = broken.fileName();
    click(page->findChild<QWidget *>(u"addPhoto"_s));
    settle();
    CHECK(page->photos()->count() == 1);
    CHECK(page->errorBar()->text().contains(u"写真.jpg"_s));
    office.desk.dialogs.fileToOpen = writePicture(office.desk.path(u"裏.jpg"_s), "JPEG");
    click(page->findChild<QWidget *>(u"addPhoto"_s));
    REQUIRE(QTest::qWaitFor([&] { return page->photos()->count() == 2 && !page->photos()->isBusy(); }));

    office.reopen();
    office.window->controller()->showWorkshop(office.workshop);
    page = office.page();
    click(page->findChild<QWidget *>(u"showPhotos"_s));
    REQUIRE(QTest::qWaitFor([&] { return page->photos()->picture().width() == 640; }));
    page->photos()->setZoom(3);
    CHECK(page->photos()->zoom() == Approx(3));
    click(page->findChild<QWidget *>(u"removePhoto"_s));
    settle();
    CHECK(page->photos()->count() == 1);
    office.undo();
    CHECK(page->photos()->count() == 2);
}

TEST_CASE("a cluster is thought through step by step and becomes the seed of a regional issue")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"連絡が遅い"_s, u"当日に知る"_s}, 1);
    const auto cluster =
        clusterNotes(office.document(), office.board(1).board.id, u"退院時の連絡"_s, ids, u"準備"_s);
    REQUIRE(cluster.has_value());
    office.forget();
    BoardPage *page = office.page();
    REQUIRE(page->poster()->showKey({PosterKey::Kind::Cluster, *cluster}));
    click(page->findChild<QWidget *>(u"showChain"_s));
    settle();
    click(page->findChild<QWidget *>(u"beginChain"_s));
    settle();
    write(u"退院の連絡が当日になり、準備が間に合わない"_s);
    for (const QString &text : {u"病棟の窓口が決まっていない"_s, u"窓口がない"_s, u"窓口を決める"_s,
                                u"病棟ごとに窓口を一人決める"_s}) {
        press(Qt::Key_Tab);
        write(text);
    }
    click(page->findChild<QWidget *>(u"makeSeed"_s));
    settle();
    BoardContent board = office.board(1);
    REQUIRE(board.chains.size() == 1);
    const IssueChain chain = board.chains.front();
    CHECK(chain.cluster == *cluster);
    CHECK(chain.what == u"退院の連絡が当日になり、準備が間に合わない"_s);
    CHECK(chain.mainCause == u"窓口がない"_s);
    CHECK(chain.best == u"病棟ごとに窓口を一人決める"_s);
    REQUIRE(chain.seed != 0);
    const auto pipeline = loadPipeline(office.document());
    REQUIRE(pipeline.has_value());
    const IssueCard *card = pipeline->card(chain.seed);
    REQUIRE(card != nullptr);
    CHECK(card->stage == IssueStage::Seed);
    CHECK(card->workshop == office.workshop);
    auto notes = pipeline->notesOf(chain.seed);
    std::ranges::sort(notes);
    CHECK(notes == ids);
    CHECK(page->poster()->spokenCard(1).contains(u"課題カードがあります"_s));
    CHECK(page->findChild<QWidget *>(u"toScenario"_s)->isVisible());
    office.undo();
    CHECK(office.board(1).chains.front().seed == 0);
    CHECK(page->findChild<QWidget *>(u"makeSeed"_s)->isVisible());
}

TEST_CASE("a hit of the search lands on the note, whichever poster it is on")
{
    PosterOffice office(3);
    const auto ids = office.stick(3, {u"薬が余っている"_s}, 2);
    office.forget();
    BoardPage *page = office.page();
    REQUIRE(office.window->workspace()->openRow(u"board"_s, u"sticky_note"_s, ids[0]));
    CHECK(page->board() == office.board(3).board.id);
    CHECK(page->poster()->currentKey() == noteKey(ids[0]));
    CHECK_FALSE(office.window->workspace()->openRow(u"board"_s, u"sticky_note"_s, 999999));
}

TEST_CASE("posters are written as a workbook and as pictures")
{
    PosterOffice office(2);
    office.stick(1, {u"一"_s, u"二"_s}, 1);
    office.stick(2, {u"三"_s}, 4);
    office.forget();
    BoardPage *page = office.page();
    const QString book = office.desk.path(u"付箋.xlsx"_s);
    REQUIRE(page->writeWorkbook(book).has_value());
    CHECK(QFile(book).size() > 4000);
    const QString png = office.desk.path(u"模造紙.png"_s), svg = office.desk.path(u"模造紙.svg"_s);
    REQUIRE(page->writePng(png).has_value());
    REQUIRE(page->writeSvg(svg).has_value());
    // 四六判, 788 × 1091 mm at 60 dpi.
    CHECK(std::abs(QImage(png).width() - 1861) <= 2);
    CHECK(std::abs(QImage(png).height() - 2577) <= 2);
    QFile drawn(svg);
    REQUIRE(drawn.open(QIODevice::ReadOnly));
    CHECK(drawn.readAll().contains("<svg"));
}
