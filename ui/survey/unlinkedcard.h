#pragma once

#include "shell/widgets.h"

class QBoxLayout;
class QTableView;

namespace tane {

class PeopleModel;
struct SurveyState;

/// People whose answer has no counterpart: only before, only after; each can be joined by hand.
class UnlinkedCard : public Card
{
    Q_OBJECT
public:
    explicit UnlinkedCard(QWidget *parent = nullptr);
    /// The state must outlive what is shown.
    void show(const SurveyState *state, bool editable);
    /// Puts the keyboard on the first list that has somebody.
    void takeFocus();

Q_SIGNALS:
    /// The officer chose that these two are the same person (person indexes of the sheets).
    void joined(int before, int after);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Side
    {
        QLabel *title = nullptr;
        QTableView *view = nullptr;
        PeopleModel *model = nullptr;
        QPushButton *join = nullptr;
    };
    [[nodiscard]] Side makeSide(const QString &name, bool before);
    void showSide(Side &side, const QString &title, bool before, const std::vector<int> &people);
    void join(bool before);

    const SurveyState *m_state = nullptr;
    bool m_editable = true;
    QBoxLayout *m_columns = nullptr;
    Side m_before, m_after;
};

} // namespace tane
