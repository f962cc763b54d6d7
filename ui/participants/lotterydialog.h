#pragma once

#include "participants/capacity.h"
#include "parts/gridview.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tane {

class NoticeBar;
struct PageContext;

/// Draws by lot, or shows what was drawn: the seed and the list with which anybody can repeat it, and a
/// record to print.
class LotteryDialog : public QDialog
{
    Q_OBJECT
public:
    LotteryDialog(PageContext &context, const Workshop &workshop, std::vector<Participant> participants,
                  QWidget *parent = nullptr);
    /// The last draw instead of a new one.
    void showLast();
    [[nodiscard]] QPushButton *drawButton() const { return m_draw; }
    [[nodiscard]] QPushButton *printButton() const { return m_print; }
    [[nodiscard]] QLineEdit *seed() const { return m_seed; }
    [[nodiscard]] GridView *results() const { return m_table; }
    [[nodiscard]] QString summary() const;

private:
    void makeQuestion();
    void makeResult();
    void makeButtons();
    void draw();
    void showResult(const Lottery &lottery);
    void showError(const Error &error);
    void print();
    [[nodiscard]] const Participant *find(qint64 id) const;

    PageContext &m_context;
    Workshop m_workshop;
    std::vector<Participant> m_participants;
    Lottery m_lottery;
    NoticeBar *m_message = nullptr;
    QLabel *m_summary = nullptr;
    QWidget *m_question = nullptr;
    QLineEdit *m_seed = nullptr;
    QLineEdit *m_note = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QCheckBox *m_withNames = nullptr;
    QPushButton *m_draw = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_close = nullptr;
};

} // namespace tane
