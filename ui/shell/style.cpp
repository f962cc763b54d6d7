#include "shell/style.h"

#include "shell/icons.h"
#include "shell/theme.h"

#include <QAbstractSpinBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

void drawArrow(QPainter &painter, const QRect &rect, Symbol symbol, const QStyleOption &option)
{
    const double side = qMin(12, qMax(rect.width(), 8));
    const QPointF centre = QRectF(rect).center();
    const auto group = option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    paintSymbol(painter, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), symbol,
                option.palette.color(group, QPalette::WindowText));
}

/// The frame of everything one types or picks in: line edits get the same from the style sheet.
void drawField(QPainter &painter, const QStyleOption &option, bool hoverFills)
{
    const Scheme scheme = schemeOf(QGuiApplication::palette());
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool focus = option.state.testFlag(QStyle::State_HasFocus);
    const bool hover = enabled && hoverFills && option.state.testFlag(QStyle::State_MouseOver);
    const double width = focus ? 2 : 1;
    const QColor card = color(ColorRole::Card, scheme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(focus ? ColorRole::Accent : ColorRole::Line, scheme), width));
    painter.setBrush(!enabled ? color(ColorRole::Window, scheme)
                     : hover  ? mixed(color(ColorRole::WeakAccent, scheme), card, 0.45)
                              : card);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(width / 2, width / 2, -width / 2, -width / 2), 6, 6);
    painter.restore();
}

void drawMark(QPainter &painter, const QStyleOption &option, bool round)
{
    const Scheme scheme = schemeOf(QGuiApplication::palette());
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const QColor card = color(ColorRole::Card, scheme);
    const QColor accent = mixed(color(ColorRole::Accent, scheme), card, enabled ? 1 : 0.4);
    const QColor line = mixed(color(ColorRole::SecondaryText, scheme), card, enabled ? 0.8 : 0.4);
    const int side = qMin(option.rect.width(), option.rect.height());
    QRectF box(0, 0, side, side);
    box.moveCenter(QRectF(option.rect).center());
    box.adjust(0.5, 0.5, -0.5, -0.5);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on || partly ? accent : line);
    painter.setBrush((on || partly) && !round ? accent : card);
    if (round) {
        painter.drawEllipse(box);
        if (on) {
            painter.setBrush(accent);
            painter.drawEllipse(box.center(), side * 0.26, side * 0.26);
        }
    } else {
        painter.drawRoundedRect(box, 3, 3);
        const QColor ink = color(ColorRole::AccentText, scheme);
        if (partly)
            painter.fillRect(QRectF(box.left() + 3, box.center().y() - 1, box.width() - 6, 2), ink);
        else if (on)
            paintSymbol(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), Symbol::Check, ink);
    }
    painter.restore();
}

} // namespace

TaneStyle::TaneStyle()
    : QProxyStyle(u"Fusion"_s)
{
}

void TaneStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *header = qobject_cast<QHeaderView *>(widget);
        header && header->orientation() == Qt::Horizontal) {
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        QFont font = header->font();
        font.setPointSizeF(type::secondary);
        header->setFont(font);
    }
}

int TaneStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_ToolTipLabelFrameWidth:
        return 4;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TaneStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ComboBox_Popup: // a list below the box, as on Windows, not one laid over it
    case SH_EtchDisabledText:
    case SH_ComboBox_AllowWheelScrolling: // a page that scrolls under the pointer changes nothing
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void TaneStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                              const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorArrowDown:
        drawArrow(*painter, option->rect, Symbol::ChevronDown, *option);
        return;
    case PE_IndicatorArrowUp:
        drawArrow(*painter, option->rect, Symbol::ChevronUp, *option);
        return;
    case PE_IndicatorArrowRight:
        drawArrow(*painter, option->rect, Symbol::ChevronRight, *option);
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
            header && header->sortIndicator != QStyleOptionHeader::None) {
            // As in Excel and Explorer: the arrow points up while the smallest is on top. Qt calls that
            // SortDown.
            const bool up = header->sortIndicator == QStyleOptionHeader::SortDown;
            drawArrow(*painter, header->rect, up ? Symbol::ChevronUp : Symbol::ChevronDown, *option);
        }
        return;
    case PE_IndicatorCheckBox:
        drawMark(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        drawMark(*painter, *option, true);
        return;
    case PE_FrameFocusRect: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color(ColorRole::Accent, schemeOf(QGuiApplication::palette())), 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), 3, 3);
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void TaneStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && combo && combo->frame) {
        drawField(*painter, *combo, !combo->editable);
        const QRect &rect = combo->rect;
        drawArrow(*painter, QRect(rect.right() - 22, rect.top(), 16, rect.height()), Symbol::ChevronDown,
                  *combo);
        return;
    }
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_SpinBox && spin && spin->frame) {
        drawField(*painter, *spin, false);
        if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        for (const SubControl part : {SC_SpinBoxUp, SC_SpinBoxDown}) {
            QStyleOption arrow(*spin);
            arrow.rect = proxy()->subControlRect(CC_SpinBox, spin, part, widget);
            const bool up = part == SC_SpinBoxUp;
            arrow.state.setFlag(State_Enabled,
                                spin->stepEnabled.testFlag(up ? QAbstractSpinBox::StepUpEnabled
                                                              : QAbstractSpinBox::StepDownEnabled));
            const QRect small(arrow.rect.center().x() - 5, arrow.rect.center().y() - 4, 10, 10);
            drawArrow(*painter, small, up ? Symbol::ChevronUp : Symbol::ChevronDown, arrow);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace tane
