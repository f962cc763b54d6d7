# Settings shared by every target of ours. Third-party code never sees them.
add_library(tane_common INTERFACE)

target_compile_definitions(tane_common INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    TANE_VERSION="${PROJECT_VERSION}")

if(WIN32)
    target_compile_definitions(tane_common INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN)
endif()

if(MSVC)
    # Warnings are no errors here: development does not see this compiler.
    target_compile_options(tane_common INTERFACE /W4 /permissive- /utf-8)
else()
    # Inlined at -O3, the standard library's own vectors look to GCC 12 like null pointers, its strings like overlapping memory
    # (GCC bug 105651) and an empty optional like one that is read (bug 80635): those three warnings are for -O1 only.
    target_compile_options(tane_common INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
        -Wcast-align -Wconversion -Wno-sign-conversion -Wold-style-cast
        $<IF:$<CONFIG:Release>,-Wno-restrict;-Wno-maybe-uninitialized,-Wnull-dereference>
        # A designated initialiser names what differs from the default; GCC 12 would want all of the rest.
        -Wno-missing-field-initializers
        -Werror)
endif()

# Fifteen test programs hold all of Qt's widgets of ours: a quick linker is felt.
include(CheckLinkerFlag)
if(NOT WIN32 AND NOT TANE_SANITIZE)
    check_linker_flag(CXX -fuse-ld=lld TANE_HAS_LLD)
    if(TANE_HAS_LLD)
        add_link_options(-fuse-ld=lld)
    endif()
endif()

option(TANE_SANITIZE "Build with AddressSanitizer and UndefinedBehaviorSanitizer" OFF)
if(TANE_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    # GCC's flow analysis reports false positives once the sanitizers have rewritten the code.
    target_compile_options(tane_common INTERFACE -Wno-null-dereference -Wno-maybe-uninitialized)
endif()
