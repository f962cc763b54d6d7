#include "shell/editors/savedline.h"

#include <QLineEdit>

namespace tane {

SavedLine::SavedLine(const QString &name, Save save, QWidget *parent)
    : SavedField(parent)
    , m_edit(new QLineEdit(this))
    , m_save(std::move(save))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_edit->setAccessibleName(name);
    adopt(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(m_edit, &QLineEdit::returnPressed, this, &SavedField::commit);
}

void SavedLine::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void SavedLine::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

QString SavedLine::shownText() const
{
    return m_edit->text();
}

void SavedLine::showText(const QString &text)
{
    const int caret = m_edit->cursorPosition();
    m_edit->setText(text);
    m_edit->setCursorPosition(m_edit->hasFocus() ? caret : 0);
}

Result<> SavedLine::store(const QString &text)
{
    TANE_CHECK(m_save(text.trimmed()));
    if (text != text.trimmed() && !m_edit->hasFocus()) {
        m_edit->setText(text.trimmed());
        setStored(text.trimmed());
    }
    return {};
}

} // namespace tane
