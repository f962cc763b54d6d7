#include "gestures.h"

#include "shell/theme.h"

#include <QApplication>
#include <QInputMethodEvent>

namespace tane::test {

namespace {

QWidget *focused()
{
    QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus != nullptr);
    return focus;
}

} // namespace

void present(Page &page)
{
    static const bool themed = [] {
        applyTheme(*qApp, ThemeChoice::Light);
        return true;
    }();
    REQUIRE(themed);
    page.resize(1150, 720);
    page.show();
    page.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&page));
    page.refresh();
    QCoreApplication::processEvents();
}

void write(const QString &text)
{
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(focused(), &event);
}

void press(int key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(focused(), static_cast<Qt::Key>(key), modifiers);
}

void overwrite(QWidget *field, const QString &text)
{
    field->setFocus(Qt::TabFocusReason);
    QWidget *focus = focused();
    REQUIRE((focus == field || field->isAncestorOf(focus)));
    QTest::keySequence(focus, QKeySequence::SelectAll);
    write(text);
}

void click(QWidget *widget)
{
    REQUIRE(widget != nullptr);
    INFO(widget->objectName().toStdString());
    REQUIRE(widget->isVisible());
    REQUIRE(widget->isEnabled());
    QTest::mouseClick(widget, Qt::LeftButton);
    QCoreApplication::processEvents();
}

void tabTo(QWidget *widget)
{
    REQUIRE(widget != nullptr);
    for (int i = 0; i < 120; ++i) {
        QWidget *focus = QApplication::focusWidget();
        if (focus == widget || (focus && widget->isAncestorOf(focus)))
            return;
        QTest::keyClick(focus ? focus : widget->window(), Qt::Key_Tab);
    }
    FAIL("not reached with Tab: " << widget->objectName().toStdString());
}

void settle()
{
    // Twice: what the first round queues is done in the second, also on a machine that is busy.
    for (int round = 0; round < 2; ++round)
        QTest::qWait(25);
}

void waitUntil(const std::function<bool()> &condition)
{
    REQUIRE(QTest::qWaitFor(condition, 10000));
}

} // namespace tane::test
