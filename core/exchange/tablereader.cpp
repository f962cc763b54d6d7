#include "exchange/tablereader.h"

#include "base/mappedfile.h"
#include "exchange/filekind.h"

namespace tane {

Result<bool> isWorkbook(const QString &path, const ReadLimits &limits)
{
    TANE_TRY(const std::shared_ptr<const MappedFile> file, MappedFile::open(path, limits.unpackedBytes));
    return file->bytes().starts_with("PK") && fileKind(file->bytes()) == FileKind::Zip;
}

Result<std::vector<Table>> readTables(const QString &path, const ReadLimits &limits, const Progress &progress)
{
    // Opened twice, but a mapped file costs nothing until it is looked at.
    TANE_TRY(const bool workbook, isWorkbook(path, limits));
    if (workbook)
        return readWorkbook(path, limits, progress);
    TANE_TRY(Table table, readCsv(path, limits, progress));
    std::vector<Table> tables;
    tables.push_back(std::move(table));
    return tables;
}

} // namespace tane
