#pragma once

#include "parts/gridview.h"
#include "people/registrypage.h"

class QBoxLayout;
class QComboBox;
class QLineEdit;
class QMenu;
class QPushButton;

namespace tane {

class ColumnScroll;
class EmptyState;
class SupportDetails;

/// The log of what support people got: Ⅰ training, Ⅱ network, Ⅲ accompanied support.
class SupportsPage : public RegistryPage
{
    Q_OBJECT
public:
    enum Column { HeldOn, Kind, Title, Place, People };

    SupportsPage(PageContext &context, QWidget *parent);

    /// ("support", id).
    bool reveal(const QString &table, qint64 row) override;
    [[nodiscard]] QString badge() const override;

    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] SupportDetails *details() const { return m_details; }
    [[nodiscard]] QMenu *workshopMenu() const { return m_workshops; }

protected:
    void fill() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        const Support *support = nullptr;
        QString place;
        QString folded; ///< made when somebody types into the filter
        int people = 0;
        std::vector<qint64> municipalities; ///< of the support and of who came
    };
    void makeHeader();
    void makeFilters();
    void makeList();
    void makeColumns();
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] Row rowOf(const Support &support) const;
    [[nodiscard]] QString foldedOf(const Support &support) const;
    void fillFilters();
    void fillWorkshops();
    void applyFilter();
    void showDetails();
    void add(int kind);
    void takeOver(qint64 workshop);
    void remove();

    std::vector<Row> m_rows;
    QWidget *m_content = nullptr;
    EmptyState *m_empty = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLineEdit *m_text = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_municipality = nullptr;
    QComboBox *m_year = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_fromWorkshop = nullptr;
    QPushButton *m_remove = nullptr;
    QMenu *m_workshops = nullptr;
    QBoxLayout *m_columns = nullptr;
    ColumnScroll *m_scroll = nullptr;
    SupportDetails *m_details = nullptr;
};

} // namespace tane
