# The programs and the library tane-cli loads lie in one folder of their own, as in the build folder; the path gets links.
include(GNUInstallDirs)
set(programs ${CMAKE_INSTALL_LIBEXECDIR}/tane)
set(made ${CMAKE_CURRENT_BINARY_DIR}/linux)

function(compress from to)
    file(ARCHIVE_CREATE OUTPUT ${to} PATHS ${from} FORMAT raw COMPRESSION GZip COMPRESSION_LEVEL 9)
endfunction()

install(TARGETS tane tane-cli tane-draw RUNTIME DESTINATION ${programs} LIBRARY DESTINATION ${programs})
file(MAKE_DIRECTORY ${made})
foreach(program tane tane-cli)
    file(CREATE_LINK ../${programs}/${program} ${made}/${program} SYMBOLIC)
    install(FILES ${made}/${program} DESTINATION ${CMAKE_INSTALL_BINDIR})

    compress(${CMAKE_CURRENT_SOURCE_DIR}/linux/${program}.1 ${made}/${program}.1.gz)
    install(FILES ${made}/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/ja/man1)
endforeach()

set(icons ${PROJECT_SOURCE_DIR}/resources/icons)
install(DIRECTORY ${icons}/hicolor DESTINATION ${CMAKE_INSTALL_DATADIR}/icons)
install(FILES ${icons}/tane.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
install(FILES ${icons}/tane-document.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/mimetypes
    RENAME application-x-tane.svg)
install(FILES linux/tane.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES linux/tane.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
compress(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${made}/changelog.gz)
install(FILES linux/copyright ${PROJECT_SOURCE_DIR}/THIRD_PARTY.md ${made}/changelog.gz
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tane)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The Tane contributors")
set(CPACK_PACKAGE_CONTACT "The Tane contributors <maintainers@tane.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "For officers of Japanese prefectures who train coordinators of home medical
care and long-term care: plans, runs and evaluates their workshops, compares
the answers before and after, and prints the sheets. All data stay in one
local file.")
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/package)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is loaded by name at run time: the driver of the .tane file, the face on paper, the texts of Qt's dialogs.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-sqlite, fonts-morisawa-bizud-gothic, qt6-translations-l10n")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland")
include(CPack)
