# Resources of the programs, what is installed beside them, and the target package-windows: installer and portable zip.
set(made ${CMAKE_CURRENT_BINARY_DIR}/windows)

# Icon, version and manifest. A library of their own, so that the resource compiler sees none of the C++ options.
function(windows_resources program description)
    set(icons ${PROJECT_SOURCE_DIR}/resources/icons)
    set(manifest ${made}/${program}.manifest)
    configure_file(windows/tane.manifest.in ${manifest} @ONLY)
    configure_file(windows/program.rc.in ${made}/${program}.rc @ONLY)
    add_library(${program}-resources OBJECT ${made}/${program}.rc)
    set_target_properties(${program}-resources PROPERTIES AUTOMOC OFF AUTORCC OFF)
    set_property(SOURCE ${made}/${program}.rc PROPERTY OBJECT_DEPENDS
        "${manifest};${icons}/tane.ico;${icons}/tane-document.ico")
    target_sources(${program} PRIVATE $<TARGET_OBJECTS:${program}-resources>)
    if(MSVC)
        target_link_options(${program} PRIVATE /MANIFEST:NO)
    endif()
endfunction()

# Where Qt's plugins lie: in its own kits, in MSYS2, in builds after Debian's manner.
cmake_path(SET qt_prefix NORMALIZE "${Qt6Core_DIR}/../../..")
find_path(TANE_QT_PLUGINS platforms/qwindows.dll NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
    PATHS ${qt_prefix} PATH_SUFFIXES plugins share/qt6/plugins lib/qt6/plugins
    DOC "Folder of Qt's plugins for Windows")
# The texts of Qt's dialogs are the same file on every system.
find_file(TANE_QT_JAPANESE qtbase_ja.qm NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
    PATHS ${qt_prefix}/translations ${qt_prefix}/share/qt6/translations /usr/share/qt6/translations
    DOC "Japanese texts of Qt's dialogs, qtbase_ja.qm")
find_path(TANE_FONTS BIZUDPGothic-Regular.ttf NO_CMAKE_FIND_ROOT_PATH
    PATHS /usr/share/fonts/truetype/bizud-gothic
    DOC "Folder of BIZUDPGothic-Regular.ttf and BIZUDPGothic-Bold.ttf")

set(programs tane-cli tane-draw)
windows_resources(tane-cli "タネ（コマンド）")
if(TARGET tane)
    windows_resources(tane "タネ")
    list(APPEND programs tane)
endif()
install(TARGETS ${programs} RUNTIME DESTINATION . LIBRARY DESTINATION .)

if(TANE_QT_JAPANESE)
    install(FILES ${TANE_QT_JAPANESE} DESTINATION translations)
endif()
if(TANE_FONTS)
    install(FILES ${TANE_FONTS}/BIZUDPGothic-Regular.ttf ${TANE_FONTS}/BIZUDPGothic-Bold.ttf DESTINATION fonts)
    file(COPY ${TANE_FONTS}/ DESTINATION ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/fonts FILES_MATCHING PATTERN "BIZUDPGothic-*.ttf")
endif()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION licenses RENAME Tane-GPL-3.0.txt)
install(FILES ${PROJECT_SOURCE_DIR}/THIRD_PARTY.md DESTINATION licenses)
install(DIRECTORY licenses/ DESTINATION licenses)

# The libraries of Qt, of the compiler and the others, as far as they are DLLs.
set(library_folders ${qt_prefix}/bin)
foreach(prefix IN LISTS CMAKE_PREFIX_PATH CMAKE_FIND_ROOT_PATH)
    list(APPEND library_folders ${prefix}/bin ${prefix}/lib)
endforeach()
if(MINGW)
    foreach(library libgcc_s_seh-1.dll libwinpthread-1.dll)
        execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=${library}
            OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE)
        cmake_path(GET found PARENT_PATH folder)
        list(APPEND library_folders ${folder})
    endforeach()
    cmake_path(GET CMAKE_CXX_COMPILER PARENT_PATH folder)
    list(APPEND library_folders ${folder})
endif()
list(REMOVE_DUPLICATES library_folders)
configure_file(windows/deploy.cmake.in ${made}/deploy.cmake @ONLY)
install(SCRIPT ${made}/deploy.cmake)
set(CMAKE_INSTALL_SYSTEM_RUNTIME_DESTINATION .) # of Visual Studio; nothing with MinGW
set(CMAKE_INSTALL_UCRT_LIBRARIES OFF)           # part of Windows 10
include(InstallRequiredSystemLibraries)

find_program(MAKENSIS makensis DOC "Compiler of the installer: NSIS 3.08 or later"
    PATHS "C:/Program Files (x86)/NSIS" "C:/Program Files/NSIS")
add_custom_target(package-windows
    COMMAND ${CMAKE_COMMAND} -DBUILD=${CMAKE_BINARY_DIR} -DOUT=${CMAKE_BINARY_DIR}/package
        -DVERSION=${PROJECT_VERSION} -DMAKENSIS=${MAKENSIS} -P ${CMAKE_CURRENT_SOURCE_DIR}/windows/package.cmake
    COMMENT "Making the installer and the portable zip in ${CMAKE_BINARY_DIR}/package"
    USES_TERMINAL VERBATIM)
add_dependencies(package-windows ${programs})
