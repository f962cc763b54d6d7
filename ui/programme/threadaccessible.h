#pragma once

namespace tane {

class ThreadPicture;

/// Screen readers see every card of a ThreadPicture as a check box: checked when it is joined with the chosen
/// goal (a goal: when it is chosen). Can be called again.
void installThreadAccessibility();
/// The current card changed.
void announceThreadNode(ThreadPicture *picture);

} // namespace tane
