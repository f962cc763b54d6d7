#pragma once

#include "chart/chartspec.h"
#include "shell/widgets.h"

class QToolButton;

namespace tane {

class ChartView;
class FigureView;
class HeatMap;
struct PageContext;

/// A chart in a card with what every chart can do: to the clipboard, to PNG, SVG and Excel.
class ChartCard : public Card
{
    Q_OBJECT
public:
    /// `name`: what files are suggested to be called ("図_段階の分布_年度").
    ChartCard(const QString &title, const QString &name, PageContext &context, QWidget *parent = nullptr);

    /// On the screen the labels also say n.
    void setSpec(const ChartSpec &spec);
    [[nodiscard]] const ChartSpec &spec() const { return m_spec; }
    [[nodiscard]] ChartView *chart() const { return m_chart; }
    [[nodiscard]] HeatMap *heatMap() const { return m_map; }
    /// The actions of the menu, for the menu bar.
    [[nodiscard]] QList<QAction *> exportActions() const { return m_actions; }
    /// Room below title and chart.
    [[nodiscard]] QVBoxLayout *extras() const { return m_extras; }
    [[nodiscard]] QVBoxLayout *controls() const { return m_controls; } ///< between title and chart
    enum class Format { Png, Svg, Workbook };
    Result<> write(Format format, const QString &path) const;

Q_SIGNALS:
    void notice(const tane::Notice &notice);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeMenu();
    void copy();
    void exportAs(Format format);
    void showLabels();
    void showLegend();

    PageContext &m_context;
    QString m_name;
    ChartSpec m_spec;
    bool m_baseInLegend = false;
    QToolButton *m_menu = nullptr;
    QList<QAction *> m_actions;
    QVBoxLayout *m_controls = nullptr;
    ChartView *m_chart = nullptr;
    HeatMap *m_map = nullptr;
    FigureView *m_figure = nullptr;
    QLabel *m_legend = nullptr;
    QLabel *m_note = nullptr;
    QVBoxLayout *m_extras = nullptr;
};

} // namespace tane
