#pragma once

#include "survey/questionnaireedit.h"

#include <QTreeWidget>

namespace tane {

/// The sets of a questionnaire with their items. Alt+↑ and Alt+↓ and dragging change the order, Insert and
/// Delete ask for a new item and to take one away.
class QuestionnaireTree : public QTreeWidget
{
    Q_OBJECT
public:
    explicit QuestionnaireTree(QWidget *parent = nullptr);

    /// Shows it, with the place chosen; what was folded in stays so.
    void showQuestionnaire(const Questionnaire &questionnaire, ItemPlace chosen, bool writable);
    [[nodiscard]] ItemPlace chosen() const;

Q_SIGNALS:
    void chosenChanged(ItemPlace place);
    void addRequested();
    void removeRequested();
    void moveRequested(int by);
    /// By dragging: the items of every set, in their new order.
    void arranged(const std::vector<std::pair<QString, QStringList>> &codes);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool m_filling = false;
    bool m_writable = false;
};

} // namespace tane
