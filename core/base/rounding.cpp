#include "base/rounding.h"

namespace tane {

Percent Percent::of(std::int64_t part, std::int64_t base)
{
    Percent result;
    if (base > 0 && part >= 0)
        result.m_tenths = (part * 2000 + base) / (2 * base); // floor(1000 p/b + 1/2)
    return result;
}

QString Percent::number() const
{
    if (!isDefined())
        return QStringLiteral("–");
    return QString::number(m_tenths / 10) + QLatin1Char('.') + QString::number(m_tenths % 10);
}

QString Percent::text() const
{
    return isDefined() ? QString(number() + QLatin1Char('%')) : number();
}

} // namespace tane
