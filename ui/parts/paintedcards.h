#pragma once

#include <QRect>
#include <QString>

#include <optional>

class QWidget;

namespace tane {

/// A widget whose cards are painted, not widgets, derives from this too: screen readers see its cards all the
/// same, in reading order, each by what is spoken of it.
class PaintedCards
{
public:
    PaintedCards(const PaintedCards &) = delete;
    PaintedCards &operator=(const PaintedCards &) = delete;
    virtual ~PaintedCards() = default;

    [[nodiscard]] virtual int cardCount() const = 0;
    [[nodiscard]] virtual int currentCard() const = 0; ///< -1: none
    /// The card at a point of the surface; -1: none.
    [[nodiscard]] virtual int cardNear(QPoint point) const = 0;
    [[nodiscard]] virtual QRect cardBox(int index) const = 0; ///< in coordinates of the surface
    [[nodiscard]] virtual QString spokenCard(int index) const = 0;
    /// What Enter does on a card.
    virtual void pressCard(int index) = 0;
    /// Whether a card that can be ticked is; nothing: it is an entry of a list, and pressed.
    [[nodiscard]] virtual std::optional<bool> isCardTicked(int index) const;

protected:
    /// `surface`: what the cards are painted on, `widget` itself or its viewport.
    PaintedCards(QWidget *widget, QWidget *surface);
    /// Tells screen readers which card is current now.
    void announceCurrent();

private:
    friend class CardInterface;
    friend class CardsInterface;
    QWidget *m_widget;
    QWidget *m_surface;
};

} // namespace tane
