// Participants are of core/participants, which sees this folder: here they are rows.
#include "people/participantrecords.h"

#include <QCoreApplication>

#include <utility>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::Privacy)
};

const std::vector<std::pair<QString, QString>> &columns()
{
    static const std::vector<std::pair<QString, QString>> all = {
        {QStringLiteral("number"), Texts::tr("受付番号")},
        {QStringLiteral("name"), Texts::tr("氏名")},
        {QStringLiteral("kana"), Texts::tr("ふりがな")},
        {QStringLiteral("email"), Texts::tr("メール")},
        {QStringLiteral("phone"), Texts::tr("電話")},
        {QStringLiteral("role"), Texts::tr("立場")},
        {QStringLiteral("affiliation"), Texts::tr("所属")},
        {QStringLiteral("affiliation_type"), Texts::tr("所属種別")},
        {QStringLiteral("title"), Texts::tr("役職")},
        {QStringLiteral("prefecture"), Texts::tr("都道府県")},
        {QStringLiteral("municipality"), Texts::tr("市町村")},
        {QStringLiteral("area"), Texts::tr("圏域")},
        {QStringLiteral("centre"), Texts::tr("センター")},
        {QStringLiteral("experience"), Texts::tr("経験年数")},
        {QStringLiteral("qualifications"), Texts::tr("資格")},
        {QStringLiteral("question"), Texts::tr("知りたいこと・質問")},
        {QStringLiteral("note"), Texts::tr("備考")}};
    return all;
}

QDate dayOf(const Statement &row, int column)
{
    return QDate::fromString(row.text(column), Qt::ISODate);
}

Result<> addRows(Database &database, qint64 person, std::vector<KnownFact> &facts)
{
    const QString where = Texts::tr("研修会の参加者");
    QStringList names;
    for (const auto &[column, head] : columns())
        names << QString(QStringLiteral("p.") + column);
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral("SELECT w.title, w.held_on, %1 FROM participant AS p "
                                             "JOIN workshop AS w ON w.id = p.workshop "
                                             "WHERE p.person = ? ORDER BY w.held_on, p.id")
                                  .arg(names.join(QStringLiteral(", ")))));
    TANE_CHECK(query.bind(person).run());
    while (query.next()) {
        const QDate day = dayOf(query, 1);
        facts.push_back({where, Texts::tr("研修会：%1").arg(query.text(0)), day});
        for (std::size_t i = 0; i < columns().size(); ++i)
            if (const QString text = query.text(static_cast<int>(i) + 2); !text.isEmpty())
                facts.push_back({where, QString(columns()[i].second + u'：' + text), day});
    }
    return {};
}

Result<> addTexts(Database &database, const char *sql, const QString &where, qint64 person,
                  std::vector<KnownFact> &facts)
{
    TANE_TRY(Statement query, database.prepare(QLatin1String(sql)));
    TANE_CHECK(query.bind(person).run());
    while (query.next())
        for (const int column : {0, 1})
            if (!query.text(column).isEmpty())
                facts.push_back({where, query.text(column), dayOf(query, 2)});
    return {};
}

} // namespace

Result<std::vector<KnownFact>> participantFacts(Document &document, qint64 person)
{
    std::vector<KnownFact> facts;
    Database &database = document.database();
    TANE_CHECK(addRows(database, person, facts));
    TANE_CHECK(addTexts(database,
                        "SELECT g.text, g.follow_up, w.held_on FROM participant_goal AS g "
                        "JOIN participant AS p ON p.id = g.participant JOIN workshop AS w "
                        "ON w.id = p.workshop WHERE p.person = ? ORDER BY g.id",
                        Texts::tr("本人の目標"), person, facts));
    TANE_CHECK(addTexts(database,
                        "SELECT h.title, r.note, r.received_on FROM homework_receipt AS r "
                        "JOIN homework AS h ON h.id = r.homework JOIN participant AS p "
                        "ON p.id = r.participant WHERE p.person = ? ORDER BY r.id",
                        Texts::tr("事前・事後課題"), person, facts));
    TANE_CHECK(addTexts(database,
                        "SELECT m.reminded_on, '', m.reminded_on FROM reminder AS m JOIN participant AS p "
                        "ON p.id = m.participant WHERE p.person = ? ORDER BY m.id",
                        Texts::tr("回答の督促"), person, facts));
    return facts;
}

Result<std::vector<qint64>> participantRows(Document &document, qint64 person)
{
    TANE_TRY(Statement query, document.database().prepare(
                                  QStringLiteral("SELECT id FROM participant WHERE person = ? ORDER BY id")));
    TANE_CHECK(query.bind(person).run());
    std::vector<qint64> rows;
    while (query.next())
        rows.push_back(query.integer(0));
    return rows;
}

Result<> clearParticipantRows(Document &document, qint64 person, const QString &number)
{
    Database &database = document.database();
    TANE_TRY(const std::vector<qint64> rows, participantRows(document, person));
    TANE_TRY(Statement clear,
             database.prepare(QStringLiteral(
                 "UPDATE participant SET name = ?, number = ?, kana = '', email = '', phone = '', "
                 "affiliation = '', title = '', question = '', note = '', token = '' WHERE id = ?")));
    TANE_TRY(Statement goals,
             database.prepare(QStringLiteral("DELETE FROM participant_goal WHERE participant = ?")));
    TANE_TRY(Statement homework,
             database.prepare(QStringLiteral("UPDATE homework_receipt SET note = '' WHERE participant = ?")));
    for (const qint64 row : rows) {
        TANE_CHECK(clear.bind(Texts::tr("（匿名）")).bind(number).bind(row).run());
        TANE_CHECK(goals.bind(row).run());
        TANE_CHECK(homework.bind(row).run());
    }
    return {};
}

Result<> removeParticipantRows(Document &document, qint64 person)
{
    TANE_TRY(const std::vector<qint64> rows, participantRows(document, person));
    for (const qint64 row : rows)
        TANE_CHECK(detail::removeRow(document.database(), QStringLiteral("participant"),
                                     {QStringLiteral("workshop")}, row));
    return {};
}

} // namespace tane
