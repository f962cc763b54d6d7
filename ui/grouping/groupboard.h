#pragma once

#include "parts/columnboard.h"

#include <vector>

namespace tane {

/// The groups of a draft as columns of cards, in rows of as many as fit. A card is dragged into another
/// group, or onto another card to change places with it; or it is moved by Ctrl and arrows, by writing the
/// number of a group, or exchanged with S. The board itself changes nothing, it only asks.
class GroupBoard : public ColumnBoard
{
    Q_OBJECT
public:
    struct Card
    {
        qint64 participant = 0;
        QString name;
        QString about; ///< "コーディネーター・1～3年未満"
        QString place; ///< "東部医師会"
        QString area;  ///< "東部": where the workplace lies, beside the name
        QString duty;  ///< "進行", "書記"
        QString away;  ///< "欠席": she has a seat and does not come
        bool pinned = false;
        QString spoken;
    };
    struct Group
    {
        int number = 0; ///< 0: those without a seat
        QString title;
        QString note;        ///< "6人・市町村担当者2人"
        bool marked = false; ///< a rule is not kept here
        std::vector<Card> cards;
    };
    /// Where a card would go: into a group, or to the seat of somebody who takes hers.
    struct Target
    {
        int number = -1; ///< of the group; 0: no seat; −1: nowhere
        qint64 with = 0;
        [[nodiscard]] bool isValid() const { return number >= 0; }
        friend bool operator==(const Target &, const Target &) = default;
    };

    explicit GroupBoard(QWidget *parent = nullptr);

    /// The current person stays when she is still there.
    void setGroups(std::vector<Group> groups);
    [[nodiscard]] const std::vector<Group> &groups() const { return m_groups; }

    [[nodiscard]] qint64 currentParticipant() const;
    bool showParticipant(qint64 participant);
    [[nodiscard]] const Card *card(Place place) const;
    [[nodiscard]] Place placeOf(qint64 participant) const;
    [[nodiscard]] int numberOf(qint64 participant) const; ///< of her group; −1: not on the board
    [[nodiscard]] QRect groupRect(int group) const;
    /// A card is dragged, or the number of its next group is being written.
    [[nodiscard]] bool isMoving() const { return isDragging() || !m_typed.isEmpty(); }
    [[nodiscard]] Target target() const { return m_target; }
    /// The number that is being written, and the card that waits for another one to change places with.
    [[nodiscard]] QString typedNumber() const { return m_typed; }
    [[nodiscard]] qint64 exchanging() const { return m_exchanging; }

    [[nodiscard]] int columnCount() const override { return static_cast<int>(m_groups.size()); }
    [[nodiscard]] int cardsIn(int column) const override;
    [[nodiscard]] QRect cardRect(Place place) const override;
    [[nodiscard]] Place cardAt(QPoint point) const override;
    [[nodiscard]] QString spoken(Place place) const override;
    void press(Place place) override;

Q_SIGNALS:
    void currentChanged(qint64 participant);
    void moveRequested(qint64 participant, int number);
    void swapRequested(qint64 first, qint64 second);
    /// What a drag or a number being written would do now; an invalid target: nothing any more.
    void targetChanged(qint64 participant, tane::GroupBoard::Target target);
    void pinRequested(qint64 participant);
    void whyRequested(qint64 participant);
    void menuRequested(qint64 participant, QPoint globalPos);
    void renameRequested(int number);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void layOut() override;
    void reveal(Place place) override;
    void currentMoved() override;
    void openMenu(Place place, QPoint globalPos) override;
    void open(Place place) override;
    [[nodiscard]] bool isMovable(Place place) const override;
    void dragTo(QPoint point) override;
    void drop() override;
    void dragEnded(Place dragged) override;

private:
    [[nodiscard]] int groupAt(QPoint point) const;
    [[nodiscard]] int groupNumbered(int number) const;
    void step(int across, int down);
    bool letterPressed(const QKeyEvent &event);
    bool moveKeyPressed(const QKeyEvent &event);
    void type(const QString &digit);
    void exchange();
    void askMove(int by);
    void setTarget(qint64 participant, Target target);
    void clearTarget(qint64 participant, bool tell);
    void endTyping();
    void drawGroup(QPainter &painter, int group) const;
    void drawHead(QPainter &painter, int group) const;
    void drawCard(QPainter &painter, const QRect &box, const Card &card, bool current, bool faint) const;
    [[nodiscard]] int drawMarks(QPainter &painter, const QRect &line, const Card &card) const;
    void drawTyped(QPainter &painter) const;

    std::vector<Group> m_groups;
    std::vector<QRect> m_boxes; ///< of the groups, as if nothing were scrolled
    int m_head = 0, m_cardHeight = 0, m_across = 1;
    Target m_target;
    QString m_typed;
    qint64 m_exchanging = 0;
};

} // namespace tane
