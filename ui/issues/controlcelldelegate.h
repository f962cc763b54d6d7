#pragma once

#include "parts/gridview.h"

namespace tane {

/// What a cell of the overview shows; a value of its own so that it can be drawn without knowing sheets.
struct ControlCellLook
{
    int state = 0; ///< of `states`: the deeper the further
    int states = 1;
    QString chip;       ///< "目標設定済み"; empty: only the two lines
    QString first;      ///< beside the chip, or the upper line
    QString second;     ///< the lower line
    bool warns = false; ///< the lower line says where it is stuck
};

/// Draws the cells of municipalities × scenes: how far a scene is as a chip, what is wanting below.
class ControlCellDelegate : public GridDelegate
{
    Q_OBJECT
public:
    using Look = std::function<std::optional<ControlCellLook>(const QModelIndex &index)>;
    /// `look` is asked for each cell; nothing: the cell is drawn as text.
    ControlCellDelegate(Look look, QObject *parent)
        : GridDelegate(parent)
        , m_look(std::move(look))
    {
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    Look m_look;
};

} // namespace tane
