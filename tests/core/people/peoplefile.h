#pragma once

#include "core/storage/storagetest.h"
#include "exchange/csvwriter.h"
#include "people/registerfiles.h"

/// A prefecture with centres and people for the tests of lists and sheets. All people are invented.
namespace peoplefile {

/// A new file of 群馬県 with its municipalities as built in, nothing else.
std::unique_ptr<tane::Document> gunma(const QString &path);

tane::Registry registryOf(tane::Document &document);
qint64 municipalityId(const tane::Registry &registry, const QString &name);
qint64 centreId(const tane::Registry &registry, const QString &name);
const tane::PersonRecord &personNamed(const tane::Registry &registry, const QString &name);

template<class T>
qint64 added(tane::Document &document, const T &record)
{
    return storagetest::valueOf(tane::RecordTable<T>(document).add(record, QStringLiteral("追加")));
}

/// A centre that serves these municipalities.
qint64 addCentre(tane::Document &document, const tane::Centre &centre, const QStringList &municipalities,
                 const QStringList &notes = {});
/// A coordinator at a centre.
qint64 addCoordinator(tane::Document &document, const QString &name, const QString &kana, qint64 centre,
                      QDate from = QDate(2024, 4, 1));
/// With every field of every register filled with what lists find hard.
void fillWithNastyValues(tane::Document &document);

/// All registers in words, without ids: what two files share that say the same.
QStringList described(const tane::Registry &registry);

/// Lines that only one of the two has, marked < and >; empty when they are the same in the same order.
std::string difference(const QStringList &first, const QStringList &second);

/// A .csv file of rows.
QString csv(const storagetest::Folder &folder, const QString &name, const std::vector<QStringList> &rows);

/// Reads a list on 2026-11-21 and, when it says so, stores it.
tane::RegisterImport readOn(tane::Document &document, tane::RegisterKind kind, const QString &path,
                            QDate today = QDate(2026, 11, 21));
tane::RegisterImport stored(tane::Document &document, tane::RegisterKind kind, const QString &path,
                            QDate today = QDate(2026, 11, 21));
/// Every problem as one text.
QString problemsOf(const std::vector<tane::Problem> &problems);

} // namespace peoplefile
