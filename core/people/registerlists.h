#pragma once

// Private to the lists of registers: the cells that are written.

#include "people/registertable.h"

#include <map>

namespace tane::registers {

/// One sheet of a list before it is written.
struct List
{
    QString name, title;
    std::vector<ColumnSpec> columns;
    std::vector<QStringList> rows;
    std::map<Column, QStringList> choices; ///< drop-downs
};

/// The list as it is on `today`. `masked`: names are "M01" …; contact, free texts and ids are left out.
[[nodiscard]] List listOf(const Registry &registry, RegisterKind kind, const QString &mark, bool masked,
                          QDate today);
/// Every affiliation of everybody, with its times.
[[nodiscard]] List historyOf(const Registry &registry, const QString &mark);

} // namespace tane::registers
