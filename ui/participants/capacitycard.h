#pragma once

#include "participants/capacity.h"
#include "shell/widgets.h"

namespace tane {

struct PageContext;

/// How full the workshop is, and what is to be decided: first come first served, by lot, or who moves up
/// from the waiting list.
class CapacityCard : public Card
{
    Q_OBJECT
public:
    explicit CapacityCard(PageContext &context, QWidget *parent = nullptr);
    Result<> setWorkshop(const Workshop &workshop, const std::vector<Participant> &participants,
                         bool writable);
    [[nodiscard]] QString summary() const { return m_summary->text(); }
    [[nodiscard]] const std::vector<StateProposal> &fromWaiting() const { return m_moving; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void notice(const tane::Notice &notice);

private:
    void decideFirstCome();
    void decideByLot();
    void moveUp();
    void showRecord();
    [[nodiscard]] QString nameOf(qint64 participant) const;

    PageContext &m_context;
    Workshop m_workshop;
    std::vector<Participant> m_participants;
    std::vector<StateProposal> m_moving;
    QLabel *m_summary = nullptr;
    QLabel *m_waiting = nullptr;
    QPushButton *m_firstCome = nullptr;
    QPushButton *m_lot = nullptr;
    QPushButton *m_moveUp = nullptr;
    QPushButton *m_record = nullptr;
};

} // namespace tane
