#pragma once

#include "chart/chartspec.h"

#include <QWidget>

namespace tane {

/// A transition table: rows are the answers before, columns those after, both best first. People on the
/// diagonal gave the same answer; those left of it answered better afterwards, those right of it lower. Arrow
/// keys move, Enter opens a cell.
class HeatMap : public QWidget
{
    Q_OBJECT
public:
    explicit HeatMap(QWidget *parent = nullptr);

    /// A ChartSpec of type HeatMap.
    void setSpec(const ChartSpec &spec);
    [[nodiscard]] const ChartSpec &spec() const { return m_spec; }
    [[nodiscard]] int currentRow() const { return m_row; }
    [[nodiscard]] int currentColumn() const { return m_column; }
    void setCurrentCell(int row, int column);
    [[nodiscard]] QRect cellRect(int row, int column) const;
    /// "研修前「概ね」→ 研修後「常に」：3名".
    [[nodiscard]] QString cellText(int row, int column) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void cellActivated(int before, int after);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    [[nodiscard]] int size() const { return static_cast<int>(m_spec.cells.size()); }
    [[nodiscard]] int headWidth() const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] QPair<int, int> cellAt(const QPoint &point) const; ///< {-1, -1} outside
    void paintCell(QPainter &painter, int row, int column, int largest) const;
    [[nodiscard]] QFont smallFont() const;

    ChartSpec m_spec;
    int m_row = 0, m_column = 0;
    int m_hoverRow = -1, m_hoverColumn = -1;
};

} // namespace tane
