#pragma once

#include "shell/naventry.h"

class QToolButton;

namespace tane {

/// A recent file: name, folder below it, and a small button that takes it off the list.
class RecentRow : public QWidget
{
    Q_OBJECT
public:
    explicit RecentRow(const QString &path, QWidget *parent = nullptr);
    [[nodiscard]] QString path() const { return m_path; }
    /// Greyed, with a hint; it can still be clicked, because a share may have come back.
    void setMissing(bool missing);
    [[nodiscard]] bool isMissing() const;
    [[nodiscard]] QPushButton *fileButton() const;
    [[nodiscard]] QToolButton *removeButton() const { return m_remove; }

private:
    class FileButton;
    QString m_path;
    FileButton *m_file = nullptr;
    QToolButton *m_remove = nullptr;
};

} // namespace tane
