"""What facts change: the slots they fill, and what of it a parent should be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from waymark.content.schema import AgeBand
from waymark.plan import asking
from waymark.plan.situation import FIELDS, FIRST_YEARS, Facts, Home, slot, values

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Taken:
    """New values of slots; and each field that now says something else, old and new value."""

    slots: Mapping[str, str | None]
    changed: tuple[tuple[str, str, str], ...]


def take(slots: Mapping[str, Any], facts: Facts) -> Taken:
    """Take facts over. The later one wins, and what it replaces is named."""
    facts = dict(facts) | asking.contradicted(slots, facts)
    new: dict[str, str | None] = {slot(name): value for name, value in facts.items()}
    changed = [
        (name, str(slots[slot(name)]), value) for name, value in facts.items()
        if value not in (None, UNKNOWN, slots.get(slot(name)))
        and slots.get(slot(name)) not in (None, UNKNOWN)
    ]
    return Taken(new | _shared(slots, facts), tuple((n, old, str(now)) for n, old, now in changed))


def told(slots: Mapping[str, Any]) -> dict[str, str]:
    """What the slots that all answers use say and the plan does not know yet: age and nation."""
    found = {"age": band(slots.get("age")), "nation": nation(slots.get("nation"))}
    return {name: value for name, value in found.items() if value and slots.get(slot(name)) != value}


def band(years: object) -> str:
    """The band of an age in years; empty where it is none of a child."""
    text = str(years or "")
    found = AgeBand.of(int(text)) if text.isdigit() else None
    return found.value if found else ""


def nation(name: object) -> str:
    return str(name) if name in values("nation") and name != Home.UNKNOWN.value else ""


def cleared() -> dict[str, None]:
    """Every slot of the plan but the nation, and the age: for a plan made anew."""
    names = [slot(name) for name in FIELDS if name != "nation"]
    return dict.fromkeys([*names, "age"])


def _shared(slots: Mapping[str, Any], facts: Facts) -> dict[str, str | None]:
    """Age and nation are told to all answers, not to the plan alone."""
    found: dict[str, str | None] = {}
    if "age" in facts and facts["age"] != (band(slots.get("age")) or None):
        years = FIRST_YEARS.get(str(facts["age"]))
        found["age"] = str(years) if years else None
    if "nation" in facts and facts["nation"] != (nation(slots.get("nation")) or None):
        found["nation"] = nation(facts["nation"]) or None
    return found
