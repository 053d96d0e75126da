"""Rules of the urgent files, made ready: what they say, what they need, what takes them back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from waymark.urgent.kinds import Kind
from waymark.urgent.patterns import Pattern, Said
from waymark.urgent.sentences import Sentence


@dataclass(frozen=True)
class Finding:
    """Danger that a rule found: the kind, the rule's name, the part of the text it stands in."""

    kind: Kind
    rule: str
    where: tuple[int, int]


@dataclass
class Message:
    """The sentences of one message, and what was already looked for anywhere in them."""

    sentences: Sequence[Sentence]
    _known: dict[Pattern, bool] = field(default_factory=dict)

    def has(self, pattern: Pattern) -> bool:
        if pattern not in self._known:
            self._known[pattern] = any(pattern.within(one) for one in self.sentences)
        return self._known[pattern]

    def beside(self, place: int) -> Sequence[Sentence]:
        """A sentence with the one before and the one after."""
        return self.sentences[max(place - 1, 0):place + 2]


@dataclass(frozen=True)
class Compiled:
    """One rule. See `waymark.urgent.schema.Rule` for what its parts mean."""

    kind: Kind
    name: str
    says: tuple[Pattern, ...]
    near: tuple[Pattern, ...]
    with_: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    never_with: tuple[Pattern, ...]

    def holds(self, said: Pattern, message: Message, place: int) -> bool:
        """Whether this line of the rule is said in that sentence, and stands."""
        sentence = message.sentences[place]
        return (
            any(self._stands(Said(sentence, *span)) for span in said.spans(sentence))
            and self._surrounded(message, place)
        )

    def _stands(self, said: Said) -> bool:
        return not any(pattern.takes_back(said) for pattern in self.unless)

    def _surrounded(self, message: Message, place: int) -> bool:
        beside = message.beside(place)
        return (
            (not self.near or any(p.within(one) for p in self.near for one in beside))
            and (not self.with_ or any(message.has(p) for p in self.with_))
            and not any(message.has(p) for p in self.never_with)
        )
