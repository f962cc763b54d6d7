#pragma once

#include "parts/rowdelegate.h"

#include <QTableView>

namespace tane {

class ChangeTableModel;
class ChartView;
struct ChartSpec;

/// Code in bold, then the item in short, wrapped beside it.
class ItemDelegate : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

/// The results as rows, with one ChartView laid over the bars column of all of them.
class ChangeTable : public QTableView
{
    Q_OBJECT
public:
    explicit ChangeTable(QWidget *parent = nullptr);

    void setChangeModel(ChangeTableModel *model);
    /// The bars of the rows now in the model.
    void setChart(const ChartSpec &spec);
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    void setDetailsShown(bool shown);
    /// Least width at which nothing needs to scroll sideways.
    [[nodiscard]] int comfortableWidth() const;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void placeChart();
    [[nodiscard]] int numberWidth(int column) const;

    ChangeTableModel *m_model = nullptr;
    ChartView *m_chart = nullptr;
    bool m_details = false;
};

} // namespace tane
