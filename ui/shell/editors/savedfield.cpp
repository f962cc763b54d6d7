#include "shell/editors/savedfield.h"

#include "shell/widgets.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tane {

SavedField::SavedField(QWidget *parent)
    : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    m_error = new QLabel(this);
    m_error->setFont(scaledFont(m_error, type::secondary));
    m_error->setProperty("tone", u"error"_s);
    m_error->setWordWrap(true);
    m_error->setVisible(false);
    m_column->addWidget(m_error);
    m_timer.setSingleShot(true);
    m_timer.setInterval(saveAfterMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &SavedField::commit);
}

void SavedField::adopt(QWidget *editor, QWidget *watched)
{
    m_column->insertWidget(0, editor);
    m_editor = watched ? watched : editor;
    m_editor->installEventFilter(this);
    setFocusProxy(m_editor);
}

bool SavedField::commit()
{
    m_timer.stop();
    if (m_committing || !isDirty())
        return true;
    m_committing = true;
    const QPointer<SavedField> alive(this);
    const QString text = shownText();
    const Result<> result = store(text);
    if (!alive)
        return result.has_value();
    m_committing = false;
    if (!result) {
        showError(result.error().message);
        return false;
    }
    showError({});
    if (shownText() == text)
        m_stored = text; // else the field shows its own spelling of the value by now
    Q_EMIT saved();
    return true;
}

void SavedField::revert()
{
    m_timer.stop();
    showError({});
    if (isDirty())
        showText(m_stored);
}

QString SavedField::errorText() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

bool SavedField::commitAll(const QWidget *root)
{
    // Guarded: saving one field can take others away.
    QList<QPointer<SavedField>> fields;
    const auto found = root->findChildren<SavedField *>();
    for (SavedField *field : found)
        fields << field;
    bool all = true;
    for (const QPointer<SavedField> &field : std::as_const(fields)) {
        if (field && field->isDirty() && !field->commit())
            all = false;
    }
    return all;
}

void SavedField::setStored(const QString &text)
{
    const bool dirty = isDirty();
    m_stored = text;
    if (!dirty && shownText() != text) {
        // The space at the end is stored without, but is the start of the next word while it is being typed.
        if (m_editor->hasFocus() && shownText().trimmed() == text.trimmed())
            m_stored = shownText();
        else
            showText(text);
    } else if (dirty && !isDirty())
        showError({});
}

void SavedField::edited()
{
    showError({});
    const bool wanted =
        m_savesWhileTyping && isDirty() && (m_savesEmptyWhileTyping || !shownText().isEmpty());
    if (wanted)
        m_timer.start();
    else
        m_timer.stop();
}

void SavedField::showError(const QString &text)
{
    const bool visible = !text.isEmpty();
    m_error->setText(text);
    if (m_error->isVisibleTo(this) == visible)
        return;
    m_error->setVisible(visible);
    setLook(m_editor, "refused", visible);
    m_editor->setAccessibleDescription(text);
}

bool SavedField::keyPressed(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        if (event->matches(QKeySequence::Undo))
            revert();
        return true; // the editor's own undo would wander back over what is stored already
    }
    if (event->key() == Qt::Key_Escape && isDirty()) {
        revert();
        return true;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        commit();
        return true;
    }
    return false;
}

bool SavedField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_editor)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool undo = key->matches(QKeySequence::Undo);
        const bool ours = (undo || key->key() == Qt::Key_Escape) && isDirty();
        if (ours) {
            key->accept();
            return true;
        }
        if (undo || key->matches(QKeySequence::Redo)) {
            key->ignore(); // the window's action takes it
            return true;
        }
        break;
    }
    case QEvent::KeyPress:
        if (keyPressed(static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::FocusOut:
        // The context menu comes back to the field.
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason)
            commit();
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tane
