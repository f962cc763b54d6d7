#include "shell/menubar.h"

#include "printing/formmenu.h"
#include "shell/icons.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tane {

MenuBar::MenuBar(const QList<PageName> &pages, bool withSample, QWidget *parent)
    : QMenuBar(parent)
{
    makeFileMenu(withSample);
    makeEditMenu();
    programme = addMenu(tr("プログラム(&P)"));
    makeViewMenu(pages);
    makeHelpMenu();
    setRecentFiles({});
    setUndo({}, {});
    setDocumentOpen(false);
}

void MenuBar::makeFileMenu(bool withSample)
{
    QMenu *menu = addMenu(tr("ファイル(&F)"));
    newFile = menu->addAction(symbolIcon(Symbol::New), tr("新しいファイルを作る(&N)…"));
    newFile->setShortcut(QKeySequence::New);
    open = menu->addAction(symbolIcon(Symbol::Open), tr("ファイルを開く(&O)…"));
    open->setShortcut(QKeySequence::Open);
    m_recent = menu->addMenu(tr("最近使ったファイル(&R)"));
    if (withSample)
        sample = menu->addAction(symbolIcon(Symbol::Seed, ColorRole::Accent), tr("見本を開く(&S)"));
    menu->addSeparator();
    forms = new FormMenu(menu);
    menu->addMenu(forms);
    m_export = menu->addMenu(symbolIcon(Symbol::Export), tr("書き出し(&E)"));
    copy = menu->addAction(symbolIcon(Symbol::Copy), tr("控えのコピーを保存(&B)…"));
    copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    menu->addSeparator();
    close = menu->addAction(tr("閉じる(&C)"));
    close->setShortcut(Qt::CTRL | Qt::Key_W);
    quit = menu->addAction(tr("終了(&X)"));
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
}

void MenuBar::makeEditMenu()
{
    QMenu *menu = addMenu(tr("編集(&E)"));
    undo = menu->addAction(symbolIcon(Symbol::Undo), {});
    undo->setShortcut(Qt::CTRL | Qt::Key_Z);
    redo = menu->addAction(symbolIcon(Symbol::Redo), {});
    redo->setShortcuts({Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z});
    menu->addSeparator();
    find = menu->addAction(symbolIcon(Symbol::Search), tr("検索(&F)"));
    find->setShortcuts({QKeySequence(QKeySequence::Find), QKeySequence(Qt::CTRL | Qt::Key_K)});
}

void MenuBar::makeViewMenu(const QList<PageName> &pages)
{
    QMenu *menu = addMenu(tr("表示(&V)"));
    m_pages = new QActionGroup(this);
    QString section;
    for (const PageName &page : pages) {
        if (page.section != section)
            menu->addSeparator();
        section = page.section;
        // The window has one shortcut a step, which goes on to the step's next page: here it is only named.
        const QString step = section.left(section.indexOf(u' '));
        const QString key = step.toInt() > 0       ? u"\tCtrl+%1"_s.arg(step)
                            : page.id == u"home"_s ? u"\tCtrl+0"_s
                                                   : QString();
        QAction *action = menu->addAction(page.title + key);
        action->setCheckable(true);
        action->setData(page.id);
        m_pages->addAction(action);
    }
    connect(m_pages, &QActionGroup::triggered, this,
            [this](QAction *action) { Q_EMIT pageChosen(action->data().toString()); });
    menu->addSeparator();
    QMenu *themes = menu->addMenu(tr("画面の明るさ(&T)"));
    m_themes = new QActionGroup(this);
    const auto add = [this, themes](const QString &text, ThemeChoice choice) {
        QAction *action = themes->addAction(text);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        m_themes->addAction(action);
    };
#ifdef Q_OS_WIN
    add(tr("Windowsの設定に合わせる(&W)"), ThemeChoice::System);
#else
    add(tr("パソコンの設定に合わせる(&W)"), ThemeChoice::System);
#endif
    add(tr("明るい(&L)"), ThemeChoice::Light);
    add(tr("暗い(&D)"), ThemeChoice::Dark);
    connect(m_themes, &QActionGroup::triggered, this, [this](QAction *action) {
        Q_EMIT themeChosen(static_cast<ThemeChoice>(action->data().toInt()));
    });
}

void MenuBar::makeHelpMenu()
{
    QMenu *menu = addMenu(tr("ヘルプ(&H)"));
    guide = menu->addAction(symbolIcon(Symbol::Info), tr("利用の手引き(&G)"));
    guide->setShortcut(QKeySequence::HelpContents);
    about = menu->addAction(tr("タネについて(&A)"));
    about->setMenuRole(QAction::AboutRole);
}

void MenuBar::setRecentFiles(const QStringList &paths)
{
    m_recent->clear();
    int number = 1;
    for (const QString &path : paths) {
        QString name = QFileInfo(path).fileName();
        name.replace(u'&', u"&&"_s);
        QAction *action = m_recent->addAction(number <= 9 ? u"&%1  %2"_s.arg(number).arg(name) : name);
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT recentChosen(path); });
        ++number;
    }
    m_recent->setToolTipsVisible(true);
    m_recent->setEnabled(!paths.isEmpty());
}

void MenuBar::setUndo(const QString &undoLabel, const QString &redoLabel)
{
    undo->setText(undoLabel.isEmpty() ? tr("元に戻す(&U)") : tr("元に戻す：%1(&U)").arg(undoLabel));
    undo->setEnabled(!undoLabel.isEmpty());
    redo->setText(redoLabel.isEmpty() ? tr("やり直す(&R)") : tr("やり直す：%1(&R)").arg(redoLabel));
    redo->setEnabled(!redoLabel.isEmpty());
}

void MenuBar::setDocumentOpen(bool isOpen)
{
    close->setEnabled(isOpen);
    copy->setEnabled(isOpen);
    m_pages->setEnabled(isOpen);
    find->setEnabled(isOpen);
    programme->setEnabled(isOpen);
    forms->setEnabled(isOpen);
    if (!isOpen) {
        setExportActions({});
        forms->setCurrentPage({});
    }
}

void MenuBar::setCurrentPage(const QString &id)
{
    forms->setCurrentPage(id);
    for (QAction *action : m_pages->actions())
        action->setChecked(action->data().toString() == id);
}

void MenuBar::setTheme(ThemeChoice choice)
{
    for (QAction *action : m_themes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
}

void MenuBar::setExportActions(const QList<QAction *> &actions)
{
    m_export->clear();
    m_export->addActions(actions);
    m_export->setEnabled(!actions.isEmpty());
}

} // namespace tane
