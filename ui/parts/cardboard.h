#pragma once

#include "parts/paintedcards.h"

#include <QAbstractScrollArea>

namespace tane {

/// A board of painted cards, so that hundreds scroll without a wait.
class CardBoard : public QAbstractScrollArea, public PaintedCards
{
    Q_OBJECT
public:
    explicit CardBoard(QWidget *parent = nullptr);

protected:
    /// Scrolls when a dragged card is near an edge; `top`: what stays above the cards. Whether it did.
    bool scrollNear(QPoint pointer, int top);
};

} // namespace tane
