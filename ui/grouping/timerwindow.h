#pragma once

#include "grouping/themeguide.h"
#include "paper/palette.h"
#include "programme/sessiontimer.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QToolButton;

namespace tane {

/// What the timer counts: the parts, and what is shown beside a theme.
struct TimerContent
{
    SessionTimer session;
    std::vector<std::optional<ThemeGuide>> guides; ///< by part
    QString workshop;
};

/// The timer for the projector: the current part large, what is left of it, what comes next. It begins
/// paused. Space pauses, → and ← go on and back, ↑ and ↓ add and take a minute, 5 adds five, P shows the
/// points of a theme, L lists the parts, D changes the background, F the full screen, H shows the buttons,
/// Escape closes. The buttons hide by themselves.
class TimerWindow : public QWidget
{
    Q_OBJECT
public:
    using Clock = std::function<QDateTime()>;

    /// `clock` empty: the system's.
    TimerWindow(TimerContent content, Clock clock, QWidget *parent = nullptr);

    [[nodiscard]] const SessionTimer &session() const { return m_content.session; }
    void startAt(int part); ///< paused at its beginning
    void setSound(bool on) { m_sound = on; }
    void setScheme(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool showsPoints() const;
    [[nodiscard]] bool showsButtons() const { return m_buttons->isVisible(); }
    /// "残り 12:05", "時間です（1:20 経過）": what is said of the current part, also to screen readers.
    [[nodiscard]] QString stateText() const;
    /// Looks at the clock; called five times a second.
    void tick();

Q_SIGNALS:
    /// A part came to its end.
    void partEnded();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeButtons();
    void showButtons();
    void placeButtons();
    void togglePause();
    void toggleFullScreen();
    void listParts();
    void changed();
    [[nodiscard]] QString stateWord() const; ///< below the digits
    [[nodiscard]] QDateTime now() const { return m_clock(); }

    TimerContent m_content;
    Clock m_clock;
    Scheme m_scheme = Scheme::Light;
    bool m_sound = false;
    bool m_points = true;
    bool m_ended = false; ///< the end of this part was announced
    QTimer m_ticks;
    QTimer m_hiding;
    QWidget *m_buttons = nullptr;
    QToolButton *m_pause = nullptr;
};

} // namespace tane
