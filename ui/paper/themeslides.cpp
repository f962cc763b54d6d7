// The themes of the group work for a projector: 16:9.
#include "paper/kitdrawing.h"

#include <algorithm>

namespace tane {

using namespace kitdrawing;

namespace {

constexpr QSizeF kSlide(338.6667, 190.5); // 13 1/3 × 7 1/2 inches, as presentations have it
constexpr double kMargin = 20;

QString minutesLine(const ThemeGuide &theme)
{
    const QString length = Texts::tr("%1分").arg(theme.minutes);
    if (!theme.start.isValid())
        return length;
    const QString clock = QStringLiteral("H:mm");
    return Texts::tr("%1～%2（%3）").arg(theme.start.toString(clock), theme.end.toString(clock), length);
}

PaperDrawing drawSlide(const ThemeGuide &theme, const QString &workshop)
{
    PaperDrawing page;
    page.setSize(kSlide);
    const double wide = kSlide.width() - 2 * kMargin;
    page.fill(QRectF(0, 0, kSlide.width(), 30), ink(ColorRole::Accent));
    const QRectF head(kMargin, 0, wide, 30);
    centred(page, fitted(theme.heading, {.sizeMm = 13, .bold = true, .leading = 1.1}, wide * 0.6), head,
            Qt::white);
    centred(page, PaperText(minutesLine(theme), {.sizeMm = 9, .align = Qt::AlignRight, .leading = 1.1}, wide),
            head, Qt::white);
    const TextStyle style{.sizeMm = 12.5, .bold = true, .leading = 1.3};
    const bool isLong = PaperText(theme.title, style).width() > wide;
    const PaperText title = fitted(isLong ? inTwoLines(theme.title) : theme.title, style, wide, 2, 8);
    double y = 38;
    page.text(title, {kMargin, y}, ink(ColorRole::Text));
    y += title.height() + 1;
    if (!theme.subtitle.isEmpty()) {
        const PaperText subtitle = fitted(theme.subtitle, {.sizeMm = 7.5, .leading = 1.3}, wide);
        page.text(subtitle, {kMargin, y}, ink(ColorRole::SecondaryText));
        y += subtitle.height();
    }
    y += 5;
    page.fill(QRectF(kMargin, y, wide, 0.6), ink(ColorRole::Accent));
    y += 6;
    const double room = kSlide.height() - 16 - y;
    const double each = room / static_cast<double>(std::max<qsizetype>(theme.points.size(), 1));
    const double size = std::min(8.4, each / 1.75);
    for (qsizetype i = 0; i < theme.points.size(); ++i) {
        const QRectF row(kMargin, y + static_cast<double>(i) * each, wide, each);
        const QRectF mark(row.left(), row.center().y() - size * 0.75, size * 1.5, size * 1.5);
        page.fill(mark, ink(ColorRole::WeakAccent));
        centred(page,
                PaperText(QString::number(i + 1),
                          {.sizeMm = size * 0.95, .bold = true, .align = Qt::AlignHCenter, .leading = 1.1},
                          mark.width()),
                mark, ink(ColorRole::Accent));
        centred(page, fitted(theme.points.at(i), {.sizeMm = size, .leading = 1.25}, wide - size * 2.4, 2, 5),
                QRectF(row.left() + size * 2.3, row.top(), wide - size * 2.4, row.height()),
                ink(ColorRole::Text));
    }
    page.text(fitted(workshop, {.sizeMm = 4.5, .align = Qt::AlignRight, .leading = 1.2}, wide),
              {kMargin, kSlide.height() - 12}, ink(ColorRole::SecondaryText));
    return page;
}

} // namespace

PaperPages themeSlides(const std::vector<ThemeGuide> &themes, const QString &workshop)
{
    std::vector<PaperDrawing> pages;
    for (const ThemeGuide &theme : themes)
        pages.push_back(drawSlide(theme, workshop));
    return {kitSheetTitle(KitSheet::Slides), kSlide, QRectF({}, kSlide), std::move(pages)};
}

} // namespace tane
