#pragma once

#include "issues/indicator.h"
#include "parts/gridview.h"
#include "parts/recordform.h"

class QCheckBox;
class QComboBox;
class QPushButton;

namespace tane {

class TrendLine;
struct PageContext;

/// All of one indicator: what it is, its baseline and target, and its value of each year with what is thought
/// to be the cause.
class IndicatorDetails : public QWidget
{
    Q_OBJECT
public:
    IndicatorDetails(PageContext &context, QWidget *parent);

    /// Null: none is chosen.
    void showIndicator(const IndicatorContent *content, bool writable);
    [[nodiscard]] qint64 indicator() const { return m_form.id(); }
    void focusName();
    [[nodiscard]] GridView *values() const { return m_values; }
    [[nodiscard]] TrendLine *trend() const { return m_trend; }

Q_SIGNALS:
    void failed(const tane::Error &error);
    void succeeded();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeFields();
    void makeGoal(FieldGrid *grid);
    void makeValues();
    SavedLine *line(const QString &name, QString Indicator::*member, bool required = false);
    SavedLine *yearLine(const QString &name, std::optional<int> Indicator::*member);
    Result<> change(const QString &name, const std::function<void(Indicator &)> &set);
    Result<> saveValue(int row, const QString &text, bool cause);
    void showValues(const IndicatorContent &content);
    void showViewpointTitle();
    void addYear();
    void report(const Result<> &result);

    PageContext &m_context;
    RecordForm<Indicator> m_form;
    IndicatorContent m_content;
    std::vector<int> m_years;
    std::optional<int> m_added; ///< a year asked for that has no value yet
    bool m_writable = false;
    QLabel *m_prompt = nullptr;
    QWidget *m_fields = nullptr;
    SavedLine *m_name = nullptr;
    QComboBox *m_viewpoint = nullptr;
    QLabel *m_viewpointTitle = nullptr;
    SegmentedControl *m_type = nullptr;
    SegmentedControl *m_measure = nullptr;
    QCheckBox *m_fixed = nullptr;
    QLabel *m_noTarget = nullptr;
    TrendLine *m_trend = nullptr;
    GridModel *m_model = nullptr;
    GridView *m_values = nullptr;
    QPushButton *m_addYear = nullptr;
};

} // namespace tane
