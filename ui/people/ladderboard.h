#pragma once

#include "people/ladderstatistics.h"
#include "shell/cardboard.h"

#include <QTimer>

#include <optional>

namespace tane {

/// The steps of the ladder as columns with people as cards. Cards are painted, not widgets, so that hundreds
/// of people scroll without a wait. A card is dragged to another column, or moved by Ctrl+← and Ctrl+→; the
/// board itself changes nothing, it only asks.
class LadderBoard : public CardBoard
{
    Q_OBJECT
public:
    struct Card
    {
        qint64 person = 0;
        QString name;
        QString place;   ///< "東部センター・A市"
        QString since;   ///< "令和8年6月から"; of a level between two steps also that
        QString support; ///< "支援：令和8年6月 ネットワーク"; empty for none
        Movement movement = Movement::None;
        QString spoken; ///< "青木 はる、レベル1-1、東部センター・A市、令和7年5月から"
    };
    struct Column
    {
        int step = -1; ///< −1: not assessed yet
        QString name, title;
        std::vector<Card> cards;
    };
    /// A card by its place; both −1 for none.
    struct Place
    {
        int column = -1, row = -1;
        [[nodiscard]] bool isValid() const { return column >= 0 && row >= 0; }
        friend bool operator==(const Place &, const Place &) = default;
    };

    explicit LadderBoard(QWidget *parent = nullptr);

    /// The current person stays when she is still there. `steps`: how many the ladder has.
    void setColumns(std::vector<Column> columns, int steps);
    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }
    void setWritable(bool writable) { m_writable = writable; }

    [[nodiscard]] qint64 currentPerson() const;
    [[nodiscard]] Place current() const { return m_current; }
    /// Makes a person current and scrolls to her. False when she is not on the board.
    bool showPerson(qint64 person);
    [[nodiscard]] const Card *card(Place place) const;
    [[nodiscard]] Place placeOf(qint64 person) const;
    /// In coordinates of the viewport.
    [[nodiscard]] QRect cardRect(Place place) const;
    [[nodiscard]] QRect columnRect(int column) const;
    [[nodiscard]] Place cardAt(QPoint point) const;
    [[nodiscard]] bool isDragging() const { return m_dragged.isValid(); }
    [[nodiscard]] int dropColumn() const { return m_drop; }

    // Cards are numbered column by column.
    [[nodiscard]] int cardCount() const override;
    [[nodiscard]] int currentCard() const override { return indexOf(m_current); }
    [[nodiscard]] int cardNear(QPoint point) const override { return indexOf(cardAt(point)); }
    [[nodiscard]] QRect cardBox(int index) const override { return cardRect(placeAt(index)); }
    [[nodiscard]] QString spokenCard(int index) const override;
    void pressCard(int index) override;

Q_SIGNALS:
    /// She shall stand at another step.
    void moveRequested(qint64 person, int step);
    void assessRequested(qint64 person);
    void personRequested(qint64 person);
    void menuRequested(qint64 person, QPoint globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] Place placeAt(int index) const;
    [[nodiscard]] int indexOf(Place place) const;
    void layOut();
    void setCurrent(Place place);
    void reveal(Place place);
    void moveCurrent(int columns, int rows);
    void askMove(int by);
    [[nodiscard]] int columnAt(int x) const;
    [[nodiscard]] int headHeight() const { return m_head; }
    void dragTo(QPoint point);
    void scrollWhileDragging();
    void endDrag();
    void drawColumn(QPainter &painter, int column, const QRect &area) const;
    void drawHead(QPainter &painter, int column) const;
    void drawCard(QPainter &painter, const QRect &box, const Card &card, bool current, bool faint) const;
    void drawArrow(QPainter &painter, const QRect &box, Movement movement) const;

    std::vector<Column> m_columns;
    int m_steps = 0;
    bool m_writable = true;
    Place m_current;
    int m_columnWidth = 0, m_head = 0, m_cardHeight = 0;
    QPoint m_pressed;
    Place m_pressedCard, m_dragged;
    QPoint m_pointer;
    int m_drop = -1;
    QTimer m_scrollTimer;
};

} // namespace tane
