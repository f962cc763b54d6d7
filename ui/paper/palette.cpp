#include "paper/palette.h"

#include "chart/levelramp.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>

namespace tane {

namespace {

struct Entry
{
    ColorRole role;
    QRgb light, dark, paper;
};

// The one table of colours.
constexpr Entry kColors[] = {
    {ColorRole::Window, 0xfff5f6f4, 0xff171b1a, 0xffffffff},
    {ColorRole::Card, 0xffffffff, 0xff1f2523, 0xffffffff},
    {ColorRole::Line, 0xffdfe3de, 0xff39423f, 0xff6b726f},
    {ColorRole::Text, 0xff1d2522, 0xffe8ecea, 0xff000000},
    {ColorRole::SecondaryText, 0xff5d6863, 0xffa3aeaa, 0xff333333},
    {ColorRole::Accent, 0xff17695a, 0xff5cb8a3, 0xff17695a},
    {ColorRole::AccentText, 0xffffffff, 0xff0d1f1b, 0xffffffff},
    {ColorRole::WeakAccent, 0xffe3efeb, 0xff24403a, 0xffeef3f1},
    {ColorRole::HintBackground, 0xfffff4e0, 0xff3a2f1b, 0xffffffff},
    {ColorRole::HintLine, 0xffeccb8f, 0xff6d5527, 0xff8a8a8a},
    {ColorRole::HintText, 0xff5b3a00, 0xfff3d9a8, 0xff000000},
    {ColorRole::ErrorBackground, 0xfffdecea, 0xff43211d, 0xffffffff},
    {ColorRole::ErrorText, 0xff8c1d12, 0xffffb4a9, 0xff8c1d12},
    {ColorRole::Up, 0xff2f6fb2, 0xff5b9bdd, 0xff2f6fb2},
    {ColorRole::Stay, 0xffc9cecb, 0xff59625f, 0xffe2e5e3},
    {ColorRole::Down, 0xffd9822b, 0xffe39a4d, 0xffb5610f},
    {ColorRole::OnUp, 0xffffffff, 0xff0b1a2a, 0xff000000},
    {ColorRole::OnStay, 0xff1d2522, 0xffffffff, 0xff000000},
    {ColorRole::OnDown, 0xff1d2522, 0xff2a1604, 0xff000000},
};

LevelRamp rampOf(Scheme scheme)
{
    return scheme == Scheme::Dark ? LevelRamp::Dark : LevelRamp::Light;
}

QString loadFamily()
{
    const QStringList folders = {QCoreApplication::applicationDirPath() + QStringLiteral("/fonts"),
                                 QStringLiteral("/usr/share/fonts/truetype/bizud-gothic"),
                                 QStringLiteral("/usr/share/fonts/truetype/fonts-morisawa-bizud-gothic"),
                                 QStringLiteral("/usr/share/fonts/opentype/morisawa")};
    const QStringList files = {QStringLiteral("BIZUDPGothic-Regular.ttf"),
                               QStringLiteral("BIZUDPGothic-Bold.ttf")};
    for (const QString &folder : folders) {
        for (const QString &file : files) {
            const QString path = folder + QLatin1Char('/') + file;
            if (QFileInfo::exists(path))
                QFontDatabase::addApplicationFont(path);
        }
    }
    const QStringList wanted = {QStringLiteral("BIZ UDPGothic"),    QStringLiteral("BIZ UDPゴシック"),
                                QStringLiteral("Yu Gothic UI"),     QStringLiteral("Meiryo UI"),
                                QStringLiteral("Noto Sans CJK JP"), QStringLiteral("IPAPGothic")};
    const QStringList present = QFontDatabase::families();
    for (const QString &family : wanted) {
        if (present.contains(family))
            return family;
    }
    const QStringList japanese = QFontDatabase::families(QFontDatabase::Japanese);
    return japanese.isEmpty() ? QString() : japanese.first();
}

} // namespace

QColor color(ColorRole role, Scheme scheme)
{
    for (const Entry &entry : kColors) {
        if (entry.role != role)
            continue;
        switch (scheme) {
        case Scheme::Light:
            return QColor::fromRgba(entry.light);
        case Scheme::Dark:
            return QColor::fromRgba(entry.dark);
        case Scheme::Paper:
            return QColor::fromRgba(entry.paper);
        }
    }
    return {};
}

QColor seriesColor(SeriesRole role, Scheme scheme)
{
    switch (role) {
    case SeriesRole::Up:
        return color(ColorRole::Up, scheme);
    case SeriesRole::Stay:
        return color(ColorRole::Stay, scheme);
    case SeriesRole::Down:
        return color(ColorRole::Down, scheme);
    case SeriesRole::Plain:
    case SeriesRole::Level:
        return color(ColorRole::Accent, scheme);
    }
    return {};
}

QColor onSeriesColor(SeriesRole role, Scheme scheme)
{
    switch (role) {
    case SeriesRole::Up:
        return color(ColorRole::OnUp, scheme);
    case SeriesRole::Stay:
        return color(ColorRole::OnStay, scheme);
    case SeriesRole::Down:
        return color(ColorRole::OnDown, scheme);
    case SeriesRole::Plain:
    case SeriesRole::Level:
        return color(ColorRole::AccentText, scheme);
    }
    return {};
}

QColor seriesColor(const ChartSeries &series, Scheme scheme)
{
    return series.role == SeriesRole::Level ? levelColor(series.level, series.levels, scheme)
                                            : seriesColor(series.role, scheme);
}

QColor onSeriesColor(const ChartSeries &series, Scheme scheme)
{
    return series.role == SeriesRole::Level ? onLevelColor(series.level, series.levels, scheme)
                                            : onSeriesColor(series.role, scheme);
}

QColor levelColor(int step, int steps, Scheme scheme)
{
    return QColor::fromRgb(levelColor(rampOf(scheme), step, steps));
}

QColor onLevelColor(int step, int steps, Scheme scheme)
{
    return QColor::fromRgb(onLevelColor(rampOf(scheme), step, steps));
}

QColor mixed(const QColor &a, const QColor &b, double amount)
{
    const auto mix = [amount](int x, int y) {
        return static_cast<int>(x * amount + y * (1.0 - amount) + 0.5);
    };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

QString japaneseFamily()
{
    static const QString family = loadFamily();
    return family;
}

} // namespace tane
