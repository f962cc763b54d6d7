#pragma once

#include "survey/linking.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace tane {

struct SurveyState;

/// Links between before and after, those of the states asked for. Texts come from the sheets when they are
/// drawn, so that 100,000 links cost an index each; the state must outlive what is shown.
class LinksModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        BeforeColumn,
        AfterColumn,
        AffiliationColumn,
        MethodColumn,
        StateColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Role {
        LinkRole = Qt::UserRole, ///< index into Linking::links
        ValueRole,               ///< method and state as numbers, the rest as text
        SearchRole               ///< everything to search in
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setState(const SurveyState *state, const std::vector<LinkState> &states);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const SurveyState *m_state = nullptr;
    std::vector<int> m_links;
};

/// Filters links by folded text ("斎藤" finds 齋藤).
class LinksFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit LinksFilter(QObject *parent = nullptr);
    void setSearch(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_search; ///< folded
};

} // namespace tane
