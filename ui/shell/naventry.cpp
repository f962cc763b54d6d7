#include "shell/naventry.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QFocusEvent>
#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
// Steps, pages and registers fit a screen of 768 lines.
constexpr int kEntryHeight = 28;
constexpr int kTextLeft = 46; // entries stand below the title of their step
constexpr int kRight = 16;
constexpr int kBarWidth = 3;
constexpr int kBoxPadding = 10;
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
    const QFont titleFont = scaledFont(this, type::body, isChecked());
    const QRect line = rect().adjusted(m_aboveSteps ? kRight : kTextLeft, 0, -kRight, 0);
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

NavStep::NavStep(Step step, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_step(step)
    , m_title(title)
{
    setAccessibleName(title);
}

void NavStep::setState(StepState state)
{
    m_state = state;
    setAccessibleDescription(stepStateText(state));
    setToolTip(tr("%1：%2").arg(m_title, stepStateText(state)));
    update();
}

QSize NavStep::sizeHint() const
{
    return {metrics::navWidth, qMax(kEntryHeight, fontMetrics().height() + 8)};
}

void NavStep::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    paintStep(painter, QRectF(16, (height() - 20) / 2.0, 20, 20), m_step, m_state, scheme);
    painter.setFont(scaledFont(this, type::body));
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.drawText(rect().adjusted(kTextLeft, 0, -kRight, 0), Qt::AlignVCenter | Qt::AlignLeft, m_title);
}

ProgrammeBox::ProgrammeBox(QWidget *parent)
    : PaintedButton({}, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void ProgrammeBox::setTexts(const QString &title, const QString &subtitle)
{
    m_title = title;
    m_subtitle = subtitle;
    setAccessibleName(tr("いまのプログラム：%1").arg(title));
    setAccessibleDescription(subtitle);
    setToolTip(title + u'\n' + subtitle);
    updateGeometry();
    update();
}

QStringList ProgrammeBox::titleLines() const
{
    const QFont font = scaledFont(this, type::body, true);
    const int available = qMax(width(), metrics::navWidth - 2 * metrics::m) - 2 * kBoxPadding;
    QTextLayout layout(m_title, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (!first.isValid())
        return {};
    first.setLineWidth(available);
    const int length = first.textLength();
    layout.endLayout();
    QStringList lines = {m_title.left(length).trimmed()};
    if (length < m_title.size())
        lines << QFontMetrics(font).elidedText(m_title.mid(length).trimmed(), Qt::ElideRight, available);
    return lines;
}

QSize ProgrammeBox::sizeHint() const
{
    const int title = QFontMetrics(scaledFont(this, type::body, true)).height() + 5;
    const int subtitle = QFontMetrics(scaledFont(this, type::secondary)).height() + 6;
    return {metrics::navWidth - 2 * metrics::m,
            2 * kBoxPadding + title * qMax(1, static_cast<int>(titleLines().size())) + subtitle};
}

void ProgrammeBox::resizeEvent(QResizeEvent *event)
{
    PaintedButton::resizeEvent(event);
    updateGeometry(); // another width may need another number of lines
}

void ProgrammeBox::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor card = color(ColorRole::Card, scheme);
    painter.setPen(color(ColorRole::Line, scheme));
    painter.setBrush(underMouse() || isDown() ? mixed(color(ColorRole::WeakAccent, scheme), card, 0.5)
                                              : card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius,
                            metrics::cardRadius);
    if (ringVisible())
        paintRing(painter, rect(), metrics::cardRadius);

    QRect area = rect().adjusted(kBoxPadding, kBoxPadding - 1, -kBoxPadding, -kBoxPadding + 1);
    painter.setFont(scaledFont(this, type::body, true));
    painter.setPen(color(ColorRole::Text, scheme));
    const int lineHeight = painter.fontMetrics().height() + 5;
    const QStringList lines = titleLines();
    for (const QString &line : lines) {
        painter.drawText(QRect(area.left(), area.top(), area.width(), lineHeight), Qt::AlignVCenter, line);
        area.setTop(area.top() + lineHeight);
    }
    painter.setFont(scaledFont(this, type::secondary));
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    const QString subtitle =
        painter.fontMetrics().elidedText(m_subtitle, Qt::ElideRight, area.width() - (menu() ? 18 : 0));
    painter.drawText(area, Qt::AlignVCenter, subtitle);
    if (menu()) {
        const int x = area.left() + painter.fontMetrics().horizontalAdvance(subtitle) + 6;
        paintSymbol(painter, QRectF(x, area.center().y() - 5, 11, 11), Symbol::ChevronDown,
                    color(ColorRole::SecondaryText, scheme));
    }
}

} // namespace tane
