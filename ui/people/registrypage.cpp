#include "people/registrypage.h"

#include "shell/editors/refused.h"

#include <QApplication>
#include <QHideEvent>

namespace tane {

RegistryPage::RegistryPage(const QString &title, PageContext &pageContext, QWidget *parent)
    : ScrollPage(title, pageContext, parent)
{
    // Saving is seen at once, not when the event loop comes round to it.
    m_follow = connect(&pageContext.document, &Document::changed, this, [this] {
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

// A field saves itself when it loses the focus: that is to happen while there still is a page it can report
// to, and the page must not be filled any more.
RegistryPage::~RegistryPage()
{
    disconnect(m_follow);
    QWidget *focus = QApplication::focusWidget();
    if (focus != nullptr && isAncestorOf(focus))
        focus->clearFocus();
}

void RegistryPage::refresh()
{
    if (!m_stale)
        return;
    m_stale = false;
    Result<Registry> loaded = loadRegistry(document());
    if (!report(loaded)) {
        m_stale = true;
        return;
    }
    m_registry = std::move(*loaded);
    fill();
}

/// What was refused stays in its field; whoever goes on to another page is told that it is not stored.
void RegistryPage::hideEvent(QHideEvent *event)
{
    ScrollPage::hideEvent(event);
    if (event->spontaneous())
        return;
    if (const QString refused = refusedEntries(this); !refused.isEmpty())
        Q_EMIT notice({Notice::Kind::Error, refused});
}

} // namespace tane
