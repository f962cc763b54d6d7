#pragma once

#include "grouping/timerwindow.h"
#include "shell/widgets.h"

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;

namespace tane {

/// Where the timer for the projector is set up and opened.
class TimerCard : public Card
{
    Q_OBJECT
public:
    explicit TimerCard(PageContext &context, QWidget *parent = nullptr);
    void setTimetable(const Timetable &timetable, const QString &workshop);
    /// Opens it on the other screen where there is one, else over this. The window closes itself.
    TimerWindow *open();
    /// Another clock than the system's, for tests.
    void setClock(TimerWindow::Clock clock) { m_clock = std::move(clock); }

private:
    [[nodiscard]] bool isFree() const;
    void showKind();

    PageContext &m_context;
    Timetable m_timetable;
    QString m_workshop;
    TimerWindow::Clock m_clock;
    QComboBox *m_from = nullptr;
    QLabel *m_minutesLabel = nullptr;
    QSpinBox *m_minutes = nullptr;
    QCheckBox *m_sound = nullptr;
    QCheckBox *m_dark = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace tane
