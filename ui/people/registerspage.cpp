#include "people/registerspage.h"

#include "parts/filefilters.h"
#include "people/areastab.h"
#include "people/centrestab.h"
#include "people/ladderstepsdialog.h"
#include "people/municipalitiestab.h"
#include "people/prefecturestart.h"
#include "people/registerimportdialog.h"
#include "people/surveycomparedialog.h"
#include "people/vocabularydialog.h"
#include "programme/workshop.h"
#include "shell/icons.h"
#include "shell/widgets.h"

#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

RegistersPage::RegistersPage(PageContext &pageContext, QWidget *parent)
    : RegistryPage(tr("市町村・センター"), pageContext, parent)
{
    makeHeader();
    makeMenus();
    m_start = new PrefectureStart(this);
    body()->addWidget(m_start, 1);
    connect(m_start, &PrefectureStart::chosen, this, &RegistersPage::addPrefectureNamed);
    connect(m_start, &PrefectureStart::ownRequested, this,
            [this] { openImport(RegisterKind::Municipalities, {}); });
    connect(m_tabs, &SegmentedControl::currentIndexChanged, this, &RegistersPage::showTab);
}

void RegistersPage::makeHeader()
{
    m_tabs = new SegmentedControl(this);
    m_tabs->setObjectName(u"registerTabs"_s);
    m_tabs->setAccessibleName(tr("名簿の種類"));
    m_tabs->setItems({tr("市町村"), tr("センター"), tr("圏域・都道府県")});
    m_files = new QPushButton(tr("取り込み・書き出し"), this);
    m_files->setObjectName(u"registerFiles"_s);
    m_more = new QPushButton(tr("そのほか"), this);
    m_more->setObjectName(u"registerMore"_s);
    m_add = new QPushButton(symbolIcon(Symbol::Plus, ColorRole::AccentText), {}, this);
    m_add->setObjectName(u"addRecord"_s);
    makePrimary(m_add);
    top()->addWidget(m_tabs, 0, Qt::AlignLeft); // at 150 % the header has no room for them
    for (QWidget *widget : std::initializer_list<QWidget *>{m_files, m_more, m_add})
        header()->addAction(widget);
    connect(m_add, &QPushButton::clicked, this, [this] { current()->add(); });
}

void RegistersPage::makeMenus()
{
    auto *files = new QMenu(m_files);
    const auto add = [this](QMenu *menu, const QString &text, QList<QAction *> &list, const auto &what) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, what);
        list << action;
    };
    for (const RegisterKind kind : {RegisterKind::Municipalities, RegisterKind::Centres})
        add(files, tr("%1の一覧を取り込む…").arg(registerKindText(kind)), m_imports,
            [this, kind] { openImport(kind, {}); });
    files->addSeparator();
    for (const RegisterKind kind : {RegisterKind::Municipalities, RegisterKind::Centres})
        add(files, tr("%1の一覧を Excel に書き出す…").arg(registerKindText(kind)), m_exports,
            [this, kind] { exportList(kind); });
    files->addSeparator();
    add(files, tr("実施状況調査と比べる…"), m_exports, [this] { openCompare({}); });
    m_exports.removeLast(); // it writes nothing by itself
    m_files->setMenu(files);
    auto *more = new QMenu(m_more);
    add(more, tr("選択肢の編集…"), m_edits, [this] {
        auto *dialog = new VocabularyDialog(context(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    add(more, tr("レベルの段階…"), m_edits, [this] {
        auto *dialog = new LadderStepsDialog(context(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    add(more, tr("都道府県を加える…"), m_edits, [this] { addAnotherPrefecture(); });
    m_more->setMenu(more);
}

void RegistersPage::fill()
{
    const bool any = !registry().prefectures.empty() || !registry().municipalities.empty();
    m_start->setVisible(!any);
    m_start->setWritable(isWritable());
    if (const auto named = WorkshopRepository(document()).prefecture(); named && !any)
        m_start->suggest(*named);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_tabs, m_files, m_more, m_add})
        widget->setVisible(any);
    for (QAction *action : std::as_const(m_imports))
        action->setEnabled(isWritable());
    for (QAction *action : std::as_const(m_edits))
        action->setEnabled(isWritable());
    m_add->setEnabled(isWritable());
    m_stale = QSet<RegisterTab *>(m_made.cbegin(), m_made.cend());
    header()->setContext(any ? tr("%1市町村・%2センター・%3圏域")
                                   .arg(registry().municipalities.size())
                                   .arg(registry().centres.size())
                                   .arg(registry().areas.size())
                             : QString());
    showTab();
}

template<class Tab>
Tab *RegistersPage::made(Tab *&tab)
{
    if (tab != nullptr)
        return tab;
    tab = new Tab(context(), this);
    tab->hide();
    body()->addWidget(tab, 1);
    connect(tab, &RegisterTab::failed, this, &RegistersPage::showError);
    connect(tab, &RegisterTab::succeeded, this, &RegistersPage::clearError);
    connect(tab, &RegisterTab::notice, this, &Page::notice);
    connect(tab, &RegisterTab::openRow, this, &Page::openRow);
    m_made << tab;
    m_stale << tab;
    return tab;
}

RegisterTab *RegistersPage::current()
{
    switch (m_tabs->currentIndex()) {
    case 1:
        return made(m_centres);
    case 2:
        return made(m_areas);
    default:
        return made(m_municipalities);
    }
}

void RegistersPage::showTab()
{
    RegisterTab *shown = current();
    const bool any = m_start->isHidden();
    if (any && m_stale.remove(shown))
        shown->fill(registry(), isWritable());
    for (RegisterTab *tab : std::as_const(m_made))
        tab->setVisible(any && tab == shown);
    m_add->setText(shown->addText());
}

bool RegistersPage::reveal(const QString &table, qint64 row)
{
    if (table == u"municipality"_s) {
        m_tabs->setCurrentIndex(0);
        return m_municipalities->reveal(row);
    }
    if (table == u"centre"_s) {
        m_tabs->setCurrentIndex(1);
        return m_centres->reveal(row);
    }
    if (table == u"care_area"_s || table == u"prefecture"_s) {
        m_tabs->setCurrentIndex(2);
        return table == u"prefecture"_s || m_areas->reveal(row);
    }
    return false;
}

void RegistersPage::addPrefectureNamed(const QString &name)
{
    const auto id = addPrefecture(document(), name);
    if (!report(id))
        return;
    refresh();
    m_tabs->setCurrentIndex(0);
    Q_EMIT notice(
        {Notice::Kind::Info,
         tr("%1の%2市町村を名簿に入れました。行を選んで圏域に入れ、運営やセンターを書き足してください。")
             .arg(name)
             .arg(std::ranges::count(registry().municipalities, *id, &Municipality::prefecture))});
    m_municipalities->table()->setFocus();
}

void RegistersPage::addAnotherPrefecture()
{
    const auto name = context().dialogs.askText(this, tr("都道府県を加える"),
                                                tr("都道府県の名前（市町村もすべて入ります）"), {});
    if (name && !name->trimmed().isEmpty())
        addPrefectureNamed(name->trimmed());
}

RegisterImportDialog *RegistersPage::openImport(RegisterKind kind, const QString &path)
{
    const QString chosen =
        path.isEmpty()
            ? context().dialogs.openFile(this, tr("%1の一覧を選ぶ").arg(registerKindText(kind)), listFilter())
            : path;
    if (chosen.isEmpty())
        return nullptr;
    auto *dialog = new RegisterImportDialog(context(), kind, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RegisterImportDialog::imported, this, [this](const QString &summary) {
        refresh();
        Q_EMIT notice({Notice::Kind::Info, summary});
    });
    dialog->open();
    dialog->setSource(chosen);
    return dialog;
}

SurveyCompareDialog *RegistersPage::openCompare(const QString &path)
{
    const QString chosen =
        path.isEmpty() ? context().dialogs.openFile(this, tr("実施状況調査の表を選ぶ"), listFilter()) : path;
    if (chosen.isEmpty())
        return nullptr;
    auto *dialog = new SurveyCompareDialog(context(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    dialog->setSource(chosen);
    return dialog;
}

void RegistersPage::exportList(RegisterKind kind)
{
    const QString name = tr("%1一覧.xlsx").arg(registerKindText(kind));
    const QString path = context().dialogs.saveFile(
        this, tr("%1の一覧を書き出す").arg(registerKindText(kind)), name, workbookFilter());
    if (path.isEmpty() || !report(writeRegister(document(), kind, path)))
        return;
    Q_EMIT notice({Notice::Kind::Info,
                   tr("「%1」に書き出しました。直したものは「取り込み・書き出し」から取り込めます。")
                       .arg(QFileInfo(path).fileName())});
}

QString municipalitiesBadge(Document &document)
{
    const auto count = document.database().integer(u"SELECT count(*) FROM municipality"_s);
    return count && *count > 0 ? QString::number(*count) : QString();
}

} // namespace tane
