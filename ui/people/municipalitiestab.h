#pragma once

#include "parts/gridview.h"
#include "people/registertab.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tane {

/// The municipalities as a table whose cells are edited in place; several at once are put into a care area.
class MunicipalitiesTab : public RegisterTab
{
    Q_OBJECT
public:
    enum Column {
        Name,
        Prefecture,
        Area,
        Population,
        AgedRate,
        CertifiedRate,
        Operated,
        Department,
        Hub,
        Stage,
        Centres,
        Coordinators
    };

    MunicipalitiesTab(PageContext &context, QWidget *parent);
    void fill(const Registry &registry, bool writable) override;
    [[nodiscard]] QString addText() const override;
    void add() override;
    bool reveal(qint64 municipality);
    /// Shows only one care area.
    void showArea(qint64 area);

    [[nodiscard]] GridView *table() const { return m_table; }

private:
    struct Row
    {
        const Municipality *municipality = nullptr;
        QString area, prefecture, folded;
        QStringList centres;
        int coordinators = 0;
        std::optional<int> placed;
    };
    void makeFilters();
    void makeColumns();
    void makeSelectionBar();
    template<class Member>
    Result<> save(int row, Member Municipality::*member, const std::type_identity_t<Member> &value,
                  const QString &label);
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void fillFilters();
    void applyFilter();
    void showSelection();
    void fillAreaMenu();
    void assign(qint64 area);
    void assignNewArea();
    void removeSelected();

    const Registry *m_registry = nullptr;
    std::vector<Row> m_rows;
    bool m_writable = false;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLineEdit *m_text = nullptr;
    QComboBox *m_prefecture = nullptr;
    QComboBox *m_area = nullptr;
    QComboBox *m_operation = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_selected = nullptr;
    QPushButton *m_assign = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_remove = nullptr;
};

} // namespace tane
