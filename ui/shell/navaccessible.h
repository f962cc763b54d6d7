#pragma once

namespace tane {

class NavHead;

/// Lets screen readers see whether a part of the navigation is folded. Calling it again does nothing.
void installNavAccessibility();
/// Tells them that it was folded or unfolded now.
void announceUnfolding(NavHead *head);

} // namespace tane
