#pragma once

#include "shell/theme.h"

#include <QMenuBar>

class QActionGroup;

namespace tane {

class FormMenu;

/// The menus of the main window. They know nothing of documents: the window enables actions and connects
/// them.
class MenuBar : public QMenuBar
{
    Q_OBJECT
public:
    struct PageName
    {
        QString id, title;
        QString section; ///< as PageEntry
    };
    MenuBar(const QList<PageName> &pages, bool withSample, QWidget *parent = nullptr);

    QAction *newFile = nullptr, *open = nullptr, *sample = nullptr, *close = nullptr, *copy = nullptr,
            *quit = nullptr;
    FormMenu *forms = nullptr;
    QAction *undo = nullptr, *redo = nullptr, *find = nullptr;
    QMenu *programme = nullptr; ///< filled by the window when it opens
    QAction *guide = nullptr, *about = nullptr;

    void setRecentFiles(const QStringList &paths);
    /// Empty labels: nothing to undo or redo.
    void setUndo(const QString &undoLabel, const QString &redoLabel);
    void setDocumentOpen(bool open);
    void setCurrentPage(const QString &id);
    void setTheme(ThemeChoice choice);
    /// What the page shown can write; the menu is greyed when it is empty.
    void setExportActions(const QList<QAction *> &actions);

Q_SIGNALS:
    void recentChosen(const QString &path);
    void pageChosen(const QString &id);
    void themeChosen(tane::ThemeChoice choice);

private:
    void makeFileMenu(bool withSample);
    void makeEditMenu();
    void makeViewMenu(const QList<PageName> &pages);
    void makeHelpMenu();

    QMenu *m_recent = nullptr;
    QMenu *m_export = nullptr;
    QActionGroup *m_pages = nullptr;
    QActionGroup *m_themes = nullptr;
};

} // namespace tane
