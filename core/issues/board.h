#pragma once

#include "issues/issuewords.h"
#include "storage/recordtable.h"

namespace tane {

/// The poster sheet of one group of a workshop, or of a meeting without one. Goes with its workshop.
struct Board
{
    qint64 id = 0;
    qint64 workshop = 0;       ///< 0 = none
    std::optional<int> number; ///< of the group, from 1
    QString name;              ///< グループ名, where it has one of its own
    QString title;             ///< "テーマ１"; may be empty
    QDate heldOn;              ///< of a board without a workshop
    qint64 municipality = 0;   ///< where all of the group are from; 0 = mixed
    qint64 careArea = 0;
    QString note;
    friend bool operator==(const Board &, const Board &) = default;
};
/// "3班 さくら", "3班", or the name, or the title.
[[nodiscard]] QString boardTitle(const Board &board);

/// A field of the poster.
struct BoardScene
{
    qint64 id = 0;
    qint64 board = 0;
    QString name;
    int tint = 0;        ///< sceneTint
    bool isBand = false; ///< 市町村にうまく伝えるには: over the whole width, below the others
    friend bool operator==(const BoardScene &, const BoardScene &) = default;
};

/// Notes under one heading.
struct NoteCluster
{
    qint64 id = 0;
    qint64 board = 0;
    qint64 scene = 0; ///< 0 = outside every field
    QString heading;
    friend bool operator==(const NoteCluster &, const NoteCluster &) = default;
};

struct StickyNote
{
    qint64 id = 0;
    qint64 board = 0;
    QString text;
    NoteKind kind = NoteKind::Trouble;
    qint64 scene = 0;        ///< 0 = not put anywhere yet
    qint64 cluster = 0;      ///< 0 = alone
    std::optional<int> x, y; ///< thousandths of its field, where it was put by hand; nothing: in order
    friend bool operator==(const StickyNote &, const StickyNote &) = default;
};

/// A photograph of the paper poster.
struct BoardPhoto
{
    qint64 id = 0;
    qint64 board = 0;
    QString caption;
    QByteArray data; ///< JPEG or PNG
    friend bool operator==(const BoardPhoto &, const BoardPhoto &) = default;
};

/// Theme 2: from a cluster of troubles to a seed.
struct IssueChain
{
    qint64 id = 0;
    qint64 board = 0;
    qint64 cluster = 0; ///< 0 = none (any more)
    QString what;       ///< what exactly is happening
    QString why;        ///< causes, one a line
    QString mainCause;
    QString measures; ///< possible ones, one a line
    QString best;     ///< the effective and realistic one
    qint64 seed = 0;  ///< the card made of it; 0 = none yet
    friend bool operator==(const IssueChain &, const IssueChain &) = default;
};

template<>
struct RecordSchema<Board>
{
    static QString table() { return QStringLiteral("board"); }
    static QStringList siblings() { return {}; }
    static std::vector<RecordColumn<Board>> columns();
};

template<>
struct RecordSchema<BoardScene>
{
    static QString table() { return QStringLiteral("board_scene"); }
    static QStringList siblings() { return {QStringLiteral("board")}; }
    static std::vector<RecordColumn<BoardScene>> columns();
};

template<>
struct RecordSchema<NoteCluster>
{
    static QString table() { return QStringLiteral("note_cluster"); }
    static QStringList siblings() { return {QStringLiteral("board")}; }
    static std::vector<RecordColumn<NoteCluster>> columns();
};

template<>
struct RecordSchema<StickyNote>
{
    static QString table() { return QStringLiteral("sticky_note"); }
    static QStringList siblings() { return {QStringLiteral("board")}; }
    static std::vector<RecordColumn<StickyNote>> columns();
};

template<>
struct RecordSchema<BoardPhoto>
{
    static QString table() { return QStringLiteral("board_photo"); }
    static QStringList siblings() { return {QStringLiteral("board")}; }
    static std::vector<RecordColumn<BoardPhoto>> columns();
};

template<>
struct RecordSchema<IssueChain>
{
    static QString table() { return QStringLiteral("issue_chain"); }
    static QStringList siblings() { return {QStringLiteral("board")}; }
    static std::vector<RecordColumn<IssueChain>> columns();
};

/// A board with all that is on it but for the photographs.
struct BoardContent
{
    Board board;
    std::vector<BoardScene> scenes;
    std::vector<NoteCluster> clusters;
    std::vector<StickyNote> notes;
    std::vector<IssueChain> chains;

    [[nodiscard]] const BoardScene *scene(qint64 id) const;
    [[nodiscard]] const NoteCluster *cluster(qint64 id) const;
    /// Notes of a field that are in no cluster, in order; 0: those outside every field.
    [[nodiscard]] std::vector<const StickyNote *> loose(qint64 scene) const;
    [[nodiscard]] std::vector<const StickyNote *> notesOf(qint64 cluster) const;
    [[nodiscard]] std::vector<const NoteCluster *> clustersOf(qint64 scene) const;
    /// Notes of a field, in clusters or not.
    [[nodiscard]] int count(qint64 scene) const;
    /// The name of the note's field; empty for none and for the band.
    [[nodiscard]] QString sceneName(qint64 scene) const;
    /// What stands on the band 市町村にうまく伝えるには, in order.
    [[nodiscard]] QStringList bandTexts() const;
};
/// NotFound when it was deleted.
[[nodiscard]] Result<BoardContent> loadBoard(Document &document, qint64 board);
/// A line of the list of boards.
struct BoardSummary
{
    Board board;
    int notes = 0, clusters = 0, photos = 0;
};
/// Of a workshop (0: those without one) by their number, then id.
[[nodiscard]] Result<std::vector<BoardSummary>> boardsOf(Document &document, qint64 workshop);

/// A new board with fields of these names (those of fourScenes when none are given), and the band. Gives its
/// id; one undo step.
[[nodiscard]] Result<qint64> addBoard(Document &document, const Board &board, const QStringList &scenes,
                                      const QString &label);
/// One board for each of these numbers of groups that has none yet, named as given; gives how many. One
/// undo step. `names` may be shorter than `groups`.
[[nodiscard]] Result<int> addBoards(Document &document, qint64 workshop, int groups, const QStringList &names,
                                    const QString &label);
/// A line a note, at the end of the board; empty lines and what decorates a pasted list (・, 1., －) are left
/// out. Gives the ids; one undo step.
[[nodiscard]] Result<std::vector<qint64>> addNotes(Document &document, const StickyNote &like,
                                                   const QString &lines, const QString &label);
/// The lines that addNotes would make notes of.
[[nodiscard]] QStringList noteLines(const QString &text);
/// Puts notes into a cluster (0: takes them out) and so into its field; one undo step.
[[nodiscard]] Result<> gatherNotes(Document &document, const std::vector<qint64> &notes, qint64 cluster,
                                   const QString &label);
/// A new cluster of these notes, in the field of the first; gives its id. One undo step.
[[nodiscard]] Result<qint64> clusterNotes(Document &document, qint64 board, const QString &heading,
                                          const std::vector<qint64> &notes, const QString &label);

/// A photograph as a file or the camera has it. BadFormat: neither JPEG nor PNG; TooLarge: over 20 MB.
[[nodiscard]] Result<qint64> addPhoto(Document &document, qint64 board, const QByteArray &data,
                                      const QString &caption, const QString &label);
/// The photographs of a board without their data, which photoData() gives one by one.
[[nodiscard]] Result<std::vector<BoardPhoto>> photosOf(Document &document, qint64 board);
[[nodiscard]] Result<QByteArray> photoData(Document &document, qint64 photo);

} // namespace tane
