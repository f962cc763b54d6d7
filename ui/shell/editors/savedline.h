#pragma once

#include "shell/editors/savedfield.h"

#include <functional>

class QLineEdit;

namespace tane {

/// One line of text that saves itself.
class SavedLine : public SavedField
{
    Q_OBJECT
public:
    using Save = std::function<Result<>(const QString &)>;

    /// `name`: what a screen reader calls it. `save` is called with the trimmed text.
    SavedLine(const QString &name, Save save, QWidget *parent = nullptr);
    /// For refresh(): what is stored now. What is being typed stays.
    void setValue(const QString &text) { setStored(text); }
    void setPlaceholder(const QString &text);
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QString shownText() const override;

protected:
    void showText(const QString &text) override;
    [[nodiscard]] Result<> store(const QString &text) override;

private:
    QLineEdit *m_edit = nullptr;
    Save m_save;
};

} // namespace tane
