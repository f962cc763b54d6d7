#include "exchange/filledform.h"

#include "base/textfold.h"

#include <algorithm>
#include <set>

namespace tane {

namespace {

QString cellText(const Table &table, int row, int column)
{
    const std::string_view utf8 = table.cell(row, column);
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size())).trimmed();
}

QString labelForm(const QString &text)
{
    return foldText(text.section(u'\n', 0, 0));
}

} // namespace

std::optional<QStringList> formMark(const std::vector<Table> &tables, const QString &kind)
{
    for (const Table &table : tables)
        for (int row = 0; row < table.rowCount(); ++row) {
            const QStringList words = cellText(table, row, 0).split(u' ', Qt::SkipEmptyParts);
            if (!words.isEmpty() && words.front() == kind)
                return words.mid(1);
        }
    return std::nullopt;
}

QString FilledForm::Place::text() const
{
    return table ? cellText(*table, row, column) : QString();
}

QString FilledForm::Place::address() const
{
    return table ? table->address(row, column) : QString();
}

FilledForm::FilledForm(const Table &table, const QStringList &labels)
    : m_table(&table)
{
    std::vector<std::vector<QString>> cells;
    for (int row = 0; row < table.rowCount(); ++row) {
        std::vector<QString> &line = cells.emplace_back();
        for (int column = 0; column < table.cellsInRow(row); ++column)
            line.push_back(labelForm(cellText(table, row, column)));
    }
    std::size_t fromRow = 0, fromColumn = 0;
    for (const QString &label : labels) {
        Label found{foldText(label)};
        for (std::size_t row = fromRow; row < cells.size() && found.row < 0; ++row) {
            const std::size_t begin = row == fromRow ? fromColumn : 0;
            for (std::size_t column = begin; column < cells[row].size(); ++column) {
                if (cells[row][column] != found.folded)
                    continue;
                found.row = static_cast<int>(row);
                found.column = static_cast<int>(column);
                fromRow = row;
                fromColumn = column + 1;
                break;
            }
        }
        m_labels.push_back(std::move(found));
    }
}

int FilledForm::find(const QString &label) const
{
    const QString folded = foldText(label);
    for (std::size_t i = 0; i < m_labels.size(); ++i)
        if (m_labels[i].row >= 0 && m_labels[i].folded == folded)
            return static_cast<int>(i);
    return -1;
}

int FilledForm::rowsWithLabels() const
{
    std::set<int> rows;
    for (const Label &label : m_labels)
        if (label.row >= 0)
            rows.insert(label.row);
    return static_cast<int>(rows.size());
}

int FilledForm::endOf(const Label &label) const
{
    int end = m_table->cellsInRow(label.row);
    for (const Label &other : m_labels)
        if (other.row == label.row && other.column > label.column)
            end = std::min(end, other.column);
    return end;
}

QStringList FilledForm::values(const QString &label) const
{
    const int at = find(label);
    if (at < 0)
        return {};
    const Label &found = m_labels[static_cast<std::size_t>(at)];
    QStringList texts;
    for (int column = found.column + 1; column < endOf(found); ++column)
        if (const QString text = cellText(*m_table, found.row, column); !text.isEmpty())
            texts << text;
    return texts;
}

FilledForm::Place FilledForm::valuePlace(const QString &label) const
{
    const int at = find(label);
    if (at < 0)
        return {m_table, 0, 0};
    const Label &found = m_labels[static_cast<std::size_t>(at)];
    for (int column = found.column + 1; column < endOf(found); ++column)
        if (Place place{m_table, found.row, column}; !place.text().isEmpty())
            return place;
    return {m_table, found.row, found.column + 1};
}

bool FilledForm::isFilled(const QStringList &among) const
{
    return std::ranges::any_of(among, [this](const QString &label) { return !value(label).isEmpty(); });
}

} // namespace tane
