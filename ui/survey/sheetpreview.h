#pragma once

#include "survey/answerreader.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTableView>

class QComboBox;

namespace tane {

/// The first rows of a sheet under its heads. Row 0 is the row of choices (how each column is understood);
/// the view puts boxes there.
class SheetPreviewModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setSheet(const Table &table, const SheetLayout &layout, const Questionnaire &questionnaire,
                  const ColumnMappings &mappings);
    void clear();
    [[nodiscard]] const SheetLayout &layout() const { return m_layout; }
    /// Not understood, and the officer has not said anything about it either.
    [[nodiscard]] bool isUndecided(int column) const { return m_undecided.contains(column); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    SheetLayout m_layout;
    std::vector<QStringList> m_rows;
    QSet<int> m_undecided;
};

/// Shows how each column of one sheet was understood and lets the officer correct it.
class SheetPreview : public QTableView
{
    Q_OBJECT
public:
    explicit SheetPreview(QWidget *parent = nullptr);

    void setSheet(const Table &table, const SheetLayout &layout, const Questionnaire &questionnaire,
                  const ColumnMappings &mappings);
    void clear();
    /// The box over a column; nullptr when there is none.
    [[nodiscard]] QComboBox *choice(int column) const;

Q_SIGNALS:
    void corrected(const QString &head, const tane::ColumnMeaning &meaning);

private:
    SheetPreviewModel *m_model = nullptr;
};

} // namespace tane
