#pragma once

#include "issues/controlsheet.h"
#include "parts/gridview.h"

class QPushButton;

namespace tane {

struct PageContext;

/// 評価: the indicators of one scene as a table whose cells are edited in place.
class ControlIndicatorTable : public QWidget
{
    Q_OBJECT
public:
    ControlIndicatorTable(PageContext &context, QWidget *parent);

    /// `years` have a column each.
    void showScene(const ControlContent::Scene &scene, const std::vector<int> &years, int year,
                   bool writable);
    [[nodiscard]] GridView *table() const { return m_table; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();

private:
    void makeColumns();
    void makeButtons();
    void showButtons();
    [[nodiscard]] const ControlContent::Indicator &at(int row) const
    {
        return m_indicators[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] GridColumn textColumn(const QString &title, QString ControlIndicator::*member);
    [[nodiscard]] GridColumn yearColumn(int year);
    void add();
    void remove();
    void move(int by);
    bool report(const Result<> &result);

    PageContext &m_context;
    std::vector<ControlContent::Indicator> m_indicators;
    std::vector<int> m_years;
    qint64 m_scene = 0;
    int m_year = 0;
    bool m_writable = false;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_up = nullptr;
    QPushButton *m_down = nullptr;
};

} // namespace tane
