#pragma once

namespace tane {

/// Who moderates (進行) and who writes (書記) in a group, as the officer wants it. Automatic: as the rules
/// name them; None: she is never named by them.
enum class GroupDuty { Automatic, Facilitator, Scribe, None };

} // namespace tane
