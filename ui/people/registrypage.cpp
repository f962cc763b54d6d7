#include "people/registrypage.h"

#include "shell/editors/refused.h"

#include <QApplication>
#include <QHideEvent>

namespace tane {

namespace {

/// The registers of a document as they were read last: the next page need not read them again before
/// something changes. Each page has a copy of its own, which stays where it is when a field that is left
/// saves itself in the middle of showing another record.
class SharedRegistry : public QObject
{
public:
    /// The document's own; made with the first page and gone with the document.
    static SharedRegistry &of(Document &document)
    {
        if (QObject *known = document.findChild<QObject *>(name(), Qt::FindDirectChildrenOnly))
            return static_cast<SharedRegistry &>(*known);
        return *new SharedRegistry(document);
    }
    [[nodiscard]] Result<Registry> current()
    {
        if (!m_registry) {
            TANE_TRY(m_registry, loadRegistry(m_document));
        }
        return *m_registry;
    }

private:
    explicit SharedRegistry(Document &document)
        : QObject(&document)
        , m_document(document)
    {
        setObjectName(name());
        connect(&document, &Document::changed, this, [this] { m_registry.reset(); });
    }
    static QString name() { return QStringLiteral("sharedRegistry"); }
    Document &m_document;
    std::optional<Registry> m_registry;
};

} // namespace

RegistryPage::RegistryPage(const QString &title, PageContext &pageContext, QWidget *parent)
    : ScrollPage(title, pageContext, parent)
{
    SharedRegistry::of(pageContext.document); // hears of a change before the page does
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
    Result<Registry> loaded = SharedRegistry::of(document()).current();
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
