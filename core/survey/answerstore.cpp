// Imports as rows; answerload.cpp reads back what they brought.

#include "survey/storedfields.h"
#include "survey/storeditems.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::SurveyRepository)
};

/// From here on the undo log would cost more than the import itself (measured: replaying a million entries
/// takes 20 s).
constexpr qint64 kBulkAnswers = 20'000;
constexpr int kPeopleBetweenProgress = 500;

Result<> insertProblems(Database &database, qint64 batch, const std::vector<Problem> &problems)
{
    TANE_TRY(Statement insert,
             database.prepare(QStringLiteral("INSERT INTO import_problem VALUES (?, ?, ?, ?, ?, ?, ?)")));
    qint64 position = 0;
    for (const Problem &p : problems)
        TANE_CHECK(insert.bind(batch)
                       .bind(position++)
                       .bind(p.file)
                       .bind(p.sheet)
                       .bind(p.cell)
                       .bind(p.message)
                       .bind(p.content)
                       .run());
    return {};
}

/// The people of a sheet. Blank answers are not stored.
class PeopleWriter
{
public:
    PeopleWriter(Database &database, const AnswerSheet &sheet, const std::vector<qint64> &items)
        : m_database(database)
        , m_sheet(sheet)
        , m_items(items)
    {
        for (const Field field : allFields())
            if (sheet.hasField(field))
                m_fields.push_back(field);
    }

    Result<> write(qint64 batch, const Progress &progress)
    {
        QStringList names{QStringLiteral("import_batch"), QStringLiteral("source_label"),
                          QStringLiteral("row_number")};
        names += columnNames(m_fields);
        const QStringList places(names.size(), QStringLiteral("?"));
        TANE_TRY(Statement response, m_database.prepare(QStringLiteral("INSERT INTO response(%1) VALUES (%2)")
                                                            .arg(names.join(u','), places.join(u','))));
        TANE_TRY(Statement answer,
                 m_database.prepare(QStringLiteral("INSERT INTO answer VALUES (?, ?, ?, ?)")));
        TANE_TRY(Statement several,
                 m_database.prepare(QStringLiteral("INSERT INTO answer_mark VALUES (?, ?, ?)")));
        for (int person = 0; person < m_sheet.size(); ++person) {
            if (progress && person % kPeopleBetweenProgress == 0 && !progress(person, m_sheet.size()))
                return fail(ErrorCode::Cancelled,
                            Texts::tr("取り込みを中止しました。何も保存していません。"));
            TANE_CHECK(writePerson({response, answer, several}, batch, person));
        }
        return {};
    }

private:
    struct Inserts
    {
        Statement &response, &answer, &several;
    };

    Result<> writePerson(const Inserts &inserts, qint64 batch, int person)
    {
        inserts.response.bind(batch)
            .bind(m_sheet.sources().value(m_sheet.source(person)))
            .bind(m_sheet.rowNumber(person));
        for (const Field field : m_fields)
            inserts.response.bind(m_sheet.text(field, person));
        TANE_TRY(const qint64 id, inserts.response.insert());
        for (int item = 0; item < m_sheet.itemCount(); ++item) {
            const Mark mark = m_sheet.mark(person, item);
            const QString freeText = m_sheet.freeText(person, item);
            const QList<Mark> several = m_sheet.several(person, item);
            if (mark == kUnanswered && freeText.isEmpty() && several.isEmpty())
                continue;
            const qint64 itemId = m_items[static_cast<std::size_t>(item)];
            TANE_CHECK(inserts.answer.bind(id).bind(itemId).bind(qint64(mark)).bind(freeText).run());
            for (const Mark each : several)
                TANE_CHECK(inserts.several.bind(id).bind(itemId).bind(qint64(each)).run());
        }
        return {};
    }

    Database &m_database;
    const AnswerSheet &m_sheet;
    const std::vector<qint64> &m_items;
    std::vector<Field> m_fields;
};

} // namespace

Result<qint64> insertBatch(Database &database, qint64 workshop, qint64 questionnaire, Wave wave,
                           const QString &source)
{
    TANE_TRY(Statement insert,
             database.prepare(QStringLiteral(
                 "INSERT INTO import_batch(workshop, questionnaire, wave, source, imported_at) "
                 "VALUES (?, ?, ?, ?, ?)")));
    return insert.bind(workshop)
        .bind(questionnaire)
        .bind(storedWord(kWaveWords, wave))
        .bind(source)
        .bind(QDateTime::currentDateTimeUtc().toString(Qt::ISODate))
        .insert();
}

Result<> insertPeople(Database &database, qint64 batch, const AnswerSheet &sheet,
                      const std::vector<qint64> &items, const Progress &progress)
{
    return PeopleWriter(database, sheet, items).write(batch, progress);
}

Result<qint64> SurveyRepository::importAnswers(qint64 workshop, qint64 questionnaire,
                                               const ReadAnswers &answers, const QString &sourceName,
                                               const Progress &progress)
{
    const AnswerSheet &sheet = answers.sheet;
    const auto store = [&](Database &database) -> Result<qint64> {
        TANE_TRY(const std::vector<qint64> items, storedItemIds(database, questionnaire));
        if (static_cast<int>(items.size()) != sheet.itemCount())
            return fail(ErrorCode::Conflict,
                        Texts::tr("読み取った回答の設問が、研修会の調査票と一致しません。"));
        TANE_TRY(const qint64 batch, insertBatch(database, workshop, questionnaire, sheet.wave, sourceName));
        TANE_CHECK(insertProblems(database, batch, answers.problems));
        TANE_CHECK(insertPeople(database, batch, sheet, items, progress));
        return batch;
    };
    qint64 id = 0;
    const auto remember = [&](Database &database) -> Result<qint64> {
        TANE_TRY(id, store(database));
        return id;
    };
    const QString label = Texts::tr("回答の取り込み");
    if (qint64(sheet.size()) * sheet.itemCount() >= kBulkAnswers) {
        TANE_CHECK(m_document.performBulk(label, remember));
        return id;
    }
    const auto work = [&remember](Database &database) -> Result<> {
        TANE_CHECK(remember(database));
        return {};
    };
    TANE_CHECK(m_document.perform(label, work));
    return id;
}

Result<std::vector<ImportInfo>> SurveyRepository::imports(qint64 workshop)
{
    TANE_TRY(Statement query, m_document.database().prepare(QStringLiteral(
                                  "SELECT id, wave, source, imported_at, "
                                  "(SELECT count(*) FROM response r WHERE r.import_batch = b.id), "
                                  "(SELECT count(*) FROM import_problem p WHERE p.import_batch = b.id) "
                                  "FROM import_batch b WHERE workshop = ? ORDER BY id")));
    TANE_CHECK(query.bind(workshop).run());
    std::vector<ImportInfo> result;
    while (query.next()) {
        ImportInfo info;
        info.id = query.integer(0);
        info.workshop = workshop;
        info.wave = fromStoredWord<Wave>(kWaveWords, query.text(1));
        info.source = query.text(2);
        info.importedAt = QDateTime::fromString(query.text(3), Qt::ISODate).toLocalTime();
        info.responses = static_cast<int>(query.integer(4));
        info.problems = static_cast<int>(query.integer(5));
        result.push_back(std::move(info));
    }
    return result;
}

Result<std::vector<Problem>> SurveyRepository::problems(qint64 import)
{
    TANE_TRY(Statement query, m_document.database().prepare(QStringLiteral(
                                  "SELECT file, sheet, cell, message, content FROM import_problem "
                                  "WHERE import_batch = ? ORDER BY position")));
    TANE_CHECK(query.bind(import).run());
    std::vector<Problem> result;
    while (query.next())
        result.push_back({query.text(0), query.text(1), query.text(2), query.text(3), query.text(4)});
    return result;
}

Result<> SurveyRepository::removeImport(qint64 import)
{
    return m_document.perform(Texts::tr("取り込みの削除"), [import](Database &database) -> Result<> {
        TANE_TRY(Statement statement,
                 database.prepare(QStringLiteral("DELETE FROM import_batch WHERE id = ?")));
        TANE_CHECK(statement.bind(import).run());
        if (statement.affectedRows() == 0)
            return fail(ErrorCode::NotFound,
                        Texts::tr("取り込みが見つかりません。すでに削除された可能性があります。"));
        return {};
    });
}

} // namespace tane
