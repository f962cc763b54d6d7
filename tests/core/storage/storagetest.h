#pragma once

#include "storage/document.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

/// Helpers of the tests of the .tane file.
namespace storagetest {

/// The value, or a failed test that says why there is none.
template<class T>
T valueOf(tane::Result<T> result)
{
    if (!result)
        FAIL(result.error().toString().toStdString() << " | " << result.error().detail.toStdString());
    return std::move(result).value();
}

inline void succeeds(const tane::Result<> &result)
{
    if (!result)
        FAIL(result.error().toString().toStdString() << " | " << result.error().detail.toStdString());
}

template<class T>
tane::ErrorCode errorOf(const tane::Result<T> &result)
{
    REQUIRE_FALSE(result.has_value());
    CHECK_FALSE(result.error().message.isEmpty());
    return result.error().code;
}

struct Folder
{
    QTemporaryDir dir;
    [[nodiscard]] QString operator()(const QString &name) const { return dir.filePath(name); }
    [[nodiscard]] QStringList files() const;
    void write(const QString &name, const QByteArray &content) const;
};

/// Every row of every table, as text that tells NULL, numbers, texts and blobs apart.
QStringList everything(tane::Database &database);

/// Versions of a small schema of our own, with every kind of table the undo log has to cope with.
std::vector<tane::Migration> smallSchema();

std::unique_ptr<tane::Document> newDocument(const QString &path,
                                            const std::vector<tane::Migration> &schema = smallSchema());

/// One action made of single statements.
void act(tane::Document &document, const QStringList &statements,
         const QString &label = QStringLiteral("操作"));

/// Another program at work on the file: a hidden test case of this one, named by its tag, in its own process.
class OtherProgram
{
public:
    OtherProgram(const QString &tag, const QString &path);
    /// Waits until it has called sayReady().
    void waitUntilReady();
    /// Takes it away without a chance to tidy up.
    void kill();

    // Called by the hidden test case.
    static QString path();
    static void sayReady();
    [[noreturn]] static void waitForever();

private:
    QProcess m_process;
};

} // namespace storagetest
