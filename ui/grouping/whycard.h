#pragma once

#include "grouping/workshopgroups.h"
#include "shell/widgets.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace tane {

/// なぜこの班？: which rules hold somebody where she sits, what the best swap would cost, and what can be
/// decided about her seat.
class WhyCard : public Card
{
    Q_OBJECT
public:
    explicit WhyCard(QWidget *parent = nullptr);

    /// Nobody: what to do to see something.
    void showNobody();
    void show(const WorkshopGroups &groups, const JudgedGroups &judged, qint64 participant, bool writable);
    [[nodiscard]] qint64 participant() const { return m_participant; }
    /// With whom she would change places; 0: nobody.
    [[nodiscard]] qint64 swapWith() const { return m_swapWith; }
    [[nodiscard]] QString reasons() const { return m_reasons; }
    [[nodiscard]] QPushButton *swapButton() const { return m_swap; }

Q_SIGNALS:
    void swapRequested(qint64 first, qint64 second);
    /// The pointer or the focus is on the swap: what would come of it.
    void swapPreviewed(qint64 first, qint64 second, bool shown);
    void pinRequested(qint64 participant);
    void dutyRequested(qint64 participant, tane::GroupDuty duty);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSeat(const WorkshopGroups &groups, const JudgedGroups &judged, int person);

    qint64 m_participant = 0, m_swapWith = 0;
    QString m_reasons;
    QLabel *m_who = nullptr;
    QLabel *m_text = nullptr;
    QLabel *m_swapText = nullptr;
    QPushButton *m_swap = nullptr;
    QWidget *m_foot = nullptr;
    QCheckBox *m_pin = nullptr;
    QComboBox *m_duty = nullptr;
};

} // namespace tane
