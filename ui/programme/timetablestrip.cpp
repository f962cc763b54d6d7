#include "programme/timetablestrip.h"

#include "programme/blocklook.h"
#include "shell/widgets.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

constexpr int kBand = 20;

QString blockSign(TimetableRow::Block block)
{
    switch (block) {
    case TimetableRow::Block::Lecture:
        return u"Ⅰ"_s;
    case TimetableRow::Block::Cases:
        return u"Ⅱ"_s;
    case TimetableRow::Block::GroupWork:
        return u"Ⅲ"_s;
    case TimetableRow::Block::Other:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

TimetableStrip::TimetableStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFont(scaledFont(this, type::secondary));
    setAccessibleName(tr("一日の流れ（帯）"));
}

void TimetableStrip::setTimetable(const Timetable &timetable, qint64 chosen)
{
    m_timetable = timetable;
    m_chosen = chosen;
    update();
}

QSize TimetableStrip::sizeHint() const
{
    return {300, kBand + fontMetrics().height() + metrics::xs};
}

double TimetableStrip::xOf(int minutes) const
{
    return m_timetable.totalMinutes > 0 ? double(width() - 1) * minutes / m_timetable.totalMinutes : 0;
}

void TimetableStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme scheme = currentScheme(this);
    int passed = 0;
    for (const Timetable::Row &row : m_timetable.rows) {
        const double left = xOf(passed);
        passed += row.row.minutes;
        QRectF box(left, 0.5, xOf(passed) - left, kBand);
        box.adjust(0.5, 0, -0.5, 0);
        if (box.width() < 1)
            continue;
        const bool chosen = row.row.id == m_chosen;
        const QColor strong = blockColor(row.row.block, scheme);
        painter.setPen(chosen ? QPen(color(ColorRole::Text, scheme), 1.5)
                              : QPen(mixed(strong, color(ColorRole::Card, scheme), 0.5), 1));
        painter.setBrush(mixed(strong, color(ColorRole::Card, scheme), chosen ? 0.45 : 0.22));
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(color(ColorRole::Text, scheme));
        if (box.width() > fontMetrics().height() + 4)
            painter.drawText(box, Qt::AlignCenter, blockSign(row.row.block));
    }
    paintHours(painter);
}

void TimetableStrip::paintHours(QPainter &painter) const
{
    if (!m_timetable.start.isValid() || m_timetable.totalMinutes <= 0)
        return;
    painter.setPen(color(ColorRole::SecondaryText, currentScheme(this)));
    const int begin = m_timetable.start.hour() * 60 + m_timetable.start.minute();
    const int end = begin + m_timetable.totalMinutes;
    const int labelWidth = fontMetrics().horizontalAdvance(u"00:00"_s) + metrics::s;
    // Whole hours, or every second or third one where they would run into each other.
    int step = 60;
    while (xOf(step) < labelWidth + metrics::s && step < 24 * 60)
        step += 60;
    for (int at = (begin + 59) / 60 * 60; at <= end; at += step) {
        const double x = xOf(at - begin);
        const QString text = u"%1:00"_s.arg(at / 60 % 24);
        const double left = qBound(0.0, x - labelWidth / 2.0, double(width() - labelWidth));
        const Qt::Alignment side = left <= 0                      ? Qt::AlignLeft
                                   : left >= width() - labelWidth ? Qt::AlignRight
                                                                  : Qt::AlignHCenter;
        painter.drawText(QRectF(left, kBand + 3, labelWidth, fontMetrics().height()), side | Qt::AlignTop,
                         text);
    }
}

const Timetable::Row *TimetableStrip::rowAt(double x) const
{
    int passed = 0;
    for (const Timetable::Row &row : m_timetable.rows) {
        passed += row.row.minutes;
        if (x < xOf(passed))
            return &row;
    }
    return nullptr;
}

void TimetableStrip::mousePressEvent(QMouseEvent *event)
{
    if (const Timetable::Row *row = rowAt(event->position().x()))
        Q_EMIT rowChosen(row->row.id);
}

bool TimetableStrip::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const Timetable::Row *row = rowAt(help->pos().x()))
            QToolTip::showText(help->globalPos(), tr("%1（%2分）").arg(row->row.title).arg(row->row.minutes),
                               this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace tane
