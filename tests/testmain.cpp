#define CATCH_CONFIG_RUNNER
#include <catch2/catch.hpp>

#include "base/startup.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    tane::prepareProcess();
    const QCoreApplication app(argc, argv);
    return Catch::Session().run(argc, argv);
}
