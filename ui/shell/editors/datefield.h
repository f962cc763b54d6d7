#pragma once

#include "shell/editors/savedfield.h"

#include <QDate>

#include <functional>
#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace tane {

/// A date that is written as officers write it (令和8年11月21日, R8.11.21, 2026/11/21, 11/21) and saves
/// itself when the field is left. Shown in the Japanese era with its weekday. Empty: not fixed yet. The
/// button (or Alt+↓) opens a calendar.
class DateField : public SavedField
{
    Q_OBJECT
public:
    using Save = std::function<Result<>(QDate)>;

    DateField(const QString &name, Save save, QWidget *parent = nullptr);
    void setValue(QDate date);
    void setPlaceholder(const QString &text);
    void setReadOnly(bool readOnly) override;
    /// The month the calendar opens with while the field is empty.
    void setSuggestion(QDate date) { m_suggestion = date; }
    /// A day typed without its year is the first such day on or after this one (at first: today).
    void setEarliest(QDate date) { m_earliest = date; }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QToolButton *button() const { return m_button; }
    [[nodiscard]] QString shownText() const override;
    void openCalendar();

protected:
    void showText(const QString &text) override;
    [[nodiscard]] Result<> store(const QString &text) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] std::optional<QDate> read(const QString &text) const;
    void updateWeekday();

    QLineEdit *m_edit = nullptr;
    QToolButton *m_button = nullptr;
    QLabel *m_weekday = nullptr;
    Save m_save;
    QDate m_value;
    QDate m_suggestion;
    QDate m_earliest;
};

} // namespace tane
