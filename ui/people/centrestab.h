#pragma once

#include "parts/gridview.h"
#include "people/registertab.h"

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tane {

class ColumnScroll;
class CentreDetails;

/// The centres as a table, and beside it all of the one that is chosen.
class CentresTab : public RegisterTab
{
    Q_OBJECT
public:
    enum Column { Name, Rank, Hub, OperatedBy, Municipalities, Coordinators };

    CentresTab(PageContext &context, QWidget *parent);
    void fill(const Registry &registry, bool writable) override;
    [[nodiscard]] QString addText() const override;
    void add() override;
    bool reveal(qint64 centre);

    [[nodiscard]] GridView *table() const { return m_table; }
    [[nodiscard]] CentreDetails *details() const { return m_details; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Row
    {
        const Centre *centre = nullptr;
        QString municipalities, folded;
        int coordinators = 0;
        bool closed = false;
    };
    void makeFilters();
    void makeColumns();
    template<class Member>
    Result<> save(int row, Member Centre::*member, const std::type_identity_t<Member> &value,
                  const QString &label);
    [[nodiscard]] const Row &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    void applyFilter();
    void showDetails();
    void remove();

    const Registry *m_registry = nullptr;
    QStringList m_operators;
    std::vector<Row> m_rows;
    bool m_writable = false;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QLineEdit *m_text = nullptr;
    QComboBox *m_rank = nullptr;
    QComboBox *m_state = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_remove = nullptr;
    QBoxLayout *m_columns = nullptr;
    ColumnScroll *m_scroll = nullptr;
    CentreDetails *m_details = nullptr;
};

} // namespace tane
