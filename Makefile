# make run: everything on a fresh machine, then start. make test: everything, then test.
# Needs Python 3 (any), git, make and a C compiler. No root; nothing outside this folder.

UV := .waymark/uv/bin/uv
WAYMARK := .venv/bin/waymark
export UV_PYTHON_INSTALL_DIR := $(CURDIR)/.waymark/python

.PHONY: run test setup bench check clean

run: setup
	@$(WAYMARK) serve

setup: .venv/.synced
	@$(WAYMARK) setup

test: setup
	@sh tools/test.sh

bench: setup
	@.venv/bin/python bench/run.py

check: .venv/.synced
	@$(WAYMARK) check

$(UV): tools/bring_uv.py
	@cd / && python3 "$(CURDIR)/tools/bring_uv.py"  # outside, where no .python-version rules

.venv/.synced: uv.lock pyproject.toml .python-version $(UV)
	@sh tools/sync.sh
	@touch $@

clean:
	rm -rf .venv .waymark models .rasa reports
