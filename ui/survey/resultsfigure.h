#pragma once

#include "survey/surveyrepository.h"

#include <QWidget>

class QLabel;

namespace tane {

class ChartCard;
class SegmentedControl;
struct PageContext;
struct Notice;

/// Further figures of what the results page shows: distribution before and after, where the answers went, by
/// group; each to be copied and written on its own.
class ResultsFigure : public QWidget
{
    Q_OBJECT
public:
    explicit ResultsFigure(PageContext &context, QWidget *parent = nullptr);

    /// `set` −1: the satisfaction items, of which `item` is chosen.
    void show(const SurveyState &state, int set, int item, const QString &group);
    [[nodiscard]] ChartCard *card() const { return m_card; }
    [[nodiscard]] SegmentedControl *kinds() const { return m_kinds; }

Q_SIGNALS:
    void notice(const tane::Notice &notice);

private:
    void draw();
    [[nodiscard]] ChartSpec chart() const;

    ChartCard *m_card = nullptr;
    SegmentedControl *m_kinds = nullptr;
    QLabel *m_title = nullptr;
    const SurveyState *m_state = nullptr;
    bool m_satisfaction = false;
    int m_set = -1, m_item = -1;
    QString m_group;
};

} // namespace tane
