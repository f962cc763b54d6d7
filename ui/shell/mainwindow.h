#pragma once

#include "programme/sheets.h"
#include "shell/documentcontroller.h"
#include "shell/pageregistry.h"
#include "shell/theme.h"

#include <QMainWindow>

class QStackedWidget;

namespace tane {

class MenuBar;
class SearchBox;
class StartPage;
class Workspace;

/// Puts menus, start page and workspace together. What they do is in DocumentController and in the pages.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Settings &settings, Dialogs &dialogs, std::vector<PageEntry> pages, SampleMaker sample = {},
               QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] DocumentController *controller() const { return m_controller; }
    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] StartPage *startPage() const { return m_start; }
    [[nodiscard]] MenuBar *menus() const { return m_menus; }
    [[nodiscard]] SearchBox *searchBox() const { return m_search; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void rememberNavigation();
    void connectMenus();
    void connectController();
    void connectStartPage();
    void documentOpened();
    void documentClosed();
    void updateHeading();
    void updateUndo();
    void updateRecent();
    void showProblem(const QString &what, const Error &error);
    void chooseTheme(ThemeChoice choice);
    void fillProgrammeMenu();
    void showForm(SheetKind kind);

    Settings &m_settings;
    DocumentController *m_controller = nullptr;
    MenuBar *m_menus = nullptr;
    SearchBox *m_search = nullptr;
    StartPage *m_start = nullptr;
    Workspace *m_workspace = nullptr;
    QStackedWidget *m_stack = nullptr;
    QMenu *m_programmeMenu = nullptr;
};

} // namespace tane
