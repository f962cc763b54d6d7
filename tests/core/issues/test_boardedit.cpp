#include "core/issues/issuesoffice.h"
#include "issues/boardedit.h"
#include "issues/boardworkbook.h"

#include "exchange/tablereader.h"

#include <algorithm>

using namespace tane;
using namespace storagetest;

namespace {

const QString kLabel = QStringLiteral("操作");

QStringList namesOf(const BoardContent &content)
{
    QStringList names;
    for (const BoardScene &scene : content.scenes)
        names << scene.name;
    return names;
}

} // namespace

TEST_CASE("a cluster that is put into another field takes its notes along, a note leaves its cluster")
{
    IssuesOffice office;
    Document &document = *office.document;
    const qint64 board = office.addBoard(1);
    const BoardContent fields = office.board(board);
    const qint64 from = fields.scenes[0].id, to = fields.scenes[2].id;
    const qint64 first = office.addNote(board, QStringLiteral("一"), from);
    const qint64 second = office.addNote(board, QStringLiteral("二"), from);
    const qint64 cluster =
        valueOf(clusterNotes(document, board, QStringLiteral("見出し"), {first, second}, kLabel));
    succeeds(putOnBoard(document, {.clusters = {cluster}}, {.scene = to}, kLabel));
    BoardContent now = office.board(board);
    CHECK(now.cluster(cluster)->scene == to);
    CHECK(now.count(to) == 2);
    CHECK(std::ranges::all_of(now.notes, [&](const StickyNote &note) { return note.scene == to; }));
    succeeds(putOnBoard(document, {.notes = {first, second}}, {.scene = from, .x = 980, .y = 500}, kLabel));
    now = office.board(board);
    CHECK(now.notesOf(cluster).empty());
    CHECK(now.notes[0].x == 980);
    CHECK(now.notes[1].x == 1000); // 980 + 40 would be outside the field
    CHECK(now.notes[1].y == 540);
    succeeds(document.undo());
    CHECK(office.board(board).notesOf(cluster).size() == 2);
}

TEST_CASE("notes are not put into a field of another board, and then nothing of it is done")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1), other = office.addBoard(2);
    const qint64 note = office.addNote(board, QStringLiteral("一"));
    const qint64 foreign = office.board(other).scenes[0].id;
    CHECK(errorOf(putOnBoard(*office.document, {.notes = {note}}, {.scene = foreign}, kLabel)) ==
          ErrorCode::Conflict);
    CHECK(office.board(board).notes.front().scene == 0);
}

TEST_CASE("of a heading that is removed its notes stay in the field")
{
    IssuesOffice office;
    Document &document = *office.document;
    const qint64 board = office.addBoard(1);
    const qint64 scene = office.board(board).scenes[1].id;
    const qint64 note = office.addNote(board, QStringLiteral("一"), scene);
    const qint64 cluster = valueOf(clusterNotes(document, board, QStringLiteral("見出し"), {note}, kLabel));
    const qint64 alone = office.addNote(board, QStringLiteral("二"), scene);
    succeeds(removeFromBoard(document, {.notes = {alone}, .clusters = {cluster}}, kLabel));
    const BoardContent now = office.board(board);
    CHECK(now.clusters.empty());
    REQUIRE(now.loose(scene).size() == 1);
    CHECK(now.loose(scene).front()->id == note);
}

TEST_CASE(
    "a field that keeps its name keeps its notes, those of one that goes lie outside, the band stays last")
{
    IssuesOffice office;
    Document &document = *office.document;
    const qint64 board = office.addBoard(1);
    const BoardContent before = office.board(board);
    office.addNote(board, QStringLiteral("看取りの付箋"), before.scenes[3].id);
    office.addNote(board, QStringLiteral("急変の付箋"), before.scenes[2].id);
    // As trial ② had it: 入退院支援 twice, and 看取り.
    const QStringList wanted{QStringLiteral("看取り"), QStringLiteral("入退院支援（自宅）"),
                             QStringLiteral("入退院支援（自宅以外）")};
    succeeds(
        setBoardScenes(document, board, wanted + QStringList{QStringLiteral(" 看取り "), QString()}, kLabel));
    const BoardContent now = office.board(board);
    CHECK(namesOf(now) == wanted + QStringList{QStringLiteral("市町村にうまく伝えるには")});
    CHECK(now.scenes.front().id == before.scenes[3].id);
    CHECK(now.count(before.scenes[3].id) == 1);
    CHECK(now.count(0) == 1);
    CHECK(now.scenes[1].tint == 1); // the colour of 入退院支援
    succeeds(document.undo());
    CHECK(namesOf(office.board(board)) == namesOf(before));
    CHECK(office.board(board).count(before.scenes[2].id) == 1);
}

TEST_CASE("a note must say something, a heading need not")
{
    IssuesOffice office;
    Document &document = *office.document;
    const qint64 board = office.addBoard(1);
    const qint64 note = office.addNote(board, QStringLiteral("一"));
    const qint64 cluster = valueOf(clusterNotes(document, board, QStringLiteral("見出し"), {note}, kLabel));
    CHECK(errorOf(renameNote(document, note, QStringLiteral(" 　"), kLabel)) == ErrorCode::Usage);
    succeeds(renameNote(document, note, QStringLiteral(" 二 "), kLabel));
    succeeds(renameCluster(document, cluster, QString(), kLabel));
    CHECK(office.board(board).notes.front().text == QStringLiteral("二"));
    CHECK(office.board(board).clusters.front().heading.isEmpty());
    succeeds(setNoteKind(document, {.clusters = {cluster}}, NoteKind::Wish, kLabel));
    CHECK(office.board(board).notes.front().kind == NoteKind::Wish);
}

TEST_CASE("a board knows which of its notes became cards")
{
    IssuesOffice office;
    const qint64 board = office.addBoard(1);
    const qint64 first = office.addNote(board, QStringLiteral("一"));
    office.addNote(board, QStringLiteral("二"));
    const auto cards =
        valueOf(cardsFromNotes(*office.document, {first}, IssueStage::Trouble, office.today, kLabel));
    const auto known = valueOf(cardsOfBoard(*office.document, board));
    REQUIRE(known.size() == 1);
    CHECK(known.at(first) == cards);
}

TEST_CASE("the posters looked at first are those of the workshop held last")
{
    IssuesOffice office;
    CHECK(valueOf(lastBoards(*office.document)) == LastBoards{});
    const qint64 later = office.addWorkshop(QStringLiteral("第2回研修会"), QDate(2026, 10, 1));
    office.addBoard(2, later);
    const qint64 first = office.addBoard(1, later);
    office.addBoard(1);
    CHECK(valueOf(lastBoards(*office.document)) == LastBoards{first, 3});
}

TEST_CASE("the workbook of the posters has a row for every note, below its heading, and counts by scene")
{
    IssuesOffice office;
    const qint64 first = office.addBoard(1), second = office.addBoard(2);
    const qint64 scene = office.board(first).scenes[1].id;
    const qint64 note = office.addNote(first, QStringLiteral("連絡が遅い"), scene);
    office.addNote(first, QStringLiteral("薬が余る"), scene);
    valueOf(clusterNotes(*office.document, first, QStringLiteral("退院時の連絡"), {note}, kLabel));
    office.addNote(second, QStringLiteral("=1+1"));
    const QString path = office.folder(QStringLiteral("b.xlsx"));
    succeeds(writeBoardWorkbook(path, {office.board(first), office.board(second)}, QStringLiteral("第1回")));
    const auto tables = valueOf(readTables(path));
    REQUIRE(tables.size() == 2);
    QStringList rows;
    for (int row = 0; row < tables[0].rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < 5; ++column)
            cells << QString::fromUtf8(tables[0].cell(row, column).data(),
                                       static_cast<qsizetype>(tables[0].cell(row, column).size()));
        rows << cells.join(u'|');
    }
    CHECK(rows.contains(QStringLiteral("班|場面|見出し|付箋|種類")));
    CHECK(rows.contains(QStringLiteral("1班|入退院支援|退院時の連絡|連絡が遅い|困りごと")));
    CHECK(rows.contains(QStringLiteral("1班|入退院支援||薬が余る|困りごと")));
    CHECK(rows.contains(QStringLiteral("2班|（場面なし）||=1+1|困りごと"))); // a text, no formula
    const int last = tables[1].rowCount() - 1;
    CHECK(tables[1].cell(last, 0) == "合計");
    CHECK(tables[1].cell(last, 2) == "2"); // 入退院支援: the second of the scenes
    CHECK(tables[1].cell(last, 7) == "3"); // 班, five fields, those without
}
