#pragma once

#include "survey/followup.h"
#include "survey/surveyrepository.h"

#include <QWidget>

class QVBoxLayout;

namespace tane {

class Card;
class ChartCard;
class EmptyState;
class FactRows;
struct Notice;
struct PageContext;

/// 2～3か月後: whether what the plan hoped for is done, as its people and as the officers see it, beside the
/// level reached; and what hindered.
class FollowUpView : public QWidget
{
    Q_OBJECT
public:
    explicit FollowUpView(PageContext &context, QWidget *parent = nullptr);

    /// Gives what went wrong when the answers cannot be read.
    [[nodiscard]] Result<> show(const SurveyState &state);
    [[nodiscard]] FactRows *facts() const { return m_facts; }
    [[nodiscard]] FactRows *hindrances() const { return m_hindrances; }
    /// The figure of the first group that has one; null: none.
    [[nodiscard]] const ChartCard *figure() const { return m_figures.empty() ? nullptr : m_figures.front(); }

Q_SIGNALS:
    void notice(const tane::Notice &notice);
    void openPage(const QString &pageId);

private:
    void showFigures(const FollowUpResults &results);

    PageContext &m_context;
    Card *m_card = nullptr;
    FactRows *m_facts = nullptr;
    QVBoxLayout *m_charts = nullptr;
    std::vector<ChartCard *> m_figures;
    Card *m_hindered = nullptr;
    FactRows *m_hindrances = nullptr;
    EmptyState *m_empty = nullptr;
};

/// Does the questionnaire ask anything some months later?
[[nodiscard]] bool asksLater(const Questionnaire &questionnaire);

} // namespace tane
