#pragma once

#include "programme/programme.h"
#include "shell/widgets.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace tane {

/// What a new programme needs: a name, its fiscal year and what it begins with.
class NewProgrammeCard : public Card
{
    Q_OBJECT
public:
    explicit NewProgrammeCard(QWidget *parent = nullptr);
    /// Fills in this fiscal year's usual name and takes the focus.
    void begin(QDate today);
    void showError(const QString &text);

    [[nodiscard]] QLineEdit *title() const { return m_title; }
    [[nodiscard]] QComboBox *year() const { return m_year; }
    [[nodiscard]] QComboBox *shape() const { return m_shape; } ///< data: template id, empty for none
    [[nodiscard]] QPushButton *createButton() const { return m_create; }

Q_SIGNALS:
    void createRequested(const tane::Programme &programme, const QString &templateId);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillYears(QDate today);
    void explain();
    void create();

    QLineEdit *m_title = nullptr;
    QComboBox *m_year = nullptr;
    QLineEdit *m_owner = nullptr;
    QComboBox *m_shape = nullptr;
    QLabel *m_explanation = nullptr;
    QLabel *m_error = nullptr;
    QPushButton *m_create = nullptr;
    QString m_suggested; ///< the name follows the year while it was not changed
};

} // namespace tane
