#pragma once

#include "survey/freetext.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace tane {

/// What of the free answers is listed.
struct FreeTextFilter
{
    enum class State { All, Uncoded, Quoted, Code };
    QString question; ///< empty: all
    QString role;     ///< empty: all
    State state = State::All;
    qint64 code = 0; ///< of State::Code
};

/// Free answers as a list: the text, and beside it whose role, which codes, quoted or not.
class FreeTextModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { SourceRole = Qt::UserRole, CodesRole, QuotedRole };

    using QAbstractListModel::QAbstractListModel;

    /// Rows are reset only when other answers are listed; else they change in place.
    void show(const FreeTexts &texts, const FreeTextFilter &filter);
    [[nodiscard]] const FreeAnswer *answer(int row) const;
    [[nodiscard]] int rowOf(qint64 response, qint64 item) const; ///< −1: not listed

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    FreeTexts m_texts;
    std::vector<std::size_t> m_rows;
    QHash<qint64, QString> m_names;
};

/// An answer in its own words, its role above, its codes below; as high with codes as without.
class FreeTextDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace tane
