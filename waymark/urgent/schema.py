"""What the files in content/urgent may say.

The head of `content/urgent/words.yml` tells staff the same in their words: change both together.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field, validator

from waymark.content.schema import SHORT_WORDS, Kept, Part, words
from waymark.urgent.kinds import Kind

NONE = "none"
FEWEST_EXAMPLES = 60
FEWEST_LOOK_ALIKES = 350
LINES = {"now": (3, 6), "do_not": (0, 4), "services": (1, 6), "next": (1, 3), "says": (1, 60)}


class Rule(Part):
    """One way in which people say that there is danger.

    It holds where one of `says` is found in a sentence, none of `unless` takes it back,
    one of `near` stands in that sentence or the ones beside it, one of `with` anywhere
    in the message, and none of `never_with` anywhere.
    """

    name: str = Field(min_length=3, max_length=70)
    says: tuple[str, ...]
    near: tuple[str, ...] = ()
    with_: tuple[str, ...] = Field((), alias="with")
    unless: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    even_if: tuple[str, ...] = ()

    @validator("says")
    def _has_room(cls, lines: tuple[str, ...], field: Any) -> tuple[str, ...]:
        return _counted(lines, field.name)


class Correction(Part):
    """The button with which a parent says that there is no such danger, and our reply."""

    label: str = Field(min_length=2, max_length=24)
    reply: str = Field(min_length=3, max_length=300)


class Urgent(Kept):
    """The help for one kind of danger, and the rules that find it. Its file's name is its kind."""

    key: str
    title: str = Field(min_length=3, max_length=70)
    label: str = Field(min_length=2, max_length=24)
    understood: str = Field(min_length=3, max_length=160)
    short: str
    for_child: str | None
    now: tuple[str, ...]
    do_not: tuple[str, ...] = ()
    services: tuple[str, ...]
    wrong: Correction
    next: tuple[str, ...]
    answer_follows: bool = True
    unless: tuple[str, ...] = ()
    never_with: tuple[str, ...] = ()
    never_alike: tuple[str, ...] = ()
    rules: tuple[Rule, ...]
    examples: tuple[str, ...]

    @validator("key")
    def _kind_is_known(cls, key: str) -> str:
        if key not in set(Kind):
            kinds = ", ".join(Kind)
            raise ValueError(f"{key} is no kind of urgency: rename the file to one of {kinds}")
        return key

    @validator("short", "for_child")
    def _stands_in_a_text_message(cls, text: str | None) -> str | None:
        if text is not None and not 1 <= words(text) <= SHORT_WORDS:
            raise ValueError(f"has {words(text)} words: write 1 to {SHORT_WORDS}")
        return text

    @validator("now", "do_not", "services", "next")
    def _has_room(cls, lines: tuple[str, ...], field: Any) -> tuple[str, ...]:
        return _counted(lines, field.name)

    @validator("rules")
    def _rules_have_names_of_their_own(cls, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
        names = [rule.name for rule in rules]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice:
            raise ValueError(f"has two rules named {twice!r}: give each a name of its own")
        return rules

    @validator("examples")
    def _enough_examples(cls, lines: tuple[str, ...]) -> tuple[str, ...]:
        return _at_least(lines, FEWEST_EXAMPLES)

    @property
    def kind(self) -> Kind:
        return Kind(self.key)


class Words(Part):
    """The word lists that rules share, and how people spell the words in them."""

    key: str
    gap_stops: tuple[str, ...]
    lists: dict[str, tuple[str, ...]]
    spellings: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    not_mistakes: tuple[str, ...] = ()


class LookAlikes(Part):
    """Messages that sound like danger and are none, by what makes them sound so."""

    key: str
    lines: dict[str, tuple[str, ...]]

    @validator("lines")
    def _enough_lines(cls, lines: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        _at_least(tuple(line for group in lines.values() for line in group), FEWEST_LOOK_ALIKES)
        return lines


class InOtherWords(Part):
    """Danger told in words that no rule has to find, by kind; `none`: near it, and no danger."""

    key: str
    lines: dict[str, tuple[str, ...]]

    @validator("lines")
    def _kinds_are_known(cls, lines: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        strange = sorted(lines.keys() - {*Kind, NONE})
        if strange:
            raise ValueError(f"has lines for {', '.join(strange)}: use one of {', '.join(Kind)}, {NONE}")
        return lines


def _counted(lines: tuple[str, ...], name: str) -> tuple[str, ...]:
    fewest, most = LINES[name]
    if not fewest <= len(lines) <= most:
        raise ValueError(f"has {len(lines)} lines: write {fewest} to {most}")
    return lines


def _at_least(lines: tuple[str, ...], fewest: int) -> tuple[str, ...]:
    if len(lines) < fewest:
        raise ValueError(f"has {len(lines)} lines: write at least {fewest}")
    return lines
