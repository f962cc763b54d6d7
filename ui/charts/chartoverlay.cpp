#include "charts/chartoverlay.h"

#include "base/rounding.h"
#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QPainter>

#include <algorithm>

namespace tane {

namespace {

/// Shares of people at the steps of a ladder, not of pairs.
bool isOfLevels(const ChartSpec &spec)
{
    return !spec.series.empty() && spec.series.front().role == SeriesRole::Level;
}

} // namespace

ChartView::Overlay::Overlay(ChartView &view)
    : QWidget(&view)
    , m_view(view)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void ChartView::Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int c = 0; c < static_cast<int>(m_view.m_spec.categories.size()); ++c) {
        if (m_view.m_labelWidth > 0)
            paintLabel(painter, c);
        if (m_view.m_spec.type == ChartSpec::Type::StackedShare)
            paintShares(painter, c);
        else
            paintBar(painter, c);
    }
}

void ChartView::Overlay::paintLabel(QPainter &painter, int category) const
{
    const ChartCategory &c = m_view.m_spec.categories[static_cast<std::size_t>(category)];
    painter.setPen(color(ColorRole::Text, currentScheme(this)));
    painter.setFont(font());
    const QRect room(0, category * m_view.m_rowHeight, m_view.m_labelWidth - metrics::s, m_view.m_rowHeight);
    const QString text = c.code.isEmpty() ? c.label : c.code + u' ' + c.label;
    const int lines = std::clamp(room.height() / TextLines::pitch(font()), 1, 2);
    TextLines(text, font(), room.width(), lines).paint(painter, room, Qt::AlignLeft | Qt::AlignVCenter);
}

// Counts stand in their part; where a part is too narrow its count joins the percentage below, so that
// nothing is hidden.
void ChartView::Overlay::paintShares(QPainter &painter, int category) const
{
    const Scheme scheme = currentScheme(this);
    const ChartSpec &spec = m_view.m_spec;
    const int base = spec.categories[static_cast<std::size_t>(category)].base;
    const QRectF band = m_view.barBand(category);
    if (base == 0) {
        painter.setPen(color(ColorRole::SecondaryText, scheme));
        painter.drawText(band, Qt::AlignLeft | Qt::AlignVCenter,
                         !spec.unit.isEmpty() ? ChartView::tr("当てはまるものがありません")
                         : isOfLevels(spec)   ? ChartView::tr("評価された方がいません")
                                              : ChartView::tr("対になった回答がありません"));
        return;
    }
    QFont small = font();
    small.setPointSizeF(type::secondary);
    const QFontMetricsF smallMetrics(small), metrics(font());
    std::vector<std::pair<double, double>> wished;
    QStringList texts;
    for (std::size_t s = 0; s < spec.series.size(); ++s) {
        const QRectF part = m_view.barRect(static_cast<int>(s), category);
        const int value = spec.series[s].values[static_cast<std::size_t>(category)];
        if (value == 0 && isOfLevels(spec))
            continue; // as on paper: of many parts only those that are there are named
        const QString count = QString::number(value);
        const ChartCategory &asked = spec.categories[static_cast<std::size_t>(category)];
        QString under = asked.countsOnly ? QString() : asked.percentOf(value).text();
        if (metrics.horizontalAdvance(count) + 4 <= part.width()) {
            const bool hovered =
                m_view.m_hoverSeries == static_cast<int>(s) && m_view.m_hoverCategory == category;
            QFont inside = font();
            inside.setBold(hovered);
            painter.setFont(inside);
            painter.setPen(onSeriesColor(spec.series[s], scheme));
            painter.drawText(part, Qt::AlignCenter, count);
        } else {
            under = asked.countsOnly ? count : ChartView::tr("%1（%2）").arg(count, under);
        }
        const double w = smallMetrics.horizontalAdvance(under);
        const bool first = s == 0, last = s + 1 == spec.series.size();
        const double left = first ? part.left() : last ? part.right() - w : part.center().x() - w / 2;
        wished.emplace_back(left - band.left(), w);
        texts += under;
    }
    const std::vector<double> left = spreadLabels(wished, band.width(), 6);
    painter.setFont(small);
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    for (std::size_t s = 0; s < left.size(); ++s) {
        painter.drawText(QPointF(band.left() + left[s], band.bottom() + smallMetrics.ascent() + 3),
                         texts[static_cast<qsizetype>(s)]);
    }
}

void ChartView::Overlay::paintBar(QPainter &painter, int category) const
{
    const ChartSpec &spec = m_view.m_spec;
    if (spec.series.empty())
        return;
    const int value = spec.series.front().values[static_cast<std::size_t>(category)];
    const ChartCategory &asked = spec.categories[static_cast<std::size_t>(category)];
    const QRectF bar = m_view.barRect(0, category);
    painter.setFont(font());
    painter.setPen(color(ColorRole::Text, currentScheme(this)));
    const QRectF room(bar.right() + 6, bar.top(), width() - bar.right() - 6, bar.height());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     ChartView::tr("%1%2　%3")
                         .arg(QString::number(value), m_view.unit(),
                              asked.countsOnly ? QString() : asked.percentOf(value).text()));
}

} // namespace tane
