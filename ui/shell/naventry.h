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
    /// It is the only page of this step, whose number stands before the title.
    void setStep(Step step);
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

/// The head of a part of the navigation with several pages: "4 実行" with its state in a circle, or a part
/// without a step ("地域"). Pressing it folds and unfolds the part; while a page of the part is shown it
/// stays open.
class NavHead : public PaintedButton
{
    Q_OBJECT
public:
    /// `step`: the step of the cycle whose part it is; none: the title stands alone.
    NavHead(std::optional<Step> step, const QString &title, QWidget *parent = nullptr);
    void setState(StepState state);
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// A part that holds the page shown has no chevron: it cannot be folded.
    void setFoldable(bool foldable);
    [[nodiscard]] bool isFoldable() const { return m_foldable; }
    /// What is said at the right while it is folded, and of which pages, for the tool tip.
    void setBadge(const QString &badge, const QString &ofWhat);
    [[nodiscard]] QString badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();
    std::optional<Step> m_step;
    StepState m_state = StepState::Empty;
    QString m_badge, m_badgeOf;
    bool m_open = false;
    bool m_foldable = true;
};

} // namespace tane
