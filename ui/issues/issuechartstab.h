#pragma once

#include "issues/cardtext.h"

#include <QWidget>

class QAction;

namespace tane {

class ChartCard;
struct Notice;
struct PageContext;

/// 図表: the cards by scene and source, by stage and status, by stage and age; what recurs over the years.
class IssueChartsTab : public QWidget
{
    Q_OBJECT
public:
    IssueChartsTab(PageContext &context, QWidget *parent);
    /// `description` names the filter; empty for none. What recurs is of everything, whatever the filter.
    void show(const Registry &registry, const Pipeline &pipeline, const std::vector<const IssueCard *> &cards,
              const QString &description);
    [[nodiscard]] ChartCard *scenes() const { return m_scenes; }
    [[nodiscard]] ChartCard *stages() const { return m_stages; }
    [[nodiscard]] ChartCard *ages() const { return m_ages; }
    [[nodiscard]] ChartCard *years() const { return m_years; }
    [[nodiscard]] QList<QAction *> exportActions() const;

Q_SIGNALS:
    void notice(const tane::Notice &notice);

private:
    ChartCard *addCard(const QString &title, const QString &name, const QString &objectName);

    PageContext &m_context;
    ChartCard *m_scenes = nullptr;
    ChartCard *m_stages = nullptr;
    ChartCard *m_ages = nullptr;
    ChartCard *m_years = nullptr;
};

} // namespace tane
