"""What a plan is made for: seven kinds of facts, never a name, a place or anybody's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any

from waymark.content.schema import AgeBand, Nation


class What(str, Enum):
    """What happened. `asked`: somebody asked the child; `asked others`: the child asked."""

    SENT = "sent"
    RECEIVED = "received"
    PASSED_ON = "passed on"
    ASKED = "asked"
    THREATENED = "threatened"
    SPREADING = "spreading"
    FOUND = "found"
    FAKE = "fake"
    MADE_FAKE = "made a fake"
    ASKED_OTHERS = "asked others"
    UNKNOWN = "unknown"


class Age(str, Enum):
    """The age band of the child."""

    UNDER_8 = AgeBand.UNDER_8.value
    FROM_8 = AgeBand.FROM_8.value
    FROM_11 = AgeBand.FROM_11.value
    FROM_14 = AgeBand.FROM_14.value
    FROM_16 = AgeBand.FROM_16.value
    UNKNOWN = "unknown"


class Home(str, Enum):
    """The nation where the family lives."""

    ENGLAND = Nation.ENGLAND.value
    WALES = Nation.WALES.value
    SCOTLAND = Nation.SCOTLAND.value
    NORTHERN_IRELAND = Nation.NORTHERN_IRELAND.value
    UNKNOWN = "unknown"


class Adult(str, Enum):
    """Whether an adult is part of it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Threats(str, Enum):
    """Whether there are threats or demands for money; `paid`: and something was given."""

    YES = "yes"
    PAID = "paid"
    NO = "no"
    UNKNOWN = "unknown"


class Spread(str, Enum):
    """Whether the picture has gone further, as far as the parent was told."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Mood(str, Enum):
    """How the child is now. `very low`: or talking of harm."""

    OK = "ok"
    UPSET = "upset"
    VERY_LOW = "very low"
    UNKNOWN = "unknown"


Facts = Mapping[str, "str | None"]
"""Values by field; None takes a value back."""


@dataclass(frozen=True)
class Situation:
    """The facts in the order in which they are asked."""

    what: What = What.UNKNOWN
    age: Age = Age.UNKNOWN
    nation: Home = Home.UNKNOWN
    adult: Adult = Adult.UNKNOWN
    threats: Threats = Threats.UNKNOWN
    spread: Spread = Spread.UNKNOWN
    mood: Mood = Mood.UNKNOWN

    @classmethod
    def of(cls, slots: Mapping[str, Any]) -> Situation:
        """The situation in a conversation's slots; what is not there is unknown."""
        known: dict[str, Any] = {
            name: kind(slots[slot(name)]) for name, kind in FIELDS.items()
            if slots.get(slot(name)) in values(name)
        }
        return cls(**known)

    @property
    def settled(self) -> Situation:
        """With what follows from the rest: blackmail means threats, going round means spread."""
        threats = self.threats
        if self.what is What.THREATENED and threats is not Threats.PAID:
            threats = Threats.YES
        spread = Spread.YES if self.what is What.SPREADING else self.spread
        return replace(self, threats=threats, spread=spread)

    @property
    def home(self) -> Nation | None:
        """The nation, for contents that differ by it."""
        return None if self.nation is Home.UNKNOWN else Nation(self.nation.value)

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """Each field whose value is known, with that value."""
        found = ((field.name, getattr(self, field.name).value) for field in fields(self))
        return tuple((name, value) for name, value in found if value != "unknown")


FIELDS: dict[str, type[Enum]] = {
    "what": What, "age": Age, "nation": Home, "adult": Adult, "threats": Threats,
    "spread": Spread, "mood": Mood,
}


def values(field: str) -> tuple[str, ...]:
    """Every value of a field, as staff write it."""
    return tuple(one.value for one in FIELDS[field])


def slot(field: str) -> str:
    """The name of the slot that holds a field."""
    return f"plan_{field}"


def slug(value: str) -> str:
    """A value as it stands in a button: `under 8` is `under_8`."""
    return value.lower().replace(" ", "_").replace("-", "_")


def from_slug(field: str, text: str) -> str | None:
    """The value that a button means."""
    return next((value for value in values(field) if slug(value) == text), None)


FIRST_YEARS = {Age.UNDER_8.value: 7, Age.FROM_8.value: 8, Age.FROM_11.value: 11,
               Age.FROM_14.value: 14, Age.FROM_16.value: 16}
"""The age in years that stands for a band where no number was told."""
