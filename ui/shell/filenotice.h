#pragma once

#include "shell/widgets.h"

namespace tane {

/// Tells where a file went, with a button that opens the folder. Stands in the page that wrote the file; hide
/// it when the page is left: what was written is news only as long as the page is in sight.
class FileNotice : public NoticeBar
{
    Q_OBJECT
public:
    explicit FileNotice(QWidget *parent = nullptr);

    /// One file; `more` is a sentence of advice behind it.
    void showFile(const QString &path, const QString &more = {});
    /// Several files in a folder, told with `text`.
    void showFolder(const QString &folder, const QString &text);
    /// The folder that the button opens.
    [[nodiscard]] const QString &folder() const { return m_folder; }

private:
    void open();
    QString m_folder;
};

} // namespace tane
