#include "issues/boardpage.h"

#include "issues/boardlist.h"
#include "issues/chainpanel.h"
#include "issues/kindlegend.h"
#include "issues/notebar.h"
#include "issues/photopanel.h"
#include "issues/pipeline.h"
#include "shell/columnscroll.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kSideWidth = 304;
/// Tables whose rows the page shows.
const QSet<QString> &shownTables()
{
    static const QSet<QString> tables{u"board"_s,       u"board_scene"_s, u"note_cluster"_s, u"sticky_note"_s,
                                      u"board_photo"_s, u"issue_chain"_s, u"card_note"_s,    u"issue_card"_s,
                                      u"workshop"_s,    u"programme"_s,   u"group_draft"_s};
    return tables;
}

} // namespace

BoardPage::BoardPage(PageContext &pageContext, QWidget *parent)
    : ScrollPage(tr("模造紙"), pageContext, parent)
{
    makeHeader();
    m_content = new QWidget(this);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::m);
    makeLists(m_content);
    m_splitter = new QSplitter(Qt::Horizontal, m_content);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(metrics::m);
    row->addWidget(m_splitter, 1);
    makePoster(m_splitter);
    makeSide(m_splitter);
    m_splitter->setStretchFactor(0, 1);
    body()->addWidget(m_content, 1);
    setTabOrder(m_bar->line(), m_poster); // as the manual says: from the line to the papers
    makeEmpty();
    connectPoster();
    m_follow = connect(&pageContext.document, &Document::changed, this, [this](const QSet<QString> &tables) {
        if (!tables.intersects(shownTables()))
            return;
        m_stale = true;
        if (isVisible())
            refresh();
    });
}

// A field saves itself when it loses the focus: that is to happen while there still is a page.
BoardPage::~BoardPage()
{
    disconnect(m_follow);
    if (QWidget *focus = focusWidget())
        focus->clearFocus();
}

void BoardPage::makeHeader()
{
    m_picker = new QComboBox(this);
    m_picker->setObjectName(u"boardWorkshop"_s);
    m_picker->setAccessibleName(tr("研修会を選ぶ"));
    m_picker->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_picker->setMinimumContentsLength(17);
    m_picker->setMaximumWidth(280);
    header()->addAction(m_picker);
    connect(m_picker, &QComboBox::activated, this, [this](int index) {
        const qint64 id = m_picker->itemData(index).toLongLong();
        m_free = id == 0;
        m_stale = true;
        if (id != 0 && id != context().workshop) {
            context().workshop = id;
            Q_EMIT workshopChanged(id);
        }
        refresh();
    });
    const auto toggle = [this](const QString &text, const QString &name, const QString &tip) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setCheckable(true);
        button->setToolTip(tip);
        header()->addAction(button);
        return button;
    };
    m_chainButton =
        toggle(tr("深掘り"), u"showChain"_s, tr("見出しの困りごとから地域課題のタネまでを書き出す"));
    m_photoButton = toggle(tr("写真"), u"showPhotos"_s, tr("紙の模造紙の写真を横に並べる"));
    connect(m_chainButton, &QPushButton::clicked, this,
            [this](bool on) { showSide(on ? m_chain : nullptr); });
    connect(m_photoButton, &QPushButton::clicked, this,
            [this](bool on) { showSide(on ? m_photos : nullptr); });
    m_output = new QPushButton(tr("印刷・書き出し"), this);
    m_output->setObjectName(u"boardOutput"_s);
    auto *menu = new QMenu(m_output);
    makeOutput(menu);
    m_output->setMenu(menu);
    header()->addAction(m_output);
}

void BoardPage::makeEmpty()
{
    m_empty = new EmptyState(tr("模造紙がまだありません"),
                             tr("班の模造紙に貼られた付箋を打ち込むと、地域課題のタネへつなげたり、ほかの班や"
                                "年度と見比べたりできます。"),
                             tr("班の数だけ作る"), this);
    m_empty->button()->setObjectName(u"addBoards"_s);
    m_emptyOne = m_empty->addButton(tr("模造紙を1枚作る"));
    m_emptyOne->setObjectName(u"addFirstBoard"_s);
    m_empty->hide();
    column()->addWidget(m_empty, 1);
    connect(m_empty->button(), &QPushButton::clicked, this, &BoardPage::addBoardsOfGroups);
    connect(m_emptyOne, &QPushButton::clicked, this, &BoardPage::addOneBoard);
    connect(m_empty, &EmptyState::linkActivated, this, [this] {
        if (m_elsewhere != 0)
            reveal(u"board"_s, m_elsewhere);
        else
            Q_EMIT sampleRequested();
    });
}

void BoardPage::makeLists(QWidget *parent)
{
    auto *left = new Card({}, parent);
    left->setFixedWidth(168);
    left->body()->setContentsMargins(0, metrics::xs, 0, metrics::s);
    m_list = new BoardList(left);
    m_list->setObjectName(u"boards"_s);
    left->body()->addWidget(m_list, 1);
    auto *more = new QPushButton(tr("模造紙の操作"), left);
    more->setObjectName(u"boardMenu"_s);
    auto *menu = new QMenu(more);
    const auto add = [&](const QString &text, const QString &name, void (BoardPage::*work)()) {
        QAction *action = menu->addAction(text, this, work);
        action->setObjectName(name);
    };
    add(tr("班の数だけ作る"), u"addBoardsAction"_s, &BoardPage::addBoardsOfGroups);
    add(tr("1枚加える"), u"addBoardAction"_s, &BoardPage::addOneBoard);
    menu->addSeparator();
    add(tr("名前を変える…"), u"renameBoardAction"_s, &BoardPage::renameBoard);
    add(tr("場面を変える…"), u"scenesAction"_s, &BoardPage::chooseScenes);
    menu->addSeparator();
    add(tr("この模造紙を消す"), u"removeBoardAction"_s, &BoardPage::removeBoard);
    more->setMenu(menu);
    m_writers << more;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(metrics::s, 0, metrics::s, 0);
    row->addWidget(more);
    left->body()->addLayout(row);
    parent->layout()->addWidget(left);
    connect(m_list, &BoardList::chosen, this, &BoardPage::showBoard);
}

void BoardPage::makePoster(QWidget *parent)
{
    auto *middle = new QWidget(parent);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::s);
    makeTools(column);
    m_poster = new PosterBoard(middle);
    m_poster->setObjectName(u"poster"_s);
    m_poster->setMinimumSize(320, 220);
    m_poster->installEventFilter(this);
    column->addWidget(m_poster, 1);
    m_bar = new NoteBar(middle);
    column->addWidget(m_bar);
    auto *toLine = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_T), this);
    connect(toLine, &QShortcut::activated, m_bar,
            [this] { m_bar->line()->setFocus(Qt::ShortcutFocusReason); });
    auto *group = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), this, nullptr, nullptr,
                                Qt::WidgetWithChildrenShortcut);
    connect(group, &QShortcut::activated, m_poster, &PosterBoard::groupChosen);
}

void BoardPage::makeTools(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::xs);
    m_legend = new KindLegend(this);
    m_legend->setObjectName(u"legend"_s);
    row->addWidget(m_legend);
    row->addStretch(1);
    m_selected = new QPushButton(tr("選んだ付箋"), this);
    m_selected->setObjectName(u"chosenMenu"_s);
    auto *menu = new QMenu(m_selected);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    m_selected->setMenu(menu);
    row->addWidget(m_selected);
    const auto tool = [&](const QString &text, const QString &name, const QString &id, auto work) {
        auto *button = new QToolButton(this);
        button->setText(text);
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setObjectName(id);
        connect(button, &QToolButton::clicked, this, work);
        row->addWidget(button);
    };
    tool(tr("－"), tr("縮小"), u"posterSmaller"_s, [this] { m_poster->setZoom(m_poster->zoom() / 1.15); });
    m_zoom = new QLabel(tr("100%"), this);
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(40);
    row->addWidget(m_zoom);
    tool(tr("＋"), tr("拡大"), u"posterLarger"_s, [this] { m_poster->setZoom(m_poster->zoom() * 1.15); });
    tool(tr("全体"), tr("模造紙の全体を見る"), u"posterFit"_s, [this] { m_poster->zoomToFit(); });
    column->addLayout(row);
}

void BoardPage::makeSide(QWidget *parent)
{
    m_side = new Card({}, parent);
    auto *inside = static_cast<Card *>(m_side)->body();
    inside->setContentsMargins(0, 0, 0, 0);
    auto *area = new ColumnScroll(m_side);
    area->setObjectName(u"chainArea"_s);
    m_chain = new ChainPanel(document());
    area->setContent(m_chain);
    m_photos = new PhotoPanel(context(), m_side);
    inside->addWidget(area);
    inside->addWidget(m_photos);
    m_side->setMinimumWidth(kSideWidth);
    m_side->hide();
    connect(m_photos, &PhotoPanel::failed, this, &BoardPage::showError);
    connect(m_photos, &PhotoPanel::succeeded, this, &BoardPage::clearError);
    connect(m_chain, &ChainPanel::failed, this, &BoardPage::showError);
    connect(m_chain, &ChainPanel::beginRequested, this, &BoardPage::beginChain);
    connect(m_chain, &ChainPanel::chainChosen, this, [this](qint64 chain) {
        if (m_chain->showChain(m_poster->content(), chain, isWritable()) && m_chain->cluster() != 0)
            m_poster->showKey({PosterKey::Kind::Cluster, m_chain->cluster()});
    });
    connect(m_chain, &ChainPanel::seedRequested, this, [this](qint64 chain) {
        report(seedFromChain(document(), chain, QDate::currentDate(), tr("地域課題のタネの追加")));
    });
    connect(m_chain, &ChainPanel::cardRequested, this,
            [this](qint64 cluster) { makeCards({.clusters = {cluster}}, IssueStage::Trouble); });
    connect(m_chain, &ChainPanel::openCardRequested, this,
            [this](qint64 card) { Q_EMIT openRow(u"pipeline"_s, u"issue_card"_s, card); });
    connect(m_chain, &ChainPanel::scenarioRequested, this,
            [this](qint64 card) { Q_EMIT openRow(u"scenario"_s, u"issue_card"_s, card); });
    connect(m_chain, &ChainPanel::messageRequested, this, &BoardPage::writeMessage);
    connect(m_chain, &ChainPanel::removeRequested, this, [this](qint64 chain) {
        m_chain->leave();
        report(RecordTable<IssueChain>(document()).remove(chain, tr("深掘りの削除")));
    });
}

void BoardPage::connectPoster()
{
    connect(m_poster, &PosterBoard::choiceChanged, this, &BoardPage::choiceChanged);
    connect(m_poster, &PosterBoard::zoomChanged, this,
            [this](double zoom) { m_zoom->setText(tr("%1%").arg(qRound(zoom * 100))); });
    connect(m_poster, &PosterBoard::putRequested, this,
            [this](const BoardPick &pick, const BoardPlace &place) {
                report(putOnBoard(document(), pick, place, tr("付箋の移動")));
            });
    connect(m_poster, &PosterBoard::gatherRequested, this,
            [this](const std::vector<qint64> &notes, qint64 cluster) {
                report(gatherNotes(document(), notes, cluster, tr("見出しへの追加")));
            });
    connect(m_poster, &PosterBoard::groupRequested, this, &BoardPage::groupNotes);
    connect(m_poster, &PosterBoard::ungroupRequested, this, &BoardPage::ungroup);
    connect(m_poster, &PosterBoard::renameRequested, this, &BoardPage::rename);
    connect(m_poster, &PosterBoard::removeRequested, this, [this](const BoardPick &pick) {
        report(removeFromBoard(document(), pick, pick.notes.empty() ? tr("見出しの削除") : tr("付箋の削除")));
    });
    connect(m_poster, &PosterBoard::menuRequested, this, [this](QPoint at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(at);
    });
    connect(m_poster, &PosterBoard::hinted, m_bar, &NoteBar::say);
    connect(m_bar, &NoteBar::entered, this, &BoardPage::addNotesFrom);
    connect(m_bar, &NoteBar::boardStep, this, &BoardPage::stepBoard);
    connect(m_bar, &NoteBar::sceneChanged, this, [this](qint64 scene) {
        m_poster->setTypingScene(isWritable() ? std::optional(scene) : std::nullopt);
    });
}

} // namespace tane
