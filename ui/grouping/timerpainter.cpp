#include "grouping/timerpainter.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace Qt::StringLiterals;

namespace tane {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tane::TimerWindow)
};

struct Colours
{
    QColor back, text, quiet, bar, groove;
};

Colours coloursOf(SessionTimer::Phase phase, Scheme scheme)
{
    const auto role = [scheme](ColorRole each) { return color(each, scheme); };
    const bool dark = scheme == Scheme::Dark;
    switch (phase) {
    case SessionTimer::Phase::Near:
        return {role(ColorRole::HintBackground), role(ColorRole::HintText), role(ColorRole::HintText),
                role(ColorRole::Down), mixed(role(ColorRole::Down), role(ColorRole::HintBackground), 0.25)};
    case SessionTimer::Phase::Over: {
        const QColor back = dark ? QColor(0x5a, 0x17, 0x10) : QColor(0x8c, 0x1d, 0x12);
        return {back, Qt::white, QColor(0xff, 0xe0, 0xdb), Qt::white, mixed(Qt::white, back, 0.3)};
    }
    case SessionTimer::Phase::Running:
        break;
    }
    return {role(ColorRole::Card), role(ColorRole::Text), role(ColorRole::SecondaryText),
            role(ColorRole::Accent), role(ColorRole::WeakAccent)};
}

constexpr double kLeading = 1.28; // of a line, in ems: the font has none of its own

/// The lines of a text in a width, by the rules of Japanese.
std::vector<QString> broken(const QString &words, const QFont &font, double width)
{
    QTextLayout layout(words, font);
    layout.beginLayout();
    std::vector<QString> lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.push_back(words.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

/// Draws a face once; all sizes are shares of its height.
class Face
{
public:
    Face(QPainter &painter, const QRectF &area, const SessionTimer &session, const TimerView &view)
        : m_painter(painter)
        , m_area(area)
        , m_session(session)
        , m_view(view)
        , m_phase(session.phase(view.now))
        , m_colours(coloursOf(m_phase, view.scheme))
        // A narrow window has no room for letters as large as its height would give.
        , m_unit(std::min(area.height(), area.width() * 0.62))
        , m_margin(m_unit * 0.06)
    {
    }
    void paint();

private:
    [[nodiscard]] QFont font(double share, bool bold = false) const
    {
        QFont font(japaneseFamily());
        font.setPixelSize(std::max(8, qRound(m_unit * share)));
        font.setBold(bold);
        return font;
    }
    /// Text in an area, smaller where it does not fit.
    void text(const QRectF &where, const QString &words, double share, const QColor &colour,
              bool bold = false, int flags = Qt::AlignLeft | Qt::AlignVCenter);
    void head();
    void title(const QRectF &where);
    void digits(const QRectF &where);
    void bar(const QRectF &where);
    void points(const QRectF &where);
    void following(const QRectF &where);

    QPainter &m_painter;
    QRectF m_area;
    const SessionTimer &m_session;
    const TimerView &m_view;
    SessionTimer::Phase m_phase;
    Colours m_colours;
    double m_unit, m_margin;
};

void Face::text(const QRectF &where, const QString &words, double share, const QColor &colour, bool bold,
                int flags)
{
    if (words.isEmpty())
        return;
    // A title a little smaller on one line rather than its last letter alone on the next.
    constexpr double oneLine = 0.82, step = 0.95, smallest = 0.35;
    std::vector<QString> lines;
    double size = share;
    for (; size > share * smallest; size *= step) {
        lines = broken(words, font(size, bold), where.width());
        const bool alone = (flags & Qt::AlignTop) != 0 && lines.size() == 2 && size > share * oneLine &&
                           lines.back().size() <= 4; // letters left over
        if (!alone && static_cast<double>(lines.size()) * m_unit * size * kLeading <= where.height() * 1.08)
            break;
    }
    const double high = m_unit * size * kLeading;
    double y = flags & Qt::AlignTop ? where.top()
                                    : where.center().y() - high * static_cast<double>(lines.size()) / 2;
    m_painter.setFont(font(size, bold));
    m_painter.setPen(colour);
    for (const QString &line : lines) {
        m_painter.drawText(QRectF(where.left(), y, where.width(), high),
                           (flags & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter | Qt::TextDontClip, line);
        y += high;
    }
}

void Face::head()
{
    const QRectF row(m_area.left() + m_margin, m_area.top() + m_margin * 0.5, m_area.width() - 2 * m_margin,
                     m_unit * 0.06);
    QString clock = Texts::tr("現在 %1").arg(m_view.now.time().toString(u"H:mm"_s));
    const int late = m_session.minutesLate(m_view.now);
    constexpr int tellable = 120; // more is another day, or a rehearsal
    if (m_session.isRunning() && late != 0 && std::abs(late) <= tellable)
        clock +=
            late > 0 ? Texts::tr("　予定より%1分遅れ").arg(late) : Texts::tr("　予定より%1分早い").arg(-late);
    text(QRectF(row.left(), row.top(), row.width() * 0.6, row.height()), m_view.workshop, 0.036,
         m_colours.quiet);
    text(QRectF(row.left() + row.width() * 0.6, row.top(), row.width() * 0.4, row.height()), clock, 0.036,
         m_colours.quiet, false, Qt::AlignRight | Qt::AlignVCenter);
}

void Face::title(const QRectF &where)
{
    const SessionPart *part = m_session.part();
    if (part == nullptr)
        return;
    const double first = part->text.isEmpty() ? where.height() : where.height() * 0.46;
    text(QRectF(where.left(), where.top(), where.width(), first), part->title, 0.085, m_colours.text, true);
    text(QRectF(where.left(), where.top() + first, where.width(), where.height() - first), part->text, 0.05,
         m_colours.text, false, Qt::AlignLeft | Qt::AlignTop);
}

void Face::digits(const QRectF &where)
{
    const int left = m_session.secondsLeft(m_view.now);
    const QString time = left < 0 ? QString(u"＋"_s + timerText(left)) : timerText(left);
    // All digits have the width of the widest, so that nothing jumps.
    QFont face = font(0.4, true);
    for (double size = 0.4; size > 0.05; size *= 0.96) {
        face = font(size, true);
        const QFontMetricsF metrics(face);
        if (metrics.height() * 0.8 <= where.height() * 0.78 &&
            metrics.horizontalAdvance(QString(time.size(), u'0')) <= where.width())
            break;
    }
    const QFontMetricsF metrics(face);
    m_painter.setFont(face);
    m_painter.setPen(m_colours.text);
    const double digit = metrics.horizontalAdvance(u'0'), colon = digit * 0.5;
    double wide = 0;
    for (const QChar letter : time)
        wide += letter == u':' ? colon : digit;
    double x = where.left() + (where.width() - wide) / 2;
    const double high = where.height() * 0.78;
    for (const QChar letter : time) {
        const double room = letter == u':' ? colon : digit;
        m_painter.drawText(QRectF(x - digit, where.top(), room + 2 * digit, high),
                           Qt::AlignCenter | Qt::TextDontClip, letter); // round digits rise above the others
        x += room;
    }
    QString said = m_view.state;
    if (m_phase != SessionTimer::Phase::Running) // the colour never speaks alone
        said.prepend(u"▲ "_s);
    text(QRectF(where.left(), where.top() + high, where.width(), where.height() - high), said, 0.05,
         m_colours.text, m_phase != SessionTimer::Phase::Running, Qt::AlignCenter);
}

void Face::bar(const QRectF &where)
{
    m_painter.fillRect(where, m_colours.groove);
    QRectF gone = where;
    gone.setWidth(where.width() * m_session.progress(m_view.now));
    m_painter.fillRect(gone, m_colours.bar);
    if (m_phase == SessionTimer::Phase::Running)
        return;
    m_painter.setPen(QPen(m_colours.text, std::max(2.0, m_unit * 0.004)));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(where);
}

void Face::points(const QRectF &where)
{
    const QStringList &all = m_view.guide->points;
    m_painter.fillRect(
        QRectF(where.left() - m_margin / 2, where.top(), std::max(2.0, m_unit * 0.005), where.height()),
        m_colours.bar);
    const double each = where.height() / static_cast<double>(std::max<qsizetype>(all.size(), 1));
    for (qsizetype i = 0; i < all.size(); ++i) {
        const double top = where.top() + static_cast<double>(i) * each;
        text(QRectF(where.left(), top, m_unit * 0.06, each), QString::number(i + 1), 0.045, m_colours.quiet,
             true);
        text(QRectF(where.left() + m_unit * 0.06, top, where.width() - m_unit * 0.06, each), all.at(i), 0.042,
             m_colours.text);
    }
}

void Face::following(const QRectF &where)
{
    const SessionPart *next = m_session.next();
    QString words = Texts::tr("この後の予定はありません");
    if (m_session.parts().size() == 1)
        words.clear();
    if (next != nullptr) {
        words = Texts::tr("次は　%1").arg(next->title);
        if (next->planned.isValid())
            words +=
                Texts::tr("（%1 の予定・%2分）").arg(next->planned.toString(u"H:mm"_s)).arg(next->minutes);
    }
    text(where, words, 0.045, m_colours.quiet);
}

void Face::paint()
{
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::TextAntialiasing);
    m_painter.fillRect(m_area, m_colours.back);
    head();
    const double left = m_area.left() + m_margin, wide = m_area.width() - 2 * m_margin;
    const double top = m_area.top() + m_unit * 0.12, bottom = m_area.bottom() - m_unit * 0.21;
    title(QRectF(left, top, wide, m_unit * 0.22));
    const double middle = top + m_unit * 0.24;
    const QRectF clock(left, middle, m_view.guide != nullptr ? wide * 0.48 : wide, bottom - middle);
    digits(clock);
    if (m_view.guide != nullptr)
        points(QRectF(left + wide * 0.53, middle, wide * 0.47, bottom - middle));
    bar(QRectF(left, bottom + m_unit * 0.02, wide, m_unit * 0.025));
    following(QRectF(left, bottom + m_unit * 0.055, wide, m_unit * 0.07));
}

} // namespace

void paintTimer(QPainter &painter, const QRectF &area, const SessionTimer &session, const TimerView &view)
{
    Face(painter, area, session, view).paint();
}

} // namespace tane
