#include "shell/theme.h"

#include "shell/icons.h"

#include <QApplication>
#include <QPainter>
#include <QProxyStyle>
#include <QSettings>
#include <QStyleFactory>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

// The scheme the desktop started us with, read before our own palette replaces it.
Scheme startScheme()
{
    static const Scheme scheme = schemeOf(QApplication::palette());
    return scheme;
}

/// Fusion with our arrows and combo boxes; a style sheet alone cannot draw arrows without image files.
class TaneStyle : public QProxyStyle
{
public:
    TaneStyle()
        : QProxyStyle(u"Fusion"_s)
    {
    }

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        switch (metric) {
        case PM_SmallIconSize:
            return 16;
        case PM_ToolTipLabelFrameWidth:
            return 4;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
        }
    }

    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        switch (hint) {
        case SH_ToolTip_WakeUpDelay:
            return 500;
        case SH_ComboBox_Popup: // a list below the box, as on Windows, not one laid over it
            return 0;
        case SH_EtchDisabledText:
            return 0;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
        }
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override
    {
        switch (element) {
        case PE_IndicatorArrowDown:
        case PE_IndicatorArrowUp:
        case PE_IndicatorArrowRight:
            drawArrow(element, option, painter);
            return;
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
    }

    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override
    {
        const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (control != CC_ComboBox || !combo || combo->editable || !combo->frame) {
            QProxyStyle::drawComplexControl(control, option, painter, widget);
            return;
        }
        const Scheme scheme = schemeOf(combo->palette);
        const bool focus = combo->state.testFlag(State_HasFocus);
        const bool hover = combo->state.testFlag(State_MouseOver) && combo->state.testFlag(State_Enabled);
        const double width = focus ? 2 : 1;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(color(focus ? ColorRole::Accent : ColorRole::Line, scheme), width));
        painter->setBrush(
            hover ? mixed(color(ColorRole::WeakAccent, scheme), color(ColorRole::Card, scheme), 0.5)
                  : color(ColorRole::Card, scheme));
        painter->drawRoundedRect(QRectF(combo->rect).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                                 6, 6);
        painter->restore();
        QStyleOption arrow(*combo);
        arrow.rect = QRect(combo->rect.right() - 22, combo->rect.top(), 16, combo->rect.height());
        drawArrow(PE_IndicatorArrowDown, &arrow, painter);
    }

private:
    static void drawArrow(PrimitiveElement element, const QStyleOption *option, QPainter *painter)
    {
        const Symbol symbol = element == PE_IndicatorArrowUp      ? Symbol::ChevronUp
                              : element == PE_IndicatorArrowRight ? Symbol::ChevronRight
                                                                  : Symbol::ChevronDown;
        const double side = qMin(12, qMax(option->rect.width(), 8));
        const QPointF centre = QRectF(option->rect).center();
        const bool enabled = option->state.testFlag(State_Enabled);
        const auto group = enabled ? QPalette::Active : QPalette::Disabled;
        paintSymbol(*painter, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), symbol,
                    option->palette.color(group, QPalette::WindowText));
    }
};

} // namespace

QString themeKey(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    case ThemeChoice::System:
        break;
    }
    return u"system"_s;
}

ThemeChoice themeFromKey(const QString &key)
{
    if (key == "light"_L1)
        return ThemeChoice::Light;
    if (key == "dark"_L1)
        return ThemeChoice::Dark;
    return ThemeChoice::System;
}

Scheme schemeOf(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

Scheme systemScheme()
{
#ifdef Q_OS_WIN
    const QSettings personal(
        u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"_s,
        QSettings::NativeFormat);
    return personal.value(u"AppsUseLightTheme"_s, 1).toInt() == 0 ? Scheme::Dark : Scheme::Light;
#else
    return startScheme();
#endif
}

QPalette themePalette(Scheme scheme)
{
    const auto c = [scheme](ColorRole role) { return color(role, scheme); };
    const QColor card = c(ColorRole::Card);
    const QColor text = c(ColorRole::Text);
    const QColor line = c(ColorRole::Line);
    QPalette palette(c(ColorRole::Card), c(ColorRole::Window));
    palette.setColor(QPalette::Window, c(ColorRole::Window));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, card);
    palette.setColor(QPalette::AlternateBase, mixed(c(ColorRole::Window), card, 0.6));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, card);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::ToolTipBase, card);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, c(ColorRole::SecondaryText));
    palette.setColor(QPalette::BrightText, c(ColorRole::ErrorText));
    palette.setColor(QPalette::Highlight, c(ColorRole::WeakAccent));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Link, c(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, c(ColorRole::Accent));
    palette.setColor(QPalette::Light, card);
    palette.setColor(QPalette::Midlight, mixed(line, card, 0.5));
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, mixed(text, line, 0.25));
    palette.setColor(QPalette::Shadow, mixed(text, line, 0.4));
    const QColor faded = mixed(c(ColorRole::SecondaryText), card, 0.6);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(line, card, 0.5));
    return palette;
}

void applyTheme(QApplication &app, ThemeChoice choice)
{
    startScheme();
    const Scheme scheme = choice == ThemeChoice::Light  ? Scheme::Light
                          : choice == ThemeChoice::Dark ? Scheme::Dark
                                                        : systemScheme();
    // The style goes in once; changing the scheme later only exchanges palette and sheet.
    static bool styled = false;
    if (!styled) {
        styled = true;
        QApplication::setStyle(new TaneStyle);
        QFont font = QApplication::font();
        const QString family = japaneseFamily();
        if (!family.isEmpty())
            font.setFamily(family);
        font.setPointSizeF(type::body);
        QApplication::setFont(font);
    }
    QApplication::setPalette(themePalette(scheme));
    app.setStyleSheet(themeStyleSheet(scheme));
}

} // namespace tane
