// The answers of a wave, read back as those of the questionnaire at hand.

#include "survey/questionnairechanges.h"
#include "survey/storedfields.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include <algorithm>
#include <utility>

namespace tane {

namespace {

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

Result<AnswerSheet> SurveyRepository::answers(qint64 workshop, const Questionnaire &questionnaire, Wave wave)
{
    return WaveReader(m_document.database(), workshop, questionnaire, wave).read();
}

} // namespace tane
