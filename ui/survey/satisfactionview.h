#pragma once

#include "survey/reasons.h"

#include <QWidget>

class QVBoxLayout;

namespace tane {

class SatisfactionCard;
struct SurveyState;

/// Items that were asked once, after the workshop: how the answers are distributed, one card an item, and
/// what was written beside the answers of the item that is chosen.
class SatisfactionView : public QWidget
{
    Q_OBJECT
public:
    explicit SatisfactionView(QWidget *parent = nullptr);
    void show(const SurveyState &state, const QString &group);
    /// The row of the item that is chosen; null before anything is shown. Valid until the next show().
    [[nodiscard]] const DistributionRow *current() const;

Q_SIGNALS:
    /// The officer turned to another item.
    void chosen();

private:
    void choose(int item);

    QVBoxLayout *m_cards = nullptr;
    std::vector<SatisfactionCard *> m_shown;
    std::vector<DistributionRow> m_rows;
    int m_item = -1;
};

} // namespace tane
