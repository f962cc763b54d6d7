#pragma once

#include "survey/questionnaire.h"

#include <QHash>
#include <QList>

#include <array>
#include <memory>
#include <span>
#include <string_view>

namespace tane {

/// What is known of a respondent beside the answers; recognised by column heads.
enum class Field : std::uint8_t {
    Number,
    Name,
    Kana,
    Email,
    Phone,
    Role,
    Affiliation,
    AffiliationType,
    Title,
    Prefecture,
    Municipality,
    Area,
    Centre,
    Experience,
    Qualifications,
    AnsweredAt
};
inline constexpr int kFieldCount = 16;
/// "受付番号", "氏名" … as shown and as written to files.
[[nodiscard]] QString fieldName(Field field);
/// "number", "name" …: the stable key used in the .tane file and in JSON.
[[nodiscard]] QString fieldKey(Field field);

/// An answer to a single-choice item: the zero-based option (0 = best), or one of the two below.
using Mark = std::int8_t;
inline constexpr Mark kUnanswered = -1; ///< left blank
inline constexpr Mark kNotUnderstood =
    -2; ///< something was written that fits no option; counts as unanswered

/// Where something could not be understood, and what was done about it.
struct Problem
{
    QString file, sheet, cell;
    QString message;                        ///< Japanese, for the officer
    QString content;                        ///< what stood there
    [[nodiscard]] QString toString() const; ///< "file:sheet!cell: message"
};

/// All answers of one wave, stored by column so that 100,000 people cost no allocation each. Texts are UTF-8
/// views into memory the sheet keeps alive (the read file, or its own pool).
class AnswerSheet
{
public:
    Wave wave = Wave::Before;

    explicit AnswerSheet(int itemCount = 0)
        : m_itemCount(itemCount)
    {
    }

    [[nodiscard]] int size() const { return static_cast<int>(m_row.size()); }
    [[nodiscard]] bool isEmpty() const { return m_row.empty(); }
    [[nodiscard]] int itemCount() const { return m_itemCount; }

    /// Trimmed text of a field; empty when not given.
    [[nodiscard]] std::string_view field(Field field, int person) const
    {
        const auto &column = m_fields[static_cast<std::size_t>(field)];
        const auto index = static_cast<std::size_t>(person);
        return index < column.size() ? column[index] : std::string_view();
    }
    [[nodiscard]] QString text(Field f, int person) const
    {
        const std::string_view view = field(f, person);
        return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
    }
    [[nodiscard]] bool hasField(Field field) const
    {
        return !m_fields[static_cast<std::size_t>(field)].empty();
    }
    [[nodiscard]] Mark mark(int person, int item) const
    {
        return m_marks[static_cast<std::size_t>(person) * static_cast<std::size_t>(m_itemCount) +
                       static_cast<std::size_t>(item)];
    }
    /// The marks of everybody, person by person.
    [[nodiscard]] std::span<const Mark> marks() const { return m_marks; }
    /// The options marked of an item that takes several, in their order; empty when none. mark() is
    /// kUnanswered for them.
    [[nodiscard]] QList<Mark> several(int person, int item) const;
    /// Free text, a number, or a text kept beside a mark ("その他" and what it is); empty when none.
    [[nodiscard]] QString freeText(int person, int item) const;
    /// The response's id in the .tane file, or 0 when it was read from a file.
    [[nodiscard]] std::int64_t id(int person) const
    {
        return m_ids.empty() ? 0 : m_ids[static_cast<std::size_t>(person)];
    }
    /// Where it was read: "before.xlsx:Sheet1!5". Stable as long as the file is; the key of links.csv.
    [[nodiscard]] QString place(int person) const;

    /// The marks of one person, by item.
    [[nodiscard]] std::span<const Mark> marksOf(int person) const
    {
        const auto items = static_cast<std::size_t>(m_itemCount);
        return std::span(m_marks).subspan(static_cast<std::size_t>(person) * items, items);
    }

    // For readers and the repository.
    int addPerson(std::int64_t id, int source, int rowNumber);
    /// Takes back the person added last.
    void removeLastPerson();
    /// A file and sheet that people come from; the index goes to addPerson.
    int addSource(QString fileAndSheet);
    /// The view must outlive the sheet: see keepAlive, store.
    void setField(int person, Field field, std::string_view text)
    {
        auto &column = m_fields[static_cast<std::size_t>(field)];
        const auto index = static_cast<std::size_t>(person);
        if (index == column.size() && index < column.capacity())
            column.push_back(text); // person after person, as files are read
        else
            setFieldAt(column, index, text);
    }
    void setMark(int person, int item, Mark mark)
    {
        m_marks[static_cast<std::size_t>(person) * static_cast<std::size_t>(m_itemCount) +
                static_cast<std::size_t>(item)] = mark;
    }
    /// The marks of one person, to be filled; valid until somebody is added.
    [[nodiscard]] std::span<Mark> marksOf(int person)
    {
        const auto items = static_cast<std::size_t>(m_itemCount);
        return std::span(m_marks).subspan(static_cast<std::size_t>(person) * items, items);
    }
    void setFreeText(int person, int item, const QString &text);
    /// Puts the marks in order, each once.
    void setSeveral(int person, int item, QList<Mark> marks);
    void keepAlive(std::shared_ptr<const void> memory) { m_memory.push_back(std::move(memory)); }
    /// Copies a text into the sheet's own pool.
    [[nodiscard]] std::string_view store(std::string_view text);
    [[nodiscard]] std::string_view store(const QString &text);
    void reserve(std::size_t people);
    [[nodiscard]] int source(int person) const;
    [[nodiscard]] int rowNumber(int person) const { return m_row[static_cast<std::size_t>(person)]; }
    [[nodiscard]] const QStringList &sources() const { return m_sources; }

private:
    int m_itemCount = 0;
    /// People of one source stand together: only where they begin is kept.
    struct Run
    {
        int firstPerson;
        int source;
    };
    std::vector<std::int64_t> m_ids; ///< empty while nobody has one
    std::vector<Run> m_runs;
    std::vector<std::int32_t> m_row;
    std::array<std::vector<std::string_view>, kFieldCount> m_fields; ///< up to the last person who has one
    std::vector<Mark> m_marks;
    QHash<std::int64_t, QString> m_freeText;    ///< key: person * itemCount + item
    QHash<std::int64_t, QList<Mark>> m_several; ///< the same key
    QStringList m_sources;
    std::vector<std::shared_ptr<const void>> m_memory;

    void setFieldAt(std::vector<std::string_view> &column, std::size_t person, std::string_view text);

    /// Blocks of stored text. A copied sheet shares what is stored (through m_memory) but starts a block of
    /// its own: two sheets must never write into one block.
    struct Pool
    {
        Pool() = default;
        Pool(const Pool &) {}
        Pool(Pool &&) noexcept = default;
        Pool &operator=(const Pool &) { return *this = Pool(); }
        Pool &operator=(Pool &&) noexcept = default;
        std::shared_ptr<std::vector<std::unique_ptr<char[]>>> blocks;
        char *at = nullptr;
        std::size_t left = 0;
    };
    Pool m_pool;
};

} // namespace tane
