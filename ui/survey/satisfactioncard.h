#pragma once

#include "shell/widgets.h"
#include "survey/reasons.h"

namespace tane {

/// One item asked once: the question, its bars, and while it is chosen the reasons people wrote. Chosen with
/// the mouse or by giving it the keyboard focus.
class SatisfactionCard : public Card
{
    Q_OBJECT
public:
    SatisfactionCard(const ChangeAnalysis &analysis, const DistributionRow &row,
                     const std::vector<Reason> &reasons, QWidget *parent);
    void setChosen(bool chosen);
    [[nodiscard]] bool isChosen() const { return m_chosen; }

Q_SIGNALS:
    void picked();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void addReasons(const Item &item, const std::vector<Reason> &reasons);

    QWidget *m_reasons = nullptr;
    bool m_chosen = false;
};

} // namespace tane
