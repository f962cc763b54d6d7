#pragma once

#include "exchange/tablereader.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <map>
#include <string>

namespace tane::test {

/// A file of tests/data/exchange.
inline QString fixture(const char *name)
{
    return QStringLiteral(TANE_TEST_DATA "/exchange/") + QString::fromUtf8(name);
}

/// Writes bytes to a file that lives as long as the object.
class TemporaryFile
{
public:
    explicit TemporaryFile(const QByteArray &bytes, const QString &name = QStringLiteral("表.csv"))
        : m_path(m_folder.filePath(name))
    {
        write(bytes);
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

/// "sheet!B2" -> text of every cell with content.
inline std::map<std::string, std::string> cellsOf(const std::vector<Table> &tables)
{
    std::map<std::string, std::string> cells;
    for (const Table &table : tables)
        for (int row = 0; row < table.rowCount(); ++row)
            for (int column = 0; column < table.columnCount(); ++column)
                if (!table.cell(row, column).empty())
                    cells[table.sheet.toStdString() + "!" + table.address(row, column).toStdString()] =
                        std::string(table.cell(row, column));
    return cells;
}

inline std::vector<Table> readGood(const QString &path)
{
    auto tables = readTables(path);
    INFO(path.toStdString());
    if (!tables)
        FAIL(tables.error().toString().toStdString());
    return std::move(*tables);
}

inline Error readBad(const QString &path, const ReadLimits &limits = {})
{
    auto tables = readTables(path, limits);
    INFO(path.toStdString());
    REQUIRE_FALSE(tables.has_value());
    CHECK_FALSE(tables.error().message.isEmpty());
    CHECK(tables.error().file == QFileInfo(path).fileName());
    return tables.error();
}

} // namespace tane::test
