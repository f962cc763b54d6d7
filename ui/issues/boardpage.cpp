#include "issues/boardpage.h"

#include "issues/boardlist.h"
#include "issues/chainpanel.h"
#include "issues/namehint.h"
#include "issues/notebar.h"
#include "issues/photopanel.h"
#include "paper/notepaper.h"
#include "programme/steppage.h"
#include "shell/editors/refused.h"
#include "shell/widgets.h"

#include <QComboBox>
#include <QHideEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kSideWidth = 320;
/// Tables whose rows the page shows.
const QSet<QString> &shownTables()
{
    static const QSet<QString> tables{u"board"_s,       u"board_scene"_s, u"note_cluster"_s,
                                      u"sticky_note"_s, u"board_photo"_s, u"issue_chain"_s,
                                      u"card_note"_s,   u"issue_card"_s,  u"workshop"_s,
                                      u"programme"_s,   u"group_draft"_s};
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
    m_picker->setMinimumContentsLength(12);
    m_picker->setMaximumWidth(240);
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
    m_chainButton = toggle(tr("深掘り"), u"showChain"_s, tr("見出しの困りごとから地域課題のタネまでを書き出す"));
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
    m_empty->setLink(tr("見本で試す"));
    m_empty->hide();
    column()->addWidget(m_empty, 1);
    connect(m_empty->button(), &QPushButton::clicked, this, &BoardPage::addBoardsOfGroups);
    connect(m_emptyOne, &QPushButton::clicked, this, &BoardPage::addOneBoard);
    connect(m_empty, &EmptyState::linkActivated, this, &Page::sampleRequested);
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
}

void BoardPage::makeTools(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::s);
    m_legend = new QLabel(this);
    m_legend->setObjectName(u"legend"_s);
    m_legend->setFont(scaledFont(this, type::secondary));
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
    auto *area = new QScrollArea(m_side);
    area->setObjectName(u"chainArea"_s);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    m_chain = new ChainPanel(document());
    area->setWidget(m_chain);
    m_chain->setAutoFillBackground(false);
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
    connect(m_poster, &PosterBoard::putRequested, this, [this](const BoardPick &pick, const BoardPlace &place) {
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
        report(removeFromBoard(document(), pick,
                               pick.notes.empty() ? tr("見出しの削除") : tr("付箋の削除")));
    });
    connect(m_poster, &PosterBoard::menuRequested, this, [this](QPoint at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        menu->popup(at);
    });
    connect(m_bar, &NoteBar::entered, this, &BoardPage::addNotesFrom);
    connect(m_bar, &NoteBar::boardStep, this, &BoardPage::stepBoard);
    connect(m_bar, &NoteBar::sceneChanged, this, [this](qint64 scene) {
        m_poster->setTypingScene(isWritable() ? std::optional(scene) : std::nullopt);
    });
}

QString BoardPage::badge() const
{
    return m_boards.empty() ? QString() : tr("%1枚").arg(m_boards.size());
}

void BoardPage::refresh()
{
    const std::pair now(context().programme, context().workshop);
    if (!m_stale && now == m_shown)
        return;
    if (now != m_shown)
        m_free = false;
    m_stale = false;
    load();
    m_shown = {context().programme, context().workshop};
}

void BoardPage::load()
{
    if (!report(loadAll()))
        return;
    fillPicker();
    const bool any = !m_boards.empty();
    const bool writable = isWritable();
    scrollArea()->setVisible(any);
    m_empty->setVisible(!any);
    for (QWidget *each : {static_cast<QWidget *>(m_chainButton), static_cast<QWidget *>(m_photoButton),
                          static_cast<QWidget *>(m_output)})
        each->setVisible(any);
    for (QWidget *each : std::as_const(m_writers))
        each->setEnabled(writable);
    m_empty->button()->setVisible(workshop() != 0);
    m_empty->button()->setEnabled(writable);
    m_emptyOne->setEnabled(writable);
    int notes = 0;
    for (const BoardSummary &one : m_boards)
        notes += one.notes;
    const auto shown = std::ranges::find(m_workshops, workshop(), &Workshop::id);
    const QString of = shown == m_workshops.end() ? tr("研修会によらない模造紙") : workshopName(*shown);
    header()->setContext(any ? tr("%1　模造紙%2枚・付箋%3枚").arg(of).arg(m_boards.size()).arg(notes) : of);
    fillPoster();
    Q_EMIT badgeChanged();
}

/// The workshop's boards, and which of them is shown.
Result<> BoardPage::loadAll()
{
    if (!findWorkshops())
        return {};
    TANE_TRY(m_boards, boardsOf(document(), workshop()));
    const auto shown =
        std::ranges::find_if(m_boards, [this](const BoardSummary &one) { return one.board.id == m_board; });
    if (shown == m_boards.end())
        m_board = m_boards.empty() ? 0 : m_boards.front().board.id;
    return {};
}

/// The workshop of the window, when it belongs to the programme; else the programme's first; without any the
/// boards that need none.
bool BoardPage::findWorkshops()
{
    m_workshops.clear();
    if (context().programme != 0) {
        auto found = WorkshopRepository(document()).of(context().programme);
        if (!report(found))
            return false;
        m_workshops = std::move(*found);
    }
    if (m_workshops.empty()) {
        m_free = true;
    } else if (std::ranges::find(m_workshops, context().workshop, &Workshop::id) == m_workshops.end()) {
        context().workshop = m_workshops.front().id;
        Q_EMIT workshopChanged(context().workshop);
    }
    return true;
}

void BoardPage::fillPicker()
{
    const QSignalBlocker blocker(m_picker);
    m_picker->clear();
    for (const Workshop &each : m_workshops)
        m_picker->addItem(workshopName(each), each.id);
    m_picker->addItem(tr("研修会によらない模造紙"), qint64{0});
    m_picker->setCurrentIndex(m_picker->findData(workshop()));
    m_picker->setToolTip(m_picker->currentText());
    m_picker->setVisible(!m_workshops.empty());
}

void BoardPage::fillPoster()
{
    m_list->setBoards(m_boards, m_board);
    BoardContent content;
    m_cards.clear();
    if (m_board != 0) {
        auto loaded = loadBoard(document(), m_board);
        auto cards = cardsOfBoard(document(), m_board);
        if (!report(loaded) || !report(cards))
            return;
        content = std::move(*loaded);
        m_cards = std::move(*cards);
    }
    PosterBoard::Marks marks;
    for (const auto &[note, cards] : m_cards)
        marks.carded.insert(note);
    for (const StickyNote &note : content.notes)
        if (!nameHints(note.text).empty())
            marks.named.insert(note.id);
    m_poster->setWritable(isWritable());
    m_poster->setContent(std::move(content), std::move(marks));
    std::vector<NoteBar::Field> fields;
    for (const PosterField &field : m_poster->picture().fields())
        if (field.scene != 0)
            fields.push_back({field.scene, field.title, field.key, field.isBand});
    m_bar->setFields(fields);
    m_bar->setWritable(isWritable() && m_board != 0);
    fillLegend();
    fillSide();
}

/// The kinds with their papers, and how many there are of each.
void BoardPage::fillLegend()
{
    const Scheme scheme = currentScheme(this);
    std::array<int, 4> counts{};
    for (const StickyNote &note : m_poster->content().notes)
        ++counts.at(static_cast<std::size_t>(note.kind));
    QString html;
    for (int kind = 0; kind < 4; ++kind)
        html += u"<span style=\"background:%1\">　</span>&nbsp;%2&nbsp;%3　"_s.arg(
            notePaper(kind, scheme).name(), noteKindText(static_cast<NoteKind>(kind)).toHtmlEscaped(),
            QString::number(counts.at(static_cast<std::size_t>(kind))));
    m_legend->setText(html);
}

void BoardPage::fillSide()
{
    report(m_photos->load(m_board, isWritable()));
    m_photoButton->setText(m_photos->count() > 0 ? tr("写真 %1").arg(m_photos->count()) : tr("写真"));
    choiceChanged();
}

void BoardPage::choiceChanged()
{
    const BoardPick pick = m_poster->pick();
    m_selected->setEnabled(!pick.isEmpty());
    m_selected->setText(pick.isEmpty() ? tr("選んだ付箋") : tr("選んだ付箋 %1").arg(pick.size()));
    qint64 cluster = pick.clusters.size() == 1 ? pick.clusters.front() : 0;
    if (cluster == 0 && pick.notes.size() == 1) { // a note tells its heading
        const auto &notes = m_poster->content().notes;
        const auto note = std::ranges::find(notes, pick.notes.front(), &StickyNote::id);
        cluster = note != notes.end() ? note->cluster : 0;
    }
    m_chain->setContent(m_poster->content(), cluster, isWritable());
}

void BoardPage::showBoard(qint64 board)
{
    if (board == m_board)
        return;
    m_chain->leave();
    m_board = board;
    fillPoster();
}

void BoardPage::stepBoard(int by)
{
    const int row = m_list->rowOf(m_board) + by;
    if (row < 0 || row >= m_list->count()) {
        m_bar->say(by > 0 ? tr("最後の模造紙です") : tr("最初の模造紙です"));
    } else {
        showBoard(m_list->boardAt(row));
        m_bar->say(tr("%1に移りました").arg(boardTitle(m_poster->content().board)));
    }
    m_bar->line()->setFocus(Qt::OtherFocusReason);
}

/// Nothing: hides the side.
void BoardPage::showSide(QWidget *panel)
{
    auto *area = m_side->findChild<QScrollArea *>(u"chainArea"_s);
    area->setVisible(panel == m_chain);
    m_photos->setVisible(panel == m_photos);
    const bool was = m_side->isVisible();
    m_side->setVisible(panel != nullptr);
    m_chainButton->setChecked(panel == m_chain);
    m_photoButton->setChecked(panel == m_photos);
    if (panel == nullptr)
        SavedField::commitAll(this);
    else if (!was)
        m_splitter->setSizes({m_splitter->width() - kSideWidth - metrics::m, kSideWidth});
}

bool BoardPage::reveal(const QString &table, qint64 row)
{
    PosterKey key;
    qint64 board = 0, chain = 0;
    if (table == "board"_L1) {
        board = row;
    } else if (table == "sticky_note"_L1) {
        const auto note = RecordTable<StickyNote>(document()).load(row);
        board = note ? note->board : 0;
        key = {PosterKey::Kind::Note, row};
    } else if (table == "note_cluster"_L1) {
        const auto cluster = RecordTable<NoteCluster>(document()).load(row);
        board = cluster ? cluster->board : 0;
        key = {PosterKey::Kind::Cluster, row};
    } else if (table == "issue_chain"_L1) {
        const auto found = RecordTable<IssueChain>(document()).load(row);
        board = found ? found->board : 0;
        chain = row;
    }
    const auto of = RecordTable<Board>(document()).load(board);
    if (board == 0 || !of)
        return false;
    m_free = of->workshop == 0;
    if (!m_free && of->workshop != context().workshop) {
        const auto holder = WorkshopRepository(document()).load(of->workshop);
        if (holder && holder->programme != context().programme) {
            context().programme = holder->programme;
            Q_EMIT programmeChanged(holder->programme);
        }
        context().workshop = of->workshop;
        Q_EMIT workshopChanged(of->workshop);
    }
    m_board = board;
    load();
    m_shown = {context().programme, context().workshop};
    m_stale = false;
    if (chain != 0) {
        showSide(m_chain);
        return m_chain->showChain(m_poster->content(), chain, isWritable());
    }
    if (key.id != 0 && !m_poster->showKey(key))
        return false;
    (key.id != 0 ? static_cast<QWidget *>(m_poster) : m_list)->setFocus(Qt::OtherFocusReason);
    return true;
}

/// The keys of the line hold on the board, too.
bool BoardPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool override = event->type() == QEvent::ShortcutOverride;
    if (watched == m_poster && (override || event->type() == QEvent::KeyPress) &&
        m_poster->editor() == nullptr) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_bar->obeys(*key, !override)) {
            event->accept();
            return true;
        }
    }
    return ScrollPage::eventFilter(watched, event);
}

void BoardPage::hideEvent(QHideEvent *event)
{
    ScrollPage::hideEvent(event);
    if (event->spontaneous())
        return;
    if (const QString refused = refusedEntries(this); !refused.isEmpty())
        Q_EMIT notice({Notice::Kind::Error, refused});
}

} // namespace tane
