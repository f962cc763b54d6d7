#pragma once

#include "people/registry.h"

#include <QAbstractTableModel>
#include <QTableView>

class QSortFilterProxyModel;

namespace tane {

class Settings;

/// People as rows. Texts are made when they are drawn; the registry must outlive what is shown.
class PeopleTableModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        NameColumn,
        WorkplaceColumn,
        MunicipalityColumn,
        AreaColumn,
        LevelColumn,
        SinceColumn,
        AssessedColumn,
        SupportColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole, ///< names by kana, levels and dates as such
        PersonRole
    };
    using QAbstractTableModel::QAbstractTableModel;

    void setPeople(const Registry *registry, std::vector<const PersonRecord *> people, QDate on);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QVariant sortKey(int row, int column) const;
    const Registry *m_registry = nullptr;
    std::vector<const PersonRecord *> m_people;
    QDate m_on;
};

/// The list of the page 人材とレベル: sorted by kana at first, Enter or a double click opens the person.
class PeopleTable : public QTableView
{
    Q_OBJECT
public:
    explicit PeopleTable(Settings &settings, QWidget *parent = nullptr);
    void setPeople(const Registry *registry, std::vector<const PersonRecord *> people, QDate on);
    [[nodiscard]] qint64 currentPerson() const;
    bool showPerson(qint64 person);
    [[nodiscard]] PeopleTableModel *people() const { return m_model; }
    /// People in the order shown.
    [[nodiscard]] std::vector<qint64> order() const;

Q_SIGNALS:
    void personRequested(qint64 person);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    Settings &m_settings;
    PeopleTableModel *m_model = nullptr;
    QSortFilterProxyModel *m_sorted = nullptr;
    bool m_fitted = false;
};

} // namespace tane
