#pragma once

#include "parts/columnboard.h"
#include "people/ladderstatistics.h"

#include <optional>

namespace tane {

/// The steps of the ladder as columns with people as cards. Cards are painted, not widgets, so that hundreds
/// of people scroll without a wait. A card is dragged to another column, or moved by Ctrl+← and Ctrl+→; the
/// board itself changes nothing, it only asks.
class LadderBoard : public ColumnBoard
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
    explicit LadderBoard(QWidget *parent = nullptr);

    /// The current person stays when she is still there. `steps`: how many the ladder has.
    void setColumns(std::vector<Column> columns, int steps);
    [[nodiscard]] const std::vector<Column> &columns() const { return m_columns; }

    [[nodiscard]] qint64 currentPerson() const;
    /// Makes a person current and scrolls to her. False when she is not on the board.
    bool showPerson(qint64 person);
    [[nodiscard]] const Card *card(Place place) const;
    [[nodiscard]] Place placeOf(qint64 person) const;
    [[nodiscard]] QRect columnRect(int column) const; ///< in coordinates of the viewport
    [[nodiscard]] int dropColumn() const { return m_drop; }

    [[nodiscard]] int columnCount() const override { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] int cardsIn(int column) const override;
    [[nodiscard]] QRect cardRect(Place place) const override;
    [[nodiscard]] Place cardAt(QPoint point) const override;
    [[nodiscard]] QString spoken(Place place) const override;
    void press(Place place) override;

Q_SIGNALS:
    /// She shall stand at another step.
    void moveRequested(qint64 person, int step);
    void assessRequested(qint64 person);
    void personRequested(qint64 person);
    void menuRequested(qint64 person, QPoint globalPos);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void layOut() override;
    void reveal(Place place) override;
    void openMenu(Place place, QPoint globalPos) override;
    void open(Place place) override;
    [[nodiscard]] int headHeight() const override { return m_head; }
    void dragTo(QPoint point) override;
    void drop() override;
    void dragEnded(Place) override { m_drop = -1; }

private:
    void moveCurrent(int columns, int rows);
    void askMove(int by);
    [[nodiscard]] int columnAt(int x) const;
    void drawColumn(QPainter &painter, int column, const QRect &area) const;
    void drawHead(QPainter &painter, int column) const;
    void drawCard(QPainter &painter, const QRect &box, const Card &card, bool current, bool faint) const;
    void drawArrow(QPainter &painter, const QRect &box, Movement movement) const;

    std::vector<Column> m_columns;
    int m_steps = 0;
    int m_columnWidth = 0, m_head = 0, m_cardHeight = 0;
    int m_drop = -1;
};

} // namespace tane
