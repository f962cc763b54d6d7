#include "people/answerauthors.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::AnswerAuthors)
};

QString waveText(const QString &wave)
{
    if (wave == QStringLiteral("before"))
        return Texts::tr("研修前");
    return wave == QStringLiteral("after") ? Texts::tr("研修後") : Texts::tr("2～3か月後");
}

/// An answer without name, e-mail and number is anonymous: it can belong to nobody and asks for nothing.
QString unassigned()
{
    return QStringLiteral(" FROM response AS r JOIN import_batch AS b ON b.id = r.import_batch "
                          "WHERE (r.name <> '' OR r.email <> '') "
                          "AND NOT EXISTS (SELECT 1 FROM response_person AS p WHERE p.response = r.id)");
}

} // namespace

Result<std::vector<AnswerAuthor>> authorsWithoutPerson(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query,
             document.database().prepare(QStringLiteral("SELECT r.id, b.wave, r.name, r.kana, r.role, "
                                                        "CASE WHEN r.centre <> '' THEN r.centre ELSE "
                                                        "r.affiliation END, r.municipality") +
                                         unassigned() + QStringLiteral(" AND b.workshop = ? ORDER BY r.id")));
    TANE_CHECK(query.bind(workshop).run());
    std::vector<AnswerAuthor> authors;
    while (query.next())
        authors.push_back({query.integer(0), waveText(query.text(1)), query.text(2), query.text(3),
                           query.text(4), query.text(5), query.text(6)});
    return authors;
}

Result<std::vector<UnassignedAnswers>> unassignedAnswers(Document &document)
{
    TANE_TRY(Statement query,
             document.database().prepare(
                 QStringLiteral("SELECT w.id, w.title, n.answers FROM (SELECT b.workshop AS workshop, "
                                "count(*) AS answers") +
                 unassigned() +
                 QStringLiteral(" GROUP BY b.workshop) AS n JOIN workshop AS w ON w.id = n.workshop "
                                "ORDER BY w.id")));
    TANE_CHECK(query.run());
    std::vector<UnassignedAnswers> found;
    while (query.next())
        found.push_back({query.integer(0), query.text(1), static_cast<int>(query.integer(2))});
    return found;
}

Result<int> countPeople(Document &document)
{
    TANE_TRY(const qint64 count, document.database().integer(
                                     QStringLiteral("SELECT count(*) FROM person WHERE left_on IS NULL")));
    return static_cast<int>(count);
}

} // namespace tane
