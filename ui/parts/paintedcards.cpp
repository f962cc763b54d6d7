#include "parts/paintedcards.h"

#include <QAccessibleWidget>
#include <QWidget>

#include <vector>

namespace tane {

/// One card. It has no object of its own: the interface of all of them owns it.
class CardInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CardInterface(PaintedCards *cards, int index)
        : m_cards(cards)
        , m_index(index)
    {
    }
    [[nodiscard]] bool isValid() const override { return m_index < m_cards->cardCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_cards->m_widget);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_cards->spokenCard(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect box = m_cards->cardBox(m_index);
        return {m_cards->m_surface->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override
    {
        return isValid() && m_cards->isCardTicked(m_index) ? QAccessible::CheckBox : QAccessible::ListItem;
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool isCurrent = m_cards->currentCard() == m_index;
        const std::optional<bool> ticked = m_cards->isCardTicked(m_index);
        state.focusable = true;
        state.focused = isCurrent && m_cards->m_widget->hasFocus();
        state.selectable = !ticked;
        state.selected = !ticked && isCurrent;
        state.checkable = ticked.has_value();
        state.checked = ticked.value_or(false);
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return {isValid() && m_cards->isCardTicked(m_index) ? toggleAction() : pressAction()};
    }
    void doAction(const QString &action) override
    {
        if (isValid() && actionNames().contains(action))
            m_cards->pressCard(m_index);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    PaintedCards *m_cards;
    int m_index;
};

class CardsInterface : public QAccessibleWidget
{
public:
    CardsInterface(QWidget *widget, PaintedCards *cards)
        : QAccessibleWidget(widget, QAccessible::List)
        , m_cards(cards)
    {
    }
    ~CardsInterface() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override { return m_cards->cardCount(); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_ids.size()) <= index) {
            const int next = static_cast<int>(m_ids.size());
            // Owned by Qt's cache, which the destructor empties again.
            m_ids.push_back(QAccessible::registerAccessibleInterface(new CardInterface(m_cards, next)));
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
        return widget()->hasFocus() ? child(m_cards->currentCard()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        return child(m_cards->cardNear(m_cards->m_surface->mapFromGlobal(QPoint(x, y))));
    }

private:
    PaintedCards *m_cards;
    mutable std::vector<QAccessible::Id> m_ids;
};

namespace {

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *cards = dynamic_cast<PaintedCards *>(object);
    return cards != nullptr ? new CardsInterface(static_cast<QWidget *>(object), cards) : nullptr;
}

} // namespace

PaintedCards::PaintedCards(QWidget *widget, QWidget *surface)
    : m_widget(widget)
    , m_surface(surface)
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

std::optional<bool> PaintedCards::isCardTicked(int) const
{
    return std::nullopt;
}

void PaintedCards::announceCurrent()
{
    const int index = currentCard();
    if (!QAccessible::isActive() || !m_widget->hasFocus() || index < 0)
        return;
    QAccessibleEvent focus(m_widget, QAccessible::Focus);
    focus.setChild(index);
    QAccessible::updateAccessibility(&focus);
}

} // namespace tane
