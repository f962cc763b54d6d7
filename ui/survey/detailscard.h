#pragma once

#include "shell/widgets.h"
#include "survey/surveyrepository.h"

class QComboBox;

namespace tane {

class FactRows;

/// 詳しい統計: every figure of one item in one group, each with what it says in a plain line. Which options
/// count as reached is the officer's choice, remembered by item.
class DetailsCard : public Card
{
    Q_OBJECT
public:
    explicit DetailsCard(Settings &settings, QWidget *parent = nullptr);

    void show(const SurveyState &state, int item, const QString &group);
    [[nodiscard]] FactRows *facts() const { return m_facts; }
    /// Of an item: what was chosen, or wantedOption().
    [[nodiscard]] static int wantedOf(const Settings &settings, const Item &item);

Q_SIGNALS:
    void wantedChanged();

private:
    void fillChoice(const Item &item);
    void addTests(const ChangeRow &row, const TransitionTable &table);
    void addReached(const ChangeRow &row, const TransitionTable &table, const Item &item);

    Settings &m_settings;
    QComboBox *m_wanted = nullptr;
    FactRows *m_facts = nullptr;
    QLabel *m_note = nullptr;
    const SurveyState *m_state = nullptr;
    int m_item = -1;
    QString m_group;
};

} // namespace tane
