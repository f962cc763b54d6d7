#pragma once

#include "people/registry.h"
#include "shell/page.h"

namespace tane {

/// One of the lists of the register page.
class RegisterTab : public QWidget
{
    Q_OBJECT
public:
    RegisterTab(PageContext &context, QWidget *parent)
        : QWidget(parent)
        , m_context(context)
    {
    }
    /// Shows what the registers say; they stay alive until the next call.
    virtual void fill(const Registry &registry, bool writable) = 0;
    /// What the filled button of the page adds here.
    [[nodiscard]] virtual QString addText() const = 0;
    virtual void add() = 0;

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();
    void notice(const tane::Notice &notice);
    void openRow(const QString &pageId, const QString &table, qint64 row);

protected:
    [[nodiscard]] PageContext &context() { return m_context; }
    [[nodiscard]] Document &document() { return m_context.document; }
    /// Tells the page of an error; gives whether there was none.
    bool report(const Result<> &result)
    {
        if (result)
            Q_EMIT succeeded();
        else
            Q_EMIT failed(result.error());
        return result.has_value();
    }
    template<class T>
    bool report(const Result<T> &result)
    {
        return report(result ? Result<>() : Result<>(std::unexpected(result.error())));
    }

private:
    PageContext &m_context;
};

} // namespace tane
