#include "survey/changedroles.h"

#include "base/textfold.h"

#include <QCoreApplication>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::SurveyRepository)
};

} // namespace

Result<QHash<qint64, QString>> roleDecisions(Document &document, qint64 workshop)
{
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT d.response, d.role FROM import_batch b JOIN response r "
                                  "ON r.import_batch = b.id JOIN role_decision d ON d.response = r.id "
                                  "WHERE b.workshop = ?")));
    TANE_CHECK(query.bind(workshop).run());
    QHash<qint64, QString> roles;
    while (query.next())
        roles.insert(query.integer(0), query.text(1));
    return roles;
}

Result<> decideRole(Document &document, qint64 response, const QString &role)
{
    return document.perform(Texts::tr("数える立場の決定"), [&](Database &database) -> Result<> {
        if (role.isEmpty()) {
            TANE_TRY(Statement remove,
                     database.prepare(QStringLiteral("DELETE FROM role_decision WHERE response = ?")));
            return remove.bind(response).run();
        }
        TANE_TRY(Statement save, database.prepare(QStringLiteral(
                                     "INSERT INTO role_decision VALUES (?, ?) "
                                     "ON CONFLICT(response) DO UPDATE SET role = excluded.role")));
        return save.bind(response).bind(role).run();
    });
}

AnswerSheet withRoles(const AnswerSheet &sheet, const QHash<qint64, QString> &roles)
{
    AnswerSheet changed = sheet;
    for (int person = 0; person < changed.size(); ++person)
        if (const QString role = roles.value(changed.id(person)); !role.isEmpty())
            changed.setField(person, Field::Role, changed.store(role));
    return changed;
}

Result<std::vector<ChangedRole>> changedRoles(Document &document, const SurveyState &state)
{
    std::vector<ChangedRole> changed;
    for (const Link &link : state.linking.links) {
        if (!link.counts())
            continue;
        ChangedRole role;
        role.before = state.before.text(Field::Role, link.before);
        role.after = state.after.text(Field::Role, link.after);
        if (role.before.isEmpty() || role.after.isEmpty() || foldText(role.before) == foldText(role.after))
            continue;
        role.response = state.before.id(link.before);
        role.name = state.before.text(Field::Name, link.before);
        if (role.name.isEmpty())
            role.name = state.before.text(Field::Number, link.before);
        changed.push_back(std::move(role));
    }
    TANE_TRY(Statement query, document.database().prepare(
                                  QStringLiteral("SELECT role FROM role_decision WHERE response = ?")));
    for (ChangedRole &role : changed) {
        TANE_CHECK(query.bind(role.response).run());
        if (query.next())
            role.counted = query.text(0);
    }
    std::ranges::sort(changed, {}, &ChangedRole::response);
    return changed;
}

} // namespace tane
