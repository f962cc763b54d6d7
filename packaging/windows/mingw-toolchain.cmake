# Compiles for 64-bit Windows with mingw-w64 of Debian. TANE_QT_WINDOWS=DIR names the kit: Qt and the other libraries for Windows.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

# The posix variant of the compiler: the win32 one has no std::thread.
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)

# Libraries and headers come from the kit or from mingw-w64 itself, never from the building machine; programs the other way round.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES TANE_QT_WINDOWS)
set(CMAKE_FIND_ROOT_PATH /usr/x86_64-w64-mingw32)
if(TANE_QT_WINDOWS)
    list(PREPEND CMAKE_FIND_ROOT_PATH "${TANE_QT_WINDOWS}")
    list(PREPEND CMAKE_PREFIX_PATH "${TANE_QT_WINDOWS}")
endif()
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
