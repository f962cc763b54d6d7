#include "survey/freetext.h"

#include "base/textfold.h"
#include "programme/workshop.h"
#include "survey/storedwords.h"
#include "survey/surveyrepository.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::FreeText)
};

/// Responses whose person answered again, and which therefore do not count.
void addSetAside(QSet<qint64> &aside, const SurveyState &state)
{
    for (const AnsweredTwice &twice : state.linking.twice) {
        const AnswerSheet &sheet = twice.wave == Wave::Before ? state.before : state.after;
        for (const int person : twice.people) {
            if (person != twice.chosen)
                aside.insert(sheet.id(person));
        }
    }
}


/// Reads answers, codes and quotations, and puts them together.
class Loader
{
public:
    Loader(Document &document, qint64 workshop)
        : m_document(document)
        , m_workshop(workshop)
    {
    }

    Result<FreeTexts> load()
    {
        TANE_TRY(const Workshop held, WorkshopRepository(m_document).load(m_workshop));
        if (held.questionnaire != 0) {
            TANE_TRY(const SurveyState state, loadSurveyState(m_document, m_workshop, GroupBy::Role));
            addSetAside(m_aside, state);
            m_questionnaire = state.questionnaire;
        }
        TANE_TRY(m_texts.codes, RecordTable<TextCode>(m_document).all());
        std::ranges::sort(m_texts.codes, {}, [](const TextCode &code) { return std::pair(code.position, code.id); });
        TANE_TRY(m_texts.excerpts,
                 RecordTable<TextExcerpt>(m_document).all(QStringLiteral("workshop"), m_workshop));
        TANE_CHECK(readAnswers());
        TANE_CHECK(readCodings());
        for (const TextExcerpt &excerpt : m_texts.excerpts) {
            if (FreeAnswer *answer = find(excerpt.response, excerpt.item))
                answer->excerpt = excerpt.id;
        }
        sortQuestions();
        listRoles();
        return std::move(m_texts);
    }

private:
    Result<> readAnswers()
    {
        TANE_TRY(Statement query,
                 m_document.database().prepare(QStringLiteral(
                     "SELECT r.id, a.item, i.code, i.text, b.wave, r.role, a.free_text FROM import_batch b "
                     "CROSS JOIN response r ON r.import_batch = b.id CROSS JOIN answer a ON a.response = r.id "
                     "JOIN item i ON i.id = a.item WHERE b.workshop = ? AND a.free_text <> '' "
                     "AND i.answer_type <> 'number' ORDER BY b.id, r.id, i.id")));
        TANE_CHECK(query.bind(m_workshop).run());
        while (query.next()) {
            FreeAnswer answer;
            answer.response = query.integer(0);
            answer.item = query.integer(1);
            answer.question = query.text(2);
            answer.wave = fromStoredWord<Wave>(kWaveWords, query.text(4));
            answer.role = tidy(query.text(5));
            answer.text = tidy(query.text(6));
            if (answer.text.isEmpty() || m_aside.contains(answer.response))
                continue;
            if (answer.role.isEmpty())
                answer.role = Texts::tr("（未回答）");
            m_wording.insert(answer.question, query.text(3));
            m_texts.answers.push_back(std::move(answer));
        }
        return {};
    }

    Result<> readCodings()
    {
        QHash<qint64, int> order;
        for (std::size_t i = 0; i < m_texts.codes.size(); ++i)
            order.insert(m_texts.codes[i].id, static_cast<int>(i));
        for (std::size_t i = 0; i < m_texts.answers.size(); ++i)
            m_places.insert({m_texts.answers[i].response, m_texts.answers[i].item}, i);
        TANE_TRY(Statement query,
                 m_document.database().prepare(QStringLiteral(
                     "SELECT c.response, c.item, c.code FROM text_coding c JOIN response r ON r.id = c.response "
                     "JOIN import_batch b ON b.id = r.import_batch WHERE b.workshop = ?")));
        TANE_CHECK(query.bind(m_workshop).run());
        while (query.next()) {
            if (FreeAnswer *answer = find(query.integer(0), query.integer(1)))
                answer->codes.push_back(query.integer(2));
        }
        for (FreeAnswer &answer : m_texts.answers)
            std::ranges::sort(answer.codes, {}, [&order](qint64 code) { return order.value(code); });
        return {};
    }

    FreeAnswer *find(qint64 response, qint64 item)
    {
        const auto place = m_places.constFind({response, item});
        return place == m_places.constEnd() ? nullptr : &m_texts.answers[place.value()];
    }

    void sortQuestions()
    {
        QHash<QString, int> places;
        int next = 0;
        for (const auto &ref : m_questionnaire.items())
            places.insert(ref.item->code, next++);
        const auto placeOf = [&places, next](const QString &code) { return places.value(code, next); };
        std::ranges::stable_sort(m_texts.answers, [&](const FreeAnswer &a, const FreeAnswer &b) {
            const int first = placeOf(a.question), second = placeOf(b.question);
            return first != second ? first < second : a.question < b.question;
        });
        for (const FreeAnswer &answer : m_texts.answers) {
            if (m_texts.questions.empty() || m_texts.questions.back().code != answer.question) {
                const Item *asked = m_questionnaire.find(answer.question);
                m_texts.questions.push_back(
                    {answer.question, asked ? asked->text : m_wording.value(answer.question), 0, 0});
            }
            ++m_texts.questions.back().answers;
            m_texts.questions.back().uncoded += answer.codes.empty() ? 1 : 0;
        }
    }

    void listRoles()
    {
        QHash<QString, int> people;
        for (const FreeAnswer &answer : m_texts.answers) {
            if (people[answer.role]++ == 0)
                m_texts.roles << answer.role;
        }
        std::ranges::stable_sort(m_texts.roles, [&people](const QString &a, const QString &b) {
            return people.value(a) > people.value(b);
        });
    }

    Document &m_document;
    qint64 m_workshop;
    Questionnaire m_questionnaire;
    QSet<qint64> m_aside;
    QHash<QString, QString> m_wording;
    QHash<std::pair<qint64, qint64>, std::size_t> m_places;
    FreeTexts m_texts;
};

Result<> checkCode(Document &document, const TextCode &code)
{
    if (code.name.trimmed().isEmpty())
        return fail(ErrorCode::Usage, Texts::tr("コードの名前を書いてください。"));
    TANE_TRY(const std::vector<TextCode> all, RecordTable<TextCode>(document).all());
    for (const TextCode &other : all) {
        if (other.id != code.id && foldText(other.name) == foldText(code.name))
            return fail(ErrorCode::Conflict, Texts::tr("「%1」というコードは、もうあります。").arg(other.name));
    }
    return {};
}

} // namespace

std::vector<RecordColumn<TextCode>> RecordSchema<TextCode>::columns()
{
    return {recordColumn("position", &TextCode::position), recordColumn("name", &TextCode::name),
            recordColumn("note", &TextCode::note), recordColumn("question", &TextCode::question)};
}

std::vector<RecordColumn<TextExcerpt>> RecordSchema<TextExcerpt>::columns()
{
    return {referenceColumn("workshop", &TextExcerpt::workshop), referenceColumn("response", &TextExcerpt::response),
            referenceColumn("item", &TextExcerpt::item), recordColumn("text", &TextExcerpt::text)};
}

std::vector<TextCode> FreeTexts::codesFor(const QString &question) const
{
    std::vector<TextCode> offered;
    std::ranges::copy_if(codes, std::back_inserter(offered), [&question](const TextCode &code) {
        return question.isEmpty() || code.question.isEmpty() || code.question == question;
    });
    return offered;
}

const TextExcerpt *FreeTexts::excerptOf(const FreeAnswer &answer) const
{
    const auto found = std::ranges::find(excerpts, answer.excerpt, &TextExcerpt::id);
    return answer.excerpt == 0 || found == excerpts.end() ? nullptr : &*found;
}

Result<FreeTexts> loadFreeTexts(Document &document, qint64 workshop)
{
    return Loader(document, workshop).load();
}

Result<qint64> addTextCode(Document &document, const TextCode &code)
{
    TANE_CHECK(checkCode(document, code));
    TANE_TRY(const std::vector<TextCode> all, RecordTable<TextCode>(document).all());
    TextCode added = code;
    added.name = code.name.trimmed();
    added.position = 0;
    for (const TextCode &other : all)
        added.position = std::max(added.position, other.position + 1);
    return RecordTable<TextCode>(document).add(added, Texts::tr("コードの追加"));
}

Result<> saveTextCode(Document &document, const TextCode &code)
{
    TANE_CHECK(checkCode(document, code));
    TextCode saved = code;
    saved.name = code.name.trimmed();
    return RecordTable<TextCode>(document).update(saved, Texts::tr("コードの変更"));
}

Result<> removeTextCode(Document &document, qint64 code)
{
    return RecordTable<TextCode>(document).remove(code, Texts::tr("コードの削除"));
}

Result<> moveTextCode(Document &document, qint64 code, int by)
{
    TANE_TRY(std::vector<TextCode> all, RecordTable<TextCode>(document).all());
    std::ranges::sort(all, {}, [](const TextCode &one) { return std::pair(one.position, one.id); });
    const auto found = std::ranges::find(all, code, &TextCode::id);
    const auto to = found - all.begin() + by;
    if (found == all.end() || to < 0 || to >= std::ssize(all))
        return {};
    std::swap(*found, all[static_cast<std::size_t>(to)]);
    return document.perform(Texts::tr("コードの並べ替え"), [&](Database &) -> Result<> {
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (all[i].position == static_cast<int>(i))
                continue;
            all[i].position = static_cast<int>(i);
            TANE_CHECK(RecordTable<TextCode>(document).update(all[i], QString()));
        }
        return {};
    });
}

Result<> setTextCoded(Document &document, const FreeAnswer &answer, qint64 code, bool coded)
{
    return document.perform(Texts::tr("自由記述の分類"), [&](Database &database) -> Result<> {
        TANE_TRY(Statement statement,
                 database.prepare(coded ? QStringLiteral("INSERT INTO text_coding(code, response, item) VALUES (?, ?, ?) "
                                                         "ON CONFLICT DO NOTHING")
                                        : QStringLiteral("DELETE FROM text_coding WHERE code = ? AND response = ? "
                                                         "AND item = ?")));
        return statement.bind(code).bind(answer.response).bind(answer.item).run();
    });
}

Result<> saveExcerpt(Document &document, qint64 workshop, const FreeAnswer &answer, const QString &text)
{
    RecordTable<TextExcerpt> table(document);
    TANE_TRY(const std::vector<TextExcerpt> all, table.all(QStringLiteral("workshop"), workshop));
    const auto found = std::ranges::find_if(all, [&answer](const TextExcerpt &one) {
        return one.response == answer.response && one.item == answer.item;
    });
    const QString quoted = text.trimmed();
    if (quoted.isEmpty())
        return found == all.end() ? Result<>() : table.remove(found->id, Texts::tr("引用の取り消し"));
    TextExcerpt excerpt = found == all.end() ? TextExcerpt{0, workshop, answer.response, answer.item, {}} : *found;
    excerpt.text = quoted;
    if (excerpt.id != 0)
        return table.update(excerpt, Texts::tr("引用の文の変更"));
    TANE_CHECK(table.add(excerpt, Texts::tr("報告書への引用")));
    return {};
}

} // namespace tane
