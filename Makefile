# Needs Python 3.11 or newer, git and make; sets everything else up in .venv.
PYTHON ?= python3
PY := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)/python

.PHONY: reflect resume demo demo-teams check test lint bench bench-site dist program clean

reflect: .venv/circle-ready
	@if [ -t 0 ] && [ -t 1 ]; then $(PY) examples/at_terminal.py reflect; else $(PY) examples/try_out.py; fi

resume: .venv/circle-ready
	@$(PY) examples/at_terminal.py resume

demo: .venv/circle-ready
	@$(PY) examples/demo.py

demo-teams: .venv/circle-ready
	@$(PY) examples/demo_teams.py

# Else each of the many processes that tests start would compile what it loads anew.
test check: export PYTHONDONTWRITEBYTECODE :=

test: .venv/test-ready
	@sh tests/browser.sh
	$(PY) -m pytest -n auto --dist worksteal

check: .venv/test-ready
	$(PY) -m ruff check .
	$(PY) -m pytest -n auto -m "not slow" --hypothesis-profile=quick

lint: .venv/test-ready
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy

bench: .venv/test-ready
	@$(MAKE) --silent .venv/beside-ready || echo "jrnl could not be installed: all else is measured without it."
	$(PY) bench/run.py
	$(PY) bench/index/large.py

bench-site: .venv/test-ready
	$(PY) bench/site.py

dist: .venv/test-ready
	$(PY) -m build --no-isolation --outdir dist

program: .venv/program-ready
	$(PY) -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/program program/circle.spec
	$(PY) program/tried.py dist/circle
	$(PY) bench/program/starting.py dist/circle

.venv/pip-ready:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv (once; a minute or so) ..."
	@$(PYTHON) -m venv --upgrade-deps .venv >/dev/null
	@touch $@

.venv/circle-ready: .venv/pip-ready pyproject.toml constraints.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/test-ready: .venv/pip-ready pyproject.toml constraints.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[test]'
	@touch $@ .venv/circle-ready

# jrnl has a place of its own: what it needs would stand in the way of what we need.
.venv/beside-ready: .venv/pip-ready
	@$(PYTHON) -m venv .venv/beside
	@$(subst .venv,.venv/beside,$(PY)) -m pip install --quiet --disable-pip-version-check jrnl
	@touch $@

.venv/program-ready: .venv/pip-ready pyproject.toml constraints.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[program]'
	@touch $@

clean:
	rm -rf .venv try-out dist build
