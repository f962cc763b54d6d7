#pragma once

#include "issues/controlsheet.h"
#include "parts/gridview.h"
#include "people/registry.h"

#include <QHash>

class QComboBox;
class QHBoxLayout;
class QLabel;

namespace tane {

class SegmentedControl;
struct ControlCellLook;

/// Which municipality has goals set in which scene, and where it is stuck: municipalities × scenes of a year.
class ControlOverview : public QWidget
{
    Q_OBJECT
public:
    /// What the cells say: how far the scene is, or the support given and wanting.
    enum class Shows { States, Support };
    enum class Filter { All, Stuck, NoGoal, NoSheet };

    explicit ControlOverview(QWidget *parent);

    /// `registry` and `contents` (of the year) must stay alive until the next call; `earlier`: municipalities
    /// with a sheet of the year before.
    void fill(const Registry &registry, const std::vector<ControlContent> &contents, int year,
              const QSet<qint64> &earlier);
    [[nodiscard]] qint64 municipality() const { return m_table->currentId(); }
    bool select(qint64 municipality);
    [[nodiscard]] const ControlRollUp &rollUp() const { return m_rollUp; }
    [[nodiscard]] qint64 sheetOf(qint64 municipality) const; ///< 0: none in this year
    [[nodiscard]] GridView *table() const { return m_table; }
    void setFilter(Filter filter);
    [[nodiscard]] QStringList names() const; ///< of the rows of rollUp()

Q_SIGNALS:
    /// The current municipality's sheet is to be shown, or begun when there is none.
    void opened();
    void currentChanged();

private:
    struct Sum
    {
        QWidget *card = nullptr;
        QLabel *scene = nullptr;
        QLabel *count = nullptr;
        QLabel *stuck = nullptr;
    };
    void makeFilters(QHBoxLayout *row);
    void makeColumns();
    [[nodiscard]] std::optional<ControlCellLook> lookOf(const QModelIndex &index) const;
    void showSums();
    void applyFilter();
    [[nodiscard]] const ControlRollUp::Row &at(int row) const
    {
        return m_rollUp.rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] QString cellText(int row, std::size_t scene) const;
    [[nodiscard]] const ControlContent::Scene *sceneOf(int row, std::size_t scene) const;

    const Registry *m_registry = nullptr;
    const std::vector<ControlContent> *m_contents = nullptr;
    QHash<qint64, std::size_t> m_places; ///< of the sheets, by municipality
    QSet<qint64> m_earlier;
    ControlRollUp m_rollUp;
    QStringList m_scenes; ///< that the columns are made for
    std::vector<Sum> m_sums;
    QHBoxLayout *m_sumRow = nullptr;
    SegmentedControl *m_shows = nullptr;
    QComboBox *m_filter = nullptr;
    QComboBox *m_area = nullptr;
    QLabel *m_count = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_table = nullptr;
};

} // namespace tane
