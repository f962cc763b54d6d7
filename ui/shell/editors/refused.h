#pragma once

#include <QString>

class QWidget;

namespace tane {

/// What the fields inside `root` show but could not save, a line each: "募集締切日は保存されていません：…".
/// Empty when all is saved. For when something else is about to be shown in their place.
[[nodiscard]] QString refusedEntries(const QWidget *root);

/// A part of a page where something is written down before it is stored with a button of its own.
class DraftHolder
{
public:
    virtual ~DraftHolder() = default;
    /// What would be lost, in a sentence; empty when nothing would.
    [[nodiscard]] virtual QString unsavedDraft() const = 0;
};

/// What would be lost if everything inside `root` went now: refused entries and drafts, a line each.
[[nodiscard]] QString unsavedEntries(const QWidget *root);

} // namespace tane
