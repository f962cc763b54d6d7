#include "shell/theme.h"

#include "shell/style.h"

#include <QApplication>
#include <QFont>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

// The scheme the desktop started us with, read before our own palette replaces it.
Scheme startScheme()
{
    static const Scheme scheme = schemeOf(QApplication::palette());
    return scheme;
}

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
