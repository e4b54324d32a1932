# What can be done from a fresh clone: `make` alone lists it. Needs make, Python 3.11 or newer and a package index.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

# The newest Python last: 3.11 is what we test with. `make setup PYTHON=/path/to/python` names another.
PYTHONS := python3.11 python3.12 python3.13 python3

export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The front end of `rashomon serve`; made again when one of its sources is newer.
DESK := src/rashomon/desk/static/index.html
DESK_SOURCES := $(shell find desk -path desk/node_modules -prune -o -type f -print)

.PHONY: help setup demo test test-desk test-rest formats pages site dist try lock desk
.DEFAULT_GOAL := help

help:
	@echo "make setup   put Rashomon and its tools into $(VENV)"
	@echo "make demo    build a record from the example pages and show it"
	@echo "make desk    build the pages of rashomon serve; needs Node 20.19 or newer"
	@echo "make test    style, types and tests; the import rules are among the tests"
	@echo "make formats add the programs that exports are read back with in tests (polars, geopandas, followthemoney)"
	@echo "make pages   write the pages of docs/ that are made from the package itself"
	@echo "make site    build the docs as a site into build/site; open its index.html"
	@echo "make dist    build wheel and sdist into dist/"
	@echo "make try     install the wheel into an empty environment, and run the demo and an export from there"
	@echo "make lock    write requirements*.txt anew from pyproject.toml"

setup: $(READY) desk

demo: $(READY)
	@$(BIN)/rashomon demo

test: $(READY) desk
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if [ -f $(DESK) ] && command -v npm >/dev/null; then npm run --prefix desk --silent check; fi
	$(BIN)/mypy examples docs/generate.py
	@$(MAKE) --no-print-directory --jobs=2 test-desk test-rest

# Two halves of one length, side by side.
test-desk:
	$(BIN)/pytest tests/desk

test-rest:
	$(BIN)/pytest --ignore=tests/desk

formats: $(READY)
	$(BIN)/python -m pip install --quiet --quiet --require-hashes --requirement requirements-formats.txt

# Everything but the desk's pages works without Node, so a missing one is told and stops nothing.
desk:
	@if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
	    2>/dev/null || ! command -v npm >/dev/null; then \
	    if [ ! -f $(DESK) ]; then \
	        echo "The pages of rashomon serve were not built: that needs Node 20.19 or newer, with npm. All else works." >&2; \
	    fi; \
	else $(MAKE) --no-print-directory --silent $(DESK); fi

$(DESK): $(DESK_SOURCES)
	@echo "Building the pages of rashomon serve: some seconds the first time."
	@if npm ci --prefix desk --silent --no-fund --no-audit; then \
	    npm run --prefix desk --silent build -- --logLevel error; \
	else \
	    echo "The pages of rashomon serve were not built: their packages could not be installed. All else works; when the" >&2; \
	    echo "registry of npm can be reached, run make desk." >&2; \
	fi

pages: $(READY)
	$(BIN)/python docs/generate.py

site: $(READY)
	$(BIN)/python -m pip install --quiet --quiet --require-hashes --requirement requirements-docs.txt
	NO_COLOR=1 $(BIN)/zensical build --clean --strict

dist: $(READY) desk
	rm -rf dist
	$(BIN)/uv build --quiet --no-build-isolation --python $(BIN)/python --out-dir dist

# What a user has who has nothing but the wheel: the pip that comes with Python, what the wheel itself says that it needs (in
# the versions of requirements.txt), and a folder of its own, so that nothing of this checkout is in reach.
try: dist
	@wheel=$$(echo "$$PWD"/dist/*.whl); locked=$$PWD/requirements.txt; python=$$PWD/$(BIN)/python; \
	folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && cd "$$folder" && \
	sed -e '/--hash/d' -e 's/ *\\$$//' "$$locked" > versions.txt && \
	"$$python" -m venv empty && empty/bin/pip install --quiet --quiet --constraint versions.txt "$$wheel" && \
	empty/bin/rashomon demo --into demo.record && \
	for format in ucdp acled; do empty/bin/rashomon export demo.record --format $$format --out $$format.csv; done && \
	test "$$(head -n 1 ucdp.csv | tr ',' '\n' | wc -l)" -eq 49 && test "$$(wc -l < acled.csv)" -gt 1 && \
	echo "The wheel works in an empty environment."

# Raises nothing that still fits: `make lock UPGRADE=--upgrade` takes the newest of everything.
lock: $(READY)
	$(LOCK) $(UPGRADE) --output-file requirements.txt pyproject.toml
	$(LOCK) $(UPGRADE) --output-file requirements-dev.txt --constraints requirements.txt --group dev pyproject.toml
	$(LOCK) $(UPGRADE) --output-file requirements-formats.txt --constraints requirements-dev.txt --group formats
	$(LOCK) $(UPGRADE) --output-file requirements-docs.txt --constraints requirements-dev.txt --group docs

$(READY): requirements-dev.txt pyproject.toml
	@python="$(PYTHON)"; \
	if [ -z "$$python" ]; then \
	    for name in $(PYTHONS); do \
	        if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; \
	    done; \
	fi; \
	if [ -z "$$python" ]; then \
	    echo "No Python of at least 3.11 found (tried: $(PYTHONS))." >&2; \
	    echo "Debian, Ubuntu: apt-get install python3 python3-venv. Elsewhere: make setup PYTHON=/path/to/python" >&2; \
	    exit 1; \
	fi; \
	if ! $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    echo "$$python can not make an environment: it is older than 3.11, or its venv module is missing." >&2; \
	    echo "Debian, Ubuntu: apt-get install python3-venv. Elsewhere: make setup PYTHON=/path/to/python" >&2; \
	    exit 1; \
	fi; \
	if ! $(BIN)/python -m pip --version >/dev/null 2>&1; then $$python -m venv --clear $(VENV); fi
	@echo "Installing into $(VENV): about a minute the first time."
	@$(BIN)/python -m pip install --quiet --quiet --require-hashes --requirement requirements-dev.txt || \
	    { echo "The packages could not be installed. If the index was out of reach, run make setup again." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
