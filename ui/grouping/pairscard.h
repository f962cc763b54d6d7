#pragma once

#include "grouping/workshopgroups.h"
#include "shell/widgets.h"

class QToolButton;

namespace tane {

class RecordPicker;

/// 組み合わせの指定: people who must, or must not, sit together. Two people are found by a part of their
/// names; each pair is a chip that can be taken away.
class PairsCard : public Card
{
    Q_OBJECT
public:
    explicit PairsCard(QWidget *parent = nullptr);

    void show(const WorkshopGroups &groups, bool writable);
    [[nodiscard]] RecordPicker *picker() const { return m_picker; }
    [[nodiscard]] SegmentedControl *kind() const { return m_kind; }

Q_SIGNALS:
    void planRequested(const tane::GroupPlan &plan, const QString &label);

private:
    void picked(qint64 participant);
    void askFor(qint64 first);
    void fillChips(bool writable);
    QToolButton *makeChip(const QString &text, bool together, int index);
    [[nodiscard]] QString nameOf(const QString &word) const;

    GroupPlan m_plan;
    std::vector<std::pair<qint64, QString>> m_names;
    qint64 m_first = 0;
    SegmentedControl *m_kind = nullptr;
    RecordPicker *m_picker = nullptr;
    QLabel *m_step = nullptr;
    QWidget *m_chips = nullptr;
    QList<QToolButton *> m_shown;
};

} // namespace tane
