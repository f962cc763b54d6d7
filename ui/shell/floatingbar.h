#pragma once

#include <QObject>

class QTimer;
class QWidget;

namespace tane {

/// Keeps a bar over the lower edge of a widget, so that what it says moves nothing the officer looks at: a
/// page that jumps puts another button under the pointer. It goes by itself after a while, as it hides the
/// end of the page; not while the pointer or the keyboard is in it. The bar must not be in a layout while it
/// floats.
class FloatingBar : public QObject
{
    Q_OBJECT
public:
    /// Both must have a common parent, or `over` be the parent of `bar`. Owned by the bar.
    FloatingBar(QWidget *bar, QWidget *over);
    void setFloating(bool floating);
    [[nodiscard]] bool isFloating() const { return m_floating; }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void goWhenRead();
    QWidget *m_bar;
    QWidget *m_over;
    QTimer *m_going = nullptr;
    bool m_floating = false;
};

} // namespace tane
