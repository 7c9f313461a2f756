# What a person types; each target says what it does in `make help`.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/run
DEV := .venv/dev

.PHONY: help build test soak check format lint types contracts lock samples handbook clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(RUN): pyproject.toml .ci/run.lock .ci/setup
	@PYTHON=$(PYTHON) sh .ci/setup run

$(DEV): pyproject.toml .ci/dev.lock .ci/setup $(RUN)
	@PYTHON=$(PYTHON) sh .ci/setup dev

build: $(RUN) ## set up, and build content/ into output/
	@$(BIN)/sitegen build

test: $(DEV) ## run all tests
	@$(BIN)/python -m pytest -n auto

soak: $(DEV) ## the laws of the build record on 10,000 edits (an hour of one core)
	@SITEGEN_LAW_EXAMPLES=560 SITEGEN_LAW_STEPS=25 $(BIN)/python -m pytest -x -s tests/contracts/test_build_laws.py

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
