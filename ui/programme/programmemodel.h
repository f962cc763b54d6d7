#pragma once

#include "programme/cycle.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>

namespace tane {

/// The programmes of the file as a table.
class ProgrammeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Years, Title, Steps, Owner, ColumnCount };
    /// Raw value of Steps: QList<int> of StepState.
    static constexpr int statesRole = Qt::UserRole;

    struct Entry
    {
        Programme programme;
        std::array<StepState, 5> states{};
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    using QAbstractTableModel::QAbstractTableModel;
    /// Reads them all; what did not change stays selected.
    [[nodiscard]] Result<> load(Document &document);
    void setCurrent(qint64 programme); ///< the one the window shows
    [[nodiscard]] const Entry *at(int row) const;
    [[nodiscard]] int rowOf(qint64 programme) const; ///< −1: not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Entry> m_entries;
    qint64 m_current = 0;
};

/// Paints the five steps of a programme as circles.
class StepsDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tane
