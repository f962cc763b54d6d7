#pragma once

#include "people/peoplelinks.h"
#include "shell/widgets.h"

namespace tane {

/// Everything of somebody in one row, newest first: workshops, her own answers, assessments, supports,
/// transfers.
class TimelineCard : public Card
{
    Q_OBJECT
public:
    explicit TimelineCard(QWidget *parent = nullptr);
    void show(const std::vector<TimelineEntry> &entries, bool writable);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    /// What the n-th row says, for tests: "評価：1-1".
    [[nodiscard]] QString textAt(int row) const;

Q_SIGNALS:
    void editRequested(qint64 assessment);
    void removeRequested(qint64 assessment);
    /// A workshop or support shall be shown.
    void openRequested(tane::TimelineEntry::Kind kind, qint64 id);

private:
    QWidget *makeRow(const TimelineEntry &entry, bool first, bool last, bool writable);
    QVBoxLayout *m_list = nullptr;
    std::vector<QWidget *> m_rows;
    QLabel *m_none = nullptr;
};

} // namespace tane
