"""What a conversation starter may say: words for a parent who is about to talk with a child.

One file for each situation and age band. `content/GUIDE.md` tells staff the same in their
words: change both together.
"""

from __future__ import annotations

from enum import Enum

from pydantic import Field, validator

from waymark.content.schema import AgeBand, Kept, Part, words


class Situation(str, Enum):
    """When the talk takes place, or with whom."""

    BEFORE = "before"
    AFTER = "after"
    ASKING = "asking"
    SPECIAL_NEEDS = "special_needs"


SITUATIONS = {
    Situation.BEFORE: "before anything has happened",
    Situation.AFTER: "after something has happened",
    Situation.ASKING: "about asking for pictures",
    Situation.SPECIAL_NEEDS: "with a child who has special needs",
}


def _at_most(limit: int, name: str) -> classmethod:  # type: ignore[type-arg]
    def check(cls: type, text: str) -> str:
        if not text:
            raise ValueError("is empty: write a short sentence or two")
        if words(text) > limit:
            raise ValueError(f"has {words(text)} words: cut it to {limit} or fewer")
        return text

    fit: classmethod = validator(name, allow_reuse=True)(check)  # type: ignore[type-arg]
    return fit


class Turn(Part):
    """One thing a child may say or do, a reply that helps, one that does not, and why."""

    child: str
    better: str
    why: str
    worse: str
    why_not: str

    _child = _at_most(30, "child")
    _better = _at_most(45, "better")
    _why = _at_most(30, "why")
    _worse = _at_most(30, "worse")
    _why_not = _at_most(30, "why_not")


class Turns(Part):
    """What a child may do when the talk begins. All five are written for every starter."""

    silence: Turn
    anger: Turn
    tears: Turn
    everyone_does_it: Turn
    looked_at_phone: Turn


class Starter(Kept):
    """A talk with a child of one age band in one situation. Its file's place says which."""

    key: str
    title: str = Field(min_length=3, max_length=70)
    when: tuple[str, ...]
    opening: tuple[str, ...]
    replies: Turns
    not_to_say: tuple[str, ...]
    close: str
    take_away: tuple[str, ...]
    services: tuple[str, ...] = ()
    next: tuple[str, ...]

    _close = _at_most(50, "close")

    @validator("key")
    def _place_is_known(cls, key: str) -> str:
        situation, _, age = key.partition("/")
        if situation not in set(Situation) or age not in AGES:
            raise ValueError(
                f"{key} is no place for a starter: use starters/<{'|'.join(s.value for s in Situation)}>"
                f"/<{'|'.join(AGES)}>.yml"
            )
        return key

    @validator("when", "opening", "not_to_say", "take_away", "next", "services")
    def _has_room_on_a_page(cls, lines: tuple[str, ...], field: object) -> tuple[str, ...]:
        fewest, most = LINES[getattr(field, "name", "")]
        if not fewest <= len(lines) <= most:
            raise ValueError(f"has {len(lines)} lines: write {fewest} to {most}")
        return lines

    @property
    def situation(self) -> Situation:
        return Situation(self.key.split("/")[0])

    @property
    def age(self) -> AgeBand:
        return AGES[self.key.split("/")[1]]


AGES = {band.value.replace("-", "_").replace(" ", "_"): band for band in AgeBand}
"""The age bands by the name of their file: `under_8`, `8_10`, ..."""

LINES = {"when": (2, 4), "opening": (4, 6), "not_to_say": (3, 5), "take_away": (4, 6),
         "next": (2, 3), "services": (0, 4)}
"""How many lines each list has, so that a take-away stays one printed page."""
