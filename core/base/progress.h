#pragma once

#include <functional>

namespace tane {

/// Called now and then by long work with how much is done of how much (any unit; total 0 = unknown), possibly
/// from a worker thread. Returning false asks the work to stop; it then ends with ErrorCode::Cancelled.
using Progress = std::function<bool(long long done, long long total)>;

} // namespace tane
