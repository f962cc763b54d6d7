#pragma once

#include "shell/editors/savedfield.h"

#include <functional>

namespace tane {

class GrowingEdit;

/// Text of several lines that grows with what is written and saves itself.
class SavedText : public SavedField
{
    Q_OBJECT
public:
    using Save = std::function<Result<>(const QString &)>;

    /// `name`: what a screen reader calls it. `save` is called without spaces and lines at the end.
    SavedText(const QString &name, Save save, QWidget *parent = nullptr);
    /// For refresh(): what is stored now. What is being typed stays.
    void setValue(const QString &text) { setStored(text); }
    void setPlaceholder(const QString &text);
    void setReadOnly(bool readOnly) override;
    void setSavesEmptyWhileTyping(bool on) { SavedField::setSavesEmptyWhileTyping(on); }
    [[nodiscard]] GrowingEdit *edit() const { return m_edit; }
    [[nodiscard]] QString shownText() const override;

protected:
    void showText(const QString &text) override;
    [[nodiscard]] Result<> store(const QString &text) override;

private:
    GrowingEdit *m_edit = nullptr;
    Save m_save;
};

} // namespace tane
