#!/bin/sh
# Law, access and policies: every branch, of both databases together. Elsewhere coverage
# is a torch, not a target: `pytest --cov=waymark.ROOM` lights it.
set -eu
.venv/bin/coverage report --fail-under=100
