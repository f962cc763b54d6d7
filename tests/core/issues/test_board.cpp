#include "core/issues/issuesoffice.h"
#include "issues/issuesheets.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = QStringLiteral("操作");

QStringList textsOf(const std::vector<const StickyNote *> &notes)
{
    QStringList texts;
    for (const StickyNote *note : notes)
        texts << note->text;
    return texts;
}

} // namespace

TEST_CASE("a new board has the four scenes of 図表-81 and the band below them")
{
    IssuesOffice office;
    const BoardContent content = office.board(office.addBoard(3));
    QStringList names;
    for (const BoardScene &scene : content.scenes)
        names << scene.name;
    CHECK(names == QStringList{QStringLiteral("日常の療養支援"), QStringLiteral("入退院支援"),
                               QStringLiteral("急変時の対応"), QStringLiteral("看取り"),
                               QStringLiteral("市町村にうまく伝えるには")});
    CHECK(content.scenes.back().isBand);
    CHECK(boardTitle(content.board) == QStringLiteral("3班"));
    CHECK(posterScene(content.scenes.front().name) == QStringLiteral("日常療養"));
}

TEST_CASE("a pasted list becomes a note a line, without its marks, and figures of a sentence stay")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1);
    const auto ids = valueOf(addNotes(*office.document, {.board = board},
                                      QStringLiteral("・夜間に相談できる先がない\r\n"
                                                     "1. 退院の連絡が当日になる\n\n"
                                                     "（２）薬が余っている\n"
                                                     "1.5人で回している\n"
                                                     "24時間の訪問看護が足りない\n"
                                                     "①通院の足がない\n   "),
                                      kLabel));
    REQUIRE(ids.size() == 6);
    CHECK(textsOf(office.board(board).loose(0)) ==
          QStringList{QStringLiteral("夜間に相談できる先がない"), QStringLiteral("退院の連絡が当日になる"),
                      QStringLiteral("薬が余っている"), QStringLiteral("1.5人で回している"),
                      QStringLiteral("24時間の訪問看護が足りない"), QStringLiteral("通院の足がない")});
    succeeds(office.document->undo());
    CHECK(office.board(board).notes.empty());
    succeeds(office.document->redo());
    office.reopen();
    CHECK(office.board(board).notes.size() == 6);
}

TEST_CASE("notes put under a heading go to its field, and stay when the heading is taken away")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1);
    const BoardContent empty = office.board(board);
    const qint64 discharge = empty.scenes[1].id, sudden = empty.scenes[2].id;
    const qint64 first = office.addNote(board, QStringLiteral("連絡が当日"), discharge);
    const qint64 second = office.addNote(board, QStringLiteral("書類が届かない"), sudden);
    office.addNote(board, QStringLiteral("ほかの付箋"), sudden);
    const qint64 cluster = valueOf(
        clusterNotes(*office.document, board, QStringLiteral("退院時の連絡"), {first, second}, kLabel));
    BoardContent content = office.board(board);
    CHECK(content.cluster(cluster)->scene == discharge);
    CHECK(textsOf(content.notesOf(cluster)) ==
          QStringList{QStringLiteral("連絡が当日"), QStringLiteral("書類が届かない")});
    CHECK(content.count(discharge) == 2);
    CHECK(content.count(sudden) == 1);
    succeeds(RecordTable<NoteCluster>(*office.document).remove(cluster, kLabel));
    content = office.board(board);
    CHECK(content.notes.size() == 3);
    CHECK(content.loose(discharge).size() == 2);
    // One step for the heading and its notes.
    succeeds(office.document->undo());
    succeeds(office.document->undo());
    CHECK(office.board(board).clusters.empty());
    CHECK(office.board(board).count(sudden) == 2);
}

TEST_CASE("a note of another board cannot be put under a heading")
{
    IssuesOffice office;
    const qint64 one = office.addBoard(1), other = office.addBoard(2);
    const qint64 cluster = valueOf(clusterNotes(*office.document, one, QStringLiteral("見出し"), {}, kLabel));
    const qint64 note = office.addNote(other, QStringLiteral("よその付箋"));
    CHECK(errorOf(gatherNotes(*office.document, {note}, cluster, kLabel)) == ErrorCode::Conflict);
}

TEST_CASE("one board a group is made once, however often it is asked for")
{
    IssuesOffice office;
    office.addBoard(2);
    CHECK(valueOf(addBoards(*office.document, office.workshop, 3, {QStringLiteral("うめ")}, kLabel)) == 2);
    CHECK(valueOf(addBoards(*office.document, office.workshop, 3, {}, kLabel)) == 0);
    const auto boards = valueOf(boardsOf(*office.document, office.workshop));
    QStringList titles;
    for (const BoardSummary &one : boards)
        titles << boardTitle(one.board);
    CHECK(titles == QStringList{QStringLiteral("1班 うめ"), QStringLiteral("2班"), QStringLiteral("3班")});
}

TEST_CASE("a photograph is kept byte for byte, and what is no picture is refused")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1);
    QByteArray picture("\xff\xd8\xff\xe0", 4);
    for (int i = 0; i < 1000; ++i)
        picture += static_cast<char>(i % 256);
    const qint64 photo =
        valueOf(addPhoto(*office.document, board, picture, QStringLiteral("テーマ１"), kLabel));
    CHECK(errorOf(addPhoto(*office.document, board, "%PDF-1.4", {}, kLabel)) == ErrorCode::BadFormat);
    succeeds(RecordTable<BoardPhoto>(*office.document).remove(photo, kLabel));
    succeeds(office.document->undo());
    office.reopen();
    const auto photos = valueOf(photosOf(*office.document, board));
    REQUIRE(photos.size() == 1);
    CHECK(photos.front().caption == QStringLiteral("テーマ１"));
    CHECK(photos.front().data.isEmpty());
    CHECK(valueOf(photoData(*office.document, photo)) == picture);
}

TEST_CASE("with its workshop a board goes, and what was made of it stays")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1);
    const qint64 note = office.addNote(board, QStringLiteral("夜間の相談先がない"));
    const qint64 card =
        valueOf(cardsFromNotes(*office.document, {note}, IssueStage::Trouble, office.today, kLabel)).front();
    const QStringList before = everything(office.document->database());
    succeeds(WorkshopRepository(*office.document).remove(office.workshop));
    CHECK(valueOf(boardsOf(*office.document, office.workshop)).empty());
    const Pipeline pipeline = office.pipeline();
    REQUIRE(pipeline.card(card));
    CHECK(pipeline.card(card)->workshop == 0);
    CHECK(pipeline.notesOf(card).empty());
    succeeds(office.document->check());
    succeeds(office.document->undo());
    CHECK(everything(office.document->database()) == before);
}

TEST_CASE("the printed poster holds headings before their notes, and what lies outside the fields")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1);
    const BoardContent fields = office.board(board);
    const qint64 scene = fields.scenes[3].id;
    const qint64 first = office.addNote(board, QStringLiteral("家族が不安になる"), scene);
    valueOf(clusterNotes(*office.document, board, QStringLiteral("家族の心構え"), {first}, kLabel));
    office.addNote(board, QStringLiteral("ひとりの付箋"), scene);
    office.addNote(board, QStringLiteral("置き場所のない付箋"));
    office.addNote(board, QStringLiteral("件数で伝える"), fields.scenes[4].id);
    const PosterContent poster = posterOf(office.board(board));
    CHECK(poster.group == QStringLiteral("1班"));
    REQUIRE(poster.scenes.size() == 5);
    CHECK(poster.scenes[0].title == QStringLiteral("日常療養"));
    const auto &dying = poster.scenes[3].notes;
    REQUIRE(dying.size() == 3);
    CHECK((dying[0].heading && dying[0].text == QStringLiteral("家族の心構え")));
    CHECK((!dying[1].heading && dying[1].text == QStringLiteral("家族が不安になる")));
    CHECK(dying[1].below);
    CHECK(dying[2].text == QStringLiteral("ひとりの付箋"));
    CHECK_FALSE(dying[2].below);
    REQUIRE(poster.scenes[4].notes.size() == 1);
    CHECK(poster.scenes[4].notes[0].text == QStringLiteral("置き場所のない付箋"));
    REQUIRE(poster.bandNotes.size() == 1);
    CHECK(poster.band == QStringLiteral("市町村にうまく伝えるには"));
}
