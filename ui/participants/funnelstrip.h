#pragma once

#include "participants/participantoverview.h"
#include "shell/widgets.h"

namespace tane {

/// The way from the invitation to the follow-up in one line: a number a step, each with what it is of.
class FunnelStrip : public Card
{
    Q_OBJECT
public:
    explicit FunnelStrip(QWidget *parent = nullptr);
    void setStages(const std::vector<FunnelStage> &stages);
    [[nodiscard]] const std::vector<FunnelStage> &stages() const { return m_stages; }
    /// "申込み 88名（受講の一覧の方 90名のうち）、…", as a screen reader says it.
    [[nodiscard]] QString summary() const;

private:
    struct Step
    {
        QLabel *number = nullptr;
        QLabel *base = nullptr;
    };
    std::vector<FunnelStage> m_stages;
    std::vector<Step> m_steps;
};

} // namespace tane
