#pragma once

#include "shell/page.h"

#include <functional>
#include <vector>

namespace tane {

/// One page of the window: how the navigation lists it, and how it is made when it is first shown.
struct PageEntry
{
    QString id;      ///< stable: settings and openPage() use it
    QString section; ///< "4 実行": the step of the cycle it belongs to; "地域": a part of its own below the
                     ///< steps; empty: above the steps
    QString title;
    std::function<Page *(PageContext &, QWidget *)> make;
    /// What the navigation shows at the right, also before the page is made; null: Page::badge() says it.
    std::function<QString(Document &)> badge = {};
    /// The page whose entry in the navigation it stands under, reached from there; empty: it has its own.
    QString under = {};
};

/// Every page of this version in the order of the navigation. A new page is one entry here.
[[nodiscard]] std::vector<PageEntry> pageRegistry();

} // namespace tane
