# `make demo` cleans both seeds on screen; `make test` passes lint, types and tests. Both make .venv first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types check snapshots clean

.venv/made: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,all]'
	touch $@

demo: .venv/made
	@$(BIN)/cleaner clean seeds/002_0a6fc15f135fc704.txt seeds/000_082589255b34b09b.txt --to md

test: lint types .venv/made
	$(BIN)/python -m pytest -n auto

lint: .venv/made
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/made
	$(BIN)/mypy

# Rewrites fixtures/pages/*/expected.json and explain.txt from what the toolkit does now: read the diff.
snapshots: .venv/made
	$(BIN)/python -m pytest tests/test_pages.py --rewrite-snapshots -p no:randomly

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
