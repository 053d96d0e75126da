"""Which questions are kept back: the encoder was never tuned on them.

One in five, told by the text alone, so that it stays the same whoever asks and whatever
else is written. Confidence and the bars for answering are set on these: an encoder looks
surer than it is on questions it was tuned on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np

ONE_IN = 5


def is_kept_back(text: str) -> bool:
    """Whether this question is kept back. Case and blanks do not count."""
    plain = " ".join(text.casefold().split())
    return int(hashlib.sha256(plain.encode()).hexdigest(), 16) % ONE_IN == 0


def kept_back(texts: Sequence[str], labels: Sequence[str]) -> np.ndarray:
    """A mask over the texts: bool. Each label keeps at least one text to learn from."""
    mask = np.array([is_kept_back(text) for text in texts], dtype=bool)
    names = np.asarray(labels)
    for name in np.unique(names[mask]):
        of_it = np.flatnonzero(names == name)
        if mask[of_it].all():
            mask[of_it[0]] = False
    return mask
