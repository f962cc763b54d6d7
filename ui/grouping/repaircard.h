#pragma once

#include "grouping/workshopgroups.h"
#include "shell/widgets.h"

class QPushButton;

namespace tane {

/// 席を直す案: who would move after absences and walk-ins, why, and what becomes of the rules. Nothing is
/// changed before it is accepted.
class RepairCard : public Card
{
    Q_OBJECT
public:
    explicit RepairCard(QWidget *parent = nullptr);

    void show(const WorkshopGroups &groups, const JudgedGroups &before, const Repair &repair);
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    [[nodiscard]] QString text() const { return m_plain; }

Q_SIGNALS:
    void accepted();
    void rejected();

private:
    QString m_plain;
    QLabel *m_text = nullptr;
    QPushButton *m_accept = nullptr;
};

} // namespace tane
