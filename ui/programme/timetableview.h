#pragma once

#include <QTableView>

namespace tane {

/// The rows of a timetable. Dragging a row or Alt+↑/↓ moves it, Insert adds one below, Ctrl+D doubles, Delete
/// takes away: the view only asks, who owns the file does it.
class TimetableView : public QTableView
{
    Q_OBJECT
public:
    explicit TimetableView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Off for a file that cannot be written.
    void setEditable(bool editable);
    void fitRows();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void moveRequested(int from, int to); ///< `to`: the row's place afterwards
    void addRequested();
    void duplicateRequested();
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void drag(const QPoint &position);
    void endDrag();
    [[nodiscard]] int gapAt(int y) const; ///< 0 is above the first row
    [[nodiscard]] int gapY(int gap) const;

    bool m_editable = true;
    int m_pressed = -1; ///< row under the button
    int m_gap = -1;     ///< where the row would go; -1: not dragging
    QPoint m_start;
    QPoint m_last;
    int m_scrollTimer = 0;
};

} // namespace tane
