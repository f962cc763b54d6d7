#pragma once

#include "survey/answersheet.h"

#include <QAbstractTableModel>

namespace tane {

/// What could not be understood: where it stands, what stood there, and what was done about it.
class ProblemModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { FileColumn, SheetColumn, CellColumn, ContentColumn, MessageColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(std::vector<Problem> problems);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Problem> m_problems;
};

} // namespace tane
