#include "programme/threadaccessible.h"

#include "programme/threadpicture.h"

#include <QAccessibleWidget>

#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

class PictureInterface;

/// One card. It has no object of its own: the picture's interface owns it.
class NodeInterface : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    NodeInterface(ThreadPicture *picture, int index)
        : m_picture(picture)
        , m_index(index)
    {
    }
    [[nodiscard]] bool isValid() const override { return node() != nullptr; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_picture);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        const ThreadNode *shown = node();
        return kind == QAccessible::Name && shown ? m_picture->spoken(*shown) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    [[nodiscard]] QRect rect() const override
    {
        const ThreadNode *shown = node();
        if (!shown)
            return {};
        const QRect box = m_picture->boxOf(shown->key);
        return {m_picture->mapToGlobal(box.topLeft()), box.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::CheckBox; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        const ThreadNode *shown = node();
        if (!shown) {
            state.invalid = true;
            return state;
        }
        const ThreadKey key = shown->key;
        const qint64 chosen = m_picture->chosenGoal();
        state.focusable = true;
        state.focused = m_picture->hasFocus() && m_picture->current() == key;
        state.checkable = true;
        state.checked =
            key.isGoal() ? key.id == chosen : chosen != 0 && m_picture->picture().isLinked(chosen, key);
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {toggleAction()}; }
    void doAction(const QString &action) override
    {
        const ThreadNode *shown = node();
        if (action == toggleAction() && shown)
            m_picture->activate(ThreadKey(shown->key));
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    [[nodiscard]] const ThreadNode *node() const
    {
        const auto &nodes = m_picture->picture().nodes();
        return m_index < static_cast<int>(nodes.size()) ? &nodes[static_cast<std::size_t>(m_index)] : nullptr;
    }
    ThreadPicture *m_picture;
    int m_index;
};

class PictureInterface : public QAccessibleWidget
{
public:
    explicit PictureInterface(ThreadPicture *picture)
        : QAccessibleWidget(picture, QAccessible::List)
    {
    }
    ~PictureInterface() override
    {
        for (const QAccessible::Id id : m_ids)
            QAccessible::deleteAccessibleInterface(id);
    }
    [[nodiscard]] int childCount() const override
    {
        return static_cast<int>(picture()->picture().nodes().size());
    }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        while (static_cast<int>(m_ids.size()) <= index) {
            const int next = static_cast<int>(m_ids.size());
            // Owned by Qt's cache, which the destructor empties again.
            m_ids.push_back(QAccessible::registerAccessibleInterface(new NodeInterface(picture(), next)));
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
        return picture()->hasFocus() ? child(currentIndex()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }
    [[nodiscard]] int currentIndex() const
    {
        const auto &nodes = picture()->picture().nodes();
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (nodes[i].key == picture()->current())
                return static_cast<int>(i);
        }
        return -1;
    }

private:
    [[nodiscard]] ThreadPicture *picture() const { return static_cast<ThreadPicture *>(widget()); }
    mutable std::vector<QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *picture = qobject_cast<ThreadPicture *>(object);
    return picture != nullptr ? new PictureInterface(picture) : nullptr;
}

} // namespace

void installThreadAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceThreadNode(ThreadPicture *picture)
{
    if (!QAccessible::isActive() || !picture->hasFocus())
        return;
    const auto &nodes = picture->picture().nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].key != picture->current())
            continue;
        QAccessibleEvent focus(picture, QAccessible::Focus);
        focus.setChild(static_cast<int>(i));
        QAccessible::updateAccessibility(&focus);
        return;
    }
}

} // namespace tane
