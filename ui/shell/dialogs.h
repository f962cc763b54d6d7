#pragma once

#include "shell/page.h"

namespace tane {

/// The dialogs a person sees: the system's own for files, ours in Japanese for questions. Remembers the last
/// folder.
class RealDialogs : public Dialogs
{
public:
    explicit RealDialogs(Settings &settings)
        : m_settings(settings)
    {
    }
    QString openFile(QWidget *parent, const QString &title, const QString &filter) override;
    QStringList openFiles(QWidget *parent, const QString &title, const QString &filter);
    QString openFolder(QWidget *parent, const QString &title) override;
    /// For a .tane file the system does not offer to overwrite: a file with records is never replaced by a
    /// new one.
    QString saveFile(QWidget *parent, const QString &title, const QString &suggestedName,
                     const QString &filter) override;
    bool confirm(QWidget *parent, const QString &question, const QString &verb) override;
    /// Whether the Enter key says yes to a question with this verb: what only adds or decides, and is undone
    /// with one step. Enter by habit must never take anything away, so every verb not known here waits.
    [[nodiscard]] static bool isHarmless(const QString &verb);
    std::optional<QString> askText(QWidget *parent, const QString &title, const QString &label,
                                   const QString &value) override;

private:
    [[nodiscard]] QString folder() const;
    void remember(const QString &path);
    Settings &m_settings;
};

/// Several files to read at once; empty when cancelled. Dialogs that know only one give that one.
[[nodiscard]] QStringList openFiles(Dialogs &dialogs, QWidget *parent, const QString &title,
                                    const QString &filter);

} // namespace tane
