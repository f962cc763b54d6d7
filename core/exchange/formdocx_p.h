#pragma once

// Private to the writers of Word documents: the tables of forms, which letters have, too.

#include "exchange/docxcontent.h"
#include "exchange/formgrid.h"

namespace tane::docx {

/// Millimetres in twentieths of a point.
[[nodiscard]] int twips(double mm);

/// Writes tables of forms over the whole width of the text.
class FormTableWriter : public ContentWriter
{
public:
    explicit FormTableWriter(const FormMetrics &metrics)
        : m_metrics(metrics)
    {
    }

    void writeTable(const FormTable &table);

protected:
    [[nodiscard]] const FormMetrics &metrics() const { return m_metrics; }

private:
    [[nodiscard]] std::vector<int> columnWidths(const FormGrid &grid) const;
    void writeRow(const FormTable &table, const FormGrid &grid, const std::vector<int> &widths, int row);
    void writeCell(const FormTable &table, const PlacedCell &cell, bool begins, int width, bool keepNext);
    void writeText(const FormTableCell &cell, bool keepNext);
    [[nodiscard]] double heightOf(const FormGrid &grid, int row) const;

    FormMetrics m_metrics;
};

} // namespace tane::docx
