#pragma once

#include "base/error.h"

namespace tane {

/// Signals that carry a Result need it: Qt asks of every type it may pass on whether it can be compared.
[[nodiscard]] inline bool operator==(const Error &a, const Error &b)
{
    return a.code == b.code && a.message == b.message && a.file == b.file && a.sheet == b.sheet &&
           a.cell == b.cell && a.detail == b.detail;
}

} // namespace tane
