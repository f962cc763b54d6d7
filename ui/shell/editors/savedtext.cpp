#include "shell/editors/savedtext.h"

#include "shell/editors/growingedit.h"

#include <QPointer>

namespace tane {

namespace {

QString withoutEnd(const QString &text)
{
    qsizetype end = text.size();
    while (end > 0 && text[end - 1].isSpace())
        --end;
    return text.left(end);
}

} // namespace

SavedText::SavedText(const QString &name, Save save, QWidget *parent)
    : SavedField(parent)
    , m_edit(new GrowingEdit(this))
    , m_save(std::move(save))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_edit->setAccessibleName(name);
    adopt(m_edit);
    connect(m_edit, &QTextEdit::textChanged, this, [this] { edited(); });
}

void SavedText::setPlaceholder(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void SavedText::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

QString SavedText::shownText() const
{
    return m_edit->toPlainText();
}

void SavedText::showText(const QString &text)
{
    m_edit->replaceText(text);
}

Result<> SavedText::store(const QString &text)
{
    const QPointer<SavedText> alive(this);
    TANE_CHECK(m_save(withoutEnd(text)));
    if (!alive)
        return {};
    if (!m_edit->hasFocus() && text != withoutEnd(text)) {
        m_edit->replaceText(withoutEnd(text));
        setStored(withoutEnd(text));
    }
    return {};
}

} // namespace tane
