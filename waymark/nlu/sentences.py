"""A long message in pieces, so that the question in its last line counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

MOST = 12
FEWEST_WORDS = 3
LONG = 40
_JOINTS = re.compile(
    r"\s*(?:\n+|\.{2,}|[!?]+\s+|,?(?<!what)(?<!how)(?<!why)(?<!where)(?<!who)(?<!and)\s+(?=(?:and\s+)?(?:what|how|should|can|could|do|does|is it|will|"
    r"where|who|why|am i|please)\s+(?:do|can|should|will|would|could|if|about|i|we|he|she|they|"
    r"it|the|you|is|are|does|my|her|his|happens?|else)\b))",
    re.IGNORECASE,
)


_QUESTION = re.compile(
    r"\?|^(?:(?:and|but|so|also|plus)\s+)?(?:what|how|should|can|could|do|does|is|are|will|would|"
    r"where|who|why|when|am)\b",
    re.IGNORECASE,
)


def questions(pieces: Sequence[str]) -> list[int]:
    """Which of the pieces ask something, by their place."""
    return [place for place, piece in enumerate(pieces) if _QUESTION.search(piece)]


class Pieces:
    """The sentences of a message, turned into vectors only when somebody asks, and once."""

    def __init__(
        self, texts: Sequence[str] = (), encode: Callable[[list[str]], np.ndarray] | None = None
    ) -> None:
        self.texts = tuple(texts)
        self._encode = encode
        self._all: np.ndarray | None = None

    def __deepcopy__(self, memo: dict[int, Any]) -> Pieces:
        """Rasa's tests copy messages; nothing here changes, so a copy is the same."""
        return self

    def vectors(self, places: Sequence[int] | None = None) -> np.ndarray:
        """The vectors of these sentences (of all by default): sentences x width."""
        if not self.texts or self._encode is None:
            return np.zeros((0, 0), np.float32)
        if self._all is None:
            self._all = self._encode(list(self.texts))
        return self._all if places is None else self._all[list(places)]


def split(text: str, sentences: Sequence[str]) -> list[str]:
    """The sentences of a text that are worth reading alone, in order, at most `MOST`.

    Parents often write without full stops, so a question that begins in the middle
    ("... whole year has it what do i do") begins a piece of its own. A message of one
    piece gives none: it is read whole anyway. Of a very long one the last pieces count.
    """
    pieces = [
        piece.strip() for sentence in sentences for piece in _JOINTS.split(sentence)
        if len(piece.split()) >= FEWEST_WORDS
    ]
    pieces = list(dict.fromkeys(pieces))
    return pieces[-MOST:] if len(pieces) > 1 else []
