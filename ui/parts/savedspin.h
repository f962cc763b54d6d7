#pragma once

#include <QSpinBox>
#include <QTimer>

namespace tane {

/// A whole number. Shown at once where it matters (valueChanged), saved when it is left, on Enter and a
/// moment after the last change. The wheel turns it only while it has the focus, and Ctrl+Z is the window's.
class SavedSpin : public QSpinBox
{
    Q_OBJECT
public:
    /// `name`: what a screen reader calls it. `suffix`: " 分".
    SavedSpin(const QString &name, const QString &suffix, int lowest, int highest, QWidget *parent = nullptr);
    /// What is stored; nothing is announced. What is being changed this moment stays.
    void setStored(int number);
    void commit();

Q_SIGNALS:
    void saveRequested(int number);

protected:
    void wheelEvent(QWheelEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int m_stored = 0;
    QTimer m_timer;
};

} // namespace tane
