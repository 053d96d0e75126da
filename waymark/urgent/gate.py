"""The urgent help gate: reads every message and says which kinds of danger it tells of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from waymark.urgent.folder import Folder, read
from waymark.urgent.patterns import Pattern
from waymark.urgent.rules import Compiled, Finding, Message
from waymark.urgent.sentences import split
from waymark.urgent.spelling import Speller


class Gate:
    """All rules together. Built once from the content folder; keeps nothing of a message."""

    def __init__(self, rules: Sequence[Compiled], speller: Speller) -> None:
        self._speller = speller
        self._by_word: dict[str, list[tuple[Compiled, Pattern]]] = {}
        for rule in rules:
            for pattern in rule.says:
                for word in pattern.key:
                    self._by_word.setdefault(word, []).append((rule, pattern))

    @classmethod
    def from_folder(cls, path: Path) -> Gate:
        """The gate of a content folder's `urgent` files.

        Raises `waymark.content.reading.Unreadable` with every complaint of every file.
        """
        return cls.of(read(path))

    @classmethod
    def of(cls, folder: Folder) -> Gate:
        return cls(folder.rules, folder.speller)

    def find(self, text: str) -> tuple[Finding, ...]:
        """What the message tells of, most pressing first, each kind once."""
        found: dict[object, Finding] = {}
        for finding in self._findings(text):
            found.setdefault(finding.kind, finding)
        return tuple(sorted(found.values(), key=lambda finding: finding.kind.pressing))

    def _findings(self, text: str) -> Iterator[Finding]:
        message = Message(split(text, self._speller))
        held: set[object] = set()
        for place, sentence in enumerate(message.sentences):
            for rule, pattern in self._candidates(sentence.words):
                if rule.kind not in held and rule.holds(pattern, message, place):
                    held.add(rule.kind)
                    yield Finding(rule.kind, rule.name, (sentence.start, sentence.end))

    def _candidates(self, words: frozenset[str]) -> Iterator[tuple[Compiled, Pattern]]:
        seen: set[tuple[str, Pattern]] = set()
        for word in words & self._by_word.keys():
            for rule, pattern in self._by_word[word]:
                if (rule.name, pattern) not in seen:
                    seen.add((rule.name, pattern))
                    yield rule, pattern
