# `make site` compiles content/ into site/; `make test` runs every test. Both install what is missing on Debian.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: site test binary check format lint swift-tests browser-tests bench bench-search clean

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
PANDUAN := .build/release/panduan
VENV := .venv
PAGES ?= 1000
RUNS ?= 5

# One file without shared libraries, so that a copy runs on any Linux machine of the same processor.
# lld, because gold fills the screen with warnings about glibc's own lookups.
RELEASE := -c release --product panduan -Xswiftc -static-executable -Xswiftc -use-ld=lld -Xlinker -s

BUILD_PACKAGES := binaryen libcmark-dev libdeflate-dev libjemalloc-dev pkgconf
# Chromium without its windows opens a page in a third of the time; `CHROMIUM=/usr/bin/chromium make browser-tests` takes the whole one.
TEST_PACKAGES := chromium-headless-shell fonts-dejavu-core fonts-liberation

# $(call install,PACKAGES) asks Debian only for what is not there yet.
define install
if command -v dpkg-query > /dev/null; then \
  missing=""; \
  for package in $(1); do \
    dpkg-query -W -f '$${Status}' $$package 2> /dev/null | grep -q 'ok installed' || missing+=" $$package"; \
  done; \
  if [ -n "$$missing" ]; then \
    echo "Installing$$missing"; \
    $(SUDO) apt-get update -qq; \
    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
  fi; \
fi
endef

site: binary
	$(PANDUAN) build

binary:
	@$(call install,$(BUILD_PACKAGES))
	swift build $(RELEASE)

test: lint swift-tests browser-tests

lint:
	swift format lint --strict -r Sources Tests
	@echo "Format: clean"

swift-tests:
	@$(call install,$(BUILD_PACKAGES))
	swift build --build-tests
	swift test --skip-build

# The binary that people are handed is the one tested here.
browser-tests: binary $(VENV)/tests
	@$(call install,$(TEST_PACKAGES))
	PANDUAN="$(abspath $(PANDUAN))" $(VENV)/bin/pytest -n 2 Tests/Browser

check: binary
	$(PANDUAN) check

format:
	swift format -i -r Sources Tests

bench: binary $(VENV)/bench
	PANDUAN="$(abspath $(PANDUAN))" $(VENV)/bin/python Tests/Benchmarks/run.py --pages $(PAGES) --runs $(RUNS)

# `make bench-search COLLECTIONS="FOLDER …" [PEERS=1]`: folders of docs.jsonl, queries.tsv and qrels.tsv.
bench-search: binary $(if $(PEERS),$(VENV)/peers)
	PANDUAN="$(abspath $(PANDUAN))" $(if $(PEERS),$(VENV)/bin/)python3 Tests/Benchmarks/bench_search.py $(if $(PEERS),--peers) $(COLLECTIONS)

clean:
	rm -rf .build $(VENV)
	find Tests -name __pycache__ -o -name .pytest_cache | xargs rm -rf

$(VENV)/bin/pip:
	@python3 -c 'import ensurepip, venv' 2> /dev/null || { $(call install,python3-venv); }
	python3 -m venv $(VENV)

$(VENV)/tests: Tests/Browser/requirements.txt | $(VENV)/bin/pip
	$(VENV)/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

$(VENV)/bench: Tests/Benchmarks/requirements.txt | $(VENV)/bin/pip
	$(VENV)/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

$(VENV)/peers: Tests/Benchmarks/requirements-peers.txt | $(VENV)/bin/pip
	@$(call install,$(TEST_PACKAGES))
	$(VENV)/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@
