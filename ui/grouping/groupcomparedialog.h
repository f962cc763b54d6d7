#pragma once

#include "grouping/workshopgroups.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QTableWidget;

namespace tane {

/// Two drafts side by side: how well each keeps the rules, and who sits elsewhere. Stays open and follows the
/// file.
class GroupCompareDialog : public QDialog
{
    Q_OBJECT
public:
    explicit GroupCompareDialog(Document &document, QWidget *parent);

    void show(const std::vector<GroupDraft> &drafts, qint64 first, qint64 second);
    [[nodiscard]] QTableWidget *rules() const { return m_rules; }
    [[nodiscard]] QTableWidget *people() const { return m_people; }
    [[nodiscard]] QComboBox *box(int index) const { return m_boxes[index]; }
    [[nodiscard]] QString summary() const;

private:
    void compare();
    void fillRules(const JudgedGroups &first, const JudgedGroups &second);
    void fillPeople(const WorkshopGroups &first, const WorkshopGroups &second);

    Document &m_document;
    QComboBox *m_boxes[2] = {};
    QLabel *m_summary = nullptr;
    QTableWidget *m_rules = nullptr;
    QTableWidget *m_people = nullptr;
};

} // namespace tane
