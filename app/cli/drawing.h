#pragma once

namespace tane::cli {

/// The one thing the library tane-draw offers: the whole program, with drawing. It is a library of its own
/// because to load Qt Gui takes longer than to count a thousand answers; tane-cli loads it when there is
/// something to draw.
using DrawingProgram = int (*)(int &argc, char **argv);
inline constexpr char kDrawingProgram[] = "taneDraw";

} // namespace tane::cli
