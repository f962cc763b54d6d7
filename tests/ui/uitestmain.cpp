#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "base/startup.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char **argv)
{
    tane::prepareProcess();
#ifndef Q_OS_WIN // there every session has a display, and the offscreen platform has no fonts
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#endif
    QStandardPaths::setTestModeEnabled(true);
    const QApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
