#pragma once

#include "programme/programme.h"

#include <QPushButton>

#include <optional>

namespace tane {

/// A button that draws itself and shows its focus ring only when the keyboard brought the focus.
class PaintedButton : public QPushButton
{
    Q_OBJECT
public:
    explicit PaintedButton(const QString &text, QWidget *parent = nullptr);

protected:
    void focusInEvent(QFocusEvent *event) override;
    [[nodiscard]] bool ringVisible() const { return hasFocus() && m_keyboardFocus; }
    void paintRing(QPainter &painter, const QRectF &rect, double radius) const;

private:
    bool m_keyboardFocus = false;
};

/// A page in the navigation: title, badge at the right, accent bar when it is shown. The only page of a step
/// carries the step's circle itself.
class NavEntry : public PaintedButton
{
    Q_OBJECT
public:
    using PaintedButton::PaintedButton;
    void setBadge(const QString &badge);
    [[nodiscard]] QString badge() const { return m_badge; }
    /// Its title stands at the left edge: it belongs to no step.
    void setAboveSteps(bool above) { m_aboveSteps = above; }
    /// It is the only page of this step.
    void setStep(Step step) { m_step = step; }
    void setState(StepState state);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_badge;
    bool m_aboveSteps = false;
    std::optional<Step> m_step;
    StepState m_state = StepState::Empty;
};

/// The heading of a step with several pages, "4 実行", with its state in a circle. Not a button: the step
/// itself has no page.
class NavStep : public QWidget
{
    Q_OBJECT
public:
    NavStep(Step step, const QString &title, QWidget *parent = nullptr);
    void setState(StepState state);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Step m_step;
    QString m_title;
    StepState m_state = StepState::Empty;
};

/// The box on top: which programme; click for others.
class ProgrammeBox : public PaintedButton
{
    Q_OBJECT
public:
    explicit ProgrammeBox(QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &subtitle);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] QStringList titleLines() const; ///< at most two
    QString m_title, m_subtitle;
};

} // namespace tane
