#pragma once

#include "core/storage/storagetest.h"

/// Registers of which every column says something that nothing else says, by the tables of the file itself: a
/// column added later is among them without anybody thinking of it.
namespace everycolumn {

/// The tables of the registers: prefecture, care area, municipality, centre and whom it serves, person with
/// roles, qualifications and affiliations.
const QStringList &tables();
/// Two rows in each, belonging to each other.
void fill(tane::Document &document);
/// "table.column = value" of every row in order; references by the name they lead to, without ids.
QStringList contents(tane::Document &document);

} // namespace everycolumn
