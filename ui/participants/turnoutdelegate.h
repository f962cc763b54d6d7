#pragma once

#include "participants/participationview.h"
#include "parts/gridview.h"

#include <functional>

namespace tane {

/// Rows of the matrix of municipalities: what became of each is a coloured chip with its sign, so that a
/// column of it reads as a map and, without colour, by the signs.
class TurnoutDelegate : public GridDelegate
{
    Q_OBJECT
public:
    using WhoOf = std::function<MunicipalityTurnout::Who(qint64 row)>;
    /// `column`: the one of the chips; `whoOf` is told the row of the GridModel.
    TurnoutDelegate(int column, WhoOf whoOf, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    int m_column;
    WhoOf m_whoOf;
};

} // namespace tane
