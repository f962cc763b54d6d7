#include "people/storedresponses.h"

#include "survey/surveyrepository.h"

namespace tane {

Result<StoredResponses> storedResponses(Document &document, qint64 workshop)
{
    QStringList columns;
    for (int i = 0; i < kFieldCount; ++i)
        columns << QString(QStringLiteral("r.") + fieldKey(static_cast<Field>(i)));
    TANE_TRY(Statement query,
             document.database().prepare(
                 QStringLiteral("SELECT r.id, b.wave, ifnull(p.person, 0), %1 FROM response AS r "
                                "JOIN import_batch AS b ON b.id = r.import_batch "
                                "LEFT JOIN response_person AS p ON p.response = r.id "
                                "WHERE b.workshop = ? ORDER BY r.id")
                     .arg(columns.join(QStringLiteral(", ")))));
    TANE_CHECK(query.bind(workshop).run());
    StoredResponses found;
    while (query.next()) {
        const int person = found.sheet.addPerson(query.integer(0), 0, 0);
        found.rows.emplace(query.integer(0), person);
        found.waves.push_back(query.text(1));
        found.belongTo.push_back(query.integer(2));
        for (int i = 0; i < kFieldCount; ++i)
            if (const QString text = query.text(3 + i); !text.isEmpty())
                found.sheet.setField(person, static_cast<Field>(i), found.sheet.store(text));
    }
    return found;
}

Result<JoinedResponses> joinedResponses(Document &document, qint64 workshop)
{
    const auto state = loadSurveyState(document, workshop, GroupBy::None);
    if (!state)
        return state.error().code == ErrorCode::NotFound ? Result<JoinedResponses>(JoinedResponses{})
                                                         : std::unexpected(state.error());
    JoinedResponses joined;
    for (const Link &link : state->linking.links)
        if (link.counts())
            joined.pairs.emplace_back(state->before.id(link.before), state->after.id(link.after));
    for (const AnsweredTwice &group : state->linking.twice) {
        const AnswerSheet &sheet = group.wave == Wave::Before ? state->before : state->after;
        std::vector<qint64> same;
        for (const int person : group.people)
            same.push_back(sheet.id(person));
        joined.twice.push_back(std::move(same));
    }
    return joined;
}

} // namespace tane
