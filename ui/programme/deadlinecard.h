#pragma once

#include "programme/cycle.h"
#include "shell/widgets.h"

class QGridLayout;

namespace tane {

/// The days of a programme that are ahead: what is late and what comes next.
class DeadlineCard : public Card
{
    Q_OBJECT
public:
    explicit DeadlineCard(QWidget *parent = nullptr);
    void setCycle(const Cycle &cycle, QDate today);
    [[nodiscard]] QPushButton *openButton() const { return m_open; }
    /// Whether there is anything to be done on a day, done or not.
    [[nodiscard]] bool isPlanned() const { return m_planned; }
    /// What the rows say, cell by cell; for tests and screen readers.
    [[nodiscard]] QStringList rows() const { return m_rows; }

private:
    void addRow(int row, const QStringList &cells, const QString &tone, bool emphasised);

    QWidget *m_table = nullptr;
    QGridLayout *m_grid = nullptr;
    QLabel *m_none = nullptr;
    QPushButton *m_open = nullptr;
    QStringList m_rows;
    bool m_planned = false;
};

} // namespace tane
