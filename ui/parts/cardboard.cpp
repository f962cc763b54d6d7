#include "parts/cardboard.h"

#include <QScrollBar>

#include <algorithm>

namespace tane {

namespace {

constexpr int kScrollZone = 36; ///< near an edge a dragged card scrolls the board
constexpr int kFastest = 24;    ///< pixels a step

} // namespace

CardBoard::CardBoard(QWidget *parent)
    : QAbstractScrollArea(parent)
    , PaintedCards(this, viewport())
{
}

bool CardBoard::scrollNear(QPoint pointer, int top)
{
    const auto pull = [](int at, int size) {
        return at < kScrollZone ? at - kScrollZone : std::max(0, at - (size - kScrollZone));
    };
    const int height = viewport()->height();
    const int down = pull(pointer.y() - (pointer.y() < height / 2 ? top : 0), height);
    const int across = pull(pointer.x(), viewport()->width());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(down, -kFastest, kFastest));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::clamp(across, -kFastest, kFastest));
    return down != 0 || across != 0;
}

} // namespace tane
