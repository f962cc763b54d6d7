#pragma once

#include "issues/boardedit.h"
#include "issues/posterlayout.h"
#include "parts/cardboard.h"

#include <QTimer>

#include <optional>
#include <set>
#include <unordered_set>

namespace tane {

class NoteEditor;

/// A poster as a board: notes and headings are chosen, dragged, grouped, written on in place. The board
/// itself changes nothing, it only asks.
class PosterBoard : public CardBoard
{
    Q_OBJECT
public:
    /// What is marked on papers.
    struct Marks
    {
        std::unordered_set<qint64> carded; ///< notes that became cards
        std::unordered_set<qint64> named;  ///< notes that look like they name a person
    };
    /// What dragged papers would do where they are now.
    struct Target
    {
        enum class Kind { None, Field, Cluster, Note };
        Kind kind = Kind::None;
        qint64 id = 0; ///< of the cluster or note
        BoardPlace place;
        friend bool operator==(const Target &, const Target &) = default;
    };

    explicit PosterBoard(QWidget *parent = nullptr);

    /// What was chosen stays chosen where it is still there.
    void setContent(BoardContent content, Marks marks);
    [[nodiscard]] const BoardContent &content() const { return m_content; }
    [[nodiscard]] const PosterLayout &picture() const { return m_layout; }
    void setWritable(bool writable) { m_writable = writable; }
    /// The field that what is typed goes to; nothing: none is marked.
    void setTypingScene(std::optional<qint64> scene);

    [[nodiscard]] BoardPick pick() const; ///< in reading order
    [[nodiscard]] bool isChosen(PosterKey key) const { return m_chosen.contains(key); }
    [[nodiscard]] PosterKey currentKey() const;
    /// Makes it the only one chosen, and brings it into view. False when it is not on the board.
    bool showKey(PosterKey key);
    void choose(const std::vector<qint64> &notes);
    void clearChoice();

    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom); ///< 0.4 to 2.5
    /// The whole poster, at most at its own size; at its own size too where it would be smaller than `least`.
    void zoomToFit(double least = 0);
    [[nodiscard]] bool isFitted() const { return m_fitted; }
    /// The place of a paper in the viewport.
    [[nodiscard]] QRect itemRect(int index) const;
    [[nodiscard]] QRect fieldRect(int index) const;

    /// Writes on a paper in place.
    void beginEditing(PosterKey key);
    /// With one heading among what is chosen the notes go below it; else a new heading is asked for. Says
    /// what to choose first where nothing can be put together.
    void groupChosen();
    /// Asks for the heading of these notes in place; Escape gives up.
    void beginGrouping(const std::vector<qint64> &notes, qint64 onto = 0);
    [[nodiscard]] NoteEditor *editor() const { return m_editor; }
    [[nodiscard]] bool isDragging() const { return m_dragging; }
    [[nodiscard]] Target target() const { return m_target; }
    /// The poster as a picture, for files.
    [[nodiscard]] QSize pictureSize() const { return m_layout.size(); }

    [[nodiscard]] int cardCount() const override { return static_cast<int>(m_layout.items().size()); }
    [[nodiscard]] int currentCard() const override { return m_current; }
    [[nodiscard]] int cardNear(QPoint point) const override;
    [[nodiscard]] QRect cardBox(int index) const override { return itemRect(index); }
    [[nodiscard]] QString spokenCard(int index) const override;
    void pressCard(int index) override;

Q_SIGNALS:
    void choiceChanged();
    void putRequested(const tane::BoardPick &pick, const tane::BoardPlace &place);
    void gatherRequested(const std::vector<qint64> &notes, qint64 cluster);
    void groupRequested(const std::vector<qint64> &notes, const QString &heading);
    void ungroupRequested(const tane::BoardPick &pick);
    void removeRequested(const tane::BoardPick &pick);
    void renameRequested(tane::PosterKey key, const QString &text);
    void zoomChanged(double zoom);
    void menuRequested(QPoint globalPos);
    void hinted(const QString &text); ///< why nothing happened, and what to do

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] PosterLayout layoutAt(double zoom) const;
    [[nodiscard]] QPoint toSheet(QPoint point) const;
    [[nodiscard]] QRect toView(const QRect &box) const;
    [[nodiscard]] const PosterItem &item(int index) const
    {
        return m_layout.items()[static_cast<std::size_t>(index)];
    }
    void setCurrent(int index, bool extend = false);
    void reveal(const QRect &box);
    bool commandPressed(const QKeyEvent &event);
    void step(int across, int down, bool extend);
    void dragTo(QPoint point);
    void drop();
    void endDrag();
    [[nodiscard]] Target targetAt(QPoint sheet) const;
    void chooseInBand();
    void openEditor(const QRect &box, const QString &text, bool heading);
    void editorDone(bool kept, const QString &text);

    // posterboardpainting.cpp
    void drawName(QPainter &painter) const;
    void drawField(QPainter &painter, const PosterField &field) const;
    void drawClusterFrame(QPainter &painter, const PosterItem &item) const;
    void drawPaper(QPainter &painter, const PosterItem &item, bool faint = false) const;
    void drawChosen(QPainter &painter, const QRectF &frame) const;
    void drawMarks(QPainter &painter, const PosterItem &item, const QColor &ink) const;
    void drawDragged(QPainter &painter) const;
    void drawTarget(QPainter &painter) const;

    BoardContent m_content;
    Marks m_marks;
    PosterLayout m_layout;
    std::set<PosterKey> m_chosen;
    int m_current = -1;
    std::optional<qint64> m_typing;
    double m_zoom = 1;
    bool m_fitted = false;
    bool m_writable = true;

    QPoint m_pressed, m_pointer; ///< in the viewport
    int m_pressedItem = -1;
    bool m_dragging = false;
    bool m_banding = false;
    Target m_target;
    QTimer m_scrollTimer;

    NoteEditor *m_editor = nullptr;
    PosterKey m_editing;
    std::vector<qint64> m_grouping;
};

} // namespace tane
