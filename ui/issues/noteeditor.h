#pragma once

#include <QPlainTextEdit>

namespace tane {

/// Writes on a note or heading in its place: Enter and leaving it keep the text, Escape does not.
class NoteEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit NoteEditor(QWidget *parent);
    /// Once; then it waits to be deleted.
    void finish(bool kept);

Q_SIGNALS:
    void done(bool kept, const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool m_finished = false;
};

} // namespace tane
