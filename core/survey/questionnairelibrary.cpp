#include "survey/questionnairelibrary.h"

#include "survey/questionnaireedit.h"
#include "survey/storeditems.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::QuestionnaireLibrary)
};

/// "my-survey-2" when "my-survey" is taken.
QString freeCode(const QString &wanted, const QSet<QString> &taken)
{
    QString code = wanted;
    for (int number = 2; taken.contains(code); ++number)
        code = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return code;
}

Result<bool> isBuiltIn(SurveyRepository &survey, qint64 id)
{
    TANE_TRY(const Questionnaire stored, survey.questionnaire(id));
    if (!builtInQuestionnaires().contains(stored.id))
        return false;
    const auto known = loadQuestionnaire(stored.id);
    return known && *known == stored;
}

Result<> copyGoals(Database &database, qint64 workshop, qint64 from, qint64 to)
{
    // From the items of one questionnaire to those of the same code of another, in the workshop's programme.
    const QString pairs = QStringLiteral(
        "SELECT l.goal, n.id FROM goal_link l JOIN goal g ON g.id = l.goal "
        "JOIN target_group t ON t.id = g.target_group "
        "JOIN item o ON o.id = l.item JOIN item_set os ON os.id = o.item_set AND os.questionnaire = ? "
        "JOIN item n ON n.code = o.code JOIN item_set ns ON ns.id = n.item_set AND ns.questionnaire = ? "
        "WHERE t.programme = (SELECT programme FROM workshop WHERE id = ?)");
    TANE_TRY(Statement copy,
             database.prepare(QStringLiteral("INSERT OR IGNORE INTO goal_link(goal, item) ") + pairs));
    return copy.bind(from).bind(to).bind(workshop).run();
}

Result<> copyReadings(Database &database, qint64 workshop, qint64 from, qint64 to)
{
    TANE_TRY(
        Statement copy,
        database.prepare(QStringLiteral(
            "INSERT OR IGNORE INTO reading(workshop, item, group_value, text) "
            "SELECT r.workshop, n.id, r.group_value, r.text FROM reading r "
            "JOIN item o ON o.id = r.item JOIN item_set os ON os.id = o.item_set AND os.questionnaire = ? "
            "JOIN item n ON n.code = o.code JOIN item_set ns ON ns.id = n.item_set AND "
            "ns.questionnaire = ? WHERE r.workshop = ?")));
    return copy.bind(from).bind(to).bind(workshop).run();
}

std::unexpected<Error> answered()
{
    return fail(ErrorCode::Conflict,
                Texts::tr("この調査票には回答があるため、変えられません。新しい版を作ってください。"));
}

} // namespace

Result<std::vector<StoredQuestionnaire>> QuestionnaireLibrary::all()
{
    std::vector<StoredQuestionnaire> result;
    {
        TANE_TRY(Statement query, m_document.database().prepare(
                                      QStringLiteral("SELECT q.id, q.code, q.title, ifnull(q.replaces, 0), "
                                                     "(SELECT count(*) FROM import_batch b JOIN response r "
                                                     "ON r.import_batch = b.id WHERE b.questionnaire = q.id) "
                                                     "FROM questionnaire q ORDER BY q.id")));
        TANE_CHECK(query.run());
        while (query.next()) {
            StoredQuestionnaire each;
            each.id = query.integer(0);
            each.code = query.text(1);
            each.title = query.text(2);
            each.replaces = query.integer(3);
            each.responses = static_cast<int>(query.integer(4));
            const auto former = std::ranges::find(result, each.replaces, &StoredQuestionnaire::id);
            each.version = former == result.end() ? 1 : former->version + 1;
            result.push_back(std::move(each));
        }
    }
    TANE_TRY(Statement asked, m_document.database().prepare(QStringLiteral(
                                  "SELECT id, questionnaire FROM workshop WHERE questionnaire IS NOT NULL "
                                  "ORDER BY id")));
    TANE_CHECK(asked.run());
    while (asked.next()) {
        const auto found = std::ranges::find(result, asked.integer(1), &StoredQuestionnaire::id);
        if (found != result.end())
            found->workshops.push_back(asked.integer(0));
    }
    SurveyRepository survey(m_document);
    for (StoredQuestionnaire &each : result) {
        if (each.replaces != 0)
            continue; // a new version is the officer's own, even before she has changed anything
        TANE_TRY(each.builtIn, isBuiltIn(survey, each.id));
    }
    return result;
}

Result<StoredQuestionnaire> QuestionnaireLibrary::find(qint64 id)
{
    TANE_TRY(const std::vector<StoredQuestionnaire> known, all());
    const auto found = std::ranges::find(known, id, &StoredQuestionnaire::id);
    if (found == known.end())
        return fail(ErrorCode::NotFound, Texts::tr("アンケートの調査票が見つかりません。"));
    return *found;
}

Result<qint64> QuestionnaireLibrary::add(Questionnaire questionnaire, const QString &label)
{
    TANE_TRY(const std::vector<StoredQuestionnaire> known, all());
    QSet<QString> taken;
    for (const QString &id : builtInQuestionnaires())
        taken.insert(id);
    for (const StoredQuestionnaire &each : known)
        taken.insert(each.code);
    questionnaire.id = freeCode(questionnaire.id, taken);
    qint64 id = 0;
    TANE_CHECK(m_document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(id, insertQuestionnaire(database, questionnaire));
        return {};
    }));
    return id;
}

Result<qint64> QuestionnaireLibrary::addVersion(qint64 id, const QString &label)
{
    TANE_TRY(const Questionnaire former, SurveyRepository(m_document).questionnaire(id));
    qint64 added = 0;
    TANE_CHECK(m_document.perform(label, [&](Database &database) -> Result<> {
        TANE_TRY(added, insertQuestionnaire(database, former));
        TANE_TRY(Statement link,
                 database.prepare(QStringLiteral("UPDATE questionnaire SET replaces = ? WHERE id = ?")));
        return link.bind(id).bind(added).run();
    }));
    return added;
}

Result<> QuestionnaireLibrary::save(qint64 id, const Questionnaire &questionnaire, const QString &label)
{
    TANE_TRY(const StoredQuestionnaire stored, find(id));
    if (stored.responses > 0)
        return answered();
    TANE_TRY(const Questionnaire before, SurveyRepository(m_document).questionnaire(id));
    const QHash<QString, QString> formerCodes = renamedItems(before, questionnaire);
    return m_document.perform(label, [&](Database &database) {
        return updateQuestionnaire(database, id, questionnaire, formerCodes);
    });
}

Result<> QuestionnaireLibrary::remove(qint64 id)
{
    TANE_TRY(const StoredQuestionnaire stored, find(id));
    if (stored.responses > 0)
        return fail(ErrorCode::Conflict, Texts::tr("この調査票には回答があるため、削除できません。"));
    if (!stored.workshops.empty())
        return fail(
            ErrorCode::Conflict,
            Texts::tr("研修会で使っている調査票は、削除できません。先に研修会の調査票を変えてください。"));
    return m_document.perform(Texts::tr("調査票の削除"), [id](Database &database) -> Result<> {
        TANE_TRY(Statement statement,
                 database.prepare(QStringLiteral("DELETE FROM questionnaire WHERE id = ?")));
        return statement.bind(id).run();
    });
}

Result<> QuestionnaireLibrary::assign(qint64 workshop, qint64 questionnaire)
{
    return m_document.perform(Texts::tr("調査票の選択"), [&](Database &database) -> Result<> {
        qint64 former = 0;
        {
            TANE_TRY(Statement query, database.prepare(QStringLiteral(
                                          "SELECT ifnull(questionnaire, 0) FROM workshop WHERE id = ?")));
            TANE_CHECK(query.bind(workshop).run());
            if (!query.next())
                return fail(ErrorCode::NotFound, Texts::tr("研修会が見つかりません。"));
            former = query.integer(0);
        }
        if (former == questionnaire)
            return {};
        TANE_TRY(Statement update,
                 database.prepare(QStringLiteral("UPDATE workshop SET questionnaire = ? WHERE id = ?")));
        TANE_CHECK(update.bind(questionnaire != 0 ? std::optional(questionnaire) : std::nullopt)
                       .bind(workshop)
                       .run());
        if (former == 0 || questionnaire == 0)
            return {};
        TANE_CHECK(copyGoals(database, workshop, former, questionnaire));
        return copyReadings(database, workshop, former, questionnaire);
    });
}

} // namespace tane
