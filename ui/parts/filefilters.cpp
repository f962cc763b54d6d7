#include "parts/filefilters.h"

#include <QCoreApplication>

namespace tane {

QString listFilter()
{
    return QCoreApplication::translate("tane::FileFilters",
                                       "Excel・CSV (*.xlsx *.csv);;すべてのファイル (*)");
}

QString workbookFilter()
{
    return QCoreApplication::translate("tane::FileFilters", "Excel ブック (*.xlsx)");
}

} // namespace tane
