#pragma once

#include "exchange/numberformat.h"
#include "exchange/xmlparser.h"

#include <string>
#include <vector>

namespace tane {

/// A worksheet as the workbook lists it.
struct XlsxSheet
{
    QString name;
    std::string part;        ///< name in the zip
    std::uint64_t index = 0; ///< number in the zip
};

/// What a workbook says about its parts, found through the relationships only: programs place parts as they
/// like.
struct XlsxPackage
{
    std::vector<XlsxSheet>
        sheets; ///< worksheets in the order of the tabs; chart sheets and macro sheets are left out
    bool date1904 = false;
    std::optional<std::uint64_t> sharedStrings;
    std::optional<std::uint64_t> styles;
};

/// Errors: BadFormat when it is no workbook (a Word file, .xlsb, .ods …), or when a sheet it lists cannot be
/// found.
[[nodiscard]] Result<XlsxPackage> readPackage(ZipArchive &archive);

/// Kind of number of every cell style, by its index (the attribute s of a cell).
[[nodiscard]] Result<std::vector<NumberKind>> readNumberKinds(ZipArchive &archive, std::uint64_t styles);

} // namespace tane
