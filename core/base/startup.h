#pragma once

namespace tane {

/// To be called first in main(), before Qt is used: takes back what does not work on this system.
void prepareProcess();

} // namespace tane
