#pragma once

#include "issues/card.h"
#include "parts/gridview.h"
#include "people/registrypage.h"

class QBoxLayout;
class QPushButton;

namespace tane {

class ColumnScroll;
class EmptyState;
class MessageEditor;

/// 市町村への伝達メモ: what a group or centre tells a municipality, on one page.
class MessagePage : public RegistryPage
{
    Q_OBJECT
public:
    enum Column { Title, Place, WrittenOn };
    explicit MessagePage(PageContext &context, QWidget *parent = nullptr);

    /// Takes ("issue_message", id); ("issue_card", id) and ("board", id) open the message about it, which is
    /// begun when there is none.
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }

    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] MessageEditor *editor() const { return m_editor; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeEmpty();
    void makeList();
    void makeEditor();
    [[nodiscard]] const IssueMessage *current() const;
    void showCurrent();
    bool begin(IssueMessage message);
    bool revealCard(qint64 card);
    bool revealBoard(qint64 board);
    void remove();
    void print(bool blank);
    void takeChainText();

    std::vector<IssueMessage> m_messages;
    EmptyState *m_empty = nullptr;
    QWidget *m_content = nullptr;
    QBoxLayout *m_columns = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    MessageEditor *m_editor = nullptr;
    ColumnScroll *m_scroll = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_add = nullptr;
    QList<QAction *> m_exports;
};

} // namespace tane
