#include "shell/pageregistry.h"

#include <QCoreApplication>

namespace tane {

std::vector<PageEntry> pageRegistry()
{
    return {};
}

} // namespace tane
