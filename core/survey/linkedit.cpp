#include "survey/linkedit.h"

#include "survey/surveyrepository.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::LinkEdit)
};

Result<QString> waveOf(Database &database, qint64 workshop, qint64 response)
{
    TANE_TRY(Statement query,
             database.prepare(QStringLiteral("SELECT b.wave FROM response AS r JOIN import_batch AS b "
                                             "ON b.id = r.import_batch WHERE r.id = ? AND b.workshop = ?")));
    TANE_CHECK(query.bind(response).bind(workshop).run());
    if (!query.next())
        return fail(ErrorCode::NotFound,
                    Texts::tr("対象の回答が見つかりません。取り込みが削除された可能性があります。"));
    return query.text(0);
}

/// Decisions that join the answer to another one.
Result<> forgetJoins(Database &database, qint64 workshop, qint64 response)
{
    TANE_TRY(Statement remove,
             database.prepare(QStringLiteral("DELETE FROM link_decision WHERE workshop = ? AND accept = 1 "
                                             "AND before_response IS NOT NULL AND after_response IS NOT NULL "
                                             "AND (before_response = ? OR after_response = ?)")));
    return remove.bind(workshop).bind(response).bind(response).run();
}

} // namespace

Result<> splitPair(Document &document, qint64 workshop, qint64 before, qint64 after)
{
    return SurveyRepository(document).saveDecision(workshop,
                                                   {QString::number(before), QString::number(after), false},
                                                   Texts::tr("回答を別の方に分ける"));
}

Result<> moveToPartner(Document &document, qint64 workshop, qint64 response, qint64 partner)
{
    const QString label = Texts::tr("回答の結びつけの変更");
    return document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(const QString wave, waveOf(database, workshop, response));
        TANE_TRY(const QString other, waveOf(database, workshop, partner));
        const bool isBefore = wave == QLatin1String("before");
        if (isBefore == (other == QLatin1String("before")))
            return fail(ErrorCode::NotFound, Texts::tr("研修前と研修後の回答を1つずつ選んでください。"));
        TANE_CHECK(forgetJoins(database, workshop, response));
        TANE_CHECK(forgetJoins(database, workshop, partner));
        const QString a = QString::number(isBefore ? response : partner),
                      b = QString::number(isBefore ? partner : response);
        return SurveyRepository(document).saveDecision(workshop, {a, b, true}, label);
    });
}

Result<> leaveToRules(Document &document, qint64 workshop, qint64 response)
{
    return document.perform(Texts::tr("結びつけの決定の取り消し"), [&](Database &database) -> Result<> {
        TANE_TRY(Statement remove,
                 database.prepare(QStringLiteral("DELETE FROM link_decision WHERE workshop = ? "
                                                 "AND (before_response = ? OR after_response = ?)")));
        return remove.bind(workshop).bind(response).bind(response).run();
    });
}

} // namespace tane
