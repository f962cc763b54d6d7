#pragma once

#include "shell/widgets.h"

class QTableView;

namespace tane {

class HeatMap;
class PeopleModel;
struct SurveyState;

/// "Ⅰ-3 前 → 後": the transition table of one item, and the people of the cell that was chosen in it.
class TransitionCard : public Card
{
    Q_OBJECT
public:
    explicit TransitionCard(QWidget *parent = nullptr);

    /// The state must live until the next call.
    void show(const SurveyState *state, int item, const QString &group);
    [[nodiscard]] HeatMap *heatMap() const { return m_map; }
    [[nodiscard]] PeopleModel *people() const { return m_people; }

private:
    void showPeople(int before, int after);
    void hidePeople();

    const SurveyState *m_state = nullptr;
    int m_item = -1;
    QString m_group;
    HeatMap *m_map = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_cell = nullptr;
    QTableView *m_list = nullptr;
    PeopleModel *m_people = nullptr;
};

} // namespace tane
