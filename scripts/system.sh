#!/bin/sh
# Installs what Waymark needs from the system, where it can; otherwise names it.
#
#   scripts/system.sh run    what `make run` needs
#   scripts/system.sh test   what `make test` needs as well
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
fi
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing from the system's packages:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi
echo "Waymark needs these packages, which are not installed:$missing" >&2
echo "Install them with: sudo apt install$missing" >&2
exit 1
