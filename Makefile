# What a person types; each target says what it does in `make help`.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/run
DEV := .venv/dev

.PHONY: help build serve test soak check format lint types contracts lock samples handbook clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(RUN): pyproject.toml .ci/run.lock .ci/setup
	@PYTHON=$(PYTHON) sh .ci/setup run

$(DEV): pyproject.toml .ci/dev.lock .ci/setup $(RUN)
	@PYTHON=$(PYTHON) sh .ci/setup dev

build: $(RUN) ## set up, and build content/ into output/
	@$(BIN)/sitegen build

serve: $(RUN) ## show the site in the browser, every save at once
	@$(BIN)/sitegen serve

test: $(DEV) ## run all tests
	@$(BIN)/python -m pytest -n auto

soak: $(DEV) ## the laws of the build record on 10,000 edits, and the preview on 5,000 edits and 2,000 saves (some hours)
	@SITEGEN_LAW_EXAMPLES=560 SITEGEN_LAW_STEPS=25 $(BIN)/python -m pytest -x -s tests/contracts/test_build_laws.py
	@SITEGEN_PREVIEW_EDITS=5000 SITEGEN_PREVIEW_SAVES=2000 $(BIN)/python -m pytest -x tests/preview/test_never_stale.py tests/preview/test_tabs.py -k "Edits or no_save_is_lost"

check: format lint types contracts test ## all that must hold before a change is kept

format: $(DEV) ## see that the code is formatted
	@$(BIN)/ruff format --check sitegen tests

lint: $(DEV) ## look for mistakes in the code
	@$(BIN)/ruff check sitegen tests

types: $(DEV) ## check all types
	@$(BIN)/mypy

contracts: $(DEV) ## see that no room reaches up
	@$(BIN)/lint-imports

lock: ## write the lock files anew
	@sh .ci/lock

samples: $(DEV) ## write down the digests of the starter's texts
	@$(BIN)/python -m tests.starter.shipped

handbook: $(DEV) ## write the handbook's tables anew from the models
	@$(BIN)/python -m sitegen.cli.handbook_tables

clean: ## delete what can be made again
	rm -rf .venv .sitegen/cache build dist .mypy_cache .ruff_cache .pytest_cache
