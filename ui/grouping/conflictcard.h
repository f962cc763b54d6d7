#pragma once

#include "grouping/groupconflicts.h"
#include "shell/widgets.h"

namespace tane {

/// What must hold and cannot, in words, with a button for everything that could be let go.
class ConflictCard : public Card
{
    Q_OBJECT
public:
    explicit ConflictCard(QWidget *parent = nullptr);

    /// Something is not kept, and why is not known yet: a button asks.
    void showUnknown(int missed, bool writable);
    /// `eased`: what each of the rules to relax becomes, as the button says it.
    void show(const Conflict &conflict, const QStringList &eased, bool writable);
    [[nodiscard]] QString text() const { return m_plain; }

Q_SIGNALS:
    void whyRequested();
    /// The rule of that index in Conflict::relax shall be let go.
    void easeRequested(int index);

private:
    /// Gives whether the keyboard was in the card.
    [[nodiscard]] bool clearButtons();
    /// Brings the keyboard back to the first button, or else to the text.
    void takeFocus();

    QString m_plain;
    QLabel *m_text = nullptr;
    QWidget *m_buttons = nullptr;
};

} // namespace tane
