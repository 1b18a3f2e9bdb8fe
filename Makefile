# Each of these first sets up what it needs: system libraries, then .venv with the pinned packages.
## make run            start the program; options in ARGS, as in: make run ARGS="due --json"
## make test           run the tests; ARGS goes to pytest, as in: make test ARGS="-k leitner"
## make test-desktop   run the tests that need a real window, on a screen of their own
## make check          lint, format, types, layers, and whether the pinned packages fit
## make bench          measure speed and memory into build/bench.json
## make bench-peers    send packages through Anki and back, and measure both sides
## make fuzz           throw mutated files at every reader, a minute each; ARGS=--hour for an hour
## make screenshots    draw every page into build/screenshots/
## make lock           pin the packages anew; ARGS=--upgrade takes the newest
## make clean          remove everything that these commands have made

PYTHON ?= python3
export PYTHON

BIN := .venv/bin
# .sys/env is there only where the system libraries lie beside the program (no root, no sudo).
ENV := if [ -f .sys/env ]; then . ./.sys/env; fi;
OFFSCREEN := QT_QPA_PLATFORM=offscreen
SETUP := pyproject.toml packaging/requirements-dev.txt packaging/requirements-uv.txt $(wildcard packaging/*.sh)
# What the command line does without a window.
WINDOWLESS := due deck import imports revert export convert doctor backup restore lint --help --version
PIN := .tools/bin/uv pip compile --quiet --no-header --universal --python-version 3.11 --generate-hashes

.PHONY: help run screen test test-desktop check lint format types layers pins bench bench-peers fuzz \
  screenshots lock clean

help:
	@sed -n 's/^## //p' Makefile

run: $(if $(filter $(WINDOWLESS),$(ARGS)),,screen) .venv/ready-to-run
	@$(ENV) exec $(BIN)/python -m aws_flash $(ARGS)

screen:
	@[ "$$(uname -s)" != Linux ] || [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ] || { \
	  echo "There is no screen here: start this from a desktop session, or run" \
	    "\"QT_QPA_PLATFORM=vnc make run\" and point a VNC viewer at port 5900." >&2; exit 1; }

test: .venv/ready-to-test
	@$(ENV) $(OFFSCREEN) exec $(BIN)/python -m pytest $(ARGS)

test-desktop: .venv/ready-to-desktop
	@$(ENV) exec sh packaging/on-a-screen.sh $(BIN)/python -m pytest tests/desktop $(ARGS)

check: lint format types layers pins

lint: .venv/ready-to-test
	$(BIN)/ruff check .

format: .venv/ready-to-test
	$(BIN)/ruff format --check .

types: .venv/ready-to-test
	$(BIN)/mypy

layers: .venv/ready-to-test
	$(BIN)/lint-imports

pins: .venv/ready-to-test
	@$(ENV) $(OFFSCREEN) exec $(BIN)/python -m pytest --quiet tests/test_requirements.py

bench: .venv/ready-to-test
	@$(ENV) $(OFFSCREEN) exec $(BIN)/python -m bench $(ARGS)

bench-peers: .venv/ready-to-test .peers/ready
	@$(ENV) $(OFFSCREEN) exec $(BIN)/python -m bench.peers $(ARGS)

fuzz: .venv/ready-to-test
	@$(ENV) $(OFFSCREEN) exec $(BIN)/python -m bench.fuzz $(ARGS)

screenshots: .venv/ready-to-test
	@$(ENV) $(OFFSCREEN) exec $(BIN)/python -m bench.screenshots $(ARGS)

lock: .venv/ready-to-test
	$(PIN) $(ARGS) --output-file packaging/requirements.txt pyproject.toml
	$(PIN) $(ARGS) --output-file packaging/requirements-dev.txt --constraints packaging/requirements.txt --group dev pyproject.toml
	$(PIN) $(ARGS) --output-file packaging/requirements-uv.txt --group tools
	$(PIN) $(ARGS) --output-file packaging/requirements-peers.txt --group peers

clean:
	rm -rf .venv .peers .tools .sys build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Other programs, which are run beside ours and never imported.
.peers/ready: packaging/requirements-peers.txt
	@[ -x .peers/bin/python ] || "$(PYTHON)" -m venv --without-pip --prompt peers .peers
	@sh packaging/install.sh .peers/bin/python --require-hashes --requirement packaging/requirements-peers.txt
	@touch $@

.venv/ready-to-%: $(SETUP)
	@sh packaging/setup-system.sh $*
	@sh packaging/setup-python.sh
	@touch $@
