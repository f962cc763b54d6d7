#pragma once

#include "issues/cardtext.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace tane {

/// What narrows the cards down: words, place, scene, cooperation, status, fiscal year, workshop.
class IssueFilterBar : public QWidget
{
    Q_OBJECT
public:
    explicit IssueFilterBar(QWidget *parent = nullptr);
    /// Fills the choices with what the cards have. What is chosen stays.
    void show(const Registry &registry, const Pipeline &pipeline,
              const std::vector<WorkshopChoice> &workshops);
    /// The cards that are left, by stage and position.
    [[nodiscard]] std::vector<const IssueCard *> apply(const Registry &registry,
                                                       const Pipeline &pipeline) const;
    [[nodiscard]] bool isFiltering() const { return !description().isEmpty(); }
    [[nodiscard]] QString description() const; ///< "東部圏域・看取り"; empty without a filter
    void clear();

Q_SIGNALS:
    void changed();

private:
    QComboBox *addBox(const QString &name, const QString &objectName);
    static void fill(QComboBox *box, const QString &all, const QList<std::pair<QString, QVariant>> &items);
    void update();

    QLineEdit *m_text = nullptr;
    QComboBox *m_place = nullptr;
    QComboBox *m_scene = nullptr;
    QComboBox *m_cooperation = nullptr;
    QComboBox *m_status = nullptr;
    QComboBox *m_year = nullptr;
    QComboBox *m_workshop = nullptr;
    QToolButton *m_clear = nullptr;
};

} // namespace tane
