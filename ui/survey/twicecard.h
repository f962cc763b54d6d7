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
    /// Puts the keyboard on the first undecided person's buttons, or on the list of people when all are
    /// decided.
    void takeFocus();
    /// The keyboard is on one of the buttons that decide.
    [[nodiscard]] bool isDeciding() const;

Q_SIGNALS:
    void ruleChosen(tane::LinkOptions::Twice rule);
    void chosen(const tane::AnsweredTwice &twice, int person);

private:
    void showCase(int index);
    void fillButtons(const AnsweredTwice &one);
    [[nodiscard]] QString caseLabel(const AnsweredTwice &one) const;

    const SurveyState *m_state = nullptr;
    SegmentedControl *m_rule = nullptr;
    QComboBox *m_cases = nullptr;
    QLabel *m_reason = nullptr;
    QTableView *m_view = nullptr;
    CompareModel *m_compare = nullptr;
    QHBoxLayout *m_buttons = nullptr; ///< the buttons, then m_reason
    bool m_editable = true;
};

} // namespace tane
