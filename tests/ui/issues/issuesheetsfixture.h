#pragma once

#include "../cycle/cyclefixture.h"

#include "people/registry.h"
#include "printing/previewdialog.h"
#include "shell/mainwindow.h"
#include "shell/workspace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPointer>

namespace tane::issuestest {

/// The named child; REQUIREs that it is there.
template<class W = QWidget>
W *child(QWidget &root, const QString &name)
{
    INFO(name.toStdString());
    W *found = root.findChild<W *>(name);
    REQUIRE(found != nullptr);
    return found;
}

/// Writes over a field as from a keyboard and leaves it, which saves it.
inline void overwrite(QWidget *field, const QString &text)
{
    field->setFocus(Qt::TabFocusReason);
    QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus != nullptr);
    REQUIRE((focus == field || field->isAncestorOf(focus)));
    QTest::keySequence(focus, QKeySequence::SelectAll);
    if (text.isEmpty())
        cycletest::press(Qt::Key_Delete);
    else
        cycletest::write(text);
    cycletest::press(Qt::Key_Tab);
    cycletest::settle();
}

/// The preview that a page has just opened.
inline PreviewDialog *preview(QWidget &page)
{
    cycletest::settle();
    PreviewDialog *found = page.findChild<PreviewDialog *>();
    REQUIRE(found != nullptr);
    REQUIRE(found->isVisible());
    return found;
}

/// Presses a button of the preview that saves to `path`.
inline void saveFrom(cycletest::Office &office, PreviewDialog *dialog, const QString &button,
                     const QString &path)
{
    office.desk.dialogs.fileToSave = path;
    cycletest::click(child<QAbstractButton>(*dialog, button));
    cycletest::settle();
}

inline qint64 municipality(cycletest::Office &office, const QString &name)
{
    const auto registry = loadRegistry(office.document());
    REQUIRE(registry.has_value());
    for (const Municipality &each : registry->municipalities)
        if (each.name == name)
            return each.id;
    FAIL("no such municipality");
    return 0;
}

} // namespace tane::issuestest
