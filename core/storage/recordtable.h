#pragma once

#include "storage/document.h"

#include <QDate>
#include <QTime>

#include <array>
#include <concepts>
#include <functional>
#include <limits>
#include <utility>

namespace tane {

/// One column of a table and how a member of the record is stored in it.
template<class T>
struct RecordColumn
{
    QString name;
    std::function<void(Statement &, const T &)> bind;
    std::function<void(T &, const Statement &, int)> read;
};

/// Texts, flags and counts as they are; an invalid date or time and a missing optional are NULL.
template<class T, class Member>
[[nodiscard]] RecordColumn<T> recordColumn(const char *name, Member T::*member)
{
    const auto bind = [member](Statement &statement, const T &record) {
        const Member &value = record.*member;
        if constexpr (std::same_as<Member, QDate>)
            statement.bind(value.isValid() ? std::optional(value.toString(Qt::ISODate)) : std::nullopt);
        else if constexpr (std::same_as<Member, QTime>)
            statement.bind(value.isValid() ? std::optional(value.toString(QStringLiteral("HH:mm")))
                                           : std::nullopt);
        else
            statement.bind(value);
    };
    const auto read = [member](T &record, const Statement &row, int column) {
        Member &value = record.*member;
        if constexpr (std::same_as<Member, QDate>)
            value = QDate::fromString(row.text(column), Qt::ISODate);
        else if constexpr (std::same_as<Member, QTime>)
            value = QTime::fromString(row.text(column), QStringLiteral("HH:mm"));
        else if constexpr (std::same_as<Member, QString>)
            value = row.text(column);
        else if constexpr (std::same_as<Member, std::optional<int>>)
            value = row.isNull(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
        else if constexpr (std::same_as<Member, std::optional<qint64>>)
            value = row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
        else
            value = static_cast<Member>(row.integer(column));
    };
    return {QString::fromLatin1(name), bind, read};
}

/// A reference to a row of another table; 0 is none (NULL).
template<class T>
[[nodiscard]] RecordColumn<T> referenceColumn(const char *name, qint64 T::*member)
{
    return {QString::fromLatin1(name),
            [member](Statement &statement, const T &record) {
                statement.bind(record.*member != 0 ? std::optional(record.*member) : std::nullopt);
            },
            [member](T &record, const Statement &row, int column) { record.*member = row.integer(column); }};
}

/// An enumeration stored as a word: `words[i]` is the one of the enumerator with the value i.
template<class T, class Enum, std::size_t n>
[[nodiscard]] RecordColumn<T> wordColumn(const char *name, Enum T::*member,
                                         const std::array<const char *, n> &words)
{
    return {QString::fromLatin1(name),
            [member, words](Statement &statement, const T &record) {
                statement.bind(QString::fromLatin1(words.at(static_cast<std::size_t>(record.*member))));
            },
            [member, words](T &record, const Statement &row, int column) {
                const QString word = row.text(column);
                for (std::size_t i = 0; i < n; ++i)
                    if (word == QLatin1String(words[i]))
                        record.*member = static_cast<Enum>(i);
            }};
}

/// How a record is stored. Specialised beside the record, with
///   static QString table();
///   static QStringList siblings();                 the columns whose values make one ordered list, such as
///                                                  {"programme"}; {} when the records are not ordered
///   static std::vector<RecordColumn<T>> columns(); all but id and position, siblings among them
template<class T>
struct RecordSchema;

namespace detail {
[[nodiscard]] std::unexpected<Error> noSuchRecord();
[[nodiscard]] Result<> moveRow(Database &database, const QString &table, const QStringList &siblings,
                               qint64 id, int position);
[[nodiscard]] Result<> removeRow(Database &database, const QString &table, const QStringList &siblings,
                                 qint64 id);
} // namespace detail

/// Loads and saves the records of one table. Every change is one undo step with the given label; inside
/// Document::perform it joins that step. A record has `qint64 id`, 0 while it is not stored. In an ordered
/// list the positions are 0, 1, 2 … without gaps; who loads a list gets it in that order.
template<class T>
class RecordTable
{
public:
    explicit RecordTable(Document &document)
        : m_document(document)
    {
    }

    /// All records whose `column` has this value; without a column all of the table.
    [[nodiscard]] Result<std::vector<T>> all(const QString &column = {}, qint64 value = 0)
    {
        const QString order =
            isOrdered() ? QStringLiteral(" ORDER BY position, id") : QStringLiteral(" ORDER BY id");
        const QString condition = column.isEmpty() ? QString() : QStringLiteral(" WHERE %1 = ?").arg(column);
        TANE_TRY(Statement query, m_document.database().prepare(selection() + condition + order));
        if (!column.isEmpty())
            query.bind(value);
        TANE_CHECK(query.run());
        std::vector<T> records;
        while (query.next())
            records.push_back(read(query));
        return records;
    }

    /// NotFound when it was deleted.
    [[nodiscard]] Result<T> load(qint64 id)
    {
        TANE_TRY(Statement query,
                 m_document.database().prepare(selection() + QStringLiteral(" WHERE id = ?")));
        TANE_CHECK(query.bind(id).run());
        if (!query.next())
            return detail::noSuchRecord();
        return read(query);
    }

    /// Adds at the end of its list, or at `position`. Gives the id.
    [[nodiscard]] Result<qint64> add(const T &record, const QString &label, int position = -1)
    {
        qint64 id = 0;
        TANE_CHECK(m_document.perform(label, [&](Database &database) -> Result<> {
            TANE_TRY(id, insert(database, record));
            return isOrdered() && position >= 0
                       ? detail::moveRow(database, Schema::table(), Schema::siblings(), id, position)
                       : Result<>{};
        }));
        return id;
    }

    /// Saves a stored record that stays in its list. One that says what is stored already makes no step.
    [[nodiscard]] Result<> update(const T &record, const QString &label)
    {
        return m_document.perform(label, [&](Database &database) { return write(database, record); });
    }

    /// Saves a record that goes to another list (a goal to another target group), at `position` there.
    [[nodiscard]] Result<> relocate(const T &record, int position, const QString &label)
    {
        return m_document.perform(label, [&](Database &database) -> Result<> {
            const auto place = [&](int to) {
                return detail::moveRow(database, Schema::table(), Schema::siblings(), record.id, to);
            };
            TANE_CHECK(place(std::numeric_limits<int>::max())); // leaves no gap behind
            TANE_CHECK(write(database, record));
            return place(position);
        });
    }

    /// With everything that hangs on it.
    [[nodiscard]] Result<> remove(qint64 id, const QString &label)
    {
        return m_document.perform(label, [&](Database &database) {
            return detail::removeRow(database, Schema::table(), Schema::siblings(), id);
        });
    }

    /// To `position` inside its list; a position beyond the end is the end.
    [[nodiscard]] Result<> move(qint64 id, int position, const QString &label)
    {
        return m_document.perform(label, [&](Database &database) {
            return detail::moveRow(database, Schema::table(), Schema::siblings(), id, position);
        });
    }

private:
    using Schema = RecordSchema<T>;

    [[nodiscard]] static const std::vector<RecordColumn<T>> &columns()
    {
        static const std::vector<RecordColumn<T>> all = Schema::columns();
        return all;
    }
    [[nodiscard]] static bool isOrdered() { return !Schema::siblings().isEmpty(); }
    [[nodiscard]] static QString selection()
    {
        QStringList names{QStringLiteral("id")};
        for (const RecordColumn<T> &column : columns())
            names << column.name;
        return QStringLiteral("SELECT %1 FROM %2").arg(names.join(QStringLiteral(", ")), Schema::table());
    }
    [[nodiscard]] static T read(const Statement &row)
    {
        T record;
        record.id = row.integer(0);
        int index = 1;
        for (const RecordColumn<T> &column : columns())
            column.read(record, row, index++);
        return record;
    }
    [[nodiscard]] static Result<> write(Database &database, const T &record)
    {
        QStringList assignments;
        for (const RecordColumn<T> &column : columns())
            assignments << column.name + QStringLiteral(" = ?");
        TANE_TRY(Statement statement,
                 database.prepare(QStringLiteral("UPDATE %1 SET %2 WHERE id = ?")
                                      .arg(Schema::table(), assignments.join(QStringLiteral(", ")))));
        for (const RecordColumn<T> &column : columns())
            column.bind(statement, record);
        TANE_CHECK(statement.bind(record.id).run());
        return statement.affectedRows() == 0 ? Result<>(detail::noSuchRecord()) : Result<>{};
    }
    [[nodiscard]] static Result<qint64> insert(Database &database, const T &record)
    {
        QStringList names, marks;
        for (const RecordColumn<T> &column : columns()) {
            names << column.name;
            marks << QStringLiteral("?");
        }
        QStringList conditions;
        if (isOrdered()) {
            for (const QString &sibling : Schema::siblings())
                conditions << QStringLiteral("%1 = ?").arg(sibling);
            names << QStringLiteral("position");
            marks << QStringLiteral("(SELECT count(*) FROM %1 WHERE %2)")
                         .arg(Schema::table(), conditions.join(QStringLiteral(" AND ")));
        }
        TANE_TRY(Statement statement,
                 database.prepare(QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
                                      .arg(Schema::table(), names.join(QStringLiteral(", ")),
                                           marks.join(QStringLiteral(", ")))));
        for (const RecordColumn<T> &column : columns())
            column.bind(statement, record);
        for (const QString &sibling : Schema::siblings())
            for (const RecordColumn<T> &column : columns())
                if (column.name == sibling)
                    column.bind(statement, record);
        return statement.insert();
    }

    Document &m_document;
};

} // namespace tane
