#include "parts/savedspin.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace tane {

namespace {
constexpr int kSaveAfterMilliseconds = 800;
}

SavedSpin::SavedSpin(const QString &name, const QString &suffix, int lowest, int highest, QWidget *parent)
    : QSpinBox(parent)
{
    setRange(lowest, highest);
    setSuffix(suffix);
    setAccessibleName(name);
    setFocusPolicy(Qt::StrongFocus);
    lineEdit()->installEventFilter(this);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSaveAfterMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &SavedSpin::commit);
    connect(this, &QSpinBox::valueChanged, this, [this] { m_timer.start(); });
    connect(this, &QSpinBox::editingFinished, this, &SavedSpin::commit);
}

void SavedSpin::setStored(int number)
{
    m_stored = number;
    if (m_timer.isActive() || value() == number)
        return; // what is being changed this moment is saved soon
    const QSignalBlocker blocker(this);
    setValue(number);
}

void SavedSpin::commit()
{
    m_timer.stop();
    if (value() != m_stored)
        Q_EMIT saveRequested(value());
}

void SavedSpin::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

bool SavedSpin::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == lineEdit() && event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            commit();
            key->ignore();
            return true;
        }
    }
    return QSpinBox::eventFilter(watched, event);
}

} // namespace tane
