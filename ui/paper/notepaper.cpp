#include "paper/notepaper.h"

#include "paper/kitpaper.h"

#include <algorithm>
#include <array>

namespace tane {

namespace {

constexpr std::array<QRgb, 4> kPapers{0xfffff4bf, 0xffdff0cf, 0xfffbdfe6, 0xffeceff1};
constexpr std::array<QRgb, 4> kMarks{0xffd9a520, 0xff4f9a3a, 0xffc4577a, 0xff8a9499};
constexpr QRgb kHeading = 0xffd3e5f5;
// As everywhere in the program; further ones in the colours of groups.
constexpr std::array<QRgb, 4> kScenes{0xff2e7d5b, 0xff2f6fb2, 0xffc4472b, 0xff6b4fa0};

std::size_t at(int kind)
{
    return static_cast<std::size_t>(std::clamp(kind, 0, 3));
}

/// A light paper in the scheme: in the dark only its tint stays.
QColor inScheme(QRgb paper, Scheme scheme)
{
    const QColor light = QColor::fromRgba(paper);
    return scheme == Scheme::Dark ? mixed(light, color(ColorRole::Card, scheme), 0.2) : light;
}

} // namespace

QColor notePaper(int kind, Scheme scheme)
{
    return inScheme(kPapers.at(at(kind)), scheme);
}

QColor headingPaper(Scheme scheme)
{
    return inScheme(kHeading, scheme);
}

QColor noteMarkColor(int kind, Scheme)
{
    return QColor::fromRgba(kMarks.at(at(kind)));
}

Qt::PenStyle noteMark(int kind)
{
    constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::NoPen};
    return styles.at(at(kind));
}

QColor sceneTintColor(int tint, Scheme scheme)
{
    const QColor deep = tint < 4 ? QColor::fromRgba(kScenes.at(at(tint))) : groupColor(tint + 2);
    return scheme == Scheme::Dark ? mixed(deep, Qt::white, 0.6) : deep;
}

} // namespace tane
