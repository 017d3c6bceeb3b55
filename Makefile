# Everything from a fresh clone with Python 3.11 and make: `make demo`, `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test programs lint fixtures pictures benchmark clean

demo: $(VENV)/.installed ## Lint a page of a made-up clinic and show what is found
	@$(BIN)/clinlint check fixtures/articles/varicose-veins.html --fail-on never

test: $(VENV)/.installed-dev programs ## Run all tests
	$(BIN)/pytest -n auto

programs: ## Install the browser and the office that tests drive (Debian, as root)
	@.ci/programs

lint: $(VENV)/.installed-dev ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fixtures: $(VENV)/.installed ## Build the fixture pages from their annotated masters
	$(BIN)/python fixtures/build.py

pictures: $(VENV)/.installed-dev programs ## Make the pictures of the documentation
	$(BIN)/python docs/pictures/make.py

benchmark: $(VENV)/.installed-dev ## Measure speed beside proselint
	$(PIP) install --quiet proselint
	$(BIN)/python benchmarks/speed.py

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "clinlint needs Python 3.11 or newer; none was found" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml
	$(PIP) install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed
