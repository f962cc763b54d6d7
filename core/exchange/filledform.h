#pragma once

#include "exchange/table.h"

#include <QStringList>

#include <optional>

namespace tane {

/// The words behind `kind` in the hidden identification of a form ("tane-application-1 a1b2 7"), wherever it
/// stands in the workbook; nothing when there is none of that kind.
[[nodiscard]] std::optional<QStringList> formMark(const std::vector<Table> &tables, const QString &kind);

/// A form of ours that was filled in, read by its labels: rows may have been inserted, the sheet copied or
/// its protection taken off.
class FilledForm
{
public:
    struct Place
    {
        const Table *table = nullptr;
        int row = 0, column = 0;
        /// Trimmed; empty when there is nothing.
        [[nodiscard]] QString text() const;
        /// "C12"; empty without a table.
        [[nodiscard]] QString address() const;
    };

    /// `labels` in the order of the form: each is looked for behind the one before, so that an answer that
    /// reads like a label further up is not taken for it. Compared by the first line, folded.
    FilledForm(const Table &table, const QStringList &labels);

    [[nodiscard]] bool has(const QString &label) const { return find(label) >= 0; }
    /// On how many rows labels were found: a list has them all in one.
    [[nodiscard]] int rowsWithLabels() const;
    /// What was filled in: all that stands between the label and the next one of its row.
    [[nodiscard]] QString value(const QString &label) const { return values(label).join(QString()); }
    /// The same cell by cell, without empty ones.
    [[nodiscard]] QStringList values(const QString &label) const;
    /// Where it stands, or would stand.
    [[nodiscard]] Place valuePlace(const QString &label) const;
    /// Whether anything was filled in beside any of these labels.
    [[nodiscard]] bool isFilled(const QStringList &among) const;

private:
    struct Label
    {
        QString folded;
        int row = -1, column = -1; ///< -1: not found
    };
    [[nodiscard]] int find(const QString &label) const;
    /// The column after the last one that may hold the answer.
    [[nodiscard]] int endOf(const Label &label) const;

    const Table *m_table;
    std::vector<Label> m_labels;
};

} // namespace tane
