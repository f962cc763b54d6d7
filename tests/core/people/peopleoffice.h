#pragma once

#include "core/storage/storagetest.h"
#include "people/registry.h"

/// Helpers of the tests of registers, ladder and links. All people are invented.
namespace peopletest {

/// A new file, and short ways to fill it.
struct Office
{
    storagetest::Folder folder;
    std::unique_ptr<tane::Document> document =
        storagetest::valueOf(tane::Document::create(folder(QStringLiteral("p.tane"))));

    template<class T>
    qint64 add(const T &record)
    {
        return storagetest::valueOf(tane::RecordTable<T>(*document).add(record, QStringLiteral("追加")));
    }
    qint64 person(const QString &name, const QString &kana = {})
    {
        return add(tane::Person{.name = name, .kana = kana});
    }
    qint64 assess(qint64 person, QDate on, int level,
                  tane::Assessment::Assessor by = tane::Assessment::Assessor::Prefecture)
    {
        return add(tane::Assessment{.person = person, .assessedOn = on, .level = level, .assessor = by});
    }
    [[nodiscard]] tane::Registry registry() { return storagetest::valueOf(tane::loadRegistry(*document)); }
};

/// The consultation centres of Gunma with whom they serve: 2024 research report on supporting home-care
/// coordinators, list of consultation desks. -1: the number of coordinators is not printed.
struct ListedCentre
{
    QString name, operatedBy;
    int coordinators;
    QStringList municipalities;
    QString note = {}; ///< of the second municipality
};
[[nodiscard]] const std::vector<ListedCentre> &gunmaCentres();

/// Gunma's municipalities as built in, with these centres.
struct Gunma : Office
{
    Gunma();
    qint64 prefecture = 0;
    [[nodiscard]] qint64 municipality(const QString &name);
    [[nodiscard]] qint64 centre(const QString &name);
};

} // namespace peopletest
