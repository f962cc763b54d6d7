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
    /// The store of the program in `programFolder`: the user's own, an ini file or on Windows the registry. A
    /// portable copy has tane-portable.txt beside it; its store is tane.ini there.
    [[nodiscard]] static std::unique_ptr<Settings> ofProgram(const QString &programFolder);
    /// A store in a file of its own.
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

    /// A copy on a stick or in any folder, which leaves nothing outside that folder unless asked to.
    [[nodiscard]] bool isPortable() const { return !m_portableFolder.isEmpty(); }
    /// Where the user's files are looked for and put at first: the documents; a portable copy's own folder.
    [[nodiscard]] QString filesFolder() const;

    /// Absolute paths, the latest first.
    [[nodiscard]] QStringList recentFiles() const;
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
    explicit Settings(std::unique_ptr<QSettings> store);
    void setRecentFiles(QStringList files);
    std::unique_ptr<QSettings> m_store;
    QString m_portableFolder;
};

} // namespace tane
