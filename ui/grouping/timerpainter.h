#pragma once

#include "grouping/themeguide.h"
#include "paper/palette.h"
#include "programme/sessiontimer.h"

class QPainter;

namespace tane {

/// What the face of the timer shows beside the session.
struct TimerView
{
    QString state;
    QString workshop;
    QDateTime now;
    Scheme scheme = Scheme::Light;
    const ThemeGuide *guide = nullptr; ///< its points are shown; null: the time alone, larger
};
void paintTimer(QPainter &painter, const QRectF &area, const SessionTimer &session, const TimerView &view);

} // namespace tane
