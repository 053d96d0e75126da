"""Where a rehearsal stands, read from a conversation's events alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import Enum
from typing import Any

Event = Mapping[str, Any]


class Step(str, Enum):
    """What the parent is asked for next."""

    SITUATION = "situation"
    AGE = "age"
    REACTION = "reaction"
    REPLY = "reply"
    NEXT = "next"
    TAKE_AWAY = "take_away"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Place:
    """The step, the talk that is practised, and what was played of it.

    `choices` are the payloads of the buttons, in their order, so that "the second" has a
    meaning. `missed`: the last message was not understood. `waiting`: nothing else was
    said since, so that typed words may be an answer. It holds none of the parent's words.
    """

    step: Step
    situation: str = ""
    age: str = ""
    reaction: str = ""
    played: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    missed: bool = False
    waiting: bool = True

    @classmethod
    def of(cls, events: Sequence[Event]) -> Place | None:
        """The place in a tracker's events, oldest first; None where nobody practised.

        Urgent help said to the latest message stands before its answer, and does not end it.
        """
        place: Place | None = None
        latest = max((n for n, event in enumerate(events) if event.get("event") == "user"), default=0)
        for event in events[:latest]:
            name = event.get("event")
            if name == "restart":
                place = None
            elif name == "session_started" and place:
                place = replace(place, waiting=False)
            elif name == "bot":
                place = _after(place, (event.get("metadata") or {}).get("waymark") or {})
        return place

    @property
    def starter(self) -> str:
        """The key of the starter that is practised, whether or not there is such a file."""
        return f"{self.situation}/{self.age}"

    @property
    def goes_on(self) -> bool:
        """Whether there is something to come back to."""
        return self.step is not Step.STOPPED

    def as_metadata(self) -> dict[str, Any]:
        """What our words carry, so that `of` reads it back."""
        plain = asdict(self) | {"step": self.step.value}
        del plain["waiting"]
        return plain


def _after(place: Place | None, said: Mapping[str, Any]) -> Place | None:
    found = said.get("rehearsal")
    if found:
        known = {field.name for field in fields(Place)}
        values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value
                                  for name, value in found.items() if name in known}
        values["step"] = Step(values["step"])
        return Place(**values)
    return replace(place, waiting=False) if place and said else place
