#pragma once

#include "shell/widgets.h"
#include "survey/questionnaireform.h"

class QComboBox;

namespace tane {

class PageView;

/// The questionnaire as a person of a role gets it on paper.
class QuestionnairePreview : public Card
{
    Q_OBJECT
public:
    explicit QuestionnairePreview(QWidget *parent = nullptr);

    void show(const QuestionnaireFormContext &context);
    [[nodiscard]] Wave wave() const;
    [[nodiscard]] QString role() const;
    [[nodiscard]] PageView *view() const { return m_view; }
    /// The sheet shown; nothing when that time asks nothing.
    [[nodiscard]] const std::optional<FormSheet> &sheet() const { return m_sheet; }

Q_SIGNALS:
    void waveChanged();

private:
    void draw();

    QuestionnaireFormContext m_contents;
    std::optional<FormSheet> m_sheet;
    SegmentedControl *m_wave = nullptr;
    QComboBox *m_role = nullptr;
    PageView *m_view = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace tane
