#pragma once

#include "people/ladderstatistics.h"

#include <QWidget>

class QBoxLayout;
class QStandardItemModel;
class QTableView;

namespace tane {

class Card;
class ChartCard;
class FlowCard;
struct Notice;
struct PageContext;

/// 推移: how the ladder fills over the years and in the care areas, who moved, how long people stay at a
/// step, and what the plan aimed at against what was reached.
class LadderTrends : public QWidget
{
    Q_OBJECT
public:
    explicit LadderTrends(PageContext &context, QWidget *parent = nullptr);
    /// `registry` must outlive what is shown. `description` names the filter for titles; empty for none.
    /// Gives what went wrong.
    Result<> show(const Registry &registry, const PeopleFilter &filter, const QString &description);
    [[nodiscard]] ChartCard *years() const { return m_years; }
    [[nodiscard]] ChartCard *areas() const { return m_areas; }
    [[nodiscard]] FlowCard *flow() const { return m_flow; }
    [[nodiscard]] ChartCard *targets() const { return m_targets; }
    [[nodiscard]] QStandardItemModel *stays() const { return m_stays; }
    [[nodiscard]] QList<QAction *> exportActions() const;

Q_SIGNALS:
    void personRequested(qint64 person);
    void notice(const tane::Notice &notice);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Card *makeStays();
    void showYears(const Registry &registry, const PeopleFilter &filter, const QString &suffix);
    void showStays(const Registry &registry, const std::vector<const PersonRecord *> &people, QDate on);
    Result<> showTargets(const Registry &registry);
    void copyStays();
    void arrange();

    PageContext &m_context;
    QBoxLayout *m_pair = nullptr;
    ChartCard *m_years = nullptr;
    ChartCard *m_areas = nullptr;
    FlowCard *m_flow = nullptr;
    ChartCard *m_targets = nullptr;
    QStandardItemModel *m_stays = nullptr;
    QTableView *m_stayTable = nullptr;
};

} // namespace tane
