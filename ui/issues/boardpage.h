#pragma once

#include "issues/card.h"
#include "issues/posterboard.h"
#include "programme/workshop.h"
#include "shell/scrollpage.h"

#include <functional>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSplitter;
class QVBoxLayout;

namespace tane {

class BoardList;
class ChainPanel;
class EmptyState;
class KindLegend;
class NoteBar;
class PhotoPanel;

/// 模造紙: what the groups of a workshop wrote on their posters, typed in, grouped and thought on.
class BoardPage : public ScrollPage
{
    Q_OBJECT
public:
    explicit BoardPage(PageContext &context, QWidget *parent = nullptr);
    ~BoardPage() override;

    void refresh() override;
    [[nodiscard]] QString badge() const override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exportActions; }
    /// Takes "board", "sticky_note", "note_cluster" and "issue_chain".
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] PosterBoard *poster() const { return m_poster; }
    [[nodiscard]] NoteBar *bar() const { return m_bar; }
    [[nodiscard]] BoardList *list() const { return m_list; }
    [[nodiscard]] PhotoPanel *photos() const { return m_photos; }
    [[nodiscard]] ChainPanel *chain() const { return m_chain; }
    [[nodiscard]] qint64 board() const { return m_board; } ///< the one shown; 0: none

    // What the menus write, for tests too.
    Result<> writeWorkbook(const QString &path);
    Result<> writePng(const QString &path);
    Result<> writeSvg(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeHeader();
    void makeEmpty();
    void makeLists(QWidget *parent);
    void makePoster(QWidget *parent);
    void makeTools(QVBoxLayout *column);
    void makeSide(QWidget *parent);
    void connectPoster();

    // boardpageview.cpp
    void load();
    Result<> loadAll();
    bool findWorkshops();
    void fillPicker();
    void fillPoster();
    void fillLegend();
    void fillSide();
    void fillEmpty();
    void showBoard(qint64 board);
    void stepBoard(int by);
    void showSide(QWidget *panel);
    void choiceChanged();
    [[nodiscard]] Document &document() { return context().document; }
    [[nodiscard]] bool isWritable() { return !context().document.isReadOnly(); }
    [[nodiscard]] qint64 workshop() { return m_free ? 0 : context().workshop; }

    // boardpageedit.cpp
    void addNotesFrom(const QString &lines);
    void groupNotes(const std::vector<qint64> &notes, const QString &heading);
    void ungroup(const BoardPick &pick);
    void rename(PosterKey key, const QString &text);
    void addBoardsOfGroups();
    void makeBoards(int groups, const QStringList &names);
    void addOneBoard();
    void renameBoard();
    void chooseScenes();
    void removeBoard();
    void fillMenu(QMenu *menu);
    void addCardActions(QMenu *menu, const BoardPick &pick);
    void makeCards(const BoardPick &pick, IssueStage stage);
    void writeMessage(qint64 card);
    void beginChain(qint64 cluster);

    // boardpageoutput.cpp
    void makeOutput(QMenu *menu);
    void preview(bool all);
    [[nodiscard]] Result<std::vector<BoardContent>> contents(bool all);
    void save(const QString &title, const QString &ending, const QString &filter,
              const std::function<Result<>(const QString &)> &write);
    [[nodiscard]] QString fileName();

    QMetaObject::Connection m_follow;
    bool m_stale = true;
    bool m_entered = false; ///< the page was just opened: the line is to have the focus
    bool m_zoomed = false;
    bool m_free = false;               ///< boards without a workshop are shown
    std::pair<qint64, qint64> m_shown; ///< programme and workshop
    qint64 m_board = 0;
    qint64 m_elsewhere = 0; ///< a board of another workshop, while this one has none
    std::vector<Workshop> m_workshops;
    std::vector<BoardSummary> m_boards;
    std::unordered_map<qint64, std::vector<qint64>> m_cards; ///< by note

    QComboBox *m_picker = nullptr;
    QPushButton *m_output = nullptr;
    QPushButton *m_chainButton = nullptr;
    QPushButton *m_photoButton = nullptr;
    QList<QAction *> m_exportActions;
    EmptyState *m_empty = nullptr;
    QPushButton *m_emptyOne = nullptr;
    QWidget *m_content = nullptr;
    BoardList *m_list = nullptr;
    QList<QWidget *> m_writers;
    QSplitter *m_splitter = nullptr;
    KindLegend *m_legend = nullptr;
    QLabel *m_zoom = nullptr;
    QPushButton *m_selected = nullptr;
    PosterBoard *m_poster = nullptr;
    NoteBar *m_bar = nullptr;
    QWidget *m_side = nullptr;
    ChainPanel *m_chain = nullptr;
    PhotoPanel *m_photos = nullptr;
};

} // namespace tane
