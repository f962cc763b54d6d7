#include "exchange/tablereader.h"

#include "base/mappedfile.h"
#include "exchange/filekind.h"

namespace tane {

Result<std::vector<Table>> readTables(const QString &path, const ReadLimits &limits, const Progress &progress)
{
    FileKind kind = FileKind::Empty;
    {
        // Opened twice, but a mapped file costs nothing until it is looked at.
        TANE_TRY(const std::shared_ptr<const MappedFile> file, MappedFile::open(path, limits.unpackedBytes));
        kind = file->bytes().starts_with("PK") ? fileKind(file->bytes()) : FileKind::Text;
    }
    if (kind == FileKind::Zip)
        return readWorkbook(path, limits, progress);
    TANE_TRY(Table table, readCsv(path, limits, progress));
    std::vector<Table> tables;
    tables.push_back(std::move(table));
    return tables;
}

} // namespace tane
