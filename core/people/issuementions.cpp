#include "people/issuementions.h"

#include "base/textfold.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Privacy)
};

/// Names are compared without the spaces between family and given name.
QString closed(const QString &name)
{
    return foldName(name).remove(u' ');
}

/// What a search looks at keeps the text of each field by itself: that of one field is changed with it.
Result<> clearFolded(Database &database, const QString &table, qint64 row, const QString &text)
{
    constexpr QChar divider(0xe000); // as core/issues writes it
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral("SELECT folded FROM %1 WHERE id = ?").arg(table)));
    TANE_CHECK(query.bind(row).run());
    if (!query.next())
        return {};
    QStringList parts = query.text(0).split(divider);
    parts.replaceInStrings(
        QRegularExpression(QStringLiteral("^%1$").arg(QRegularExpression::escape(foldName(text)))),
        foldName(Texts::tr("（匿名）")));
    TANE_TRY(Statement update,
             database.prepare(QStringLiteral("UPDATE %1 SET folded = ? WHERE id = ?").arg(table)));
    TANE_CHECK(update.bind(parts.join(divider)).bind(row).run());
    return {};
}

/// A field in which somebody is named.
struct NamedIn
{
    const char *table, *column;
    bool searched; ///< the table keeps its texts folded
};

Result<int> clearField(Database &database, const NamedIn &field, const QString &name)
{
    const QString table = QLatin1String(field.table), column = QLatin1String(field.column);
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral("SELECT id, %1 FROM %2 WHERE %1 <> ''").arg(column, table)));
    TANE_CHECK(query.run());
    std::vector<std::pair<qint64, QString>> rows;
    while (query.next())
        if (closed(query.text(1)).contains(name))
            rows.emplace_back(query.integer(0), query.text(1));
    TANE_TRY(Statement clear,
             database.prepare(QStringLiteral("UPDATE %2 SET %1 = ? WHERE id = ?").arg(column, table)));
    for (const auto &[row, text] : rows) {
        TANE_CHECK(clear.bind(Texts::tr("（匿名）")).bind(row).run());
        if (field.searched)
            TANE_CHECK(clearFolded(database, table, row, text));
    }
    return static_cast<int>(rows.size());
}

} // namespace

Result<std::vector<RaisedCard>> raisedCards(Document &document, qint64 person)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT id, noted_on, title, detail, who FROM issue_card WHERE person = ? "
                                  "ORDER BY noted_on, id")));
    TANE_CHECK(query.bind(person).run());
    std::vector<RaisedCard> cards;
    while (query.next())
        cards.push_back({query.integer(0), QDate::fromString(query.text(1), Qt::ISODate), query.text(2),
                         query.text(3), query.text(4)});
    return cards;
}

Result<int> clearNameFromIssues(Document &document, const QString &name)
{
    const QString wanted = closed(name);
    if (wanted.size() < 2)
        return 0;
    constexpr NamedIn fields[] = {{"issue_card", "who", true},
                                  {"issue_card", "owner", true},
                                  {"issue_message", "sender", true},
                                  {"issue_message", "recipient", true},
                                  {"council_action", "who", false}};
    int changed = 0;
    for (const NamedIn &field : fields) {
        TANE_TRY(const int here, clearField(document.database(), field, wanted));
        changed += here;
    }
    return changed;
}

} // namespace tane
