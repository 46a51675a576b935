# Waymark. `make` alone lists what can be done.
PORT ?= 8000
DATA ?= ./data
TODAY ?=
PY := .venv/bin/python
export UV_PYTHON_DOWNLOADS = never
# Kept, whatever the machine says: each of the programs that the tests start, and each
# second run, would compile a thousand modules again.
export PYTHONDONTWRITEBYTECODE =

.PHONY: help
help: ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# ---- setting up ------------------------------------------------------------------

.PHONY: setup
setup: build/setup ## install everything into .venv

.venv/bin/uv: requirements/uv.txt
	@scripts/system.sh run
	@test -x $(PY) || python3 -m venv .venv
	@.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

build/setup: .venv/bin/uv requirements/base.txt requirements/columns.txt scripts/install_command.py
	@mkdir -p build
	@.venv/bin/uv pip install --quiet --compile-bytecode --python $(PY) --require-hashes -r requirements/base.txt -r requirements/columns.txt
	@$(PY) scripts/install_command.py
	@$(MAKE) --no-print-directory build/static
	@touch $@

STATIC := $(shell find waymark -path '*/static/*' -type f 2>/dev/null)
build/static: $(STATIC) requirements/base.txt
	@rm -rf build/static build/static-making
	@DATA=$$(mktemp -d) $(PY) -m waymark.config.static build/static-making
	@mv build/static-making build/static && touch build/static

build/dev: build/setup requirements/dev.txt package-lock.json
	@scripts/system.sh test
	@.venv/bin/uv pip install --quiet --compile-bytecode --python $(PY) --require-hashes -r requirements/dev.txt
	@npm ci --silent --no-audit --no-fund
	@touch $@

build/bench: .venv/bin/uv requirements/bench.txt
	@mkdir -p build
	@test -x .venv-bench/bin/python || .venv/bin/uv venv --quiet --python python3 .venv-bench
	@.venv/bin/uv pip install --quiet --python .venv-bench/bin/python --require-hashes -r requirements/base.txt -r requirements/bench.txt
	@touch $@

.PHONY: lock
lock: .venv/bin/uv ## compile requirements/*.in to hashed requirements/*.txt
	@for name in uv base columns dev bench; do \
	  .venv/bin/uv pip compile --quiet requirements/$$name.in --universal --python-version 3.11 \
	    --generate-hashes --no-emit-index-url --no-emit-find-links \
	    --custom-compile-command "make lock" -o requirements/$$name.txt || exit 1; \
	done

# ---- running ---------------------------------------------------------------------

.PHONY: run
run: build/setup build/static ## run the demonstration: PORT=8000 DATA=./data TODAY=YYYY-MM-DD
	@DATA="$(DATA)" exec $(PY) -m waymark.config.demonstrate --port "$(PORT)" --today "$(TODAY)"

# ---- checking --------------------------------------------------------------------

.PHONY: check
check: build/dev ## fast checks, no browser: format, lint, types, contracts, tests
	@scripts/checks.sh
	@$(PY) -m pytest -q -n 2 -m "not journey and not slow" tests

.PHONY: test
test: build/dev build/static ## everything that .ci/run runs
	@scripts/checks.sh
	@echo "== the suite on SQLite"
	@$(PY) -m pytest -q -n 2 -m "not journey" tests --cov --cov-report=
	@echo "== again on PostgreSQL, whatever reaches a database"
	@scripts/with_postgres.sh $(PY) -m pytest -q -n 2 -m "not journey" tests --cov --cov-append --cov-report=
	@scripts/coverage.sh
	@$(MAKE) --no-print-directory journeys

.PHONY: journeys
journeys: build/dev build/static ## browser journeys alone
	@echo "== journeys in a browser"
	@rm -rf build/pages-reached
	@$(PY) -m pytest -q -n 2 -m journey tests
	@echo "== the HTML of every page reached"
	@scripts/validate.sh

.PHONY: golden
golden: build/dev ## write the golden files anew, for review
	@WAYMARK_GOLDEN=write $(PY) -m pytest -q -m "not journey" tests

.PHONY: bench
bench: build/setup build/static build/bench ## medians, ratios and growth, as a table
	@.venv-bench/bin/python -m bench

.PHONY: kill-rounds
kill-rounds: build/dev build/static ## 200 rounds of kill -9 while people save, upload and import
	@WAYMARK_KILL_ROUNDS=200 $(PY) -m pytest -q -k kill_rounds tests

.PHONY: css
css: build/dev ## compile the style sheet from its sources
	@scripts/build_css.sh
