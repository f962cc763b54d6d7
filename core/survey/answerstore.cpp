// Imports and the answers they brought.

#include "survey/storeditems.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>

#include <array>

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

std::vector<Field> allFields()
{
    std::vector<Field> fields;
    for (int i = 0; i < kFieldCount; ++i)
        fields.push_back(static_cast<Field>(i));
    return fields;
}

/// The columns of `response` have the names of the field keys.
QStringList columnNames(const std::vector<Field> &fields)
{
    QStringList names;
    for (const Field field : fields)
        names << fieldKey(field);
    return names;
}

// ---- writing ----

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
        for (int person = 0; person < m_sheet.size(); ++person) {
            if (progress && person % kPeopleBetweenProgress == 0 && !progress(person, m_sheet.size()))
                return fail(ErrorCode::Cancelled,
                            Texts::tr("取り込みを中止しました。何も保存していません。"));
            TANE_CHECK(writePerson(response, answer, batch, person));
        }
        return {};
    }

private:
    Result<> writePerson(Statement &response, Statement &answer, qint64 batch, int person)
    {
        response.bind(batch)
            .bind(m_sheet.sources().value(m_sheet.source(person)))
            .bind(m_sheet.rowNumber(person));
        for (const Field field : m_fields)
            response.bind(m_sheet.text(field, person));
        TANE_TRY(const qint64 id, response.insert());
        for (int item = 0; item < m_sheet.itemCount(); ++item) {
            const Mark mark = m_sheet.mark(person, item);
            const QString freeText = m_sheet.freeText(person, item);
            if (mark == kUnanswered && freeText.isEmpty())
                continue;
            TANE_CHECK(answer.bind(id)
                           .bind(m_items[static_cast<std::size_t>(item)])
                           .bind(qint64(mark))
                           .bind(freeText)
                           .run());
        }
        return {};
    }

    Database &m_database;
    const AnswerSheet &m_sheet;
    const std::vector<qint64> &m_items;
    std::vector<Field> m_fields;
};

// ---- reading ----

const QString kOfWave = QStringLiteral(" FROM import_batch b CROSS JOIN response r ON r.import_batch = b.id "
                                       "WHERE b.workshop = ? AND b.wave = ?");

class WaveReader
{
public:
    WaveReader(Database &database, qint64 workshop, const Questionnaire &questionnaire, Wave wave)
        : m_database(database)
        , m_workshop(workshop)
        , m_wave(wave)
        , m_items(questionnaire.items())
        , m_sheet(static_cast<int>(m_items.size()))
    {
        m_sheet.wave = wave;
    }

    Result<AnswerSheet> read()
    {
        TANE_CHECK(findItems());
        TANE_CHECK(findFields());
        TANE_CHECK(readPeople());
        if (m_hasTexts)
            TANE_CHECK(readTexts());
        return std::move(m_sheet);
    }

private:
    Result<Statement> run(const QString &sql)
    {
        TANE_TRY(Statement query, m_database.prepare(sql));
        TANE_CHECK(query.bind(m_workshop).bind(storedWord(kWaveWords, m_wave)).run());
        return query;
    }

    /// Which stored items are which of the questionnaire at hand.
    Result<> findItems()
    {
        QHash<QString, int> indexOf;
        for (std::size_t i = 0; i < m_items.size(); ++i)
            indexOf.insert(m_items[i].item->code, static_cast<int>(i));
        TANE_TRY(
            Statement query,
            run(QStringLiteral("SELECT i.id, i.code FROM item_set s JOIN item i ON i.item_set = s.id "
                               "WHERE s.questionnaire IN "
                               "(SELECT questionnaire FROM import_batch WHERE workshop = ? AND wave = ?)")));
        while (query.next())
            m_indexOfId.insert(query.integer(0), indexOf.value(query.text(1), -1));
        return {};
    }

    /// Most files know three or four things of a person; columns without any content are not worth 100,000
    /// empty texts.
    Result<> findFields()
    {
        QStringList given;
        for (const QString &name : columnNames(allFields()))
            given << QStringLiteral("max(r.%1 <> '')").arg(name);
        TANE_TRY(Statement query, run(QStringLiteral("SELECT count(*), ") + given.join(u',') + kOfWave));
        if (!query.next())
            return {};
        m_sheet.reserve(static_cast<std::size_t>(query.integer(0)));
        for (const Field field : allFields())
            if (query.integer(1 + static_cast<int>(field)) != 0)
                m_fields.push_back(field);
        return {};
    }

    /// All marks of a person come as one text "item:mark,item:mark*,…" (* = there is a free text, too): a row
    /// of its own for every answer costs four times as much to hand over.
    Result<> readPeople()
    {
        QString columns;
        for (const QString &name : columnNames(m_fields))
            columns += QStringLiteral(",r.") + name;
        TANE_TRY(
            Statement query,
            run(QStringLiteral(
                    "SELECT r.id, r.source_label, r.row_number, (SELECT group_concat(a.item || ':' || a.mark "
                    "|| "
                    "CASE a.free_text WHEN '' THEN '' ELSE '*' END) FROM answer a WHERE a.response = r.id)") +
                columns + kOfWave + QStringLiteral(" ORDER BY b.id, r.id")));
        while (query.next()) {
            const int person = m_sheet.addPerson(query.integer(0), sourceOf(query.text(1)),
                                                 static_cast<int>(query.integer(2)));
            readMarks(person, query.text(3));
            int column = 4;
            for (const Field field : m_fields)
                m_sheet.setField(person, field, m_sheet.store(query.text(column++)));
        }
        return {};
    }

    int sourceOf(const QString &label)
    {
        const auto known = m_sources.constFind(label);
        return known != m_sources.cend() ? *known : *m_sources.insert(label, m_sheet.addSource(label));
    }

    void readMarks(int person, const QString &marks)
    {
        qint64 number = 0, item = 0;
        bool negative = false;
        const auto take = [&] {
            return std::exchange(number, 0) * (std::exchange(negative, false) ? -1 : 1);
        };
        for (const QChar c : marks) {
            if (c >= u'0' && c <= u'9') {
                number = number * 10 + (c.unicode() - u'0');
            } else if (c == u'-') {
                negative = true;
            } else if (c == u':') {
                item = take();
            } else if (c == u'*') {
                m_hasTexts = true;
            } else { // ','
                setMark(person, item, take());
            }
        }
        if (!marks.isEmpty())
            setMark(person, item, take());
    }

    void setMark(int person, qint64 itemId, qint64 mark)
    {
        const int index = m_indexOfId.value(itemId, -1);
        if (index < 0)
            return;
        const Item &item = *m_items[static_cast<std::size_t>(index)].item;
        // An option that a corrected questionnaire no longer has.
        if (item.type == AnswerType::Single && mark >= qint64(item.options.size()))
            mark = kNotUnderstood;
        m_sheet.setMark(person, index, static_cast<Mark>(mark));
    }

    Result<> readTexts()
    {
        TANE_TRY(
            Statement query,
            run(QStringLiteral(
                "SELECT r.id, a.item, a.free_text FROM import_batch b "
                "CROSS JOIN response r ON r.import_batch = b.id CROSS JOIN answer a ON a.response = r.id "
                "WHERE b.workshop = ? AND b.wave = ? AND a.free_text <> '' ORDER BY b.id, r.id")));
        int person = 0; // both queries give the people in the same order
        while (query.next()) {
            while (person < m_sheet.size() && m_sheet.id(person) != query.integer(0))
                ++person;
            const int index = m_indexOfId.value(query.integer(1), -1);
            if (person < m_sheet.size() && index >= 0)
                m_sheet.setFreeText(person, index, query.text(2));
        }
        return {};
    }

    Database &m_database;
    qint64 m_workshop;
    Wave m_wave;
    std::vector<Questionnaire::ItemRef> m_items;
    AnswerSheet m_sheet;
    QHash<qint64, int> m_indexOfId;
    QHash<QString, int> m_sources;
    std::vector<Field> m_fields;
    bool m_hasTexts = false;
};

} // namespace

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
        TANE_CHECK(PeopleWriter(database, sheet, items).write(batch, progress));
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

Result<AnswerSheet> SurveyRepository::answers(qint64 workshop, const Questionnaire &questionnaire, Wave wave)
{
    return WaveReader(m_document.database(), workshop, questionnaire, wave).read();
}

} // namespace tane
