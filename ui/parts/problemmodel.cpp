#include "parts/problemmodel.h"

namespace tane {

void ProblemModel::setProblems(std::vector<Problem> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Problem &problem = m_problems[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case FileColumn:
        return problem.file;
    case SheetColumn:
        return problem.sheet;
    case CellColumn:
        return problem.cell;
    case ContentColumn:
        return problem.content;
    default:
        return problem.message;
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return QStringList{tr("ファイル"), tr("シート"), tr("セル"), tr("書かれていた内容"), tr("どう扱ったか")}
        .value(section);
}

} // namespace tane
