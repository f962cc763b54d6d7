#pragma once

#include "issues/board.h"
#include "parts/recordform.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tane {

/// Theme 2, step by step: from what the notes of a cluster say to the seed of a regional issue.
class ChainPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChainPanel(Document &document, QWidget *parent = nullptr);

    /// `cluster`: the one chosen on the board; 0: none. `chain`: show this one even without its cluster.
    void setContent(const BoardContent &content, qint64 cluster, bool writable);
    /// The chain shown; 0: none yet.
    [[nodiscard]] qint64 chain() const { return m_form.id(); }
    [[nodiscard]] qint64 cluster() const { return m_cluster; }
    /// Shows a chain of the board by itself.
    bool showChain(const BoardContent &content, qint64 chain, bool writable);
    /// The caret in the first step.
    void begin();
    void leave() { m_form.leave(); }

Q_SIGNALS:
    void beginRequested(qint64 cluster);
    void chainChosen(qint64 chain);
    void seedRequested(qint64 chain);
    void cardRequested(qint64 cluster);
    void openCardRequested(qint64 card);
    void messageRequested(qint64 card);
    void scenarioRequested(qint64 card);
    void removeRequested(qint64 chain);
    void failed(const tane::Error &error);

private:
    void makeSteps(QVBoxLayout *column);
    void showList(const BoardContent &content);
    void showForm(const BoardContent &content, const IssueChain &chain, bool writable);
    void step(QVBoxLayout *column, const QString &title, const QString &hint, QString IssueChain::*member,
              int lines);

    RecordForm<IssueChain> m_form;
    qint64 m_cluster = 0;
    qint64 m_seed = 0;
    QLabel *m_title = nullptr;
    QLabel *m_notes = nullptr;
    QLabel *m_prompt = nullptr;
    QPushButton *m_begin = nullptr;
    QPushButton *m_card = nullptr;
    QWidget *m_list = nullptr;
    QWidget *m_steps = nullptr;
    QLabel *m_done = nullptr;
    QPushButton *m_makeSeed = nullptr;
    QPushButton *m_openSeed = nullptr;
    QPushButton *m_message = nullptr;
    QPushButton *m_scenario = nullptr;
    QPushButton *m_remove = nullptr;
    SavedText *m_first = nullptr;
};

} // namespace tane
