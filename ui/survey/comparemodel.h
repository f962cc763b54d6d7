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
    /// The answers, too: when and where each was given, then what differs, then the rest. `questionnaire` is
    /// that of the sheets.
    void setAnswers(const std::vector<Side> &sides, const Questionnaire &questionnaire);
    /// Items whose answers are not the same, as codes; of setAnswers.
    [[nodiscard]] const QStringList &differingItems() const { return m_differingItems; }

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
        bool compared;
    };
    void begin(const std::vector<Side> &sides);
    void addRow(const QString &field, const QStringList &values, bool compare = true);
    void addField(const std::vector<Side> &sides, Field field);
    void addPlaces(const std::vector<Side> &sides);
    void addItem(const std::vector<Side> &sides, int index, const Item &item);

    const QWidget *m_schemeOf;
    QStringList m_heads, m_differingItems;
    std::vector<Row> m_rows;
};

/// Equal; similar when only the writing differs (斎藤/齋藤, spaces, width); one-sided when one of them is
/// blank.
[[nodiscard]] CompareModel::Agreement agreementOf(const QStringList &values);

} // namespace tane
