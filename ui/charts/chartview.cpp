#include "charts/chartview.h"

#include "base/rounding.h"
#include "charts/chartoverlay.h"
#include "shell/widgets.h"

#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QHorizontalPercentBarSeries>
#include <QtCharts/QValueAxis>

#include <QCursor>
#include <QEvent>
#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>

namespace tane {

namespace {

constexpr double kBarHeight = 26;
constexpr double kUnderHeight = 18; ///< the line of percentages under a bar of shares
constexpr double kCountRoom = 96;   ///< right of a bar of counts: "178名 58.0%"

/// "up（上がった）": the short English word is what stands in the picture, its meaning is said where there is
/// room for it.
QString meaningOf(const ChartSeries &series)
{
    switch (series.role) {
    case SeriesRole::Up:
        return ChartView::tr("%1（上がった）").arg(series.name);
    case SeriesRole::Stay:
        return ChartView::tr("%1（変わらない）").arg(series.name);
    case SeriesRole::Down:
        return ChartView::tr("%1（下がった）").arg(series.name);
    case SeriesRole::Plain:
    case SeriesRole::Level:
        break;
    }
    return series.name;
}

} // namespace

struct ChartView::Chart
{
    QChartView *view = nullptr;
    QChart *chart = nullptr; ///< owned by the view
    QAbstractBarSeries *series = nullptr;
    QValueAxis *counts = nullptr; ///< only for bars of counts
};

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
    , m_chart(std::make_unique<Chart>())
{
    m_chart->chart = new QChart;
    m_chart->chart->setBackgroundVisible(false);
    m_chart->chart->setMargins({});
    m_chart->chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->chart->legend()->hide();
    m_chart->view = new QChartView(m_chart->chart, this);
    m_chart->view->setFrameShape(QFrame::NoFrame);
    m_chart->view->setAutoFillBackground(false);
    m_chart->view->viewport()->setAutoFillBackground(false);
    m_chart->view->setFocusPolicy(Qt::NoFocus); // the table or page beside it has the keyboard
    m_chart->view->viewport()->installEventFilter(this);
    m_overlay = new Overlay(*this);
}

ChartView::~ChartView() = default;

void ChartView::setSpec(const ChartSpec &spec)
{
    m_spec = spec;
    m_hoverSeries = m_hoverCategory = -1;
    rebuild();
    updateGeometry();
    QStringList description;
    for (std::size_t c = 0; c < spec.categories.size(); ++c) {
        for (std::size_t s = 0; s < spec.series.size(); ++s)
            description += partText(static_cast<int>(s), static_cast<int>(c));
    }
    setAccessibleName(spec.title);
    setAccessibleDescription(description.join(u'\n'));
}

void ChartView::setRowHeight(int pixels)
{
    m_rowHeight = pixels;
    updateGeometry();
    layOut();
}

void ChartView::setLabelWidth(int pixels)
{
    m_labelWidth = pixels;
    layOut();
}

QSize ChartView::sizeHint() const
{
    return {m_labelWidth + 260, m_rowHeight * static_cast<int>(m_spec.categories.size())};
}

QSize ChartView::minimumSizeHint() const
{
    return {m_labelWidth + 140, sizeHint().height()};
}

int ChartView::largestCount() const
{
    int largest = 1;
    for (const ChartSeries &series : m_spec.series) {
        for (const int value : series.values)
            largest = std::max(largest, value);
    }
    return largest;
}

QRectF ChartView::barBand(int category) const
{
    const bool shares = m_spec.type == ChartSpec::Type::StackedShare;
    const double under = shares ? kUnderHeight : 0;
    const double height =
        std::min(shares ? kBarHeight : kBarHeight - 6, std::max(4.0, m_rowHeight - under - 4));
    const double top = (m_rowHeight - height - under) / 2;
    const double right = shares ? width() : std::max<double>(m_labelWidth + 20, width() - kCountRoom);
    return {static_cast<double>(m_labelWidth), category * m_rowHeight + top, right - m_labelWidth, height};
}

QRectF ChartView::barRect(int series, int category) const
{
    const auto s = static_cast<std::size_t>(series), c = static_cast<std::size_t>(category);
    QRectF band = barBand(category);
    int before = 0, total = 0;
    for (std::size_t i = 0; i < m_spec.series.size(); ++i) {
        const int value = m_spec.series[i].values[c];
        before += i < s ? value : 0;
        total += value;
    }
    if (m_spec.type == ChartSpec::Type::Bars) {
        before = 0;
        total = largestCount();
    }
    if (total == 0)
        return {band.left(), band.top(), 0, band.height()};
    const double unit = band.width() / total;
    return {band.left() + before * unit, band.top(), m_spec.series[s].values[c] * unit, band.height()};
}

int ChartView::categoryAt(int y) const
{
    const int category = y < 0 ? -1 : y / m_rowHeight;
    return category < static_cast<int>(m_spec.categories.size()) ? category : -1;
}

QString ChartView::unit() const
{
    return m_spec.unit.isEmpty() ? tr("名") : m_spec.unit;
}

QString ChartView::partText(int series, int category) const
{
    const ChartCategory &c = m_spec.categories[static_cast<std::size_t>(category)];
    const ChartSeries &s = m_spec.series[static_cast<std::size_t>(series)];
    const int value = s.values[static_cast<std::size_t>(category)];
    const QString share = c.percentOf(value).text();
    if (m_spec.type == ChartSpec::Type::Bars)
        return tr("%1：%2%3（%4）、回答%5%3")
            .arg(c.label, QString::number(value), unit(), share, QString::number(c.base));
    if (s.role == SeriesRole::Level)
        return tr("%1\n%2 %3名（%4）、%5名中").arg(c.label, s.name).arg(value).arg(share).arg(c.base);
    return tr("%1 %2\n%3 %4名（%5）、対%6名")
        .arg(c.code, c.label, meaningOf(s))
        .arg(value)
        .arg(share)
        .arg(c.base);
}

// Qt Charts counts categories from below: they are given to it upside down.
void ChartView::rebuild()
{
    QChart &chart = *m_chart->chart;
    chart.removeAllSeries();
    for (QAbstractAxis *axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
    const bool shares = m_spec.type == ChartSpec::Type::StackedShare;
    m_chart->series = nullptr;
    m_chart->counts = nullptr;
    if (!m_spec.categories.empty()) {
        m_chart->series = shares ? static_cast<QAbstractBarSeries *>(new QHorizontalPercentBarSeries)
                                 : static_cast<QAbstractBarSeries *>(new QHorizontalBarSeries);
        for (const ChartSeries &series : m_spec.series) {
            auto *set = new QBarSet(series.name);
            for (auto value = series.values.rbegin(); value != series.values.rend(); ++value)
                *set << *value;
            m_chart->series->append(set);
        }
        chart.addSeries(m_chart->series);
        if (!shares) {
            m_chart->counts = new QValueAxis;
            m_chart->counts->setRange(0, largestCount());
            m_chart->counts->setVisible(false);
            chart.addAxis(m_chart->counts, Qt::AlignBottom);
            m_chart->series->attachAxis(m_chart->counts);
        }
        connect(m_chart->series, &QAbstractBarSeries::hovered, this,
                [this](bool on, int index, QBarSet *set) {
                    hover(on, static_cast<int>(m_chart->series->barSets().indexOf(set)),
                          static_cast<int>(m_spec.categories.size()) - 1 - index);
                });
    }
    applyColors();
    layOut();
}

void ChartView::applyColors()
{
    if (m_chart->series) {
        const Scheme scheme = currentScheme(this);
        const QList<QBarSet *> sets = m_chart->series->barSets();
        for (int i = 0; i < sets.size(); ++i) {
            const QColor base = seriesColor(m_spec.series[static_cast<std::size_t>(i)], scheme);
            sets[i]->setColor(base);
            sets[i]->setPen(Qt::NoPen);
            sets[i]->setSelectedColor(mixed(color(ColorRole::Text, scheme), base, 0.22));
        }
    }
    m_overlay->update();
}

void ChartView::layOut()
{
    m_chart->view->setGeometry(rect());
    m_overlay->setGeometry(rect());
    m_overlay->raise();
    const int rows = static_cast<int>(m_spec.categories.size());
    if (rows > 0 && m_chart->series) {
        const QRectF band = barBand(0);
        // A bar is centred in its category, so the plot is moved until the centre is where the band is.
        const double shift = band.center().y() - m_rowHeight / 2.0;
        m_chart->chart->resize(size());
        m_chart->chart->setPlotArea(
            {band.left(), shift, band.width(), static_cast<double>(rows * m_rowHeight)});
        m_chart->series->setBarWidth(band.height() / m_rowHeight);
    }
    m_overlay->update();
}

void ChartView::hover(bool on, int series, int category)
{
    if (category < 0 || category >= static_cast<int>(m_spec.categories.size()) || series < 0)
        return;
    QBarSet *set = m_chart->series->barSets().at(series);
    set->setBarSelected(static_cast<int>(m_spec.categories.size()) - 1 - category, on);
    m_hoverSeries = on ? series : -1;
    m_hoverCategory = on ? category : -1;
    if (on)
        QToolTip::showText(QCursor::pos(), partText(series, category), this);
    else
        QToolTip::hideText();
    m_overlay->update();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        applyColors();
}

bool ChartView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_chart->view->viewport()) {
        if (event->type() == QEvent::MouseButtonRelease) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            const int category = categoryAt(mouse->position().toPoint().y());
            if (mouse->button() == Qt::LeftButton && category >= 0)
                Q_EMIT categoryClicked(category);
        } else if (event->type() == QEvent::Wheel) {
            event->ignore(); // the page scrolls, not the chart
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

std::vector<double> spreadLabels(const std::vector<std::pair<double, double>> &wished, double width,
                                 double gap)
{
    std::vector<double> left;
    double free = 0;
    for (const auto &[wish, w] : wished) {
        left.push_back(std::max(wish, free));
        free = left.back() + w + gap;
    }
    double limit = width;
    for (std::size_t i = wished.size(); i-- > 0;) {
        left[i] = std::max(0.0, std::min(left[i], limit - wished[i].second));
        limit = left[i] - gap;
    }
    return left;
}

} // namespace tane
