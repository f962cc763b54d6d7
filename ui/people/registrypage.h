#pragma once

#include "people/registry.h"
#include "shell/scrollpage.h"

namespace tane {

/// What the pages about registers, supports and cross tables have in common: the registers as values, read
/// again when the file changed, and what a field refused being told when the page is left.
class RegistryPage : public ScrollPage
{
    Q_OBJECT
public:
    RegistryPage(const QString &title, PageContext &context, QWidget *parent);
    ~RegistryPage() override;

    /// Reads the registers when they changed and calls fill(). The page follows the file by itself while it
    /// is visible: a call that finds nothing new costs nothing.
    void refresh() final;

protected:
    /// Shows what registry() says.
    virtual void fill() = 0;
    void hideEvent(QHideEvent *event) override;

    [[nodiscard]] const Registry &registry() const { return m_registry; }
    [[nodiscard]] Document &document() { return context().document; }
    [[nodiscard]] bool isWritable() { return !context().document.isReadOnly(); }

private:
    Registry m_registry;
    QMetaObject::Connection m_follow; ///< of the document's changes
    bool m_stale = true;
};

} // namespace tane
