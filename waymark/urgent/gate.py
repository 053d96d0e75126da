"""The urgent help gate: reads every message and says which kinds of danger it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from waymark.urgent.folder import Folder, read
from waymark.urgent.index import Index
from waymark.urgent.kinds import Kind
from waymark.urgent.patterns import Pattern
from waymark.urgent.rules import Compiled, Finding, Message
from waymark.urgent.sentences import split
from waymark.urgent.spelling import Speller


@dataclass(frozen=True)
class _Line:
    """One line of `says` with its rule."""

    rule: Compiled
    pattern: Pattern

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        return self.pattern.piece.needs


class Gate:
    """All rules together. Built once from the content folder; keeps nothing of a message."""

    def __init__(
        self, rules: Sequence[Compiled], speller: Speller,
        never_alike: Mapping[Kind, Sequence[Pattern]] | None = None,
    ) -> None:
        self._speller = speller
        self._never_alike = never_alike or {}
        self._index = Index(_Line(rule, pattern) for rule in rules for pattern in rule.says)

    @classmethod
    def from_folder(cls, path: Path) -> Gate:
        """The gate of a content folder's `urgent` files.

        Raises `waymark.content.reading.Unreadable` with every complaint of every file.
        """
        return cls.of(read(path))

    @classmethod
    def of(cls, folder: Folder) -> Gate:
        """The gate of a folder that was read already."""
        return cls(folder.rules, folder.speller, folder.never_alike)

    def find(self, text: str) -> tuple[Finding, ...]:
        """What the message tells of, most pressing first, each kind once."""
        return tuple(sorted(self._findings(text), key=lambda finding: finding.kind.pressing))

    def taken_back(self, text: str) -> frozenset[Kind]:
        """The kinds that a message cannot tell of unless a rule finds them."""
        message = Message(split(text, self._speller))
        return frozenset(kind for kind, patterns in self._never_alike.items()
                         if any(message.has(pattern) for pattern in patterns))

    def _findings(self, text: str) -> Iterator[Finding]:
        message = Message(split(text, self._speller))
        found: set[Kind] = set()
        for place, sentence in enumerate(message.sentences):
            for line in self._index.possible(sentence.words):
                if line.rule.kind not in found and line.rule.holds(line.pattern, message, place):
                    found.add(line.rule.kind)
                    yield Finding(line.rule.kind, line.rule.name, (sentence.start, sentence.end))
