#pragma once

#include <QPushButton>

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

/// A page in the navigation: title, badge at the right, accent bar when it is shown.
class NavEntry : public PaintedButton
{
    Q_OBJECT
public:
    using PaintedButton::PaintedButton;
    void setBadge(const QString &badge);
    [[nodiscard]] QString badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_badge;
};

/// A step of the cycle, "4 実行": its number in a circle, filled while one of its pages is shown. Not a
/// button: the step itself has no page.
class NavStep : public QWidget
{
    Q_OBJECT
public:
    explicit NavStep(const QString &section, QWidget *parent = nullptr);
    void setCurrent(bool current);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_number = 0;
    QString m_title;
    bool m_current = false;
};

/// The box on top: which file and workshop; click for others.
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
