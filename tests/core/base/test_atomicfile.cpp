#include "base/atomicfile.h"
#include "base/mappedfile.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace tane;

namespace {

#ifdef Q_OS_WIN
constexpr bool kOpenFilesAreKept = true; // a file that a program has open cannot be replaced
#else
constexpr bool kOpenFilesAreKept = false;
#endif

QByteArray contentOf(const QString &path)
{
    const auto file = MappedFile::open(path, 1000);
    REQUIRE(file.has_value());
    const std::string_view bytes = (*file)->bytes();
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

TEST_CASE("a file is replaced whole, or stays as it was and the officer is told")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("集計.xlsx"));
    REQUIRE(writeFileAtomically(path, "before").has_value());
    {
        QFile excel(path); // as Excel has it: others may read
        REQUIRE(excel.open(QIODevice::ReadOnly));
        const Result<> result = writeFileAtomically(path, "after");
        CHECK(result.has_value() != kOpenFilesAreKept);
        if (!result) {
            CHECK(result.error().code == ErrorCode::CannotWrite);
            CHECK(result.error().message.contains(QStringLiteral("閉じて")));
            CHECK(result.error().file == QStringLiteral("集計.xlsx"));
        }
        CHECK(contentOf(path) == (kOpenFilesAreKept ? "before" : "after"));
    }
    REQUIRE(writeFileAtomically(path, "closed").has_value());
    CHECK(contentOf(path) == "closed");
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size() == 1);
}

TEST_CASE("names outside code page 932 and paths longer than 260 characters are written and read")
{
    const QTemporaryDir root;
    QString folder = root.filePath(QStringLiteral("𠮷野町（髙橋） 令和８年度"));
    while (folder.size() < 300)
        folder += QStringLiteral("/在宅医療・介護連携推進事業の研修");
    REQUIRE(QDir().mkpath(folder));
    const QString path = folder + QStringLiteral("/👪𠮷の集計.csv");
    REQUIRE(writeFileAtomically(path, "inhalt").has_value());
    CHECK(contentOf(path) == "inhalt");
    CHECK(QDir(folder).entryList(QDir::Files) == QStringList{QStringLiteral("👪𠮷の集計.csv")});
}
