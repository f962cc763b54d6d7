#include "survey/answersheet.h"

#include "base/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace tane {

namespace {

struct FieldNames
{
    const char *key;
    const char *name;
};

// In the order of the enum.
constexpr std::array<FieldNames, kFieldCount> kFieldNames = {{
    {"number", QT_TRANSLATE_NOOP("tane::Field", "受付番号")},
    {"name", QT_TRANSLATE_NOOP("tane::Field", "氏名")},
    {"kana", QT_TRANSLATE_NOOP("tane::Field", "ふりがな")},
    {"email", QT_TRANSLATE_NOOP("tane::Field", "メール")},
    {"phone", QT_TRANSLATE_NOOP("tane::Field", "電話")},
    {"role", QT_TRANSLATE_NOOP("tane::Field", "立場")},
    {"affiliation", QT_TRANSLATE_NOOP("tane::Field", "所属")},
    {"affiliation_type", QT_TRANSLATE_NOOP("tane::Field", "所属種別")},
    {"title", QT_TRANSLATE_NOOP("tane::Field", "役職")},
    {"prefecture", QT_TRANSLATE_NOOP("tane::Field", "都道府県")},
    {"municipality", QT_TRANSLATE_NOOP("tane::Field", "市町村")},
    {"area", QT_TRANSLATE_NOOP("tane::Field", "圏域")},
    {"centre", QT_TRANSLATE_NOOP("tane::Field", "センター")},
    {"experience", QT_TRANSLATE_NOOP("tane::Field", "経験年数")},
    {"qualifications", QT_TRANSLATE_NOOP("tane::Field", "資格")},
    {"answered_at", QT_TRANSLATE_NOOP("tane::Field", "回答日時")},
}};

constexpr std::size_t kPoolBlock = 64 * 1024;

} // namespace

QString fieldName(Field field)
{
    return QCoreApplication::translate("tane::Field", kFieldNames[static_cast<std::size_t>(field)].name);
}

QString fieldKey(Field field)
{
    return QString::fromLatin1(kFieldNames[static_cast<std::size_t>(field)].key);
}

QString Problem::toString() const
{
    return Error{ErrorCode::BadFormat, message, file, sheet, cell, {}}.toString();
}

QString AnswerSheet::freeText(int person, int item) const
{
    return m_freeText.value(static_cast<std::int64_t>(person) * m_itemCount + item);
}

QString AnswerSheet::place(int person) const
{
    const QString &where = m_sources.at(source(person));
    // A sheet is told from a file by the colon; a CSV has none.
    const QChar separator = where.contains(QLatin1Char(':')) ? QLatin1Char('!') : QLatin1Char(':');
    return where + separator + QString::number(rowNumber(person));
}

int AnswerSheet::addPerson(std::int64_t id, int source, int rowNumber)
{
    const int person = size();
    // People of files have no id: they need no memory for it.
    if (id != 0 && m_ids.empty())
        m_ids.resize(m_row.size());
    if (id != 0 || !m_ids.empty())
        m_ids.push_back(id);
    if (m_runs.empty() || m_runs.back().source != source)
        m_runs.push_back({person, source});
    m_row.push_back(rowNumber);
    m_marks.resize(m_marks.size() + static_cast<std::size_t>(m_itemCount), kUnanswered);
    return person;
}

int AnswerSheet::source(int person) const
{
    const auto after = std::upper_bound(m_runs.begin(), m_runs.end(), person,
                                        [](int p, const Run &run) { return p < run.firstPerson; });
    return std::prev(after)->source;
}

void AnswerSheet::removeLastPerson()
{
    const auto last = static_cast<std::int64_t>(size() - 1) * m_itemCount;
    for (int item = 0; item < m_itemCount; ++item) {
        m_freeText.remove(last + item);
        m_several.remove(last + item);
    }
    if (!m_ids.empty())
        m_ids.pop_back();
    m_row.pop_back();
    if (m_runs.back().firstPerson == size())
        m_runs.pop_back();
    m_marks.resize(m_marks.size() - static_cast<std::size_t>(m_itemCount));
    for (auto &column : m_fields) {
        if (column.size() > m_row.size())
            column.pop_back();
    }
}

int AnswerSheet::addSource(QString fileAndSheet)
{
    m_sources << std::move(fileAndSheet);
    return static_cast<int>(m_sources.size()) - 1;
}

void AnswerSheet::setFieldAt(std::vector<std::string_view> &column, std::size_t person, std::string_view text)
{
    if (person < column.size()) {
        column[person] = text;
    } else if (!text.empty()) {
        if (column.empty())
            column.reserve(m_row.capacity());
        column.resize(person);
        column.push_back(text);
    }
}

void AnswerSheet::setFreeText(int person, int item, const QString &text)
{
    const std::int64_t key = static_cast<std::int64_t>(person) * m_itemCount + item;
    if (text.isEmpty())
        m_freeText.remove(key);
    else
        m_freeText.insert(key, text);
}

QList<Mark> AnswerSheet::several(int person, int item) const
{
    return m_several.value(static_cast<std::int64_t>(person) * m_itemCount + item);
}

void AnswerSheet::setSeveral(int person, int item, QList<Mark> marks)
{
    const std::int64_t key = static_cast<std::int64_t>(person) * m_itemCount + item;
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    if (marks.isEmpty())
        m_several.remove(key);
    else
        m_several.insert(key, marks);
}

std::string_view AnswerSheet::store(std::string_view text)
{
    if (text.empty())
        return {};
    if (!m_pool.blocks) {
        m_pool = Pool();
        m_pool.blocks = std::make_shared<std::vector<std::unique_ptr<char[]>>>();
        m_memory.push_back(m_pool.blocks);
    }
    if (text.size() > m_pool.left) {
        const std::size_t block = std::max(kPoolBlock, text.size());
        m_pool.blocks->push_back(std::make_unique<char[]>(block));
        m_pool.at = m_pool.blocks->back().get();
        m_pool.left = block;
    }
    std::memcpy(m_pool.at, text.data(), text.size());
    const std::string_view stored(m_pool.at, text.size());
    m_pool.at += text.size();
    m_pool.left -= text.size();
    return stored;
}

std::string_view AnswerSheet::store(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    return store(std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

void AnswerSheet::reserve(std::size_t people)
{
    m_row.reserve(people);
    m_marks.reserve(people * static_cast<std::size_t>(m_itemCount));
    for (auto &column : m_fields) {
        if (!column.empty())
            column.reserve(people);
    }
}

} // namespace tane
