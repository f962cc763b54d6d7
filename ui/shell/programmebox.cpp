#include "shell/programmebox.h"

#include "shell/icons.h"
#include "shell/widgets.h"

#include <QPainter>
#include <QTextLayout>

namespace tane {

namespace {
constexpr int kBoxPadding = 10;
} // namespace

ProgrammeBox::ProgrammeBox(QWidget *parent)
    : PaintedButton({}, parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setSizePolicy(policy);
}

void ProgrammeBox::setTexts(const QString &title, const QString &subtitle)
{
    m_title = title;
    m_subtitle = subtitle;
    setAccessibleName(tr("いまのプログラム：%1").arg(title));
    setAccessibleDescription(subtitle);
    setToolTip(title + u'\n' + subtitle);
    updateGeometry();
    update();
}

QStringList ProgrammeBox::titleLines() const
{
    const QFont font = scaledFont(this, type::body, true);
    const int available = qMax(width(), metrics::navWidth - 2 * metrics::m) - 2 * kBoxPadding;
    QTextLayout layout(m_title, font);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (!first.isValid())
        return {};
    first.setLineWidth(available);
    const int length = first.textLength();
    layout.endLayout();
    QStringList lines = {m_title.left(length).trimmed()};
    if (length < m_title.size())
        lines << QFontMetrics(font).elidedText(m_title.mid(length).trimmed(), Qt::ElideRight, available);
    return lines;
}

QSize ProgrammeBox::sizeHint() const
{
    const int title = QFontMetrics(scaledFont(this, type::body, true)).height() + 5;
    const int subtitle = QFontMetrics(scaledFont(this, type::secondary)).height() + 6;
    return {metrics::navWidth - 2 * metrics::m,
            2 * kBoxPadding + title * qMax(1, static_cast<int>(titleLines().size())) + subtitle};
}

void ProgrammeBox::resizeEvent(QResizeEvent *event)
{
    PaintedButton::resizeEvent(event);
    updateGeometry(); // another width may need another number of lines
}

void ProgrammeBox::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor card = color(ColorRole::Card, scheme);
    painter.setPen(color(ColorRole::Line, scheme));
    painter.setBrush(underMouse() || isDown() ? mixed(color(ColorRole::WeakAccent, scheme), card, 0.5)
                                              : card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::cardRadius,
                            metrics::cardRadius);
    if (ringVisible())
        paintRing(painter, rect(), metrics::cardRadius);

    QRect area = rect().adjusted(kBoxPadding, kBoxPadding - 1, -kBoxPadding, -kBoxPadding + 1);
    painter.setFont(scaledFont(this, type::body, true));
    painter.setPen(color(ColorRole::Text, scheme));
    const int lineHeight = painter.fontMetrics().height() + 5;
    const QStringList lines = titleLines();
    for (const QString &line : lines) {
        painter.drawText(QRect(area.left(), area.top(), area.width(), lineHeight), Qt::AlignVCenter, line);
        area.setTop(area.top() + lineHeight);
    }
    painter.setFont(scaledFont(this, type::secondary));
    painter.setPen(color(ColorRole::SecondaryText, scheme));
    const QString subtitle =
        painter.fontMetrics().elidedText(m_subtitle, Qt::ElideRight, area.width() - (menu() ? 18 : 0));
    painter.drawText(area, Qt::AlignVCenter, subtitle);
    if (menu()) {
        const int x = area.left() + painter.fontMetrics().horizontalAdvance(subtitle) + 6;
        paintSymbol(painter, QRectF(x, area.center().y() - 5, 11, 11), Symbol::ChevronDown,
                    color(ColorRole::SecondaryText, scheme));
    }
}

} // namespace tane
