#pragma once

#include <QString>

class QWidget;

namespace tane {

/// What the fields inside `root` show but could not save, a line each: "募集締切日は保存されていません：…".
/// Empty when all is saved. For when something else is about to be shown in their place.
[[nodiscard]] QString refusedEntries(const QWidget *root);

} // namespace tane
