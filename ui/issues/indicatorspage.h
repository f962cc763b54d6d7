#pragma once

#include "issues/indicator.h"
#include "parts/gridview.h"
#include "people/registrypage.h"

class QBoxLayout;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace tane {

class ColumnScroll;
class IndicatorDetails;

/// 指標: the register of indicators by the eight viewpoints, of the prefecture or of one municipality.
class IndicatorsPage : public RegistryPage
{
    Q_OBJECT
public:
    enum Column { Viewpoint, Name, Type, Baseline, Latest, Target };

    IndicatorsPage(PageContext &context, QWidget *parent);

    /// ("indicator", id).
    bool reveal(const QString &table, qint64 row) override;

    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] IndicatorDetails *details() const { return m_details; }
    [[nodiscard]] QComboBox *place() const { return m_place; }
    [[nodiscard]] QComboBox *viewpoint() const { return m_viewpoint; }
    [[nodiscard]] QMenu *addMenu() const { return m_addMenu; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHeader();
    void makeAddMenu();
    void makeFilters(QHBoxLayout *row);
    void makeList();
    void makeColumns();
    [[nodiscard]] const IndicatorContent &at(int row) const
    {
        return m_indicators[static_cast<std::size_t>(row)];
    }
    void load();
    void applyFilter();
    void showDetails();
    void add(int viewpoint, const QString &name);
    void askAndAdd(int viewpoint);
    void remove();
    void print();

    std::vector<IndicatorContent> m_indicators;
    QComboBox *m_place = nullptr;
    QComboBox *m_viewpoint = nullptr;
    QLabel *m_hint = nullptr;
    QBoxLayout *m_columns = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    ColumnScroll *m_scroll = nullptr;
    IndicatorDetails *m_details = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_add = nullptr;
    QMenu *m_addMenu = nullptr;
};

} // namespace tane
