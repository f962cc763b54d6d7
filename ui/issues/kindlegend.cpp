#include "issues/kindlegend.h"

#include "paper/notepaper.h"
#include "shell/widgets.h"

#include <QPainter>

namespace tane {

namespace {

constexpr int kPaper = 15, kBetween = 14;

} // namespace

KindLegend::KindLegend(QWidget *parent)
    : QWidget(parent)
{
    setFont(scaledFont(this, type::secondary));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QString KindLegend::text(int kind) const
{
    return tr("%1 %2").arg(noteKindText(static_cast<NoteKind>(kind)),
                           QString::number(m_counts.at(static_cast<std::size_t>(kind))));
}

void KindLegend::setCounts(const std::array<int, 4> &counts)
{
    m_counts = counts;
    QStringList said;
    for (int kind = 0; kind < 4; ++kind)
        said << text(kind);
    setAccessibleName(tr("付箋の種類：%1").arg(said.join(u'、')));
    setToolTip(said.join(u'\n'));
    updateGeometry();
    update();
}

QSize KindLegend::sizeHint() const
{
    int width = 0;
    for (int kind = 0; kind < 4; ++kind)
        width += kPaper + metrics::xs + fontMetrics().horizontalAdvance(text(kind)) + kBetween;
    return {width, std::max(kPaper + 2, fontMetrics().height())};
}

void KindLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme scheme = currentScheme(this);
    int left = 0;
    for (int kind = 0; kind < 4; ++kind) {
        if (left + kPaper + metrics::xs + fontMetrics().horizontalAdvance(text(kind)) > width())
            return; // whole or not at all; the tool tip has them all
        const QRectF paper(left + 0.5, (height() - kPaper) / 2.0, kPaper - 1, kPaper - 1);
        painter.setPen(QPen(color(ColorRole::Line, scheme), 1));
        painter.setBrush(notePaper(kind, scheme));
        painter.drawRect(paper);
        if (noteMark(kind) != Qt::NoPen) {
            painter.setPen(QPen(noteMarkColor(kind, scheme), 2.5, noteMark(kind), Qt::FlatCap));
            painter.drawLine(paper.topLeft() + QPointF(0, 1), paper.topRight() + QPointF(0, 1));
        }
        left += kPaper + metrics::xs;
        painter.setPen(color(ColorRole::SecondaryText, scheme));
        const QString said = text(kind);
        painter.drawText(QRect(left, 0, width(), height()), Qt::AlignLeft | Qt::AlignVCenter, said);
        left += fontMetrics().horizontalAdvance(said) + kBetween;
    }
}

} // namespace tane
