"""What tuning changed in a published encoder: small matrices, added to its weights.

Low-rank adaptation (Hu et al. 2021, LoRA): for each linear layer two thin matrices whose
product is added to the published weights. They lie beside this file, a few megabytes for
each encoder; `tools/tune_encoder.py` made them from our own questions, and the file's
metadata says from which.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np

from waymark.encoder.network import Weights

FOLDER = Path(__file__).parent / "tuned"


def file_of(name: str) -> Path | None:
    """The matrices of `minilm-tuned`, or None for an encoder that is used as published."""
    path = FOLDER / f"{name}.safetensors"
    return path if path.is_file() else None


def fingerprint(name: str) -> str:
    """Changes when the tuned matrices do; empty for an encoder used as published."""
    path = file_of(name)
    return hashlib.sha256(path.read_bytes()).hexdigest() if path else ""


def add(weights: Weights, name: str) -> Weights:
    """The weights with what tuning changed. Raises `ValueError` if the file does not fit.

    The file holds `<layer>.down` (rank x inputs) and `<layer>.up` (outputs x rank) for
    each layer, in half precision, with any scale already multiplied in.
    """
    path = file_of(name)
    if path is None:
        return weights
    from safetensors.numpy import load_file  # only set-up needs it

    changes = load_file(str(path))
    changed = dict(weights)
    for layer in sorted({key.rsplit(".", 1)[0] for key in changes}):
        target = f"{layer}.weight"
        if target not in weights:
            raise ValueError(f"{path.name} changes {target}, which {name} has not")
        down, up = (changes[f"{layer}.{part}"].astype(np.float32) for part in ("down", "up"))
        changed[target] = weights[target] + up @ down
    return changed
