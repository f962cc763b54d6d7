#pragma once

#include "base/error.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tane {

/// What every field that saves itself does. It holds the stored value beside the text shown; the text is
/// saved when the field is left, on Enter or Ctrl+Enter, and a moment after typing stops. What is refused
/// stays as it was typed, with the reason below. Ctrl+Z and Escape take back what was typed since the last
/// save; with nothing to take back, Ctrl+Z is the window's.
class SavedField : public QWidget
{
    Q_OBJECT
public:
    /// How long after the last key a text is saved.
    static constexpr int saveAfterMilliseconds = 800;

    /// Something was typed that is not stored yet.
    [[nodiscard]] bool isDirty() const { return shownText() != m_stored; }
    /// Saves what is not stored yet. False when it was refused.
    bool commit();
    /// Back to the stored value.
    void revert();
    /// The reason shown below; empty when all is well.
    [[nodiscard]] QString errorText() const;
    /// Dates and times are not saved half-typed: only when the field is left.
    void setSavesWhileTyping(bool on) { m_savesWhileTyping = on; }
    /// Shows a reason below the field; empty takes it away.
    void showError(const QString &text);
    virtual void setReadOnly(bool readOnly) = 0;
    [[nodiscard]] virtual QString shownText() const = 0;

    /// Commits every field inside `root`: before undo, before the file is closed, before another programme is
    /// shown. False when one was refused.
    static bool commitAll(const QWidget *root);

Q_SIGNALS:
    void saved();

protected:
    explicit SavedField(QWidget *parent);

    virtual void showText(const QString &text) = 0;
    [[nodiscard]] virtual Result<> store(const QString &text) = 0;

    /// The value that is stored now. What is being typed, and the caret, stay.
    void setStored(const QString &text);
    /// Puts the editor into the field and watches its keys and focus.
    void adopt(QWidget *editor, QWidget *watched = nullptr);
    /// The text was changed by hand.
    void edited();
    /// An emptied line is not saved while its writer may be about to write it anew.
    void setSavesEmptyWhileTyping(bool on) { m_savesEmptyWhileTyping = on; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }

private:
    bool keyPressed(class QKeyEvent *event);

    QString m_stored;
    QWidget *m_editor = nullptr;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_error = nullptr;
    QTimer m_timer;
    bool m_savesWhileTyping = true;
    bool m_savesEmptyWhileTyping = true;
    bool m_committing = false;
};

} // namespace tane
