#pragma once

#include <QTableView>

namespace tane {

/// The list of the checklist. A click on the box or Space says done, Insert adds, Delete takes away: the view
/// only asks.
class TaskView : public QTableView
{
    Q_OBJECT
public:
    explicit TaskView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void fitRows();
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void toggleRequested(int row);
    void addRequested();
    void removeRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
};

} // namespace tane
