#include "core/people/everycolumn.h"

using namespace tane;
using namespace storagetest;

namespace everycolumn {

namespace {

struct ColumnInfo
{
    QString name, type;
    QString references; ///< the table a reference leads to
};

std::vector<ColumnInfo> columnsOf(Database &database, const QString &table)
{
    std::vector<ColumnInfo> columns;
    Statement info = valueOf(database.prepare(
        QStringLiteral("SELECT c.name, c.type, coalesce(f.\"table\", '') FROM pragma_table_info('%1') AS c "
                       "LEFT JOIN pragma_foreign_key_list('%1') AS f ON f.\"from\" = c.name")
            .arg(table)));
    succeeds(info.run());
    while (info.next())
        if (info.text(0) != QStringLiteral("id") && info.text(0) != QStringLiteral("position"))
            columns.push_back({info.text(0), info.text(1), info.text(2)});
    return columns;
}

/// What only this column of this row says. Days and numbers count up; words of the schema are given.
QString valueOfColumn(const QString &table, const ColumnInfo &column, int row)
{
    static int unique = 0;
    ++unique;
    static const QHash<QString, QStringList> words{
        {QStringLiteral("operation"), {QStringLiteral("'both'"), QStringLiteral("'none'")}},
        {QStringLiteral("hub"), {QStringLiteral("'yes'"), QStringLiteral("'no'")}},
        {QStringLiteral("rank"), {QStringLiteral("'core'"), QStringLiteral("'field'")}},
        {QStringLiteral("employment"), {QStringLiteral("'full'"), QStringLiteral("'part'")}},
        {QStringLiteral("duty"), {QStringLiteral("'exclusive'"), QStringLiteral("'concurrent'")}},
        {QStringLiteral("stage"), {QStringLiteral("2"), QStringLiteral("4")}},
        {QStringLiteral("anonymous"), {QStringLiteral("0"), QStringLiteral("1")}},
        // The affiliation runs on the day of the list, whenever the test runs.
        {QStringLiteral("from_on"), {QStringLiteral("'2019-04-01'"), QStringLiteral("'2019-05-01'")}},
        {QStringLiteral("until_on"), {QStringLiteral("'2119-03-30'"), QStringLiteral("'2119-03-31'")}}};
    if (const QStringList known = words.value(column.name); !known.isEmpty())
        return known[row];
    if (!column.references.isEmpty()) // of the two rows made last, the one of the same number
        return QStringLiteral("(SELECT id FROM %1 ORDER BY id DESC LIMIT 1 OFFSET %2)")
            .arg(column.references, QString::number(1 - row));
    if (column.type == QStringLiteral("INTEGER"))
        return QString::number(100 + unique);
    if (column.name.endsWith(QStringLiteral("_on")) || column.name.endsWith(QStringLiteral("_until")) ||
        column.name == QStringLiteral("since"))
        return QStringLiteral("'%1'").arg(QDate(2001, 1, 1).addDays(unique).toString(Qt::ISODate));
    return QStringLiteral("'%1 %2 語%3'").arg(table, column.name, QString::number(unique));
}

} // namespace

const QStringList &tables()
{
    static const QStringList all{
        QStringLiteral("prefecture"),          QStringLiteral("care_area"),
        QStringLiteral("municipality"),        QStringLiteral("centre"),
        QStringLiteral("centre_municipality"), QStringLiteral("person"),
        QStringLiteral("person_role"),         QStringLiteral("person_qualification"),
        QStringLiteral("affiliation")};
    return all;
}

void fill(Document &document)
{
    QStringList statements;
    for (const QString &table : tables()) {
        const auto columns = columnsOf(document.database(), table);
        REQUIRE(columns.size() > 1);
        const auto ordered =
            valueOf(document.database().integer(
                QStringLiteral("SELECT count(*) FROM pragma_table_info('%1') WHERE name = 'position'")
                    .arg(table))) > 0;
        for (int row = 0; row < 2; ++row) {
            QStringList names, values;
            for (const ColumnInfo &column : columns) {
                names << column.name;
                values << valueOfColumn(table, column, row);
            }
            // The care areas are of two prefectures and everything else of two people: each begins a list.
            if (ordered) {
                names << QStringLiteral("position");
                values << QStringLiteral("0");
            }
            statements << QStringLiteral("INSERT INTO %1(%2) VALUES (%3)")
                              .arg(table, names.join(u','), values.join(u','));
        }
    }
    act(document, statements);
}

QStringList contents(Document &document)
{
    QStringList all;
    for (const QString &table : tables())
        for (const ColumnInfo &column : columnsOf(document.database(), table)) {
            const QString value = column.references.isEmpty()
                                      ? column.name
                                      : QStringLiteral("(SELECT name FROM %1 WHERE %1.id = %2)")
                                            .arg(column.references, column.name);
            Statement rows = valueOf(document.database().prepare(
                QStringLiteral("SELECT coalesce(%1, '') FROM %2 AS self ORDER BY id").arg(value, table)));
            succeeds(rows.run());
            while (rows.next())
                all << QStringLiteral("%1.%2 = %3").arg(table, column.name, rows.text(0));
        }
    return all;
}

} // namespace everycolumn
