#pragma once

#include "parts/filterbar.h"
#include "people/ladderstatistics.h"

namespace tane {

/// Which people the pages show: care area, centre, role, experience, and words.
class PeopleFilterBar : public FilterBar
{
    Q_OBJECT
public:
    explicit PeopleFilterBar(QWidget *parent = nullptr);
    /// Offers what the register knows; what is chosen stays where it is still there.
    void show(const Registry &registry);
    /// Of today, without the filter for people who did not move.
    [[nodiscard]] PeopleFilter filter() const;

private:
    QComboBox *m_area = nullptr;
    QComboBox *m_centre = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_experience = nullptr;
};

} // namespace tane
