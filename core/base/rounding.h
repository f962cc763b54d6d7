#pragma once

#include <QString>

#include <cstdint>

namespace tane {

/// A percentage in tenths of a percent, rounded half up from an exact ratio of integers (14/224 = 6.25 %
/// gives 6.3 %). No floating point is involved, so nothing depends on a binary representation.
class Percent
{
public:
    /// part/base, 0 <= part, 0 <= base; a base of 0 gives an undefined percentage, shown as "–".
    static Percent of(std::int64_t part, std::int64_t base);

    [[nodiscard]] bool isDefined() const { return m_tenths >= 0; }
    [[nodiscard]] std::int64_t tenths() const { return m_tenths; }
    /// "6.3" without a sign; "–" when undefined.
    [[nodiscard]] QString number() const;
    /// "6.3%"; "–" when undefined.
    [[nodiscard]] QString text() const;

    friend bool operator==(Percent, Percent) = default;

private:
    std::int64_t m_tenths = -1;
};

} // namespace tane
