"""Danger told in words that no rule has: a linear classifier on the same sentence vectors.

It learns from the examples in content/urgent, the look-alikes there, and questions in which
there is no danger. It reads whole messages and single sentences, and speaks only where it
is far surer than chance: rules find most, this finds what they miss.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from waymark.nlu import head
from waymark.nlu.head import Head, softmax
from waymark.nlu.kept_back import kept_back
from waymark.urgent.schema import NONE

FALSE_ALARMS = 0.0025
"""Of the messages without danger that were kept back, how many each kind may take for its own."""

LOWEST = 0.9


@dataclass(frozen=True)
class Likeness:
    """A head over the kinds and `none`, and from which chance on each kind is believed."""

    head: Head
    bars: Mapping[str, float]

    def find(self, vectors: np.ndarray) -> dict[str, float]:
        """The kinds that any of these texts tells of, with the highest chance of each."""
        if not len(vectors):
            return {}
        best = softmax(self.head.logits(vectors)).max(axis=0)
        chances = dict(zip(self.head.labels, map(float, best), strict=True))
        return {kind: round(chance, 4) for kind, chance in chances.items()
                if kind != NONE and chance >= self.bars.get(kind, 1.0)}


def learn(vectors: np.ndarray, kinds: Sequence[str], texts: Sequence[str]) -> Likeness:
    """Train on vectors (texts x width) and their kinds (or `none`)."""
    back = kept_back(texts, kinds)
    raw, judged = head.logits_of_kept_back(vectors, kinds, back)
    names = sorted(set(kinds))
    right = np.array([names.index(kinds[i]) for i in judged])
    warmth = head.temperature(raw, right)
    calm = softmax(raw[right == names.index(NONE)] / warmth)
    bars = {name: _bar(calm[:, column]) for column, name in enumerate(names) if name != NONE}
    return Likeness(head.fit(vectors, kinds).cooled(warmth), bars)


def _bar(chances: np.ndarray) -> float:
    """The lowest chance that keeps false alarms rare among messages without danger."""
    if not len(chances):
        return 1.0
    return float(max(LOWEST, np.quantile(chances, 1 - FALSE_ALARMS) + 1e-6))
