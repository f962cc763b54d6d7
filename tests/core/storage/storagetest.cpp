#include "storagetest.h"

#include <QCoreApplication>
#include <QDir>
#include <QThread>

#include <cstdio>

namespace storagetest {

using namespace tane;

QStringList Folder::files() const
{
    return QDir(dir.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

void Folder::write(const QString &name, const QByteArray &content) const
{
    QFile file(dir.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

QStringList everything(Database &database)
{
    QStringList tables;
    {
        Statement query =
            valueOf(database.prepare(QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND "
                                                    "name NOT LIKE 'sqlite%' ORDER BY name")));
        succeeds(query.run());
        while (query.next())
            tables << query.text(0);
    }
    QStringList rows;
    for (const QString &table : tables) {
        QStringList columns;
        QString quoted = table;
        quoted.replace(u'"', QStringLiteral("\"\""));
        Statement info = valueOf(database.prepare(QStringLiteral("PRAGMA table_info(\"%1\")").arg(quoted)));
        succeeds(info.run());
        while (info.next())
            columns << QStringLiteral("quote(\"%1\")").arg(info.text(1));
        Statement query =
            valueOf(database.prepare(QStringLiteral("SELECT %1 AS row FROM \"%2\" ORDER BY row")
                                         .arg(columns.join(QStringLiteral("||','||")), quoted)));
        succeeds(query.run());
        while (query.next())
            rows << table + u": " + query.text(0);
    }
    return rows;
}

std::vector<Migration> smallSchema()
{
    return {{1, QStringLiteral("small"), QStringLiteral(R"(
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, weight REAL, picture BLOB) STRICT
--;
CREATE TABLE child (
    id INTEGER PRIMARY KEY,
    parent INTEGER NOT NULL REFERENCES parent(id) ON DELETE CASCADE ON UPDATE CASCADE,
    note TEXT) STRICT
--;
CREATE TABLE grandchild (
    child INTEGER NOT NULL REFERENCES child(id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (child, position)) STRICT, WITHOUT ROWID
--;
CREATE TABLE friend (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent(id) ON DELETE SET NULL) STRICT
--;
CREATE TABLE "odd ""name" ("a column" TEXT UNIQUE, "select" INTEGER) STRICT
--;
CREATE TABLE import_batch (id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL) STRICT
--;
CREATE TABLE imported (
    id INTEGER PRIMARY KEY,
    import_batch INTEGER NOT NULL REFERENCES import_batch(id) ON DELETE CASCADE) STRICT
)")}};
}

std::unique_ptr<Document> newDocument(const QString &path, const std::vector<Migration> &schema)
{
    return valueOf(Document::create(path, {schema}));
}

namespace {
constexpr char kPathVariable[] = "TANE_TEST_PATH";
constexpr char kReady[] = "ready to be looked at";
constexpr int kPatience = 60'000; // ms
} // namespace

OtherProgram::OtherProgram(const QString &tag, const QString &path)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(kPathVariable), path);
    m_process.setProcessEnvironment(environment);
    m_process.start(QCoreApplication::applicationFilePath(), {tag});
    REQUIRE(m_process.waitForStarted());
}

void OtherProgram::waitUntilReady()
{
    QByteArray said;
    while (!said.contains(kReady)) {
        REQUIRE(m_process.waitForReadyRead(kPatience));
        said += m_process.readAllStandardOutput();
    }
}

void OtherProgram::kill()
{
    m_process.kill();
    REQUIRE(m_process.waitForFinished(kPatience));
}

QString OtherProgram::path()
{
    return qEnvironmentVariable(kPathVariable);
}

void OtherProgram::sayReady()
{
    std::puts(kReady);
    std::fflush(stdout);
}

void OtherProgram::waitForever()
{
    for (;;)
        QThread::sleep(1);
}

void act(Document &document, const QStringList &statements, const QString &label)
{
    succeeds(document.perform(label, [&](Database &database) -> Result<> {
        for (const QString &sql : statements)
            TANE_CHECK(database.execute(sql));
        return {};
    }));
}

} // namespace storagetest
