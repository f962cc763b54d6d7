# Makes tane-VERSION-setup.exe, tane-VERSION-portable.zip and their SHA-256 sums. Run by the target package-windows, or alone:
#   cmake -DSTAGE=DIR -DOUT=DIR -DVERSION=X.Y.Z [-DMAKENSIS=…] -P package.cmake      with what is to be packed in STAGE
# The environment variable TANE_SIGN_COMMAND signs: it is run with the file as its last argument, for our programs, the
# uninstaller and the installer. Nothing is signed without it.
cmake_minimum_required(VERSION 3.25)

# What has to be there whatever Qt's version; the rest was found by what is imported.
set(required tane.exe tane-cli.exe tane-draw.dll platforms/qwindows.dll sqldrivers/qsqlite.dll
    translations/qtbase_ja.qm fonts/BIZUDPGothic-Regular.ttf fonts/BIZUDPGothic-Bold.ttf licenses/Tane-GPL-3.0.txt)
set(ours tane.exe tane-cli.exe tane-draw.dll)

function(run)
    execute_process(COMMAND ${ARGV} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(sign file)
    if(NOT "$ENV{TANE_SIGN_COMMAND}" STREQUAL "")
        separate_arguments(command NATIVE_COMMAND "$ENV{TANE_SIGN_COMMAND}")
        run(${command} "${file}")
    endif()
endfunction()

function(check_stage)
    foreach(file IN LISTS required)
        if(NOT EXISTS "${STAGE}/${file}")
            message(FATAL_ERROR "${file} is not among the installed files in ${STAGE}")
        endif()
    endforeach()
endfunction()

# The same folder as installed, with the file that tells the program to keep to it (ui/shell/settings.cpp).
function(make_zip name)
    file(REMOVE_RECURSE "${OUT}/work/zip")
    file(COPY "${STAGE}/" DESTINATION "${OUT}/work/zip/${name}")
    file(COPY "${CMAKE_CURRENT_LIST_DIR}/tane-portable.txt" DESTINATION "${OUT}/work/zip/${name}")
    execute_process(COMMAND ${CMAKE_COMMAND} -E tar cf "${OUT}/${name}.zip" --format=zip "${name}"
        WORKING_DIRECTORY "${OUT}/work/zip" COMMAND_ERROR_IS_FATAL ANY)
endfunction()

# Two lists for the installer: what it writes, and, file by file, what the uninstaller deletes. A folder goes when it is empty.
function(write_lists)
    file(GLOB_RECURSE files LIST_DIRECTORIES false RELATIVE "${STAGE}" "${STAGE}/*")
    set(install "")
    set(remove "")
    set(folders "")
    foreach(file IN LISTS files)
        cmake_path(GET file PARENT_PATH folder)
        string(REPLACE "/" "\\" windows_file "${file}")
        string(REPLACE "/" "\\" windows_folder "${folder}")
        native(source "${STAGE}/${file}")
        string(APPEND install "SetOutPath \"$INSTDIR\\${windows_folder}\"\nFile \"${source}\"\n")
        string(APPEND remove "Delete \"$INSTDIR\\${windows_file}\"\n")
        while(folder)
            list(APPEND folders "${folder}")
            cmake_path(GET folder PARENT_PATH folder)
        endwhile()
    endforeach()
    list(REMOVE_DUPLICATES folders)
    list(SORT folders ORDER DESCENDING) # what is inside comes first
    foreach(folder IN LISTS folders)
        string(REPLACE "/" "\\" folder "${folder}")
        string(APPEND remove "RMDir \"$INSTDIR\\${folder}\"\n")
    endforeach()
    file(WRITE "${OUT}/work/install.nsh" "${install}")
    file(WRITE "${OUT}/work/remove.nsh" "${remove}")
endfunction()

# makensis splits paths as the system it runs on writes them.
function(native variable path)
    cmake_path(NATIVE_PATH path path)
    set(${variable} "${path}" PARENT_SCOPE)
endfunction()

function(make_installer name)
    if(NOT MAKENSIS)
        message(FATAL_ERROR "makensis (NSIS 3.08 or later) is needed for the installer; set MAKENSIS to its path")
    endif()
    write_lists()
    native(lists "${OUT}/work")
    native(output "${OUT}/${name}.exe")
    native(icon "${CMAKE_CURRENT_LIST_DIR}/../../resources/icons/tane.ico")
    native(wizard "${CMAKE_CURRENT_LIST_DIR}/wizard.bmp")
    native(script "${CMAKE_CURRENT_LIST_DIR}/installer.nsi")
    run("${MAKENSIS}" -V2 -INPUTCHARSET UTF8 "-DVERSION=${VERSION}" "-DLISTS=${lists}" "-DOUTPUT=${output}" "-DICON=${icon}"
        "-DWIZARD=${wizard}" "-DSIGN=$ENV{TANE_SIGN_COMMAND}" "${script}")
    sign("${OUT}/${name}.exe")
endfunction()

function(write_sums)
    set(sums "")
    foreach(name IN LISTS ARGN)
        file(SHA256 "${OUT}/${name}" sum)
        string(APPEND sums "${sum} *${name}\n")
    endforeach()
    file(WRITE "${OUT}/tane-${VERSION}-sha256.txt" "${sums}")
endfunction()

cmake_path(ABSOLUTE_PATH OUT)
file(REMOVE_RECURSE "${OUT}")
file(MAKE_DIRECTORY "${OUT}/work")
if(BUILD)
    set(STAGE "${OUT}/work/stage")
    run(${CMAKE_COMMAND} --install "${BUILD}" --prefix "${STAGE}" --strip)
else()
    file(COPY "${STAGE}/" DESTINATION "${OUT}/work/stage") # signing changes files
    set(STAGE "${OUT}/work/stage")
endif()
if(NOT MAKENSIS)
    find_program(MAKENSIS makensis)
endif()
check_stage()
foreach(file IN LISTS ours)
    sign("${STAGE}/${file}")
endforeach()
make_zip(tane-${VERSION}-portable)
make_installer(tane-${VERSION}-setup)
write_sums(tane-${VERSION}-setup.exe tane-${VERSION}-portable.zip)
file(REMOVE_RECURSE "${OUT}/work")
message(STATUS "Made in ${OUT}: tane-${VERSION}-setup.exe, tane-${VERSION}-portable.zip, tane-${VERSION}-sha256.txt")
