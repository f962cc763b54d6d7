#pragma once

#include <QString>
#include <QStringList>

namespace tane::testing {

/// What a tool prints that gets the file on its standard input. The test fails when the tool does.
[[nodiscard]] QString runOnFile(const QString &tool, const QStringList &arguments, const QString &path);

} // namespace tane::testing
