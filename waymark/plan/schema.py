"""What the files in content/plan may say.

`content/GUIDE.md` tells staff the same in their words: change both together.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from pydantic import Field, PrivateAttr, validator

from waymark.content.schema import Kept, Part
from waymark.plan.situation import (
    FIELDS,
    Adult,
    Age,
    Home,
    Mood,
    Situation,
    Spread,
    Threats,
    What,
)

LONGEST_STEP = 200


class Stage(str, Enum):
    """When a step is taken, or that it must not be."""

    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    DO_NOT = "do_not"


class Danger(str, Enum):
    """What must always come first, and has its step whenever it is there."""

    VERY_LOW = "very_low"
    ADULT = "adult"
    THREATS = "threats"
    UNDER_13 = "under_13"


class When(Part):
    """Kinds of facts. For `when` every line must fit, for `unless` any one is enough."""

    what: tuple[What, ...] = ()
    age: tuple[Age, ...] = ()
    nation: tuple[Home, ...] = ()
    adult: tuple[Adult, ...] = ()
    threats: tuple[Threats, ...] = ()
    spread: tuple[Spread, ...] = ()
    mood: tuple[Mood, ...] = ()
    _lines: tuple[tuple[str, tuple[Enum, ...]], ...] = PrivateAttr(())

    def __init__(self, **data: Any) -> None:
        super().__init__(**data)
        self._lines = tuple((name, getattr(self, name)) for name in FIELDS if getattr(self, name))

    @validator(*FIELDS, pre=True)
    def _several(cls, value: Any) -> Any:
        """`age: 8-10` and `age: [8-10]` mean the same."""
        return value if isinstance(value, (list, tuple)) else (value,)

    def misfits(self, situation: Situation) -> bool:
        """Whether a line does not fit."""
        return any(getattr(situation, name) not in allowed for name, allowed in self._lines)

    def fits_once(self, situation: Situation) -> bool:
        """Whether at least one line fits."""
        return any(getattr(situation, name) in allowed for name, allowed in self._lines)


class Curated(Part):
    """Something that stands in some plans and not in others. Lower `order` comes first."""

    order: int = Field(ge=0, le=99)
    when: When = When()
    unless: When = When()

    def fits(self, situation: Situation) -> bool:
        """Whether it belongs into the plan for a situation."""
        return not (self.when.misfits(situation) or self.unless.fits_once(situation))


class Step(Curated):
    """One thing to do or not to do, and the answer that says more about it."""

    text: str = Field(min_length=3, max_length=LONGEST_STEP)
    stage: Stage
    answer: str
    danger: tuple[Danger, ...] = ()

    @validator("danger", pre=True)
    def _several(cls, value: Any) -> Any:
        return value if isinstance(value, (list, tuple)) else (value,)


class Law(Curated):
    """One sentence on the law: on what was done (`act`), or on the nation."""

    text: str = Field(min_length=3, max_length=LONGEST_STEP)
    about: str

    @validator("about")
    def _is_known(cls, about: str) -> str:
        if about not in ("act", "nation"):
            raise ValueError(f"is {about!r}: use act or nation")
        return about


class Contact(Curated):
    """A service of content/services that belongs into some plans."""

    service: str


class Words(Curated):
    """Which opening lines of a conversation starter fit; the first line is 1."""

    starter: str
    lines: tuple[int, ...]

    @validator("lines")
    def _two_or_three(cls, lines: tuple[int, ...]) -> tuple[int, ...]:
        if len(lines) not in (2, 3) or min(lines) < 1:
            raise ValueError("names other lines than two or three, counted from 1")
        return lines


class Sheet(Kept):
    """One file of curated steps, sentences on the law, contacts or words."""

    key: str
    title: str = Field(min_length=3, max_length=70)
    steps: tuple[Step, ...] = ()
    law: tuple[Law, ...] = ()
    contacts: tuple[Contact, ...] = ()
    words: tuple[Words, ...] = ()
