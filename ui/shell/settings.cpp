#include "shell/settings.h"

#include "base/portable.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kRecentFiles = 10;

struct Declaration
{
    Setting setting;
    QLatin1StringView key;
    QMetaType::Type type;
    QVariant fallback;
};

const Declaration &declaration(Setting setting)
{
    // The one table of settings.
    static const Declaration table[] = {
        {Setting::Theme, "view/theme"_L1, QMetaType::QString, u"system"_s},
        {Setting::LastFolder, "files/lastFolder"_L1, QMetaType::QString, QString()},
        {Setting::RecentFiles, "files/recent"_L1, QMetaType::QStringList, QStringList()},
        {Setting::WindowGeometry, "window/geometry"_L1, QMetaType::QByteArray, QByteArray()},
        {Setting::WindowState, "window/state"_L1, QMetaType::QByteArray, QByteArray()},
        {Setting::LastPage, "window/page"_L1, QMetaType::QString, QString()},
    };
    for (const Declaration &entry : table) {
        if (entry.setting == setting)
            return entry;
    }
    Q_UNREACHABLE();
}

// A value that somebody edited into something else counts as not set.
QVariant valueOf(const QSettings &store, Setting setting)
{
    const Declaration &entry = declaration(setting);
    QVariant value = store.value(entry.key, entry.fallback);
    return value.convert(QMetaType(entry.type)) ? value : entry.fallback;
}

void write(QSettings &store, Setting setting, const QVariant &value)
{
    const Declaration &entry = declaration(setting);
    Q_ASSERT(value.metaType().id() == entry.type);
    store.setValue(entry.key, value);
}

// With the number of columns: a later version may have others, and the old widths would land on the wrong
// ones.
QString columnsKey(const QString &name, const QHeaderView *header)
{
    return u"columns/%1-%2"_s.arg(name).arg(header->count());
}

std::unique_ptr<QSettings> userStore()
{
#ifdef Q_OS_WIN
    const auto format =
        QSettings::NativeFormat; // the registry: what belongs to a user is kept and moved there
#else
    const auto format = QSettings::IniFormat;
#endif
    return std::make_unique<QSettings>(format, QSettings::UserScope, u"tane"_s, u"tane"_s);
}

} // namespace

std::unique_ptr<Settings> Settings::ofProgram(const QString &programFolder)
{
    if (!isPortableCopy(programFolder))
        return std::unique_ptr<Settings>(new Settings(userStore()));
    auto settings = std::make_unique<Settings>(QDir(programFolder).filePath(u"tane.ini"_s));
    settings->m_portableFolder = programFolder;
    return settings;
}

Settings::Settings(const QString &iniPath)
    : Settings(std::make_unique<QSettings>(iniPath, QSettings::IniFormat))
{
}

Settings::Settings(std::unique_ptr<QSettings> store)
    : m_store(std::move(store))
{
}

Settings::~Settings() = default;

QString Settings::text(Setting setting) const
{
    return valueOf(*m_store, setting).toString();
}

QStringList Settings::list(Setting setting) const
{
    return valueOf(*m_store, setting).toStringList();
}

QByteArray Settings::bytes(Setting setting) const
{
    return valueOf(*m_store, setting).toByteArray();
}

void Settings::set(Setting setting, const QString &value)
{
    write(*m_store, setting, value);
}

void Settings::set(Setting setting, const QStringList &value)
{
    write(*m_store, setting, value);
}

void Settings::set(Setting setting, const QByteArray &value)
{
    write(*m_store, setting, value);
}

QString Settings::filesFolder() const
{
    return isPortable() ? m_portableFolder
                        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

QStringList Settings::recentFiles() const
{
    QStringList files = list(Setting::RecentFiles);
    if (isPortable())
        for (QString &file : files)
            file = QDir::cleanPath(QDir(m_portableFolder).absoluteFilePath(file));
    return files;
}

void Settings::addRecentFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    setRecentFiles(files.mid(0, kRecentFiles));
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    setRecentFiles(files);
}

// The letter of a stick's drive differs from one computer to the next: what lies in a portable copy's folder
// is found from there.
void Settings::setRecentFiles(QStringList files)
{
    if (isPortable()) {
        const QDir folder(m_portableFolder);
        for (QString &file : files) {
            const QString relative = folder.relativeFilePath(file);
            if (!relative.startsWith(u"../"_s) && !QDir::isAbsolutePath(relative))
                file = relative;
        }
    }
    set(Setting::RecentFiles, files);
}

void Settings::saveColumns(const QString &name, const QHeaderView *header)
{
    m_store->setValue(columnsKey(name, header), header->saveState());
}

bool Settings::restoreColumns(const QString &name, QHeaderView *header) const
{
    const QByteArray state = m_store->value(columnsKey(name, header)).toByteArray();
    return !state.isEmpty() && header->restoreState(state);
}

void Settings::setChoice(const QString &page, const QString &name, const QString &value)
{
    m_store->setValue(u"pages/%1/%2"_s.arg(page, name), value);
}

QString Settings::choice(const QString &page, const QString &name, const QString &fallback) const
{
    return m_store->value(u"pages/%1/%2"_s.arg(page, name), fallback).toString();
}

bool Settings::sync()
{
    m_store->sync();
    return m_store->status() == QSettings::NoError;
}

} // namespace tane
