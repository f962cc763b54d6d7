#pragma once

#include <QString>

#include <vector>

namespace tane {

/// foldName() for many texts: the same result, several times faster on ordinary Japanese, because what a
/// character becomes is looked up once. Texts with characters that join with their neighbours (combining and
/// half-width sound marks) go through foldName().
class SearchFolder
{
public:
    SearchFolder();
    /// Valid until the next call.
    [[nodiscard]] QStringView fold(const QString &text);

private:
    [[nodiscard]] char16_t lookUp(char16_t c);
    std::vector<char16_t> m_table; ///< by UTF-16 unit
    QString m_folded;
};

} // namespace tane
