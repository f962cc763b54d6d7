// A3: how to draw the frame of the poster sheet by hand.
#include "paper/posterparts.h"

#include <algorithm>
#include <cmath>

namespace tane::kitdrawing {

namespace {

constexpr double kScaleHigh = 222, kScaleWide = 245; // room for the picture of the sheet, mm

/// "38cm", "8.3cm".
QString inCentimetres(double mm)
{
    const double cm = std::round(mm) / 10;
    return Texts::tr("%1cm").arg(QString::number(cm, 'f', std::abs(cm - std::round(cm)) < 0.01 ? 0 : 1));
}

/// A measured stretch: a line with ends and its length beside it.
class Measures
{
public:
    Measures(PaperDrawing &page, double scale, QPointF origin)
        : m_page(page)
        , m_scale(scale)
        , m_origin(origin)
    {
    }
    void across(double from, double to, double y) const
    {
        const double left = m_origin.x() + from * m_scale, right = m_origin.x() + to * m_scale;
        stroke({left, y}, {right, y}, {0, 1.6});
        const PaperText text(inCentimetres(to - from),
                             {.sizeMm = 4, .bold = true, .align = Qt::AlignHCenter, .leading = 1.2},
                             right - left);
        m_page.text(text, {left, y - 6}, ink(ColorRole::Text));
    }
    void along(double from, double to, double x) const
    {
        const double top = m_origin.y() + from * m_scale, bottom = m_origin.y() + to * m_scale;
        stroke({x, top}, {x, bottom}, {1.6, 0});
        const PaperText text(inCentimetres(to - from), {.sizeMm = 4, .bold = true, .leading = 1.2});
        m_page.text(text, {x + 2.5, (top + bottom - text.height()) / 2}, ink(ColorRole::Text));
    }

private:
    void stroke(QPointF from, QPointF to, QPointF end) const
    {
        const QColor colour = ink(ColorRole::SecondaryText);
        m_page.line(from, to, colour, 0.3);
        for (const QPointF &at : {from, to})
            m_page.line(at - end, at + end, colour, 0.3);
    }

    PaperDrawing &m_page;
    double m_scale;
    QPointF m_origin;
};

void drawSheet(PaperDrawing &page, const QStringList &scenes, const PosterFrame &frame, double scale,
               QPointF origin)
{
    const auto placed = [&](const QRectF &area) {
        return QRectF(origin + area.topLeft() * scale, area.size() * scale);
    };
    page.outline(placed(QRectF({}, frame.size)), ink(ColorRole::Line), 0.5);
    const auto caption = [&page](const QString &text, const QRectF &area, double size) {
        page.text(fitted(text, {.sizeMm = size, .bold = true, .leading = 1.2}, area.width() - 8, 1, 2.6),
                  area.topLeft() + QPointF(4, 3), ink(ColorRole::Text));
    };
    const QRectF name = placed(frame.name);
    caption(Texts::tr("グループ名"), name, 5);
    page.line({name.left() + 34, name.bottom() - 3}, {name.left() + 110, name.bottom() - 3}, Qt::black, 0.3);
    for (std::size_t i = 0; i < frame.scenes.size(); ++i) {
        const QRectF cell = placed(frame.scenes[i]);
        page.outline(cell, Qt::black, 0.5);
        caption(scenes.value(static_cast<qsizetype>(i)), cell, 6);
    }
    page.outline(placed(frame.band), Qt::black, 0.5);
    caption(Texts::tr("市町村にうまく伝えるには"), placed(frame.band), 6);
}

QStringList steps(const PosterFrame &frame)
{
    const QString size = Texts::tr("%1×%2mm").arg(frame.size.width()).arg(frame.size.height());
    return {frame.size.width() > frame.size.height()
                ? Texts::tr("模造紙（四六判 %1）を横長に置きます。").arg(size)
                : Texts::tr("模造紙（四六判 %1）を縦長に置きます。").arg(size),
            Texts::tr("ふちから左右 %1、上下 %2 を残して、外枠の四隅に印を付けます。")
                .arg(inCentimetres(frame.name.left()), inCentimetres(frame.name.top())),
            Texts::tr("上から %1 をグループ名の場所に取り、その下に横線を引きます。")
                .arg(inCentimetres(frame.name.height())),
            Texts::tr("下から %1 に横線を引き、「市町村にうまく伝えるには」の帯にします。")
                .arg(inCentimetres(frame.band.height())),
            frame.scenes.size() > 1 ? Texts::tr("間を図の寸法で区切り、場面の名前を左上に書きます。")
                                    : Texts::tr("間の左上に、場面の名前を書きます。"),
            Texts::tr("線と見出しは太いマーカーで。離れた所から枠が見えれば十分です。")};
}

} // namespace

PaperDrawing drawPosterGuide(const QStringList &scenes, const PosterFrame &frame)
{
    PaperDrawing page;
    page.setSize({420, 297});
    constexpr double margin = 14, right = 312, textWide = 94;
    page.text(PaperText(kitSheetTitle(KitSheet::PosterGuide), {.sizeMm = 8, .bold = true, .leading = 1.3}),
              {margin, 12}, ink(ColorRole::Text));
    page.fill(QRectF(margin, 25, 420 - 2 * margin, 0.8), ink(ColorRole::Accent));
    const double scale = std::min(kScaleWide / frame.size.width(), kScaleHigh / frame.size.height());
    const QPointF origin(margin + 4 + (kScaleWide - frame.size.width() * scale) / 2, 48);
    drawSheet(page, scenes, frame, scale, origin);
    const Measures measures(page, scale, origin);
    // Above: the columns of the first row; at the right: name, rows of scenes, band.
    const double above = origin.y() - 4, beside = origin.x() + frame.size.width() * scale + 6;
    double y = -1;
    for (const QRectF &scene : frame.scenes) {
        if (qFuzzyCompare(scene.top(), frame.scenes.front().top()))
            measures.across(scene.left(), scene.right(), above);
        if (scene.top() > y + 0.01)
            measures.along(scene.top(), scene.bottom(), beside);
        y = std::max(y, scene.top());
    }
    measures.along(frame.name.top(), frame.name.bottom(), beside);
    measures.along(frame.band.top(), frame.band.bottom(), beside);
    double at = 48;
    int number = 0;
    for (const QString &step : steps(frame)) {
        page.fill(QRectF(right, at + 0.4, 7, 7), ink(ColorRole::Accent));
        centred(page,
                PaperText(QString::number(++number),
                          {.sizeMm = 4.6, .bold = true, .align = Qt::AlignHCenter, .leading = 1.1}, 7),
                QRectF(right, at + 0.4, 7, 7), Qt::white);
        const PaperText text(step, {.sizeMm = 4.8, .leading = 1.5}, textWide - 11);
        page.text(text, {right + 11, at}, ink(ColorRole::Text));
        at += text.height() + 6;
    }
    return page;
}

} // namespace tane::kitdrawing
