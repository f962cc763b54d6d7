#pragma once

#include "participants/participant.h"
#include "shell/widgets.h"

class QComboBox;
class QLineEdit;

namespace tane {

/// Somebody who came without having applied: the least that is needed to give her a seat.
class WalkInCard : public Card
{
    Q_OBJECT
public:
    explicit WalkInCard(QWidget *parent = nullptr);
    /// Empties the fields; `name` is what was typed at the door.
    void begin(const QString &name, const QStringList &roles);
    /// People who are there already: the same name is said, not refused.
    void setKnown(const std::vector<Participant> &people) { m_people = &people; }
    [[nodiscard]] QLineEdit *name() const { return m_name; }
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    [[nodiscard]] QString warning() const;

Q_SIGNALS:
    void accepted(const tane::Participant &participant);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void check();
    void accept();

    const std::vector<Participant> *m_people = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_kana = nullptr;
    QComboBox *m_role = nullptr;
    QLineEdit *m_affiliation = nullptr;
    QLabel *m_warning = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace tane
