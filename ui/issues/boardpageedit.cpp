// What BoardPage changes in the file.
#include "issues/boardpage.h"

#include "grouping/groupdraft.h"
#include "issues/boardcountdialog.h"
#include "issues/boardlist.h"
#include "issues/chainpanel.h"
#include "issues/notebar.h"
#include "issues/pipeline.h"
#include "issues/scenesdialog.h"
#include "programme/steppage.h"
#include "shell/widgets.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

void BoardPage::addNotesFrom(const QString &lines)
{
    const StickyNote like{.board = m_board, .kind = m_bar->kind(), .scene = m_bar->scene()};
    const auto added = addNotes(document(), like, lines, tr("付箋の追加"));
    if (!report(added) || added->empty())
        return;
    const int field = m_poster->picture().fieldOf(like.scene);
    QString said = field < 0 ? QString()
                             : tr("「%1」%2枚")
                                   .arg(m_poster->picture().fields()[static_cast<std::size_t>(field)].title,
                                        QString::number(m_poster->content().count(like.scene)));
    if (added->size() > 1)
        said = tr("%1枚を貼りました　%2").arg(added->size()).arg(said);
    m_bar->typed(said);
    m_poster->showKey({PosterKey::Kind::Note, added->back()});
    m_poster->clearChoice();
}

void BoardPage::groupNotes(const std::vector<qint64> &notes, const QString &heading)
{
    const auto made = clusterNotes(document(), m_board, heading, notes, tr("見出しの追加"));
    if (report(made))
        m_poster->showKey({PosterKey::Kind::Cluster, *made});
}

/// Notes leave their headings; headings among what is chosen go.
void BoardPage::ungroup(const BoardPick &pick)
{
    report(document().perform(tr("見出しから外す"), [&](Database &) -> Result<> {
        TANE_CHECK(gatherNotes(document(), pick.notes, 0, {}));
        return removeFromBoard(document(), {.clusters = pick.clusters}, {});
    }));
}

void BoardPage::rename(PosterKey key, const QString &text)
{
    if (key.kind == PosterKey::Kind::Cluster)
        report(renameCluster(document(), key.id, text, tr("見出しの変更")));
    else
        report(renameNote(document(), key.id, text, tr("付箋の変更")));
}

/// As many as there are groups in use, with their names; without groups the officer says how many.
void BoardPage::addBoardsOfGroups()
{
    if (workshop() == 0)
        return addOneBoard();
    const auto used = groupsInUse(document(), workshop());
    if (!report(used))
        return;
    const int groups = *used ? (*used)->groups() : 0;
    QStringList names;
    for (int number = 1; number <= groups; ++number) {
        const auto own = std::ranges::find((*used)->names, number, &GroupName::number);
        names << (own == (*used)->names.end() ? QString() : own->name);
    }
    if (groups > 0)
        return makeBoards(groups, names);
    const auto known =
        std::ranges::count_if(m_boards, [](const BoardSummary &one) { return one.board.number.has_value(); });
    auto *dialog = new BoardCountDialog(static_cast<int>(known), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { makeBoards(dialog->groups(), {}); });
    dialog->open();
}

/// For those groups that have none yet.
void BoardPage::makeBoards(int groups, const QStringList &names)
{
    const auto added = addBoards(document(), workshop(), groups, names, tr("模造紙の追加"));
    if (!report(added))
        return;
    if (*added == 0)
        Q_EMIT notice({Notice::Kind::Info, tr("%1班とも、模造紙はもうあります。").arg(groups)});
    m_bar->line()->setFocus(Qt::OtherFocusReason);
}

void BoardPage::addOneBoard()
{
    Board board{.workshop = workshop()};
    int last = 0;
    for (const BoardSummary &one : m_boards)
        last = std::max(last, one.board.number.value_or(0));
    if (board.workshop != 0)
        board.number = last + 1;
    else
        board.name = tr("模造紙%1").arg(m_boards.size() + 1);
    QStringList scenes; // as the one shown
    for (const BoardScene &scene : m_poster->content().scenes)
        if (!scene.isBand)
            scenes << scene.name;
    const auto id = addBoard(document(), board, scenes, tr("模造紙の追加"));
    if (!report(id))
        return;
    showBoard(*id);
    m_bar->line()->setFocus(Qt::OtherFocusReason);
}

void BoardPage::renameBoard()
{
    Board board = m_poster->content().board;
    if (board.id == 0)
        return;
    const QString label =
        board.number ? tr("%1班の名前（空なら番号だけ）").arg(*board.number) : tr("模造紙の名前");
    const auto name = context().dialogs.askText(this, tr("名前を変える"), label, board.name);
    if (!name)
        return;
    board.name = name->trimmed();
    report(RecordTable<Board>(document()).update(board, tr("模造紙の名前の変更")));
}

void BoardPage::chooseScenes()
{
    if (m_board == 0)
        return;
    QStringList scenes;
    for (const BoardScene &scene : m_poster->content().scenes)
        if (!scene.isBand)
            scenes << scene.name;
    auto *dialog = new ScenesDialog(scenes, static_cast<int>(m_boards.size()), this);
    dialog->setObjectName(u"scenesDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QStringList names = dialog->scenes();
        std::vector<qint64> boards{m_board};
        if (dialog->forAll()) {
            boards.clear();
            for (const BoardSummary &one : m_boards)
                boards.push_back(one.board.id);
        }
        report(document().perform(tr("場面の変更"), [&](Database &) -> Result<> {
            for (const qint64 board : boards)
                TANE_CHECK(setBoardScenes(document(), board, names, {}));
            return {};
        }));
    });
    dialog->open();
}

void BoardPage::removeBoard()
{
    const auto shown =
        std::ranges::find_if(m_boards, [this](const BoardSummary &one) { return one.board.id == m_board; });
    if (shown == m_boards.end())
        return;
    const QString question = tr("模造紙「%1」を、付箋%2枚と写真%3枚ごと消しますか。課題カードになったものは"
                                "残ります。［元に戻す］で取り消せます。")
                                 .arg(boardTitle(shown->board))
                                 .arg(shown->notes)
                                 .arg(shown->photos);
    const bool filled = shown->notes > 0 || shown->photos > 0;
    if (filled && !context().dialogs.confirm(this, question, tr("消す")))
        return;
    m_chain->leave();
    report(RecordTable<Board>(document()).remove(m_board, tr("模造紙の削除")));
}

/// What can be done with what is chosen on the board.
void BoardPage::fillMenu(QMenu *menu)
{
    menu->clear();
    const BoardPick pick = m_poster->pick();
    const bool writable = isWritable() && !pick.isEmpty();
    const auto add = [&](QMenu *to, const QString &text, const QString &key, auto work, bool on = true) {
        QAction *action = to->addAction(key.isEmpty() ? text : QString(text + u'\t' + key), this, work);
        action->setEnabled(writable && on);
        return action;
    };
    add(menu, tr("書き直す"), u"F2"_s, [this] { m_poster->beginEditing(m_poster->currentKey()); });
    add(
        menu, tr("見出しでまとめる"), u"Ctrl+G"_s, [this, pick] { m_poster->beginGrouping(pick.notes); },
        !pick.notes.empty());
    add(menu, tr("見出しから外す"), u"Ctrl+Shift+G"_s, [this, pick] { ungroup(pick); });
    QMenu *scenes = menu->addMenu(tr("場面へ移す"));
    for (const NoteBar::Field &field : m_bar->fields())
        add(scenes, field.title, QString::number(field.key), [this, pick, scene = field.scene] {
            report(putOnBoard(document(), pick, {.scene = scene}, tr("付箋の移動")));
        });
    add(scenes, tr("場面を決めない"), u"0"_s,
        [this, pick] { report(putOnBoard(document(), pick, {}, tr("付箋の移動"))); });
    QMenu *kinds = menu->addMenu(tr("種類を変える"));
    for (int i = 0; i < 4; ++i) {
        const auto kind = static_cast<NoteKind>(i);
        add(kinds, noteKindText(kind), {},
            [this, pick, kind] { report(setNoteKind(document(), pick, kind, tr("付箋の種類の変更"))); });
    }
    add(menu, tr("元の並びに戻す"), {},
        [this, pick] { report(tidyNotes(document(), pick.notes, tr("付箋の並べ直し"))); });
    menu->addSeparator();
    addCardActions(menu, pick);
    menu->addSeparator();
    add(menu, tr("消す"), u"Delete"_s, [this, pick] { Q_EMIT m_poster->removeRequested(pick); });
}

void BoardPage::addCardActions(QMenu *menu, const BoardPick &pick)
{
    const bool writable = isWritable() && !pick.isEmpty();
    QMenu *make = menu->addMenu(tr("課題カードにする"));
    make->setEnabled(writable);
    for (const IssueStage stage :
         {IssueStage::Trouble, IssueStage::Individual, IssueStage::Seed, IssueStage::Regional})
        make->addAction(issueStageText(stage), this, [this, pick, stage] { makeCards(pick, stage); });
    if (pick.clusters.size() == 1) {
        QAction *chain = menu->addAction(tr("深掘りする"), this, [this, pick] {
            showSide(m_chain);
            beginChain(pick.clusters.front());
        });
        chain->setEnabled(writable);
    }
    std::vector<qint64> notes = pick.notes;
    for (const qint64 cluster : pick.clusters)
        for (const StickyNote *note : m_poster->content().notesOf(cluster))
            notes.push_back(note->id);
    std::vector<qint64> cards;
    for (const qint64 note : notes)
        if (const auto found = m_cards.find(note); found != m_cards.end())
            for (const qint64 card : found->second)
                if (std::ranges::find(cards, card) == cards.end())
                    cards.push_back(card);
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < std::min(cards.size(), most); ++i) {
        const auto card = RecordTable<IssueCard>(document()).load(cards[i]);
        if (card)
            menu->addAction(tr("カード「%1」を開く").arg(shortened(card->title, 18)), this,
                            [this, id = card->id] { Q_EMIT openRow(u"pipeline"_s, u"issue_card"_s, id); });
    }
    menu->addAction(tr("市町村への伝達メモを書く"), this,
                    [this, cards] { writeMessage(cards.empty() ? 0 : cards.front()); });
}

void BoardPage::makeCards(const BoardPick &pick, IssueStage stage)
{
    int made = 0;
    const QDate today = QDate::currentDate();
    const Result<> done = document().perform(tr("課題カードの追加"), [&](Database &) -> Result<> {
        for (const qint64 cluster : pick.clusters) {
            TANE_TRY(const qint64 card, cardFromCluster(document(), cluster, stage, today, {}));
            made += card != 0 ? 1 : 0;
        }
        TANE_TRY(const std::vector<qint64> cards, cardsFromNotes(document(), pick.notes, stage, today, {}));
        made += static_cast<int>(cards.size());
        return {};
    });
    if (report(done))
        Q_EMIT notice(
            {Notice::Kind::Info, tr("「%1」のカードを%2枚作りました。［地域の課題］の流れで続けられます。")
                                     .arg(issueStageText(stage))
                                     .arg(made)});
}

/// About a card, or else about the board.
void BoardPage::writeMessage(qint64 card)
{
    if (card != 0)
        Q_EMIT openRow(u"message"_s, u"issue_card"_s, card);
    else
        Q_EMIT openRow(u"message"_s, u"board"_s, m_board);
}

void BoardPage::beginChain(qint64 cluster)
{
    const auto &chains = m_poster->content().chains;
    if (std::ranges::find(chains, cluster, &IssueChain::cluster) == chains.end())
        if (!report(RecordTable<IssueChain>(document())
                        .add({.board = m_board, .cluster = cluster}, tr("深掘りの追加"))))
            return;
    m_chain->setContent(m_poster->content(), cluster, isWritable());
    m_chain->begin();
}

} // namespace tane
