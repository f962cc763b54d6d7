#pragma once

#include "issues/issuewords.h"
#include "parts/columnboard.h"

#include <array>
#include <functional>
#include <set>
#include <unordered_map>
#include <vector>

namespace tane {

/// The seven stages from a trouble to policy as columns of cards. A stage without cards, and one that the
/// officer folded, is a narrow strip with its name written downwards, so that the others have room; it takes
/// dropped cards all the same. The board itself changes nothing, it only asks.
class IssueBoard : public ColumnBoard
{
    Q_OBJECT
public:
    struct Card
    {
        qint64 id = 0;
        QString title;
        QStringList scenes;
        QString about;    ///< "A市・R8.6・相談窓口"
        QString evidence; ///< "付箋3・相談2"
        QString state;    ///< "対応中"
        QString age;      ///< "8か月"
        QString review;   ///< "まだ挙がる"; empty
        bool remains = false;
        bool closed = false;
        QString spoken;
    };
    using Columns = std::array<std::vector<qint64>, kIssueStages>; ///< ids of cards by stage
    /// What a card says; asked when it is painted or spoken, as there may be thousands.
    using Describe = std::function<Card(qint64 id)>;

    explicit IssueBoard(QWidget *parent = nullptr);

    /// The current card and the selected ones stay when they are still there.
    void setColumns(Columns columns, Describe describe);
    [[nodiscard]] const Columns &columns() const { return m_columns; }
    [[nodiscard]] std::set<int> folded() const { return m_folded; }
    void setFolded(const std::set<int> &stages);
    [[nodiscard]] bool isNarrow(int stage) const;

    [[nodiscard]] qint64 currentId() const;
    /// The selected cards in reading order; the current one when none is.
    [[nodiscard]] std::vector<qint64> selectedIds() const;
    bool showCard(qint64 id);                     ///< makes it current and scrolls to it
    [[nodiscard]] qint64 idAt(Place place) const; ///< 0: no card there
    [[nodiscard]] const Card &describe(qint64 id) const;
    [[nodiscard]] Place placeOf(qint64 id) const;
    [[nodiscard]] QRect columnRect(int column) const;

    [[nodiscard]] int columnCount() const override { return kIssueStages; }
    [[nodiscard]] int cardsIn(int column) const override { return count(column); }
    [[nodiscard]] QRect cardRect(Place place) const override;
    [[nodiscard]] Place cardAt(QPoint point) const override;
    [[nodiscard]] QString spoken(Place place) const override;
    void press(Place place) override;

Q_SIGNALS:
    /// The cards shall stand at a stage, before another card of it (0: at its end).
    void moveRequested(const std::vector<qint64> &cards, tane::IssueStage stage, qint64 before);
    void openRequested(qint64 card);
    void menuRequested(qint64 card, QPoint globalPos);
    void addRequested(tane::IssueStage stage);
    void removeRequested();
    void selectionChanged();
    void foldedChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void layOut() override;
    void reveal(Place place) override;
    void choose(Place place, Qt::KeyboardModifiers modifiers) override;
    void openMenu(Place place, QPoint globalPos) override;
    void open(Place place) override { press(place); }
    [[nodiscard]] QString toolTipAt(QPoint point) const override;
    [[nodiscard]] Qt::CursorShape cursorAt(QPoint point) const override;
    [[nodiscard]] int headHeight() const override { return m_head; }
    void dragTo(QPoint point) override;
    void drop() override;
    void dragEnded(Place dragged) override;

private:
    [[nodiscard]] const std::vector<qint64> &cards(int column) const
    {
        return m_columns[static_cast<std::size_t>(column)];
    }
    [[nodiscard]] int count(int column) const { return static_cast<int>(cards(column).size()); }
    void moveCurrent(int columns, int rows);
    void extend(int rows);
    void askMove(int by);
    void askOrder(int by);
    bool otherKey(QKeyEvent *event);
    void toggleFold(int stage);
    [[nodiscard]] int columnAt(int x) const;
    [[nodiscard]] bool isHead(QPoint point) const; ///< of a stage, or a narrow stage
    void drawColumn(QPainter &painter, int column, const QRect &area) const;
    void drawNarrow(QPainter &painter, int column) const;
    void drawHead(QPainter &painter, int column) const;
    void drawCard(QPainter &painter, const QRect &box, const Card &card, bool current, bool faint) const;
    void drawTags(QPainter &painter, const QRect &line, const QStringList &scenes) const;
    void drawState(QPainter &painter, const QRect &line, const Card &card) const;

    Columns m_columns;
    Describe m_describe;
    mutable std::unordered_map<qint64, Card> m_known;
    std::array<int, kIssueStages> m_left{}, m_width{};
    std::set<int> m_folded;
    std::set<qint64> m_selected;
    Place m_anchor;
    int m_head = 0, m_cardHeight = 0, m_all = 0;
    int m_pressedHead = -1, m_drop = -1, m_dropRow = -1;
};

} // namespace tane
