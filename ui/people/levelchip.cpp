#include "people/levelchip.h"

#include "people/ladder.h"
#include "shell/widgets.h"

#include <QPainter>

namespace tane {

LevelChip::LevelChip(QWidget *parent)
    : QWidget(parent)
    , m_text(tr("未評価"))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void LevelChip::setLevel(const Ladder &ladder, int level)
{
    m_step = level < 0 ? -1 : ladder.stepOf(level);
    m_steps = static_cast<int>(ladder.steps.size());
    m_text = level < 0 ? tr("未評価") : ladder.levelText(level);
    setAccessibleName(level < 0 ? m_text : tr("レベル%1").arg(m_text));
    updateGeometry();
    update();
}

QSize LevelChip::sizeHint() const
{
    const QFontMetrics measure(scaledFont(this, type::secondary, true));
    return {qMax(40, measure.horizontalAdvance(m_text) + 2 * metrics::s), measure.height() + 6};
}

void LevelChip::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_step < 0) {
        painter.setPen(color(ColorRole::Line, scheme));
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(mixed(color(ColorRole::Text, scheme), levelColor(m_step, m_steps, scheme), 0.15));
        painter.setBrush(levelColor(m_step, m_steps, scheme));
    }
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(scaledFont(this, type::secondary, m_step >= 0));
    painter.setPen(m_step < 0 ? color(ColorRole::SecondaryText, scheme)
                              : onLevelColor(m_step, m_steps, scheme));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace tane
