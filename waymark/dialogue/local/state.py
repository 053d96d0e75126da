"""Where the family lives, whether we asked, and what they named in passing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waymark.content.schema import Nation
from waymark.dialogue.slots import nation_of
from waymark.nlu import home
from waymark.nlu.home import Place
from waymark.places import Authority, authorities

Event = Mapping[str, Any]

PLACE, THIS_PLACE = "place", "this_place"
"""What our words carry under `asked`: where do you live? Do you live in the place you named?"""


@dataclass(frozen=True)
class Home:
    """Where the family lives: one authority; several, one of which it is; abroad; unknown.

    `wide`: they named a big city or a region.
    """

    possible: tuple[Authority, ...] = ()
    abroad: bool = False
    wide: bool = False

    @property
    def authority(self) -> Authority | None:
        return self.possible[0] if len(self.possible) == 1 else None

    @classmethod
    def of(cls, value: object, nation: Nation | None) -> Home:
        """Read it from the slot `authority`.

        `nation`: where the talk is about another nation than the authority's ("and in
        Scotland?"), that authority's help would be the wrong one.
        """
        if value == home.ABROAD:
            return cls(abroad=True)
        if value == home.UNKNOWN:
            return cls(wide=True)
        known = {one.code: one for one in authorities()}
        found = [known[code] for code in str(value or "").split(",") if code in known]
        there = [one for one in found if nation is None or one.nation == nation.value]
        return cls(tuple(there or (found if len(found) > 1 else ())))


def home_of(slots: Mapping[str, Any]) -> Home:
    """The home in a conversation's slots."""
    return Home.of(slots.get("authority"), nation_of(slots))


def asked(events: Sequence[Event]) -> str:
    """What the latest message may be a reply to: `PLACE`, `THIS_PLACE`, or nothing of that."""
    before = _before(events)
    said = next((words for words in map(_said, reversed(before)) if words), {})
    return str(said.get("asked") or "")


def named_in(parse: Mapping[str, Any]) -> Authority | None:
    """The one authority that a message names, home or not."""
    place = Place.of(parse)
    return Home.of(",".join(place.codes), None).authority if place else None


def is_missing(events: Sequence[Event]) -> bool:
    """Whether the latest message gives a postcode that does not exist."""
    latest = next((e for e in reversed(events) if e.get("event") == "user"), {})
    place = Place.of(latest.get("parse_data") or {})
    return place is not None and place.missing


def in_passing(events: Sequence[Event]) -> Authority | None:
    """The authority that was named last without being said to be home, if it was one alone."""
    for event in reversed(events):
        if event.get("event") == "restart":
            return None
        place = Place.of(event.get("parse_data") or {})
        if place and place.codes:
            possible = Home.of(",".join(place.codes), None)
            return None if place.told else possible.authority
    return None


def nation_before(events: Sequence[Event]) -> Nation | None:
    """The nation that we went by until the latest message."""
    return nation_of({"nation": next(_nations(_before(events)), None)})


def _before(events: Sequence[Event]) -> Sequence[Event]:
    latest = max((n for n, e in enumerate(events) if e.get("event") == "user"), default=0)
    return events[:latest]


def _nations(events: Sequence[Event]) -> Iterator[Any]:
    """The values of the slot, the latest first."""
    for event in reversed(events):
        if event.get("event") == "restart":
            return
        if event.get("event") == "slot" and event.get("name") == "nation":
            yield event.get("value")


def _said(event: Event) -> Mapping[str, Any]:
    said: Mapping[str, Any] = (event.get("metadata") or {}).get("waymark") or {}
    return said if event.get("event") == "bot" else {}
