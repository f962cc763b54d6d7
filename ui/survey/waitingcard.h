#pragma once

#include "shell/widgets.h"
#include "survey/linking.h"

class QBoxLayout;
class QTableView;

namespace tane {

class CompareModel;
class LinksModel;
struct SurveyState;

/// Links that wait for the officer: a list, both sides of the current one compared, and the decision. Y or
/// Enter: the same person; N: not the same; L: later.
class WaitingCard : public Card
{
    Q_OBJECT
public:
    explicit WaitingCard(QWidget *parent = nullptr);

    /// The state must outlive what is shown.
    void show(const SurveyState *state, bool editable);
    [[nodiscard]] QTableView *list() const { return m_list; }
    /// Puts the keyboard on the list.
    void takeFocus();

Q_SIGNALS:
    void decided(const tane::Link &link, bool same);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCurrent();
    void decide(bool same);
    void later();
    void addShortcut(QKeySequence keys, void (WaitingCard::*slot)());
    void accept() { decide(true); }
    void refuse() { decide(false); }
    [[nodiscard]] int currentLink() const;

    const SurveyState *m_state = nullptr;
    QTableView *m_list = nullptr;
    LinksModel *m_links = nullptr;
    QTableView *m_compareView = nullptr;
    CompareModel *m_compare = nullptr;
    QLabel *m_reason = nullptr;
    QPushButton *m_same = nullptr;
    QPushButton *m_other = nullptr;
    QPushButton *m_later = nullptr;
    QBoxLayout *m_columns = nullptr;
    int m_row = 0;
    bool m_editable = true;
};

} // namespace tane
