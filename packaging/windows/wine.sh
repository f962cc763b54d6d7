#!/usr/bin/env bash
# wine.sh DLL_FOLDER PROGRAM [ARGUMENTS]: runs a Windows program as on a Japanese Windows 10, without a display. It has its own
# Wine folder in the cache, made at the first use, and its own Japanese locale, from which Wine takes language and code page 932.
set -euo pipefail

cache=${XDG_CACHE_HOME:-$HOME/.cache}/tane
export WINEPREFIX=$cache/wine WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES='mscoree,mshtml='
export LOCPATH=$cache/locale
unset DISPLAY WAYLAND_DISPLAY

# A new Wine folder says that it is Windows 7, on which Qt 6 does not run.
make_wine_folder() {
    mkdir -p "$LOCPATH"
    localedef -i ja_JP -f UTF-8 "$LOCPATH/ja_JP.UTF-8"
    env LC_ALL=ja_JP.UTF-8 wineboot --init
    env LC_ALL=ja_JP.UTF-8 winecfg -v win10
    touch "$WINEPREFIX/complete"
}

if [[ ! -e $WINEPREFIX/complete ]]; then
    mkdir -p "$WINEPREFIX"
    (
        flock 9
        [[ -e $WINEPREFIX/complete ]] || make_wine_folder >&2
    ) 9>"$cache/wine.lock"
fi

WINEPATH=$1
export WINEPATH
shift

# Into files: Wine's own services outlive the first program and keep what it had open, and who reads a pipe would wait for them.
output=$(mktemp -d)
trap 'rm -rf "$output"' EXIT
status=0
env LC_ALL=ja_JP.UTF-8 wine "$@" </dev/null >"$output/out" 2>"$output/err" || status=$?
cat "$output/out"
cat "$output/err" >&2
exit "$status"
