#pragma once

#include "shell/widgets.h"
#include "survey/linking.h"

class QLineEdit;
class QTableView;

namespace tane {

class LinksFilter;
class LinksModel;
class Settings;
struct SurveyState;

/// Everything that is joined or was decided not to be: how, why, and the way back from a decision.
class LinkedCard : public Card
{
    Q_OBJECT
public:
    LinkedCard(Settings &settings, QWidget *parent = nullptr);
    ~LinkedCard() override;
    /// The state must outlive what is shown.
    void show(const SurveyState *state, bool editable);
    /// Puts the keyboard on the list.
    void takeFocus();

Q_SIGNALS:
    void undoDecision(const tane::Link &link);
    void separate(const tane::Link &link);

private:
    void showCurrent();
    [[nodiscard]] const Link *current() const;

    Settings &m_settings;
    const SurveyState *m_state = nullptr;
    bool m_editable = true;
    QLineEdit *m_search = nullptr;
    QTableView *m_view = nullptr;
    LinksModel *m_model = nullptr;
    LinksFilter *m_filter = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_separate = nullptr;
};

} // namespace tane
