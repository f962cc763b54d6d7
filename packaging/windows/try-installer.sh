#!/usr/bin/env bash
# Installs, updates and removes Tane under Wine as on a fresh Windows 10, and looks at every file and key that is left.
# usage: try-installer.sh [PACKAGE_DIR [SCREENSHOT.png]]
#        PACKAGE_DIR: what package-windows made. Without it the installer is tried with small programs in place of ours, which
#        needs no Qt for Windows. The screenshot shows the window on the sample.
# Needs cmake, nsis, wine, xvfb, unzip; with PACKAGE_DIR xdotool and scrot, without it mingw-w64 (g++, posix).
set -euo pipefail
here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")

say() { printf '%s\n' "$*"; }
die() { say "FAILED: $*" >&2; exit 1; }

work=$(mktemp -d)
started=()
clean_up() {
    local status=$?
    [[ ! -d "$work/wine" ]] || wineserver -k 2>/dev/null || true
    ((${#started[@]} == 0)) || kill "${started[@]}" 2>/dev/null || true
    rm -rf "$work"
    return "$status"
}
trap clean_up EXIT

# --- Packages ------------------------------------------------------------------------------------------------------------

# A program that says its version, or waits to be closed: enough for the installer to be tried.
make_dummies() {
    local stage=$1 source=$work/dummy.cpp
    mkdir -p "$stage"/{platforms,sqldrivers,translations,fonts,licenses}
    cat >"$source" <<'CPP'
#include <cstdio>
#include <string>
#include <windows.h>
int main(int argc, char **argv)
{
    if (argc > 1 && std::string(argv[1]) == "--version")
        return std::puts("dummy") < 0;
    Sleep(INFINITE);
}
CPP
    x86_64-w64-mingw32-g++-posix -O1 -static "$source" -o "$stage/tane.exe"
    cp "$stage/tane.exe" "$stage/tane-cli.exe"
    local file
    for file in tane-draw.dll platforms/qwindows.dll sqldrivers/qsqlite.dll translations/qtbase_ja.qm \
        fonts/BIZUDPGothic-{Regular,Bold}.ttf licenses/Tane-GPL-3.0.txt; do
        say "dummy" >"$stage/$file"
    done
}

# pack VERSION STAGE OUT
pack() { cmake -DVERSION="$1" -DSTAGE="$2" -DOUT="$3" -P "$here/package.cmake" >"$work/pack.log" 2>&1 || { cat "$work/pack.log"; die "packing"; }; }

# The packages to be tried, and an older version made from them that had one file and one folder more.
prepare_packages() {
    packages=$1
    if [[ -z "$packages" ]]; then
        packages=$work/new
        make_dummies "$work/dummies"
        pack 9.9.9 "$work/dummies" "$packages"
    fi
    local setups=("$packages"/tane-*-setup.exe)
    [[ -e "${setups[0]}" ]] || die "no installer in $packages"
    setup=${setups[0]}
    version=$(basename "$setup" -setup.exe)
    version=${version#tane-}
    (cd "$packages" && sha256sum --check --quiet "tane-$version-sha256.txt") || die "the sums do not fit"
    unzip -q "$packages/tane-$version-portable.zip" -d "$work/zip"
    content=$work/zip/tane-$version-portable
    mv "$content/tane-portable.txt" "$work/" || die "the zip does not say that it is portable"
    cp -r "$content" "$work/older"
    mkdir "$work/older/legacy"
    say "old" >"$work/older/legacy/old.dll"
    printf '#!/bin/sh\necho "$*" >>"%s"\n' "$work/signed.txt" >"$work/sign.sh"
    chmod +x "$work/sign.sh"
    TANE_SIGN_COMMAND="$work/sign.sh --as Tane" pack 0.0.1 "$work/older" "$work/old"
    local name
    for name in tane.exe tane-cli.exe tane-draw.dll tane-0.0.1-setup.exe; do
        grep -q -- "^--as Tane .*/$name$" "$work/signed.txt" || die "not signed: $name"
    done
    (($(wc -l <"$work/signed.txt") == 5)) || die "the uninstaller is not signed: $(cat "$work/signed.txt")"
    say "signing: our programs, the uninstaller and the installer"
}

# --- A fresh Windows -----------------------------------------------------------------------------------------------------

make_windows() {
    local number
    exec 3< <(exec Xvfb -displayfd 1 -screen 0 1366x768x24 -nolisten tcp 2>/dev/null)
    started+=($!)
    read -r -t 20 number <&3 || die "Xvfb did not start"
    mkdir "$work/locale"
    localedef -i ja_JP -f UTF-8 "$work/locale/ja_JP.UTF-8"
    export DISPLAY=:$number WINEPREFIX=$work/wine WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml,winemenubuilder.exe='
    export LOCPATH=$work/locale
    wine wineboot --init >/dev/null 2>&1
    wine winecfg -v win10 >/dev/null 2>&1
    wineserver --wait
    user=$(echo "$WINEPREFIX"/drive_c/users/*/AppData | head -n 1)
    user=${user%/AppData}
    folder=$user/AppData/Local/Programs/Tane
    # Places of the system may be links to this computer's own: the trial stays inside.
    local place
    for place in Desktop Documents; do
        if [[ -L "$user/$place" ]]; then rm "$user/$place"; mkdir "$user/$place"; fi
    done
}

# The locale gives Wine the language and code page 932.
wine() { LC_ALL=ja_JP.UTF-8 command wine "$@"; }

# run PROGRAM [ARGUMENTS]: waits for it and what it started; its exit code comes back.
run() {
    local status=0
    wine "$@" >"$work/run.log" 2>&1 || status=$?
    timeout 60 wineserver --wait || die "still running: $*"
    return "$status"
}

# expect CODE PROGRAM [ARGUMENTS]
expect() {
    local wanted=$1 status=0
    shift
    run "$@" || status=$?
    ((status == wanted)) || die "exit code $status instead of $wanted: $*"
}

in_windows() { winepath -w "$1"; }

# The registry of the user as it is on disk.
key() { grep -aqF -- "[$1]" "$WINEPREFIX/user.reg"; }
value() { sed -n '/^\['"$1"'\]/,/^$/p' "$WINEPREFIX/user.reg" | grep -aF -- "$2" || true; }
uninstall_key='Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Tane'
uninstall_pattern='Software\\\\Microsoft\\\\Windows\\\\CurrentVersion\\\\Uninstall\\\\Tane'
installed_version() { value "$uninstall_pattern" '"DisplayVersion"' | cut -d'"' -f4; }

start_menu() { find "$user/AppData/Roaming/Microsoft/Windows/Start Menu" -name 'タネ.lnk'; }
desktop() { find "$user/Desktop" -name 'タネ.lnk'; }
everything() { (cd "$WINEPREFIX/drive_c" && find . -not -path './windows/*' -not -path '*/Temp/*' | sort); }

# --- What is tried -------------------------------------------------------------------------------------------------------

install_older() {
    everything >"$work/before.txt"
    expect 0 "$work/old/tane-0.0.1-setup.exe" /S /DESKTOP
    [[ "$(installed_version)" == 0.0.1 ]] || die "the version is not registered"
    [[ -n "$(start_menu)" && -n "$(desktop)" ]] || die "a shortcut is missing"
    key 'Software\\Classes\\Tane.File\\shell\\open\\command' || die ".tane is not registered"
    wine "$folder/tane-cli.exe" --version >/dev/null 2>&1 || die "the installed tane-cli does not run"
    wineserver --wait
    say "installed silently: program, start menu, desktop, .tane"
}

add_things_of_the_user() {
    say "記録" >"$folder/研修 𠮷.tane"
    expect 0 reg add 'HKCU\Software\tane\tane\view' /v theme /d dark /f
}

things_of_the_user_are_there() {
    [[ "$(cat "$folder/研修 𠮷.tane")" == 記録 ]] || die "the user's file is gone"
    [[ -n "$(value 'Software\\\\tane\\\\tane\\\\view' '"theme"="dark"')" ]] || die "the settings are gone"
}

refuse_while_running() {
    local status
    wine "$folder/tane.exe" >/dev/null 2>&1 &
    started+=($!)
    sleep 3
    for program in "$setup" "$folder/uninstall.exe"; do
        status=0
        wine "$program" /S "_?=$(in_windows "$folder")" >/dev/null 2>&1 || status=$?
        ((status == 3)) || die "exit code $status instead of 3 while Tane is running: $program"
    done
    wineserver --kill
    wait "${started[-1]}" 2>/dev/null || true
    unset 'started[-1]'
    [[ "$(installed_version)" == 0.0.1 && -e "$folder/legacy/old.dll" && -e "$folder/tane.exe" ]] ||
        die "something was changed while Tane was running"
    say "running: neither updated nor removed, exit code 3"
}

update() {
    expect 0 "$setup" /S
    [[ "$(installed_version)" == "$version" ]] || die "the new version is not registered"
    [[ ! -e "$folder/legacy" ]] || die "a file of the older version is left"
    [[ -n "$(desktop)" ]] || die "the desktop entry is gone"
    things_of_the_user_are_there
    local other
    other=$(diff --recursive --brief "$content" "$folder" | grep -vF -e ': uninstall.exe' -e '研修 𠮷.tane' || true)
    [[ -z "$other" ]] || die "not what was packed: $other"
    say "updated from 0.0.1 to $version: old files gone, the user's files, settings and desktop entry kept"
}

# Windows looks up file types in the user's classes first; Wine knows only those of the machine.
copy_classes() {
    local name
    for name in .tane Tane.File; do
        expect 0 reg copy "HKCU\\Software\\Classes\\$name" "HKLM\\Software\\Classes\\$name" /s /f
    done
}

open_by_double_click() {
    copy_classes
    wine start "$(in_windows "$folder/研修 𠮷.tane")" >/dev/null 2>&1 || die "the double click opens nothing"
    sleep 3
    pgrep --full 'tane\.exe.*研修 𠮷\.tane' >/dev/null || die "the double click does not open Tane"
    wineserver --kill
    say "double click: Tane opens the file"
}

uninstall() {
    expect 0 "$folder/uninstall.exe" /S
    things_of_the_user_are_there
    [[ "$(ls -A "$folder")" == "研修 𠮷.tane" ]] || die "left behind: $(ls -A "$folder")"
    local name
    for name in "$uninstall_key" 'Software\\Classes\\Tane.File' 'Software\\Classes\\.tane'; do
        ! key "$name" || die "left in the registry: $name"
    done
    rm -r "$folder"
    local left
    left=$(everything | comm -13 "$work/before.txt" - | grep -v '/AppData/Local/Programs$' || true)
    [[ -z "$left" ]] || die "left behind: $left"
    say "removed: everything installed is gone, the user's file and settings are there"
}

install_elsewhere() {
    local other=$WINEPREFIX/drive_c/'タネ 置き場'
    expect 0 "$setup" /S /NOASSOC '/D=C:\タネ' 置き場 # unquoted, as NSIS wants it
    [[ -e "$other/tane.exe" && -z "$(desktop)" ]] || die "not installed where it was asked for"
    ! key 'Software\\Classes\\.tane' || die ".tane is registered against the wish"
    expect 0 "$other/uninstall.exe" /S
    [[ ! -e "$other" ]] || die "left behind: $(ls -A "$other")"
    say "another folder, without .tane: installed and removed with the folder"
}

# The zip, on the sample, before anything was installed. Small programs in place of ours have no window.
try_portable() {
    local place=$WINEPREFIX/drive_c/'持ち運び 版' version_line
    cp -r "$content" "$place"
    cp "$work/tane-portable.txt" "$place"
    everything >"$work/before.txt"
    version_line=$(wine "$place/tane-cli.exe" --version 2>/dev/null) || die "tane-cli of the zip does not run"
    [[ "$version_line" != dummy* ]] || return 0
    [[ "$version_line" == "tane-cli $version"* ]] || die "tane-cli of the zip says: $version_line"
    wine "$place/tane.exe" --sample >"$work/window.log" 2>&1 &
    started+=($!)
    timeout 90 xdotool search --sync --onlyvisible --name 'タネの見本.*タネ' >/dev/null || die "no window with the sample"
    sleep 3 # until it is painted
    if [[ -n "$screenshot" ]]; then scrot --overwrite "$screenshot"; fi
    wine taskkill /im tane.exe >/dev/null 2>&1 # asks it to close, as the cross does
    timeout 60 wineserver --wait || die "the window does not close"
    [[ -s "$place/tane.ini" && -s "$place/タネの見本.tane" ]] || die "settings and sample are not in the zip's folder"
    ! key 'Software\\tane' || die "the portable program wrote to the registry"
    local left
    left=$(everything | comm -13 "$work/before.txt" - | grep -v '^./持ち運び 版/' || true)
    [[ -z "$left" ]] || die "the portable program wrote outside its folder: $left"
    say "portable: the sample opens, settings and sample stay in the folder"
}

prepare_packages "${1:-}"
screenshot=${2:+$(realpath -m -- "$2")}
make_windows
try_portable
install_older
add_things_of_the_user
refuse_while_running
update
open_by_double_click
uninstall
install_elsewhere
say "the installer of $version did all it should"
