#pragma once

#include "base/error.h"

#include <QString>

namespace tane {

/// Makes the sample with the programme of the year before it, too: a smaller workshop, answered before and
/// after by invented people, with one item worded otherwise, so that the years can be compared. The window's
/// sample; createSample() is the same without that year. Errors: those of createSample.
[[nodiscard]] Result<> createSampleOfYears(const QString &path);

} // namespace tane
