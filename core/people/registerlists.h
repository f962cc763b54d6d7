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
    /// Adds a row; a column without a cell stays empty.
    void add(const std::map<Column, QString> &cells);
};

/// The list as it is on `today`. `masked`: names are "M01" …; contact, free texts and ids are left out.
[[nodiscard]] List listOf(const Registry &registry, RegisterKind kind, const QString &mark, bool masked,
                          QDate today);
/// The sheets beside a list of municipalities.
[[nodiscard]] List prefecturesOf(const Registry &registry, const QString &mark, bool masked);
[[nodiscard]] List areasOf(const Registry &registry, const QString &mark, bool masked);
/// Every affiliation of everybody, with its times.
[[nodiscard]] List historyOf(const Registry &registry, const QString &mark);

} // namespace tane::registers
