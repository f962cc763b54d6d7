#pragma once

// Private to the lists of registers: which columns a list has, and what stands in them.

#include "exchange/table.h"
#include "people/registerfiles.h"

#include <QHash>

namespace tane::registers {

/// What a column of a list is about.
enum class Column {
    Id,
    Name, ///< of the person, centre or municipality
    Kana,
    Prefecture,
    Municipality,
    Area,
    Centre,
    Organisation,
    OrganisationKind,
    Title,
    From,
    Until,
    MovedOn,
    Roles,
    Qualifications,
    Employment,
    Duty,
    Since,
    Experience,
    Email,
    Phone,
    Consent,
    KeepUntil,
    LeftOn,
    Anonymous,
    Code,
    Population,
    AgedRate,
    CertifiedRate,
    Operation,
    Department,
    Hub,
    Stage,
    Rank,
    Operator,
    Coordinators,
    Placement, ///< 配置の有無
    ClosedOn,
    SecondDepartment,
    MedicalAreas,
    HealthCentres,
    Note,
    AffiliationId
};

struct ColumnSpec
{
    Column column;
    QString head;         ///< as written
    QStringList synonyms; ///< other heads seen on lists; folded with foldHead when compared
    double width = 12;    ///< in half-width characters, when written; 0: read only
};
[[nodiscard]] const std::vector<ColumnSpec> &columnsOf(RegisterKind kind);
/// Of the second sheet of a list of people: where they work and worked.
[[nodiscard]] const std::vector<ColumnSpec> &historyColumns();
/// Of the sheets beside a list of municipalities: what is the prefecture's own, and the care areas.
[[nodiscard]] const std::vector<ColumnSpec> &prefectureColumns();
[[nodiscard]] const std::vector<ColumnSpec> &areaColumns();
/// Of the yearly survey of municipalities.
[[nodiscard]] const std::vector<ColumnSpec> &surveyColumns();

/// A table read by its heads. The head may stand below titles and may have two rows; of merged cells each
/// says what their first one says.
class RegisterSheet
{
public:
    /// Nothing when one of `needed` is missing.
    [[nodiscard]] static std::optional<RegisterSheet>
    recognise(const Table &table, const std::vector<ColumnSpec> &columns, const std::vector<Column> &needed);

    [[nodiscard]] bool has(Column column) const { return m_columns.contains(column); }
    /// Rows of people, centres …: not the head, not repeated heads, not sums.
    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }
    /// Trimmed, in the form of cellForm; empty when there is no such column.
    [[nodiscard]] QString text(int row, Column column) const;
    /// Whether the cell is one with the same column's cell of `other`.
    [[nodiscard]] bool isMerged(int row, int other, Column column) const;
    [[nodiscard]] QString place(int row, Column column) const;
    [[nodiscard]] Problem problem(int row, Column column, const QString &message) const;
    /// Heads that mean nothing.
    [[nodiscard]] const QStringList &ignored() const { return m_ignored; }

private:
    [[nodiscard]] QString cell(int row, int column) const;
    void findRows(int firstRow, Column key);

    const Table *m_table = nullptr;
    QHash<Column, int> m_columns;
    QHash<int, int> m_rowOfNumber; ///< zero-based row of the file -> row of the table
    std::vector<int> m_rows;
    QStringList m_ignored;
    QString m_keyHead;
};

} // namespace tane::registers
