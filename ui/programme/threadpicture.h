#pragma once

#include "paper/palette.h"
#include "parts/paintedcards.h"
#include "programme/threadlayout.h"

#include <QWidget>

namespace tane {

/// The thread of evidence as a picture: cards in six columns, from the goals to the follow-up, and for every
/// goal a line through what serves it. A click (or Enter) on a goal chooses it; then one on another card
/// joins or parts the two. Arrow keys walk over the cards, Escape lets the goal go, Ctrl with the wheel or +
/// and - zooms.
class ThreadPicture : public QWidget, public PaintedCards
{
    Q_OBJECT
public:
    explicit ThreadPicture(QWidget *parent = nullptr);

    /// Keeps the chosen goal and the current card when they are still there.
    void setThread(const EvidenceThread &thread, const QHash<qint64, QString> &groups);
    void setEditable(bool editable) { m_editable = editable; }
    [[nodiscard]] const ThreadLayout &picture() const { return m_layout; }

    [[nodiscard]] qint64 chosenGoal() const { return m_chosen; } ///< 0: none
    void chooseGoal(qint64 goal);
    [[nodiscard]] ThreadKey current() const { return m_current; }
    /// Makes a card the current one and asks for it to be seen.
    void setCurrent(ThreadKey key);
    /// As a click does: chooses a goal, or joins and parts.
    void activate(ThreadKey key);

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom); ///< between 0.4 and 2
    /// The card's place in this widget, zoomed.
    [[nodiscard]] QRect boxOf(ThreadKey key) const;
    [[nodiscard]] QString spoken(const ThreadNode &node) const;
    /// Where the chosen goal stands while its card is scrolled away, not zoomed; empty when it is seen.
    [[nodiscard]] QRectF pinnedBox() const;
    [[nodiscard]] QSize sizeHint() const override;

    // To a screen reader every card is a check box: ticked when it is joined with the chosen goal (a goal:
    // when it is chosen).
    [[nodiscard]] int cardCount() const override;
    [[nodiscard]] int currentCard() const override;
    [[nodiscard]] int cardNear(QPoint point) const override;
    [[nodiscard]] QRect cardBox(int index) const override;
    [[nodiscard]] QString spokenCard(int index) const override;
    [[nodiscard]] std::optional<bool> isCardTicked(int index) const override;
    void pressCard(int index) override;

Q_SIGNALS:
    void linkRequested(qint64 goal, tane::EvidenceKind kind, qint64 target, bool linked);
    void chosenChanged(qint64 goal);
    void zoomChanged(double zoom);
    void seeRequested(const QRect &box);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintLinks(QPainter &painter) const;
    void paintThread(QPainter &painter, qint64 goal) const;
    void paintNode(QPainter &painter, const ThreadNode &node) const;
    void paintHead(QPainter &painter) const;
    [[nodiscard]] const ThreadNode &node(int index) const;
    [[nodiscard]] int indexOf(ThreadKey key) const; ///< -1: not there
    [[nodiscard]] bool isLit(const ThreadNode &node) const;
    [[nodiscard]] QPointF toPicture(QPointF position) const { return position / m_zoom; }

    ThreadLayout m_layout;
    qint64 m_chosen = 0;
    ThreadKey m_current;
    ThreadKey m_hovered;
    double m_zoom = 1;
    bool m_editable = true;
};

} // namespace tane
