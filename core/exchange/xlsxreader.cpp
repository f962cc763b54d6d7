#include "base/mappedfile.h"
#include "exchange/filekind.h"
#include "exchange/tablereader.h"
#include "exchange/xlsxsheet.h"

#include <new>
#include <stdexcept>

namespace tane {

namespace {

Result<std::vector<Table>> readAll(const QString &path, const ReadLimits &limits, const Progress &callback)
{
    TANE_TRY(const std::shared_ptr<const MappedFile> file, MappedFile::open(path, limits.unpackedBytes));
    if (fileKind(file->bytes()) != FileKind::Zip)
        return std::unexpected(notReadable(file->bytes(), file->name()));
    TANE_TRY(ZipArchive archive, ZipArchive::open(file, limits.unpackedBytes));
    TANE_TRY(const XlsxPackage package, readPackage(archive));

    XmlProgress progress{&callback, archive.bytesRead()};
    progress.total += package.sharedStrings ? archive.claimedSize(*package.sharedStrings) : 0;
    progress.total += package.styles ? archive.claimedSize(*package.styles) : 0;
    for (const XlsxSheet &sheet : package.sheets)
        progress.total += archive.claimedSize(sheet.index);

    SheetContext context;
    context.date1904 = package.date1904;
    context.cells = limits.cells;
    if (package.styles) {
        TANE_TRY(context.kinds, readNumberKinds(archive, *package.styles));
    }
    if (package.sharedStrings) {
        TANE_TRY(context.strings, readSharedStrings(archive, *package.sharedStrings, limits.cells, progress));
    }
    std::vector<Table> tables;
    for (const XlsxSheet &sheet : package.sheets) {
        TANE_TRY(std::optional<Table> table, readSheet(archive, sheet, context, progress));
        if (!table)
            continue;
        context.cells -= std::min<std::uint64_t>(context.cells, table->cellCount());
        tables.push_back(std::move(*table));
    }
    return tables;
}

} // namespace

Result<std::vector<Table>> readWorkbook(const QString &path, const ReadLimits &limits,
                                        const Progress &progress)
{
    try {
        return readAll(path, limits, progress);
    } catch (const std::bad_alloc &) {
        return std::unexpected(outOfMemory(path));
    } catch (const std::length_error &) {
        return std::unexpected(outOfMemory(path));
    }
}

} // namespace tane
