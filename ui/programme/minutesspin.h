#pragma once

#include <QSpinBox>
#include <QTimer>

namespace tane {

/// Minutes of a row. Shown at once where it matters (valueChanged), saved when it is left, on Enter and a
/// moment after the last change. The wheel turns it only while it has the focus, and Ctrl+Z is the window's.
class MinutesSpin : public QSpinBox
{
    Q_OBJECT
public:
    explicit MinutesSpin(QWidget *parent = nullptr);
    /// What is stored; nothing is announced.
    void setStored(int minutes);
    void commit();

Q_SIGNALS:
    void saveRequested(int minutes);

protected:
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_stored = 0;
    QTimer m_timer;
};

} // namespace tane
