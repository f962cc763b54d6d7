#include "issues/board.h"

#include "base/textfold.h"
#include "issues/issuecolumns.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Board)
};

constexpr std::array kKinds{"trouble", "wish", "tell", "memo"};
constexpr qsizetype kMostPhotoBytes = 20 * 1024 * 1024;

template<class T>
const T *byId(const std::vector<T> &all, qint64 id)
{
    const auto found = std::ranges::find(all, id, &T::id);
    return id == 0 || found == all.end() ? nullptr : &*found;
}

RecordColumn<BoardPhoto> dataColumn()
{
    return {QStringLiteral("data"),
            [](Statement &statement, const BoardPhoto &photo) { statement.bind(photo.data); },
            [](BoardPhoto &photo, const Statement &row, int column) { photo.data = row.bytes(column); }};
}

bool isPicture(const QByteArray &data)
{
    return data.startsWith("\xff\xd8\xff") || data.startsWith("\x89PNG\r\n\x1a\n");
}

} // namespace

QString boardTitle(const Board &board)
{
    QStringList parts;
    if (board.number)
        parts << Texts::tr("%1班").arg(*board.number);
    if (!board.name.isEmpty())
        parts << board.name;
    if (parts.isEmpty())
        parts << (board.title.isEmpty() ? Texts::tr("名前のない模造紙") : board.title);
    return parts.join(u' ');
}

std::vector<RecordColumn<Board>> RecordSchema<Board>::columns()
{
    return {referenceColumn("workshop", &Board::workshop),
            recordColumn("number", &Board::number),
            recordColumn("name", &Board::name),
            recordColumn("title", &Board::title),
            recordColumn("held_on", &Board::heldOn),
            referenceColumn("municipality", &Board::municipality),
            referenceColumn("care_area", &Board::careArea),
            recordColumn("note", &Board::note)};
}

std::vector<RecordColumn<BoardScene>> RecordSchema<BoardScene>::columns()
{
    return {referenceColumn("board", &BoardScene::board), recordColumn("name", &BoardScene::name),
            recordColumn("tint", &BoardScene::tint), recordColumn("band", &BoardScene::isBand)};
}

std::vector<RecordColumn<NoteCluster>> RecordSchema<NoteCluster>::columns()
{
    return {referenceColumn("board", &NoteCluster::board), referenceColumn("scene", &NoteCluster::scene),
            recordColumn("heading", &NoteCluster::heading),
            foldedColumn<NoteCluster>([](const NoteCluster &one) { return foldedTexts({one.heading}); })};
}

std::vector<RecordColumn<StickyNote>> RecordSchema<StickyNote>::columns()
{
    return {referenceColumn("board", &StickyNote::board),
            recordColumn("text", &StickyNote::text),
            foldedColumn<StickyNote>([](const StickyNote &one) { return foldedTexts({one.text}); }),
            wordColumn("kind", &StickyNote::kind, kKinds),
            referenceColumn("scene", &StickyNote::scene),
            referenceColumn("cluster", &StickyNote::cluster),
            recordColumn("x", &StickyNote::x),
            recordColumn("y", &StickyNote::y)};
}

std::vector<RecordColumn<BoardPhoto>> RecordSchema<BoardPhoto>::columns()
{
    return {referenceColumn("board", &BoardPhoto::board), recordColumn("caption", &BoardPhoto::caption),
            dataColumn()};
}

std::vector<RecordColumn<IssueChain>> RecordSchema<IssueChain>::columns()
{
    return {referenceColumn("board", &IssueChain::board),
            referenceColumn("cluster", &IssueChain::cluster),
            recordColumn("what", &IssueChain::what),
            recordColumn("why", &IssueChain::why),
            recordColumn("main_cause", &IssueChain::mainCause),
            recordColumn("measures", &IssueChain::measures),
            recordColumn("best", &IssueChain::best),
            referenceColumn("seed", &IssueChain::seed)};
}

const BoardScene *BoardContent::scene(qint64 id) const
{
    return byId(scenes, id);
}

const NoteCluster *BoardContent::cluster(qint64 id) const
{
    return byId(clusters, id);
}

std::vector<const StickyNote *> BoardContent::loose(qint64 scene) const
{
    std::vector<const StickyNote *> all;
    for (const StickyNote &note : notes)
        if (note.cluster == 0 && note.scene == scene)
            all.push_back(&note);
    return all;
}

std::vector<const StickyNote *> BoardContent::notesOf(qint64 cluster) const
{
    std::vector<const StickyNote *> all;
    for (const StickyNote &note : notes)
        if (cluster != 0 && note.cluster == cluster)
            all.push_back(&note);
    return all;
}

std::vector<const NoteCluster *> BoardContent::clustersOf(qint64 scene) const
{
    std::vector<const NoteCluster *> all;
    for (const NoteCluster &cluster : clusters)
        if (cluster.scene == scene)
            all.push_back(&cluster);
    return all;
}

int BoardContent::count(qint64 scene) const
{
    return static_cast<int>(std::ranges::count_if(notes, [&](const StickyNote &note) {
        const NoteCluster *in = cluster(note.cluster);
        return (in ? in->scene : note.scene) == scene;
    }));
}

QString BoardContent::sceneName(qint64 id) const
{
    const BoardScene *found = scene(id);
    return found && !found->isBand ? found->name : QString();
}

QStringList BoardContent::bandTexts() const
{
    QStringList texts;
    for (const StickyNote &note : notes)
        if (const BoardScene *field = scene(note.scene); field && field->isBand)
            texts << note.text;
    return texts;
}

Result<BoardContent> loadBoard(Document &document, qint64 board)
{
    BoardContent content;
    const QString column = QStringLiteral("board");
    TANE_TRY(content.board, RecordTable<Board>(document).load(board));
    TANE_TRY(content.scenes, RecordTable<BoardScene>(document).all(column, board));
    TANE_TRY(content.clusters, RecordTable<NoteCluster>(document).all(column, board));
    TANE_TRY(content.notes, RecordTable<StickyNote>(document).all(column, board));
    TANE_TRY(content.chains, RecordTable<IssueChain>(document).all(column, board));
    return content;
}

Result<std::vector<BoardSummary>> boardsOf(Document &document, qint64 workshop)
{
    const QString condition =
        workshop == 0 ? QStringLiteral("workshop IS NULL") : QStringLiteral("workshop = ?");
    TANE_TRY(Statement query,
             document.database().prepare(
                 QStringLiteral("SELECT id, (SELECT count(*) FROM sticky_note WHERE board = b.id), "
                                "(SELECT count(*) FROM note_cluster WHERE board = b.id), "
                                "(SELECT count(*) FROM board_photo WHERE board = b.id) FROM board AS b "
                                "WHERE %1 ORDER BY number IS NULL, number, id")
                     .arg(condition)));
    if (workshop != 0)
        query.bind(workshop);
    TANE_CHECK(query.run());
    std::vector<BoardSummary> all;
    RecordTable<Board> boards(document);
    while (query.next()) {
        BoardSummary one;
        TANE_TRY(one.board, boards.load(query.integer(0)));
        one.notes = static_cast<int>(query.integer(1));
        one.clusters = static_cast<int>(query.integer(2));
        one.photos = static_cast<int>(query.integer(3));
        all.push_back(std::move(one));
    }
    return all;
}

Result<qint64> addBoard(Document &document, const Board &board, const QStringList &scenes,
                        const QString &label)
{
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(id, RecordTable<Board>(document).add(board, label));
        RecordTable<BoardScene> fields(document);
        const QStringList names = scenes.isEmpty() ? fourScenes() : scenes;
        for (const QString &name : names)
            TANE_CHECK(fields.add({.board = id, .name = name, .tint = sceneTint(name, names)}, label));
        TANE_CHECK(fields.add({.board = id, .name = posterBand(), .isBand = true}, label));
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<int> addBoards(Document &document, qint64 workshop, int groups, const QStringList &names,
                      const QString &label)
{
    int added = 0;
    const auto work = [&](Database &) -> Result<> {
        TANE_TRY(const std::vector<BoardSummary> present, boardsOf(document, workshop));
        for (int number = 1; number <= groups; ++number) {
            const bool there = std::ranges::any_of(
                present, [&](const BoardSummary &one) { return one.board.number == number; });
            if (there)
                continue;
            TANE_CHECK(addBoard(document,
                                {.workshop = workshop, .number = number, .name = names.value(number - 1)}, {},
                                label));
            ++added;
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return added;
}

QStringList noteLines(const QString &text)
{
    // A number is a mark of the list only when something other than a figure follows: "1.5人" stays.
    static const QRegularExpression mark(
        QStringLiteral("^(?:[・•●○■□◆◇▪※\\-－–—*]+\\s*|[（(]?[0-9０-９]{1,2}[.．)）](?![0-9０-９])\\s*|"
                       "[①-⑳]\\s*)"));
    QStringList lines;
    for (const QString &raw : text.split(QRegularExpression(QStringLiteral("[\r\n\u2028\u2029]+")))) {
        QString line = tidy(raw.trimmed().remove(mark));
        if (!line.isEmpty())
            lines << line;
    }
    return lines;
}

Result<std::vector<qint64>> addNotes(Document &document, const StickyNote &like, const QString &lines,
                                     const QString &label)
{
    std::vector<qint64> ids;
    const auto work = [&](Database &) -> Result<> {
        RecordTable<StickyNote> notes(document);
        for (const QString &line : noteLines(lines)) {
            StickyNote note = like;
            note.id = 0;
            note.text = line;
            TANE_TRY(const qint64 id, notes.add(note, label));
            ids.push_back(id);
        }
        return {};
    };
    TANE_CHECK(document.perform(label, work));
    return ids;
}

Result<> gatherNotes(Document &document, const std::vector<qint64> &notes, qint64 cluster,
                     const QString &label)
{
    return document.perform(label, [&](Database &) -> Result<> {
        std::optional<NoteCluster> into;
        if (cluster != 0) {
            TANE_TRY(into, RecordTable<NoteCluster>(document).load(cluster));
        }
        RecordTable<StickyNote> table(document);
        for (const qint64 id : notes) {
            TANE_TRY(StickyNote note, table.load(id));
            if (into && into->board != note.board)
                return fail(ErrorCode::Conflict,
                            Texts::tr("ほかの模造紙の付箋は、この見出しの下に置けません。"));
            note.cluster = cluster;
            if (into) {
                note.scene = into->scene;
                note.x = note.y = std::nullopt;
            }
            TANE_CHECK(table.update(note, label));
        }
        return {};
    });
}

Result<qint64> clusterNotes(Document &document, qint64 board, const QString &heading,
                            const std::vector<qint64> &notes, const QString &label)
{
    qint64 id = 0;
    const auto work = [&](Database &) -> Result<> {
        NoteCluster cluster{.board = board, .heading = tidy(heading)};
        if (!notes.empty()) {
            TANE_TRY(const StickyNote first, RecordTable<StickyNote>(document).load(notes.front()));
            cluster.scene = first.scene;
        }
        TANE_TRY(id, RecordTable<NoteCluster>(document).add(cluster, label));
        return gatherNotes(document, notes, id, label);
    };
    TANE_CHECK(document.perform(label, work));
    return id;
}

Result<qint64> addPhoto(Document &document, qint64 board, const QByteArray &data, const QString &caption,
                        const QString &label)
{
    if (!isPicture(data))
        return fail(ErrorCode::BadFormat,
                    Texts::tr("写真は JPEG か PNG の画像を選んでください。ほかの形式は読み込めません。"));
    if (data.size() > kMostPhotoBytes)
        return fail(
            ErrorCode::TooLarge,
            Texts::tr("写真が大きすぎます（20MBまで）。小さくしてから、もう一度読み込んでください。"));
    return RecordTable<BoardPhoto>(document).add({.board = board, .caption = caption, .data = data}, label);
}

Result<std::vector<BoardPhoto>> photosOf(Document &document, qint64 board)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral(
                 "SELECT id, caption FROM board_photo WHERE board = ? ORDER BY position, id")));
    TANE_CHECK(query.bind(board).run());
    std::vector<BoardPhoto> photos;
    while (query.next())
        photos.push_back({.id = query.integer(0), .board = board, .caption = query.text(1), .data = {}});
    return photos;
}

Result<QByteArray> photoData(Document &document, qint64 photo)
{
    TANE_TRY(const BoardPhoto one, RecordTable<BoardPhoto>(document).load(photo));
    return one.data;
}

} // namespace tane
