#pragma once

#include <QAbstractScrollArea>

namespace tane {

/// A board whose cards are painted, not widgets, so that hundreds scroll without a wait. Screen readers see
/// the cards all the same, in reading order, each by what is spoken of it.
class CardBoard : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit CardBoard(QWidget *parent = nullptr);

    [[nodiscard]] virtual int cardCount() const = 0;
    [[nodiscard]] virtual int currentCard() const = 0; ///< -1: none
    /// The card at a point of the viewport; -1: none.
    [[nodiscard]] virtual int cardNear(QPoint point) const = 0;
    [[nodiscard]] virtual QRect cardBox(int index) const = 0; ///< in coordinates of the viewport
    [[nodiscard]] virtual QString spokenCard(int index) const = 0;
    /// What Enter does on a card.
    virtual void pressCard(int index) = 0;

protected:
    /// Tells screen readers which card is current now.
    void announceCurrent();
    /// Scrolls when a dragged card is near an edge; `top`: what stays above the cards. Whether it did.
    bool scrollNear(QPoint pointer, int top);
};

} // namespace tane
