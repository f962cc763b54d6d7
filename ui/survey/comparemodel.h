#pragma once

#include "survey/answersheet.h"

#include <QAbstractTableModel>

namespace tane {

/// Answer sheets side by side, one row a field, so that the officer sees at once what is equal and what is
/// not.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum class Agreement { Equal, Similar, Different, OneSided };
    enum Role { AgreementRole = Qt::UserRole };

    struct Side
    {
        QString head;
        const AnswerSheet *sheet = nullptr;
        int person = -1;
    };

    /// Copies the texts; `schemeOf` is the widget whose colours are used.
    CompareModel(const QWidget *schemeOf, QObject *parent);
    void setSides(const std::vector<Side> &sides);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString field;
        QStringList values;
        Agreement agreement;
    };
    void addRow(const QString &field, const QStringList &values, bool compare = true);

    const QWidget *m_schemeOf;
    QStringList m_heads;
    std::vector<Row> m_rows;
};

/// Equal; similar when only the writing differs (斎藤/齋藤, spaces, width); one-sided when one of them is
/// blank.
[[nodiscard]] CompareModel::Agreement agreementOf(const QStringList &values);

} // namespace tane
