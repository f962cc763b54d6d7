#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace tane {

/// The calm rows of every table about answers: a thin line below, the weak accent for the current row, no
/// grid. Text may wrap to two lines.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    /// Background, line and focus mark; gives the room left for the content.
    QRect paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

/// Head, selection and keys as all these tables have them. Tab leaves the table instead of walking its cells.
void styleTable(QTableView *table, QStyledItemDelegate *delegate);
/// Makes a table exactly as high as its rows, so that the page scrolls and not the table; at most
/// `maximumRows` rows.
void fitHeight(QTableView *table, int maximumRows = 12);

} // namespace tane
