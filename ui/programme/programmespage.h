#pragma once

#include "programme/cycle.h"
#include "shell/page.h"

class QAction;
class QPushButton;
class QTableView;
class QToolButton;

namespace tane {

class Card;
class EmptyState;
class NewProgrammeCard;
class NoticeBar;
class PageHeader;
class ProgrammeModel;
class SavedLine;
class SavedText;

/// All programmes of the file: make, go on with the next cycle, copy, put away, delete.
class ProgrammesPage : public Page
{
    Q_OBJECT
public:
    ProgrammesPage(PageContext &context, QWidget *parent);
    void refresh() override;
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] NewProgrammeCard *newCard() const { return m_new; }
    [[nodiscard]] EmptyState *emptyState() const { return m_empty; }
    [[nodiscard]] QAction *nextAction() const { return m_next; }
    [[nodiscard]] QAction *duplicateAction() const { return m_duplicate; }
    [[nodiscard]] QAction *archiveAction() const { return m_archive; }
    [[nodiscard]] QAction *removeAction() const { return m_remove; }
    /// The fields of the selected programme: title, years, owner, note.
    [[nodiscard]] SavedLine *titleField() const { return m_title; }
    [[nodiscard]] SavedLine *yearsField() const { return m_years; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    void makeDetails();
    void beginNew();
    void create(const Programme &programme, const QString &templateId);
    void open();
    void makeNext();
    void duplicate();
    void archive();
    void remove();
    void select(qint64 programme);
    void selectionChanged();
    bool report(const Error &error);
    [[nodiscard]] const Programme *selected() const;
    [[nodiscard]] Result<> saveSelected(const std::function<Result<>(Programme &)> &change,
                                        const QString &label);

    PageHeader *m_header = nullptr;
    NoticeBar *m_error = nullptr;
    EmptyState *m_empty = nullptr;
    NewProgrammeCard *m_new = nullptr;
    Card *m_listCard = nullptr;
    Card *m_details = nullptr;
    ProgrammeModel *m_model = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_open = nullptr;
    QToolButton *m_more = nullptr;
    QAction *m_next = nullptr, *m_duplicate = nullptr, *m_archive = nullptr, *m_remove = nullptr;
    SavedLine *m_title = nullptr, *m_years = nullptr, *m_owner = nullptr;
    SavedText *m_note = nullptr;
    qint64 m_editing = 0;     ///< whose fields are shown
    qint64 m_shown = 0;       ///< the window's programme when the list was read last
    bool m_dismissed = false; ///< the form for the first programme was sent away
};

/// Reads "令和6年度", "令和6～7年度", "令和6年度～令和7年度", "2024-2025" into first and last year; empty:
/// not fixed. Nothing when it is none of these, or runs backwards.
[[nodiscard]] std::optional<std::pair<std::optional<int>, std::optional<int>>>
parseYears(const QString &text);

} // namespace tane
