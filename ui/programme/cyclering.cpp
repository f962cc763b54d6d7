#include "programme/cyclering.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr double kSweep = 72;   // a fifth of the circle
constexpr double kGap = 3.2;    // degrees between two segments
constexpr double kWidth = 0.25; // of the radius
constexpr int kMargin = 6;

double middleAngle(int step) // clockwise from the top, degrees
{
    return (step - 1) * kSweep + kSweep / 2;
}

QPointF onCircle(QPointF centre, double radius, double clockwise)
{
    const double radians = clockwise * std::numbers::pi / 180;
    return centre + QPointF(std::sin(radians), -std::cos(radians)) * radius;
}

} // namespace

CycleRing::CycleRing(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    updateName();
}

void CycleRing::setState(Step step, StepState state)
{
    m_states[static_cast<std::size_t>(step) - 1] = state;
    updateName();
    update();
}

void CycleRing::setCentre(const QString &title, const QString &text)
{
    m_title = title;
    m_text = text;
    update();
}

void CycleRing::setSelected(Step step)
{
    if (m_selected == step)
        return;
    m_selected = step;
    updateName();
    update();
    Q_EMIT stepSelected(step);
}

void CycleRing::updateName()
{
    const StepState state = m_states[static_cast<std::size_t>(m_selected) - 1];
    setAccessibleName(tr("5つのステップ：%1 %2は%3")
                          .arg(static_cast<int>(m_selected))
                          .arg(stepTitle(m_selected), stepStateText(state)));
    setAccessibleDescription(tr("左右の矢印キーで選び、Enterで開きます"));
}

QRectF CycleRing::ring() const
{
    const double size = qMin(width(), height()) - 2 * kMargin;
    return {(width() - size) / 2, (height() - size) / 2, size, size};
}

QPoint CycleRing::middleOf(Step step) const
{
    const QRectF outer = ring();
    const double radius = outer.width() / 2;
    return onCircle(outer.center(), radius * (1 - kWidth / 2), middleAngle(static_cast<int>(step))).toPoint();
}

int CycleRing::stepAt(QPointF position) const
{
    const QRectF outer = ring();
    const QPointF from = position - outer.center();
    const double radius = std::hypot(from.x(), from.y());
    if (radius > outer.width() / 2 || radius < outer.width() / 2 * (1 - kWidth) - 6)
        return 0;
    double clockwise = std::atan2(from.x(), -from.y()) * 180 / std::numbers::pi;
    if (clockwise < 0)
        clockwise += 360;
    return static_cast<int>(clockwise / kSweep) % 5 + 1;
}

void CycleRing::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Step step : allSteps())
        paintSegment(painter, step);

    const QRectF outer = ring();
    const double inner = outer.width() * (1 - kWidth) * 0.82;
    QRectF text(0, 0, inner, inner);
    text.moveCenter(outer.center());
    painter.setFont(scaledFont(this, type::cardTitle + 1.5, true));
    const int titleHeight = painter.fontMetrics().height();
    const QFont small = scaledFont(this, type::secondary);
    const int smallHeight = QFontMetrics(small).height();
    const bool both = !m_text.isEmpty();
    const double top = outer.center().y() - (titleHeight + (both ? smallHeight + 6 : 0)) / 2.0;
    painter.setPen(color(ColorRole::Text, scheme));
    painter.drawText(QRectF(text.left(), top, text.width(), titleHeight), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, static_cast<int>(inner)));
    painter.setFont(small);
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    painter.drawText(QRectF(text.left(), top + titleHeight + 6, text.width(), smallHeight), Qt::AlignCenter,
                     painter.fontMetrics().elidedText(m_text, Qt::ElideRight, static_cast<int>(inner)));
}

void CycleRing::paintSegment(QPainter &painter, Step step)
{
    const Scheme scheme = currentScheme(this);
    const int number = static_cast<int>(step);
    const StepState state = m_states[static_cast<std::size_t>(number) - 1];
    const QRectF outer = ring();
    const double thickness = outer.width() / 2 * kWidth;
    const QRectF inner = outer.adjusted(thickness, thickness, -thickness, -thickness);
    const double start = 90 - (number - 1) * kSweep - kGap / 2;
    const double span = kSweep - kGap;
    QPainterPath path;
    path.arcMoveTo(outer, start);
    path.arcTo(outer, start, -span);
    path.arcTo(inner, start - span, span);
    path.closeSubpath();

    const QColor accent = color(ColorRole::Accent, scheme);
    const QColor card = color(ColorRole::Card, scheme);
    const QColor grey = color(ColorRole::SecondaryText, scheme);
    QColor fill = mixed(color(ColorRole::Line, scheme), card, 0.6);
    QColor ink = grey;
    if (state == StepState::Started) {
        fill = mixed(accent, card, 0.3);
        ink = color(ColorRole::Text, scheme);
    } else if (state == StepState::Done) {
        fill = accent;
        ink = color(ColorRole::AccentText, scheme);
    } else if (state == StepState::Stopped) {
        fill = mixed(grey, card, 0.8);
        ink = card;
    }
    if (m_hovered == number)
        fill = mixed(color(ColorRole::Text, scheme), fill, 0.08);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPath(path);
    if (hasFocus() && m_selected == step) {
        painter.setPen(QPen(color(ColorRole::Text, scheme), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }

    const QPointF middle = onCircle(outer.center(), outer.width() / 2 - thickness / 2, middleAngle(number));
    painter.setFont(scaledFont(this, type::body, state == StepState::Started));
    const double height = painter.fontMetrics().height();
    const double mark = state == StepState::Done || state == StepState::Stopped ? 10 : 0;
    const double width = painter.fontMetrics().horizontalAdvance(stepShortTitle(step));
    // Where the ring is too narrow for both side by side, the mark goes below the word.
    const bool beside = mark == 0 || width + 3 + mark <= thickness - 6;
    const double left = middle.x() - (width + (beside && mark > 0 ? mark + 3 : 0)) / 2;
    const double top = middle.y() - (height + (beside ? 0 : mark)) / 2;
    painter.setPen(ink);
    painter.drawText(QRectF(left, top, width + 2, height), Qt::AlignVCenter | Qt::AlignLeft,
                     stepShortTitle(step));
    const QRectF box = beside ? QRectF(left + width + 3, middle.y() - mark / 2, mark, mark)
                              : QRectF(middle.x() - mark / 2, top + height, mark, mark);
    if (state == StepState::Done)
        paintSymbol(painter, box, Symbol::Check, ink);
    else if (state == StepState::Stopped)
        painter.fillRect(QRectF(box.left(), box.center().y() - 1, mark, 2), ink);
}

void CycleRing::keyPressEvent(QKeyEvent *event)
{
    const int number = static_cast<int>(m_selected);
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
        setSelected(static_cast<Step>(number % 5 + 1));
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
        setSelected(static_cast<Step>((number + 3) % 5 + 1));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT stepActivated(m_selected);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CycleRing::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? stepAt(event->position()) : 0;
}

void CycleRing::mouseReleaseEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position());
    if (event->button() != Qt::LeftButton || step == 0 || step != m_pressed)
        return;
    m_pressed = 0;
    setSelected(static_cast<Step>(step));
    Q_EMIT stepActivated(static_cast<Step>(step));
}

void CycleRing::mouseMoveEvent(QMouseEvent *event)
{
    const int step = stepAt(event->position());
    if (step == m_hovered)
        return;
    m_hovered = step;
    setCursor(step != 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void CycleRing::leaveEvent(QEvent *)
{
    m_hovered = 0;
    update();
}

bool CycleRing::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        if (const int step = stepAt(help->pos()))
            QToolTip::showText(help->globalPos(),
                               tr("%1 %2：%3")
                                   .arg(step)
                                   .arg(stepTitle(static_cast<Step>(step)),
                                        stepStateText(m_states[static_cast<std::size_t>(step) - 1])),
                               this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace tane
