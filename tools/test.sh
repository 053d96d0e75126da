#!/bin/sh
# Every test. CI runs the same.
set -eu
bin=.venv/bin
export RASA_TELEMETRY_ENABLED=false TF_CPP_MIN_LOG_LEVEL=3 TQDM_DISABLE=1
sh tools/bring_chromium.sh
"$bin/ruff" check .
"$bin/mypy"
"$bin/lint-imports"
"$bin/waymark" check
exec "$bin/pytest" "$@"
