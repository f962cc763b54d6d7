#pragma once

#include "grouping/workshopgroups.h"
#include "shell/widgets.h"

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace tane {

class RuleRow;
class SavedSpin;

/// 条件と評価: how many to a group, the rules by rank with how well each is kept, last time's groups. It
/// changes nothing itself: it asks with the plan as it should be.
class RulesCard : public Card
{
    Q_OBJECT
public:
    explicit RulesCard(QWidget *parent = nullptr);

    struct Earlier
    {
        qint64 workshop = 0;
        QString title;
    };
    /// How many groups there will be, or why none can be made.
    struct Count
    {
        QString text;
        QString why; ///< how the number comes about
        bool isError = false;
        std::optional<std::vector<int>> usable = {}; ///< rules of the plan that something is known for
    };
    void show(const WorkshopGroups &groups, const JudgedGroups &judged, const Count &count, bool writable);
    /// Workshops whose groups in use may count as the last tables.
    void setEarlier(const std::vector<Earlier> &workshops, qint64 chosen);
    /// What would come of a change, by rule of the judged problem; empty takes it away.
    void preview(const std::vector<RuleQuality> &after);
    [[nodiscard]] const std::vector<RuleRow *> &rows() const { return m_rows; }

Q_SIGNALS:
    void planRequested(const tane::GroupPlan &plan, const QString &label);
    void earlierRequested(qint64 workshop);

private:
    void makeHead();
    void makeSizes();
    void makeFoot();
    void fillSizes(bool writable);
    void fillRows(const JudgedGroups &judged, const Count &count, bool writable);
    RuleRow *makeRow(int index);
    void fillMenu();
    void addColumns(QMenu *menu, GroupRule::Kind kind, const QStringList &columns);
    void addValues(QMenu *menu);
    void addRule(const PlannedRule &rule);
    void moveRule(int from, int to);
    void dropRule(int index, QPoint globalPos);
    void choosePreset(GroupPreset preset);
    void request(GroupPlan plan, const QString &label);

    GroupPlan m_plan;
    WorkshopPeople m_people;
    bool m_filling = false;
    SegmentedControl *m_preset = nullptr;
    SegmentedControl *m_by = nullptr;
    QWidget *m_bySize = nullptr;
    SavedSpin *m_smallest = nullptr, *m_largest = nullptr, *m_groups = nullptr;
    QLabel *m_count = nullptr;
    QVBoxLayout *m_list = nullptr;
    std::vector<RuleRow *> m_rows;
    std::vector<int> m_planned; ///< by rule of the judged problem: the row
    QPushButton *m_add = nullptr;
    QMenu *m_menu = nullptr;
    QComboBox *m_earlier = nullptr;
    QWidget *m_earlierRow = nullptr;
};

} // namespace tane
