#include "cli/outputfolder.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <utility>
#include <vector>

namespace tane::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("tane::cli::Analyze", text);
}

/// Puts new files over those of an earlier run, all or none: what is replaced is set aside and comes back
/// when a later step fails.
class Replacement
{
public:
    Replacement(const QDir &fresh, const QDir &aside, const QDir &target)
        : m_fresh(fresh)
        , m_aside(aside)
        , m_target(target)
    {
    }
    Replacement(const Replacement &) = delete;
    Replacement &operator=(const Replacement &) = delete;
    ~Replacement()
    {
        for (auto step = m_steps.crbegin(); step != m_steps.crend(); ++step)
            QFile::rename(step->second, step->first);
        for (const QString &folder : m_newFolders)
            m_target.rmdir(folder);
    }

    Result<> run(bool replacesCharts)
    {
        // Charts of an earlier run with other groups would look as if they belonged to this one.
        if (replacesCharts) {
            const QDir charts(m_target.filePath(QStringLiteral("charts")));
            for (const QString &name : charts.entryList(
                     {QStringLiteral("change-*"), QStringLiteral("transition-*"), QStringLiteral("once-*")},
                     QDir::Files))
                TANE_CHECK(setAside(QStringLiteral("charts/") + name));
        }
        TANE_CHECK(moveIn({}));
        m_steps.clear();
        m_newFolders.clear();
        return {};
    }

private:
    Result<> move(const QString &from, const QString &to, const QString &name)
    {
        if (!QFile::rename(from, to))
            return std::unexpected(cannotWrite(m_target.filePath(name)));
        m_steps.emplace_back(from, to);
        return {};
    }
    Result<> setAside(const QString &name)
    {
        const QString aside = m_aside.filePath(name);
        if (!QDir().mkpath(QFileInfo(aside).path()))
            return std::unexpected(cannotWrite(m_target.filePath(name)));
        return move(m_target.filePath(name), aside, name);
    }
    Result<> moveIn(const QString &folder)
    {
        const QDir from(m_fresh.filePath(folder));
        for (const QFileInfo &entry :
             from.entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden)) {
            const QString name =
                folder.isEmpty() ? entry.fileName() : QString(folder + QLatin1Char('/') + entry.fileName());
            if (entry.isDir()) {
                if (!m_target.exists(name))
                    m_newFolders << name;
                if (!m_target.mkpath(name))
                    return std::unexpected(cannotWrite(m_target.filePath(name)));
                TANE_CHECK(moveIn(name));
                continue;
            }
            const QFileInfo old(m_target.filePath(name));
            if (old.isDir())
                return std::unexpected(cannotWrite(old.filePath()));
            if (old.exists() || old.isSymLink())
                TANE_CHECK(setAside(name));
            TANE_CHECK(move(entry.filePath(), m_target.filePath(name), name));
        }
        return {};
    }

    QDir m_fresh, m_aside, m_target;
    std::vector<std::pair<QString, QString>> m_steps; ///< from, to
    QStringList m_newFolders;
};

/// Makes the folder and gives the topmost one that was missing.
Result<QString> makeFolder(const QString &path)
{
    const QString whole = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    QString missing;
    for (QString at = whole; !QFileInfo::exists(at) && at != QFileInfo(at).path(); at = QFileInfo(at).path())
        missing = at;
    if (QFileInfo(whole).exists() && !QFileInfo(whole).isDir()) {
        return std::unexpected(
            Error{ErrorCode::CannotWrite,
                  tr("書き出し先に同じ名前のファイルがあります。--out にはフォルダーを指定してください。"),
                  QFileInfo(whole).fileName(),
                  {},
                  {},
                  whole});
    }
    if (!missing.isEmpty() && !QDir().mkpath(whole)) {
        return std::unexpected(
            Error{ErrorCode::CannotWrite,
                  tr("書き出し先のフォルダーを作れません。書き込める場所を --out に指定してください。"),
                  QFileInfo(whole).fileName(),
                  {},
                  {},
                  whole});
    }
    return missing;
}

/// Takes away the empty folders that makeFolder made.
void removeFolder(const QString &path, const QString &topmost)
{
    QString at = QDir::cleanPath(QFileInfo(path).absoluteFilePath());
    while (!topmost.isEmpty() && at.startsWith(topmost) && QDir().rmdir(at))
        at = QFileInfo(at).path();
}

} // namespace

Error cannotWrite(const QString &path)
{
    return Error{ErrorCode::CannotWrite,
                 tr("書き出せません。フォルダーに書き込めるか、同じ名前のファイルをほかのプログラムで開いてい"
                    "ないかを確かめてください。"),
                 QFileInfo(path).fileName(),
                 {},
                 {},
                 path};
}

Result<OutputFolder> OutputFolder::prepare(const QString &target)
{
    OutputFolder output;
    output.m_target = target;
    TANE_TRY(output.m_made, makeFolder(target));
    output.m_work = std::make_unique<QTemporaryDir>(QDir(target).filePath(QStringLiteral(".tane-XXXXXX")));
    if (!output.m_work->isValid() || !output.folder().mkpath(QStringLiteral(".")))
        return std::unexpected(cannotWrite(target));
    return output;
}

OutputFolder::~OutputFolder()
{
    if (m_target.isEmpty())
        return;
    m_work.reset();
    removeFolder(m_target, m_made);
}

Result<> OutputFolder::commit(bool replacesCharts)
{
    return Replacement(folder(), QDir(m_work->filePath(QStringLiteral("old"))), QDir(m_target))
        .run(replacesCharts);
}

} // namespace tane::cli
