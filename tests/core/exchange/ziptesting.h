#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tane::testing {

/// One part of a zip container, unpacked; null when there is none of that name or the file is no zip.
[[nodiscard]] QByteArray zipPart(const QString &path, const QString &name);
/// The names of all parts in the order of the container.
[[nodiscard]] QStringList zipNames(const QString &path);
/// Why the part is no well-formed XML; empty when it is.
[[nodiscard]] QString xmlFault(const QByteArray &xml);
/// Every .xml and .rels part that is not well-formed, with the reason.
[[nodiscard]] QStringList xmlFaults(const QString &path);

} // namespace tane::testing
