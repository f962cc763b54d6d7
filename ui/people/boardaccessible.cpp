#include "people/boardaccessible.h"

#include "people/ladderboard.h"

#include <QAccessibleWidget>

#include <vector>

namespace tane {

namespace {

/// Cards are numbered column by column.
LadderBoard::Place placeAt(const LadderBoard *board, int index)
{
    int column = 0;
    for (const LadderBoard::Column &each : board->columns()) {
        const auto count = static_cast<int>(each.cards.size());
        if (index < count)
            return {column, index};
        index -= count;
        ++column;
    }
    return {};
}

int indexOf(const LadderBoard *board, LadderBoard::Place place)
{
    if (board->card(place) == nullptr)
        return -1;
    int index = place.row;
    for (int column = 0; column < place.column; ++column)
        index += static_cast<int>(board->columns()[static_cast<std::size_t>(column)].cards.size());
    return index;
}

/// One card. It has no object of its own: the board's interface owns it.
class CardInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardInterface(LadderBoard *board, int index)
        : m_board(board)
        , m_index(index)
    {
    }
    [[nodiscard]] bool isValid() const override { return card() != nullptr; }
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
        const LadderBoard::Card *shown = card();
        return kind == QAccessible::Name && shown ? shown->spoken : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        const LadderBoard::Place place = placeAt(m_board, m_index);
        if (m_board->card(place) == nullptr)
            return {};
        const QRect box = m_board->cardRect(place);
        return {m_board->viewport()->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        const LadderBoard::Card *shown = card();
        if (!shown) {
            state.invalid = true;
            return state;
        }
        state.focusable = true;
        state.selectable = true;
        state.selected = m_board->currentPerson() == shown->person;
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
        const LadderBoard::Card *shown = card();
        if (action == pressAction() && shown)
            Q_EMIT m_board->assessRequested(shown->person);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] const LadderBoard::Card *card() const { return m_board->card(placeAt(m_board, m_index)); }
    LadderBoard *m_board;
    int m_index;
};

class BoardInterface : public QAccessibleWidget
{
public:
    explicit BoardInterface(LadderBoard *board)
        : QAccessibleWidget(board, QAccessible::List)
    {
    }
    ~BoardInterface() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override
    {
        int count = 0;
        for (const LadderBoard::Column &column : board()->columns())
            count += static_cast<int>(column.cards.size());
        return count;
    }
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
        return board()->hasFocus() ? child(indexOf(board(), board()->current())) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint point = board()->viewport()->mapFromGlobal(QPoint(x, y));
        return child(indexOf(board(), board()->cardAt(point)));
    }

private:
    [[nodiscard]] LadderBoard *board() const { return static_cast<LadderBoard *>(widget()); }
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *board = qobject_cast<LadderBoard *>(object);
    return board != nullptr ? new BoardInterface(board) : nullptr;
}

} // namespace

void installBoardAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceCard(LadderBoard *board)
{
    const int index = indexOf(board, board->current());
    if (!QAccessible::isActive() || !board->hasFocus() || index < 0)
        return;
    QAccessibleEvent focus(board, QAccessible::Focus);
    focus.setChild(index);
    QAccessible::updateAccessibility(&focus);
}

} // namespace tane
