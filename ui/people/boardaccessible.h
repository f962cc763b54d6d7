#pragma once

namespace tane {

class LadderBoard;

/// Lets screen readers see the cards of boards that are made from now on, each with its name, step and
/// workplace. Calling it again does nothing.
void installBoardAccessibility();
/// Tells them which card is current now.
void announceCard(LadderBoard *board);

} // namespace tane
