"""A long message in pieces, so that the question in its last line counts."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST = 12
FEWEST_WORDS = 3
LONG = 40
_JOINTS = re.compile(
    r"\s*(?:\n+|\.{2,}|[!?]+\s+|,?\s+(?=(?:and\s+)?(?:what|how|should|can|could|do|does|is it|will|"
    r"where|who|why|am i|please)\s+(?:do|can|should|will|would|could|if|about|i|we|he|she|they|"
    r"it|the|you|is|are|does|my|her|his|happens?|else)\b))",
    re.IGNORECASE,
)


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
