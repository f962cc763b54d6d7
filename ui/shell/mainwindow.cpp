#include "shell/mainwindow.h"

#include "printing/formmenu.h"
#include "printing/showsheet.h"
#include "programme/cycle.h"
#include "shell/editors/refused.h"
#include "shell/helpdialogs.h"
#include "shell/icons.h"
#include "shell/menubar.h"
#include "shell/navbar.h"
#include "shell/searchbox.h"
#include "shell/settings.h"
#include "shell/startpage.h"
#include "shell/theme.h"
#include "shell/workspace.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QShortcut>
#include <QStackedWidget>
#include <QTime>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

/// What the window system puts around a window at most; the window's own size leaves it out.
constexpr QSize kFrame(16, 40);

QList<MenuBar::PageName> pageNames(const std::vector<PageEntry> &pages)
{
    QList<MenuBar::PageName> names;
    for (const PageEntry &page : pages) {
        if (page.under.isEmpty())
            names << MenuBar::PageName{page.id, page.title, page.section};
    }
    return names;
}

QString taneFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && url.fileName().endsWith(".tane"_L1, Qt::CaseInsensitive))
            return url.toLocalFile();
    }
    return {};
}

} // namespace

MainWindow::MainWindow(Settings &settings, Dialogs &dialogs, std::vector<PageEntry> pages, SampleMaker sample,
                       QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
{
    setAcceptDrops(true);
    setWindowIcon(appIcon());
    setMinimumSize(720, 440);
    m_controller = new DocumentController(settings, dialogs, std::move(sample), this);
    m_menus = new MenuBar(pageNames(pages), m_controller->hasSample(), this);
    setMenuBar(m_menus);
    m_stack = new QStackedWidget(this);
    m_start = new StartPage(m_controller->hasSample(), m_stack);
    QSet<QString> pageIds;
    for (const PageEntry &page : pages)
        pageIds.insert(page.id);
    m_workspace = new Workspace(std::move(pages), m_stack);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_workspace);
    setCentralWidget(m_stack);
    m_search = new SearchBox(this, m_menus);
    m_search->setPages(pageIds);
    m_menus->setCornerWidget(m_search);
    m_controller->setUnsaved([this] { return unsavedEntries(m_workspace); });
    m_programmeMenu = m_menus->programme;
    m_workspace->navigation()->setProgrammeMenu(m_programmeMenu);
    rememberNavigation();
    connect(m_programmeMenu, &QMenu::aboutToShow, this, &MainWindow::fillProgrammeMenu);

    connectMenus();
    connectController();
    connectStartPage();
    m_menus->setTheme(themeFromKey(m_settings.text(Setting::Theme)));
    documentClosed();
    if (!restoreGeometry(m_settings.bytes(Setting::WindowGeometry)))
        resize(QSize(1280, 720).boundedTo(screen()->availableSize() - kFrame)); // at 150 % there is less
}

MainWindow::~MainWindow()
{
    // Children are destroyed in order of making: the pages must not outlive the document.
    m_workspace->close();
}

void MainWindow::rememberNavigation()
{
    NavBar *navigation = m_workspace->navigation();
    const QString asMade = navigation->openParts().join(u',');
    navigation->setOpenParts(m_settings.choice(u"navigation"_s, u"open"_s, asMade).split(u','));
    connect(navigation, &NavBar::openPartsChanged, this, [this](const QStringList &parts) {
        m_settings.setChoice(u"navigation"_s, u"open"_s, parts.join(u','));
    });
}

void MainWindow::connectMenus()
{
    const auto on = [this](QAction *action, auto what) {
        connect(action, &QAction::triggered, m_controller, what);
    };
    on(m_menus->newFile, &DocumentController::newFile);
    on(m_menus->open, &DocumentController::openFile);
    on(m_menus->close, &DocumentController::closeFile);
    on(m_menus->copy, &DocumentController::saveCopy);
    on(m_menus->undo, &DocumentController::undo);
    on(m_menus->redo, &DocumentController::redo);
    if (m_menus->sample)
        on(m_menus->sample, &DocumentController::openSample);
    connect(m_menus->forms, &FormMenu::chosen, this, &MainWindow::showForm);
    connect(m_menus->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_menus->guide, &QAction::triggered, this, [this] { showGuide(this); });
    connect(m_menus->about, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_menus, &MenuBar::recentChosen, m_controller, &DocumentController::openPath);
    connect(m_menus, &MenuBar::pageChosen, m_workspace, &Workspace::showPage);
    connect(m_menus, &MenuBar::themeChosen, this, &MainWindow::chooseTheme);
    // Ctrl+1 … Ctrl+5: the step; pressed again, its next page.
    for (const Step step : allSteps()) {
        const int number = static_cast<int>(step);
        auto *key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)), this);
        connect(key, &QShortcut::activated, m_workspace, [this, number] { m_workspace->showStep(number); });
    }
    auto *home = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_0), this);
    connect(home, &QShortcut::activated, m_workspace, [this] { m_workspace->showPage(u"home"_s); });
    connect(m_menus->find, &QAction::triggered, m_search, &SearchBox::begin);
    connect(m_search, &SearchBox::hitChosen, this, [this](const SearchHit &hit) {
        // Where a page cannot bring the row itself into view, it is at least the right page.
        if (!m_workspace->openHit(hit) && m_workspace->currentPage() == hit.page)
            m_workspace->page(hit.page)->setFocus();
    });
}

void MainWindow::connectController()
{
    connect(m_controller, &DocumentController::opened, this, &MainWindow::documentOpened);
    connect(m_controller, &DocumentController::aboutToClose, m_workspace, &Workspace::close);
    connect(m_controller, &DocumentController::closed, this, &MainWindow::documentClosed);
    connect(m_controller, &DocumentController::undoStateChanged, this, &MainWindow::updateUndo);
    connect(m_controller, &DocumentController::failed, this, &MainWindow::showProblem);
    connect(m_controller, &DocumentController::notice, m_workspace,
            [this](const Notice &notice) { m_workspace->showNotice(notice); });
    connect(m_controller, &DocumentController::changed, this, [this] {
        m_workspace->navigation()->setSaved(QTime::currentTime());
        updateHeading();
        m_workspace->refreshSoon();
    });
    connect(m_controller, &DocumentController::contextChanged, this, [this] {
        updateHeading();
        m_workspace->refreshSoon();
    });
    connect(m_controller, &DocumentController::aboutToAct, m_workspace, &Workspace::commitPending);
    connect(m_workspace, &Workspace::workshopChanged, m_controller, &DocumentController::showWorkshop);
    connect(m_workspace, &Workspace::programmeChanged, m_controller, &DocumentController::showProgramme);
    // Later: the page that asks goes with the file that is open now.
    connect(m_workspace, &Workspace::sampleRequested, m_controller, &DocumentController::openSample,
            Qt::QueuedConnection);
    connect(m_workspace, &Workspace::pageShown, this, [this](const QString &id) {
        m_menus->setCurrentPage(id);
        m_menus->setExportActions(m_workspace->page(id)->exportActions());
        m_settings.set(Setting::LastPage, id);
    });
}

void MainWindow::connectStartPage()
{
    connect(m_start, &StartPage::newRequested, m_controller, &DocumentController::newFile);
    connect(m_start, &StartPage::openRequested, m_controller, &DocumentController::openFile);
    connect(m_start, &StartPage::sampleRequested, m_controller, &DocumentController::openSample);
    connect(m_start, &StartPage::fileRequested, m_controller, &DocumentController::openPath);
    connect(m_start, &StartPage::removeRecentRequested, this, [this](const QString &path) {
        m_settings.removeRecentFile(path);
        updateRecent();
    });
}

void MainWindow::documentOpened()
{
    const Document &document = *m_controller->document();
    m_start->clearError();
    m_menus->setDocumentOpen(true);
    m_search->setDocument(m_controller->document());
    m_workspace->navigation()->setSaved({});
    m_stack->setCurrentWidget(m_workspace);
    m_workspace->open(*m_controller->context(), m_settings.text(Setting::LastPage));
    m_workspace->setReadOnly(document.isReadOnly(), document.lockHolder());
    updateHeading();
    updateRecent();
    setWindowTitle(tr("%1 – タネ").arg(QFileInfo(document.path()).fileName()));
}

void MainWindow::documentClosed()
{
    m_menus->setDocumentOpen(false);
    m_search->setDocument(nullptr);
    m_stack->setCurrentWidget(m_start);
    setWindowTitle(tr("タネ"));
    updateRecent();
    updateUndo();
}

void MainWindow::updateHeading()
{
    const auto heading = m_controller->heading();
    m_workspace->navigation()->setProgramme(heading.title, heading.subtitle);
    const PageContext *context = m_controller->context();
    const auto cycle = context && context->programme
                           ? CycleRepository(context->document).load(context->programme).value_or(Cycle())
                           : Cycle();
    for (const Step step : allSteps())
        m_workspace->navigation()->setStepState(step, cycle.state(step));
}

void MainWindow::updateUndo()
{
    const Document *document = m_controller->document();
    m_menus->setUndo(document && document->canUndo() ? document->undoLabel() : QString(),
                     document && document->canRedo() ? document->redoLabel() : QString());
}

void MainWindow::updateRecent()
{
    const QStringList files = m_settings.recentFiles();
    m_menus->setRecentFiles(files);
    m_start->setRecentFiles(files);
}

void MainWindow::showProblem(const QString &what, const Error &error)
{
    if (m_controller->document())
        m_workspace->showNotice({Notice::Kind::Error, what + u'\n' + error.message}, error.detail);
    else
        m_start->showError(what, error);
}

void MainWindow::chooseTheme(ThemeChoice choice)
{
    m_settings.set(Setting::Theme, themeKey(choice));
    m_menus->setTheme(choice);
    applyTheme(*qApp, choice);
}

void MainWindow::showForm(SheetKind kind)
{
    PageContext *context = m_controller->context();
    if (!context)
        return;
    m_workspace->commitPending(); // what is being typed belongs on the sheet
    if (const auto shown = showSheet(*context, kind, 0, this); !shown)
        showProblem(tr("「%1」の様式を表示できませんでした。").arg(sheetTitle(kind)), shown.error());
}

void MainWindow::fillProgrammeMenu()
{
    m_programmeMenu->clear();
    const PageContext *context = m_controller->context();
    if (!context)
        return;
    const bool writable = !m_controller->document()->isReadOnly();
    QMenu *archived = nullptr;
    for (const Programme &programme : m_controller->programmes()) {
        if (programme.archived && !archived)
            archived = m_programmeMenu->addMenu(tr("しまったプログラム(&A)"));
        const QString years = programmeYears(programme);
        QString title = years.isEmpty() ? programme.title : tr("%1（%2）").arg(programme.title, years);
        QAction *action =
            (programme.archived ? archived : m_programmeMenu)->addAction(title.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(programme.id == context->programme);
        connect(action, &QAction::triggered, m_controller,
                [this, id = programme.id] { m_controller->showProgramme(id); });
    }
    m_programmeMenu->addSeparator();
    QAction *add = m_programmeMenu->addAction(symbolIcon(Symbol::Plus), tr("新しいプログラム(&N)…"));
    add->setEnabled(writable);
    connect(add, &QAction::triggered, m_workspace, [this] {
        SearchHit place;
        place.page = u"programmes"_s;
        place.table = u"programme"_s;
        m_workspace->openHit(place); // row 0: a new one
    });
    QAction *list = m_programmeMenu->addAction(tr("プログラムの一覧(&L)"));
    connect(list, &QAction::triggered, m_workspace, [this] { m_workspace->showPage(u"programmes"_s); });
    m_programmeMenu->addSeparator();
    QAction *rename = m_programmeMenu->addAction(tr("プログラムの名前を変える(&R)…"));
    rename->setEnabled(writable && context->programme != 0);
    connect(rename, &QAction::triggered, m_controller, &DocumentController::renameProgramme);
    QAction *prefecture = m_programmeMenu->addAction(tr("都道府県名を書く(&P)…"));
    prefecture->setEnabled(writable);
    connect(prefecture, &QAction::triggered, m_controller, &DocumentController::namePrefecture);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.set(Setting::WindowGeometry, saveGeometry());
    if (!m_controller->closeFile())
        return event->ignore();
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!taneFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = taneFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_controller->openPath(path);
}

} // namespace tane
