#!/usr/bin/env bash
# Makes hicolor/ (Linux) and *.ico (Windows) from tane.svg and tane-document.svg, and the picture of the installer.
# Debian: librsvg2-bin, icoutils, imagemagick.
# What it writes is checked in, so that a build on any system needs neither.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"

sizes=(16 20 24 32 40 48 64 128 256)  # 20 and 40: Windows at 125 %
hicolor=(16 24 32 48 64 128 256)

render() { rsvg-convert --width "$2" --height "$2" "$1.svg" --output "$3"; }

# icon NAME HICOLOR_NAME
icon() {
    local name=$1 themed=$2 size folder pngs=()
    folder=$(mktemp -d)
    for size in "${sizes[@]}"; do
        render "$name" "$size" "$folder/$size.png"
        if ((size < 256)); then pngs+=("$folder/$size.png"); else pngs+=("--raw=$folder/$size.png"); fi
    done
    icotool --create --output "$name.ico" "${pngs[@]}"
    for size in "${hicolor[@]}"; do
        mkdir -p "hicolor/${size}x$size/${themed%/*}"
        cp "$folder/$size.png" "hicolor/${size}x$size/$themed.png"
    done
    rm -r "$folder"
}

icon tane apps/tane
icon tane-document mimetypes/application-x-tane

wizard=../../packaging/windows/wizard
rsvg-convert "$wizard.svg" | convert png:- -colors 256 -type palette -compress none "BMP3:$wizard.bmp"
