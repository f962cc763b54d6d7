// Imports and the answers they brought.

#include "survey/questionnairechanges.h"
#include "survey/storeditems.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>

#include <algorithm>
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
        TANE_CHECK(findOptions());
        TANE_CHECK(findFields());
        TANE_CHECK(readPeople());
        if (m_hasTexts)
            TANE_CHECK(readTexts());
        if (std::ranges::any_of(m_items, [](const Questionnaire::ItemRef &ref) {
                return ref.item->type == AnswerType::Multiple;
            }))
            TANE_CHECK(readSeveralMarks());
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

    /// Marks are positions of options: where those of the questionnaire that was answered stood elsewhere,
    /// the same option is meant.
    Result<> findOptions()
    {
        QHash<qint64, std::vector<Option>> stored;
        {
            TANE_TRY(Statement query,
                     run(QStringLiteral(
                         "SELECT o.item, o.code, o.text FROM item_set s JOIN item i ON i.item_set = s.id "
                         "JOIN item_option o ON o.item = i.id WHERE s.questionnaire IN "
                         "(SELECT questionnaire FROM import_batch WHERE workshop = ? AND wave = ?) "
                         "ORDER BY o.item, o.position")));
            while (query.next())
                stored[query.integer(0)].push_back({query.text(1), query.text(2), {}});
        }
        for (auto it = stored.cbegin(); it != stored.cend(); ++it) {
            const int index = m_indexOfId.value(it.key(), -1);
            if (index < 0)
                continue;
            const QList<Mark> now =
                marksNow(it.value(), m_items[static_cast<std::size_t>(index)].item->options);
            for (qsizetype i = 0; i < now.size(); ++i)
                if (now[i] != static_cast<Mark>(i)) {
                    m_marksNow.insert(it.key(), now);
                    break;
                }
        }
        return {};
    }

    /// What a stored mark is among the options of today.
    [[nodiscard]] Mark markNow(qint64 itemId, qint64 mark) const
    {
        if (mark < 0 || !m_marksNow.contains(itemId))
            return static_cast<Mark>(mark);
        return m_marksNow.value(itemId).value(mark, kNotUnderstood);
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
        const Mark now = markNow(itemId, mark);
        if (now >= 0 && item.type == AnswerType::Multiple) { // it took one only when it was answered
            m_sheet.setSeveral(person, index, {now});
            return;
        }
        // An option that a corrected questionnaire no longer has.
        m_sheet.setMark(person, index, now >= static_cast<Mark>(item.options.size()) ? kNotUnderstood : now);
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

    Result<> readSeveralMarks()
    {
        TANE_TRY(Statement query,
                 run(QStringLiteral(
                     "SELECT r.id, a.item, a.mark FROM import_batch b "
                     "CROSS JOIN response r ON r.import_batch = b.id CROSS JOIN answer_mark a "
                     "ON a.response = r.id WHERE b.workshop = ? AND b.wave = ? ORDER BY b.id, r.id")));
        int person = 0;
        while (query.next()) {
            while (person < m_sheet.size() && m_sheet.id(person) != query.integer(0))
                ++person;
            const int index = m_indexOfId.value(query.integer(1), -1);
            const Mark mark = markNow(query.integer(1), query.integer(2));
            if (person < m_sheet.size() && index >= 0 && mark >= 0)
                m_sheet.setSeveral(person, index, m_sheet.several(person, index) << mark);
        }
        return readSeveralTexts();
    }

    /// Files of before kept several marks as they were written: "a、c".
    Result<> readSeveralTexts()
    {
        for (std::size_t i = 0; i < m_items.size(); ++i) {
            const Item &item = *m_items[i].item;
            const int index = static_cast<int>(i);
            for (int person = 0; item.type == AnswerType::Multiple && person < m_sheet.size(); ++person) {
                const QString text = m_sheet.freeText(person, index);
                if (text.isEmpty() || !m_sheet.several(person, index).isEmpty())
                    continue;
                const SeveralMarks read = readSeveral(item, text);
                m_sheet.setSeveral(person, index, read.marks);
                m_sheet.setFreeText(person, index, read.other);
            }
        }
        return {};
    }

    Database &m_database;
    qint64 m_workshop;
    Wave m_wave;
    std::vector<Questionnaire::ItemRef> m_items;
    AnswerSheet m_sheet;
    QHash<qint64, int> m_indexOfId;
    QHash<qint64, QList<Mark>> m_marksNow; ///< by item, for those whose options stand elsewhere now
    QHash<QString, int> m_sources;
    std::vector<Field> m_fields;
    bool m_hasTexts = false;
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

Result<AnswerSheet> SurveyRepository::answers(qint64 workshop, const Questionnaire &questionnaire, Wave wave)
{
    return WaveReader(m_document.database(), workshop, questionnaire, wave).read();
}

} // namespace tane
