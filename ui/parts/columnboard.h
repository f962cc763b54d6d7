#pragma once

#include "parts/cardboard.h"

#include <QTimer>

namespace tane {

/// A board of columns of cards, one of which is current and can be dragged. The board itself changes nothing:
/// it says which card is current, and what a drag asks for.
class ColumnBoard : public CardBoard
{
    Q_OBJECT
public:
    /// A card by its place; both −1 for none.
    struct Place
    {
        int column = -1, row = -1;
        [[nodiscard]] bool isValid() const { return column >= 0 && row >= 0; }
        friend bool operator==(const Place &, const Place &) = default;
    };

    explicit ColumnBoard(QWidget *parent = nullptr);

    void setWritable(bool writable) { m_writable = writable; }
    [[nodiscard]] virtual int columnCount() const = 0;
    [[nodiscard]] virtual int cardsIn(int column) const = 0;
    [[nodiscard]] virtual QRect cardRect(Place place) const = 0; ///< in coordinates of the viewport
    [[nodiscard]] virtual Place cardAt(QPoint point) const = 0;
    [[nodiscard]] virtual QString spoken(Place place) const = 0;
    /// What Enter does on a card.
    virtual void press(Place place) = 0;

    [[nodiscard]] bool hasCard(Place place) const
    {
        return place.isValid() && place.column < columnCount() && place.row < cardsIn(place.column);
    }
    [[nodiscard]] Place current() const { return m_current; }
    [[nodiscard]] bool isDragging() const { return m_dragged.isValid(); }

    // Cards are numbered column by column.
    [[nodiscard]] Place placeAt(int index) const;
    [[nodiscard]] int indexOf(Place place) const; ///< −1: not there
    [[nodiscard]] int cardCount() const override;
    [[nodiscard]] int currentCard() const override { return indexOf(m_current); }
    [[nodiscard]] int cardNear(QPoint point) const override { return indexOf(cardAt(point)); }
    [[nodiscard]] QRect cardBox(int index) const override { return cardRect(placeAt(index)); }
    [[nodiscard]] QString spokenCard(int index) const override { return spoken(placeAt(index)); }
    void pressCard(int index) override { press(placeAt(index)); }

protected:
    virtual void layOut() = 0;
    virtual void reveal(Place place) = 0; ///< scrolls to it
    virtual void currentMoved() {}        ///< another card is current
    virtual void openMenu(Place place, QPoint globalPos) = 0;
    virtual void open(Place place) = 0; ///< by double click
    [[nodiscard]] virtual bool isMovable(Place) const { return true; }
    /// The mouse pressed a card.
    virtual void choose(Place place, Qt::KeyboardModifiers) { setCurrent(place); }
    [[nodiscard]] virtual QString toolTipAt(QPoint point) const;
    [[nodiscard]] virtual Qt::CursorShape cursorAt(QPoint point) const;
    /// What stays above the cards while they scroll.
    [[nodiscard]] virtual int headHeight() const { return 0; }
    /// The pointer of a drag is there now: finds out what dropping would do.
    virtual void dragTo(QPoint point) = 0;
    /// The card was let go where the pointer is: ends the drag, then asks for what it would do.
    virtual void drop() = 0;
    /// The drag is over; `dragged`: its card, none when there was no drag.
    virtual void dragEnded(Place dragged) = 0;

    /// Makes a card current and scrolls to it; does nothing when it is not there.
    void setCurrent(Place place);
    /// After the cards were changed; the card does not scroll into view.
    void restoreCurrent(Place place) { m_current = place; }
    /// Scrolls so that a card and its column are seen whole; `head` stays above, `inside` is left around.
    void bringIntoView(const QRect &card, const QRect &column, int head, int inside);
    void endDrag();
    [[nodiscard]] Place pressed() const { return m_pressed; } ///< the mouse button is down since
    [[nodiscard]] Place dragged() const { return m_dragged; }
    [[nodiscard]] QPoint pointer() const { return m_pointer; }
    [[nodiscard]] QRect draggedBox() const; ///< where the dragged card is painted
    [[nodiscard]] bool isWritable() const { return m_writable; }

    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool m_writable = true;
    Place m_current, m_pressed, m_dragged;
    QPoint m_pressedAt, m_pointer;
    QTimer m_scrollTimer;
};

} // namespace tane
