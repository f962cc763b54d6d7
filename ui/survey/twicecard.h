#pragma once

#include "shell/widgets.h"
#include "survey/linking.h"

class QComboBox;
class QTableView;

namespace tane {

class CompareModel;
struct SurveyState;

/// People who answered the same questionnaire more than once: which answer counts, one by one or by rule.
class TwiceCard : public Card
{
    Q_OBJECT
public:
    explicit TwiceCard(QWidget *parent = nullptr);
    /// The state must outlive what is shown.
    void show(const SurveyState *state, bool editable);

Q_SIGNALS:
    void ruleChosen(tane::LinkOptions::Twice rule);
    void chosen(const tane::AnsweredTwice &twice, int person);

private:
    void showCase(int index);

    const SurveyState *m_state = nullptr;
    SegmentedControl *m_rule = nullptr;
    QComboBox *m_cases = nullptr;
    QLabel *m_reason = nullptr;
    QTableView *m_view = nullptr;
    CompareModel *m_compare = nullptr;
    QHBoxLayout *m_buttons = nullptr;
    bool m_editable = true;
};

} // namespace tane
