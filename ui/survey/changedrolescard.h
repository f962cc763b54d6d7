#pragma once

#include "shell/widgets.h"
#include "survey/changedroles.h"

namespace tane {

/// People whose role is another one after the workshop than before: with which of them they count.
class ChangedRolesCard : public Card
{
    Q_OBJECT
public:
    explicit ChangedRolesCard(QWidget *parent = nullptr);
    void show(const std::vector<ChangedRole> &people, bool editable);

Q_SIGNALS:
    /// An empty role: the one before, as the rule says.
    void chosen(qint64 response, const QString &role);

private:
    [[nodiscard]] QWidget *makeRow(const ChangedRole &person, bool editable);

    std::vector<ChangedRole> m_shown;
    bool m_editable = false;
    QVBoxLayout *m_rows = nullptr;
};

} // namespace tane
