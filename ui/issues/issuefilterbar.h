#pragma once

#include "issues/cardtext.h"
#include "parts/filterbar.h"

namespace tane {

/// What narrows the cards down: words, place, scene, cooperation, status, fiscal year, workshop.
class IssueFilterBar : public FilterBar
{
    Q_OBJECT
public:
    explicit IssueFilterBar(QWidget *parent = nullptr);
    /// Fills the choices with what the cards have. What is chosen stays.
    void show(const Registry &registry, const Pipeline &pipeline,
              const std::vector<WorkshopChoice> &workshops);
    /// The cards that are left, by stage and position.
    [[nodiscard]] std::vector<const IssueCard *> apply(const Registry &registry,
                                                       const Pipeline &pipeline) const;

private:
    QComboBox *m_place = nullptr;
    QComboBox *m_scene = nullptr;
    QComboBox *m_cooperation = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_year = nullptr;
    QComboBox *m_workshop = nullptr;
};

} // namespace tane
