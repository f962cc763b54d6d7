#pragma once

#include <QString>

#include <cstdio>

namespace tane::cli {

/// Writes to stdout or stderr: UTF-8 into files and pipes, and what the reader can see into a console,
/// whatever its code page is.
void writeText(std::FILE *stream, const QString &text);

/// A window program has no console on Windows: when it was started from one, and its output was not sent
/// elsewhere, text goes there.
void useConsoleOfParent();

} // namespace tane::cli
