#include "storagetest.h"

using namespace tane;
using namespace storagetest;

namespace {

/// What a document told its listeners.
struct Listener
{
    std::vector<QSet<QString>> changes;
    int states = 0;
    explicit Listener(Document &document)
    {
        QObject::connect(&document, &Document::changed, &document,
                         [this](const QSet<QString> &tables) { changes.push_back(tables); });
        QObject::connect(&document, &Document::undoStateChanged, &document, [this] { ++states; });
    }
};

/// Two parents; the first with two children, the elder of whom has grandchildren, and a friend.
const QStringList kFamily{
    QStringLiteral("INSERT INTO parent VALUES (1, 'りんご''s', 1.5, X'00FF10'), (2, NULL, NULL, NULL)"),
    QStringLiteral("INSERT INTO child VALUES (10, 1, '一'), (11, 1, NULL), (12, 2, '')"),
    QStringLiteral("INSERT INTO grandchild VALUES (10, 1, 'a'), (10, 2, 'b')"),
    QStringLiteral("INSERT INTO friend VALUES (5, 1)"),
    QStringLiteral("INSERT INTO \"odd \"\"name\" VALUES ('x', 1), ('y', 2)")};

struct UndoCase
{
    const char *what;
    QStringList statements;
};

const std::vector<UndoCase> &undoCases()
{
    static const std::vector<UndoCase> cases{
        {"inserted rows",
         {QStringLiteral("INSERT INTO parent VALUES (3, '三', 0.1, X'')"),
          QStringLiteral("INSERT INTO grandchild VALUES (11, 1, 'c')")}},
        {"a changed text, number and picture",
         {QStringLiteral("UPDATE parent SET name = '梨', weight = 1e300, picture = X'DEAD' WHERE id = 1")}},
        {"a text set to nothing and nothing set to a text",
         {QStringLiteral("UPDATE parent SET name = NULL, picture = NULL WHERE id = 1"),
          QStringLiteral("UPDATE parent SET name = '二', weight = 2 WHERE id = 2")}},
        {"a change of case only", {QStringLiteral("UPDATE parent SET name = upper(name) WHERE id = 1")}},
        {"a deletion that takes children, grandchildren and a friend's link along",
         {QStringLiteral("DELETE FROM parent WHERE id = 1")}},
        {"everything deleted", {QStringLiteral("DELETE FROM parent"), QStringLiteral("DELETE FROM friend")}},
        {"a changed key that children follow", {QStringLiteral("UPDATE parent SET id = 77 WHERE id = 2")}},
        {"a changed key without a row id", {QStringLiteral("UPDATE grandchild SET position = position + 5")}},
        {"two rows that swap a unique value",
         {QStringLiteral("UPDATE \"odd \"\"name\" SET \"a column\" = 'z' WHERE \"a column\" = 'x'"),
          QStringLiteral("UPDATE \"odd \"\"name\" SET \"a column\" = 'x' WHERE \"a column\" = 'y'"),
          QStringLiteral("UPDATE \"odd \"\"name\" SET \"a column\" = 'y' WHERE \"a column\" = 'z'")}},
        {"insert-or-update",
         {QStringLiteral("INSERT INTO parent(id, name) VALUES (1, 'x'), (8, 'y') "
                         "ON CONFLICT(id) DO UPDATE SET name = excluded.name")}},
        {"insert-or-replace, with the children it costs",
         {QStringLiteral("INSERT OR REPLACE INTO parent(id, name) VALUES (1, 'ersatz')")}},
        {"a row inserted, changed and deleted in one action",
         {QStringLiteral("INSERT INTO child VALUES (50, 2, 'kurz')"),
          QStringLiteral("UPDATE child SET note = 'kürzer', id = 51 WHERE id = 50"),
          QStringLiteral("DELETE FROM child WHERE id = 51"),
          QStringLiteral("DELETE FROM child WHERE id = 12")}},
    };
    return cases;
}

} // namespace

TEST_CASE("undo brings back every kind of change, and redo makes it again")
{
    const Folder folder;
    for (const UndoCase &undoCase : undoCases()) {
        DYNAMIC_SECTION(undoCase.what)
        {
            const auto document = newDocument(folder(QStringLiteral("a.tane")));
            act(*document, kFamily);
            const QStringList before = everything(document->database());
            act(*document, undoCase.statements);
            const QStringList after = everything(document->database());
            REQUIRE(before != after);
            for (int round = 0; round < 3; ++round) {
                succeeds(document->undo());
                CHECK(everything(document->database()) == before);
                succeeds(document->redo());
                CHECK(everything(document->database()) == after);
            }
            succeeds(document->undo());
            succeeds(document->undo());
            CHECK(everything(document->database()).isEmpty());
            CHECK_FALSE(document->canUndo());
            succeeds(document->redo());
            succeeds(document->redo());
            CHECK(everything(document->database()) == after);
            succeeds(document->check());
        }
    }
}

TEST_CASE("a rebuilt row keeps the hidden row id it had")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    act(*document, kFamily);
    const QString rowId = QStringLiteral("SELECT rowid FROM \"odd \"\"name\" WHERE \"a column\" = 'x'");
    act(*document, {QStringLiteral("DELETE FROM \"odd \"\"name\" WHERE \"a column\" = 'x'")});
    CHECK(valueOf(document->database().integer(rowId)) == 0);
    succeeds(document->undo());
    CHECK(valueOf(document->database().integer(rowId)) == 1);
}

TEST_CASE("undo and redo carry the name of the action, and a new action ends what could be redone")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    CHECK(errorOf(document->undo()) == ErrorCode::Usage);
    CHECK(errorOf(document->redo()) == ErrorCode::Usage);
    act(*document, {QStringLiteral("INSERT INTO parent(id) VALUES (1)")}, QStringLiteral("一つ目"));
    act(*document, {QStringLiteral("INSERT INTO parent(id) VALUES (2)")}, QStringLiteral("二つ目"));
    CHECK(document->undoLabel() == QStringLiteral("二つ目"));
    CHECK(document->redoLabel().isEmpty());
    succeeds(document->undo());
    CHECK(document->undoLabel() == QStringLiteral("一つ目"));
    CHECK(document->redoLabel() == QStringLiteral("二つ目"));

    act(*document, {QStringLiteral("INSERT INTO parent(id) VALUES (3)")}, QStringLiteral("別の操作"));
    CHECK_FALSE(document->canRedo());
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT sum(id) FROM parent"))) == 4);
    succeeds(document->undo());
    succeeds(document->undo());
    CHECK(everything(document->database()).isEmpty());
    // Nothing of a step that can no longer be reached stays in memory.
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM undo_log"))) == 2);
}

TEST_CASE("an action that changes nothing leaves nothing to undo")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    act(*document, {QStringLiteral("INSERT INTO parent(id, name) VALUES (1, 'a')")}, QStringLiteral("追加"));
    succeeds(document->undo());
    act(*document,
        {QStringLiteral("UPDATE parent SET name = 'b' WHERE id = 9"), QStringLiteral("DELETE FROM friend")});
    CHECK_FALSE(document->canUndo());
    CHECK(document->redoLabel() == QStringLiteral("追加"));
    succeeds(document->redo());
    act(*document, {QStringLiteral("UPDATE parent SET name = 'a' WHERE id = 1")}, QStringLiteral("同じ値"));
    CHECK(document->undoLabel() == QStringLiteral("追加"));
}

TEST_CASE("listeners hear which tables changed, after the change is stored")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    act(*document, kFamily);
    const Listener heard(*document);
    const QSet<QString> all{QStringLiteral("parent"), QStringLiteral("child"), QStringLiteral("grandchild"),
                            QStringLiteral("friend")};

    act(*document, {QStringLiteral("DELETE FROM parent WHERE id = 1")});
    CHECK(heard.changes.back() == all);
    succeeds(document->undo());
    CHECK(heard.changes.back() == all);
    succeeds(document->redo());
    CHECK(heard.changes.back() == all);
    CHECK(heard.states == 3);
    (void)document->perform(QStringLiteral("失敗"), [](Database &database) -> Result<> {
        TANE_CHECK(database.execute(QStringLiteral("DELETE FROM friend")));
        return fail(ErrorCode::Cancelled, QStringLiteral("中止しました。"));
    });
    CHECK(heard.changes.size() == 3);
    CHECK(heard.states == 3);
}

TEST_CASE("an action that fails in the middle leaves nothing behind")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    act(*document, kFamily, QStringLiteral("家族"));
    const QStringList before = everything(document->database());
    const auto result = document->perform(QStringLiteral("失敗"), [](Database &database) -> Result<> {
        TANE_CHECK(database.execute(QStringLiteral("DELETE FROM parent WHERE id = 1")));
        return database.execute(QStringLiteral("INSERT INTO child VALUES (99, 12345, 'nobody''s')"));
    });
    CHECK(errorOf(result) == ErrorCode::Conflict);
    CHECK(everything(document->database()) == before);
    CHECK(document->undoLabel() == QStringLiteral("家族"));
    succeeds(document->undo());
    CHECK(everything(document->database()).isEmpty());
}

TEST_CASE("an action inside an action belongs to the outer one")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    const auto insert = [](int id) {
        return [id](Database &database) -> Result<> {
            return database.execute(QStringLiteral("INSERT INTO parent(id) VALUES (%1)").arg(id));
        };
    };
    succeeds(document->perform(QStringLiteral("外側"), [&](Database &database) -> Result<> {
        TANE_CHECK(insert(1)(database));
        TANE_CHECK(document->perform(QStringLiteral("内側"), insert(2)));
        // A part that fails takes back itself alone, if the outer work goes on.
        const auto part = document->perform(QStringLiteral("失敗する部分"), [&](Database &inner) -> Result<> {
            TANE_CHECK(insert(3)(inner));
            return insert(1)(inner);
        });
        CHECK(errorOf(part) == ErrorCode::Conflict);
        CHECK(errorOf(document->undo()) == ErrorCode::Usage);
        return {};
    }));
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT sum(id) FROM parent"))) == 3);
    CHECK(document->undoLabel() == QStringLiteral("外側"));
    succeeds(document->undo());
    CHECK(everything(document->database()).isEmpty());
}

TEST_CASE("a bulk import is undone as a whole, and cannot be redone")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    act(*document, kFamily, QStringLiteral("家族"));
    const QStringList before = everything(document->database());
    const Listener heard(*document);
    const auto import = [](Database &database) -> Result<qint64> {
        TANE_TRY(Statement batch,
                 database.prepare(QStringLiteral("INSERT INTO import_batch(source) VALUES (?)")));
        TANE_TRY(const qint64 id, batch.bind(QStringLiteral("回答.xlsx")).insert());
        TANE_TRY(Statement row,
                 database.prepare(QStringLiteral("INSERT INTO imported(import_batch) VALUES (?)")));
        for (int i = 0; i < 1000; ++i)
            TANE_CHECK(row.bind(id).run());
        return id;
    };
    succeeds(document->performBulk(QStringLiteral("取り込み"), import));
    const QSet<QString> tables{QStringLiteral("import_batch"), QStringLiteral("imported")};
    CHECK(heard.changes.back() == tables);
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM imported"))) == 1000);
    // The triggers are back: the action after it can be undone and redone.
    act(*document, {QStringLiteral("DELETE FROM imported WHERE id > 500")}, QStringLiteral("削除"));
    succeeds(document->undo());
    CHECK(document->undoLabel() == QStringLiteral("取り込み"));
    succeeds(document->undo());
    CHECK(heard.changes.back() == tables);
    CHECK(everything(document->database()) == before);
    CHECK_FALSE(document->canRedo());
    succeeds(document->undo());
    CHECK(everything(document->database()).isEmpty());
}

TEST_CASE("a bulk import that fails leaves nothing behind, and the undo log works on")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    const auto result =
        document->performBulk(QStringLiteral("取り込み"), [](Database &database) -> Result<qint64> {
            TANE_CHECK(database.execute(QStringLiteral("INSERT INTO import_batch(source) VALUES ('x')")));
            return fail(ErrorCode::Cancelled, QStringLiteral("中止しました。"));
        });
    CHECK(errorOf(result) == ErrorCode::Cancelled);
    CHECK(everything(document->database()).isEmpty());
    CHECK_FALSE(document->canUndo());
    act(*document, kFamily);
    succeeds(document->undo());
    CHECK(everything(document->database()).isEmpty());
}

TEST_CASE("the log forgets the oldest actions and keeps the latest two hundred")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    // A commit waits for the disk; what is tested here does not need that.
    succeeds(document->database().execute(QStringLiteral("PRAGMA synchronous = 0")));
    for (int i = 1; i <= 205; ++i)
        act(*document, {QStringLiteral("INSERT INTO parent(id) VALUES (%1)").arg(i)});
    int undone = 0;
    for (; document->canUndo(); ++undone)
        succeeds(document->undo());
    CHECK(undone == 200);
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM parent"))) == 5);
}
