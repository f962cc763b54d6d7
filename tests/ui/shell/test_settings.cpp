#include "shelltest.h"

#include "base/portable.h"
#include "shell/dialogs.h"
#include "shell/theme.h"

#include <catch2/catch.hpp>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace tane;

TEST_CASE("what is set is there when the program starts again")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"s.ini"_s);
    {
        Settings settings(path);
        CHECK(settings.text(Setting::Theme) == u"system"_s);
        CHECK(settings.list(Setting::RecentFiles).isEmpty());
        settings.set(Setting::Theme, u"dark"_s);
        settings.set(Setting::WindowGeometry, QByteArray("\x01\x00\xff", 3));
        settings.setChoice(u"results"_s, u"groupBy"_s, u"role"_s);
        REQUIRE(settings.sync());
    }
    const Settings again(path);
    CHECK(again.text(Setting::Theme) == u"dark"_s);
    CHECK(again.bytes(Setting::WindowGeometry) == QByteArray("\x01\x00\xff", 3));
    CHECK(again.choice(u"results"_s, u"groupBy"_s) == u"role"_s);
    CHECK(again.choice(u"results"_s, u"other"_s, u"x"_s) == u"x"_s);
}

TEST_CASE("a portable copy keeps settings and files in its own folder")
{
    const QTemporaryDir folder, home;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, home.path());
    QFile marker(folder.filePath(u"tane-portable.txt"_s));
    REQUIRE(marker.open(QIODevice::WriteOnly));
    marker.close();
    {
        const auto settings = Settings::ofProgram(folder.path());
        CHECK(settings->isPortable());
        CHECK(settings->filesFolder() == folder.path());
        settings->addRecentFile(folder.filePath(u"研修.tane"_s));
        REQUIRE(settings->sync());
        // The file dialog begins here, and Qt's own note of that is taken back.
        RealDialogs dialogs(*settings);
        QString shown;
        QTimer::singleShot(0, [&shown] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            REQUIRE(dialog);
            shown = dialog->directory().path();
            dialog->reject();
        });
        CHECK(dialogs.openFile(nullptr, u"開く"_s, u"*.tane"_s).isEmpty());
        CHECK(shown == folder.path());
    }
    CHECK(QFile::exists(folder.filePath(u"tane.ini"_s)));
    CHECK(Settings::ofProgram(folder.path())->recentFiles() == QStringList{folder.filePath(u"研修.tane"_s)});
    CHECK(QSettings(QSettings::UserScope, u"QtProject"_s).allKeys().filter(u"FileDialog"_s).isEmpty());
    CHECK(QDir(home.path()).entryList({u"tane*"_s}).isEmpty());
}

TEST_CASE(
    "Enter answers a question yes where an undo step takes it back, and no where something is taken away")
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"s.ini"_s));
    RealDialogs dialogs(settings);
    const auto afterEnter = [&](const QString &verb) {
        QTimer::singleShot(0, [] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            REQUIRE(box);
            QTest::keyClick(box, Qt::Key_Return);
        });
        return dialogs.confirm(nullptr, u"よろしいですか。"_s, verb);
    };
    CHECK(afterEnter(u"決める"_s));
    CHECK_FALSE(afterEnter(u"削除する"_s));
    CHECK_FALSE(afterEnter(u"匿名にする"_s));
}

TEST_CASE("a portable copy finds its recent files under another drive letter")
{
    const QTemporaryDir place;
    const QString there = place.filePath(u"E"_s), here = place.filePath(u"F"_s);
    REQUIRE(QDir().mkpath(there));
    QFile marker(there + u"/tane-portable.txt"_s);
    REQUIRE(marker.open(QIODevice::WriteOnly));
    marker.close();
    const QString elsewhere = place.filePath(u"書類/別の研修.tane"_s);
    {
        const auto settings = Settings::ofProgram(there);
        settings->addRecentFile(elsewhere);
        settings->addRecentFile(there + u"/研修/今年.tane"_s);
        REQUIRE(settings->sync());
    }
    REQUIRE(QDir().rename(there, here));
    const auto settings = Settings::ofProgram(here);
    CHECK(settings->recentFiles() == QStringList{here + u"/研修/今年.tane"_s, elsewhere});
    settings->removeRecentFile(here + u"/研修/今年.tane"_s);
    CHECK(settings->recentFiles() == QStringList{elsewhere});
}

TEST_CASE("a portable copy's temporary files stay in its folder, if anything can be written there")
{
    const QTemporaryDir folder(QDir::temp().filePath(u"持ち運び-XXXXXX"_s));
    const QString before = QDir::tempPath();
    keepTemporaryFilesIn(folder.filePath(u"missing"_s));
    CHECK(QDir::tempPath() == before);
    keepTemporaryFilesIn(folder.path());
    CHECK(QDir::tempPath() == folder.path());
    CHECK(QDir(folder.path()).isEmpty());
    keepTemporaryFilesIn(before);
}

TEST_CASE("an installed program writes nothing beside itself")
{
    const QTemporaryDir folder, home;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home.path());
    QString before; // on Windows the store is the user's own
    {
        const auto settings = Settings::ofProgram(folder.path());
        before = settings->text(Setting::Theme);
        CHECK_FALSE(settings->isPortable());
        CHECK(settings->filesFolder() == QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        settings->set(Setting::Theme, u"dark"_s);
        REQUIRE(settings->sync());
    }
    CHECK(QDir(folder.path()).isEmpty());
    const auto again = Settings::ofProgram(folder.path());
    CHECK(again->text(Setting::Theme) == u"dark"_s);
    again->set(Setting::Theme, before);
}

TEST_CASE("a theme somebody edited into nonsense follows the system")
{
    CHECK(themeFromKey(u"purple"_s) == ThemeChoice::System);
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        CHECK(themeFromKey(themeKey(choice)) == choice);
}

TEST_CASE("recent files: newest first, each once, ten at most, and they can be taken off")
{
    shelltest::Desk desk;
    for (int i = 0; i < 12; ++i)
        desk.settings.addRecentFile(u"/a/%1.tane"_s.arg(i));
    desk.settings.addRecentFile(u"/a/5.tane"_s);
    const QStringList files = desk.settings.list(Setting::RecentFiles);
    CHECK(files.size() == 10);
    CHECK(files.first() == u"/a/5.tane"_s);
    CHECK(files.count(u"/a/5.tane"_s) == 1);
    CHECK_FALSE(files.contains(u"/a/0.tane"_s));
    desk.settings.removeRecentFile(u"/a/5.tane"_s);
    CHECK(desk.settings.list(Setting::RecentFiles).first() == u"/a/11.tane"_s);
}

TEST_CASE("column widths come back, but not onto a table with other columns")
{
    shelltest::Desk desk;
    QTableWidget table(2, 3);
    table.horizontalHeader()->resizeSection(1, 171);
    desk.settings.saveColumns(u"answers"_s, table.horizontalHeader());

    QTableWidget same(2, 3);
    CHECK(desk.settings.restoreColumns(u"answers"_s, same.horizontalHeader()));
    CHECK(same.horizontalHeader()->sectionSize(1) == 171);
    QTableWidget other(2, 5);
    CHECK_FALSE(desk.settings.restoreColumns(u"nothing"_s, other.horizontalHeader()));
    CHECK_FALSE(desk.settings.restoreColumns(u"answers"_s, other.horizontalHeader()));
    CHECK(other.horizontalHeader()->count() == 5);
    CHECK(other.horizontalHeader()->sectionSize(1) != 171);
}

TEST_CASE("choosing a theme changes the palette and the colours of the style sheet")
{
    applyTheme(*qApp, ThemeChoice::Light);
    CHECK(schemeOf(QApplication::palette()) == Scheme::Light);
    CHECK(QApplication::palette().color(QPalette::Window) == color(ColorRole::Window, Scheme::Light));
    const QString light = qApp->styleSheet();
    applyTheme(*qApp, ThemeChoice::Dark);
    CHECK(schemeOf(QApplication::palette()) == Scheme::Dark);
    CHECK(QApplication::palette().color(QPalette::Base) == color(ColorRole::Card, Scheme::Dark));
    CHECK(qApp->styleSheet() != light);
    CHECK(QApplication::font().pointSizeF() == Approx(type::body));
    // Every colour name in the sheet is known: an unknown one would come out magenta.
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        CHECK_FALSE(themeStyleSheet(scheme).contains(u'@'));
        CHECK_FALSE(themeStyleSheet(scheme).contains(QColor(Qt::magenta).name()));
    }
}

TEST_CASE("text can be read on its ground in both schemes")
{
    // Contrast as in WCAG 2.1, 1.4.3: at least 4.5 to 1.
    const auto luminance = [](const QColor &c) {
        const auto linear = [](double v) {
            return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
    };
    const auto contrast = [&](ColorRole ink, ColorRole ground, Scheme scheme) {
        const double a = luminance(color(ink, scheme));
        const double b = luminance(color(ground, scheme));
        return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
    };
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        CHECK(contrast(ColorRole::Text, ColorRole::Card, scheme) >= 4.5);
        CHECK(contrast(ColorRole::Text, ColorRole::WeakAccent, scheme) >= 4.5);
        CHECK(contrast(ColorRole::SecondaryText, ColorRole::Window, scheme) >= 4.5);
        CHECK(contrast(ColorRole::SecondaryText, ColorRole::WeakAccent, scheme) >= 4.5);
        CHECK(contrast(ColorRole::AccentText, ColorRole::Accent, scheme) >= 4.5);
        CHECK(contrast(ColorRole::Accent, ColorRole::WeakAccent, scheme) >= 4.5);
        CHECK(contrast(ColorRole::HintText, ColorRole::HintBackground, scheme) >= 4.5);
        CHECK(contrast(ColorRole::ErrorText, ColorRole::ErrorBackground, scheme) >= 4.5);
    }
}
