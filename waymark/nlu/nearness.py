"""Which questions lie closer to another answer than to their own.

Such a question teaches the bot the wrong thing: it stands under the wrong answer, or says
too little to tell two answers apart. Measured on the vectors that training uses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

NEIGHBOURS = 3
MARGIN = 0.1
"""How much closer the other answer's best three must be (cosine) before we say so."""

_ROWS = 512


@dataclass(frozen=True)
class Stray:
    """A question by its place in the list, the label it lies closer to, the question there
    that is closest to it, and by how much (cosine)."""

    place: int
    label: str
    like: int
    by: float


def strays(vectors: np.ndarray, labels: Sequence[str], *, margin: float = MARGIN) -> list[Stray]:
    """Every text whose best neighbours stand under another label, worst first.

    `vectors`: texts x width. A text is never its own neighbour.
    """
    unit = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    names, numbers = np.unique(np.asarray(labels), return_inverse=True)
    found = [stray for rows in _blocks(len(unit))
             for stray in _of_rows(unit, rows, names, numbers, margin)]
    return sorted(found, key=lambda stray: -stray.by)


def _blocks(count: int) -> Iterator[np.ndarray]:
    for start in range(0, count, _ROWS):
        yield np.arange(start, min(start + _ROWS, count))


def _of_rows(
    unit: np.ndarray, rows: np.ndarray, names: np.ndarray, numbers: np.ndarray, margin: float
) -> Iterator[Stray]:
    likeness = unit[rows] @ unit.T
    likeness[np.arange(len(rows)), rows] = -1.0
    close = np.stack([_best(likeness[:, numbers == n]) for n in range(len(names))], axis=1)
    for row, place in enumerate(rows):
        own = numbers[place]
        other = int(np.argmax(np.where(np.arange(len(names)) == own, -1.0, close[row])))
        by = float(close[row, other] - close[row, own])
        if by > margin:
            there = np.flatnonzero(numbers == other)
            yield Stray(int(place), str(names[other]), int(there[likeness[row, there].argmax()]), by)


def _best(likeness: np.ndarray) -> np.ndarray:
    """The mean of the few greatest in each row."""
    few = min(NEIGHBOURS, likeness.shape[1])
    best: np.ndarray = np.partition(likeness, -few, axis=1)[:, -few:].mean(axis=1)
    return best
