#pragma once

#include "issues/cardtext.h"
#include "people/registrypage.h"

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace tane {

class CouncilDetails;
class EmptyState;
class GridModel;
class GridView;

/// 協議の場: what was put forward where, what was agreed, and who does what by when.
class CouncilsPage : public RegistryPage
{
    Q_OBJECT
public:
    enum Column { HeldOn, Body, Place, Cards, Actions };
    CouncilsPage(PageContext &context, QWidget *parent);

    /// ("council_record", id).
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QList<QAction *> exportActions() const override { return m_exports; }
    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] CouncilDetails *details() const { return m_details; }
    Result<> write(const QString &path) const;

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeList();
    void makeColumns();
    void applyFilter();
    void showDetails();
    void add();
    void remove();
    void exportList();
    [[nodiscard]] const CouncilContent &at(int row) const
    {
        return m_pipeline.councils[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] QString placeOf(const CouncilRecord &record) const;

    Pipeline m_pipeline;
    QList<QAction *> m_exports;
    QWidget *m_content = nullptr;
    EmptyState *m_empty = nullptr;
    QLineEdit *m_text = nullptr;
    QComboBox *m_which = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_output = nullptr;
    QPushButton *m_remove = nullptr;
    QBoxLayout *m_columns = nullptr;
    CouncilDetails *m_details = nullptr;
};

} // namespace tane
