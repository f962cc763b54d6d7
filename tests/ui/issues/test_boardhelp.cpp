// 模造紙: what the page says, where the focus goes, what fits, and the way back.
#include "posteroffice.h"

#include "issues/chainpanel.h"
#include "issues/photopanel.h"
#include "printing/pageview.h"
#include "printing/previewdialog.h"
#include "programme/programme.h"
#include "shell/widgets.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

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

void trigger(QWidget *page, const QString &action)
{
    QAction *found = nullptr;
    for (QAction *each : page->findChildren<QAction *>())
        if (each->objectName() == action)
            found = each;
    REQUIRE(found != nullptr);
    found->trigger();
    settle();
}

qint64 headed(PosterOffice &office, const std::vector<qint64> &notes)
{
    const auto cluster =
        clusterNotes(office.document(), office.board(1).board.id, u"退院時の連絡"_s, notes, u"準備"_s);
    REQUIRE(cluster.has_value());
    return *cluster;
}

} // namespace

TEST_CASE("Tab leads from the typing line to the papers, and back again")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"連絡が遅い"_s, u"薬が余る"_s});
    office.forget();
    BoardPage *page = office.page();
    REQUIRE(QApplication::focusWidget() == page->bar()->line());
    press(Qt::Key_Tab);
    CHECK(QApplication::focusWidget() == page->poster());
    CHECK(page->poster()->pick().notes == std::vector{ids[0]}); // chosen, so that the arrows go on from there
    press(Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(QApplication::focusWidget() == page->bar()->line());
}

TEST_CASE("Ctrl+G with nothing to put together says what to choose first")
{
    PosterOffice office(1);
    const auto ids = office.stick(1, {u"連絡が遅い"_s});
    const qint64 cluster = headed(office, ids);
    office.forget();
    BoardPage *page = office.page();
    const auto *hint = page->findChild<QLabel *>(u"noteHint"_s);
    press(Qt::Key_G, Qt::ControlModifier); // in the typing line, with nothing chosen
    CHECK(hint->text().contains(u"付箋を選んで"_s));
    page->poster()->setFocus();
    REQUIRE(page->poster()->showKey({PosterKey::Kind::Cluster, cluster}));
    press(Qt::Key_G, Qt::ControlModifier);
    CHECK(hint->text().contains(u"その下に入れる付箋"_s));
    CHECK(page->poster()->editor() == nullptr);
    CHECK_FALSE(office.document().canUndo());
}

TEST_CASE("the page with 深掘り or photographs beside the poster fits a window of 1280 by 745")
{
    PosterOffice office(1);
    QStringList texts;
    for (int i = 1; i <= 40; ++i)
        texts << u"退院の連絡が当日になり、準備が間に合わない（%1）"_s.arg(i);
    office.stick(1, texts);
    office.forget();
    office.window->resize(1280, 745);
    BoardPage *page = office.page();
    for (const QString &button : {u"showChain"_s, u"showPhotos"_s}) {
        click(page->findChild<QWidget *>(button));
        settle();
        const auto areas = page->findChildren<QScrollArea *>();
        for (const QScrollArea *area : areas)
            if (area->isAncestorOf(page->poster()))
                CHECK(area->horizontalScrollBar()->maximum() == 0);
        CHECK(page->poster()->horizontalScrollBar()->maximum() == 0);
        const auto *legend = page->findChild<QWidget *>(u"legend"_s);
        CHECK(legend->width() >= legend->minimumSizeHint().width());
        CHECK(legend->height() >= legend->heightForWidth(legend->width()));
        const QRect inside = page->rect();
        for (const QString &name : {u"posterFit"_s, u"noteLine"_s, u"boardOutput"_s}) {
            const auto *each = page->findChild<QWidget *>(name);
            CHECK(inside.contains(QRect(each->mapTo(page, QPoint()), each->size())));
        }
    }
}

TEST_CASE("after the seed was made the focus is on what comes next, not on taking the chain away")
{
    PosterOffice office(1);
    const qint64 cluster = headed(office, office.stick(1, {u"連絡が遅い"_s}));
    office.forget();
    BoardPage *page = office.page();
    REQUIRE(page->poster()->showKey({PosterKey::Kind::Cluster, cluster}));
    click(page->findChild<QWidget *>(u"showChain"_s));
    settle();
    click(page->findChild<QWidget *>(u"beginChain"_s));
    settle();
    write(u"退院の連絡が当日になる"_s);
    auto *make = page->findChild<QPushButton *>(u"makeSeed"_s);
    make->setFocus();
    QTest::keyClick(make, Qt::Key_Space);
    settle();
    REQUIRE(office.board(1).chains.front().seed != 0);
    CHECK(QApplication::focusWidget() == page->findChild<QWidget *>(u"openSeed"_s));
}

TEST_CASE("a note put by hand never lies over those that stand in order, however many come")
{
    PosterOffice office(1);
    QStringList texts;
    for (int i = 1; i <= 30; ++i)
        texts << u"困りごと%1"_s.arg(i);
    const auto ids = office.stick(1, texts);
    const qint64 scene = office.board(1).scenes.front().id;
    REQUIRE(
        putOnBoard(office.document(), {.notes = {ids[0]}}, {.scene = scene, .x = 300, .y = 200}, u"準備"_s)
            .has_value());
    office.forget();
    PosterBoard *poster = office.page()->poster();
    for (const double zoom : {0.5, 1.0, 2.0}) {
        poster->setZoom(zoom);
        const PosterLayout &picture = poster->picture();
        const PosterItem &free = picture.items()[static_cast<std::size_t>(picture.indexOf(noteKey(ids[0])))];
        REQUIRE(free.free);
        for (const PosterItem &other : picture.items())
            CHECK((other.key == free.key || !other.box.intersects(free.box)));
        const auto field = static_cast<std::size_t>(picture.fieldOf(scene));
        CHECK(picture.fields()[field].box.contains(free.box));
    }
}

TEST_CASE("a hit of the search makes its scene the one that is typed into")
{
    PosterOffice office(2);
    const auto ids = office.stick(2, {u"薬が余っている"_s}, 2);
    office.forget();
    BoardPage *page = office.page();
    REQUIRE(office.window->workspace()->openRow(u"board"_s, u"sticky_note"_s, ids[0]));
    CHECK(page->bar()->scene() == office.board(2).scenes[2].id);
}

TEST_CASE("several photographs come in as one step, and a broken one among them leaves none behind")
{
    PosterOffice office(1);
    BoardPage *page = office.page();
    click(page->findChild<QWidget *>(u"showPhotos"_s));
    settle();
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::white);
    QStringList paths;
    for (const QString &name : {u"1.png"_s, u"2.png"_s, u"3.png"_s}) {
        paths << office.desk.path(name);
        REQUIRE(image.save(paths.back(), "PNG"));
    }
    const auto added = page->photos()->addFiles(paths);
    REQUIRE(added.has_value());
    CHECK(*added == 3);
    settle();
    CHECK(page->photos()->count() == 3);
    office.undo();
    CHECK(page->photos()->count() == 0);
    QFile broken(paths[1]);
    REQUIRE(broken.open(QIODevice::WriteOnly));
    broken.write("no picture");
    broken.close();
    const auto refused = page->photos()->addFiles(paths);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().message.contains(u"2.png"_s));
    settle();
    CHECK(page->photos()->count() == 0);
}

TEST_CASE("a poster that was taken away comes back whole with undo, its photographs with it")
{
    PosterOffice office(2);
    const auto ids = office.stick(1, {u"連絡が遅い"_s, u"当日に知る"_s});
    const qint64 cluster = headed(office, ids);
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(Qt::white);
    REQUIRE(image.save(office.desk.path(u"1.png"_s), "PNG"));
    QFile file(office.desk.path(u"1.png"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const qint64 board = office.board(1).board.id;
    REQUIRE(addPhoto(office.document(), board, file.readAll(), u"1班"_s, u"準備"_s).has_value());
    office.forget();
    BoardPage *page = office.page();
    const BoardContent before = office.board(1);
    office.desk.dialogs.asked.clear(); // making the file asked for its name
    trigger(page, u"removeBoardAction"_s);
    CHECK(office.boards().size() == 2); // not without being sure
    INFO(office.desk.dialogs.asked.join(u'/').toStdString());
    REQUIRE(office.desk.dialogs.asked.size() == 1);
    CHECK(office.desk.dialogs.asked.front().contains(u"付箋2枚と写真1枚"_s));
    office.desk.dialogs.confirmed = true;
    trigger(page, u"removeBoardAction"_s);
    REQUIRE(office.boards().size() == 1);
    CHECK(page->board() == office.boards().front().board.id);
    office.undo();
    REQUIRE(office.boards().size() == 2);
    const BoardContent after = office.board(1);
    CHECK(after.notes == before.notes);
    CHECK(after.cluster(cluster) != nullptr);
    CHECK(photosOf(office.document(), board)->size() == 1);
    office.reopen();
    CHECK(office.board(1).notes == before.notes);
}

TEST_CASE("one poster or all of them are previewed, a sheet each")
{
    PosterOffice office(3);
    office.stick(1, {u"連絡が遅い"_s});
    office.forget();
    BoardPage *page = office.page();
    const auto pages = [&](const QString &action) {
        trigger(page, action);
        const auto dialogs = page->findChildren<PreviewDialog *>();
        REQUIRE(dialogs.size() == 1);
        const int count = dialogs.front()->view()->pageCount();
        delete dialogs.front();
        return count;
    };
    CHECK(pages(u"printBoard"_s) == 1);
    CHECK(pages(u"printBoards"_s) == 3);
}

TEST_CASE("a note of another programme is opened with a word about it and a way back to where one was")
{
    PosterOffice office(1);
    const auto other =
        RecordTable<Programme>(office.document()).add({.title = u"前の年のプログラム"_s}, u"準備"_s);
    REQUIRE(other.has_value());
    Workshop held;
    held.programme = *other;
    held.title = u"前の年の研修会"_s;
    const auto workshop = WorkshopRepository(office.document()).save(held);
    REQUIRE(workshop.has_value());
    REQUIRE(addBoards(office.document(), *workshop, 1, {}, u"準備"_s) == 1);
    const auto boards = boardsOf(office.document(), *workshop);
    const auto notes =
        addNotes(office.document(), {.board = boards->front().board.id}, u"薬が余る"_s, u"準備"_s);
    REQUIRE(notes.has_value());
    office.forget();
    const qint64 programme = office.programme();
    office.window->workspace()->showPage(u"pipeline"_s);
    settle();
    NoticeBar *bar = office.window->workspace()->noticeBar();
    CHECK_FALSE(bar->isVisible());
    REQUIRE(office.window->workspace()->openRow(u"board"_s, u"sticky_note"_s, notes->front()));
    settle();
    CHECK(office.programme() == *other);
    REQUIRE(bar->isVisible());
    CHECK(bar->text().contains(u"前の年のプログラム"_s));
    auto *back = bar->findChild<QPushButton *>(u"noticeAction"_s);
    REQUIRE(back != nullptr);
    click(back);
    settle();
    CHECK(office.programme() == programme);
    CHECK(office.window->controller()->context()->workshop == office.workshop);
    CHECK(office.window->workspace()->currentPage() == u"pipeline"_s);
    CHECK_FALSE(bar->isVisible());
}
