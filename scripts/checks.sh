#!/bin/sh
# Everything that reads the code without running it. No check changes a file.
set -eu
python=.venv/bin/python
step() { echo "== $1"; }

step "formatting"
.venv/bin/ruff format --quiet --check .
git ls-files '*.html' | grep templates/ | xargs -r .venv/bin/djade --check --target-version 5.2
step "lint"
.venv/bin/ruff check --quiet .
.venv/bin/bandit --quiet --configfile pyproject.toml --recursive waymark --severity-level medium
step "contracts"
.venv/bin/lint-imports --no-cache >/tmp/waymark-contracts.$$ || { cat /tmp/waymark-contracts.$$; exit 1; }
rm -f /tmp/waymark-contracts.$$
step "types"
DATA=$(mktemp -d) .venv/bin/mypy waymark
step "migrations"
DATA=$(mktemp -d) DJANGO_SETTINGS_MODULE=waymark.config.settings \
    $python -W error::UserWarning -m django makemigrations --check --dry-run
