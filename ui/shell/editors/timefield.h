#pragma once

#include "shell/editors/savedfield.h"

#include <QTime>

#include <functional>
#include <optional>

class QLineEdit;

namespace tane {

/// Reads 9:30, 09:30, 930, 0930, ９：３０, 9時30分, 9時半, 9時, 午後1時30分. A time that does not exist gives
/// nothing.
[[nodiscard]] std::optional<QTime> parseTime(QStringView text);

/// A time of the day that saves itself when the field is left. Empty: not fixed yet.
class TimeField : public SavedField
{
    Q_OBJECT
public:
    using Save = std::function<Result<>(QTime)>;

    TimeField(const QString &name, Save save, QWidget *parent = nullptr);
    void setValue(QTime time);
    void setReadOnly(bool readOnly) override;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QString shownText() const override;

protected:
    void showText(const QString &text) override;
    [[nodiscard]] Result<> store(const QString &text) override;

private:
    QLineEdit *m_edit = nullptr;
    Save m_save;
    QTime m_value;
};

} // namespace tane
