#!/bin/sh
# Law, access and policies: every branch. Elsewhere coverage is a torch, not a target.
set -eu
.venv/bin/coverage report --include='waymark/law/*,waymark/access/*,waymark/**/policies.py' --fail-under=100
