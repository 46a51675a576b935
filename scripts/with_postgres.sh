#!/bin/sh
# Runs a command beside a real PostgreSQL that it starts for itself and stops after.
#
#   scripts/with_postgres.sh pytest ...
#
# PostgreSQL refuses to run as root, so root hands the cluster to the user `postgres`
# (or `nobody` where there is none).
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed: apt install postgresql" >&2; exit 1; }

home=$(mktemp -d /tmp/waymark-postgres-XXXXXX)
chmod 755 "$home"
as=""
if [ "$(id -u)" = 0 ]; then
    owner=postgres
    id "$owner" >/dev/null 2>&1 || owner=nobody
    chown "$owner" "$home"
    as="runuser -u $owner --"
fi
cd "$home"
stop() { $as "$bin/pg_ctl" -D "$home/cluster" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$home"; }
trap stop EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

$as "$bin/initdb" -D "$home/cluster" -U waymark -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
# No address is listened on: the socket in this folder is the only way in.
$as "$bin/pg_ctl" -D "$home/cluster" -w -l "$home/log" \
    -o "-c listen_addresses='' -k $home -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60" \
    start >/dev/null
cd "$OLDPWD"
export WAYMARK_DATABASE=postgresql PGHOST="$home" PGUSER=waymark PGDATABASE=postgres PGPASSWORD=
"$@"
