#pragma once

#include "shell/editors/linelist.h"
#include "shell/editors/savedtext.h"

class QToolButton;

namespace tane {

/// What stands before a line: a bullet or mark; with the pointer over it, something to take hold of.
class LineHandle : public QWidget
{
    Q_OBJECT
public:
    explicit LineHandle(QWidget *parent);
    void setMark(const QString &mark);
    void setMovable(bool movable);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void dragged(QPoint globalPos);
    void dropped(QPoint globalPos);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_mark;
    QPoint m_pressed;
    bool m_movable = true;
    bool m_dragging = false;
};

/// One line of a LineList. The list decides what its keys do.
class LineRow : public QWidget
{
    Q_OBJECT
public:
    LineRow(LineList *list, const LineList::Line &line);

    qint64 id = 0; ///< 0: not stored yet
    [[nodiscard]] SavedText *field() const { return m_field; }
    [[nodiscard]] GrowingEdit *edit() const;
    [[nodiscard]] LineHandle *handle() const { return m_handle; }
    [[nodiscard]] QToolButton *removeButton() const { return m_remove; }
    void setLine(const LineList::Line &line);
    void setName(const QString &name);
    void setReadOnly(bool readOnly);
    void setDragged(bool dragged);
    void flash(); ///< marks the row for a moment: here is what was looked for

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void showRemove(bool visible);

    LineList *m_list = nullptr;
    LineHandle *m_handle = nullptr;
    SavedText *m_field = nullptr;
    QLabel *m_note = nullptr;
    QToolButton *m_remove = nullptr;
    bool m_readOnly = false;
    bool m_dragged = false;
    bool m_flashing = false;
};

} // namespace tane
