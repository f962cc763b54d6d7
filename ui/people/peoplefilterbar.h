#pragma once

#include "people/ladderstatistics.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace tane {

/// Which people the pages show: care area, centre, role, experience, and words.
class PeopleFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit PeopleFilterBar(QWidget *parent = nullptr);
    /// Offers what the register knows; what is chosen stays where it is still there.
    void show(const Registry &registry);
    /// Of today, without the filter for people who did not move.
    [[nodiscard]] PeopleFilter filter() const;
    /// "東部圏域・コーディネーター"; empty when nothing is filtered. For titles of sheets and charts.
    [[nodiscard]] QString description() const;
    [[nodiscard]] bool isFiltering() const;
    void clear();

Q_SIGNALS:
    void changed();

private:
    QComboBox *addBox(const QString &name, const QString &objectName);
    static void fill(QComboBox *box, const QString &all, const QList<std::pair<QString, QVariant>> &items);
    void update();

    QComboBox *m_area = nullptr;
    QComboBox *m_centre = nullptr;
    QComboBox *m_role = nullptr;
    QComboBox *m_experience = nullptr;
    QLineEdit *m_text = nullptr;
    QToolButton *m_clear = nullptr;
};

} // namespace tane
