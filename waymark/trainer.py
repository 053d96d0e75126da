"""Trains the model when content, skeleton, configuration or our own reading changed."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path

from waymark.content.library import fingerprint
from waymark.serving import logs
from waymark.serving.launcher import prepare
from waymark.settings import ROOT, Settings

SKELETON = ("config.yml", "domain.yml", "data/**/*.yml", "waymark/nlu/*.py",
            "waymark/encoder/*.py", "waymark/encoder/tuned/*")


class TrainingFailed(Exception):
    """The model was not trained; says why."""


def wanted(chosen: Settings) -> str:
    """A name for the model that today's content and code would give."""
    digest = hashlib.sha256(fingerprint(chosen.content).encode())
    for pattern in SKELETON:
        for path in sorted(ROOT.glob(pattern)):
            digest.update(f"{path.relative_to(ROOT)}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def current(chosen: Settings) -> Path | None:
    """The trained model for today's content and code, if there is one."""
    path = chosen.trained / f"waymark-{wanted(chosen)}.tar.gz"
    return path if path.is_file() else None


def train(chosen: Settings) -> Path:
    """Train and return the model's path. Raises `TrainingFailed`."""
    prepare()
    logs.set_up(logging.WARNING)
    import rasa
    from rasa.shared.exceptions import RasaException

    try:
        result = rasa.train(
            domain=str(ROOT / "domain.yml"),
            config=str(ROOT / "config.yml"),
            training_files=[str(ROOT / "data")],
            output=str(chosen.trained),
            force_training=False,
            fixed_model_name=f"waymark-{wanted(chosen)}",
        )
    except RasaException as error:
        raise TrainingFailed(str(error)) from error
    if not result.model:
        raise TrainingFailed("Rasa gave no model: the lines above say why")
    path = Path(result.model)
    path.touch()  # so that it is the newest, even when it came out of a cache
    return path
