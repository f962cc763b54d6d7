#pragma once

#include "shell/widgets.h"
#include "survey/surveyrepository.h"

namespace tane {

class FactRows;

/// 結びつけない比較: all who answered before against all who answered after. It never shares a card with the
/// pairs, and says at its head what it is.
class UnpairedCard : public Card
{
    Q_OBJECT
public:
    explicit UnpairedCard(Settings &settings, QWidget *parent = nullptr);

    /// The items of one set, its boxes, and those of sets that have nothing to pair; hides itself when there
    /// is nothing to compare.
    void show(const SurveyState &state, int set, const QString &group);
    [[nodiscard]] FactRows *facts() const { return m_facts; }

private:
    Settings &m_settings;
    FactRows *m_facts = nullptr;
    QLabel *m_note = nullptr;
};

/// 振り返りとの比較: an item that was asked again about the time before, its three differences side by side.
class LookBackCard : public Card
{
    Q_OBJECT
public:
    explicit LookBackCard(QWidget *parent = nullptr);

    /// Hides itself when the item was not asked so.
    void show(const SurveyState &state, int item, const QString &group);
    [[nodiscard]] FactRows *facts() const { return m_facts; }

private:
    FactRows *m_facts = nullptr;
};

} // namespace tane
