#include "grouping/rulebar.h"

#include "shell/widgets.h"

#include <QPainter>

#include <algorithm>

namespace tane {

namespace {

constexpr int kBarHeight = 8;
constexpr double kTextShare = 0.62; ///< of the width, for the words

double share(const RuleQuality &quality)
{
    return quality.total > 0 ? static_cast<double>(quality.met) / quality.total : 0;
}

} // namespace

RuleBar::RuleBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RuleBar::sizeHint() const
{
    return {180, QFontMetrics(scaledFont(this, type::secondary)).height() + 4};
}

void RuleBar::showNothing(const QString &why)
{
    m_quality.reset();
    m_after.reset();
    m_text = why;
    setAccessibleName(why);
    setToolTip({});
    update();
}

void RuleBar::show(const RuleQuality &quality, GroupRule::Kind kind)
{
    m_quality = quality;
    m_kind = kind;
    m_after.reset();
    describe();
}

void RuleBar::showPreview(const RuleQuality &after)
{
    m_after = after;
    describe();
}

void RuleBar::clearPreview()
{
    m_after.reset();
    if (m_quality)
        describe();
}

void RuleBar::describe()
{
    if (!m_quality)
        return;
    const RuleQuality &now = *m_quality;
    const QString numbers = QStringLiteral("%1/%2%3").arg(now.met).arg(now.total).arg(now.unit);
    if (m_after && m_after->missed != now.missed) {
        // Groups that keep it may be as many while it is missed by more: then that is said.
        m_text = m_after->met != now.met
                     ? tr("%1 → %2/%3%4").arg(now.met).arg(m_after->met).arg(now.total).arg(now.unit)
                     : tr("%1（満たせない分 %2 → %3）")
                           .arg(numbers, missedText(m_kind, now.missed), missedText(m_kind, m_after->missed));
    } else if (now.missed == 0) {
        m_text = tr("%1　すべて").arg(numbers);
    } else if (now.best) {
        m_text = tr("%1　これが最良").arg(numbers);
    } else {
        m_text = tr("%1　あと最大%2").arg(numbers, missedText(m_kind, now.missed - now.bound));
    }
    setAccessibleName(m_text);
    QStringList tip;
    if (now.missed > 0)
        tip << tr("満たせないところ：%1（%2）").arg(now.where, missedText(m_kind, now.missed));
    if (now.best && now.missed > 0)
        tip << tr("どのように分けても、この条件はこれより良くできません（証明済み）。");
    else if (now.missed > 0)
        tip << tr("この条件だけを考えれば、あと%1よくできる可能性があります。")
                   .arg(missedText(m_kind, now.missed - now.bound));
    setToolTip(tip.join(QLatin1Char('\n')));
    update();
}

void RuleBar::paintEvent(QPaintEvent *)
{
    const Scheme scheme = currentScheme(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0.5, (height() - kBarHeight) / 2.0, width() * (1 - kTextShare) - 8, kBarHeight);
    painter.setPen(Qt::NoPen);
    if (m_quality) {
        painter.setBrush(color(ColorRole::Line, scheme));
        painter.drawRoundedRect(bar, kBarHeight / 2.0, kBarHeight / 2.0);
        QRectF met = bar;
        met.setWidth(bar.width() * share(*m_quality));
        painter.setBrush(color(ColorRole::Accent, scheme));
        painter.drawRoundedRect(met, kBarHeight / 2.0, kBarHeight / 2.0);
        if (m_after && m_after->met != m_quality->met) { // where the bar would end
            const double end = bar.left() + bar.width() * share(*m_after);
            painter.setBrush(color(m_after->met < m_quality->met ? ColorRole::Down : ColorRole::Up, scheme));
            const double from = std::min(end, met.right()), to = std::max(end, met.right());
            painter.drawRect(QRectF(from, bar.top(), to - from, bar.height()));
        }
    }
    const bool previews = m_after && m_quality && m_after->missed != m_quality->missed;
    const bool worse = previews && m_after->missed > m_quality->missed;
    const QFont font = scaledFont(this, type::secondary, previews);
    painter.setFont(font);
    painter.setPen(color(previews && worse ? ColorRole::ErrorText
                         : previews        ? ColorRole::Accent
                                           : ColorRole::SecondaryText,
                         scheme));
    const QRectF room =
        m_quality ? QRectF(bar.right() + 8, 0, width() - bar.right() - 8, height()) : QRectF(rect());
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(m_text, Qt::ElideRight, static_cast<int>(room.width())));
}

} // namespace tane
