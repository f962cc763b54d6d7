#include "shell/navaccessible.h"

#include "shell/naventry.h"

#include <QAccessibleWidget>

namespace tane {

namespace {

class HeadInterface : public QAccessibleWidget
{
public:
    explicit HeadInterface(NavHead *head)
        : QAccessibleWidget(head, QAccessible::Button)
    {
        addControllingSignal(QStringLiteral("clicked(bool)"));
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.focusable = true;
        state.expandable = head()->isFoldable();
        state.expanded = head()->isOpen();
        state.collapsed = !head()->isOpen();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return head()->isFoldable() ? QStringList{pressAction(), setFocusAction()}
                                    : QStringList{setFocusAction()};
    }
    void doAction(const QString &action) override
    {
        if (action == pressAction())
            head()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    [[nodiscard]] NavHead *head() const { return static_cast<NavHead *>(widget()); }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *head = qobject_cast<NavHead *>(object);
    return head != nullptr ? new HeadInterface(head) : nullptr;
}

} // namespace

void installNavAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void announceUnfolding(NavHead *head)
{
    if (!QAccessible::isActive())
        return;
    QAccessible::State changed;
    changed.expanded = true;
    changed.collapsed = true;
    QAccessibleStateChangeEvent event(head, changed);
    QAccessible::updateAccessibility(&event);
}

} // namespace tane
