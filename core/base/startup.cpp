#include "base/startup.h"

#include <QByteArray>

namespace tane {

// A thread that ends frees what GCC for Windows keeps for it before its own objects are destroyed (GCC bug
// 83562). One of those is the stack of compiled regular expressions: without compiling them there is none.
void prepareProcess()
{
#ifdef __MINGW32__
    qputenv("QT_ENABLE_REGEXP_JIT", "0");
#endif
}

} // namespace tane
