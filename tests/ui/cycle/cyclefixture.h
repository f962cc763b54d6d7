#pragma once

#include "../gestures.h"
#include "../shell/shelltest.h"

#include "programme/cycle.h"
#include "shell/mainwindow.h"
#include "shell/workspace.h"

namespace tane::cycletest {

using test::click;
using test::press;
using test::settle;
using test::write;

/// The real window with its real pages over a file in a folder of the test's own.
class Office
{
public:
    Office();
    /// Makes a file with one programme of fiscal year 2026 and shows it.
    void begin(const QString &templateId = {});
    void beginEmpty();  ///< a file without a programme
    void beginSample(); ///< the built-in sample
    void reopen();      ///< closes the window's file and opens it again from disk

    template<class P>
    P *show(const QString &id)
    {
        window->workspace()->showPage(id);
        QCoreApplication::processEvents();
        P *page = qobject_cast<P *>(window->workspace()->page(id));
        REQUIRE(page != nullptr);
        return page;
    }
    [[nodiscard]] Document &document() { return *window->controller()->document(); }
    [[nodiscard]] qint64 programme() { return window->controller()->context()->programme; }
    [[nodiscard]] std::vector<TargetGroup> groups();
    [[nodiscard]] Cycle cycle();
    template<class T>
    [[nodiscard]] std::vector<T> all(const QString &column, qint64 value)
    {
        auto records = RecordTable<T>(document()).all(column, value);
        REQUIRE(records.has_value());
        return std::move(*records);
    }

    shelltest::Desk desk;
    std::unique_ptr<MainWindow> window;
};

} // namespace tane::cycletest
