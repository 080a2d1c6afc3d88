# What people and CI run. Two commands do all the set-up: `make run` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STORE ?= store
HOST ?= 127.0.0.1
PORT ?= 8000

.PHONY: help run build test check evaluate bench clean

help:  ## Show what can be made
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

run: build  ## Build the graph from data/ and serve API and pages on http://127.0.0.1:8000
	$(BIN)/itugraph serve --store $(STORE) --host $(HOST) --port $(PORT)

build: $(VENV)/installed  ## Build the graph from data/ into the folder store/
	$(BIN)/itugraph build --store $(STORE)

test: $(VENV)/tools  ## Install what the tests need, browser and SPARQL servers included, and run them
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder --ignore tests/evaluate

check: $(VENV)/tools  ## Formatting, style, types and the layers of the house
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(VENV)/tools  ## Score the reader on real texts beside the checkout (ITUGRAPH_SHARED, default ../shared)
	$(BIN)/python -m tests.evaluate
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile tests/evaluate

bench: $(VENV)/bench  ## Measure speed and memory, as ratios in one run
	$(BIN)/python -m tests.bench

clean:  ## Remove what was built and installed
	rm -rf $(VENV) $(STORE) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

$(VENV)/installed: pyproject.toml constraints.txt graph_service/web/package.json
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	sh graph_service/web/fetch_editor.sh
	touch $@

$(VENV)/tools: $(VENV)/installed tests/programs.sh
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group test
	sh tests/programs.sh $(VENV)
	touch $@

$(VENV)/bench: $(VENV)/tools
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group bench
	touch $@
