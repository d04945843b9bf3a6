# Everything a person does with this checkout. `make` alone lists it.
#
#   make demo PYTHON=/path/to/python3.12    with a Python of your choice
#   make test ARGS="-k audience"            with arguments for pytest

PYTHON ?=
ARGS ?=
export PYTHON

ENVIRONMENT = sh .ci/environment
PY = .venv/bin/python
SITE = examples/meridian/site
LOCK = $(PY) -m uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help demo test check lint docs evidence rates bench lock clean

help: ## list what there is
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 10

demo: ## build the example's guide site
	@$(ENVIRONMENT) run
	@$(PY) -m enablekit build -C examples/meridian --now 2026-11-01
	@echo "The site is in $(CURDIR)/$(SITE): open its index.html in a browser."

test: ## run the tests
	@$(ENVIRONMENT) dev
	@$(ENVIRONMENT) browser
	@$(ENVIRONMENT) office
	@sh .ci/test-data
	@$(PY) -m pytest --numprocesses auto --dist loadscope -m "not alone" $(ARGS)
	@$(PY) -m pytest -m alone $(ARGS) || test $$? = 5 # none of them is among those asked for

check: lint test ## do what the gate does: lint, types, layers, documentation, tests

lint: ## look at the code without running it
	@$(ENVIRONMENT) dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()'
	$(PY) docs/generate.py --check

docs: ## write the reference pages and type the transcripts anew
	@$(ENVIRONMENT) dev
	@$(PY) docs/generate.py
	@$(PY) docs/transcripts.py

evidence: ## measure how well evidence is drawn; needs the corpora beside the checkout
	@$(ENVIRONMENT) dev
	@$(PY) tests/evidence/measure.py $(ARGS)

rates: ## measure how often rules fire; needs the corpora beside the checkout
	@$(ENVIRONMENT) dev
	@$(PY) docs/measure_rules.py

bench: ## measure how fast it is
	@$(ENVIRONMENT) dev
	@$(PY) -m pip install --quiet --require-hashes -r bench/requirements.lock
	@$(PY) bench/run.py $(ARGS)
	@$(PY) bench/checking.py
	@$(PY) bench/weight.py
	@$(PY) bench/files.py

lock: ## pin the newest releases; needs the network
	@$(ENVIRONMENT) dev
	@$(PY) -m pip install --quiet uv
	@$(LOCK) --upgrade --all-extras --group test --group check --output-file requirements-dev.lock
	@$(LOCK) --upgrade --group build --constraints requirements-dev.lock --output-file requirements.lock
	@$(subst pyproject.toml,bench/requirements.in,$(LOCK)) --upgrade --output-file bench/requirements.lock
	@echo "Pinned. Now: make check"

clean: ## remove what the other targets made
	rm -rf .venv $(SITE) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
