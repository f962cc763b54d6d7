#include "shell/theme.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

// The one style sheet of the program. @name stands for a colour of the scheme. Sizes are those of `metrics`;
// fonts are not set here, so that widgets can use the type scale. Widgets choose a look by dynamic
// properties:
//   QLabel[tone="secondary"|"error"|"accent"], QPushButton[primary],
//   QPushButton[segment="first|middle|last|only"], QPushButton[large],
//   QAbstractButton[plain], QPushButton[painted] (draws itself).
const char kSheet[] = R"(
QPushButton, QToolButton {
    background: @card; color: @text; border: 1px solid @line; border-radius: 6px; padding: 5px 12px; min-height: 20px;
}
QToolButton { padding: 4px 7px; }
QPushButton:hover, QToolButton:hover { background: @hover; border-color: @strongLine; }
QPushButton:pressed, QToolButton:pressed, QPushButton:open, QToolButton:open { background: @weak; }
QPushButton:focus, QToolButton:focus { border: 2px solid @accent; padding: 4px 11px; }
QToolButton:focus { padding: 3px 6px; }
QPushButton, QToolButton { outline: none; }
QPushButton:disabled, QToolButton:disabled { color: @faded; background: @window; border-color: @line; }
QPushButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; width: 12px; right: 8px; }
QToolButton[popupMode="2"] { padding-right: 24px; }
QToolButton::menu-indicator { subcontrol-origin: padding; subcontrol-position: right center; width: 12px; right: 7px; }
QToolButton[plain="true"]::menu-indicator { image: none; width: 0; }

QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton[primary="true"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[primary="true"]:pressed { background: @accentPressed; }
QPushButton[primary="true"]:focus { border: 2px solid @ring; }
QPushButton[primary="true"]:disabled { background: @line; color: @faded; border-color: @line; }

QPushButton[large="true"] { min-height: 28px; }
QPushButton[painted="true"], QPushButton[painted="true"]:focus {
    border: none; padding: 0; min-height: 0;
}
QPushButton[plain="true"], QToolButton[plain="true"] { background: transparent; border: 1px solid transparent; }
QPushButton[plain="true"] { color: @accent; }
QPushButton[plain="true"]:disabled { color: @faded; }
QPushButton[plain="true"]:hover, QToolButton[plain="true"]:hover { background: @hover; }
QPushButton[plain="true"]:focus, QToolButton[plain="true"]:focus { border: 2px solid @accent; }
QToolButton[plain="true"] { padding: 3px; min-height: 16px; }
QToolButton[plain="true"]:focus { padding: 2px; }
QToolButton[plain="true"][popupMode="2"] { padding-right: 3px; }

QPushButton[segment] { border-radius: 0; padding: 5px 14px; }
QPushButton[segment="middle"], QPushButton[segment="last"] { border-left: none; }
QPushButton[segment="first"] { border-top-left-radius: 6px; border-bottom-left-radius: 6px; }
QPushButton[segment="last"] { border-top-right-radius: 6px; border-bottom-right-radius: 6px; }
QPushButton[segment="only"] { border-radius: 6px; }
QPushButton[segment]:checked { background: @weak; color: @accent; }
QPushButton[segment]:checked { font-weight: bold; }
QPushButton[segment]:focus:!checked { border: 1px dashed @accent; }
QPushButton[segment]:focus:checked { border: 2px solid @accent; padding: 4px 13px; }

QLineEdit, QPlainTextEdit, QTextEdit {
    background: @card; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px 8px;
    selection-background-color: @accent; selection-color: @onAccent;
}
QLineEdit { min-height: 22px; }
QLineEdit:hover { border-color: @strongLine; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 3px 7px; }
QLineEdit:disabled, QLineEdit:read-only { background: @window; color: @secondary; }

QTextEdit { padding: 2px 6px; }
QTextEdit:focus { padding: 1px 5px; }
QTextEdit:read-only { background: transparent; }
tane--GrowingEdit:read-only { background: @window; color: @secondary; }
QTextEdit[flat="true"] { background: transparent; color: @text; border: 1px solid transparent; border-radius: 4px; padding: 1px 2px; }
QTextEdit[flat="true"]:hover:!focus:!read-only { background: @hover; }
QTextEdit[flat="true"]:focus { background: @card; border: 2px solid @accent; padding: 0 1px; }
QLineEdit[refused="true"], QTextEdit[refused="true"] { border-color: @error; }

QLineEdit[flat="true"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px 6px; }
QLineEdit[flat="true"]:hover:!focus:!read-only { background: @hover; }
QLineEdit[flat="true"]:focus { background: @card; border: 2px solid @accent; padding: 1px 5px; }

QLineEdit > QToolButton, QLineEdit > QToolButton:hover { background: transparent; border: none; padding: 0; min-height: 0; }
QLineEdit[compact="true"] { min-height: 18px; padding: 2px 6px; }
QLineEdit[compact="true"]:focus { padding: 1px 5px; }
QFrame[popup="true"] { background: @card; border: 1px solid @strongLine; border-radius: 6px; }

QLabel { background: transparent; }
QLabel[tone="secondary"] { color: @secondary; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="error"] { color: @error; }

QAbstractItemView {
    background: @card; alternate-background-color: @stripe; border: none; outline: none; gridline-color: @line;
    selection-background-color: @weak; selection-color: @text;
}
QTableView::item, QTreeView::item, QListView::item { padding: 4px 6px; border: none; border-bottom: 1px solid @faintLine; }
QTreeView::item:hover, QListView::item:hover { background: @hover; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected { background: @weak; color: @text; }
QTableView::item:focus, QTreeView::item:focus, QListView::item:focus { border: 1px solid @accent; }
QHeaderView { background: @card; border: none; }
QHeaderView::section {
    background: @card; color: @secondary; border: none; border-bottom: 1px solid @strongLine; padding: 6px; font-weight: normal;
}
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @card; border: none; }
QComboBox QAbstractItemView { border: 1px solid @strongLine; padding: 2px; }
QComboBox, QAbstractSpinBox { min-height: 26px; padding-left: 4px; }
QComboBox { padding-right: 12px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
    background: transparent; border: none; padding: 0 4px; min-height: 0;
}

QMenuBar { background: @card; color: @text; border-bottom: 1px solid @line; padding: 3px 6px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @weak; }
QMenuBar::item:disabled { color: @faded; }
QMenu { background: @card; color: @text; border: 1px solid @strongLine; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 10px; height: 18px; border-radius: 4px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: @weak; }
QMenu::item:disabled { color: @faded; }
QMenu::separator { height: 1px; background: @line; margin: 4px 6px; }
QToolTip { background: @card; color: @text; border: 1px solid @strongLine; padding: 4px 6px; }

QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @scrollHover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: @faintLine; border: none; border-radius: 5px; min-height: 10px; max-height: 10px; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 5px; }
QSplitter::handle { background: transparent; }

tane--NoticeBar { background: @hint; border: 1px solid @hintLine; border-radius: 6px; }
tane--NoticeBar QLabel { color: @hintText; }
tane--NoticeBar[kind="info"] { background: @weak; border-color: @infoLine; }
tane--NoticeBar[kind="info"] QLabel { color: @text; }
tane--NoticeBar[kind="error"] { background: @errorBackground; border-color: @errorLine; }
tane--NoticeBar[kind="error"] QLabel { color: @error; }
)";

QHash<QString, QColor> sheetColors(Scheme scheme)
{
    const auto c = [scheme](ColorRole role) { return color(role, scheme); };
    const QColor card = c(ColorRole::Card);
    const QColor text = c(ColorRole::Text);
    const QColor accent = c(ColorRole::Accent);
    const QColor line = c(ColorRole::Line);
    return {
        {u"window"_s, c(ColorRole::Window)},
        {u"card"_s, card},
        {u"line"_s, line},
        {u"faintLine"_s, mixed(line, card, 0.6)},
        {u"strongLine"_s, mixed(text, line, 0.18)},
        {u"text"_s, text},
        {u"secondary"_s, c(ColorRole::SecondaryText)},
        {u"faded"_s, mixed(c(ColorRole::SecondaryText), card, 0.6)},
        {u"accent"_s, accent},
        {u"onAccent"_s, c(ColorRole::AccentText)},
        {u"accentHover"_s, mixed(accent, text, 0.85)},
        {u"accentPressed"_s, mixed(accent, text, 0.7)},
        {u"ring"_s, mixed(text, accent, 0.75)},
        {u"weak"_s, c(ColorRole::WeakAccent)},
        {u"hover"_s, mixed(c(ColorRole::WeakAccent), card, 0.45)},
        {u"stripe"_s, mixed(c(ColorRole::Window), card, 0.6)},
        {u"scroll"_s, mixed(text, c(ColorRole::Window), 0.22)},
        {u"scrollHover"_s, mixed(text, c(ColorRole::Window), 0.38)},
        {u"hint"_s, c(ColorRole::HintBackground)},
        {u"hintLine"_s, c(ColorRole::HintLine)},
        {u"hintText"_s, c(ColorRole::HintText)},
        {u"infoLine"_s, mixed(accent, c(ColorRole::WeakAccent), 0.3)},
        {u"errorBackground"_s, c(ColorRole::ErrorBackground)},
        {u"error"_s, c(ColorRole::ErrorText)},
        {u"errorLine"_s, mixed(c(ColorRole::ErrorText), c(ColorRole::ErrorBackground), 0.35)},
    };
}

} // namespace

QString themeStyleSheet(Scheme scheme)
{
    const QHash<QString, QColor> colors = sheetColors(scheme);
    const QString source = QString::fromUtf8(kSheet);
    QString sheet;
    sheet.reserve(source.size());
    for (qsizetype i = 0; i < source.size(); ++i) {
        if (source[i] != u'@') {
            sheet += source[i];
            continue;
        }
        qsizetype end = i + 1;
        while (end < source.size() && source[end].isLetter())
            ++end;
        sheet += colors.value(source.mid(i + 1, end - i - 1), Qt::magenta).name();
        i = end - 1;
    }
    return sheet;
}

} // namespace tane
