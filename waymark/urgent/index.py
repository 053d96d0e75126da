"""Which patterns are worth trying on a sentence, found without trying any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Generic, Protocol, TypeVar

from waymark.urgent.commonness import commonness

LEVELS = 5
"""How many of a pattern's word sets are looked at; more would rule out hardly any more."""


class Needy(Protocol):
    """Something that cannot hold unless one word of each of its sets is there."""

    @property
    def needs(self) -> Sequence[frozenset[str]]: ...


Entry = TypeVar("Entry", bound=Needy)


class Index(Generic[Entry]):
    """For each word, one bit for each entry that the word helps: some hundred bits at once.

    An entry is possible when each of its word sets was met, so the bits of the words are
    joined for each set and the sets then crossed. That is a few dozen operations a
    sentence, however many entries there are.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = list(entries)
        self._bits: list[dict[str, int]] = [{} for _ in range(LEVELS)]
        self._free = [0] * LEVELS
        for number, entry in enumerate(self._entries):
            needs = sorted(entry.needs, key=commonness)[:LEVELS]
            for level in range(LEVELS):
                if level >= len(needs):
                    self._free[level] |= 1 << number
                    continue
                for word in needs[level]:
                    self._bits[level][word] = self._bits[level].get(word, 0) | 1 << number

    def possible(self, words: frozenset[str]) -> Iterator[Entry]:
        """The entries that such a sentence may fit, in their own order."""
        left = -1
        for level, bits in enumerate(self._bits):
            left &= reduce(or_, map(bits.__getitem__, words & bits.keys()), self._free[level])
            if not left:
                return
        while left:
            lowest = left & -left
            yield self._entries[lowest.bit_length() - 1]
            left ^= lowest
