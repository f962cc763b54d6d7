#include "shell/naventry.h"

#include "shell/icons.h"
#include "shell/navaccessible.h"
#include "shell/widgets.h"

#include <QFocusEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
// Steps, pages and registers fit a screen of 768 lines.
constexpr int kEntryHeight = 28;
constexpr int kTextLeft = 46;  // entries stand below the title of their step
constexpr int kLeft = 16;      // titles of no step
constexpr int kRight = 8;      // the longest title and the number of a large workshop stand side by side
constexpr int kNarrowest = 85; // per cent of the usual width of the letters
constexpr int kBarWidth = 3;
constexpr int kChevron = 11;
} // namespace

PaintedButton::PaintedButton(const QString &text, QWidget *parent)
    : QPushButton(text, parent)
{
    setAutoDefault(false);
    setProperty("painted", true);
    setAttribute(Qt::WA_Hover);
}

void PaintedButton::focusInEvent(QFocusEvent *event)
{
    m_keyboardFocus = event->reason() != Qt::MouseFocusReason;
    QPushButton::focusInEvent(event);
}

void PaintedButton::paintRing(QPainter &painter, const QRectF &rect, double radius) const
{
    painter.setPen(QPen(color(ColorRole::Accent, currentScheme(this)), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
}

void NavEntry::setStep(Step step)
{
    m_step = step;
    setText(QString(QString::number(static_cast<int>(step)) + u' ' + text()));
    setAccessibleName(text());
}

void NavEntry::setState(StepState state)
{
    m_state = state;
    setAccessibleDescription(m_badge.isEmpty() ? stepStateText(state)
                                               : tr("%1、%2").arg(stepStateText(state), m_badge));
    setToolTip(tr("%1：%2").arg(text(), stepStateText(state)));
    update();
}

void NavEntry::setBadge(const QString &badge)
{
    if (badge == m_badge)
        return;
    m_badge = badge;
    if (m_step)
        return setState(m_state);
    setAccessibleDescription(badge);
    update();
}

QSize NavEntry::sizeHint() const
{
    return {metrics::navWidth, qMax(kEntryHeight, fontMetrics().height() + 8)};
}

void NavEntry::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor weak = color(ColorRole::WeakAccent, scheme);
    if (isChecked()) {
        painter.fillRect(rect(), weak);
        painter.fillRect(QRect(0, 0, kBarWidth, height()), color(ColorRole::Accent, scheme));
    } else if (underMouse() || isDown()) {
        painter.fillRect(rect(), mixed(weak, color(ColorRole::Card, scheme), isDown() ? 1 : 0.5));
    }
    const QFont badgeFont = scaledFont(this, type::secondary);
    const int badgeWidth =
        m_badge.isEmpty() ? 0 : QFontMetrics(badgeFont).horizontalAdvance(m_badge) + metrics::s;
    QFont titleFont = scaledFont(this, type::body, isChecked());
    // Pages of a step with several stand below its title, behind the number.
    const int left = m_aboveSteps ? kLeft
                     : m_step     ? kTextLeft
                                  : kTextLeft + fontMetrics().horizontalAdvance(u"0 "_s);
    const QRect line = rect().adjusted(left, 0, -kRight, 0);
    // Rather a little narrower than without its last letters.
    const int advance = QFontMetrics(titleFont).horizontalAdvance(text());
    if (advance > line.width() - badgeWidth)
        titleFont.setStretch(std::max(kNarrowest, 100 * (line.width() - badgeWidth) / advance));
    if (m_step)
        paintStep(painter, QRectF(16, (height() - 20) / 2.0, 20, 20), *m_step, m_state, scheme);
    painter.setFont(titleFont);
    painter.setPen(color(ColorRole::Text, scheme));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(titleFont).elidedText(text(), Qt::ElideRight, line.width() - badgeWidth));
    painter.setFont(badgeFont);
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, m_badge);
    if (ringVisible())
        paintRing(painter, QRectF(rect()).adjusted(kBarWidth + 2, 1, -3, -1), 4);
}

NavHead::NavHead(std::optional<Step> step, const QString &title, QWidget *parent)
    : PaintedButton(step ? QString(QString::number(static_cast<int>(*step)) + u' ' + title) : title, parent)
    , m_step(step)
{
    setAccessibleName(text());
    // One stop of the Tab key for the whole list, as in a tree: the arrow keys reach the heads.
    setFocusPolicy(Qt::ClickFocus);
}

void NavHead::describe()
{
    QStringList said;
    if (m_step)
        said << stepStateText(m_state);
    if (!m_open && !m_badgeOf.isEmpty())
        said << m_badgeOf;
    setAccessibleDescription(said.join(u'、'));
    setToolTip(said.isEmpty() ? QString() : tr("%1：%2").arg(text(), said.join(u'、')));
    update();
}

void NavHead::setState(StepState state)
{
    m_state = state;
    describe();
}

void NavHead::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    describe();
    announceUnfolding(this);
}

void NavHead::setFoldable(bool foldable)
{
    m_foldable = foldable;
    update();
}

void NavHead::setBadge(const QString &badge, const QString &ofWhat)
{
    m_badge = badge;
    m_badgeOf = ofWhat;
    describe();
}

QSize NavHead::sizeHint() const
{
    return {metrics::navWidth, qMax(kEntryHeight, fontMetrics().height() + 8)};
}

void NavHead::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor secondary = color(ColorRole::SecondaryText, scheme);
    if (m_foldable && (underMouse() || isDown()))
        painter.fillRect(rect(), mixed(color(ColorRole::WeakAccent, scheme), color(ColorRole::Card, scheme),
                                       isDown() ? 1 : 0.5));
    if (m_step)
        paintStep(painter, QRectF(16, (height() - 20) / 2.0, 20, 20), *m_step, m_state, scheme);
    QRect line = rect().adjusted(m_step ? kTextLeft : kLeft, 0, -kRight, 0);
    const QFont badgeFont = scaledFont(this, type::secondary);
    if (!m_open && !m_badge.isEmpty()) {
        painter.setFont(badgeFont);
        painter.setPen(secondary);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignRight, m_badge);
        line.setRight(line.right() - QFontMetrics(badgeFont).horizontalAdvance(m_badge) - metrics::s);
    }
    const QFont titleFont = m_step ? scaledFont(this, type::body) : badgeFont;
    const QString title =
        QFontMetrics(titleFont).elidedText(text(), Qt::ElideRight, line.width() - kChevron - metrics::s);
    painter.setFont(titleFont);
    painter.setPen(m_step ? color(ColorRole::Text, scheme) : secondary);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft, title);
    if (m_foldable) {
        const int x = line.left() + QFontMetrics(titleFont).horizontalAdvance(title) + 6;
        paintSymbol(painter, QRectF(x, (height() - kChevron) / 2.0, kChevron, kChevron),
                    m_open ? Symbol::ChevronDown : Symbol::ChevronRight, secondary);
    }
    if (ringVisible())
        paintRing(painter, QRectF(rect()).adjusted(kBarWidth + 2, 1, -3, -1), 4);
}

} // namespace tane
