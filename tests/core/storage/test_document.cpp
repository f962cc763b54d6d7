#include "storagetest.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSysInfo>

#include <cmath>
#include <limits>

using namespace tane;
using namespace storagetest;

TEST_CASE("a new file holds the current schema and nothing else lies beside it afterwards")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("研修.tane"));
    {
        const auto document = valueOf(Document::create(path));
        CHECK(document->path() == path);
        CHECK_FALSE(document->isReadOnly());
        CHECK(document->lockHolder().isEmpty());
        CHECK(valueOf(document->database().integer(QStringLiteral("PRAGMA user_version"))) ==
              newestVersion(builtInMigrations()));
        CHECK(valueOf(document->database().integer(QStringLiteral("PRAGMA application_id"))) == 0x54616e65);
        CHECK(valueOf(document->database().integer(
                  QStringLiteral("SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = "
                                 "'table' AND NOT strict "
                                 "AND name NOT LIKE 'sqlite%'"))) == 0);
        Statement created = valueOf(
            document->database().prepare(QStringLiteral("SELECT value FROM meta WHERE key = 'created'")));
        succeeds(created.run());
        REQUIRE(created.next());
        CHECK(qAbs(QDateTime::fromString(created.text(0), Qt::ISODate).secsTo(QDateTime::currentDateTime())) <
              60);
        succeeds(document->check());
    }
    CHECK(folder.files() == QStringList{QStringLiteral("研修.tane")});
}

TEST_CASE("what was stored is there again when the file is reopened")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    QStringList before;
    {
        const auto document = newDocument(path);
        act(*document, {QStringLiteral("INSERT INTO parent VALUES (1, '髙橋''𠮷', 0.1, X'0001')"),
                        QStringLiteral("INSERT INTO child VALUES (1, 1, NULL)")});
        before = everything(document->database());
    }
    const auto document = valueOf(Document::open(path, {smallSchema()}));
    CHECK(everything(document->database()) == before);
    // Undo ends with the program; the log never was in the file.
    CHECK_FALSE(document->canUndo());
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("undo_log"));
}

TEST_CASE("what was deleted cannot be found in the file any more")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    const auto contains = [&path](const QByteArray &text) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll().contains(text);
    };
    const auto document = newDocument(path);
    act(*document, {QStringLiteral("INSERT INTO parent(id, name) VALUES (1, 'Yamada Hanako')")});
    CHECK(contains("Yamada Hanako"));
    act(*document, {QStringLiteral("DELETE FROM parent")});
    CHECK_FALSE(contains("Yamada Hanako"));
}

TEST_CASE("values arrive as they were meant")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    Database &database = document->database();
    Statement insert = valueOf(database.prepare(QStringLiteral("INSERT INTO parent VALUES (?, ?, ?, ?)")));
    CHECK(valueOf(insert.bind(1).bind(QString()).bind(0.5).bind(QByteArray()).insert()) == 1);
    const QString withNull = QStringLiteral("前") + QChar(QChar::Null) + QStringLiteral("後");
    succeeds(insert.bind(2).bind(withNull).bindNull().bind(std::optional<QString>()).run());
    CHECK(errorOf(insert.bind(3).bind(QStringLiteral("x")).bind(std::nan("")).bindNull().run()) ==
          ErrorCode::Internal);
    CHECK(errorOf(insert.bind(3)
                      .bind(QStringLiteral("x"))
                      .bind(std::numeric_limits<double>::infinity())
                      .bindNull()
                      .run()) == ErrorCode::Internal);
    // A forgotten value must not silently be the one of the row before.
    CHECK(errorOf(insert.bind(4).bind(QStringLiteral("x")).run()) == ErrorCode::Internal);
    CHECK(everything(database) ==
          QStringList{QStringLiteral("parent: 1,'',0.5,X''"), QStringLiteral("parent: 2,'前後',NULL,NULL")});
}

TEST_CASE("a second program gets the file read-only and learns who has it")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    auto first = newDocument(path);
    act(*first, {QStringLiteral("INSERT INTO parent(id) VALUES (1)")});
#ifdef Q_OS_WIN
    const QString otherName = QStringLiteral("A.TANE");
#else
    const QString otherName = QStringLiteral("link.tane");
    REQUIRE(QFile::link(path, folder(otherName)));
#endif
    const QString spelling =
        GENERATE_COPY(QStringLiteral("a.tane"), QStringLiteral("./../%1/a.tane"), otherName);
    const QString other =
        spelling.contains(u'%') ? spelling.arg(QFileInfo(folder.dir.path()).fileName()) : spelling;
    const auto second = valueOf(Document::open(folder(other), {smallSchema()}));
    CHECK(second->isReadOnly());
    CHECK(second->lockHolder().startsWith(QStringLiteral("このパソコンの別の画面")));
    CHECK(valueOf(second->database().integer(QStringLiteral("SELECT count(*) FROM parent"))) == 1);
    const auto refused = second->perform(QStringLiteral("追加"), [](Database &database) {
        return database.execute(QStringLiteral("INSERT INTO parent(id) VALUES (2)"));
    });
    CHECK(errorOf(refused) == ErrorCode::ReadOnly);
    CHECK(errorOf(second->undo()) == ErrorCode::ReadOnly);
    // Past perform(), SQLite itself refuses.
    CHECK(errorOf(second->database().execute(QStringLiteral("DELETE FROM parent"))) == ErrorCode::ReadOnly);
    // What the first one does can be seen by the second.
    act(*first, {QStringLiteral("INSERT INTO parent(id) VALUES (3)")});
    CHECK(valueOf(second->database().integer(QStringLiteral("SELECT count(*) FROM parent"))) == 2);
    succeeds(second->copyTo(folder(QStringLiteral("copy.tane"))));
    CHECK(errorOf(second->database().execute(QStringLiteral("DELETE FROM parent"))) == ErrorCode::ReadOnly);

    first.reset();
    CHECK_FALSE(valueOf(Document::open(path, {smallSchema()}))->isReadOnly());
}

TEST_CASE("another program that has the file open", "[.has-it-open]")
{
    const auto document = valueOf(Document::open(OtherProgram::path(), {smallSchema()}));
    OtherProgram::sayReady();
    OtherProgram::waitForever();
}

TEST_CASE("a lock is held as long as its program lives, and not after it was killed")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("𠮷野家と髙橋.tane"));
    newDocument(path).reset();
    OtherProgram other(QStringLiteral("[.has-it-open]"), path);
    other.waitUntilReady();
    {
        const auto document = valueOf(Document::open(path, {smallSchema()}));
        CHECK(document->isReadOnly());
        CHECK(document->lockHolder().startsWith(QStringLiteral("このパソコンの別の画面")));
    }
    other.kill();
    CHECK(QFileInfo::exists(path + QStringLiteral(".lock")));
    CHECK_FALSE(valueOf(Document::open(path, {smallSchema()}))->isReadOnly());
}

TEST_CASE("a lock file that a power cut left empty does not lock for ever")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    newDocument(path).reset();
    folder.write(QStringLiteral("a.tane.lock"), {});
    QFile lock(path + QStringLiteral(".lock"));
    REQUIRE(lock.open(QIODevice::ReadWrite));
    REQUIRE(lock.setFileTime(QDateTime::currentDateTime().addSecs(-3600), QFileDevice::FileModificationTime));
    lock.close();
    CHECK_FALSE(valueOf(Document::open(path, {smallSchema()}))->isReadOnly());
}

TEST_CASE("another program that is just writing is waited for, then named as the reason")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    const auto document = valueOf(Document::create(path, {smallSchema(), 50}));
    const auto other = valueOf(Database::connect(path, Database::Mode::ReadWrite));
    succeeds(other->execute(QStringLiteral("BEGIN IMMEDIATE")));
    const auto result = document->perform(QStringLiteral("追加"), [](Database &database) {
        return database.execute(QStringLiteral("INSERT INTO parent(id) VALUES (1)"));
    });
    CHECK(errorOf(result) == ErrorCode::Locked);
    succeeds(other->execute(QStringLiteral("ROLLBACK")));
    act(*document, {QStringLiteral("INSERT INTO parent(id) VALUES (1)")});
}

TEST_CASE("a full disk takes the action back and says so")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    act(*document, {QStringLiteral("INSERT INTO parent(id) VALUES (1)")});
    const QStringList before = everything(document->database());
    // SQLite's own limit gives the error a full disk gives (SQLITE_FULL).
    const qint64 pages = valueOf(document->database().integer(QStringLiteral("PRAGMA page_count")));
    succeeds(document->database().execute(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + 2)));
    const auto result = document->perform(QStringLiteral("大きな追加"), [](Database &database) {
        return database.execute(
            QStringLiteral("INSERT INTO parent(id, picture) VALUES (2, zeroblob(1000000))"));
    });
    CHECK(errorOf(result) == ErrorCode::CannotWrite);
    CHECK(everything(document->database()) == before);
    act(*document, {QStringLiteral("UPDATE parent SET name = 'まだ使える' WHERE id = 1")});
    succeeds(document->undo());
    CHECK(everything(document->database()) == before);
}

TEST_CASE("another program that is in the middle of a change", "[.changes-it]")
{
    auto document = valueOf(Document::open(OtherProgram::path(), {smallSchema()}));
    // A tiny cache makes SQLite write changed pages before the commit: the file is half old, half new.
    (void)document->perform(QStringLiteral("途中"), [](Database &database) -> Result<> {
        (void)database.execute(QStringLiteral("PRAGMA cache_size = 5"));
        (void)database.execute(QStringLiteral("UPDATE parent SET name = 'mittendrin'"));
        (void)database.execute(
            QStringLiteral("WITH RECURSIVE n(i) AS (VALUES(10) UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
                           "INSERT INTO parent(id, picture) SELECT i, zeroblob(500) FROM n"));
        OtherProgram::sayReady();
        OtherProgram::waitForever();
    });
}

static void killInTheMiddleOfAChange(const QString &path)
{
    OtherProgram other(QStringLiteral("[.changes-it]"), path);
    other.waitUntilReady();
    other.kill();
}

TEST_CASE("a file that a killed program left in the middle of a change comes back whole")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    QStringList before;
    {
        const auto document = newDocument(path);
        act(*document, {QStringLiteral("INSERT INTO parent(id, name) VALUES (1, 'vorher')")});
        before = everything(document->database());
    }
    killInTheMiddleOfAChange(path);
    REQUIRE(QFileInfo(path + QStringLiteral("-journal")).size() > 0);
    REQUIRE(QFileInfo::exists(path + QStringLiteral(".lock")));
    REQUIRE(QFileInfo(path).size() > 500'000); // changed pages did reach the file

    SECTION("when it is opened again")
    {
        const auto document = valueOf(Document::open(path, {smallSchema()}));
        CHECK_FALSE(document->isReadOnly());
        CHECK(everything(document->database()) == before);
        succeeds(document->check());
    }
    SECTION("even when a program that may only read opens it first")
    {
        const auto database = valueOf(Database::connect(path, Database::Mode::ReadOnly));
        CHECK(everything(*database) == before);
    }
}

TEST_CASE("a file far down in folders, with names outside code page 932, is like any other")
{
    const Folder root;
    QString folder = root(QStringLiteral("𠮷野町（髙橋） 令和８年度"));
    while (folder.size() < 300)
        folder += QStringLiteral("/coordinators of home care"); // SQLite on Linux wants less than 512 bytes
    REQUIRE(QDir().mkpath(folder));
    const QString path = folder + QStringLiteral("/𠮷.tane");
    {
        const auto document = newDocument(path);
        act(*document, {QStringLiteral("INSERT INTO parent(id, name) VALUES (1, '𠮷野家')")});
        succeeds(document->copyTo(folder + QStringLiteral("/控え.tane")));
    }
    killInTheMiddleOfAChange(path);
    REQUIRE(QFileInfo::exists(path + QStringLiteral("-journal")));
    const auto document = valueOf(Document::open(path, {smallSchema()}));
    CHECK(everything(document->database()) ==
          everything(
              valueOf(Document::open(folder + QStringLiteral("/控え.tane"), {smallSchema()}))->database()));
    CHECK(everything(document->database()).filter(QStringLiteral("𠮷野家")).size() == 1);
    CHECK(QDir(folder).entryList(QDir::Files).filter(QStringLiteral("-journal")).isEmpty());
}

TEST_CASE("a copy holds everything, and never takes the place of another file")
{
    const Folder folder;
    const auto document = newDocument(folder(QStringLiteral("a.tane")));
    act(*document, {QStringLiteral("INSERT INTO parent(id, name) VALUES (1, 'a')")});
    const QString copy = folder(QStringLiteral("佐藤's 控え.tane"));
    succeeds(document->copyTo(copy));
    CHECK(everything(valueOf(Document::open(copy, {smallSchema()}))->database()) ==
          everything(document->database()));
    CHECK(errorOf(document->copyTo(copy)) == ErrorCode::Conflict);
    CHECK_FALSE(document->copyTo(folder(QStringLiteral("無い/b.tane"))).has_value());
    CHECK(folder.files().size() == 3); // the file, its lock, the copy
}

TEST_CASE("a check finds rows that refer to nothing, and pages that are damaged")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    SECTION("an orphan")
    {
        const auto document = newDocument(path);
        succeeds(document->database().execute(QStringLiteral("PRAGMA foreign_keys = 0")));
        succeeds(document->database().execute(QStringLiteral("INSERT INTO child VALUES (1, 99, 'geheim')")));
        const auto result = document->check();
        CHECK(errorOf(result) == ErrorCode::BadFormat);
        CHECK(result.error().file == QStringLiteral("a.tane"));
        CHECK(result.error().detail.contains(QStringLiteral("child")));
        CHECK_FALSE(result.error().detail.contains(QStringLiteral("geheim")));
    }
    SECTION("a damaged page")
    {
        {
            const auto document = newDocument(path);
            act(*document,
                {QStringLiteral(
                    "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
                    "INSERT INTO parent(id, picture) SELECT i, randomblob(200) FROM n")});
        }
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.seek(file.size() - 4096));
        REQUIRE(file.write(QByteArray(4096, '\x5a')) == 4096);
        file.close();
        const auto document = valueOf(Document::open(path, {smallSchema()}));
        CHECK(errorOf(document->check()) == ErrorCode::BadFormat);
    }
}
