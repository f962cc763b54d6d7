#pragma once

#include "programme/plan.h"
#include "programme/programme.h"
#include "programme/steppage.h"

#include <array>
#include <map>

class QAction;
class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace tane {

class GoalRow;
class LineList;
class SavedLine;

/// Step 2: the matrix of target groups and terms. Each cell is an ordered list of goals, which can be dragged
/// (or sent with Alt and the arrow keys) to another cell.
class GoalsPage : public StepPage
{
    Q_OBJECT
public:
    GoalsPage(PageContext &context, QWidget *parent);
    ~GoalsPage() override;
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] LineList *cell(qint64 targetGroup, Goal::Term term) const;
    [[nodiscard]] SavedLine *termLabel(Goal::Term term) const
    {
        return m_labels.at(static_cast<std::size_t>(term));
    }
    [[nodiscard]] GoalRow *row(qint64 targetGroup) const;
    [[nodiscard]] QPushButton *addGroupButton() const { return m_addGroup; }
    [[nodiscard]] QPushButton *addEnvironmentButton() const { return m_addEnvironment; }

protected:
    void fill() override;

private:
    friend class GoalRow;
    void makeHead();
    void fillRows(const std::vector<TargetGroup> &groups);
    [[nodiscard]] LineList *makeCell(qint64 group, Goal::Term term, QWidget *parent);
    [[nodiscard]] Result<> adoptGoal(qint64 goal, qint64 group, Goal::Term term, int position);
    void moveOut(qint64 goal, int columns, int rows);
    void addGroup(bool environment);
    void moveGroup(qint64 group, int by);
    void removeGroup(qint64 group);
    void setEnvironment(qint64 group, bool on);
    [[nodiscard]] Result<> renameGroup(qint64 group, const QString &name);
    [[nodiscard]] Result<> saveLabel(Goal::Term term, const QString &text);
    [[nodiscard]] QHash<qint64, QString> origins(const std::vector<Goal> &goals);

    QWidget *m_matrix = nullptr;
    QGridLayout *m_grid = nullptr;
    std::array<SavedLine *, 3> m_labels{};
    std::vector<GoalRow *> m_rows; ///< in their order
    std::vector<TargetGroup> m_groups;
    qint64 m_rowsOf = 0; ///< the programme whose rows these are
    QPushButton *m_addGroup = nullptr;
    QPushButton *m_addEnvironment = nullptr;
};

/// One target group of the matrix: its name, what can be done with it, and its three cells.
class GoalRow : public QObject
{
    Q_OBJECT
public:
    GoalRow(GoalsPage *page, const TargetGroup &group, QWidget *parent);

    qint64 group = 0;
    QWidget *head = nullptr;
    SavedLine *name = nullptr;
    QToolButton *more = nullptr;
    QLabel *kind = nullptr;
    std::array<LineList *, 3> cells{};
    std::array<QWidget *, 3> frames{};
    QAction *up = nullptr, *down = nullptr, *environment = nullptr, *remove = nullptr;

    void show(const TargetGroup &group, bool writable);
    void take(); ///< out of the page
};

} // namespace tane
