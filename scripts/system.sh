#!/bin/sh
# Installs what Waymark needs from the system, where it can; otherwise names it.
#
#   scripts/system.sh run    what `make run` needs
#   scripts/system.sh test   what `make test` needs as well
#
# Braille, audio, the letters of other scripts in PDF and the closed room that converters
# work in come from the system too.
# Without them the site runs, and each of those formats says which package it misses.
set -eu

missing=""
need() { # need PACKAGE COMMAND-OR-PATTERN
    if ! command -v "$2" >/dev/null 2>&1 && ! ls $2 >/dev/null 2>&1; then
        missing="$missing $1"
    fi
}

python3 -c 'import venv, ensurepip' 2>/dev/null || missing="$missing python3-venv"
if [ "${1:-run}" = test ]; then
    need postgresql "/usr/lib/postgresql/*/bin/initdb"
    need chromium chromium
    # By its place, because /usr/sbin is not in everybody's PATH.
    need nginx-light "/usr/sbin/nginx"
    need default-jre-headless java
    need npm npm
    need libreoffice-writer-nogui soffice
    need poppler-utils pdftotext
    need clamav-daemon "/usr/sbin/clamd"
fi
required="$missing"
need liblouis-bin lou_translate
need espeak-ng espeak-ng
need ffmpeg ffmpeg
need bubblewrap bwrap
need fonts-noto-core "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf"
[ "${1:-run}" = test ] && required="$missing"
[ -z "$missing" ] && exit 0

install() {
    echo "Installing from the system's packages:$missing"
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    apt-get update -qq &&
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    install && exit 0
fi
if [ -z "$required" ]; then
    echo "Some formats need these packages, which are not installed:$missing"
    echo "Waymark runs without them. To have every format: sudo apt install$missing"
    exit 0
fi
echo "Waymark needs these packages, which are not installed:$required" >&2
echo "Install them with: sudo apt install$missing" >&2
exit 1
