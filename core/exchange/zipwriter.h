#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tane {

/// Collects the parts of a zip container (a .docx) in memory.
class ZipWriter
{
public:
    enum class Packing { Deflate, Store };

    /// Adds a part; `name` with forward slashes. Parts are written in the order of adding.
    void add(QString name, QByteArray bytes, Packing packing = Packing::Deflate);
    /// The whole container as bytes. Made in memory so that libzip never opens a file by a narrow name
    /// (Windows) and the one atomic writer does all saving. Error: Internal.
    [[nodiscard]] Result<QByteArray> bytes() const;

private:
    struct Part
    {
        QByteArray name, bytes;
        Packing packing;
    };
    std::vector<Part> m_parts;
};

} // namespace tane
