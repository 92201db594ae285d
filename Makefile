# Two commands: `make handbook` builds the example company's handbook, `make test` runs every test.

VENV ?= .venv
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN = $(VENV)/bin

.PHONY: handbook test lint renew bench wheel clean

handbook: $(VENV)/.ready  ## the example company's handbook, and a summary of its scores
	@$(BIN)/policy-kit build

test: $(VENV)/.ready-dev  ## lint, types, and all tests; a browser is installed where that is allowed
	@$(BIN)/python .ci/browser.py
	@$(MAKE) --no-print-directory lint
	$(BIN)/pytest -n 2 --dist loadgroup

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

renew: $(VENV)/.ready-dev  ## write the snapshots of messages and pages anew; read the difference before you commit it
	$(BIN)/pytest --renew

bench: $(VENV)/.ready-dev  ## the benchmarks, each beside what it is compared with
	@for name in check_speed history_speed build_speed start_speed scorer_quality scorer_speed stream_speed preview_speed coach_speed build_growth i18n_speed; do \
		echo "== $$name"; $(BIN)/python -m tests.benchmarks.$$name; done

wheel: $(VENV)/.ready-dev
	$(BIN)/python -m build

clean:
	rm -rf $(VENV) site/public dist

$(VENV)/.ready: pyproject.toml .ci/prepare.py
	@test -n "$(PYTHON)" || { echo "policy-kit needs Python 3.11 or newer: apt-get install python3"; exit 1; }
	@$(PYTHON) .ci/prepare.py "$(VENV)" --editable .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml .ci/prepare.py
	@test -n "$(PYTHON)" || { echo "policy-kit needs Python 3.11 or newer: apt-get install python3"; exit 1; }
	@$(PYTHON) .ci/prepare.py "$(VENV)" --editable ".[dev]"
	@touch $@ $(VENV)/.ready
