#pragma once

#include "issues/board.h"

#include <unordered_map>

namespace tane {

/// Notes and headings of one board that something is done with at once.
struct BoardPick
{
    std::vector<qint64> notes, clusters;
    [[nodiscard]] bool isEmpty() const { return notes.empty() && clusters.empty(); }
    [[nodiscard]] int size() const { return static_cast<int>(notes.size() + clusters.size()); }
    friend bool operator==(const BoardPick &, const BoardPick &) = default;
};

/// Where on a board: a field (0: outside every field), and the place in it in thousandths; nothing: in order.
struct BoardPlace
{
    qint64 scene = 0;
    std::optional<int> x, y;
    friend bool operator==(const BoardPlace &, const BoardPlace &) = default;
};

/// Puts notes and clusters into a field of their board. Notes leave their clusters, clusters take theirs
/// along; the place is that of the first note, the others follow it a little below. Conflict: a field of
/// another board. One undo step.
[[nodiscard]] Result<> putOnBoard(Document &document, const BoardPick &pick, const BoardPlace &place,
                                  const QString &label);
/// Notes and the notes of clusters.
[[nodiscard]] Result<> setNoteKind(Document &document, const BoardPick &pick, NoteKind kind,
                                   const QString &label);
/// Notes that were put by hand stand in order again.
[[nodiscard]] Result<> tidyNotes(Document &document, const std::vector<qint64> &notes, const QString &label);
/// Takes notes off the board. Of clusters only the heading goes: their notes stay in the field.
[[nodiscard]] Result<> removeFromBoard(Document &document, const BoardPick &pick, const QString &label);
/// A note or heading in other words. Usage: a note must say something.
[[nodiscard]] Result<> renameNote(Document &document, qint64 note, const QString &text, const QString &label);
[[nodiscard]] Result<> renameCluster(Document &document, qint64 cluster, const QString &heading,
                                     const QString &label);

/// Gives a board these fields, in this order, above its band. A field that keeps its name keeps its notes;
/// notes of one that goes lie outside every field. Repeated and empty names are left out. One undo step.
[[nodiscard]] Result<> setBoardScenes(Document &document, qint64 board, const QStringList &names,
                                      const QString &label);

/// The first board of the workshop held last that has boards, and how many boards there are in all; id 0:
/// none.
struct LastBoards
{
    qint64 board = 0;
    int boards = 0;
    friend bool operator==(const LastBoards &, const LastBoards &) = default;
};
[[nodiscard]] Result<LastBoards> lastBoards(Document &document);

/// The cards that came from a board's notes: cards by note, in the order they were made.
[[nodiscard]] Result<std::unordered_map<qint64, std::vector<qint64>>> cardsOfBoard(Document &document,
                                                                                   qint64 board);

} // namespace tane
