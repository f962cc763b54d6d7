#pragma once

#include "survey/answersheet.h"

#include <QAbstractTableModel>

namespace tane {

/// Some people of an answer sheet: name, role, affiliation. Keeps copies of the texts, so the sheet may go
/// away.
class PeopleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { NameColumn, RoleColumn, AffiliationColumn, ColumnCount };
    enum Role { PersonRole = Qt::UserRole }; ///< index into the sheet

    using QAbstractTableModel::QAbstractTableModel;

    void setPeople(const AnswerSheet &sheet, const std::vector<int> &people);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Entry
    {
        int person;
        QString name, role, affiliation;
    };
    std::vector<Entry> m_people;
};

/// Name, or where the sheet stood when no name was given.
[[nodiscard]] QString personLabel(const AnswerSheet &sheet, int person);

} // namespace tane
