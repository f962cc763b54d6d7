#pragma once

#include "base/error.h"
#include "base/progress.h"

#include <QStringList>

namespace tane {

/// The tables of a folder and its subfolders: .xlsx, .xlsm and .csv, and also .xls and .ods, which cannot be
/// read but must not be passed over in silence. Names beginning with ~$ (an open workbook's) or . are left
/// out, folders, too. Paths relative to the folder, in the order a person would sort them. Cancelled when
/// `progress` says so.
[[nodiscard]] Result<QStringList> tableFilesIn(const QString &folder, const Progress &progress = {});

} // namespace tane
