#!/bin/sh
# Makes .venv from uv.lock. Python 3.10: this machine's own (pyenv, system) first, else uv's.
set -eu
uv=.waymark/uv/bin/uv

python=
for candidate in "$HOME"/.pyenv/versions/3.10.*/bin/python "${PYENV_ROOT:-/nonexistent}"/versions/3.10.*/bin/python; do
    if [ -x "$candidate" ]; then python=$candidate; fi
done
if [ -z "$python" ]; then python=3.10; fi

echo "setting up Python 3.10 and the libraries in uv.lock (about 1.8 GB, once)"
if ! "$uv" sync --frozen --quiet --compile-bytecode --python "$python"; then
    echo "The libraries could not be set up; the lines above say which." >&2
    echo "Check the network or your package mirror (UV_DEFAULT_INDEX) and run the same command again:" >&2
    echo "what has already come is kept. Without a Python 3.10 here, uv must be able to fetch one." >&2
    exit 1
fi
