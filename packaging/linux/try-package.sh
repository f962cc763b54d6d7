#!/usr/bin/env bash
# Installs a .deb of Tane into a clean Debian 12, works with it there as an officer would, and removes it again.
# usage: try-package.sh PACKAGE.deb SCREENSHOT.png     as root; the screenshot shows the window on the sample
# Needs debootstrap, xvfb, xdotool, scrot and poppler-utils here; in the clean system is only what the package asks for.
set -euo pipefail

say() { printf '%s\n' "$*"; }
die() { say "$*" >&2; exit 1; }

(($# == 2)) || die "usage: $0 PACKAGE.deb SCREENSHOT.png"
package=$(realpath -- "$1")
screenshot=$(realpath -m -- "$2")
((EUID == 0)) || die "try-package.sh has to be run as root / 管理者として実行してください"

# In a mount namespace of its own, so that the mounts below end with it, whatever happens.
if [[ "${TANE_IN_NAMESPACE:-}" != yes ]]; then
    TANE_IN_NAMESPACE=yes exec unshare --mount -- "$0" "$package" "$screenshot"
fi

work=$(dirname "$screenshot")
base=$work/debian-12.tar
mkdir -p "$work"
root=$(mktemp -d "$work/root.XXXXXX")
chmod 755 "$root"
home=/home/officer
display=
started=()

clean_up() {
    local status=$? pid
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    ((${#started[@]} == 0)) || wait "${started[@]}" 2>/dev/null || true
    umount "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root"
    return "$status"
}
trap clean_up EXIT

# The mirror this computer installs from.
mirror() {
    # shellcheck disable=SC2016 # the fields are apt's
    apt-get indextargets --format '$(SITE) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
        awk '$2 == "bookworm" && $3 == "main" { print $1; exit }'
}

make_base() {
    [[ -s "$base" ]] && return
    say "Making a clean Debian 12 …"
    debootstrap --variant=minbase --make-tarball="$base.part" bookworm "$work/bootstrap" "$(mirror)" >"$work/debootstrap.log" 2>&1 ||
        die "debootstrap failed, see $work/debootstrap.log"
    rm -rf "$work/bootstrap"
    mv "$base.part" "$base"
}

unpack_base() {
    debootstrap --variant=minbase --unpack-tarball="$base" bookworm "$root" "$(mirror)" >"$work/debootstrap.log" 2>&1 ||
        die "debootstrap failed, see $work/debootstrap.log"
    mount -t proc proc "$root/proc"
    chroot "$root" useradd --create-home officer
}

as_root() { chroot "$root" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
as_officer() {
    chroot --userspec=officer:officer "$root" \
        env -i PATH=/usr/bin:/bin HOME="$home" LC_ALL=C.UTF-8 XDG_RUNTIME_DIR="$home/run" ${display:+DISPLAY="$display"} "$@"
}

install_package() {
    say "Installing $(basename "$package") …"
    cp "$package" "$root/tmp/tane.deb"
    as_root apt-get install -q -y --no-install-recommends /tmp/tane.deb >"$work/install.log" 2>&1 ||
        die "apt could not install it, see $work/install.log"
}

try_console() {
    as_officer tane-cli --version
    as_officer mkdir -m 700 "$home/run"
    as_officer tane-cli sample --out "$home/sample" >/dev/null
    as_officer tane-cli analyze --before "$home/sample/before.xlsx" --after "$home/sample/after.xlsx" --out "$home/result" >"$work/console.log" 2>&1
    pdffonts "$root$home/result/report.pdf" | grep -q BIZUDPGothic || die "the report is not set in BIZ UDPGothic"
    say "tane-cli: sample analysed, the report's face is BIZ UDPGothic"
}

# A display of this computer's; the clean system reaches it through its abstract socket.
start_display() {
    local number
    exec 3< <(exec Xvfb -displayfd 1 -screen 0 1366x768x24 -nolisten tcp 2>/dev/null)
    started+=($!)
    read -r -t 20 number <&3 || die "Xvfb did not start"
    display=:$number
}

# maps PID NAME: the program has a file of that name in its memory.
maps() { grep -q -- "$2" "/proc/$1/maps"; }

try_window() {
    local window pid
    start_display
    as_officer tane --sample >"$work/window.log" 2>&1 &
    started+=($!)
    window=$(DISPLAY=$display timeout 60 xdotool search --sync --onlyvisible --name 'タネの見本.*タネ' | tail -n 1) ||
        die "no window with the sample, see $work/window.log"
    sleep 2  # until it is painted
    DISPLAY=$display scrot --overwrite "$screenshot"
    pid=$(pgrep --full --newest '^tane --sample')
    maps "$pid" qtbase_ja.qm || die "Qt's Japanese texts are not loaded"
    maps "$pid" libqsqlite || die "the driver of the .tane file is not loaded"
    say "window: $(DISPLAY=$display xdotool getwindowname "$window")"
    kill "$pid"
    wait "${started[-1]}" 2>/dev/null || true
    unset 'started[-1]'
    # shellcheck disable=SC2016 # expanded in the clean system
    as_officer sh -c 'tane-cli check "$(find "$HOME" -name "*.tane")"' >/dev/null
    say "window: the sample's file is whole"
}

remove_package() {
    as_root apt-get purge -q -y tane >"$work/remove.log" 2>&1 || die "apt could not remove it, see $work/remove.log"
    local left
    left=$(find "$root/usr" "$root/etc" "$root/var/lib" -ipath '*tane*' -not -path "$root/var/lib/dpkg/*")
    [[ -z "$left" ]] || die "left behind after removal: $left"
    say "removed: nothing is left"
}

make_base
unpack_base
install_package
try_console
try_window
remove_package
say "screenshot: $screenshot"
