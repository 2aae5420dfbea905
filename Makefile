# make demo: the seed article all the way. make test: all checks of ours. Both need only python3 and make.
# make conformance: the checks of others. CI runs that and make test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WHEEL_BIN := .venv-wheel/bin
PIP_FLAGS := --quiet --disable-pip-version-check
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help demo test lint types floors unit wheel suite golden bench bench-check bench-parser bench-splitting bench-peers bench-reanchoring bench-exports bench-tei oracles conformance screenshots ablation model scores worthiness references fuzz audit constraints clean

help: ## Show what there is to make.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## Split, review, check and export the seed article in a scratch workspace.
	@BIN=$(BIN) sh docs/demo.sh

test: lint types floors unit wheel ## Lint, types, import floors, tests with coverage, the tests again on the built wheel.

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev
	$(BIN)/mypy

floors: $(VENV)/.dev
	$(BIN)/lint-imports

EDITOR := tests/editor/node_modules/.package-lock.json

$(EDITOR): tests/editor/package-lock.json # tools of others for tests; without npm those tests are skipped and say so
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --prefix tests/editor || echo "Tests that need npm are skipped"

# What runs for long, in processes of its own or counting steps, is not measured as well: it runs on the wheel.
LONG := tests/test_crashes.py tests/test_gates.py tests/test_mutations.py tests/test_patterns.py tests/splitting/test_bounds.py \
	tests/cli/test_hazards.py tests/cli/test_surroundings.py

unit: $(VENV)/.dev $(EDITOR) suite
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term $(addprefix --ignore=,$(LONG))

wheel: $(VENV)/.dev suite
	rm -rf dist .venv-wheel
	$(BIN)/python -m build --wheel --no-isolation >/dev/null
	$(BIN)/check-wheel-contents dist
	$(PYTHON) -m venv .venv-wheel
	$(WHEEL_BIN)/python -m pip install $(PIP_FLAGS) --upgrade pip
	$(WHEEL_BIN)/python -m pip install $(PIP_FLAGS) -c constraints.txt dist/*.whl --group test
	CLAIMKIT_FROM_WHEEL=1 $(WHEEL_BIN)/python -m pytest -n auto --dist worksteal

ORACLES := build/.oracles

oracles: $(ORACLES) ## Install the validators of others that are no Python: npm packages below build/; as root, Debian's packages.

conformance: $(VENV)/.dev $(ORACLES) ## Have validators that others wrote check all that we export, and refuse what is broken.
	PYTHONPATH=tests $(BIN)/python -m conformance

$(ORACLES): tests/oracles/package-lock.json tests/oracles/install.sh
	sh tests/oracles/install.sh build

SUITE := build/json-schema-test-suite

suite: $(SUITE)/.fetched ## Fetch the official JSON Schema Test Suite, which jsonschema's source distribution on PyPI has in it.

$(SUITE)/.fetched: $(VENV)/.dev constraints.txt
	rm -rf $(SUITE) && mkdir -p $(SUITE)/sdist
	$(BIN)/python -m pip download $(PIP_FLAGS) -c constraints.txt --no-deps --no-binary jsonschema --dest $(SUITE)/sdist jsonschema \
	&& tar -xzf $(SUITE)/sdist/jsonschema-*.tar.gz -C $(SUITE) --strip-components=1 && touch $@ \
	|| echo "the JSON Schema Test Suite cannot be fetched; its tests will be skipped"

golden: $(VENV)/.dev ## Write the golden files anew; look at the difference before you commit it.
	$(BIN)/python -m pytest --regen-all -q || true
	$(BIN)/python -m pytest -q

screenshots: $(VENV)/.dev ## Take pictures of the pages in Chromium, in light, dark, narrow and on paper: build/screenshots/
	$(BIN)/python tests/screenshots.py

bench: $(VENV)/.dev ## Run the benchmarks: start-up, and the size of an installation.
	$(BIN)/python benchmarks/start_up.py
	$(BIN)/python benchmarks/install_size.py

bench-parser: $(VENV)/.dev ## Time the parser against the CNN before it.
	$(BIN)/python benchmarks/parser.py

bench-splitting: $(VENV)/.dev ## Time the splitter's own code against the parser, and measure its memory.
	$(BIN)/python -m benchmarks.splitting

bench-check: $(VENV)/.dev ## Check 10,000 files beside check-jsonschema, and 100,000 with the cache; a quarter of an hour.
	$(BIN)/python -m benchmarks.checking

bench-exports: $(VENV)/.dev ## Render 10,000 claims to each format against bare serialisation, and measure memory.
	$(BIN)/python -m benchmarks.exports

PEERS := .venv-peers

bench-peers: $(PEERS)/.installed ## Score textacy beside claimkit, on the same parser.
	$(PEERS)/bin/python -m benchmarks.peers

bench-reanchoring: $(PEERS)/.installed ## Find anchors again in revised articles, beside Hypothesis' method.
	$(PEERS)/bin/python -m benchmarks.reanchoring

bench-tei: $(VENV)/.dev ## Export a book as TEI, and import it, beside lxml's parse of the file.
	$(BIN)/python -m benchmarks.tei

$(PEERS)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(PEERS)
	$(PEERS)/bin/python -m pip install $(PIP_FLAGS) --upgrade pip
	$(PEERS)/bin/python -m pip install $(PIP_FLAGS) -c constraints.txt --editable . textacy==0.13.0 edlib==1.3.9.post1 'conllu>=6'
	@touch $@

FUZZING := .venv-fuzzing
TARGETS ?= json toml text markdown html capture tei tei-tree split
SECONDS ?= 600

fuzz: $(FUZZING)/.installed ## Fuzz each reader for ten minutes (TARGETS="html tei" SECONDS=60): what breaks one is in build/fuzz/*/finds.
	for target in $(TARGETS); do $(FUZZING)/bin/python tests/fuzzing/run.py $$target $(SECONDS) || exit 1; done
	cat build/fuzz/*/report

$(FUZZING)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(FUZZING)
	$(FUZZING)/bin/python -m pip install $(PIP_FLAGS) --upgrade pip
	$(FUZZING)/bin/python -m pip install $(PIP_FLAGS) -c constraints.txt --editable . --group test atheris==3.0.0
	@touch $@

audit: $(VENV)/.dev ## Write docs/dependencies.md, and ask PyPI's advisories about every version in constraints.txt (it needs the network).
	$(BIN)/python tests/licences.py
	$(PYTHON) -m venv .venv-audit
	.venv-audit/bin/python -m pip install $(PIP_FLAGS) pip-audit
	.venv-audit/bin/pip-audit --strict --requirement constraints.txt --no-deps --disable-pip

ablation: $(VENV)/.dev ## Switch each ability of the splitter off in turn and score the rest (ABILITY="name" for one).
	$(BIN)/python -m benchmarks.ablation $(if $(ABILITY),"$(ABILITY)")

scores: $(VENV)/.dev ## Score the parser on the treebanks (PIPELINE=folder for another).
	$(BIN)/python -m training.evaluate "$(PIPELINE)" --relations

TRAINING := .venv-training
RUN ?= build/training
MODEL ?= build/en_ud_minilm

model: $(TRAINING)/.installed ## Train the parser anew: about an hour and a half on two cores; goes on where it stopped.
	$(TRAINING)/bin/python -m training.train $(RUN)
	$(TRAINING)/bin/python -m training.assemble $(RUN) $(MODEL)

SENTENCES ?= ../shared/bench/data/dev/claimbuster.gold.jsonl

worthiness: $(TRAINING)/.installed ## Weigh the signs of check-worthiness anew (SENTENCES=file).
	$(TRAINING)/bin/python -m training.worthiness $(SENTENCES)

references: $(TRAINING)/.installed ## Weigh the signs of what pronouns stand for anew.
	$(TRAINING)/bin/python -m training.references

$(TRAINING)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(TRAINING)
	$(TRAINING)/bin/python -m pip install $(PIP_FLAGS) --upgrade pip
	$(TRAINING)/bin/python -m pip install $(PIP_FLAGS) -c constraints.txt --editable . --group training
	@touch $@

$(VENV)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "claimkit needs Python 3.11 or newer; give one with make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install $(PIP_FLAGS) --upgrade pip
	$(BIN)/python -m pip install $(PIP_FLAGS) -c constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install $(PIP_FLAGS) -c constraints.txt --group dev
	@touch $@

constraints: $(VENV)/.dev ## Write constraints.txt from what is installed.
	(head -1 constraints.txt; $(BIN)/python -m pip freeze --exclude claimkit) >constraints.new
	mv constraints.new constraints.txt

clean: ## Remove what was built.
	rm -rf $(VENV) .venv-wheel .venv-training .venv-peers .venv-fuzzing .venv-audit dist build .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
