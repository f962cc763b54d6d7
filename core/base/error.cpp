#include "base/error.h"

namespace tane {

QString Error::toString() const
{
    QString place = file;
    if (!sheet.isEmpty())
        place += (place.isEmpty() ? QString() : QStringLiteral(":")) + sheet;
    if (!cell.isEmpty())
        place +=
            (sheet.isEmpty() ? (place.isEmpty() ? QString() : QStringLiteral(":")) : QStringLiteral("!")) +
            cell;
    return place.isEmpty() ? message : QString(place + QStringLiteral(": ") + message);
}

} // namespace tane
