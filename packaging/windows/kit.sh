#!/usr/bin/env bash
# Makes what Tane needs for Windows from Debian's sources, once, and prints the folder: qtbase (without Svg and Charts, which are
# other sources), SQLite in it, expat, libzip, libxlsxwriter, and the headers of Boost and Catch2. An interrupted build goes on
# where it stopped; a finished one costs nothing. The packages it needs are installed by ./dev.
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
toolchain=$here/mingw-toolchain.cmake
jobs=${TANE_JOBS:-$(nproc)}

# Qt's own tools run here while building and must be of the very version that is built.
qt_source_version=$(dpkg-query -W -f '${source:Version}' qt6-base-dev)
qt_version=${qt_source_version%%+*}

say() { printf '%s\n' "$*" >&2; }

# --- Sources ---------------------------------------------------------------------------------------------------------------

# Debian's own archives as this machine knows them, asked for sources: the system's configuration stays as it is.
write_source_entries() {
    # shellcheck disable=SC2016 # the fields are apt's
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' |
        sort -u >"$1"
}

# apt checks the signature of the archive and the sums of what it downloads.
source_apt() {
    apt-get -q -o Dir::Etc::sourcelist="$sources/sources.list" -o Dir::Etc::sourceparts=- -o APT::Sandbox::User=root \
        -o Dir::State::lists="$sources/lists" -o Dir::Cache="$sources/cache" -o APT::Get::List-Cleanup=0 "$@"
}

codename() { sed -n 's/^VERSION_CODENAME=//p' /etc/os-release; }

# A mirror may list a security update without having it: then the release's own version.
fetch_source() {
    source_apt source --download-only "$1" || source_apt source --download-only "$1/$(codename)"
}

fetch_sources() {
    local name
    mkdir -p "$sources/lists/partial" "$sources/cache/archives/partial"
    write_source_entries "$sources/sources.list"
    source_apt update
    cd "$sources"
    source_apt source --download-only "qt6-base=$qt_source_version"
    for name in sqlite3 expat libzip libxlsxwriter; do
        fetch_source "$name"
    done
    cd "$work"
}

# unpack NAME: Debian's source with its patches, in $work/NAME
unpack() {
    local description=("$sources/$1"_*.dsc)
    rm -rf "${work:?}/$1"
    dpkg-source --extract "${description[-1]}" "$work/$1"
}

# --- Libraries -------------------------------------------------------------------------------------------------------------

# cmake_install NAME [CMake arguments]: configures, builds and installs $work/NAME into the kit
cmake_install() {
    local name=$1 launcher=()
    shift
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    cmake -S "$work/$name" -B "$work/$name-build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DTANE_QT_WINDOWS="$kit" -DCMAKE_INSTALL_PREFIX="$kit" "${launcher[@]}" "$@"
    nice -n 5 cmake --build "$work/$name-build" --parallel "$jobs"
    cmake --install "$work/$name-build"
}

keep_licence() {
    mkdir -p "$kit/share/licences"
    cp "$work/$1/$2" "$kit/share/licences/$1.txt"
}

build_sqlite3() {
    unpack sqlite3
    (cd "$work/sqlite3" && ./configure --disable-tcl && make sqlite3.c)
    keep_licence sqlite3 LICENSE.md
}

# What is off needs a library that Windows has not, or is not used by Tane. direct2d brings DirectWrite, which PrintSupport and
# the window plugin need. Wintab, for tablets, is not part of Debian's source.
build_qtbase() {
    local off=(network dbus glib icu zstd brotli openssl vulkan pkg_config tabletevent direct2d1_1 concurrent xml
        sql_odbc sql_mysql sql_psql libb2 androiddeployqt
        system_zlib system_png system_jpeg system_pcre2 system_freetype system_harfbuzz system_doubleconversion
        system_libb2 system_sqlite)
    off=("${off[@]/#/-DFEATURE_}")
    off=("${off[@]/%/=OFF}")
    [[ -d $work/qt6-base ]] || unpack qt6-base
    mkdir -p "$work/qt6-base/src/3rdparty/sqlite"
    cp "$work/sqlite3/sqlite3.c" "$work/sqlite3/sqlite3.h" "$work/qt6-base/src/3rdparty/sqlite/"
    cmake_install qt6-base -DBUILD_SHARED_LIBS=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR="/usr/lib/$(gcc -print-multiarch)/cmake" \
        -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DINPUT_opengl=no -DFEATURE_relocatable=ON -DFEATURE_direct2d=ON \
        -DCMAKE_CXX_FLAGS=-Wno-attributes "${off[@]}"
    keep_licence qt6-base LICENSES/LGPL-3.0-only.txt
}

build_expat() {
    unpack expat
    # Debian's security fixes compare with 1 what expat's files for CMake, which Debian does not use, only define.
    sed -i 's/^#cmakedefine XML_DTD$/& 1/' "$work/expat/expat/expat_config.h.cmake"
    cmake_install expat/expat -DEXPAT_BUILD_TOOLS=OFF -DEXPAT_BUILD_EXAMPLES=OFF -DEXPAT_BUILD_TESTS=OFF -DEXPAT_BUILD_DOCS=OFF
    keep_licence expat COPYING
}

build_libzip() {
    unpack libzip
    cmake_install libzip -DENABLE_BZIP2=OFF -DENABLE_LZMA=OFF -DENABLE_OPENSSL=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF \
        -DENABLE_WINDOWS_CRYPTO=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
    keep_licence libzip LICENSE
}

build_libxlsxwriter() {
    unpack libxlsxwriter
    cmake_install libxlsxwriter -DBUILD_SHARED_LIBS=ON
    keep_licence libxlsxwriter License.txt
}

# Headers that are the same on every system, taken alone so that no other header of this machine comes with them; Qt's own
# Japanese; and the DLLs of the compiler and of zlib, so that programs start with the kit's bin folder in the path.
build_rest() {
    mkdir -p "$kit/include" "$kit/lib/cmake" "$kit/translations" "$kit/bin"
    ln -sfn /usr/include/boost /usr/include/catch2 "$kit/include/"
    cp -r /usr/lib/cmake/Catch2 "$kit/lib/cmake/"
    rm "$kit/lib/cmake/Catch2/Catch2Targets-none.cmake" # tells of a library for this system
    cp /usr/share/qt6/translations/qtbase_ja.qm "$kit/translations/"
    local name
    for name in libgcc_s_seh-1.dll libstdc++-6.dll libwinpthread-1.dll; do
        cp "$(x86_64-w64-mingw32-g++-posix -print-file-name="$name")" "$kit/bin/"
    done
    cp /usr/x86_64-w64-mingw32/lib/zlib1.dll "$kit/bin/"
    cp /usr/share/doc/libz-mingw-w64/copyright "$kit/share/licences/zlib.txt"
    cp /usr/share/doc/mingw-w64-common/copyright "$kit/share/licences/mingw-w64.txt"
    cp /usr/share/doc/gcc-mingw-w64-base/copyright "$kit/share/licences/gcc.txt"
}

# --- The whole -------------------------------------------------------------------------------------------------------------

libraries=(sqlite3 qtbase expat libzip libxlsxwriter rest)

# Another recipe is another kit; a comment changed here is not.
recipe_key() {
    { declare -f cmake_install "${libraries[@]/#/build_}" && cat "$toolchain" && echo "$qt_source_version"; } |
        sha256sum | cut -c 1-12
}

# step NAME COMMAND: once in the life of a work folder
step() {
    [[ ! -e $work/$1.done ]] || return 0
    say "$1 …"
    "$2"
    touch "$work/$1.done"
}

cache=${XDG_CACHE_HOME:-$HOME/.cache}/tane
key=$(recipe_key)
kit=$cache/windows-kit-$qt_version-$key
work=$cache/windows-kit-work-$key
sources=$work/sources

if [[ ! -e $kit/complete ]]; then
    mkdir -p "$kit" "$sources"
    exec 9>"$work/lock"
    flock 9
    {
        step sources fetch_sources
        for library in "${libraries[@]}"; do
            step "$library" "build_$library"
        done
    } >&2
    touch "$kit/complete"
    rm -rf "$work"
fi
echo "$kit"
