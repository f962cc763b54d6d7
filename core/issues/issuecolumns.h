#pragma once

// Private to core/issues: columns that RecordTable has no ready kind for.

#include "issues/issuewords.h"
#include "storage/recordtable.h"

namespace tane {

/// The texts of a record as searches compare them: written with the record, never read.
template<class T>
[[nodiscard]] RecordColumn<T> foldedColumn(std::function<QString(const T &)> texts)
{
    return {
        QStringLiteral("folded"),
        [texts = std::move(texts)](Statement &statement, const T &record) { statement.bind(texts(record)); },
        [](T &, const Statement &, int) {}};
}

/// An enumeration stored as its number.
template<class T, class Enum>
[[nodiscard]] RecordColumn<T> numberColumn(const char *name, Enum T::*member)
{
    return {
        QString::fromLatin1(name),
        [member](Statement &statement, const T &record) { statement.bind(static_cast<int>(record.*member)); },
        [member](T &record, const Statement &row, int column) {
            record.*member = static_cast<Enum>(row.integer(column));
        }};
}

/// Words of a short list, stored as one text divided by 、.
template<class T>
[[nodiscard]] RecordColumn<T> wordsColumn(const char *name, QStringList T::*member)
{
    return {QString::fromLatin1(name),
            [member](Statement &statement, const T &record) { statement.bind(joinScenes(record.*member)); },
            [member](T &record, const Statement &row, int column) {
                record.*member = splitScenes(row.text(column));
            }};
}

/// A member that is an element of an array.
template<class T, std::size_t n>
[[nodiscard]] RecordColumn<T> elementColumn(const char *name, std::array<QString, n> T::*member,
                                            std::size_t index)
{
    return {
        QString::fromLatin1(name),
        [member, index](Statement &statement, const T &record) { statement.bind((record.*member)[index]); },
        [member, index](T &record, const Statement &row, int column) {
            (record.*member)[index] = row.text(column);
        }};
}

} // namespace tane
