#include "issues/trendline.h"

#include "base/fiscalyear.h"
#include "shell/widgets.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tane {

namespace {
constexpr int kHeight = 150;
constexpr double kRight = 52; ///< room for the names of the level lines
} // namespace

TrendLine::TrendLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize TrendLine::sizeHint() const
{
    return {320, kHeight};
}

QSize TrendLine::minimumSizeHint() const
{
    return {200, kHeight};
}

void TrendLine::setPoints(std::vector<Point> points, std::optional<double> baseline,
                          std::optional<double> target)
{
    m_points = std::move(points);
    m_baseline = baseline;
    m_target = target;
    std::vector<double> all;
    for (const Point &each : m_points)
        all.push_back(each.figure);
    for (const std::optional<double> &level : {baseline, target})
        if (level)
            all.push_back(*level);
    if (!all.empty()) {
        const auto [low, high] = std::ranges::minmax(all);
        constexpr double room = 0.15, least = 1e-9;
        const double margin = std::max((high - low) * room, std::max(std::abs(high) * room / 2, least));
        m_low = low - margin;
        m_high = high + margin;
    }
    QStringList said;
    for (const Point &each : m_points)
        said << tr("%1 %2").arg(FiscalYear(each.year).text(), each.text);
    setAccessibleName(tr("毎年の値の推移"));
    setAccessibleDescription(said.join(u'、'));
    update();
}

double TrendLine::yOf(double figure, const QRectF &area) const
{
    return area.bottom() - (figure - m_low) / (m_high - m_low) * area.height();
}

double TrendLine::xOf(int year, const QRectF &area) const
{
    const int first = m_points.front().year, last = m_points.back().year;
    if (first == last)
        return area.center().x();
    return area.left() + area.width() * (year - first) / (last - first);
}

void TrendLine::paintLevel(QPainter &painter, const QRectF &area, double figure, const QString &name,
                           bool accent)
{
    const Scheme scheme = currentScheme(this);
    const QColor ink = color(accent ? ColorRole::Accent : ColorRole::SecondaryText, scheme);
    const double y = yOf(figure, area);
    QPen pen(ink, 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(0, y), QPointF(width() - kRight, y));
    painter.setPen(ink);
    const double height = fontMetrics().height();
    painter.drawText(QRectF(width() - kRight + metrics::xs, y - height / 2, kRight, height),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
}

void TrendLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme scheme = currentScheme(this);
    const QFont font = scaledFont(this, type::secondary);
    painter.setFont(font);
    const QFontMetrics text(font);
    const double line = text.height() + 2;
    if (m_points.empty()) {
        painter.setPen(color(ColorRole::SecondaryText, scheme));
        painter.drawText(rect(), Qt::AlignCenter, tr("数字の値を入れると、ここに推移が描かれます。"));
        return;
    }
    constexpr double side = 30;
    const QRectF area(side, line + 4, width() - kRight - 2 * side, height() - 2 * line - 12);
    if (m_baseline)
        paintLevel(painter, area, *m_baseline, tr("基準値"), false);
    if (m_target)
        paintLevel(painter, area, *m_target, tr("目標"), true);
    const QColor ink = color(ColorRole::Up, scheme);
    painter.setPen(QPen(ink, 2));
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const Point &from = m_points[i - 1], &to = m_points[i];
        if (to.year == from.year + 1)
            painter.drawLine(QPointF(xOf(from.year, area), yOf(from.figure, area)),
                             QPointF(xOf(to.year, area), yOf(to.figure, area)));
    }
    constexpr double dot = 4;
    for (const Point &each : m_points) {
        const QPointF at(xOf(each.year, area), yOf(each.figure, area));
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(at, dot, dot);
        painter.setPen(color(ColorRole::Text, scheme));
        painter.drawText(QRectF(at.x() - 2 * side, at.y() - line - dot, 4 * side, line), Qt::AlignCenter,
                         text.elidedText(each.text, Qt::ElideRight, static_cast<int>(3 * side)));
        painter.setPen(color(ColorRole::SecondaryText, scheme));
        painter.drawText(QRectF(at.x() - 2 * side, height() - line, 4 * side, line), Qt::AlignCenter,
                         FiscalYear(each.year).text());
    }
}

} // namespace tane
