// What BoardPage shows.
#include "issues/boardlist.h"
#include "issues/boardpage.h"
#include "issues/chainpanel.h"
#include "issues/kindlegend.h"
#include "issues/namehint.h"
#include "issues/notebar.h"
#include "issues/photopanel.h"
#include "programme/steppage.h"
#include "shell/editors/refused.h"
#include "shell/widgets.h"

#include <QApplication>
#include <QComboBox>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr double kReadable = 0.8;

} // namespace

QString BoardPage::badge() const
{
    return m_boards.empty() ? QString() : tr("%1枚").arg(m_boards.size());
}

void BoardPage::refresh()
{
    const std::pair now(context().programme, context().workshop);
    if (m_stale || now != m_shown) {
        if (now != m_shown)
            m_free = false;
        m_stale = false;
        load();
        m_shown = {context().programme, context().workshop};
    }
    if (std::exchange(m_entered, false) && m_board != 0) {
        // Who came with the mouse may type at once; who walks over the navigation by keys goes on there.
        const QWidget *focus = QApplication::focusWidget();
        if (isWritable() && (focus == nullptr || isAncestorOf(focus) || focus->underMouse()))
            m_bar->line()->setFocus(Qt::OtherFocusReason);
        // The whole poster at first, where it can still be read.
        if (!std::exchange(m_zoomed, true))
            QTimer::singleShot(0, m_poster, [this] {
                m_poster->zoomToFit(kReadable);
                if (m_poster->pick().size() == 1) // what the page was opened for stays in view
                    m_poster->showKey(m_poster->currentKey());
            });
    }
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
    if (!any)
        fillEmpty();
    int notes = 0;
    for (const BoardSummary &one : m_boards)
        notes += one.notes;
    const auto shown = std::ranges::find(m_workshops, workshop(), &Workshop::id);
    const QString of = shown == m_workshops.end() ? tr("研修会によらない模造紙") : workshopName(*shown);
    header()->setContext(any ? tr("%1　模造紙%2枚・付箋%3枚").arg(of).arg(m_boards.size()).arg(notes) : of);
    fillPoster();
    Q_EMIT badgeChanged();
}

/// Where there are posters elsewhere, they are one step away.
void BoardPage::fillEmpty()
{
    m_empty->button()->setVisible(workshop() != 0);
    m_empty->button()->setEnabled(isWritable());
    m_emptyOne->setEnabled(isWritable());
    const auto last = lastBoards(document());
    if (!report(last))
        return;
    m_elsewhere = last->board;
    m_empty->setLink(last->board == 0 ? tr("見本で試す")
                                      : tr("ほかの研修会の模造紙を見る（%1枚）").arg(last->boards));
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
    std::array<int, 4> counts{};
    for (const StickyNote &note : m_poster->content().notes)
        ++counts.at(static_cast<std::size_t>(note.kind));
    m_legend->setCounts(counts);
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
    m_bar->say({}); // it spoke of the other one
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
    m_side->setVisible(panel != nullptr);
    m_chainButton->setChecked(panel == m_chain);
    m_photoButton->setChecked(panel == m_photos);
    if (panel == nullptr) {
        SavedField::commitAll(this);
    } else { // a photograph needs more room
        const int side = panel == m_photos ? m_splitter->width() * 2 / 5 : m_side->minimumWidth();
        m_splitter->setSizes({m_splitter->width() - side - metrics::m, side});
    }
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
    if (board != m_board)
        m_bar->say({});
    m_board = board;
    load();
    m_shown = {context().programme, context().workshop};
    m_stale = false;
    if (chain != 0) {
        showSide(m_chain);
        return m_chain->showChain(m_poster->content(), chain, isWritable());
    }
    // Whoever goes on typing there goes on in its field.
    const int index = m_poster->picture().indexOf(key);
    if (index >= 0 && isWritable())
        m_bar->setScene(m_poster->picture().items()[static_cast<std::size_t>(index)].scene);
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

void BoardPage::showEvent(QShowEvent *event)
{
    ScrollPage::showEvent(event);
    if (!event->spontaneous())
        m_entered = true;
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
