#include "participants/beforeanswers.h"

#include "participants/participantsheet.h"
#include "programme/workshop.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <map>

namespace tane::applicants {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::ApplicantImport)
};

QString placeOf(const Table &table)
{
    return QString(table.file + u':' + table.sheet);
}

QString fileOf(const ApplicantRow &row)
{
    return row.place.section(u':', 0, 0);
}

/// Which row of the import each questionnaire belongs to, by "file:sheet"; -1 when it cannot be told.
QHash<QString, int> ownersOf(const std::vector<const Table *> &questionnaires,
                             const std::vector<ApplicantRow> &rows)
{
    std::map<QString, std::vector<int>> applicants; // by file
    for (std::size_t i = 0; i < rows.size(); ++i)
        applicants[fileOf(rows[i])].push_back(static_cast<int>(i));
    std::map<QString, std::vector<const Table *>> sheets;
    for (const Table *table : questionnaires)
        sheets[table->file].push_back(table);
    QHash<QString, int> owners;
    for (const auto &[file, tables] : sheets) {
        const auto found = applicants.find(file);
        for (std::size_t i = 0; i < tables.size(); ++i) {
            int owner = -1;
            if (found != applicants.end() && found->second.size() == tables.size())
                owner = found->second[i]; // copied together: in the same order
            owners.insert(placeOf(*tables[i]), owner);
        }
    }
    return owners;
}

bool sameAnswers(const AnswerSheet &a, int personA, const AnswerSheet &b, int personB)
{
    for (int item = 0; item < a.itemCount(); ++item)
        if (a.mark(personA, item) != b.mark(personB, item) ||
            a.several(personA, item) != b.several(personB, item) ||
            a.freeText(personA, item) != b.freeText(personB, item))
            return false;
    return true;
}

void copyPerson(const AnswerSheet &from, int person, AnswerSheet &to, int source,
                const Participant &participant)
{
    const int copy = to.addPerson(0, source, from.rowNumber(person));
    for (int i = 0; i < kFieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        QString text = from.text(field, person);
        if (const auto own = applicantFieldOf(field))
            if (const QString said = applicantText(participant, *own); !said.isEmpty())
                text = said;
        if (!text.isEmpty())
            to.setField(copy, field, to.store(text));
    }
    for (int item = 0; item < from.itemCount(); ++item) {
        to.setMark(copy, item, from.mark(person, item));
        if (const QList<Mark> several = from.several(person, item); !several.isEmpty())
            to.setSeveral(copy, item, several);
        if (const QString text = from.freeText(person, item); !text.isEmpty())
            to.setFreeText(copy, item, text);
    }
}

/// Rows of the stored before-answers by participant.
Result<std::map<qint64, std::vector<int>>> storedRows(Document &document, const AnswerSheet &stored)
{
    QHash<qint64, int> rows;
    for (int person = 0; person < stored.size(); ++person)
        rows.insert(stored.id(person), person);
    TANE_TRY(Statement query, document.database().prepare(
                                  QStringLiteral("SELECT response, participant FROM participant_response "
                                                 "WHERE participant IS NOT NULL ORDER BY response")));
    TANE_CHECK(query.run());
    std::map<qint64, std::vector<int>> found;
    while (query.next())
        if (rows.contains(query.integer(0)))
            found[query.integer(1)].push_back(rows.value(query.integer(0)));
    return found;
}

std::vector<const Table *> questionnairesAmong(const std::vector<Table> &tables,
                                               const Questionnaire &questionnaire,
                                               const std::vector<ApplicantRow> &rows)
{
    std::vector<const Table *> found;
    for (const Table &table : tables) {
        if (std::ranges::none_of(rows, [&](const ApplicantRow &row) { return fileOf(row) == table.file; }))
            continue;
        const SheetLayout layout = recogniseLayout(table, questionnaire);
        if (layout.form == SheetLayout::Form::OnePerson && layout.recognisedItems() > 0)
            found.push_back(&table);
    }
    return found;
}

} // namespace

Result<> readBeforeAnswers(Document &document, const std::vector<Table> &tables, ApplicantImport &import)
{
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(import.workshop));
    if (held.questionnaire == 0)
        return {};
    SurveyRepository survey(document);
    TANE_TRY(const Questionnaire questionnaire, survey.questionnaire(held.questionnaire));
    const std::vector<const Table *> found = questionnairesAmong(tables, questionnaire, import.rows);
    if (found.empty())
        return {};
    AnswerSource source;
    for (const Table *table : found)
        source.tables.push_back(*table);
    const auto read = readAnswers(source, questionnaire, Wave::Before);
    if (!read)
        return read.error().code == ErrorCode::NothingUnderstood ? Result<>() // none of them was filled in
                                                                 : std::unexpected(read.error());
    TANE_TRY(const AnswerSheet stored, survey.answers(import.workshop, questionnaire, Wave::Before));
    TANE_TRY(const auto known, storedRows(document, stored));
    const QHash<QString, int> owners = ownersOf(found, import.rows);
    import.before.sheet = AnswerSheet(read->sheet.itemCount());
    import.before.sheet.wave = Wave::Before;
    import.before.problems = read->problems;
    import.problems.insert(import.problems.end(), read->problems.begin(), read->problems.end());
    for (int person = 0; person < read->sheet.size(); ++person) {
        const QString place = read->sheet.sources().at(read->sheet.source(person));
        const int owner = owners.value(place, -1);
        if (owner < 0) {
            import.problems.push_back(
                {place, {}, {}, Texts::tr("どなたの回答か決められないため、取り込みませんでした。"), {}});
            continue;
        }
        ApplicantRow &row = import.rows[static_cast<std::size_t>(owner)];
        if (row.what == ApplicantRow::What::Refused)
            continue;
        const auto before = known.find(row.participant.id);
        if (row.participant.id != 0 && before != known.end() &&
            std::ranges::any_of(before->second,
                                [&](int one) { return sameAnswers(stored, one, read->sheet, person); }))
            continue; // the same form once more
        row.before = import.before.sheet.size();
        copyPerson(read->sheet, person, import.before.sheet, import.before.sheet.addSource(place),
                   row.participant);
    }
    import.before.files = import.before.sheet.size() > 0 ? read->files : 0;
    return {};
}

Result<> storeBeforeAnswers(Document &document, const ApplicantImport &import,
                            const std::vector<qint64> &participants)
{
    if (import.before.sheet.size() == 0)
        return {};
    TANE_TRY(const Workshop held, WorkshopRepository(document).load(import.workshop));
    SurveyRepository survey(document);
    TANE_TRY(const qint64 batch,
             survey.importAnswers(import.workshop, held.questionnaire, import.before, import.source));
    TANE_TRY(Statement query, document.database().prepare(QStringLiteral(
                                  "SELECT id FROM response WHERE import_batch = ? ORDER BY id")));
    TANE_CHECK(query.bind(batch).run());
    std::vector<qint64> responses;
    while (query.next())
        responses.push_back(query.integer(0));
    TANE_TRY(Statement link, document.database().prepare(QStringLiteral(
                                 "INSERT INTO participant_response(response, participant) VALUES (?, ?)")));
    for (std::size_t i = 0; i < import.rows.size(); ++i) {
        const int before = import.rows[i].before;
        if (before >= 0 && participants[i] != 0)
            TANE_CHECK(link.bind(responses[static_cast<std::size_t>(before)]).bind(participants[i]).run());
    }
    return {};
}

} // namespace tane::applicants
