#include "charts/heatmap.h"

#include "shell/textlines.h"
#include "shell/widgets.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace tane {

namespace {

constexpr int kCellHeight = 34;
constexpr int kLongestHead = 108;

} // namespace

HeatMap::HeatMap(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void HeatMap::setSpec(const ChartSpec &spec)
{
    m_spec = spec;
    m_row = std::clamp(m_row, 0, std::max(0, size() - 1));
    m_column = std::clamp(m_column, 0, std::max(0, size() - 1));
    m_hoverRow = m_hoverColumn = -1;
    QStringList people;
    for (int r = 0; r < size(); ++r) {
        for (int c = 0; c < size(); ++c) {
            if (m_spec.cells[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)] > 0)
                people += cellText(r, c);
        }
    }
    setAccessibleName(spec.title);
    setAccessibleDescription(people.join(u'\n'));
    updateGeometry();
    update();
}

void HeatMap::setCurrentCell(int row, int column)
{
    if (size() == 0)
        return;
    m_row = std::clamp(row, 0, size() - 1);
    m_column = std::clamp(column, 0, size() - 1);
    update();
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

QFont HeatMap::smallFont() const
{
    QFont small = font();
    small.setPointSizeF(type::secondary);
    return small;
}

int HeatMap::headWidth() const
{
    const QFontMetrics fm(smallFont());
    int widest = 40;
    for (const ChartCategory &row : m_spec.categories)
        widest = std::max(widest, fm.horizontalAdvance(row.label) + metrics::m);
    return std::min(widest, std::min(kLongestHead, std::max(60, width() / 4)));
}

int HeatMap::headHeight() const
{
    return 2 * TextLines::pitch(smallFont()) + metrics::xs;
}

QRect HeatMap::cellRect(int row, int column) const
{
    const int left = headWidth(), room = width() - left, n = std::max(1, size());
    const int x0 = left + room * column / n, x1 = left + room * (column + 1) / n;
    return {x0, headHeight() + row * kCellHeight, x1 - x0, kCellHeight};
}

QString HeatMap::cellText(int row, int column) const
{
    return tr("%1「%2」→ %3「%4」：%5名")
        .arg(m_spec.rowTitle, m_spec.categories[static_cast<std::size_t>(row)].label, m_spec.columnTitle,
             m_spec.columns.value(column))
        .arg(m_spec.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
}

QSize HeatMap::sizeHint() const
{
    return {headWidth() + 62 * std::max(1, size()), headHeight() + kCellHeight * size() + 2};
}

QSize HeatMap::minimumSizeHint() const
{
    return {60 + 38 * std::max(1, size()), sizeHint().height()};
}

QPair<int, int> HeatMap::cellAt(const QPoint &point) const
{
    for (int r = 0; r < size(); ++r) {
        for (int c = 0; c < size(); ++c) {
            if (cellRect(r, c).contains(point))
                return {r, c};
        }
    }
    return {-1, -1};
}

void HeatMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Scheme scheme = currentScheme(this);
    int largest = 1;
    for (const auto &row : m_spec.cells) {
        for (const int count : row)
            largest = std::max(largest, count);
    }
    painter.setFont(smallFont());
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    const int headRoom = headWidth() - metrics::s;
    for (int c = 0; c < size(); ++c) {
        const QRect cell = cellRect(0, c);
        const QRect head(cell.left() + 1, 0, cell.width() - 2, headHeight() - 3);
        TextLines(m_spec.columns.value(c), smallFont(), head.width(), 2)
            .paint(painter, head, Qt::AlignHCenter | Qt::AlignBottom);
    }
    for (int r = 0; r < size(); ++r) {
        const QRect cell = cellRect(r, 0);
        const QString &text = m_spec.categories[static_cast<std::size_t>(r)].label;
        TextLines(text, smallFont(), headRoom, 2)
            .paint(painter, QRect(0, cell.top(), headRoom, cell.height()), Qt::AlignLeft | Qt::AlignVCenter);
    }
    painter.setPen(color(ColorRole::Line, scheme));
    for (int r = 0; r <= size(); ++r) {
        const int y = headHeight() + r * kCellHeight;
        painter.drawLine(0, y, width(), y);
    }
    painter.setFont(font());
    for (int r = 0; r < size(); ++r) {
        for (int c = 0; c < size(); ++c)
            paintCell(painter, r, c, largest);
    }
}

// The tint grows with the square root of the count, so that single people remain visible beside a large
// diagonal.
void HeatMap::paintCell(QPainter &painter, int row, int column, int largest) const
{
    const Scheme scheme = currentScheme(this);
    const int count = m_spec.cells[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
    const QRect cell = cellRect(row, column).adjusted(0, 1, 0, 0);
    const QColor card = color(ColorRole::Card, scheme);
    QColor ink = color(count == 0 ? ColorRole::SecondaryText : ColorRole::Text, scheme);
    if (count > 0) {
        const double amount = std::sqrt(static_cast<double>(count) / largest);
        const QColor role = row == column ? mixed(color(ColorRole::SecondaryText, scheme),
                                                  color(ColorRole::Stay, scheme), 0.4)
                                          : color(column < row ? ColorRole::Up : ColorRole::Down, scheme);
        const QColor fill = mixed(role, card, (row == column ? 0.3 : 0.1) + 0.45 * amount);
        painter.fillRect(cell, fill);
    }
    if (row == m_hoverRow && column == m_hoverColumn) {
        painter.setPen(QPen(color(ColorRole::SecondaryText, scheme), 1));
        painter.drawRect(cell.adjusted(0, 0, -1, -1));
    }
    if (hasFocus() && row == m_row && column == m_column) {
        painter.setPen(QPen(color(ColorRole::Accent, scheme), 2));
        painter.drawRect(cell.adjusted(1, 1, -1, -1));
    }
    painter.setPen(ink);
    painter.drawText(cell, Qt::AlignCenter, count == 0 ? QStringLiteral("·") : QString::number(count));
}

bool HeatMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const auto [row, column] = cellAt(help->pos());
        if (row >= 0)
            QToolTip::showText(help->globalPos(), cellText(row, column), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

void HeatMap::mouseMoveEvent(QMouseEvent *event)
{
    const auto [row, column] = cellAt(event->position().toPoint());
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (row != m_hoverRow || column != m_hoverColumn) {
        m_hoverRow = row;
        m_hoverColumn = column;
        update();
    }
}

void HeatMap::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hoverRow = m_hoverColumn = -1;
    update();
}

void HeatMap::mouseReleaseEvent(QMouseEvent *event)
{
    const auto [row, column] = cellAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || row < 0)
        return;
    setCurrentCell(row, column);
    Q_EMIT cellActivated(row, column);
}

void HeatMap::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return setCurrentCell(m_row, m_column - 1);
    case Qt::Key_Right:
        return setCurrentCell(m_row, m_column + 1);
    case Qt::Key_Up:
        return setCurrentCell(m_row - 1, m_column);
    case Qt::Key_Down:
        return setCurrentCell(m_row + 1, m_column);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (size() > 0)
            Q_EMIT cellActivated(m_row, m_column);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void HeatMap::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void HeatMap::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace tane
