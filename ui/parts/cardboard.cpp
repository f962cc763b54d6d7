#include "parts/cardboard.h"

#include <QAccessibleWidget>
#include <QScrollBar>

#include <algorithm>
#include <vector>

namespace tane {

namespace {

/// One card. It has no object of its own: the board's interface owns it.
class CardInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardInterface(CardBoard *board, int index)
        : m_board(board)
        , m_index(index)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_index < m_board->cardCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_board);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_board->spokenCard(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_board->cardBox(m_index);
        return {m_board->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_board->currentCard() == m_index;
        state.focused = state.selected && m_board->hasFocus();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action == pressAction() && isValid())
            m_board->pressCard(m_index);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    CardBoard *m_board;
    int m_index;
};

class BoardInterface : public QAccessibleWidget
{
public:
    explicit BoardInterface(CardBoard *board)
        : QAccessibleWidget(board, QAccessible::List)
    {
    }
    ~BoardInterface() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override { return board()->cardCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_ids.size()) <= index) {
            const int next = static_cast<int>(m_ids.size());
            // Owned by Qt's cache, which the destructor empties again.
            m_ids.push_back(QAccessible::registerAccessibleInterface(new CardInterface(board(), next)));
        }
        return QAccessible::accessibleInterface(m_ids[static_cast<std::size_t>(index)]);
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *wanted) const override
    {
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            if (QAccessible::accessibleInterface(m_ids[i]) == wanted)
                return static_cast<int>(i);
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        return board()->hasFocus() ? child(board()->currentCard()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = board()->viewport()->mapFromGlobal(QPoint(x, y));
        return child(board()->cardNear(point));
    }

private:
    [[nodiscard]] CardBoard *board() const { return static_cast<CardBoard *>(widget()); }
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *board = qobject_cast<CardBoard *>(object);
    return board != nullptr ? new BoardInterface(board) : nullptr;
}

constexpr int kScrollZone = 36; ///< near an edge a dragged card scrolls the board
constexpr int kFastest = 24;    ///< pixels a step

} // namespace

CardBoard::CardBoard(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void CardBoard::announceCurrent()
{
    const int index = currentCard();
    if (!QAccessible::isActive() || !hasFocus() || index < 0)
        return;
    QAccessibleEvent focus(this, QAccessible::Focus);
    focus.setChild(index);
    QAccessible::updateAccessibility(&focus);
}

bool CardBoard::scrollNear(QPoint pointer, int top)
{
    const auto pull = [](int at, int size) {
        return at < kScrollZone ? at - kScrollZone : std::max(0, at - (size - kScrollZone));
    };
    const int height = viewport()->height();
    const int down = pull(pointer.y() - (pointer.y() < height / 2 ? top : 0), height);
    const int across = pull(pointer.x(), viewport()->width());
    verticalScrollBar()->setValue(verticalScrollBar()->value() + std::clamp(down, -kFastest, kFastest));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + std::clamp(across, -kFastest, kFastest));
    return down != 0 || across != 0;
}

} // namespace tane
