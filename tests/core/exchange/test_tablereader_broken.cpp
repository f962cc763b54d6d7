#include "readerhelpers.h"

#include <QDirIterator>

#include <zip.h>

#include <random>

using namespace tane;
using namespace tane::test;

namespace {

using Parts = std::vector<std::pair<std::string, QByteArray>>;

/// Unpacks a good workbook.
Parts unpacked(const QString &path)
{
    Parts parts;
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_RDONLY, nullptr);
    REQUIRE(archive != nullptr);
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        zip_stat_t stat;
        REQUIRE(zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat) == 0);
        QByteArray bytes(static_cast<qsizetype>(stat.size), '\0');
        zip_file_t *file = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
        REQUIRE(zip_fread(file, bytes.data(), stat.size) == static_cast<zip_int64_t>(stat.size));
        zip_fclose(file);
        parts.emplace_back(stat.name, bytes);
    }
    zip_discard(archive);
    return parts;
}

void pack(const QString &path, const Parts &parts)
{
    zip_t *archive = zip_open(path.toUtf8().constData(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    REQUIRE(archive != nullptr);
    for (const auto &[name, bytes] : parts) {
        zip_source_t *source =
            zip_source_buffer(archive, bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0);
        REQUIRE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
    }
    REQUIRE(zip_close(archive) == 0);
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Changes a few bytes, cuts some out or doubles some, as damage and malice would.
void mutate(QByteArray &bytes, std::mt19937 &random)
{
    const auto upTo = [&](qsizetype n) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(n));
    };
    for (unsigned n = 1 + random() % 4; n > 0 && !bytes.isEmpty(); --n) {
        const qsizetype at = upTo(bytes.size());
        const qsizetype length = 1 + upTo(30);
        switch (random() % 5) {
        case 0:
            bytes[at] = static_cast<char>(random());
            break;
        case 1:
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << random() % 8));
            break;
        case 2:
            bytes.remove(at, length);
            break;
        case 3:
            bytes.insert(at, bytes.mid(upTo(bytes.size()), length));
            break;
        default:
            bytes[at] = "<>/\"0919-A&_ "[random() % 13];
        }
    }
}

/// Reads whatever comes and touches every cell of it: a value or an error with a message, nothing else.
bool survives(const QString &path)
{
    const auto tables = readTables(path, {.unpackedBytes = 64 << 20, .cells = 1'000'000});
    if (!tables)
        return !tables.error().message.isEmpty() && tables.error().code != ErrorCode::Internal;
    std::size_t bytes = 0;
    for (const auto &[cell, text] : cellsOf(*tables))
        bytes += text.size() + cell.size();
    return bytes < (64 << 20);
}

const char *const goodBooks[] = {"openpyxl.xlsx", "xlsxwriter.xlsx", "libreoffice.xlsx",
                                 "constantmemory.xlsx", "oddities.xlsx"};

} // namespace

TEST_CASE("broken workbooks are refused with a message that names the place")
{
    for (const char *name :
         {"brokenTruncated.xlsx", "brokenBadXml.xlsx", "brokenBillionLaughs.xlsx", "brokenStringIndex.xlsx",
          "brokenColumn.xlsx", "brokenRelationships.xlsx", "brokenDeep.xlsx", "brokenChecksum.xlsx",
          "brokenEncrypted.xlsx", "brokenOld.xls"})
        CHECK(readBad(fixture(name)).code == ErrorCode::BadFormat);

    CHECK(readBad(fixture("brokenBadXml.xlsx")).cell == QStringLiteral("B2"));
    CHECK(readBad(fixture("brokenStringIndex.xlsx")).cell == QStringLiteral("B3"));
    CHECK(readBad(fixture("brokenRelationships.xlsx")).sheet == QStringLiteral("表"));
    CHECK(readBad(fixture("brokenBillionLaughs.xlsx")).message.contains(QStringLiteral("DOCTYPE")));
    CHECK(readBad(fixture("brokenEncrypted.xlsx")).message.contains(QStringLiteral("パスワード")));
    CHECK(readBad(fixture("brokenOld.xls")).message.contains(QStringLiteral("xlsx")));
}

TEST_CASE("files of another kind are refused with advice, whatever their name says")
{
    for (const QByteArray &bytes :
         {QByteArray("%PDF-1.4\n"), QByteArray("<html><table>"),
          QByteArray(" \r\n<?xml version='1.0'?><Workbook/>"), QByteArray("\x89PNG\r\n"),
          QByteArray("{\\rtf1"), QByteArray("PK\x03\x04 not a zip after all"),
          QByteArray(QByteArray("PK\x05\x06") + QByteArray(18, 0)),
          QByteArray("\x09\x04\x06\x00\x00\x00\x10\x00", 8), QByteArray()}) {
        const TemporaryFile file(bytes, QStringLiteral("回答.xlsx"));
        CHECK(readBad(file.path()).code == ErrorCode::BadFormat);
    }
    const QTemporaryDir folder;
    CHECK(readBad(folder.filePath(QStringLiteral("無い.xlsx"))).code == ErrorCode::NotFound);
    CHECK(readBad(folder.path()).code == ErrorCode::CannotRead);
}

TEST_CASE("a zip bomb is stopped at the limit of unpacked bytes, and by the count of cells")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("爆弾.xlsx"));
    Parts parts = unpacked(fixture("openpyxl.xlsx"));
    for (auto &[name, bytes] : parts)
        if (name.ends_with("sheet1.xml"))
            bytes = "<worksheet><sheetData>" + QByteArray("<row><c><v>1</v></c></row>").repeated(1'000'000) +
                    "</sheetData></worksheet>";
    pack(path, parts);
    REQUIRE(QFileInfo(path).size() < 300'000);
    CHECK(readBad(path, {.unpackedBytes = 10 << 20}).code == ErrorCode::TooLarge);
    CHECK(readBad(path, {.cells = 1000}).code == ErrorCode::TooLarge);
}

TEST_CASE("an endless tag is refused before it costs time")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("長い.xlsx"));
    Parts parts = unpacked(fixture("openpyxl.xlsx"));
    for (auto &[name, bytes] : parts)
        if (name.ends_with("sheet1.xml"))
            bytes = "<worksheet a=\"" + QByteArray(50 << 20, 'x') + "\"/>";
    pack(path, parts);
    CHECK(readBad(path).code == ErrorCode::BadFormat);
}

TEST_CASE("random bytes are refused or read, never more")
{
    for (unsigned seed = 1; seed <= 200; ++seed) {
        std::mt19937 random(seed);
        QByteArray bytes(1 + static_cast<qsizetype>(random() % 5000), '\0');
        for (char &c : bytes)
            c = static_cast<char>(random());
        if (seed % 2 == 0)
            bytes.prepend("PK\x03\x04");
        const TemporaryFile file(bytes);
        INFO(seed);
        CHECK(survives(file.path()));
    }
}

TEST_CASE("a workbook damaged anywhere in its zip is refused or read, never more")
{
    for (const char *name : goodBooks) {
        const QByteArray good = fileBytes(fixture(name));
        const TemporaryFile file(good, QStringLiteral("回答.xlsx"));
        for (unsigned seed = 1; seed <= 300; ++seed) {
            std::mt19937 random(seed);
            QByteArray bytes = good;
            if (seed % 5 == 0)
                bytes.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())));
            else
                mutate(bytes, random);
            file.write(bytes);
            INFO(name << " seed " << seed);
            CHECK(survives(file.path()));
        }
    }
}

TEST_CASE("a workbook whose XML is damaged is refused or read, never more")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("回答.xlsx"));
    for (const char *name : goodBooks) {
        const Parts good = unpacked(fixture(name));
        int read = 0;
        for (unsigned seed = 1; seed <= 300; ++seed) {
            std::mt19937 random(seed);
            Parts parts = good;
            mutate(parts[random() % parts.size()].second, random);
            pack(path, parts);
            INFO(name << " seed " << seed);
            CHECK(survives(path));
            read += readTables(path).has_value() ? 1 : 0;
        }
        CHECK(read > 10); // the damage must not all be stopped at the door
        CHECK(read < 300);
    }
}
