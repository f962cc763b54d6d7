#include "shell/filenotice.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace tane {

FileNotice::FileNotice(QWidget *parent)
    : NoticeBar(parent)
{
    connect(this, &NoticeBar::actionTriggered, this, &FileNotice::open);
}

void FileNotice::showFile(const QString &path, const QString &more)
{
    const QFileInfo file(path);
    showFolder(file.absolutePath(), tr("「%1」フォルダーに「%2」を書き出しました。%3")
                                        .arg(file.absoluteDir().dirName(), file.fileName(), more));
    setDetail(QDir::toNativeSeparators(path));
}

void FileNotice::showFolder(const QString &folder, const QString &text)
{
    m_folder = folder;
    show({Notice::Kind::Info, text});
    setDetail(QDir::toNativeSeparators(folder));
    setAction(tr("フォルダーを開く"));
}

void FileNotice::open()
{
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(m_folder)))
        show({Notice::Kind::Hint, tr("フォルダーを開けませんでした。書き出した場所は %1 です。")
                                      .arg(QDir::toNativeSeparators(m_folder))});
}

} // namespace tane
