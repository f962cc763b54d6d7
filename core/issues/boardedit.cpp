#include "issues/boardedit.h"

#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::BoardEdit)
};

constexpr int kStep = 40; ///< thousandths from one note put by hand to the next
constexpr int kWhole = 1000;

std::unexpected<Error> otherBoard()
{
    return fail(ErrorCode::Conflict, Texts::tr("ほかの模造紙の場面には置けません。"));
}

/// The board a scene is of; 0 for no scene.
Result<qint64> boardOf(Document &document, qint64 scene)
{
    if (scene == 0)
        return qint64{0};
    TANE_TRY(const BoardScene found, RecordTable<BoardScene>(document).load(scene));
    return found.board;
}

std::optional<int> below(std::optional<int> from, int steps)
{
    return from ? std::optional(std::min(*from + steps * kStep, kWhole)) : std::nullopt;
}

} // namespace

Result<> putOnBoard(Document &document, const BoardPick &pick, const BoardPlace &place, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        TANE_TRY(const qint64 board, boardOf(document, place.scene));
        RecordTable<StickyNote> notes(document);
        int index = 0;
        for (const qint64 id : pick.notes) {
            TANE_TRY(StickyNote note, notes.load(id));
            if (board != 0 && note.board != board)
                return otherBoard();
            note.cluster = 0;
            note.scene = place.scene;
            note.x = below(place.x, index);
            note.y = below(place.y, index);
            TANE_CHECK(notes.update(note, label));
            ++index;
        }
        RecordTable<NoteCluster> clusters(document);
        for (const qint64 id : pick.clusters) {
            TANE_TRY(NoteCluster cluster, clusters.load(id));
            if (board != 0 && cluster.board != board)
                return otherBoard();
            cluster.scene = place.scene;
            TANE_CHECK(clusters.update(cluster, label));
            TANE_TRY(const std::vector<StickyNote> inside, notes.all(QStringLiteral("cluster"), id));
            for (StickyNote note : inside) {
                note.scene = place.scene;
                TANE_CHECK(notes.update(note, label));
            }
        }
        return {};
    });
}

Result<> setNoteKind(Document &document, const BoardPick &pick, NoteKind kind, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<StickyNote> notes(document);
        std::vector<qint64> ids = pick.notes;
        for (const qint64 cluster : pick.clusters) {
            TANE_TRY(const std::vector<StickyNote> inside, notes.all(QStringLiteral("cluster"), cluster));
            for (const StickyNote &note : inside)
                ids.push_back(note.id);
        }
        for (const qint64 id : ids) {
            TANE_TRY(StickyNote note, notes.load(id));
            note.kind = kind;
            TANE_CHECK(notes.update(note, label));
        }
        return {};
    });
}

Result<> tidyNotes(Document &document, const std::vector<qint64> &ids, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<StickyNote> notes(document);
        for (const qint64 id : ids) {
            TANE_TRY(StickyNote note, notes.load(id));
            note.x = note.y = std::nullopt;
            TANE_CHECK(notes.update(note, label));
        }
        return {};
    });
}

Result<> removeFromBoard(Document &document, const BoardPick &pick, const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        for (const qint64 id : pick.notes)
            TANE_CHECK(RecordTable<StickyNote>(document).remove(id, label));
        for (const qint64 id : pick.clusters)
            TANE_CHECK(RecordTable<NoteCluster>(document).remove(id, label));
        return {};
    });
}

Result<> renameNote(Document &document, qint64 id, const QString &text, const QString &label)
{
    RecordTable<StickyNote> notes(document);
    TANE_TRY(StickyNote note, notes.load(id));
    note.text = tidy(text);
    if (note.text.isEmpty())
        return fail(ErrorCode::Usage,
                    Texts::tr("付箋の文が空です。消すときは、付箋を選んで Delete キーを押してください。"));
    return notes.update(note, label);
}

Result<> renameCluster(Document &document, qint64 id, const QString &heading, const QString &label)
{
    RecordTable<NoteCluster> clusters(document);
    TANE_TRY(NoteCluster cluster, clusters.load(id));
    cluster.heading = tidy(heading);
    return clusters.update(cluster, label);
}

Result<> setBoardScenes(Document &document, qint64 board, const QStringList &names, const QString &label)
{
    QStringList wanted;
    for (const QString &name : names)
        if (const QString one = name.simplified(); !one.isEmpty() && !wanted.contains(one))
            wanted << one;
    return document.perform(label, [&](Database &) -> Result<> {
        RecordTable<BoardScene> table(document);
        TANE_TRY(const std::vector<BoardScene> present, table.all(QStringLiteral("board"), board));
        for (const BoardScene &scene : present)
            if (!scene.isBand && !wanted.contains(scene.name))
                TANE_CHECK(table.remove(scene.id, label));
        int position = 0;
        for (const QString &name : wanted) {
            const auto same = [&](const BoardScene &scene) { return !scene.isBand && scene.name == name; };
            const auto there = std::ranges::find_if(present, same);
            if (there == present.end()) {
                TANE_CHECK(table.add({.board = board, .name = name, .tint = sceneTint(name, wanted)}, label,
                                     position));
            } else {
                TANE_CHECK(table.move(there->id, position, label));
            }
            ++position;
        }
        return {};
    });
}

Result<LastBoards> lastBoards(Document &document)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT b.id, (SELECT count(*) FROM board) FROM board AS b LEFT JOIN workshop AS w "
                 "ON w.id = b.workshop ORDER BY ifnull(w.held_on, b.held_on) DESC, b.workshop DESC, "
                 "b.number IS NULL, b.number, b.id LIMIT 1")));
    TANE_CHECK(query.run());
    if (!query.next())
        return LastBoards();
    return LastBoards{.board = query.integer(0), .boards = static_cast<int>(query.integer(1))};
}

Result<std::unordered_map<qint64, std::vector<qint64>>> cardsOfBoard(Document &document, qint64 board)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT c.note, c.card FROM card_note AS c JOIN sticky_note AS n "
                                  "ON n.id = c.note WHERE n.board = ? ORDER BY c.card")));
    TANE_CHECK(query.bind(board).run());
    std::unordered_map<qint64, std::vector<qint64>> cards;
    while (query.next())
        cards[query.integer(0)].push_back(query.integer(1));
    return cards;
}

} // namespace tane
