#pragma once

#include "issues/controlsheet.h"

namespace tane {

/// One thing that a sheet says otherwise than another.
struct ControlDifference
{
    QString scene; ///< empty: of the sheet itself
    QString what;  ///< "現状", "指標「入院時情報提供率」の目標値"
    QString before, after;
    friend bool operator==(const ControlDifference &, const ControlDifference &) = default;
};
/// What `after` says otherwise than `before`, in the order of the form. Scenes and indicators are told apart
/// by their names. Empty when they say the same; their order alone is no difference.
[[nodiscard]] std::vector<ControlDifference> controlDifferences(const ControlContent &before,
                                                                const ControlContent &after);

} // namespace tane
