#pragma once

#include "programme/programme.h"

#include <QWidget>

#include <array>

namespace tane {

/// The five steps as a ring, each with its state. A step is chosen with the mouse or the arrow keys; Enter or
/// a click opens it.
class CycleRing : public QWidget
{
    Q_OBJECT
public:
    explicit CycleRing(QWidget *parent = nullptr);

    void setState(Step step, StepState state);
    /// Two lines in the middle: what is going on.
    void setCentre(const QString &title, const QString &text);
    [[nodiscard]] Step selected() const { return m_selected; }
    void setSelected(Step step);
    /// Middle of a step's segment, in this widget; for tests.
    [[nodiscard]] QPoint middleOf(Step step) const;
    [[nodiscard]] QSize sizeHint() const override { return {240, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 200}; }

Q_SIGNALS:
    void stepSelected(tane::Step step);
    void stepActivated(tane::Step step);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF ring() const;
    [[nodiscard]] int stepAt(QPointF position) const; ///< 1 … 5, 0 = none
    void paintSegment(QPainter &painter, Step step);
    void updateName();

    std::array<StepState, 5> m_states{};
    QString m_title, m_text;
    Step m_selected = Step::Situation;
    int m_hovered = 0;
    int m_pressed = 0;
};

} // namespace tane
