#pragma once

#include "programme/plan.h"
#include "programme/programme.h"
#include "shell/widgets.h"

#include <array>

class QBoxLayout;
class QCheckBox;
class QPushButton;

namespace tane {

class LevelField;
class LineList;

/// What the plan says of one target group: who comes in, what they can do at the end, what they do later.
class PlanGroupCard : public Card
{
    Q_OBJECT
public:
    PlanGroupCard(Document &document, const TargetGroup &group, QWidget *parent);

    struct Content
    {
        TargetGroup group;
        std::vector<PlanLine> lines;
        std::array<LevelRange, 3> levels;
        QStringList shortGoals; ///< of step 2, to write the plan from
        bool isFirst = false, isLast = false;
    };
    void show(const Content &content, bool writable);
    [[nodiscard]] qint64 group() const { return m_group.id; }
    [[nodiscard]] LineList *lines(PlanField field) const
    {
        return m_lines.at(static_cast<std::size_t>(field));
    }
    [[nodiscard]] LevelField *level(PlanField field) const
    {
        return m_levels.at(static_cast<std::size_t>(field));
    }
    [[nodiscard]] QCheckBox *observer() const { return m_observer; }
    /// The three columns beside each other, or below.
    void setWide(bool wide);

Q_SIGNALS:
    void observerChanged(bool observer);
    void renameRequested();
    void moveRequested(int by);
    void removeRequested();

private:
    QWidget *makeColumn(Document &document, PlanField field);
    QMenu *makeMenu();

    TargetGroup m_group;
    QLabel *m_name = nullptr;
    QCheckBox *m_observer = nullptr;
    QPushButton *m_menu = nullptr;
    QAction *m_up = nullptr;
    QAction *m_down = nullptr;
    ElidedLabel *m_goals = nullptr;
    QBoxLayout *m_columns = nullptr;
    std::array<LineList *, 3> m_lines{};
    std::array<LevelField *, 3> m_levels{};
};

} // namespace tane
