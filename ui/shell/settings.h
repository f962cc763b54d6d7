#pragma once

#include <QByteArray>
#include <QStringList>

#include <memory>

class QHeaderView;
class QSettings;

namespace tane {

/// Every setting of the program, declared once in settings.cpp with its key, type and default.
enum class Setting { Theme, LastFolder, RecentFiles, WindowGeometry, WindowState, LastPage };

/// What the program remembers for one user of the computer: nothing of the answers, only how the window was.
class Settings
{
public:
    /// The user's own store: an ini file, on Windows the registry.
    Settings();
    /// A store in a file of its own, for tests.
    explicit Settings(const QString &iniPath);
    ~Settings();
    Settings(const Settings &) = delete;
    Settings &operator=(const Settings &) = delete;

    [[nodiscard]] QString text(Setting setting) const;
    [[nodiscard]] QStringList list(Setting setting) const;
    [[nodiscard]] QByteArray bytes(Setting setting) const;
    void set(Setting setting, const QString &value);
    void set(Setting setting, const QStringList &value);
    void set(Setting setting, const QByteArray &value);

    /// Puts a file at the top of the recent files; the list keeps ten.
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);

    /// Width, order and sorting of a table's columns, by a name of the table ("answers").
    void saveColumns(const QString &name, const QHeaderView *header);
    /// False when nothing was remembered, or it does not fit.
    bool restoreColumns(const QString &name, QHeaderView *header) const;

    /// A small choice of one page ("results", "groupBy"), kept as text.
    void setChoice(const QString &page, const QString &name, const QString &value);
    [[nodiscard]] QString choice(const QString &page, const QString &name,
                                 const QString &fallback = {}) const;

    /// Writes to disk now. The result says whether it could be written.
    bool sync();

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace tane
