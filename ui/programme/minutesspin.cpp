#include "programme/minutesspin.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace tane {

namespace {
constexpr int kSaveAfterMilliseconds = 800;
}

MinutesSpin::MinutesSpin(QWidget *parent)
    : QSpinBox(parent)
{
    setRange(0, 1440);
    setSingleStep(5);
    setSuffix(tr(" 分"));
    setAccessibleName(tr("時間（分）"));
    setFocusPolicy(Qt::StrongFocus);
    lineEdit()->installEventFilter(this);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kSaveAfterMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &MinutesSpin::commit);
    connect(this, &QSpinBox::valueChanged, this, [this] { m_timer.start(); });
    connect(this, &QSpinBox::editingFinished, this, &MinutesSpin::commit);
}

void MinutesSpin::setStored(int minutes)
{
    m_stored = minutes;
    m_timer.stop();
    if (value() == minutes)
        return;
    const QSignalBlocker blocker(this);
    setValue(minutes);
}

void MinutesSpin::commit()
{
    m_timer.stop();
    if (value() != m_stored)
        Q_EMIT saveRequested(value());
}

void MinutesSpin::wheelEvent(QWheelEvent *event)
{
    if (hasFocus())
        QSpinBox::wheelEvent(event);
    else
        event->ignore();
}

bool MinutesSpin::eventFilter(QObject *watched, QEvent *event)
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
