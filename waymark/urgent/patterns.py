"""Patterns of rules, ready to be tried on sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from waymark.urgent.grammar import Grammar, Piece
from waymark.urgent.sentences import Sentence

AROUND = 12
"""How many words before and after what was said may take it back."""
CUT = "~"
"""Stands where words further off were left out, so that START means the sentence's start."""


@dataclass(frozen=True, eq=False)
class Pattern:
    """One line of a rule. The same line in two rules is one pattern, so it is its own equal."""

    text: str
    piece: Piece

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\S){self.piece.regex}")

    def possible(self, sentence: Sentence) -> bool:
        """Whether the sentence has the words without which the pattern cannot hold."""
        return all(not need.isdisjoint(sentence.words) for need in self.piece.needs)

    def within(self, sentence: Sentence) -> bool:
        return self.possible(sentence) and self.regex.search(sentence.text) is not None

    def spans(self, sentence: Sentence) -> Iterator[tuple[int, int]]:
        """Where in the folded sentence it is said."""
        for match in self.regex.finditer(sentence.text):
            yield match.span()

    def takes_back(self, said: Said) -> bool:
        """Whether what was said, seen with the words around it, is taken back."""
        return self.possible(said.sentence) and (
            self.regex.search(said.around) is not None
            or ("THIS " in self.piece.regex and self.regex.search(said.marked) is not None)
        )


@dataclass(frozen=True)
class Said:
    """What a pattern found, in its sentence."""

    sentence: Sentence
    start: int
    end: int

    @cached_property
    def before(self) -> str:
        words = self.sentence.text[:self.start].split(" ")[:-1]
        cut = [CUT] if len(words) > AROUND else []
        return "".join(f"{word} " for word in [*cut, *words[-AROUND:]])

    @cached_property
    def after(self) -> str:
        words = self.sentence.text[self.end:].split(" ")[:-1]
        return "".join(f"{word} " for word in words[:AROUND])

    @property
    def around(self) -> str:
        """What was said with the words around it."""
        return self.before + self.sentence.text[self.start:self.end] + self.after

    @property
    def marked(self) -> str:
        """The same with THIS in place of what was said."""
        return f"{self.before}THIS {self.after}"


def pattern(grammar: Grammar, text: str) -> Pattern:
    """Read one line of a rule. Raises `Unclear`."""
    return Pattern(text, grammar.read(text))
