// The keyboard of GroupBoard.
#include "grouping/groupboard.h"

#include <QKeyEvent>

#include <algorithm>

namespace tane {

namespace {

constexpr int kMostDigits = 3;

} // namespace

/// Letters and digits are the board's, not shortcuts of the window.
bool GroupBoard::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool plain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (plain && !key->text().isEmpty() && key->text().at(0).isLetterOrNumber())
            event->accept();
        else if (key->key() == Qt::Key_Escape && (isDragging() || !m_typed.isEmpty() || m_exchanging != 0))
            event->accept();
    }
    return ColumnBoard::event(event);
}

void GroupBoard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && (isDragging() || !m_typed.isEmpty() || m_exchanging != 0)) {
        endDrag();
        endTyping();
        m_exchanging = 0;
        viewport()->update();
        return;
    }
    if (moveKeyPressed(*event) || letterPressed(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Home:
        return setCurrent(placeAt(0));
    case Qt::Key_End:
        return setCurrent(placeAt(cardCount() - 1));
    case Qt::Key_Space:
        if (currentParticipant() != 0)
            Q_EMIT whyRequested(currentParticipant());
        return;
    case Qt::Key_F2:
        if (current().isValid() && m_groups[static_cast<std::size_t>(current().column)].number > 0 &&
            isWritable())
            Q_EMIT renameRequested(m_groups[static_cast<std::size_t>(current().column)].number);
        return;
    default:
        ColumnBoard::keyPressEvent(event);
    }
}

/// Ctrl and arrows, Enter, Backspace.
bool GroupBoard::moveKeyPressed(const QKeyEvent &event)
{
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        switch (event.key()) {
        case Qt::Key_Left:
            askMove(-1);
            return true;
        case Qt::Key_Right:
            askMove(1);
            return true;
        case Qt::Key_Up:
            askMove(-m_across);
            return true;
        case Qt::Key_Down:
            askMove(m_across);
            return true;
        default:
            return false;
        }
    }
    if (event.key() == Qt::Key_Backspace && !m_typed.isEmpty()) {
        m_typed.chop(1);
        type({});
        return true;
    }
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    const qint64 participant = currentParticipant();
    if (m_typed.isEmpty()) {
        if (participant != 0)
            Q_EMIT whyRequested(participant);
        return true;
    }
    const Target target = m_target;
    endTyping();
    if (target.isValid())
        Q_EMIT moveRequested(participant, target.number);
    return true;
}

bool GroupBoard::letterPressed(const QKeyEvent &event)
{
    if ((event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier || !isWritable() ||
        currentParticipant() == 0)
        return false;
    if (event.key() >= Qt::Key_0 && event.key() <= Qt::Key_9) {
        type(QString::number(event.key() - Qt::Key_0));
        return true;
    }
    if (event.key() == Qt::Key_P) {
        Q_EMIT pinRequested(currentParticipant());
        return true;
    }
    if (event.key() == Qt::Key_S) {
        exchange();
        return true;
    }
    return false;
}

/// Writes the number of the group she shall go to.
void GroupBoard::type(const QString &digit)
{
    const Card *shown = card(current());
    if (shown == nullptr || !shown->away.isEmpty() || m_typed.size() + digit.size() > kMostDigits)
        return;
    m_typed += digit;
    const int number = m_typed.isEmpty() ? -1 : m_typed.toInt();
    const bool isThere = number > 0 && groupNumbered(number) >= 0;
    Target target;
    target.number = isThere && number != numberOf(shown->participant) ? number : -1;
    setTarget(shown->participant, target);
    viewport()->update();
}

void GroupBoard::endTyping()
{
    if (m_typed.isEmpty())
        return;
    m_typed.clear();
    clearTarget(currentParticipant(), true);
}

/// The first S marks a card, the second one exchanges it with the current one.
void GroupBoard::exchange()
{
    const qint64 participant = currentParticipant();
    const Card *shown = card(current());
    if (shown == nullptr || !shown->away.isEmpty())
        return;
    const qint64 other = std::exchange(m_exchanging, m_exchanging == 0 ? participant : 0);
    viewport()->update();
    if (other != 0 && other != participant && numberOf(other) != numberOf(participant))
        Q_EMIT swapRequested(other, participant);
}

void GroupBoard::askMove(int by)
{
    const Card *shown = card(current());
    const int target = current().column + by;
    if (shown == nullptr || !shown->away.isEmpty() || !isWritable() || target < 0 ||
        target >= static_cast<int>(m_groups.size()))
        return;
    Q_EMIT moveRequested(shown->participant, m_groups[static_cast<std::size_t>(target)].number);
}

} // namespace tane
