#pragma once

// Private to the lists of registers: what reading the three kinds shares.

#include "people/registertable.h"

namespace tane::registers {

/// Ids in lists are those of one file only: "12-1a2b3c4d", the number and a mark of the file.
[[nodiscard]] Result<QString> fileMark(Document &document);
[[nodiscard]] QString idText(qint64 id, const QString &mark);
/// 0 when it is no id of this file.
[[nodiscard]] qint64 idOf(const QString &text, const QString &mark);

/// The name of a care area without 圏域, 医療圏 and the like, folded.
[[nodiscard]] QString foldArea(const QString &name);

/// Finds what is registered by the ways lists write it.
class RegisterIndex
{
public:
    explicit RegisterIndex(const Registry &registry);

    /// Names ("高崎市", "群馬県高崎市", "多野郡上野村") and codes of five or six digits. `prefecture` narrows
    /// it; may be empty. Several when it is not clear which.
    [[nodiscard]] std::vector<const Municipality *> municipalities(const QString &text,
                                                                   const QString &prefecture = {}) const;
    [[nodiscard]] std::vector<const Centre *> centres(const QString &name) const;
    [[nodiscard]] std::vector<const PersonRecord *> people(const QString &name) const;
    /// The one with this name, or the only one when no name is given; null when there is none.
    [[nodiscard]] const Prefecture *prefecture(const QString &name) const;
    [[nodiscard]] const CareArea *area(const QString &name, qint64 prefecture) const;

private:
    const Registry &m_registry;
    QHash<QString, std::vector<const Municipality *>> m_municipalities;
    QHash<QString, std::vector<const Centre *>> m_centres;
    QHash<QString, std::vector<const PersonRecord *>> m_people;
};

/// One reading.
struct ImportContext
{
    const Registry &registry;
    const RegisterIndex &index;
    QString mark;
    QDate today;
    RegisterImport &import;                              ///< counts, problems and heads go here
    QStringList roles, kinds, qualifications, operators; ///< vocabularies
    QString homePrefecture;                              ///< of the file; may be empty

    void note(Problem problem) { import.problems.push_back(std::move(problem)); }
    void addIgnored(const RegisterSheet &sheet);
};

/// The vocabulary's spelling of a word, when it differs in width, case or kana only.
[[nodiscard]] QString vocabularyWord(const QString &word, const QStringList &words);

/// A cell of a known row leaves what is stored when it is empty or says the same.
[[nodiscard]] inline bool leaves(const QString &cell, const QString &stored)
{
    return cell.isEmpty() || cell == stored;
}
/// For texts of one line: line feeds and runs of spaces become one space.
[[nodiscard]] QString oneLine(const QString &text);

/// Sets an optional or plain member from a cell by `parse`, or notes what is not understood.
template<class T, class Parse>
void setFrom(ImportContext &context, const RegisterSheet &sheet, int row, Column column,
             const QString &stored, T &member, const Parse &parse, const QString &expected)
{
    const QString cell = sheet.text(row, column);
    if (leaves(cell, stored))
        return;
    if (const auto value = parse(cell))
        member = *value;
    else
        context.note(sheet.problem(row, column, expected));
}
/// Texts as they are.
void setText(const RegisterSheet &sheet, int row, Column column, const QString &stored, QString &member,
             bool manyLines = false);
/// Contact: words such as なし are left out.
void setContact(const RegisterSheet &sheet, int row, Column column, const QString &stored, QString &member);
/// Dates; what cannot be read is noted.
void setDate(ImportContext &context, const RegisterSheet &sheet, int row, Column column, QDate stored,
             QDate &member);

/// Each reads all tables of a file and fills counts, problems and `apply` of the import. False: no table has
/// the columns.
[[nodiscard]] bool readPeople(ImportContext &context, const std::vector<Table> &tables);
[[nodiscard]] bool readCentres(ImportContext &context, const std::vector<Table> &tables);
[[nodiscard]] bool readMunicipalities(ImportContext &context, const std::vector<Table> &tables);

/// What a list says of somebody's workplace. `exact`: without the municipality that only her centre tells.
[[nodiscard]] QString workplaceCell(const Registry &registry, const Affiliation &affiliation, Column column,
                                    bool exact);

/// "高崎市（旧新町・吉井町）": a municipality that a centre serves, as one word of a list.
[[nodiscard]] QString servedText(const Municipality &municipality, const QString &note);

} // namespace tane::registers
