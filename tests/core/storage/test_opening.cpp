#include "storagetest.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace tane;
using namespace storagetest;

namespace {

/// The small schema, and a second version that moves the children's notes into a table of their own.
std::vector<Migration> twoVersions()
{
    std::vector<Migration> schema = smallSchema();
    schema.push_back({2, QStringLiteral("notes"), QStringLiteral(R"(
CREATE TABLE note (child INTEGER PRIMARY KEY REFERENCES child(id) ON DELETE CASCADE, text TEXT NOT NULL) STRICT
--;
INSERT INTO note SELECT id, note FROM child WHERE note IS NOT NULL
--;
ALTER TABLE child DROP COLUMN note
)")});
    return schema;
}

void oldFile(const QString &path)
{
    const auto document = newDocument(path);
    act(*document, {QStringLiteral("INSERT INTO parent(id) VALUES (1)"),
                    QStringLiteral("INSERT INTO child VALUES (1, 1, 'メモ'), (2, 1, NULL)")});
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("what is not a Tane file is refused and left as it is")
{
    const Folder folder;
    QByteArray noise(5000, Qt::Uninitialized);
    QRandomGenerator random(20261121);
    for (char &byte : noise)
        byte = static_cast<char>(random.bounded(256));
    newDocument(folder(QStringLiteral("a.tane"))).reset();
    const QByteArray whole = bytesOf(folder(QStringLiteral("a.tane")));
    QByteArray unfinished = whole;
    unfinished.replace(60, 4, QByteArray(4, '\0'));

    const auto [what, content] = GENERATE_COPY(
        table<const char *, QByteArray>({{"nothing", QByteArray()},
                                         {"random bytes", noise},
                                         {"a text", QByteArray("受付番号,氏名\n1,山田\n").repeated(50)},
                                         {"the first bytes of a Tane file", whole.left(99)},
                                         {"a file whose schema was never finished", unfinished}}));
    INFO(what);
    folder.write(QStringLiteral("b.tane"), content);
    const auto result = Document::open(folder(QStringLiteral("b.tane")), {smallSchema()});
    CHECK(errorOf(result) == ErrorCode::NotOurs);
    CHECK(result.error().file == QStringLiteral("b.tane"));
    CHECK(bytesOf(folder(QStringLiteral("b.tane"))) == content);
    CHECK(folder.files() == QStringList{QStringLiteral("a.tane"), QStringLiteral("b.tane")});
}

TEST_CASE("a database of another program is refused and left as it is")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("other.tane"));
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        database.setDatabaseName(path);
        REQUIRE(database.open());
        REQUIRE(QSqlQuery(database).exec(QStringLiteral("CREATE TABLE t (x)")));
        REQUIRE(QSqlQuery(database).exec(QStringLiteral("PRAGMA user_version = 1")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    const QByteArray before = bytesOf(path);
    CHECK(errorOf(Document::open(path)) == ErrorCode::NotOurs);
    CHECK(bytesOf(path) == before);
}

TEST_CASE("a missing file is not made by opening it, and a folder is no file")
{
    const Folder folder;
    CHECK(errorOf(Document::open(folder(QStringLiteral("無い.tane")))) == ErrorCode::NotFound);
    CHECK(errorOf(Document::open(folder(QStringLiteral("無い/a.tane")))) == ErrorCode::NotFound);
    CHECK(errorOf(Document::open(folder.dir.path())) == ErrorCode::NotOurs);
    CHECK(folder.files().isEmpty());
}

TEST_CASE("a Tane file with a damaged inside is refused without a crash")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    newDocument(path).reset();
    QByteArray content = bytesOf(path);
    content.replace(100, content.size() - 100, QByteArray(content.size() - 100, '\x7f'));
    folder.write(QStringLiteral("a.tane"), content);
    CHECK(errorOf(Document::open(path, {smallSchema()})) == ErrorCode::BadFormat);
}

TEST_CASE("creating refuses an existing file and a missing folder")
{
    const Folder folder;
    folder.write(QStringLiteral("a.tane"), "wichtig");
    CHECK(errorOf(Document::create(folder(QStringLiteral("a.tane")))) == ErrorCode::Conflict);
    CHECK(bytesOf(folder(QStringLiteral("a.tane"))) == "wichtig");
    CHECK(errorOf(Document::create(folder(QStringLiteral("無い/a.tane")))) == ErrorCode::NotFound);
    CHECK(folder.files() == QStringList{QStringLiteral("a.tane")});
}

TEST_CASE("a folder that takes no new file gives a clear refusal")
{
    // Permissions do not bind the administrator, who may be running this test; nobody can create files in
    // /proc.
    if (!QDir(QStringLiteral("/proc")).exists())
        return;
    const auto result = Document::create(QStringLiteral("/proc/a.tane"));
    CHECK(errorOf(result) == ErrorCode::CannotWrite);
    CHECK(result.error().file == QStringLiteral("a.tane"));
}

TEST_CASE("a creation that fails in the middle leaves nothing behind")
{
    const Folder folder;
    std::vector<Migration> broken = smallSchema();
    broken.push_back(
        {2, QStringLiteral("broken"), QStringLiteral("CREATE TABLE x (y)\n--;\nCREATE NONSENSE")});
    CHECK_FALSE(Document::create(folder(QStringLiteral("a.tane")), {broken}).has_value());
    CHECK(folder.files().isEmpty());
}

TEST_CASE("a file of a newer program is refused and left as it is")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    newDocument(path, twoVersions()).reset();
    const QByteArray before = bytesOf(path);
    CHECK(errorOf(Document::open(path, {smallSchema()})) == ErrorCode::Newer);
    CHECK(bytesOf(path) == before);
    CHECK(folder.files() == QStringList{QStringLiteral("a.tane")});
}

TEST_CASE("an older file is brought up to date after a backup was made")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("令和8年度.研修.tane"));
    oldFile(path);
    folder.write(QStringLiteral("令和8年度.研修.backup-v1.tane"), "ältere Sicherung");
    {
        const auto document = valueOf(Document::open(path, {twoVersions()}));
        CHECK(valueOf(document->database().integer(QStringLiteral("PRAGMA user_version"))) == 2);
        CHECK(everything(document->database()) ==
              QStringList{QStringLiteral("child: 1,1"), QStringLiteral("child: 2,1"),
                          QStringLiteral("note: 1,'メモ'"), QStringLiteral("parent: 1,NULL,NULL,NULL")});
        CHECK(valueOf(document->database().integer(QStringLiteral("PRAGMA foreign_keys"))) == 1);
        // The undo log knows the new table.
        act(*document, {QStringLiteral("DELETE FROM note")});
        succeeds(document->undo());
        CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM note"))) == 1);
    }
    // An earlier backup is never written over.
    CHECK(bytesOf(folder(QStringLiteral("令和8年度.研修.backup-v1.tane"))) == "ältere Sicherung");
    const auto backup =
        valueOf(Document::open(folder(QStringLiteral("令和8年度.研修.backup-v1-2.tane")), {smallSchema()}));
    CHECK(everything(backup->database()).contains(QStringLiteral("child: 1,1,'メモ'")));
}

TEST_CASE("a file that is up to date gets no backup")
{
    const Folder folder;
    oldFile(folder(QStringLiteral("a.tane")));
    valueOf(Document::open(folder(QStringLiteral("a.tane")), {smallSchema()})).reset();
    CHECK(folder.files() == QStringList{QStringLiteral("a.tane")});
}

TEST_CASE("a migration that fails leaves the file as it was, with its backup")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    oldFile(path);
    std::vector<Migration> schema = smallSchema();
    const QString failing =
        GENERATE(QStringLiteral("DROP TABLE friend\n--;\nCREATE NONSENSE"),
                 QStringLiteral("DELETE FROM parent")); // leaves orphans: enforcement is off meanwhile
    schema.push_back({2, QStringLiteral("failing"), failing});
    CHECK_FALSE(Document::open(path, {schema}).has_value());
    const auto document = valueOf(Document::open(path, {smallSchema()}));
    CHECK(valueOf(document->database().integer(QStringLiteral("PRAGMA user_version"))) == 1);
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM child"))) == 2);
    CHECK(valueOf(document->database().integer(QStringLiteral("SELECT count(*) FROM friend"))) == 0);
    CHECK(QFile::exists(folder(QStringLiteral("a.backup-v1.tane"))));
}

TEST_CASE("an older file that another program holds is not migrated under its hands")
{
    const Folder folder;
    const QString path = folder(QStringLiteral("a.tane"));
    const auto holder = newDocument(path);
    CHECK(errorOf(Document::open(path, {twoVersions()})) == ErrorCode::Locked);
    CHECK(valueOf(holder->database().integer(QStringLiteral("PRAGMA user_version"))) == 1);
}

TEST_CASE("the migrations are numbered without a gap")
{
    int expected = 0;
    for (const Migration &migration : builtInMigrations()) {
        CHECK(migration.version == ++expected);
        CHECK(migration.name.startsWith(QStringLiteral("%1_").arg(expected, 4, 10, QLatin1Char('0'))));
        CHECK_FALSE(splitStatements(migration.sql).isEmpty());
    }
    CHECK(expected >= 1);
}

TEST_CASE("a migration file is divided at its marker lines only")
{
    const QStringList statements =
        splitStatements(QStringLiteral("A; -- not here --;\nB\n--;\n\n--;\n  C\n --; \n"));
    REQUIRE(statements.size() == 2);
    CHECK(statements[0].trimmed() == QStringLiteral("A; -- not here --;\nB"));
    CHECK(statements[1].trimmed() == QStringLiteral("C"));
}
