#pragma once

#include "parts/gridmodel.h"
#include "parts/rowdelegate.h"

#include <QTableView>

namespace tane {

/// Edits the cells of a GridModel in their place: a list where the column has choices, else a line.
class GridDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
};

/// The table of a GridModel, sorted and filtered. Enter or typing edits a cell that can be edited, Enter on
/// another one opens the row (activated); Insert adds, Delete takes away, Ctrl+C copies the selected rows.
class GridView : public QTableView
{
    Q_OBJECT
public:
    /// `name`: what a screen reader calls it.
    GridView(const QString &name, GridModel *model, QWidget *parent = nullptr);

    [[nodiscard]] GridModel *grid() const { return m_grid; }
    [[nodiscard]] GridFilter *filter() const { return m_filter; }
    [[nodiscard]] qint64 currentId() const; ///< 0: none
    [[nodiscard]] std::vector<qint64> selectedIds() const;
    /// Makes a row the current one and shows it. False when it is not among the rows shown.
    bool select(qint64 id);
    /// Width of a column in letters of the body size.
    void setLetters(int column, double letters);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void addRequested();
    void removeRequested();
    void selectedChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void copyRows() const;
    GridModel *m_grid = nullptr;
    GridFilter *m_filter = nullptr;
};

} // namespace tane
