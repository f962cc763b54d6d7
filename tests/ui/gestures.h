#pragma once

#include "shell/page.h"

#include <QTest>

#include <catch2/catch.hpp>

#include <functional>

namespace tane::test {

/// Shows a page as the window does, 1150 × 720, in the light scheme, active.
void present(Page &page);

/// Japanese text to the widget that has the focus, as from an input method.
void write(const QString &text);
/// A key to the widget that has the focus.
void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Puts the focus into a field, selects all of it and writes over it.
void overwrite(QWidget *field, const QString &text);
/// The mouse, on something that is shown and enabled.
void click(QWidget *widget);
/// Presses Tab until the widget has the focus; REQUIREs that it is reached.
void tabTo(QWidget *widget);

/// Lets the window follow what was changed.
void settle();
/// Waits until the condition holds, with a running event loop; REQUIREs that it did.
void waitUntil(const std::function<bool()> &condition);

/// The named child; REQUIREs that it is there. A shown one comes before one that is about to go.
template<class W = QWidget>
W *child(QWidget &root, const QString &name)
{
    W *found = nullptr;
    for (W *each : root.findChildren<W *>(name)) {
        if (found == nullptr || !found->isVisible())
            found = each;
    }
    INFO(name.toStdString());
    REQUIRE(found != nullptr);
    return found;
}

} // namespace tane::test
