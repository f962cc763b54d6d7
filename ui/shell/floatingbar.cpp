#include "shell/floatingbar.h"

#include "shell/widgets.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <algorithm>

namespace tane {

namespace {

constexpr int kStaysMs = 15'000; // two lines are read in a third of it

} // namespace

FloatingBar::FloatingBar(QWidget *bar, QWidget *over)
    : QObject(bar)
    , m_bar(bar)
    , m_over(over)
{
    m_going = new QTimer(this);
    m_going->setInterval(kStaysMs);
    connect(m_going, &QTimer::timeout, this, &FloatingBar::goWhenRead);
    bar->installEventFilter(this);
    over->installEventFilter(this);
}

void FloatingBar::setFloating(bool floating)
{
    m_floating = floating;
    if (floating)
        place();
    else
        m_going->stop();
}

void FloatingBar::goWhenRead()
{
    const QWidget *focus = QApplication::focusWidget();
    if (m_bar->underMouse() || (focus != nullptr && m_bar->isAncestorOf(focus)))
        return; // asked again after the same time
    m_going->stop();
    m_bar->hide();
}

bool FloatingBar::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_floating)
        return QObject::eventFilter(watched, event);
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    const bool changed = event->type() == QEvent::LayoutRequest || event->type() == QEvent::ShowToParent;
    if ((watched == m_over && moved) || (watched == m_bar && changed))
        place();
    if (watched == m_bar && changed)
        m_going->start();
    if (watched == m_bar && event->type() == QEvent::HideToParent)
        m_going->stop();
    return QObject::eventFilter(watched, event);
}

void FloatingBar::place()
{
    const QRect room = m_over == m_bar->parentWidget()
                           ? m_over->rect()
                           : QRect(m_over->mapTo(m_bar->parentWidget(), QPoint(0, 0)), m_over->size());
    const int width = std::max(0, room.width() - 2 * metrics::xl);
    const int wanted = m_bar->hasHeightForWidth() ? m_bar->heightForWidth(width) : m_bar->sizeHint().height();
    const int height = std::max(wanted, m_bar->minimumHeight());
    m_bar->setGeometry(room.left() + metrics::xl, room.bottom() + 1 - metrics::l - height, width, height);
    m_bar->raise();
}

} // namespace tane
