#include "cyclefixture.h"

#include "shell/pageregistry.h"
#include "shell/theme.h"
#include "survey/sample.h"

#include <QApplication>

using namespace Qt::StringLiterals;

namespace tane::cycletest {

Office::Office()
{
    applyTheme(*qApp, ThemeChoice::Light);
    window = std::make_unique<MainWindow>(desk.settings, desk.dialogs, pageRegistry());
    window->resize(1366, 740);
    window->show();
    REQUIRE(QTest::qWaitForWindowExposed(window.get()));
    window->activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
}

void Office::beginEmpty()
{
    desk.dialogs.fileToSave = desk.path(u"研修.tane"_s);
    window->controller()->newFile();
    REQUIRE(window->controller()->document());
}

void Office::begin(const QString &templateId)
{
    beginEmpty();
    Programme programme;
    programme.title = u"令和8年度 コーディネーター研修"_s;
    programme.firstYear = 2026;
    programme.lastYear = 2026;
    REQUIRE(CycleRepository(document()).create(programme, templateId).has_value());
    REQUIRE(this->programme() != 0);
}

void Office::beginSample()
{
    const QString path = desk.path(u"見本.tane"_s);
    REQUIRE(createSample(path).has_value());
    window->controller()->openPath(path);
    REQUIRE(window->controller()->document());
}

void Office::reopen()
{
    const QString path = document().path();
    window->controller()->closeFile();
    window->controller()->openPath(path);
    REQUIRE(window->controller()->document());
}

std::vector<TargetGroup> Office::groups()
{
    return all<TargetGroup>(u"programme"_s, programme());
}

Cycle Office::cycle()
{
    auto cycle = CycleRepository(document()).load(programme());
    REQUIRE(cycle.has_value());
    return std::move(*cycle);
}

} // namespace tane::cycletest
