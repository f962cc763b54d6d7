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
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
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
    return {width, line()};
}

QSize KindLegend::minimumSizeHint() const
{
    const int left = std::max(entry(0), entry(2)), right = std::max(entry(1), entry(3));
    return {left + kBetween + right, line()};
}

int KindLegend::heightForWidth(int width) const
{
    return placed(width).back().y() + line();
}

int KindLegend::line() const
{
    return std::max(kPaper + 4, fontMetrics().height() + 2);
}

int KindLegend::entry(int kind) const
{
    return kPaper + metrics::xs + fontMetrics().horizontalAdvance(text(kind));
}

/// The corners of the four entries: one line where there is room, else two by two.
std::vector<QPoint> KindLegend::placed(int width) const
{
    std::vector<QPoint> corners;
    QPoint at;
    const int column = std::max(entry(0), entry(2)) + kBetween;
    const bool single = width >= sizeHint().width() - kBetween;
    for (int kind = 0; kind < 4; ++kind) {
        corners.push_back(at);
        if (single)
            at.rx() += entry(kind) + kBetween;
        else if (kind % 2 == 0)
            at.rx() = column;
        else
            at = {0, at.y() + line()};
    }
    return corners;
}

void KindLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scheme scheme = currentScheme(this);
    const std::vector<QPoint> corners = placed(width());
    const int above = (height() - corners.back().y() - line()) / 2;
    for (int kind = 0; kind < 4; ++kind) {
        const QRect box(corners[static_cast<std::size_t>(kind)] + QPoint(0, above),
                        QSize(entry(kind), line()));
        const QRectF paper(box.left() + 0.5, box.center().y() - kPaper / 2.0 + 1, kPaper - 1, kPaper - 1);
        painter.setPen(QPen(color(ColorRole::Line, scheme), 1));
        painter.setBrush(notePaper(kind, scheme));
        painter.drawRect(paper);
        if (noteMark(kind) != Qt::NoPen) {
            painter.setPen(QPen(noteMarkColor(kind, scheme), 2.5, noteMark(kind), Qt::FlatCap));
            painter.drawLine(paper.topLeft() + QPointF(0, 1), paper.topRight() + QPointF(0, 1));
        }
        painter.setPen(color(ColorRole::SecondaryText, scheme));
        painter.drawText(box.adjusted(kPaper + metrics::xs, 0, 2, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         text(kind));
    }
}

} // namespace tane
