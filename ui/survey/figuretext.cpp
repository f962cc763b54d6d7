#include "survey/figuretext.h"

#include <QCoreApplication>

#include <cmath>

namespace tane {

QString pText(double p)
{
    constexpr double smallest = 0.001;
    if (p < smallest)
        return QCoreApplication::translate("tane::FigureText", "0.001未満");
    return QString::number(p, 'f', 3);
}

QString signedNumber(double value, int decimals)
{
    const QString digits = QString::number(std::abs(value), 'f', decimals);
    const bool isZero = digits.toDouble() == 0;
    return isZero ? digits : value > 0 ? QString(u'+' + digits) : QString(u'−' + digits);
}

QString points(double share)
{
    return QCoreApplication::translate("tane::FigureText", "%1ポイント").arg(signedNumber(100 * share, 1));
}

} // namespace tane
